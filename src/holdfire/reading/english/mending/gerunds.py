"""Tree → Tree: adds acts told by gerunds as nouns, and who is "being" treated as such; drops nothing.

In "The police shooting of two men angered the town" a tree may have the police angering it while shooting; in
"footage of a man being shot" the station that shows it being shot.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ACTS = frozenset({
    "shooting", "beating", "killing", "bombing", "firing", "shelling", "stabbing", "hanging", "wounding",
    "flogging", "slaying",
})  # fmt: skip
_LEADING = frozenset({"of", "about"})
_ACCUSING = frozenset({"accuse", "suspect", "convict"})
_FARTHEST = 8
"""How many words may stand between a noun and "being"."""


def with_gerunds(tree: Tree) -> Tree:
    """The tree, with "shooting of" behind a noun as a noun of its own, which hangs where that noun did."""
    if "VBG" not in tree.tags:
        return tree
    for at in range(1, len(tree.tags) - 1):
        if tree.tags[at] != "VBG" or tree.tags[at - 1] not in _NOUNS:
            continue
        if tree.sentence.tokens[at].text.lower() in _ACTS:
            tree = _as_noun(tree, at)
    return tree


def _as_noun(tree: Tree, at: int) -> Tree:
    owner = at - 1
    above = tree.heads[owner]
    subject = tree.relations[owner] in SUBJECTS
    of_verb = tree.lemmas[at + 1] == "of" and tree.heads[at] == above != at
    itself = above == at and tree.relations[at] in SUBJECTS  # "an escapee shooting had been filmed"
    if not subject or not (of_verb or itself):
        return tree
    above, relation = (tree.heads[at], tree.relations[at]) if itself else (above, tree.relations[owner])
    links = {n: (at, tree.relations[n]) for n in below(tree, owner) if n < owner}
    of = {n: (at, "nmod") for n in below(tree, at) if n > at and tree.relations[n] == "obl"}
    own = {at: (above, relation), owner: (at, "compound")}
    return hung(tree, links | of | own, {at: "NN"}, {at: tree.sentence.tokens[at].text.lower()})


def with_those_being_treated(tree: Tree) -> Tree:
    """The tree, with "being shot" under the noun right before it, of which something is told or shown."""
    if "VBN" not in tree.tags or "VBG" not in tree.tags:
        return tree
    for be in range(2, len(tree.lemmas) - 1):
        if tree.lemmas[be] == "be" and tree.tags[be] == "VBG":
            tree = _treated(tree, be)
    return tree


def _treated(tree: Tree, be: int) -> Tree:
    verb = tree.heads[be]
    if verb < be or tree.tags[verb] != "VBN" or tree.relations[be] != "aux:pass":
        return tree
    if tree.relations[verb] not in ("advcl", "acl") or has(tree, verb, SUBJECTS | {"mark"}):
        return tree
    noun = _led(tree, be)
    return tree if noun is None or tree.heads[verb] == noun else hung(tree, {verb: (noun, "acl")})


def _led(tree: Tree, be: int) -> int | None:
    """The noun before "being" that "of" or "about" leads; what is told of where it was may stand between."""
    for noun in range(be - 1, max(be - _FARTHEST, 0), -1):
        if tree.tags[noun] in ("VBD", "VBZ", "VBP", ","):
            return None
        cases = [n for n in below(tree, noun) if n < noun and tree.relations[n] == "case"]
        if tree.tags[noun] in _NOUNS and any(tree.lemmas[n] in _LEADING for n in cases):
            return noun
    return None


def with_joined_gerunds(tree: Tree) -> Tree:
    """The tree, with a second thing that somebody is accused of beside the first.

    "Accused soldiers of beating and in some cases shooting refugees": a tree may have the accuser shooting.
    """
    if _ACCUSING.isdisjoint(tree.lemmas):
        return tree
    for verb, lemma in enumerate(tree.lemmas):
        if lemma in _ACCUSING and tree.tags[verb][0] == "V":
            tree = _joined(tree, verb)
    return tree


def _joined(tree: Tree, verb: int) -> Tree:
    of = next((n for n in range(verb + 1, len(tree.tags) - 1) if tree.lemmas[n] == "of"), None)
    if of is None or tree.tags[of + 1] != "VBG":
        return tree
    first = of + 1
    later = [n for n in below(tree, verb) if n > first and tree.tags[n] == "VBG"]
    later = [n for n in later if has(tree, n, {"cc"}) and tree.relations[n] in ("advcl", "conj")]
    whose = tree.heads[first]
    led = whose == verb or (tree.heads[whose] == verb and tree.relations[whose] == "obj")
    if not led or not later:
        return tree
    return hung(tree, {first: (verb, "advcl"), of: (first, "mark")} | dict.fromkeys(later, (first, "conj")))
