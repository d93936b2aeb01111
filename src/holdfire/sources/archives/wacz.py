"""A WACZ file (a ZIP of web archives) → captures: adds the member each lies in; drops indexes and logs.

Each member is held against the digest that the package gives for it. A difference is named, and the member
is read all the same: what in it is damaged is found record by record.
"""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import msgspec
from msgspec import structs

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Within, place
from holdfire.sources.archives.digests import agrees
from holdfire.sources.archives.warc import captures_in_warc
from holdfire.sources.limits import REPORT
from holdfire.sources.zips import DAMAGE, damaged, member, opened_member, opened_zip

_PACKAGE = "datapackage.json"
_SEAL = "datapackage-digest.json"
_REMEDY = "get the package again, if you can"


def is_wacz(source: bytes | Path) -> bool:
    """Whether a ZIP archive is a package of web archives. SourceError where it is damaged."""
    with opened_zip(source) as archive:
        return _PACKAGE in archive.NameToInfo or any(map(_is_warc, archive.infolist()))


def captures_in_wacz(source: bytes | Path, container: Within) -> Iterator[Capture | SourceError]:
    """The captures in each web archive of a package that is `container`."""
    with opened_zip(source) as archive:
        digests, problems = _digests(archive)
        members = [info for info in archive.infolist() if _is_warc(info)]
        problems += [] if members else ["holds no web archive"]
        for problem in problems:
            yield SourceError(problem, where=place(container), remedy=_REMEDY)
        for info in members:
            within = structs.replace(container, member=info.filename)
            try:
                yield from _captures(archive, info, digests.get(info.filename), within)
            except SourceError as error:
                yield SourceError(error.problem, where=place(within), remedy=error.remedy)
            except DAMAGE as error:
                yield SourceError(damaged(error).problem, where=place(within), remedy=_REMEDY)


def _captures(
    archive: ZipFile, info: ZipInfo, digest: str | None, within: Within
) -> Iterator[Capture | SourceError]:
    with opened_member(archive, info) as stream:
        if digest and agrees(stream, digest) is False:
            problem = "does not have the digest that the package gives for it"
            yield SourceError(problem, where=place(within), remedy=_REMEDY)
        yield from captures_in_warc(stream, within)


def _is_warc(info: ZipInfo) -> bool:
    return info.filename.startswith("archive/") and info.filename.endswith((".warc", ".warc.gz"))


def _digests(archive: ZipFile) -> tuple[dict[str, str], list[str]]:
    """The digest that the package gives for each of its files, and what is wrong with the package itself."""
    package, seal = (member(archive, name, limit=REPORT) for name in (_PACKAGE, _SEAL))
    try:
        files = msgspec.json.decode(package or b"{}", type=_Package).resources
        sealed = msgspec.json.decode(seal or b"{}", type=_Seal).hash
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return {}, [f'its "{_PACKAGE}" cannot be read: {error}']
    altered = bool(sealed) and agrees(package or b"", sealed) is False
    problems = [f'its "{_PACKAGE}" does not have the digest that "{_SEAL}" gives for it'] if altered else []
    return {file.path: file.hash for file in files}, problems


class _File(msgspec.Struct):
    path: str = ""
    hash: str = ""


class _Package(msgspec.Struct):
    resources: list[_File] = []


class _Seal(msgspec.Struct):
    hash: str = ""
