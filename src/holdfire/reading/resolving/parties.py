"""Phrases → parties, with pronouns bound to what they point back to."""

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec.structs import replace

from holdfire.model.grounded import Grounded, ground
from holdfire.model.party import ARMED_OR_STATE, FORCES, Party, Voice
from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Phrase
from holdfire.reading.english.phrases.naming import is_pronoun, party
from holdfire.reading.english.saying.antecedents import agrees
from holdfire.reading.resolving.scene import Scene
from holdfire.reading.resolving.voices import voices

FARTHEST = 600
"""Code points: so far before a pronoun may stand whom it stands for."""
NEAR = 60
"""Code points between who says what it did and its pronoun: "the army said on Monday that it …"."""
_ENDS = re.compile(r"[.;:?!]\s")
_BODY = re.compile(r"[Tt]he [A-Z]\w*( [A-Z]\w*)*$")
OWN = frozenset({"it", "they", "we"})
MEN = frozenset({"man", "woman", "personnel"})
_THEIRS = re.compile(r"(?:his|her|its|their) ", re.IGNORECASE)


class Cast:
    """Who is spoken of in one report; remembers who was spoken of last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.issuer: Phrase | None = None
        self.actor: Phrase | None = None
        self.told: Phrase | None = None

    @cached_property
    def police(self) -> list[Span]:
        """The words for the police of a place, in order."""
        police = self.scene.lexicon.police
        speaking = (s for s in self.scene.sentences if not police.isdisjoint(s.said))
        return [Span(t.start, t.end) for s in speaking for t in s.tokens if t.text.lower() in police]

    def party(self, phrase: Phrase, rule: str) -> Grounded[Party]:
        """The party that a phrase names; a country that acts is a state."""
        words, phrase = self.scene.words, self._without_day(phrase)
        made = party(words, phrase)
        if made.kind == "unknown":
            country = next((p for p in self.scene.places_in(phrase.span) if p.place.level == "country"), None)
            if country is not None and country.span == phrase.span:
                made = Party(made.name, "state", "organization", country.place.id)
        return ground(made, words, phrase.span, rule=rule)

    def _without_day(self, phrase: Phrase) -> Phrase:
        """A phrase without the time that a tree has at its beginning: "last August guards"."""
        begun = (d.mention.span for d in self.scene.dates_in(phrase.span))
        time = next((s for s in begun if s.start == phrase.span.start and s.end < phrase.head.start), None)
        if time is None:
            return phrase
        rest = self.scene.words[time.end : phrase.head.start]
        start = time.end + len(rest) - len(rest.lstrip(" ,"))
        return replace(phrase, span=Span(start, phrase.span.end))

    def bound(
        self, phrase: Phrase, antecedent: Phrase | None, rule: str, *, sure: bool = False
    ) -> Grounded[Party] | None:
        """The party of a phrase, or for a pronoun that of its antecedent; None where it has none.

        Unless it is `sure`, the two must agree in number and stand near each other.
        """
        if not is_pronoun(phrase):
            return self.party(phrase, rule)
        words = self.scene.words
        if antecedent is None or not (sure or self._may_be(phrase, antecedent)):
            return None
        made = party(words, antecedent)
        where = "before it" if antecedent.span.start < phrase.span.start else "who says so"
        because = f"“{phrase.span.of(words)}” taken for “{made.name}” {where}"
        more = (antecedent.span,)
        return ground(made, words, phrase.span, rule=rule, basis="resolved", because=because, more=more)

    def _may_be(self, pronoun: Phrase, antecedent: Phrase) -> bool:
        near = abs(pronoun.span.start - antecedent.span.end) <= FARTHEST
        return near and agrees(pronoun.lemma, antecedent, self.scene.words, self.scene.lexicon)

    def issuer_of(
        self, phrase: Phrase | None, rule: str, *, speaker: Phrase | None = None
    ) -> Grounded[Party] | None:
        """Who gives an order; "he" is who tells it, or who gave the last; remembered for later sentences."""
        if phrase is None:
            return None
        before = self.issuer if speaker is None or is_pronoun(speaker) else speaker
        made = self.bound(phrase, before, rule, sure=phrase.lemma in ("i", "we") and before is speaker)
        if not is_pronoun(phrase):
            self.issuer = phrase
        return made

    def addressees_of(
        self, phrases: Sequence[Phrase], rule: str, *, speaker: Phrase | None = None
    ) -> tuple[Grounded[Party], ...]:
        """Who is told; "they" are those told last, else those who acted last; "it" the force that says so."""
        before = self.told or self.actor
        if speaker is not None and speaker.kind in FORCES and any(p.lemma == "it" for p in phrases):
            before = speaker
        phrases = [self._of_giver(phrase) for phrase in phrases]
        made = tuple(p for phrase in phrases if (p := self.bound(phrase, before, rule)) is not None)
        self.told = next((p for p in phrases if not is_pronoun(p)), self.told)
        return made

    def _of_giver(self, told: Phrase) -> Phrase:
        """Who is told an order; the men of a commander are of his force: "the colonel ordered his men"."""
        giver = self.issuer.kind if self.issuer is not None else None
        theirs = told.lemma in MEN and _THEIRS.match(told.span.of(self.scene.words)) is not None
        return replace(told, kind=giver) if theirs and giver in FORCES else told

    def actors_of(
        self,
        phrases: Sequence[Phrase],
        rule: str,
        *,
        on: Sequence[Phrase] = (),
        said: Sequence[Attribution] = (),
        doers: Sequence[Phrase] = (),
    ) -> tuple[Grounded[Party], ...]:
        """Who acts, on whom, by whose words; remembered for pronouns in later sentences.

        "They" are the force that says what it did, else the `doers` named before, else who acted last, but
        for an act on those who acted: "they attacked the troops".
        """
        last = None if _is_on(self.actor, on) else self.actor
        out = []
        for phrase in phrases:
            own = self._of_itself(phrase, said)
            sure = own is not None or len(doers) > 1
            for meant in (own,) if own is not None else doers if is_pronoun(phrase) and doers else (last,):
                made = self.bound(phrase, meant, rule, sure=sure)
                if made is not None:
                    out.append(made)
                    self.actor = meant if is_pronoun(phrase) else self.actor
        self.actor = next((p for p in phrases if not is_pronoun(p)), self.actor)
        return tuple(out)

    def _of_itself(self, phrase: Phrase, said: Sequence[Attribution]) -> Phrase | None:
        """The force that tells of its own act: "the army said it had fired", "“we shot,” the army said"."""
        if phrase.lemma not in OWN:
            return None
        for one in reversed(said):
            speaker = (one.antecedent or one).speaker
            told = one.speaker
            if speaker is None or told is None or is_pronoun(speaker) or not self._may_use_force(speaker):
                continue
            between = self.scene.words[told.span.end : phrase.span.start]
            if (phrase.lemma == "we" and speaker.role != "individual") or (
                0 < len(between) <= NEAR and _ENDS.search(between) is None
            ):
                return speaker
        return None

    def _may_use_force(self, speaker: Phrase) -> bool:
        """Whether a speaker is a force, or a body by its name ("the Red Front")."""
        said = speaker.span.of(self.scene.words)
        return speaker.kind in ARMED_OR_STATE or (speaker.kind is None and _BODY.match(said) is not None)

    def voices(self, said: Sequence[Attribution], cue: Span) -> tuple[Grounded[Voice], ...]:
        """The chain of attribution of a statement."""
        return voices(said, cue, self.scene)


def _is_on(actor: Phrase | None, on: Sequence[Phrase]) -> bool:
    """Whether those acted on are the force that acted before, under the same or another name."""
    return (
        actor is not None and actor.kind in FORCES and any(t.kind in FORCES or t.lemma == "force" for t in on)
    )
