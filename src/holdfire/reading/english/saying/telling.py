"""Shapes → attributions of rules: the speaker, the hearer, the stance."""

from collections.abc import Iterable
from typing import Any

from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Phrase
from holdfire.reading.english.phrases.noun_phrases import named
from holdfire.reading.english.saying.proposals import runs
from holdfire.reading.english.saying.shape import Shape, agent_of, speaker_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.voice import is_passive

REPORTS = frozenset(
    {
        "report",
        "account",
        "testimony",
        "word",
        "statement",
        "information",
        "claim",
        "source",
        "letter",
        "post",
    }
)
_SAYING = frozenset({"say", "add", "state", "claim", "announce", "note"})
"""Verbs whose object is what is said, and nobody who is told it."""
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor"})
NEGATED = {"confirm": "claim", "admit": "claim", "assert": "claim", "deny": "claim"}


def told(site: Site[Lexicon], shape: Shape, rule: str, *, stance: str | None = None) -> Attribution | None:
    """The attribution that a shape makes at a site; None where nothing is handed on."""
    tree = site.tree
    spans = tuple(runs(tree, shape.content))
    if (not spans and shape.name != "said_next") or _is_condition(tree, shape.source):
        return None
    first = spans[0] if spans else Span(tree.tokens[-1].end, tree.tokens[-1].end)
    source = teller(tree, shape.source)
    chosen: Any = stance or site.row
    if chosen == "deny" and source is not None and _is_told(tree, source, site.words):
        return None  # "a charge that Kampala denied": the charge denies nothing
    if is_negated(tree, site.anchor):
        chosen = NEGATED.get(chosen, chosen)
    return Attribution(
        speaker=named(tree, source, site.words) if source is not None else None,
        cue=tree.word(site.anchor),
        content=first,
        stance=chosen,
        hearer=hearer(tree, site.anchor, site.words, shape),
        rule=rule,
        more=spans[1:],
    )


def _is_told(tree: Dependents, source: int, words: Lexicon) -> bool:
    """Whether a noun for what is said, and not for a paper that says it, stands as who says it."""
    return tree.lemmas[source] in words.telling["noun"] and tree.lemmas[source] not in REPORTS - {"claim"}


def _is_condition(tree: Dependents, source: int | None) -> bool:
    """Whether a source is no speaker but a condition that was declared: "the state of emergency"."""
    of = source is not None and tree.lemmas[source] == "state"
    return source is not None and of and tree.has(source, ("emergency", "war", "siege", "alert"), "nmod")


def teller(tree: Dependents, source: int | None) -> int | None:
    """Who stands behind a source: of "the ministry's statement" the ministry; of "it was said" nobody."""
    if source is None or tree.tags[source] in ("EX", "WDT", "WP", "WRB"):
        return None
    if tree.relations[source] == "expl" and tree.lemmas[source] != "it":
        return None
    if tree.lemmas[source] in REPORTS:
        owner = tree.one(source, "nmod:poss")
        if owner is None:
            owner = next((c for c in tree.all(source, "nmod") if tree.case(c) in ("by", "from")), None)
        return source if owner is None else owner
    return source


def hearer(tree: Dependents, verb: int, words: Lexicon, shape: Shape) -> Phrase | None:
    """Who was told: the object of "told", or after "to"; or who quotes ("was quoted by X as saying")."""
    above = tree.heads[verb]
    if tree.relations[verb] == "advcl" and tree.lemmas[above] in words.telling.get("citing", {}):
        quoting = agent_of(tree, above) if is_passive(tree, above) else speaker_of(tree, above)
        return named(tree, quoting, words) if quoting is not None else None
    inside = frozenset(shape.content)
    told = tree.all(verb, "iobj", "obj") if tree.lemmas[verb] not in _SAYING else []
    heard = [c for c in told if tree.tags[c].startswith(("NN", "PRP"))]
    heard += [c for c in tree.all(verb, "obl") if tree.case(c) == "to" and tree.tags[c].startswith("NN")]
    heard = [c for c in heard if c not in inside]
    return named(tree, heard[0], words) if heard else None


def is_negated(tree: Dependents, anchor: int) -> bool:
    """Whether a verb is negated ("did not confirm", "neither confirmed")."""
    return tree.has(anchor, NEGATIONS, "advmod", "cc:preconj", "nsubj")


def first_of(shapes: Iterable[Shape], names: tuple[str, ...]) -> Shape | None:
    """The shape whose name stands first among the names."""
    found = {shape.name: shape for shape in shapes}
    return next((found[name] for name in names if name in found), None)
