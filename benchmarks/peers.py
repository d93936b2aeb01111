"""Other tools that do a part of what reading does, each a function of one text; absent ones are left out."""

import importlib.util
import re
from collections.abc import Callable, Iterator

Read = Callable[[str], object]
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORDS = (
    "shot",
    "fired",
    "killed",
    "wounded",
    "injured",
    "arrested",
    "ordered",
    "police",
    "soldiers",
    "guards",
)


def peers() -> Iterator[tuple[str, str, int, str, Read]]:
    """Name, what it does, on how many texts to measure it, our part that does the same, and the function."""
    yield "regular expression", "tokens with offsets (a plain limit)", 300, "holdfire, words", _tokens
    if importlib.util.find_spec("spacy"):
        yield "spaCy blank + ruler", "tokens, sentences, 10 word patterns", 100, "holdfire, words", _spacy()
    if importlib.util.find_spec("dateparser"):
        yield "dateparser.search", "dates", 15, "holdfire, dates", _dateparser()


def _tokens(text: str) -> object:
    return [(match.group(), match.start()) for match in _TOKEN.finditer(text)]


def _spacy() -> Read:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ACT", "pattern": [{"LOWER": word}]} for word in _WORDS])
    return pipeline


def _dateparser() -> Read:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])
