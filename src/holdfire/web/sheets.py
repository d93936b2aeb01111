"""Reports as they are worked on, kept between requests: what nobody decided since is not drawn again.

A long report has thousands of values. Its text and its cards are drawn once, and after a decision only the
block and the card that it is about.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from markupsafe import Markup, escape

from holdfire.views.annotated import Block, Run
from holdfire.views.cards import Card
from holdfire.views.ledger import Section
from holdfire.views.worksheet import Decided, Shown
from holdfire.web.answers import part

KEPT = 16
"""So many reports are kept."""
AT_ONCE = 20
"""So many cards of a section are drawn before somebody asks for more."""
MOST = 8
"""So many pieces are kept for each block of the text."""


ByCard = Mapping[str, Sequence[tuple[str, Decided]]]
"""What people decided, by the card in which it stands."""


@dataclass(frozen=True, slots=True)
class Part:
    """Cards of a section, drawn; `rest` is the number of the first that is not, if any is not."""

    section: Section
    cards: Sequence[Markup]
    rest: int | None

    @property
    def last(self) -> str:
        """The path of the section's last card."""
        return self.section.cards[-1].path


@dataclass(slots=True)
class Sheet:
    """One report as people have it now, and what was drawn of it, by what was decided then."""

    report: str
    shown: Shown
    drawn: dict[tuple[Hashable, ...], Markup] = field(default_factory=dict)

    def text(self, decided: Mapping[str, Decided]) -> list[tuple[Block, Markup]]:
        """Each block with its words, marked."""
        return [
            (block, self._block(number, block, decided)) for number, block in enumerate(self.shown.blocks)
        ]

    def part(
        self, section: Section, decided: Mapping[str, Decided], language: str, *, start: int = 0, to: str = ""
    ) -> Part:
        """Some cards of a section from one on; all up to the card of a path where that is further on."""
        return self._part(section, _by_card(decided), language, start=start, to=to)

    def parts(self, decided: Mapping[str, Decided], language: str, *, to: str = "") -> list[Part]:
        """Every section as it is first seen."""
        of = _by_card(decided)
        return [self._part(section, of, language, to=to) for section in self.shown.ledger.sections]

    def _part(self, section: Section, of: ByCard, language: str, *, start: int = 0, to: str) -> Part:
        card = _owner(to)
        asked = next((n for n, each in enumerate(section.cards) if each.path == card), -1)
        end = max(start + AT_ONCE, asked + 1)
        drawn = [self._card(each, of.get(each.path, ()), language) for each in section.cards[start:end]]
        return Part(section, drawn, end if end < len(section.cards) else None)

    def _block(self, number: int, block: Block, decided: Mapping[str, Decided]) -> Markup:
        moods = tuple(_mood(run, decided) for run in block.runs) if decided else ()
        key = number, moods if any(moods) else ()
        if key not in self.drawn:
            of = zip(block.runs, moods or ("",) * len(block.runs), strict=True)
            self.drawn[key] = Markup("").join(_marked(run, mood) for run, mood in of)
        return self.drawn[key]

    def take_over(self, earlier: "Sheet") -> None:
        """What was drawn of the blocks and cards that are as they were."""
        mine, theirs = _pieces(self.shown), _pieces(earlier.shown)
        same = {name for name, piece in mine.items() if theirs.get(name) == piece}
        self.drawn = {key: drawn for key, drawn in earlier.drawn.items() if key[0] in same}

    def forget_some(self) -> None:
        """Keep no more of what was drawn under earlier decisions than there is now."""
        if len(self.drawn) > MOST * (len(self.shown.blocks) + 1):
            self.drawn.clear()

    def _card(self, card: Card, decided: Sequence[tuple[str, Decided]], language: str) -> Markup:
        key = card.path, language, tuple(decided)
        if key not in self.drawn:
            given = {"each": card, "decided": dict(decided), "report": self.report}
            self.drawn[key] = part("card.html", language=language, **given)
        return self.drawn[key]


class Sheets:
    """The sheets of the reports that were looked at last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Sheet] = OrderedDict()
        self._lock = Lock()

    def get(self, report: str, key: Hashable, make: Callable[[], Shown]) -> Sheet:
        """The sheet of a report; `key` is what it follows from."""
        with self._lock:
            found = self._kept.get((report, key))
            earlier = next((each for each in reversed(self._kept.values()) if each.report == report), None)
        made = found or Sheet(report, make())
        if found is None and earlier is not None:
            made.take_over(earlier)
        made.forget_some()
        with self._lock:
            self._kept[report, key] = made
            self._kept.move_to_end((report, key))
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made


def _pieces(of: Shown) -> dict[Hashable, Block | Card]:
    """Blocks by their numbers, cards by their paths."""
    found: dict[Hashable, Block | Card] = dict(enumerate(of.blocks))
    found.update((card.path, card) for section in of.ledger.sections for card in section.cards)
    return found


def _by_card(decided: Mapping[str, Decided]) -> ByCard:
    of: dict[str, list[tuple[str, Decided]]] = {}
    for path, each in decided.items():
        of.setdefault(_owner(path), []).append((path, each))
    return of


def _owner(path: str) -> str:
    return ".".join(path.split(".")[:2])


def _mood(run: Run, decided: Mapping[str, Decided]) -> str:
    said = decided.get(run.values[0]) if run.values else None
    return said.mood if said is not None else ""


def _marked(run: Run, mood: str) -> Markup:
    """Words with what they say; their offsets stand beside them for the script."""
    words, start, frame = escape(run.words), run.start, run.frame or ""
    if not run.values:
        if frame:
            return Markup(f'<span class="f {frame}" id="w{start}" data-s="{start}">{words}</span>')
        aside = ' class="aside"' if run.left_out else ""
        return Markup(f'<span data-s="{start}"{aside}>{words}</span>')
    classes = f"v {run.kind} {frame}{' aside' if run.left_out else ''}"
    entry, values = escape(run.values[0].replace(".", "-")), escape(" ".join(run.values))
    said = f' data-mood="{mood}"' if mood else ""
    where = f'id="w{start}" href="#e-{entry}" data-v="{values}" data-s="{start}"'
    return Markup(f'<a class="{classes}" {where} tabindex="-1"{said}>{words}</a>')
