"""Phrases → parties and voices, with pronouns and "the source" bound to what they point back to."""

from collections.abc import Sequence

from holdfire.model.grounded import Basis, Grounded, ground
from holdfire.model.party import Party, Voice
from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Phrase
from holdfire.reading.english.naming import bare, is_outlet, is_pronoun, party, voice
from holdfire.reading.resolving.scene import Scene


class Cast:
    """Who is spoken of in one report; remembers who was spoken of last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.issuer: Phrase | None = None
        self.actor: Phrase | None = None
        self.sources: list[Phrase] = []

    def party(self, phrase: Phrase, rule: str) -> Grounded[Party]:
        """The party that a phrase names; a country that acts is a state."""
        words = self.scene.words
        made = party(words, phrase)
        if made.kind == "unknown":
            country = next((p for p in self.scene.places_in(phrase.span) if p.place.level == "country"), None)
            if country is not None and country.span == phrase.span:
                made = Party(made.name, "state", "organization", country.place.id)
        return ground(made, words, phrase.span, rule=rule)

    def bound(self, phrase: Phrase, antecedent: Phrase | None, rule: str) -> Grounded[Party] | None:
        """The party of a phrase, or for a pronoun that of its antecedent; None where it has none."""
        if not is_pronoun(phrase):
            return self.party(phrase, rule)
        if antecedent is None:
            return None
        words = self.scene.words
        made = party(words, antecedent)
        because = f"“{phrase.span.of(words)}” taken for “{made.name}” before it"
        more = (antecedent.span,)
        return ground(made, words, phrase.span, rule=rule, basis="resolved", because=because, more=more)

    def issuer_of(
        self, phrase: Phrase | None, rule: str, *, speaker: Phrase | None = None
    ) -> Grounded[Party] | None:
        """Who gives an order; "he" is who tells it, or who gave the last; remembered for later sentences."""
        if phrase is None:
            return None
        before = self.issuer if speaker is None or is_pronoun(speaker) else speaker
        made = self.bound(phrase, before, rule)
        if not is_pronoun(phrase):
            self.issuer = phrase
        return made

    def actors_of(self, phrases: Sequence[Phrase], rule: str) -> tuple[Grounded[Party], ...]:
        """Who acts; remembered for pronouns in later sentences."""
        made = tuple(p for phrase in phrases if (p := self.bound(phrase, self.actor, rule)) is not None)
        self.actor = next((p for p in phrases if not is_pronoun(p)), self.actor)
        return made

    def voices(self, said: Sequence[Attribution], cue: Span, sentence: int) -> tuple[Grounded[Voice], ...]:
        """The chain of attribution, from the outlet inwards; narration where nobody is named."""
        chain: list[Grounded[Voice]] = []
        words = self.scene.words
        for one in said:
            if one.hearer is not None and is_outlet(words, one.hearer):
                outlet = Voice(bare(one.hearer.span.of(words)), "outlet")
                chain.append(ground(outlet, words, one.hearer.span, rule=one.rule))
            if one.speaker is not None:
                chain.append(self._voice(one, one.speaker, sentence))
        if chain:
            return tuple(chain)
        because = "no one is named as saying so"
        told = Voice("", "narration")
        return (ground(told, words, cue, rule="attribution.narration", basis="inferred", because=because),)

    def _voice(self, said: Attribution, speaker: Phrase, sentence: int) -> Grounded[Voice]:
        words = self.scene.words
        named, basis, because = self._antecedent(speaker)
        place = next((p.place.name for p in self.scene.places_in(named.span)), None)
        made = voice(
            words, named, self.scene.lexicon, place=place, told_on=self.scene.told_on(said, sentence)
        )
        if named is speaker:
            self.sources.append(named)
        more = (named.span,) if named is not speaker else ()
        return ground(made, words, speaker.span, rule=said.rule, basis=basis, because=because, more=more)

    def _antecedent(self, speaker: Phrase) -> tuple[Phrase, Basis, str | None]:
        """The phrase meant: “the source” is the source named before, “he” is who spoke last."""
        words = self.scene.words
        said = speaker.span.of(words)
        short = bare(said).lower() == speaker.lemma
        for earlier in reversed(self.sources):
            if (short and earlier.lemma == speaker.lemma) or is_pronoun(speaker):
                return earlier, "resolved", f"“{said}” is “{bare(earlier.span.of(words))}”, named before"
        return speaker, "stated", None
