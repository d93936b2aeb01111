"""What a database complains of → BookError with advice."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from holdfire.errors import BookError

DAMAGED = "keep the file as it is, and go on with a copy from your backup"
_ADVICE = (
    (("is locked", "lock timeout", "canceling statement due to lock"), "is being written by another program",
     "try again when that is done"),
    (("is full", "no space left", "file too large"), "cannot be written: the disk is full",
     "make room and run the command again; what was written before is there"),
    (("disk i/o error",), "cannot be read or written: the disk reports an error",
     "see whether there is room, and check the disk; what was written before is there"),
    (("malformed", "corrupt", "invalid page", "hmac check failed"), "is damaged",
     DAMAGED),
    (("not a database", "file is encrypted"), "is no casebook, or is encrypted with another passphrase",
     "check the path and the passphrase"),
    (("readonly", "read-only", "permission denied", "unable to open"), "may not be opened or written here",
     "check the permissions of the file and of its folder"),
    (("connection refused", "connection failed", "connection is bad", "could not connect", "server closed"),
     "cannot be reached", "see whether the database server runs, and check the URL"),
    (("does not exist",), "does not exist", "check the URL, or make the casebook with `holdfire init`"),
)  # fmt: skip


@contextmanager
def clearly(where: str) -> Iterator[None]:
    """Run a block; what the database complains of comes out as one clear BookError.

    A complaint that quotes a damaged schema may be no UTF-8: Python then raises for that instead.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise _clear(error, where) from error
    except UnicodeDecodeError as error:
        raise BookError("is damaged", where=where, remedy=DAMAGED) from error


def _clear(error: SQLAlchemyError, where: str) -> BookError:
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    lowered = said.lower()
    for signs, problem, remedy in _ADVICE:
        if any(sign in lowered for sign in signs):
            return BookError(problem, where=where, remedy=remedy)
    return BookError(f"the database refuses: {' '.join(said.split())[:300]}", where=where)
