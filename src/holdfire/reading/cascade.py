"""Report → Reading: every stage of reading in its order; drops nothing, so that each value can be explained.

text → tokens → triggers → syntax → mentions → statements → resolving → record
"""

from dataclasses import dataclass

from holdfire import __version__
from holdfire.geography.lines import BorderLine
from holdfire.model.derivation import Rival, Step
from holdfire.model.period import parse_period
from holdfire.model.record import ReaderHeader, Record, Warn
from holdfire.model.report import Report
from holdfire.model.text import Text
from holdfire.reading import mentions, resolving, statements, tokens
from holdfire.reading.english.dates import resolve_dates
from holdfire.reading.english.directives.documents import find_heading
from holdfire.reading.english.places.finding import PlaceFinder
from holdfire.reading.english.saying.carrying import carriers
from holdfire.reading.english.saying.quotations import Quotations
from holdfire.reading.record import compose, header
from holdfire.reading.statements import Grammar
from holdfire.reading.syntax import Syntax
from holdfire.reading.text import clean
from holdfire.reading.trail import Trail, trail

__all__ = ["Knowledge", "Reading", "Rival", "Step", "read", "unread"]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading a report gave: the record, and what gives the steps to it, in order of the words."""

    report: Report
    text: Text
    record: Record
    trail: Trail = tuple

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that led to the record, worked out anew."""
        return self.trail()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a reader knows: its words and rules, its syntax, its places.

    `lines` are a user's own border lines, which go before ours; `own` is the hash of all that is the user's.
    """

    grammar: Grammar
    syntax: Syntax
    places: PlaceFinder
    lines: tuple[BorderLine, ...] = ()
    own: str | None = None


def read(report: Report, knowledge: Knowledge) -> Reading:
    """Read one report."""
    words = knowledge.grammar.words
    text = clean(report)
    sentences = tokens.split(text)
    quotations = Quotations(text.words, text.paragraphs, sentences)
    heading = find_heading(text)
    triggered = knowledge.grammar.scan.triggered(sentences)
    numbers = triggered if heading is None else list(range(len(sentences)))
    stating = {*numbers, *carriers(quotations, numbers)}
    beside = frozenset(knowledge.grammar.scan.beside(sentences, triggered)) - stating
    numbers = sorted(stating | beside)
    trees = knowledge.syntax.parse([sentences[n] for n in numbers])
    found = mentions.find(report, text, knowledge.places)
    stated = statements.state(trees, numbers, knowledge.grammar, quotations, beside=beside)
    published = parse_period(report.published) if report.published else None
    dates = resolve_dates(text.words, found.dates, published=published)
    scene = resolving.Scene(
        text.words,
        sentences,
        found,
        dates,
        words,
        knowledge.lines,
        heading,
        knowledge.places.gazetteer,
        report.published,
    )
    resolved = resolving.resolve(stated, scene)
    by = ReaderHeader("holdfire", __version__, "en", own=knowledge.own)
    record = compose(report, text, resolved, reader=by)
    return Reading(report, text, record, trail(found, stated, resolved))


def unread(report: Report, why: str) -> Reading:
    """A reading that holds nothing but the reason why: for bulk streams, where every line has a record."""
    text = clean(report)
    empty = Record(
        header(report), ReaderHeader("holdfire", __version__, "en"), warnings=(Warn("unread", why),)
    )
    return Reading(report, text, empty)
