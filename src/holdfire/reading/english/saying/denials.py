"""What is said of what was told before: "Athens flatly denied it", "a source told the paper about it"."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from holdfire.model.statement import Attribution, Deed, Directive, Statement
from holdfire.reading.english.phrases.naming import bare
from holdfire.reading.english.saying.quotations import Quotations
from holdfire.reading.english.saying.shape import Shape, cue_of, speaker_of
from holdfire.reading.english.saying.telling import is_negated, told
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule
from holdfire.reading.grammar.voice import is_passive

DENIED_IT, TOLD_OF_IT, MADE_IT = (
    "attribution.denied_it", "attribution.told_of_it", "attribution.made_it",
)  # fmt: skip
OF_BEFORE = frozenset({TOLD_OF_IT, MADE_IT})
CALLED_UNTRUE = "attribution.called_untrue"
NO_SUCH_ORDER = "attribution.no_such_order"
NO_SUCH_ACT = "attribution.no_such_act"
DENIED_ANY = "attribution.denied_any"
OF_ALL = frozenset({CALLED_UNTRUE, NO_SUCH_ACT, DENIED_ANY})
"""Denials that nothing of the kind was done; who denies "it" or "the charge" may deny that it was theirs."""
DENIALS = OF_ALL | {DENIED_IT}
BACKWARDS = DENIALS | OF_BEFORE | {NO_SUCH_ORDER}
CALLING = frozenset({"call", "describe", "brand", "label", "say", "term", "deem"})
DENIED_BACK, TOLD_BACK = 3, 1
ORDER_BACK = 8
"""Sentences within which an order that is denied was told."""
POINTING = frozenset({"it", "this", "that", "such"})
BACK = frozenset({"the", "this", "that"})
POINTING_OR_SO = POINTING | {"so"}
SUCH = frozenset({"such"})
ANY = frozenset({"any"})
RELATIVE = frozenset({"which"})
STORIES = frozenset({"story", "version", "report", "account", "statement", "figure", "news", "involvement"})
ONE = frozenset({"the claim", "the charge", "the allegation", "the accusation", "it", "this", "that"})
CUSTODY = frozenset({"detain", "abduct"})
GIVEN = frozenset({"order", "instruction", "standing rule"})


def _denied_it(site: Site[Lexicon]) -> Attribution | None:
    """A denial whose object only points back."""
    tree, verb = site.tree, site.anchor
    if site.row != "deny":
        return None
    obj, source = tree.one(verb, "obj"), speaker_of(tree, verb)
    if obj is None or source is None or not _points_back(tree, obj, site.words):
        return None
    shape = Shape("denied_it", verb, tuple(tree.branch(obj)), cue_of(tree, verb), source)
    return told(site, shape, DENIED_IT)


def _told_of_it(site: Site[Lexicon]) -> Attribution | None:
    """A telling or confirming whose object only points back."""
    tree, verb = site.tree, site.anchor
    if site.row == "deny":
        return None
    about = [c for c in tree.all(verb, "obl") if tree.case(c) in ("about", "of")]
    it = next((c for c in (*tree.all(verb, "obj"), *about) if tree.lemmas[c] in POINTING), None)
    it = next((c for c in tree.all(verb, "advmod") if tree.lemmas[c] == "so"), None) if it is None else it
    if it is None and is_passive(tree, verb):
        it = next((c for c in tree.all(verb, *PASSIVE_SUBJECTS) if tree.lemmas[c] in POINTING), None)
    if it is None or tree.one(verb, "ccomp", "xcomp", "parataxis") is not None or is_negated(tree, verb):
        return None
    source = speaker_of(tree, verb)
    if source is None:
        return None
    return told(site, Shape("told_of_it", verb, (it,), cue_of(tree, verb), source), TOLD_OF_IT)


def _made_it(site: Site[Lexicon]) -> Attribution | None:
    """A telling of what was told before by its noun: "the minister made the announcement"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    made = verb >= 0 and tree.lemmas[verb] == "make" and tree.relations[noun] in ("obj", "nsubj:pass")
    if not made or not tree.has(noun, BACK, "det") or tree.all(noun, "acl", "acl:relcl", "ccomp", "nmod"):
        return None
    source = speaker_of(tree, verb)
    if source is None or is_negated(tree, verb):
        return None
    shape = Shape("told_of_it", verb, tuple(tree.branch(noun)), cue_of(tree, verb), source)
    return told(site, shape, MADE_IT, stance="assert")


def _called_untrue(site: Site[Lexicon]) -> Attribution | None:
    """A judgement on what was told: "called the claims baseless", "said the reports were untrue"."""
    tree, word = site.tree, site.anchor
    verb = next((t for t in tree.above(word) if tree.lemmas[t] in CALLING and tree.tags[t][0] == "V"), None)
    source = speaker_of(tree, verb) if verb is not None else None
    if verb is None or source is None or is_negated(tree, verb) or is_negated(tree, word):
        return None
    near = (*tree.all(verb, "obj"), *tree.all(word, "nsubj", "nsubj:pass"))
    about = next((t for t in near if t != word and _points_back(tree, t, site.words, but=word)), None)
    if about is None:
        return None
    shape = Shape("denied_it", verb, tuple(tree.branch(about)), cue_of(tree, verb), source)
    return told(site, shape, CALLED_UNTRUE, stance="deny")


def _no_such_order(site: Site[Lexicon]) -> Attribution | None:
    """A denial that an order was given: "there was no such directive", "had issued no such order"."""
    return _no_such(site, NO_SUCH_ORDER)


def _no_such_act(site: Site[Lexicon]) -> Attribution | None:
    """A denial that an act was done: "no such incident took place, a spokesman said"."""
    return _no_such(site, NO_SUCH_ACT)


def _denied_any(site: Site[Lexicon]) -> Attribution | None:
    """A denial that anything of the kind was done: "denied any shooting", "that there had been any"."""
    tree, noun = site.tree, site.anchor
    if not tree.has(noun, ANY, "det") or tree.all(noun, "nmod", "acl", "acl:relcl"):
        return None
    verb = next((v for v in tree.above(noun) if site.words.speech.get(tree.lemmas[v]) == "deny"), None)
    source = speaker_of(tree, verb) if verb is not None else None
    if verb is None or source is None or is_negated(tree, verb):
        return None
    shape = Shape("denied_it", verb, tuple(tree.branch(noun)), cue_of(tree, verb), source)
    return told(site, shape, DENIED_ANY, stance="deny")


def _no_such(site: Site[Lexicon], rule: str) -> Attribution | None:
    tree, noun = site.tree, site.anchor
    near = {tree.tokens[c].text.lower() for c in tree.children[noun]}
    if not {"no", "such"} <= near and not {"any", "such"} <= near:
        return None
    if "any" in near and not any(is_negated(tree, v) for v in tree.above(noun)):
        return None
    verb = next((v for v in tree.above(noun) if site.words.speech.get(tree.lemmas[v]) is not None), None)
    verb = verb if verb is not None else _said_after(site)
    source = speaker_of(tree, verb) if verb is not None else None
    if verb is None or source is None:
        return None
    shape = Shape("denied_it", verb, tuple(tree.branch(noun)), cue_of(tree, verb), source)
    return told(site, shape, rule, stance="deny")


def _said_after(site: Site[Lexicon]) -> int | None:
    """The verb of speech that a clause hangs beside: "there is no such order, the army said"."""
    tree = site.tree
    beside = (c for t in (site.anchor, *tree.above(site.anchor)) for c in tree.all(t, "parataxis", "ccomp"))
    return next((c for c in beside if tree.lemmas[c] in site.words.speech), None)


def _points_back(tree: Dependents, obj: int, words: Lexicon, *, but: int | None = None) -> bool:
    if any(c != but for c in tree.all(obj, "acl", "acl:relcl", "ccomp", "nmod")):
        return False
    return tree.lemmas[obj] in POINTING | RELATIVE or _is_story(tree, obj, words)


def _is_story(tree: Dependents, noun: int, words: Lexicon) -> bool:
    """Whether a noun is of something told: "reports", "the claim"."""
    return tree.lemmas[noun] in STORIES or tree.lemmas[noun] in words.telling["noun"]


def told_before(
    statements: Sequence[Statement], said: Mapping[int, Sequence[Attribution]], quotations: Quotations
) -> list[Statement]:
    """The statements; those that a later sentence is about have its speaker in their chain of voices."""
    about = [(n, a) for n, some in said.items() for a in some if a.rule in BACKWARDS]
    if not about:
        return list(statements)
    forceful = [s for s in statements if isinstance(s, Deed) and s.act not in CUSTODY]
    numbers = [s.sentence for s in forceful]
    meant = [(n, a, _sentence_meant(n, a, forceful, quotations.words)) for n, a in about]
    return [_with_later(s, _of(s, _may_mean(s, meant), numbers), quotations) for s in statements]


def _sentence_meant(number: int, denial: Attribution, forceful: Sequence[Deed], words: str) -> int | None:
    """The one sentence whose acts are denied: its own; for "it" and "the claim" the last told."""
    if denial.rule not in DENIALS:
        return None
    if any(s.sentence == number and s.cue.end < denial.cue.start for s in forceful):
        return number
    if denial.content.of(words).lower() not in ONE:
        return None
    return max((s.sentence for s in forceful if s.sentence < number), default=None)


def _may_mean(
    statement: Statement, about: Sequence[tuple[int, Attribution, int | None]]
) -> list[tuple[int, Attribution]]:
    """What is said of acts told before, as far as it may be of a statement."""
    at = statement.sentence
    return [(n, a) for n, a, meant in about if meant is None or meant == at]


def _of(
    statement: Statement, about: Sequence[tuple[int, Attribution]], forceful: Sequence[int]
) -> Sequence[tuple[int, Attribution]]:
    """What may be said of a statement: who denies an account denies the force told in it, not the arrests."""
    if not isinstance(statement, Deed) or statement.act not in CUSTODY:
        return about
    return [
        (n, a)
        for n, a in about
        if a.rule not in DENIALS or not any(0 < n - each <= DENIED_BACK for each in forceful)
    ]


def _with_later(
    statement: Statement, about: Sequence[tuple[int, Attribution]], quotations: Quotations
) -> Statement:
    if not isinstance(statement, Deed | Directive):
        return statement
    for number, later in about:
        gap = number - statement.sentence
        whole = replace(later, content=quotations.span(statement.sentence), more=())
        if _answers_within(statement, later, gap) or _is_order_denied(statement, later, gap):
            return replace(statement, attribution=(*statement.attribution, whole))
        if later.rule == NO_SUCH_ORDER:
            if isinstance(statement, Directive) and 0 < gap <= ORDER_BACK and statement.kind in GIVEN:
                return replace(statement, attribution=(*statement.attribution, whole))
            continue
        if later.rule in OF_BEFORE and 0 < gap <= TOLD_BACK and not statement.attribution:
            return replace(statement, attribution=(whole,))
        reach = TOLD_BACK if _is_of_last(later, quotations.words) else DENIED_BACK
        denied = later.stance == "deny" and 0 < gap <= reach and isinstance(statement, Deed)
        if denied and not _same_speaker(statement.attribution, later, quotations.words):
            return replace(statement, attribution=(*statement.attribution, whole))
    return statement


def _is_order_denied(told: Deed | Directive, denial: Attribution, gap: int) -> bool:
    """Whether "the ministry denied this" follows right on an order that others tell of."""
    if not isinstance(told, Directive) or denial.rule not in DENIALS or gap != TOLD_BACK:
        return False
    return told.kind in GIVEN and bool(told.attribution)


def _answers_within(told: Deed | Directive, denial: Attribution, gap: int) -> bool:
    """Whether a denial is of an act told before it in its sentence: "…; Baku rejected the claim"."""
    own = isinstance(told, Deed) and gap == 0 and denial.rule in (DENIED_IT, CALLED_UNTRUE)
    return own and told.cue.end < denial.cue.start


def _is_of_last(denial: Attribution, words: str) -> bool:
    """Whether somebody rejected "that" or "this": what was said right before, which may be no act."""
    cue = denial.cue.of(words).lower()
    return cue.startswith(("reject", "dismiss")) and denial.content.of(words).lower() in ("that", "this")


def _same_speaker(voices: Sequence[Attribution], denial: Attribution, words: str) -> bool:
    denier = _name(denial, words)
    return any(_name(v, words) == denier for v in voices)


def _name(said: Attribution, words: str) -> str:
    meant = said.antecedent or said
    return bare(meant.speaker.span.of(words)).lower() if meant.speaker is not None else ""


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        DENIED_IT,
        Frame("speech"),
        _denied_it,
        (
            Example("Athens flatly denied it.", "Athens"),
            Example("The foreign ministry rejected the story.", "The foreign ministry"),
            Example("Troops had fired shells, which Bangkok denied.", "Bangkok"),
        ),
        ("The foreign ministry denied that shots were fired.", "The army rejected a recruit."),
        note="a denial of what was told in the sentences before",
    ),
    Rule(
        CALLED_UNTRUE,
        Frame("cues.untrue", tags="JVNR"),
        _called_untrue,
        (
            Example("A Saudi official called the claims baseless.", "A Saudi official"),
            Example("The ministry said the reports were untrue.", "The ministry"),
            Example("The army described the accusation as fabricated.", "The army"),
        ),
        (
            "The army called the bridge a lie.",
            "The ministry said the reports were not untrue.",
            "The ministry said the reports were true.",
        ),
        note="a denial of what was told in the sentences before, by what it is called",
    ),
    Rule(
        NO_SUCH_ORDER,
        Frame("directive_nouns", tags="N", beside=SUCH),
        _no_such_order,
        (
            Example("There was no such directive, the ministry said.", "the ministry"),
            Example("The army said that it had issued no such order.", "The army"),
        ),
        ("The army said that it had issued no order.", "There was no such bridge, the army said."),
        note="a denial of the order told in the sentences before",
    ),
    Rule(
        NO_SUCH_ACT,
        Frame("act_nouns", tags="N", beside=SUCH),
        _no_such_act,
        (
            Example("No such incident took place, a spokesman said.", "a spokesman"),
            Example("The ministry said that there had been no such attack.", "The ministry"),
        ),
        ("No such bridge exists, a spokesman said.", "The ministry said that no attack had taken place."),
        note="a denial of the act told in the sentences before",
    ),
    Rule(
        DENIED_ANY,
        Frame("act_nouns", tags="N", beside=ANY),
        _denied_any,
        (
            Example("The army denied any shooting.", "The army"),
            Example("A spokesman denied that there had been any shooting.", "A spokesman"),
        ),
        ("The army did not deny any shooting.", "The army denied any attack on the village in May."),
        note="a denial of the act told in the sentences before",
    ),
    Rule(
        TOLD_OF_IT,
        Frame("speech", beside=POINTING_OR_SO),
        _told_of_it,
        (
            Example("A source told Daily NK about it on Tuesday.", "A source"),
            Example("The ministry confirmed this on Monday.", "The ministry"),
            Example("This was said by the chief of the force.", "the chief of the force"),
            Example("The police chief said so on Monday.", "The police chief"),
        ),
        ("The ministry did not confirm this.", "The ministry confirmed that guards had fired."),
        note="what was told in the sentence before is someone's who tells of it",
    ),
    Rule(
        MADE_IT,
        Frame("telling.noun", tags="N", beside=BACK),
        _made_it,
        (
            Example("The foreign minister made the announcement after talks.", "The foreign minister"),
            Example("The statement was made by a spokesman for the army.", "a spokesman for the army"),
        ),
        (
            "The minister made a statement.",
            "The minister made the announcement of the ban.",
            "He made the bed.",
        ),
        note="what was told in the sentence before is someone's who announced it",
    ),
)
