"""Where a passphrase or a password comes from: the environment, an open file, or a person at a terminal."""

import os
import sys
from getpass import getpass

from holdfire.errors import BookError

VARIABLE = "HOLDFIRE_PASSPHRASE"
DESCRIPTOR = "HOLDFIRE_PASSPHRASE_FD"
PASSWORD = "HOLDFIRE_PASSWORD"


def ask(where: str, *, twice: bool = False) -> str:
    """The passphrase; BookError where there is nobody to ask, or two answers differ.

    One that is new is asked for `twice`, and is as long as a password: a short one is tried out in no time.
    """
    given = os.environ.get(VARIABLE) or _from_descriptor()
    if not given:
        if not sys.stdin.isatty():
            remedy = f"put it in ${VARIABLE}, or the number of an open file in ${DESCRIPTOR}"
            what = "needs a passphrase" if twice else "is encrypted, and its passphrase was not given"
            raise BookError(what, where=where, remedy=remedy)
        given = getpass(f"Passphrase of {where}: ")
        if twice and getpass("The same again: ") != given:
            raise BookError("the two passphrases differ", where=where, remedy="try again")
    if not given:
        raise BookError("an empty passphrase protects nothing", where=where, remedy="choose some words")
    if twice:
        from holdfire.workflows.casebook.accounts import SHORTEST

        if len(given) < SHORTEST:
            remedy = "take four words that do not belong together"
            raise BookError(f"a passphrase has {SHORTEST} characters or more", where=where, remedy=remedy)
    return given


def password(name: str) -> str:
    """The password of an account; BookError where there is nobody to ask."""
    given = os.environ.get(PASSWORD)
    if given is None and not sys.stdin.isatty():
        raise BookError(f"the password of {name} was not given", remedy=f"put it in ${PASSWORD}")
    return getpass(f"Password of {name}: ") if given is None else given


def _from_descriptor() -> str:
    number = os.environ.get(DESCRIPTOR, "")
    if not number:
        return ""
    try:
        with os.fdopen(int(number), encoding="utf-8") as file:
            return file.readline().rstrip("\n")
    except (OSError, ValueError) as error:
        raise BookError(f"${DESCRIPTOR} names no open file: {error}") from None
