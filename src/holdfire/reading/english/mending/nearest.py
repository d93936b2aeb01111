"""Tree → Tree: hangs clauses and days from the verb right before them; drops nothing.

In "a man was hurt when a guard fired on being attacked" a tree may have the man attacked; in "accused them of
killing two men last week" it may have the accusing last week.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.acts.act_words import DAYS, MONTHS
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_LEADS = frozenset({"on", "upon", "after"})
_LAYING = frozenset({"accuse", "blame", "suspect"})
_TIMES = frozenset({"obl", "obl:unmarked", "nmod:unmarked"})
_LENGTHS = frozenset({"week", "month", "year", "weekend", "yesterday"})


def with_nearest_verbs(tree: Tree) -> Tree:
    """The tree, with each "on being" clause under the last clause before it, where it hangs further up."""
    if _LEADS.isdisjoint(tree.lemmas) or "being" not in {t.text for t in tree.sentence.tokens}:
        return tree
    for verb in range(2, len(tree.tags)):
        if tree.relations[verb] == "advcl" and tree.heads[verb] < verb and _is_led(tree, verb):
            near = _nearest(tree, verb)
            if near is not None:
                tree = hung(tree, {verb: (near, "advcl")})
    return tree


def with_days_of_what_is_laid(tree: Tree) -> Tree:
    """The tree, with the day behind what somebody is accused of under that act, not under the accusing."""
    if _LAYING.isdisjoint(tree.lemmas):
        return tree
    for at, lemma in enumerate(tree.lemmas):
        if lemma not in _LAYING or tree.tags[at][0] != "V":
            continue
        own = below(tree, at)
        act = next((t for t in own if t > at and _is_laid(tree, t)), None)
        days = [t for t in own if act is not None and t > act and tree.relations[t] in _TIMES]
        days = [t for t in days if _is_of_time(tree, t)]
        if act is not None and days:
            tree = hung(tree, {t: (act, tree.relations[t]) for t in days})
    return tree


def _is_laid(tree: Tree, verb: int) -> bool:
    """Whether a gerund is what somebody is accused of."""
    led = any(tree.relations[t] == "mark" and tree.lemmas[t] in ("of", "for") for t in below(tree, verb))
    return tree.tags[verb] == "VBG" and tree.relations[verb] == "advcl" and led


def _is_of_time(tree: Tree, token: int) -> bool:
    """Whether a phrase names a day, a week or a month."""
    said = tree.lemmas[token]
    return said.lower() in DAYS | MONTHS | _LENGTHS or tree.tags[token] == "CD"


def _is_led(tree: Tree, verb: int) -> bool:
    own = below(tree, verb)
    led = any(tree.relations[t] == "mark" and tree.lemmas[t] in _LEADS for t in own)
    return led and any(tree.relations[t] == "aux:pass" and tree.tags[t] == "VBG" for t in own)


def _nearest(tree: Tree, verb: int) -> int | None:
    """The last clause with a subject of its own that stands between the verb above and this one."""
    above = tree.heads[verb]
    clauses = (t for t in below(tree, above) if above < t < verb and tree.relations[t] == "advcl")
    return next((t for t in reversed([*clauses]) if has(tree, t, SUBJECTS)), None)
