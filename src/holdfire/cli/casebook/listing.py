"""`holdfire reports`, `holdfire search`, `holdfire status`: what a casebook holds."""

from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import (
    AsOf,
    BookOption,
    Form,
    FormOption,
    Only,
    book_and_rest,
    looking,
    only_book,
    put_json,
)
from holdfire.cli.ending import BAD_INPUT, complain
from holdfire.cli.options import whole

if TYPE_CHECKING:
    from holdfire.store.book import Reader

Sought = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] WORDS...",
        help='The casebook, and words that must all be there; "a phrase", a beginning*, -not.',
        show_default=False,
    ),
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", parser=whole(1), help="So many at most.")]
Before = Annotated[
    str | None, typer.Option("--after", metavar="ID", help="Go on after this report (the last of a page).")
]
Page = Annotated[int, typer.Option("--page", metavar="N", parser=whole(1), help="Which page of hits.")]


def reports(
    words: Only = None,
    *,
    book: BookOption = None,
    limit: Limit = 50,
    after: Before = None,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
) -> None:
    """List the reports in a casebook, the last that came in first."""
    name = only_book(words, book)
    with looking(name, as_of=as_of) as opened:
        from holdfire.cli.terminal.casebook import report_list
        from holdfire.cli.terminal.screen import show

        before = opened.reports.get(after).seq if after else None
        found = opened.reports.listed(before=before, limit=limit + 1)
        more, found = len(found) > limit, found[:limit]
        tallies = opened.readings.tallies([each.seq for each in found])
        if form is Form.JSON:
            for each in found:
                put_json({"report": each, "told": tallies.get(each.seq, {})})
        else:
            nothing = _nothing_there(opened, name, as_of=as_of, after=after)
            show(lambda width: report_list(found, tallies, width=width, or_else=nothing, more=more))


def search(
    words: Sought = None,
    *,
    book: BookOption = None,
    limit: Limit = 20,
    page: Page = 1,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Search the words of the reports, English and Korean."""
    name, sought = book_and_rest(words, book)
    if not sought:
        complain("nothing to search for (give one or more words)")
        raise typer.Exit(BAD_INPUT)
    with looking(name, as_of=as_of) as opened:
        from holdfire.cli.terminal.casebook import hit_list
        from holdfire.cli.terminal.screen import show

        text = " ".join(f'"{each}"' if " " in each and '"' not in each else each for each in sought)
        hits = opened.search(text, limit=limit, offset=(page - 1) * limit)
        if form is Form.JSON:
            for hit in hits:
                put_json({"report": hit.report, "snippet": hit.snippet})
        else:
            number = opened.search.number(text)
            show(lambda _width: hit_list(hits, number, text=text, page=page, limit=limit))


def status(
    words: Only = None, *, book: BookOption = None, as_of: AsOf = None, form: FormOption = Form.TEXT
) -> None:
    """How much a casebook holds, and what could not be read."""
    name = only_book(words, book)
    with looking(name, as_of=as_of) as opened:
        from holdfire.cli.terminal.casebook import overview
        from holdfire.cli.terminal.screen import show

        counts, failures = opened.reports.counts(), opened.reports.failures(limit=10)
        last = opened.log.last()
        if form is Form.JSON:
            at = last.at if last else None
            put_json({"book": opened.where, "counts": counts, "last": at, "failures": failures})
        else:
            show(lambda _width: overview(opened.where, counts, last.at if last else None, failures))


def _nothing_there(book: "Reader", name: str, *, as_of: str | None, after: str | None) -> str:
    if after is not None:
        return f"No reports in {book.where} after {after}."
    if as_of is not None:
        return f"No reports were in {book.where} by the end of {as_of}."
    return f"No reports in {book.where}.\n\nholdfire add {name} FILE…    puts some in"
