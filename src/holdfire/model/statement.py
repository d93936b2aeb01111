"""What the words of one sentence claim, before times, places and parties are resolved."""

from typing import Literal

import msgspec

from holdfire.model.incident import Circumstance, Count
from holdfire.model.span import Span


class Phrase(msgspec.Struct, frozen=True):
    """Words that fill a role: the span of the phrase, and the span and lemma of its head word.

    `kind` and `role` are those of a party (`model.party`), `thing` the type of a target that is no party
    ("animal", "vehicle", "object"), `count` how many the words count; each None where the words do not say.
    `proper`: the words are a name, or end in one, in a text without capitals too. `described` is the word
    that a name stands beside as known before ("the farmer, John Smith").
    """

    span: Span
    head: Span
    lemma: str
    kind: str | None = None
    role: str | None = None
    thing: str | None = None
    count: int | Count | None = None
    proper: bool = False
    described: str | None = None


Stance = Literal["assert", "confirm", "claim", "admit", "deny", "attitude"]


class Attribution(msgspec.Struct, frozen=True):
    """Who hands a statement on: the speaker (None for "it was reported"), the cue, the words handed on.

    `cue` is the anchoring word, `signal` all words of the cue, `source` all words about the speaker, `more`
    further stretches of what is handed on, `inner` what is handed on within it. The stance "attitude" is for
    what is believed, wanted, asked or praised, and not said to be so. `because` says why words were taken
    as handed on. `antecedent` is the attribution whose speaker a pronoun or "the source" points back to.
    """

    speaker: Phrase | None
    cue: Span
    content: Span
    stance: Stance
    hearer: Phrase | None = None
    rule: str = ""
    more: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    signal: tuple[Span, ...] = ()
    because: tuple[str, ...] = ()
    inner: "tuple[Attribution, ...]" = ()
    antecedent: "Attribution | None" = None

    def hands_on(self, span: Span) -> bool:
        """Whether words lie within what is handed on."""
        start, end, content = span.start, span.end, self.content
        if content.start <= start and end <= content.end:
            return True
        for piece in self.more:  # noqa: SIM110 - a loop, for it is called often
            if piece.start <= start and end <= piece.end:
                return True
        return False


class Norm(msgspec.Struct, frozen=True):
    """One thing obliged, forbidden or permitted, in words. `act` is a code, or lemmas where none is known."""

    modality: Literal["obligation", "prohibition", "permission"]
    act: str
    act_span: Span
    cue: Span
    rule: str
    means: str | None = None
    means_span: Span | None = None
    target: Phrase | None = None
    conditions: tuple[Span, ...] = ()
    exception: Span | None = None


class Directive(msgspec.Struct, frozen=True):
    """Words that say that someone ordered, forbade or permitted something.

    `definite` says whether they name an order as one told before ("the order") or as a new one ("an order"),
    `undated` are words about time that date something else ("rules that changed after a crash in May").
    """

    rule: str
    kind: str
    cue: Span
    sentence: int
    span: Span
    norms: tuple[Norm, ...]
    issuer: Phrase | None = None
    addressees: tuple[Phrase, ...] = ()
    content: tuple[Span, ...] = ()
    purpose: Span | None = None
    relation: tuple[str, Span, Span | None] | None = None
    document: Phrase | None = None
    attribution: tuple[Attribution, ...] = ()
    tense: str | None = None
    definite: bool | None = None
    undated: tuple[Span, ...] = ()


class Harm(msgspec.Struct, frozen=True):
    """People killed, injured, detained, or shot (and what became of them is untold): the phrase for them.

    `part` says that they are counted in another phrase ("three of them"); `pronoun` are the words that only
    point back to them.
    """

    kind: Literal["killed", "injured", "detained", "shot"]
    phrase: Phrase
    rule: str
    part: bool = False
    pronoun: Span | None = None


class Deed(msgspec.Struct, frozen=True):
    """Words that say that something was done, left undone, or is wont to be done.

    `undated` are words about time in its sentence that date another verb ("said Monday"), `meant` those whom
    the pronouns among its targets point back to, `doers` those whom the pronoun that acts does.
    """

    rule: str
    act: str
    cue: Span
    sentence: int
    span: Span
    mood: Literal["happened", "hypothetical", "habitual"]
    negated: bool = False
    means: str | None = None
    means_span: Span | None = None
    actors: tuple[Phrase, ...] = ()
    targets: tuple[Phrase, ...] = ()
    harms: tuple[Harm, ...] = ()
    warning: tuple[str, Span] | None = None
    aid: tuple[str, Span] | None = None
    condition: Span | None = None
    hedge: Span | None = None
    attribution: tuple[Attribution, ...] = ()
    tense: str | None = None
    undated: tuple[Span, ...] = ()
    meant: tuple[Phrase, ...] = ()
    doers: tuple[Phrase, ...] = ()


class Setting(msgspec.Struct, frozen=True):
    """Words about what stands around orders and acts: a zone set up, a review, an expectation."""

    rule: str
    kind: Literal["zone", "review", "blame", "fear", "hope", "prediction"]
    cue: Span
    sentence: int
    span: Span
    holder: Phrase | None = None
    about: Phrase | None = None
    content: Span | None = None
    attribution: tuple[Attribution, ...] = ()


class Bearing(msgspec.Struct, frozen=True):
    """Words that tell how somebody was, or what he did, on whom force may have been used.

    `who` is the phrase for him, None where the words name nobody ("in a shootout"). `standing`: it was so
    when something else happened ("as he fled", "had surrendered"); else one thing is told after another.
    """

    rule: str
    kind: Circumstance
    cue: Span
    sentence: int
    span: Span
    who: Phrase | None = None
    standing: bool = True
    attribution: tuple[Attribution, ...] = ()


Statement = Directive | Deed | Setting | Bearing
