"""Tree → Tree: adds whom an act is done to, where the tree has him doing it; drops nothing.

"They have captured and beaten farmers": a tree may have the farmers beating. "The crash killed 120": it may
have the crash killed. "Gunmen shot to death a guard": it may have the guard for a place.
"""

from collections.abc import Container

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_LOOSE = frozenset({"obl", "obl:unmarked", "nmod", "dep"})
_STARTS = frozenset({"DT", "CD", "PRP$"})
_PASSIVE = ("aux:pass",)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})


class Suffering:
    """Hangs whom an act is done to as its object; made once for a table of verbs."""

    def __init__(self, acts: Container[str]) -> None:
        self._acts = acts

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with each act done by its subject to its object."""
        passive = "nsubj:pass" in tree.relations
        for verb, tag in enumerate(tree.tags):
            if tag[0] == "V" and tree.lemmas[verb] in self._acts:
                tree = _named_behind(tree, verb) if passive else tree
                tree = _by_subject(tree, verb) if passive else tree
                tree = _to_kill(_to_death(tree, verb), verb)
                tree = _told_of(tree, verb)
        return tree


def _by_subject(tree: Tree, verb: int) -> Tree:
    """A verb with "have" alone, or with an object: its subject does it."""
    own = below(tree, verb)
    subject = next((t for t in own if tree.relations[t] == "nsubj:pass" and t < verb), None)
    if subject is None or has(tree, verb, _PASSIVE):
        return tree
    helped = any(tree.relations[t] == "aux" and tree.lemmas[t] == "have" for t in own)
    done_to = any(tree.relations[t] == "obj" and t > verb for t in (*own, *_of_next(tree, verb)))
    if not helped and not (done_to and tree.tags[verb] in ("VBD", "VBN")):
        return tree
    series = [verb]
    for each in series:  # grows as it is walked
        after = (t for t in below(tree, each) if tree.relations[t] == "conj" and tree.tags[t] == "VBN")
        series += [t for t in after if not has(tree, t, _PASSIVE)]
    bare = [t for v in series for t in below(tree, v) if _is_bare_agent(tree, t)]
    links = {subject: (verb, "nsubj")} | dict.fromkeys(bare, (verb, "obj"))
    return hung(tree, links | dict.fromkeys(series[1:], (verb, "conj")))


def _of_next(tree: Tree, verb: int) -> list[int]:
    """What hangs from a second act behind a comma that the same people did: "guards killed, injured ten"."""
    after = verb + 2
    if after >= len(tree.tags) or tree.tags[verb + 1] != "," or tree.heads[after] != verb:
        return []
    same = tree.relations[after] == "conj" and not has(tree, after, (*SUBJECTS, *_PASSIVE))
    return below(tree, after) if same else []


def _named_behind(tree: Tree, verb: int) -> Tree:
    """A name right behind an act is whom or what it befell: "militants shelled Avdiivka with mortars"."""
    name = verb + 1
    if name >= len(tree.tags) - 1 or tree.heads[name] != verb or tree.relations[name] != "advmod":
        return tree
    if not tree.sentence.tokens[name].text[:1].isupper() or has(tree, verb, ("obj", *_PASSIVE)):
        return tree
    return hung(tree, {name: (verb, "obj")}, {name: "NNP"})


def _is_bare_agent(tree: Tree, token: int) -> bool:
    """Whether a tree has somebody doing an act whom no preposition leads."""
    return tree.relations[token] == "obl:agent" and not has(tree, token, ("case",))


def _told_of(tree: Tree, verb: int) -> Tree:
    """A past tense without a subject, under a noun, was done to it: "a man, kidnapped by rebels,"."""
    if tree.tags[verb] != "VBD" or tree.relations[verb] != "acl" or tree.heads[verb] > verb:
        return tree
    own = below(tree, verb)
    if any(tree.relations[t] in ("nsubj", "obj", "aux") for t in own):
        return tree
    led = [t for t in own if tree.relations[t] == "obl"]
    by = [t for t in led if any(tree.heads[c] == t and tree.lemmas[c] == "by" for c in range(verb, t))]
    return hung(tree, dict.fromkeys(by, (verb, "obl:agent")), {verb: "VBN"}) if by else tree


def _to_death(tree: Tree, verb: int) -> Tree:
    """In "shot to death a guard" the guard is shot."""
    start = verb + 3
    if tree.lemmas[verb + 1 : start] != ("to", "death") or start >= len(tree.tags) - 1:
        return tree
    near = (t for t in below(tree, verb) if t >= start and tree.relations[t] in _LOOSE)
    whom = next((t for t in near if tree.tags[t] in _NOUNS and not has(tree, t, ("case",))), None)
    if whom is None or tree.tags[start] not in _STARTS or has(tree, verb, ("obj", *_PASSIVE)):
        return tree
    return hung(tree, {whom: (verb, "obj")})


def _to_kill(tree: Tree, verb: int) -> Tree:
    """In "ordered to shoot to kill anyone who crosses" whoever crosses is shot."""
    kill = verb + 2
    if tree.lemmas[verb : kill + 1] != ("shoot", "to", "kill") or has(tree, verb, ("obj", *_PASSIVE)):
        return tree
    return hung(tree, {t: (verb, "obj") for t in below(tree, kill) if tree.relations[t] == "obj"})
