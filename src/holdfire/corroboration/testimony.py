"""Accounts of one thing → lines of testimony: adds which reports go back to one source; drops nothing.

Ten copies of one page are one line. Two reports are one line where they share much of their wording, come
from one outlet, or one of them has nothing but sources that the other hands on, or is. A report that adds a
source of its own, named or not, is a line of its own. Whether two unnamed sources are one person cannot be
known from words, and Holdfire does not try to find it out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from urllib.parse import urlsplit

import msgspec

from holdfire.model.corroborated import Line, Outlet
from holdfire.model.grounded import Grounded
from holdfire.model.party import Voice
from holdfire.model.record import ReportHeader

COPIED = 0.3
"""From which share of the shorter telling's runs of words two tellings are one wording."""
UNNAMED = ("anonymous source", "resident", "narration")
"""Kinds of speakers that no one can tell apart."""
COPIED_RUNS = 3
"""How many runs of words they share at the least."""


class Teller(msgspec.Struct, frozen=True):
    """A report as a witness: its outlet, the sources it hands on by name, and prints of its wording.

    `own` says that it has a source without a name, or speaks for itself; `name` is the outlet's as written.
    """

    report: str
    outlet: str | None
    sources: frozenset[str]
    own: bool
    prints: frozenset[int]
    name: str | None = None


def teller(header: ReportHeader, voices: Iterable[Grounded[Voice]], prints: frozenset[int]) -> Teller:
    """A report as a witness of one thing, by the voices that tell it there; who only denies it tells nothing.

    Who speaks to another outlet is that outlet's source: its voice stands for theirs.
    """
    outlet = outlet_of(header)
    named: set[str] = set()
    own, handed_on = False, False
    for voice in (grounded.value for grounded in voices if grounded.value.link != "denies"):
        name = plain(voice.speaker)
        if voice.kind == "outlet":
            handed_on = name != outlet
            named.update({name} - {outlet or ""})
        elif _is_named(voice):
            named.add(name)
        elif not handed_on:
            own = True
    report, own = header.source_id or header.id, own or not named
    return Teller(report, outlet, frozenset(named), own, prints, header.outlet or outlet)


def outlet_of(header: ReportHeader) -> str | None:
    """Who published a report, to compare by: as it says, else the host of its address."""
    return plain(header.outlet or "") or _host(header.url)


def lines(tellers: Sequence[Teller]) -> tuple[Line, ...]:
    """The independent lines among the reports of one thing, each in order of its reports."""
    order = sorted(tellers, key=lambda t: t.report)
    line = {t.report: [t.report] for t in order}
    why: dict[str, set[str]] = {t.report: set() for t in order}
    for a, b in combinations(order, 2):
        for reason in _ties(a, b):
            why[a.report].add(reason)
            why[b.report].add(reason)
            if line[a.report] is not line[b.report]:
                both = sorted(line[a.report] + line[b.report])
                line.update(dict.fromkeys(both, both))
    apart = {reports[0]: reports for reports in line.values()}
    return tuple(
        Line(
            tuple(reports),
            tuple(sorted({reason for report in reports for reason in why[report]})),
            tuple(_outlets(t for t in order if t.report in reports)),
        )
        for _, reports in sorted(apart.items())
    )


def _outlets(tellers: Iterable[Teller]) -> Iterator[Outlet]:
    """Who published these reports, in the order of names."""
    found: dict[str, list[Teller]] = {}
    for each in tellers:
        if each.outlet:
            found.setdefault(each.outlet, []).append(each)
    for _, theirs in sorted(found.items()):
        yield Outlet(theirs[0].name or "", tuple(each.report for each in theirs))


def plain(name: str) -> str:
    """A name to compare by: lower case, without an article."""
    words = name.lower().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _ties(a: Teller, b: Teller) -> Iterator[str]:
    if a.outlet and a.outlet == b.outlet:
        yield f"same outlet: {a.outlet}"
    for one, other in ((a, b), (b, a)):
        if not one.own and one.sources <= other.sources | {other.outlet}:
            yield f"same source: {', '.join(sorted(one.sources))}"
    shared, fewer = len(a.prints & b.prints), min(len(a.prints), len(b.prints))
    if shared >= COPIED_RUNS and shared >= COPIED * fewer:
        yield "same wording"


def _is_named(voice: Voice) -> bool:
    """Whether a speaker goes by a name: it begins with a capital letter, leaving the article aside."""
    words = voice.speaker.split()
    if words and words[0].lower() == "the":
        words = words[1:]
    return voice.kind not in UNNAMED and bool(words) and words[0][0].isupper()


def _host(url: str | None) -> str | None:
    """The host of a page; of a page in a web archive, the host that it had."""
    address = url or ""
    kept = max(address.rfind("/http://"), address.rfind("/https://"))
    host = urlsplit(address[kept + 1 :]).hostname or ""
    return host.removeprefix("www.") or None
