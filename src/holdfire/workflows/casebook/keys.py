"""Where the private key of a casebook lies: beside its file, in the user's own folder, or in the casebook."""

import os
from pathlib import Path

from holdfire.errors import BookError
from holdfire.workflows.own.folder import home

SIGNER = "signer/"
"""Settings that begin so name the public keys whose signatures count."""
INSIDE = "signing_key"
"""The setting that holds the private key of a casebook that is encrypted as a whole."""


def key_file(name: str, book_id: str, *, on_a_server: bool) -> Path:
    """Where the private key of a casebook lies: beside its file, or in the user's own folder."""
    if not on_a_server:
        return Path(f"{name}.key")
    folder = home()
    if folder is None:
        raise BookError("this account has no folder for keys", remedy="name one in $HOLDFIRE_HOME")
    return folder / "keys" / f"{book_id}.key"


def keep_key(path: Path, private: str) -> None:
    """Write a private key where nobody else may read it. BookError where there is one already."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(private + "\n")
    except OSError as error:
        raise BookError(f"the key cannot be written: {error.strerror}", where=str(path)) from error


def kept_key(path: Path) -> str | None:
    """The private key in a file; None where there is no such file."""
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise BookError(f"the key cannot be read: {error}", where=str(path)) from error
