"""Publication → findings on what leaves, as CSV and as JSON; the words are fixed and pronounce no guilt."""

from collections.abc import Iterator

import msgspec

from holdfire.exports.released.cells import csv_head, csv_line
from holdfire.release.findings import findings_on
from holdfire.release.publication import Publication
from holdfire.release.released import Row
from holdfire.views.released import clause
from holdfire.views.verdicts import CLAUSE, CONDUCT, NOTE, STANDARD

FORMAT = "holdfire-release-findings/1"
HEAD = ("id", "group", "order_in_force", "order_in_force_words", "order", "standards", "standards_words")


def findings_csv(told: Publication) -> Iterator[bytes]:
    """A line for each incident of force: both axes in one word each, and a column for each principle."""
    found = findings_on(told)
    principles = tuple(p.id for standard in found.standards for p in standard.principles)
    columns = (*HEAD, *principles)

    def line(row: Row) -> bytes:
        made = found.of(row)
        if made is None:
            return b""
        cells: dict[str, object] = {
            "group": row.group, "order_in_force": made.conduct, "order_in_force_words": CONDUCT[made.conduct],
            "order": made.order, "standards": made.against,
            "standards_words": STANDARD[made.against] if made.against else "",
        }  # fmt: skip
        return csv_line(columns[1:], cells | dict(made.standards))

    yield csv_head(columns)
    for name, made in told.incidents.each(line):
        if made:
            yield name.encode() + b"," + made


def findings_json(told: Publication) -> Iterator[bytes]:
    """The same with the standards, and the clauses of orders."""
    found, encode = findings_on(told), msgspec.json.encode
    words = {"order_in_force": dict(CONDUCT), "incident": dict(STANDARD), "clause": dict(CLAUSE)}
    standards = [
        {
            "id": standard.id,
            "name": standard.name,
            "principles": [
                {"id": p.id, "citation": p.citation, "paraphrase": p.paraphrase} for p in standard.principles
            ],
        }
        for standard in found.standards
    ]
    head = {"format": FORMAT, "note": NOTE, "words": words, "standards": standards}
    yield encode(head)[:-1] + b',"clauses":['
    for number, of in enumerate(found.of_clauses()):
        said = {"order": of.order.id, "clause": clause(of.clause), "standards": dict(of.standards)}
        yield (b",\n" if number else b"\n") + encode(said)
    yield b'],"incidents":['

    def of_row(row: Row) -> bytes:
        made = found.of(row)
        if made is None:
            return b""
        return encode(
            {"order_in_force": made.conduct, "order": made.order, "standards": dict(made.standards)}
        )

    number = 0
    for name, made in told.incidents.each(of_row):
        if made:
            yield (b",\n" if number else b"\n") + b'{"id":' + encode(name) + b"," + made[1:]
            number += 1
    yield b"]}\n"
