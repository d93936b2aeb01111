"""Whether a casebook is what was written: a check of all of it."""

from collections.abc import Iterator

from holdfire.store.book import Reader
from holdfire.store.checking import Checked
from holdfire.workflows.casebook.signing import is_signed, signers


def verify(book: Reader) -> Iterator[Checked]:
    """Check everything; gives how far it is. OffError at the first thing that is not as it was written."""
    trusted = signers(book.settings())
    yield from book.checked(lambda made: made.key in trusted and is_signed(made))
