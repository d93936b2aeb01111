"""Records and which incident each report tells of → `corroboration/incidents.tsv`.

    python -m training.corroboration.weights RECORDS.jsonl GOLD.tsv

RECORDS are what `holdfire read --format json --with-text --jsonl` prints; GOLD has a line for each report:
its source_id, a tab, and the name of the incident it tells of. A logistic regression over the outcomes of the
comparisons; the weights of outcomes that have an order keep that order (projected gradient, pooled
violators), so that more of the same never speaks less for it.
"""

import argparse
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from holdfire import corroboration
from holdfire.corroboration.account import Account
from holdfire.corroboration.accounts import accounts_of
from holdfire.corroboration.candidates import candidate_pairs
from holdfire.corroboration.columns import Columns, Index, columns
from holdfire.corroboration.comparison import BARE, Comparison
from holdfire.corroboration.families import families
from holdfire.corroboration.incidents import COMPARISONS
from holdfire.model.record import Record

OUT = Path(corroboration.__file__).with_name("incidents.tsv")
BY_HAND = {("one report", "yes"): -5.0}
"""No two accounts of one report are in the data, for a reader tells them apart: its word counts for much."""
FALLING = frozenset(
    {
        "date",
        "foretold",
        "published",
        "place",
        "act",
        "means",
        "actor",
        "target",
        "killed",
        "injured",
        "detained",
    }
)
"""Comparisons whose outcomes stand from the most alike to the least; in the others it is the reverse."""
PENALTY = 1.0
STEPS = 4000
HEAD = """# What each outcome of comparing two accounts of incidents weighs, in bits: above 0 speaks for one.
# Learnt by `python -m training.corroboration.weights`, see docs/explanation/corroboration.md.
# comparison, outcome, bits
"""
Floats = npt.NDArray[np.float64]
Label = int
"""1 the same incident, 0 another one, -1 not to learn from."""


def label(a: Account, b: Account, told: dict[str, str]) -> Label:
    """Whether two accounts are of one incident, as far as the coding of whole reports tells."""
    if a.report == b.report:
        return -1
    if told[a.report] != told[b.report] or not families(a.acts) & families(b.acts):
        return 0
    return 1 if a.main and b.main else -1


def outcomes(comparisons: Sequence[Comparison]) -> list[tuple[str, str]]:
    """Every outcome of every comparison, in order."""
    return [(c.name, outcome) for c in comparisons for outcome in c.outcomes]


def table(accounts: Columns, left: Index, right: Index) -> Floats:
    """A row a pair: 1 for each outcome that it has; the last column is the prior's."""
    rows = np.zeros((len(left), len(outcomes(COMPARISONS)) + 1))
    rows[:, -1] = 1
    at = 0
    for comparison in COMPARISONS:
        number = comparison.compare(accounts, left, right)
        known = np.flatnonzero(number != BARE)
        rows[known, at + number[known]] = 1
        at += len(comparison.outcomes)
    return rows


def learnt(rows: Floats, labels: Floats, counts: Floats) -> Floats:
    """The weights in bits, the prior last; `counts` says how much each row counts."""
    used = counts @ rows
    shrunk = np.arange(rows.shape[1]) < rows.shape[1] - 1
    weights = np.zeros(rows.shape[1])
    speed, memory = np.zeros_like(weights), np.full_like(weights, 1e-8)
    for step in range(1, STEPS + 1):
        wrong = (1 / (1 + np.exp(-(rows @ weights))) - labels) * counts
        slope = (rows.T @ wrong + PENALTY * weights * shrunk) / counts.sum()
        speed = 0.9 * speed + 0.1 * slope
        memory = 0.999 * memory + 0.001 * slope**2
        weights -= 0.02 * speed / (np.sqrt(memory / (1 - 0.999**step)) + 1e-9)
        weights = _ordered(weights, used)
    return weights / np.log(2)


def shares(accounts: Columns, left: Index, right: Index) -> Floats:
    """How much each pair counts, so that two reports count once however many accounts they hold."""
    between = np.sort(np.stack([accounts.reports[left], accounts.reports[right]], axis=1), axis=1)
    _, which, often = np.unique(between, axis=0, return_inverse=True, return_counts=True)
    share: Floats = np.reciprocal(often[which.ravel()].astype(np.float64))
    return share


def _ordered(weights: Floats, used: Floats) -> Floats:
    at = 0
    for comparison in COMPARISONS:
        n = len(comparison.outcomes)
        sign = -1 if comparison.name in FALLING else 1
        weights[at : at + n] = sign * _pooled(sign * weights[at : at + n], used[at : at + n] + 1)
        at += n
    return weights


def _pooled(values: Floats, counts: Floats) -> Floats:
    """The nearest values that never fall, each weighing as much as it was seen."""
    blocks: list[tuple[float, float, int]] = []
    for value, count in zip(values, counts, strict=True):
        blocks.append((float(value), float(count), 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, m, i), (b, n, j) = blocks[-2:]
            blocks[-2:] = [((a * m + b * n) / (m + n), m + n, i + j)]
    return np.array([value for value, _, length in blocks for _ in range(length)])


def read(records: Path) -> Iterator[Record]:
    """The records of a file of lines."""
    decoder = msgspec.json.Decoder(Record)
    with records.open("rb") as lines:
        for line in lines:
            yield decoder.decode(line)


def is_held_out(incident: str, half: int | None) -> bool:
    """Whether an incident belongs to the half that is not learnt from."""
    return half is not None and zlib.crc32(incident.encode()) % 2 == half


def weights_of(records: Path, gold: Path, *, hold_out: int | None = None) -> dict[tuple[str, str], float]:
    """The weights learnt from the records, less those of one half of the incidents."""
    incident = dict(line.split("\t") for line in gold.read_text("utf-8").splitlines())
    told: dict[str, str] = {}
    accounts: list[Account] = []
    for record in read(records):
        name = incident[str(record.report.source_id)]
        if not is_held_out(name, hold_out):
            told[record.report.id] = name
            accounts += [a for a in accounts_of(record) if a.kind == "incident"]
    made = columns(accounts)
    left, right = candidate_pairs(made, "incident")
    sides = zip(left.tolist(), right.tolist(), strict=True)
    labels = np.array([label(accounts[i], accounts[j], told) for i, j in sides])
    left, right, labels = (each[labels >= 0] for each in (left, right, labels))
    bits = learnt(table(made, left, right), labels.astype(float), shares(made, left, right))
    names = [*outcomes(COMPARISONS), ("prior", "")]
    return {**{name: round(float(b), 2) for name, b in zip(names, bits, strict=True)}, **BY_HAND}


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--hold-out", type=int, choices=(0, 1), help="leave one half of the incidents out")
    parser.add_argument("--into", type=Path, default=OUT)
    given = parser.parse_args()
    weights = weights_of(given.records, given.gold, hold_out=given.hold_out)
    rows = (f"{name}\t{outcome}\t{bits:g}" for (name, outcome), bits in weights.items())
    given.into.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
