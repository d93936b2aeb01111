"""The folder of a user's own things: where it is, what is in it, how a file in it is written."""

import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from holdfire.errors import DataError, HoldfireError
from holdfire.sources.files import read_bytes
from holdfire.workflows.writing import whole_file

VARIABLE = "HOLDFIRE_HOME"
PATTERNS = ("places.csv", "words/*.tsv", "lines/*.geojson")
STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Own:
    """A user's own files as they are: names below the folder, and what they hold."""

    folder: Path | None
    files: Mapping[str, bytes]

    @property
    def digest(self) -> str | None:
        """The first 16 digits of a SHA-256 over all of them; None where there are none."""
        if not self.files:
            return None
        made = hashlib.sha256()
        for name, held in sorted(self.files.items()):
            made.update(f"{name}\0{len(held)}\0".encode() + held)
        return made.hexdigest()[:16]

    def text(self, name: str) -> str:
        """What a file holds; nothing where there is no such file."""
        return text_of(self.files.get(name, b""), where=self.place(name))

    def place(self, name: str) -> str:
        """Where a file is, for messages."""
        return str(self.folder / name) if self.folder else name


NOTHING = Own(None, {})
"""What a user has who keeps nothing."""


def home() -> Path | None:
    """The folder: $HOLDFIRE_HOME, else one in the user's data folder; None where there is no such thing."""
    named = os.environ.get(VARIABLE)
    try:
        return Path(named).expanduser() if named else _data_folder() / "holdfire"
    except RuntimeError:  # an account without a home
        return None


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def owned() -> Own:
    """What the user has in the folder; nothing where there is no folder."""
    folder = home()
    if folder is None or not _is_there(folder):
        return Own(folder, {})
    found = sorted(path for pattern in PATTERNS for path in folder.glob(pattern))
    try:
        return Own(folder, {path.relative_to(folder).as_posix(): path.read_bytes() for path in found})
    except OSError as error:
        raise DataError(f"cannot be read: {_reason(error)}", where=str(folder)) from error


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a folder above it that this account may not look into
        return False


def keep(own: Own, name: str, held: str) -> None:
    """Write one of the files, whole or not at all; take it away where nothing is left in it."""
    if own.folder is None:
        raise HoldfireError("this account has no home folder", remedy=f"name a folder in ${VARIABLE}")
    path = own.folder / name
    try:
        if not held:
            path.unlink(missing_ok=True)
            return
        own.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        remedy = f"name another folder in ${VARIABLE}"
        raise HoldfireError(f"cannot be written: {_reason(error)}", where=str(path), remedy=remedy) from error
    with whole_file(path) as file:
        file.write(held.encode())


def given(path: Path) -> str:
    """The text of a file that the user names (- is stdin)."""
    return text_of(sys.stdin.buffer.read() if path == STDIN else read_bytes(path), where=shown(path))


def shown(path: Path) -> str:
    """A path as messages name it."""
    return "stdin" if path == STDIN else str(path)


def text_of(raw: bytes, *, where: str) -> str:
    """Bytes as UTF-8, with or without a mark; DataError names the line that is not."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DataError("not UTF-8", where=f"{where}:{line}", remedy="save the file as UTF-8") from None


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
