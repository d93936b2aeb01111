"""Phrases → parties and voices: names without articles, kinds, and ids of units that are known."""

import re

from holdfire.model.party import Party, Voice
from holdfire.model.statement import Phrase
from holdfire.reading.english.words.lexicon import Lexicon

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our|these|those)\s+(?=\S)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_MARK = re.compile(r"[“”\"]")
_OF_STATE = re.compile(r"\b(?:state|government|ministry|party)\b", re.IGNORECASE)
_PRONOUNS = "he she it they them him her i we us you who which that this these those"
PRONOUNS = frozenset(_PRONOUNS.split())
OUTLETS = frozenset(
    {
        *("outlet", "newspaper", "agency", "broadcaster", "reporter", "journalist", "radio", "channel"),
        *("paper", "magazine", "website", "media", "press", "station"),
    }
)
_PRESS = re.compile(
    r"\b(?:News|Times|Daily|Radio|TV|Television|Press|Post|Agency|Channel|Journal|Herald|Tribune|Reuters|Weekly|"
    r"Broadcasting|[A-Z]{2,6})\b"
)
_TITLE = re.compile(r"[Tt]he [A-Z]\w+$")
FIRST_HAND = re.compile(r"\b(?:(?:eye)?witness(?:es)?|saw)\b", re.IGNORECASE)


def party(words: str, phrase: Phrase) -> Party:
    """The party that a phrase names."""
    return Party(
        name=bare(phrase.span.of(words)),
        kind=phrase.kind or "unknown",  # type: ignore[arg-type]
        role_type=phrase.role or None,  # type: ignore[arg-type]
    )


def bare(words: str) -> str:
    """A name without its article and line breaks."""
    name = _ARTICLE.sub("", _SPACE.sub(" ", words)).strip("“”\"' ")
    paired = name.count('"') % 2 == 0 and name.count("“") == name.count("”")
    return name if paired else _MARK.sub("", name)  # "“Israeli” forces", cut at the first mark


def is_pronoun(phrase: Phrase) -> bool:
    """Whether a phrase only points back to another ("they", but not "those who resist")."""
    return phrase.lemma in PRONOUNS and phrase.span == phrase.head


def voice(words: str, phrase: Phrase, lexicon: Lexicon, *, place: str | None, told_on: str | None) -> Voice:
    """The voice of a speaker: an anonymous source, a resident, an official, a document and so on."""
    text = phrase.span.of(words)
    kind = lexicon.speakers.get(phrase.lemma)
    if kind is None:
        kind = {
            "army": "military",
            "border guard": "military",
            "police": "official",
            "state": "official",
        }.get(phrase.kind or "", "resident" if phrase.kind == "civilian" else "other")
    if phrase.lemma in lexicon.cues["leader"] and phrase.kind in ("army", "border guard"):
        kind = "military"  # "the army chief"
    if kind == "outlet" and _OF_STATE.search(text):
        kind = "official"
    basis = "saw" if FIRST_HAND.search(text) else "document" if kind == "document" else "unknown"
    return Voice(bare(text), kind, place, told_on, basis)  # type: ignore[arg-type]


def is_outlet(words: str, phrase: Phrase) -> bool:
    """Whether those who were told are an outlet: "the newspaper", "Daily NK", "the Guardian", "RFA"."""
    said = phrase.span.of(words)
    if phrase.lemma in OUTLETS:
        return True
    return _PRESS.search(said) is not None or _TITLE.match(said) is not None
