"""A ZIP archive → the bytes of a member: adds limits against bombs; drops nothing.

What the archive says of sizes is believed only as a bound: zipfile stops there and checks the sum.
"""

import shutil
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from holdfire.errors import SourceError
from holdfire.sources.limits import MEMBERS, UNPACKED, UNPACKED_FREELY

if TYPE_CHECKING:
    from typing_extensions import Buffer

DAMAGE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_LOCKED = 0x1  # the flag of a member that needs a password
_LENGTHS_AT = 26  # where a member's own header gives the lengths of its name and its extra field


def opened_zip(source: bytes | Path) -> ZipFile:
    """The archive. SourceError where it is damaged or has more members than a report needs."""
    try:
        archive = ZipFile(BytesIO(source) if isinstance(source, bytes) else source)
    except DAMAGE as error:
        raise damaged(error) from None
    if len(archive.infolist()) > MEMBERS:
        raise SourceError(f"holds more than {MEMBERS:,} files", remedy="unpack it and read the files in it")
    return archive


def member(archive: ZipFile, name: str, *, limit: int) -> bytes | None:
    """The bytes of one member, None where there is no such member."""
    if name not in archive.NameToInfo:
        return None
    info = archive.getinfo(name)
    require_honest(info)
    if info.file_size > limit:
        raise SourceError(
            f'its "{name}" is too large ({info.file_size / 1e6:,.0f} MB; the limit is {limit / 1e6:,.0f} MB)',
            remedy="split it into reports",
        )
    try:
        return archive.read(info)
    except DAMAGE as error:
        raise damaged(error) from None


@contextmanager
def opened_member(archive: ZipFile, info: ZipInfo) -> Iterator[IO[bytes]]:
    """One member, however large, as a stream that can be entered anywhere.

    What lies packed in the archive is unpacked into a file that goes away again. What goes wrong on the way
    is one of DAMAGE.
    """
    require_honest(info)
    if info.compress_type == ZIP_STORED and not info.flag_bits & _LOCKED and archive.fp:
        yield BufferedReader(_Window(archive.fp, info))
        return
    with archive.open(info) as packed, TemporaryFile() as stream:
        shutil.copyfileobj(packed, stream)
        stream.seek(0)
        yield stream


class _Window(RawIOBase):
    """The part of an open archive that a member takes which is stored as it is."""

    def __init__(self, file: IO[bytes], info: ZipInfo) -> None:
        file.seek(info.header_offset + _LENGTHS_AT)
        name, extra = struct.unpack("<HH", file.read(4))
        self._file, self._size, self._at = file, info.file_size, 0
        self._start = info.header_offset + _LENGTHS_AT + 4 + name + extra

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, self._size)[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: "Buffer") -> int:
        view = memoryview(buffer)
        self._file.seek(self._start + self._at)
        raw = self._file.read(min(len(view), max(self._size - self._at, 0)))
        view[: len(raw)] = raw
        self._at += len(raw)
        return len(raw)


def require_honest(info: ZipInfo) -> None:
    """SourceError where a member would grow beyond what text can be packed to."""
    if info.file_size > max(UNPACKED_FREELY, UNPACKED * info.compress_size):
        raise SourceError(
            f'its "{info.filename}" would grow from {info.compress_size:,} to {info.file_size:,} bytes: '
            "it may have been made to do harm",
            remedy="do not unpack it",
        )


def damaged(error: Exception) -> SourceError:
    """An archive that cannot be read, with the reason of the library."""
    return SourceError(f"is damaged: {error}", remedy="get it again from where it came")
