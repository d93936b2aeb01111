"""Which words about time in a sentence date another verb than the one that tells an act.

"Police said Monday that a man was shot" says when it was said; "was in critical condition Tuesday after he
was shot" when he lay there.
"""

from collections.abc import Iterable

from holdfire.model.span import Span
from holdfire.model.tree import ROOT
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.pattern import word_set

WHEN = ("obl", "obl:unmarked", "advmod", "nmod:unmarked")
SHARED = ("conj", "xcomp", "acl:relcl", "acl")
APART = frozenset(
    {"of", "after", "before", "since", "until", "till", "if", "because", "though", "although", "once"}
)
"""Links to a clause that is told as of another time."""
AMENDS = frozenset({"extend", "prolong", "renew", "ease", "lift", "tighten", "shorten", "relax", "review"})
EARLIER = frozenset({"after", "since", "when", "because", "as", "while"})
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "today yesterday tonight night morning evening afternoon weekend week month year day ago a.m. p.m. am pm "
    "noon midnight midday dawn dusk overnight"
)


def dating_others(tree: Dependents, clause: int, act: int, words: Lexicon) -> tuple[Span, ...]:
    """The words about time that hang from verbs other than an act's own; `clause` is the act's verb."""
    timed = _timed(tree)
    after = tuple(tree.clause(token) for token, verb in _later(tree) if act < verb < token and verb != clause)
    if not timed:
        return after
    own = _shared(tree, clause)
    told = clause == act or _tells(tree, clause, act, words)
    return after + tuple(
        tree.clause(token)
        for token, verb in timed
        if (verb not in own or not told)
        and verb != act
        and not verb < act < token
        and not _happens(tree, verb, words)
        and not _is_inserted(tree, verb)
    )


def dating_no_order(
    tree: Dependents, anchor: int, content: Iterable[int], words: Lexicon
) -> tuple[Span, ...]:
    """The words about time of another act beside an order: "rules that changed after a plane fell in MAY".

    Of an order that is extended also the day on which it was first imposed.
    """
    timed = _timed(tree)
    if not timed:
        return ()
    inside = {anchor, *content, *(t for c in content for t in tree.above(c))}
    changed = tree.relations[anchor] == "obj" and tree.lemmas[tree.heads[anchor]] in AMENDS
    return tuple(
        tree.clause(token)
        for token, verb in timed
        if verb not in inside
        and (
            any(_is_earlier(tree, node, inside) for node in (verb, *tree.above(verb)))
            or (_tells_of_act(tree, verb, words) and tree.heads[verb] != anchor)
            or (changed and tree.relations[verb] == "acl" and tree.heads[verb] == anchor)
        )
    )


def _tells_of_act(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a clause on a noun tells of an act: "the men SHOT in May"; not of the truce that was struck."""
    return tree.relations[verb] in ("acl", "acl:relcl") and tree.lemmas[verb] in words.act_verbs


def _is_earlier(tree: Dependents, node: int, inside: set[int]) -> bool:
    """Whether a clause tells what came before or why, and holds nothing of an order: "after a plane fell"."""
    if node in inside or tree.relations[node] != "advcl" or not inside.isdisjoint(tree.branch(node)):
        return False
    return any(tree.lemmas[c] in EARLIER for c in tree.all(node, "mark", "advmod", "case"))


def _timed(tree: Dependents) -> list[tuple[int, int]]:
    """The words about time that hang from a verb or predicate, each with it."""
    kept: list[tuple[int, int]] | None = tree.kept.get(("timed", 0))
    if kept is None:
        kept = tree.kept["timed", 0] = [
            (token, tree.heads[token])
            for token, lemma in enumerate(tree.lemmas)
            if (lemma in TIMES or tree.tags[token] == "CD")
            and tree.relations[token] in WHEN
            and tree.heads[token] != ROOT
            and _is_predicate(tree, tree.heads[token])
        ]
    return kept


def _later(tree: Dependents) -> list[tuple[int, int]]:
    """The words "two days later" beside a verb, each with it: what it tells was at another time."""
    if "RBR" not in tree.tags:
        return []
    late = (t for t, lemma in enumerate(tree.lemmas) if lemma in ("late", "later") and tree.tags[t] == "RBR")
    return [
        (t, max(v for v in tree.conjuncts(tree.heads[t]) if v < t or v == tree.heads[t]))
        for t in late
        if tree.heads[t] != ROOT and tree.one(t, "obl:unmarked", "nmod:unmarked", "obl", "nmod") is not None
    ]


def _is_predicate(tree: Dependents, token: int) -> bool:
    return tree.tags[token][0] == "V" or tree.one(token, "cop", "nsubj") is not None


def _shared(tree: Dependents, clause: int) -> set[int]:
    """The verbs that share their time with an act: coordinated, in one clause with it, or its "when"."""
    out = [clause]
    while _goes_with(tree, out[-1]) and tree.heads[out[-1]] != ROOT:
        out.append(tree.heads[out[-1]])
    for token in out:  # grows as it is walked
        nouns = (n for n in tree.children[token] if tree.tags[n][0] == "N")
        below = (*tree.children[token], *(c for n in nouns for c in tree.all(n, "acl", "acl:relcl")))
        out += [c for c in below if c not in out and _goes_with(tree, c)]
    return set(out)


def _goes_with(tree: Dependents, token: int) -> bool:
    """Whether a clause is told as of the same time as the one above it."""
    relation = tree.relations[token]
    if relation != "advcl":
        return relation in SHARED
    links = {tree.lemmas[c] for c in tree.all(token, "mark", "advmod", "case")}
    return APART.isdisjoint(links)


def _tells(tree: Dependents, clause: int, noun: int, words: Lexicon) -> bool:
    """Whether the verb beside an act named by a noun says that it took place, or who answered it."""
    if tree.relations[noun].startswith("nsubj"):
        return True
    return tree.lemmas[clause] in words.act_verbs or _happens(tree, clause, words)


def _happens(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a verb says that something took place, or that someone was called to it."""
    lemma = tree.lemmas[verb]
    return any(lemma in words.cues[cue] for cue in ("happen", "commit", "respond"))


def _is_inserted(tree: Dependents, verb: int) -> bool:
    """Whether a verb only stands between commas: "a day earlier, it said, guns had shelled"."""
    after, subject = verb + 1, tree.one(verb, "nsubj")
    first = min(tree.branch(subject)) if subject is not None else verb
    commas = first > 0 and after < len(tree.tags)
    return commas and tree.tags[first - 1] == "," and tree.tags[after] == ","
