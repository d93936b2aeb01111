"""`holdfire corroborate`: the same order or incident in many reports, brought together."""

import sys
from typing import Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, FAILED_LINE, complain, ending

JsonLines = Annotated[
    bool, typer.Option("--jsonl", help="Read records in lines on stdin; print an incident or order a line.")
]


def corroborate(*, jsonl: JsonLines = False) -> None:
    """Bring together what many reports tell of the same order or incident."""
    with ending():
        from holdfire.exports.corroborated_json import corroborated_lines
        from holdfire.workflows.corroborating import RecordLines, corroborated

        if not jsonl:
            complain("give records in lines on stdin with --jsonl")
            raise typer.Exit(BAD_INPUT)
        records = RecordLines(sys.stdin.buffer, complain)
        sys.stdout.buffer.writelines(corroborated_lines(corroborated(records)))
    if records.failed:
        raise typer.Exit(FAILED_LINE)
