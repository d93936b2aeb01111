"""What a casebook holds beside what its reports tell, and that leaves with no release."""

from collections.abc import Iterator
from pathlib import PurePath

import msgspec

from holdfire.release.secrets import Secret, private_parts
from holdfire.store.book import Reader

OURS = "the casebook"
UNNAMED = "unnamed"


def beside(book: Reader) -> Iterator[Secret]:
    """The people of the team, the names of files, the vault's pseudonyms."""
    people = {*book.log.writers(), *(each.name for each in book.accounts.all()), *book.vault.keepers()}
    yield from (Secret(name, "who works in it", OURS) for name in sorted(people - {UNNAMED}))
    yield from (Secret(each.id, "the vault", OURS) for each in book.vault.entries())
    for origin, _ in book.reports.origins():
        if not origin.lower().startswith(("http://", "https://")):
            path = PurePath(origin)
            yield from (Secret(each, "Capture.origin", origin) for each in {path.name, path.stem})


def notes(book: Reader) -> Iterator[Secret]:
    """What people wrote about reports, and how the bytes of these were got: answers, requests, addresses."""
    for judgement in book.judgements.all():
        why = judgement.why or ""
        if getattr(judgement, "target", "").startswith("release/"):
            why = why.partition("; ")[2]
        if why:
            yield Secret(why, f"a note of {judgement.who}", OURS)
    for origin, how in book.reports.origins():
        yield from (Secret(each, "Capture.origin", origin) for each in private_parts(origin))
        for field, said in msgspec.json.decode(how).items():
            yield from (Secret(each, f"Capture.{field}", origin) for each in _words(said))


def _words(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for each in told.values():
            yield from _words(each)
    elif isinstance(told, list):
        for each in told:
            yield from _words(each)
