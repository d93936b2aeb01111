"""Attributions → voices: the chain of who says so, the outlet first; narration where nobody is named."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from holdfire.model.grounded import Basis, Grounded, ground
from holdfire.model.party import Link, Sense, Voice
from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Phrase
from holdfire.reading.english.phrases.naming import bare, is_outlet, voice
from holdfire.reading.english.saying.denials import DENIALS
from holdfire.reading.english.saying.nesting import hands_on
from holdfire.reading.english.saying.perceived import PERCEIVED
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.scene import Scene

SEEN = frozenset({"saw", "seen", "see", "watched", "witnessed", "observed", "noticed", "filmed", "spotted"})
HEARD = frozenset({"heard", "hear"})


def voices(said: Sequence[Attribution], cue: Span, scene: Scene) -> tuple[Grounded[Voice], ...]:
    """The chain of voices of a statement with its cue; what only others deny is the narrator's own."""
    said = [one for one in said if not _is_kicker(one, scene)]
    chain = list(heard(*(_links(one, scene, any(hands_on(o, one) for o in said)) for one in said)))
    if not chain or all(one.rule in DENIALS for one in said):
        chain.insert(0, _narration(cue, scene.words))
    return tuple(chain)


def _is_kicker(said: Attribution, scene: Scene) -> bool:
    """Whether what stands before a colon is a place that a headline is about: "North Sinai: …"."""
    if said.rule != "attribution.label" or said.speaker is None:
        return False
    span = said.speaker.span
    return any(p.span == span for p in scene.places_in(span))


def heard(*groups: Iterable[Grounded[Voice]]) -> tuple[Grounded[Voice], ...]:
    """All voices, each once, as it first stands among the others, with how it knows where that is told."""
    out: dict[tuple[str | None, ...], Grounded[Voice]] = {}
    for group in groups:
        for one in group:
            first = out.setdefault(one.value.known_by, one)
            if first.value.basis == "unknown" != one.value.basis:
                out[one.value.known_by] = replace(first, value=replace(first.value, basis=one.value.basis))
    return tuple(out.values())


def _links(said: Attribution, scene: Scene, within: bool) -> Iterator[Grounded[Voice]]:
    """The outlet that was told, if any, and the speaker; `within` what somebody else hands on."""
    words = scene.words
    link: Link = "told" if within else "says"
    if said.hearer is not None and is_outlet(words, said.hearer):
        outlet = Voice(bare(said.hearer.span.of(words)), "outlet", link=link)
        yield ground(outlet, words, said.hearer.span, rule=said.rule)
        link = "told"
    if said.speaker is not None:
        yield _speaker(said, said.speaker, scene, "denies" if said.stance == "deny" else link)


def _speaker(said: Attribution, speaker: Phrase, scene: Scene, link: Link) -> Grounded[Voice]:
    """The voice of a speaker, at the words that name him; "he" and "the source" stand beside them."""
    words, first = scene.words, said.antecedent
    named = first.speaker if first is not None and first.speaker is not None else speaker
    place = next((p.place.name for p in scene.places_in(named.span)), None)
    told_on = _told_on(said, scene)
    made = voice(words, named, scene.lexicon, place=place, told_on=told_on)
    if made.kind == "other" and any(_is_country(p, named) for p in scene.places_in(named.span)):
        made = replace(made, kind="official")  # "Congo accused", "Ankara" is no country
    made = made if link == "says" else replace(made, link=link)
    made = replace(made, basis=_sensed(said, words)) if made.basis == "unknown" else made
    basis, because = _basis(said, speaker, named, words)
    more = (speaker.span,) if named is not speaker else ()
    return ground(made, words, named.span, rule=said.rule, basis=basis, because=because, more=more)


def _is_country(place: PlaceMention, named: Phrase) -> bool:
    """Whether a speaker is named by a country alone."""
    return place.place.level == "country" and place.span.contains(named.head)


def _sensed(said: Attribution, words: str) -> Sense:
    """How a speaker knows: by having seen or heard it himself, where he says so ("I saw …")."""
    if said.rule != PERCEIVED:
        return "unknown"
    cue = said.cue.of(words).lower()
    if cue in HEARD:
        return "heard"
    return "saw" if cue in SEEN else "unknown"


def _told_on(said: Attribution, scene: Scene) -> str | None:
    """The day of the telling, or that of the telling before by the same speaker."""
    telling = said.antecedent if said.because else said
    while telling is not None:
        day = scene.told_on(telling, scene.number_at(telling.cue))
        if day is not None:
            return day
        telling = telling.antecedent
    return None


def _basis(said: Attribution, speaker: Phrase, named: Phrase, words: str) -> tuple[Basis, str | None]:
    """Whether a voice is stated, points back, or speaks on from the sentences before."""
    if said.because:
        return "inferred", "; ".join(said.because)
    if named is speaker:
        return "stated", None
    return "resolved", f"“{speaker.span.of(words)}” is “{bare(named.span.of(words))}”, named before"


def _narration(cue: Span, words: str) -> Grounded[Voice]:
    because = "no one is named as saying so"
    return ground(
        Voice("", "narration"), words, cue, rule="attribution.narration", basis="inferred", because=because
    )
