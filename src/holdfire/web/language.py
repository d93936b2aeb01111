"""The languages of the workbench: templates are written in English, and a catalogue has the words of another.

A template is put into a language once, when it is loaded: each piece of text between its tags, each attribute
that people read, and each word in its code that they see is looked up in the catalogue, `words/ko.tsv`. What
the program says at run time goes through the filter `w`, what scripts say through `say`. A test walks all of
them and fails where a string has no entry.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from jinja2 import BaseLoader, Environment

ENGLISH, KOREAN = "en", "ko"
LANGUAGES = {ENGLISH: "English", KOREAN: "한국어"}
"""Each language as its readers call it."""
STAYS = "-"
_CODE = "= "
_EXPRESSION = r"\{%.*?%\}|\{\{.*?\}\}"
_PIECE = re.compile(
    rf"""(?P<block>\{{%.*?%\}}|\{{\#.*?\#\}})|(?P<said>\{{\{{.*?\}}\}})"""
    rf"""|(?P<tag></?(?:[a-zA-Z!]|\{{\{{)(?:{_EXPRESSION}|"(?:{_EXPRESSION}|[^"])*"|[^>])*>)""",
    re.DOTALL,
)
_READ = re.compile(
    rf'\b(?:title|aria-label|aria-valuetext|placeholder|alt)="((?:{_EXPRESSION}|[^"])*)"', re.DOTALL
)
_LITERAL = re.compile(r""""([^"\n]*)"|'([^'\n]*)'""")
_NAMES = re.compile(r"\s*:(?!:)")
"""What follows a literal that is the name of another, and so is read by nobody."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SCRIPTED = re.compile(r'\bsay\("([^"]+)"')
_COMMAND = "holdfire "
_DAY_OR_NUMBER = r"[\w.,:~?\- ]*\d[\w.,:~?\- ]*"
_PART = r"(?:(?!; ).)+"
"""A name in a sentence: no more than one of the parts of what is told."""
_FROM_TO = "{} to {}"
"""What scripts say of dates; elsewhere it may stand between any words."""
_SHORT = re.compile(r"\{\} [a-z]+(?: [a-z]+)?")
_RANGE = re.compile(f"({_DAY_OR_NUMBER}) to ({_DAY_OR_NUMBER})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]* (\d{{4}})"
_DAYS = re.compile(rf"\b(\d{{1,2}})(?: to |-)(\d{{1,2}}) {_MONTH}")
_DAY = re.compile(rf"(?:\b(\d{{1,2}}) )?\b{_MONTH}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a template that people may read, and where it stands; of text or of code."""

    start: int
    end: int
    words: str
    is_code: bool = False

    @property
    def key(self) -> str:
        """What the catalogue calls it."""
        return (_CODE if self.is_code else "") + " ".join(self.words.split())


def pieces(source: str) -> Iterator[Piece]:
    """What people read of a template: text and attributes with their expressions, or else the literals."""
    start, is_text = 0, True
    for match in _PIECE.finditer(source):
        if match["said"]:
            continue
        if is_text:
            yield from _run(source, start, match.start())
        start, is_text = match.end(), not (match["block"] or "").startswith("{% block kind")
        if match["tag"]:
            for read in _READ.finditer(source, match.start(), match.end()):
                yield from _run(source, *read.span(1))
        elif match["block"].startswith("{% set"):
            yield from _literals(source, *match.span())
    yield from _run(source, start, len(source))


def _run(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text, as one piece where there are words beside its expressions; else the literals of these."""
    words = source[start:end]
    bare = re.sub(_EXPRESSION, "", words, flags=re.DOTALL).strip()
    if bare.startswith(_COMMAND):
        return
    if _LETTERS.search(bare):
        at = start + len(words) - len(words.lstrip())
        yield Piece(at, at + len(words.strip()), words.strip())
    else:
        for match in re.finditer(r"\{\{.*?\}\}", words, re.DOTALL):
            yield from _literals(source, start + match.start(), start + match.end())


def _literals(source: str, start: int, end: int) -> Iterator[Piece]:
    for match in _LITERAL.finditer(source, start, end):
        words = match[1] if match[1] is not None else match[2]
        if _LETTERS.search(words) and not _NAMES.match(source, match.end()):
            yield Piece(match.start() + 1, match.end() - 1, words, is_code=True)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """The words of a language by the English ones; none for English."""
    if language == ENGLISH:
        return {}
    lines = files("holdfire.web").joinpath(f"words/{language}.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def translated(source: str, words: Mapping[str, str]) -> str:
    """A template with what people read of it in another language; what has no entry stays."""
    made, at = [], 0
    for piece in sorted(pieces(source), key=lambda each: each.start):
        found = words.get(piece.key, STAYS)
        if found != STAYS:
            given = source[piece.start : piece.end]
            head, tail = given[: len(given) - len(given.lstrip())], given[len(given.rstrip()) :]
            made += [source[at : piece.start], head, found, tail]
            at = piece.end
    return "".join((*made, source[at:]))


class Translated(BaseLoader):
    """Templates of another loader, in a language."""

    def __init__(self, loader: BaseLoader, language: str) -> None:
        self._loader = loader
        self._words = catalogue(language)

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source, translated."""
        source, name, is_current = self._loader.get_source(environment, template)
        return translated(source, self._words), name, is_current


def said(language: str, words: object) -> str:
    """What the program says, in a language; a sentence with a name in it is found by what stands round it."""
    given, known = str(words), catalogue(language)
    if not known:
        return given
    found = known.get(given) or known.get(given.lower())
    if found is not None:
        return found if found != STAYS else given
    if given[-1:] == "." and (bare := known.get(given[:1].lower() + given[1:-1])):
        return f"{bare}."
    for pattern, into in _sentences(language):
        match = pattern.fullmatch(given)
        if match is not None:
            return into.format(*(worded(language, each) for each in match.groups()))
    return given


@lru_cache(maxsize=8192)
def worded(language: str, words: str) -> str:
    """A value or a reason that the program says, in a language: codes, and sentences made of parts.

    What the catalogue does not have stays: names, and a report's own words.
    """
    if language == ENGLISH:
        return words
    found = said(language, words)
    if found != words:
        return found
    for mark in ("; ", ": "):
        if mark in words:
            return mark.join(worded(language, each) for each in words.split(mark))
    return dated(language, words)


@cache
def _sentences(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sentences with names in them; where one word stands beside a name ("{} killed"), it is a number."""
    found = []
    for english, words in catalogue(language).items():
        if "{}" in english and "{{" not in english and english != _FROM_TO:
            name = rf"({_DAY_OR_NUMBER})" if _SHORT.fullmatch(english) else f"({_PART})"
            pattern = name.join(map(re.escape, english.split("{}")))
            found.append((re.compile(pattern, re.DOTALL), words))
    return tuple(found)


def counted(language: str, number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    found = catalogue(language).get(f"{{}} {one}")
    return found.format(f"{number:,}") if found else f"{number:,} {one if number == 1 else many or f'{one}s'}"


def dated(language: str, words: str) -> str:
    """A date that was said in English, in a language."""
    if language == ENGLISH:
        return words
    whole = _DAYS.sub(lambda match: f"{_in_korean(match[1], match[3], match[4])}–{match[2]}일", words)
    found = _DAY.sub(lambda match: _in_korean(*match.groups()), whole)
    return said(language, _RANGE.sub(r"\1–\2", found) if _RANGE.fullmatch(found) else found)


def _in_korean(day: str | None, month: str, year: str) -> str:
    return f"{year}년 {_MONTHS.index(month) + 1}월" + (f" {day}일" if day else "")


def listed(language: str, words: str) -> str:
    """Several things that the program says with commas between them."""
    return ", ".join(said(language, each) for each in words.split(", "))


def scripted(source: str) -> Iterator[str]:
    """What a script says."""
    yield from _SCRIPTED.findall(source)
