"""`holdfire verify` and `holdfire log`: what was written, by whom and when, and whether it is still so."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import (
    AsOf,
    BookOption,
    Form,
    FormOption,
    JobsOption,
    Only,
    looking,
    only_book,
    opening,
    processes,
    put_json,
)
from holdfire.cli.options import whole

if TYPE_CHECKING:
    from holdfire.model.log import LogEntry
    from holdfire.store.checking import Checked, OffError

Limit = Annotated[
    int, typer.Option("--limit", "-n", metavar="N", parser=whole(1), help="So many entries at most.")
]
OFF = 1


Export = Annotated[
    Path | None,
    typer.Option(
        "--export",
        metavar="FILE",
        help="Where all is sound, write a proof (a zip) that others check without Holdfire.",
        show_default=False,
    ),
]


Together = Annotated[
    bool,
    typer.Option(
        "--together/--no-together",
        help="Bring all together anew too and hold what is kept to it; takes as long as `corroborate`.",
    ),
]


def verify(
    words: Only = None,
    *,
    book: BookOption = None,
    export: Export = None,
    together: Together = True,
    jobs: JobsOption = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Check bytes, quotes, rows and signatures against the log. Names the first thing that is off."""
    name = only_book(words, book)
    with opening(name) as opened:
        from holdfire.store.checking import Checked, OffError
        from holdfire.workflows.casebook.verifying import prove, require_together, stamped
        from holdfire.workflows.casebook.verifying import verify as check

        started = time.perf_counter()
        done, off = Checked(), None
        stamps: list[tuple[int, str]] = []
        spent, things = 0.0, 0
        try:
            for done in check(opened, jobs=processes(jobs)):  # noqa: B007 - the last one tells how far it came
                pass
            spent = time.perf_counter() - started
            stamps = stamped(opened)
            things = require_together(opened) if together else 0
            if export is not None:
                prove(opened, export)
        except OffError as error:
            off = error
        if form is Form.JSON:
            put_json({**_told(done, off), "stamps": stamps, "together": things})
        else:
            typer.echo(_said(done, off, opened.where, spent or time.perf_counter() - started))
            for upto, at in stamps:
                typer.echo(f"  an authority saw the log up to entry {upto:,} on {at}")
            if things:
                typer.echo(f"  {things:,} incidents and orders are kept as reports and decisions make them")
            if export is not None and off is None:
                typer.echo(f"  proof written: {export}")
    if off is not None:
        raise typer.Exit(OFF)


def log(
    words: Only = None,
    *,
    book: BookOption = None,
    limit: Limit = 50,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Show the last entries of the log: what, by whom and when."""
    name = only_book(words, book)
    with looking(name, as_of=as_of) as opened:
        from holdfire.cli.listing import aligned

        entries = opened.log.newest(limit=limit)
        if form is Form.JSON:
            for each in entries:
                put_json(_entry(each))
        else:
            rows = [_row(each) for each in entries]
            for line in aligned(rows) if rows else ["The log is empty."]:
                typer.echo(line)


def _row(entry: "LogEntry") -> tuple[str, ...]:
    at = entry.at[:19].replace("T", " ")
    return str(entry.seq), at, entry.who, entry.table, entry.key[:16], entry.hash.hex()[:16]


def _entry(entry: "LogEntry") -> dict[str, object]:
    told = {name: getattr(entry, name) for name in ("seq", "at", "who", "table", "key")}
    return {**told, "row": entry.row.hex(), "hash": entry.hash.hex()}


def _told(done: "Checked", off: "OffError | None") -> dict[str, object]:
    told = {
        "entries": done.entries,
        "bytes": done.size,
        "quotes": done.quotes,
        "signatures": done.signatures,
        "signed": done.signed,
        "destroyed": done.destroyed,
        "head": done.head.hex(),
    }
    wrong = {"where": off.where, "what": off.problem} if off is not None else None
    return {**told, "ok": off is None, "off": wrong}


def _said(done: "Checked", off: "OffError | None", where: str, seconds: float) -> str:
    if off is not None:
        before = f"The {done.entries:,} entries of the log before it are whole."
        return f"{where} is NOT as it was written.\n\n  {off.where}: {off.problem}\n\n{before}"
    unsigned = done.entries - done.signed - 1 if done.signatures else done.entries
    lines = [
        f"{where} is as it was written.\n",
        f"  {done.entries:,} entries of the log, a chain without a gap",
        f"  {done.size / 1e6:,.1f} MB of bytes and records have their hashes",
        f"  {done.quotes:,} quotes stand in their texts",
        f"  {_count(done.signatures, 'signature is', 'signatures are')} good",
    ]
    if unsigned > 0:
        lines.append(f"  the last {unsigned:,} entries are not signed")
    if done.destroyed:
        gone = _count(done.destroyed, "key of the vault was", "keys of the vault were")
        lines.append(f"  {gone} destroyed, as the log says")
    speed = f"{seconds:,.1f} s, {done.size / 1e6 / max(seconds, 1e-9):,.0f} MB/s"
    return "\n".join([*lines, "", f"  head {done.head.hex()}", f"  {speed}"])


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
