"""Tree → Tree: adds what somebody could not but do as what he did; drops nothing.

"The guards had no choice but to fire" tells that they fired; a tree has them only having no choice.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below

_CHOICES = frozenset({"choice", "option", "alternative"})
_NONE = frozenset({"no", "little"})
_LEADS = (("but", "to"), ("except", "to"), ("other", "than", "to"))
_PAST = "VBD"


def with_forced_acts(tree: Tree) -> Tree:
    """The tree, with the verb behind "no choice but to" in the place of "had" or "were left"."""
    if _CHOICES.isdisjoint(tree.lemmas):
        return tree
    for noun, lemma in enumerate(tree.lemmas):
        if lemma in _CHOICES and not _NONE.isdisjoint(tree.lemmas[max(0, noun - 2) : noun]):
            tree = _mended(tree, noun)
    return tree


def _mended(tree: Tree, noun: int) -> Tree:
    above, lead = tree.heads[noun], _lead(tree, noun)
    act = noun + lead + 1
    if not lead or act >= len(tree.tags) or tree.tags[act] != "VB" or above < 0:
        return tree
    who = _who(tree, above)
    if who is None or tree.heads[act] not in (noun, above):
        return tree
    tags, heads, relations = list(tree.tags), list(tree.heads), list(tree.relations)
    for child, head in enumerate(tree.heads):
        if head == above and child != noun:
            heads[child] = act
    for token in range(noun, act):
        heads[token], relations[token] = (act, "discourse") if token == noun else (noun, "discourse")
    heads[act], relations[act] = tree.heads[above], tree.relations[above]
    heads[above], relations[above] = act, "discourse"
    for child in below(tree, above):
        if relations[child] in SUBJECTS or child == who:
            relations[child] = "nsubj" if child == who else "obl"
        elif relations[child] == "aux:pass":
            relations[child] = "discourse"
    if not any(tree.tags[c] == "MD" for c, head in enumerate(heads) if head == act):
        tags[act] = _PAST
    return replace(tree, tags=tuple(tags), heads=tuple(heads), relations=tuple(relations))


def _lead(tree: Tree, noun: int) -> int:
    """How many words lead the verb: "but to", "other than to"; 0 where none do."""
    behind = tree.lemmas[noun + 1 : noun + 4]
    return next((len(lead) for lead in _LEADS if behind[: len(lead)] == lead), 0)


def _who(tree: Tree, verb: int) -> int | None:
    """Who has no choice: who "had" none or "was left" with none, or whom something left none."""
    own = below(tree, verb)
    if tree.lemmas[verb] == "leave" and not any(tree.relations[c] == "nsubj:pass" for c in own):
        whom = ("iobj", "obj") if tree.tags[verb] == _PAST else ()
        return next((c for c in own if tree.relations[c] in whom and c < verb + 4), None)
    if tree.lemmas[verb] not in ("have", "leave") or tree.tags[verb] in ("VBP", "VBZ"):
        return None
    return next((c for c in own if tree.relations[c] in SUBJECTS and c < verb), None)
