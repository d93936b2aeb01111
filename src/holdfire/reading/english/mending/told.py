"""Tree → Tree: gives a verb of saying its speaker, and what is told its own subject; drops nothing.

"Guards shot two men, a man who was there told the paper": a tree may have *told* as one more thing that the
man was, and then nobody tells of the shots. "The army, a man said, fired": it may have army and man say it.
"""

from collections.abc import Container

from msgspec.structs import replace

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import below, has, hung
from holdfire.reading.grammar.voice import FINITE

_WHO = frozenset({"who", "whose"})
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB"})
_SPEAKER = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "IN", "RB", "PRP"})
_HELPING = frozenset({"be", "have", "do", "will", "would", "can", "could"})
_PLACES = frozenset({"there", "here", "aboard", "inside", "outside", "nearby", "ashore", "present", "alone"})
_SUBORDINATE = frozenset({"WRB", "WDT", "WP", "CC"})
_THOSE = frozenset({"those", "that", "one", "some", "others"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl", "csubj"})
_ASTRAY = frozenset({"advcl", "ccomp", "acl", "acl:relcl", "dep", "conj"})
"""As what a tree may have "said" in "a man who fled said his section had been told"."""
_PAIR = 2


class Telling:
    """Knows the verbs of saying: made once for a lexicon."""

    def __init__(self, speech: Container[str]) -> None:
        self._speech = speech

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with what stands before the speaker as what is told, or behind a speaker who opens."""
        tree = self._with_opener(tree)
        if "," not in tree.tags:
            return tree
        tree = self._with_loose(self._with_parted(tree))
        verb = None if _WHO.isdisjoint(tree.lemmas) else self._at_the_end(tree)
        who = None if verb is None else _who(tree, verb)
        comma = None if who is None else _comma(tree, who)
        if verb is None or who is None or comma is None or _has_speaker(tree, verb, comma, who):
            return tree
        return _mended(tree, comma, who, verb)

    def _with_opener(self, tree: Tree) -> Tree:
        """The tree, with what stands behind "a man who fled said" as what he said."""
        if _WHO.isdisjoint(tree.lemmas):
            return tree
        for verb in range(2, len(tree.tags) - 2):
            if tree.tags[verb] in FINITE and tree.lemmas[verb] in self._speech:
                tree = _opened(tree, verb)
        return tree

    def _with_parted(self, tree: Tree) -> Tree:
        """The tree, with who stands before "…, a man said, …" as who does what stands behind it."""
        for verb in range(3, len(tree.tags) - 2):
            if tree.tags[verb] in FINITE and tree.tags[verb + 1] == "," and tree.lemmas[verb] in self._speech:
                tree = _parted(tree, verb)
        return tree

    def _with_loose(self, tree: Tree) -> Tree:
        """The tree, with a speaker for a verb of saying that has none: "…, the head and a nurse said"."""
        for verb in range(4, len(tree.tags)):
            if (
                tree.tags[verb] in FINITE
                and tree.lemmas[verb] in self._speech
                and tree.tags[verb - 1][0] == "N"
            ):
                tree = _with_speaker(tree, verb)
        return tree

    def _at_the_end(self, tree: Tree) -> int | None:
        """The last verb of a sentence, if it is one of saying and takes no more than a hearer or a day."""
        last = next((n for n in range(len(tree.tags) - 1, 0, -1) if tree.tags[n][0] in "VM"), None)
        if last is None or tree.tags[last] not in _VERBS or tree.lemmas[last] not in self._speech:
            return None
        return None if any(tree.tags[n] in (",", ":", "``") for n in range(last, len(tree.tags))) else last


def _parted(tree: Tree, verb: int) -> Tree:
    hanging = below(tree, verb)
    subjects = [n for n in hanging if tree.relations[n] == "nsubj" and n < verb]
    told = next((n for n in hanging if n > verb and tree.relations[n] == "ccomp"), None)
    if told is None or len(subjects) != _PAIR or "," not in tree.tags[subjects[0] : subjects[1]]:
        return tree
    if has(tree, told, ("nsubj", "nsubj:pass", "expl")):
        return tree
    return hung(tree, {subjects[0]: (told, "nsubj:pass" if has(tree, told, ("aux:pass",)) else "nsubj")})


def _with_speaker(tree: Tree, verb: int) -> Tree:
    """A phrase between a comma and a verb of saying as its speaker, where the tree has it in what is told."""
    before = {tree.relations[n] for n in below(tree, verb) if n < verb}
    if "ccomp" not in before or before & _SUBJECTS:
        return tree
    comma = next((n for n in range(verb - 1, 0, -1) if tree.tags[n] not in _SPEAKER | {"CC"}), 0)
    inside = range(comma + 1, verb)
    loose = [n for n in inside if tree.heads[n] not in inside]
    if tree.tags[comma] != "," or not loose or any(tree.heads[n] > comma for n in loose):
        return tree
    if tree.tags[comma + 1] in ("CC", "IN") or tree.tags[loose[0]][0] != "N":
        return tree
    several = "CC" in tree.tags[comma:verb]
    speaker = loose[0] if several else _head_of_phrase(tree, comma + 1, verb)
    heads, relations = list(tree.heads), list(tree.relations)
    for n in loose:
        heads[n] = speaker
    heads[speaker], relations[speaker] = verb, "nsubj"
    return replace(tree, heads=tuple(heads), relations=tuple(relations))


def _opened(tree: Tree, verb: int) -> Tree:
    """The tree with a verb of saying over the clause behind it that has its speaker for a subject."""
    second = next((n for n in range(verb + 1, len(tree.tags)) if tree.relations[n] in _SUBJECTS), None)
    told = tree.heads[second] if second is not None else -1
    if second is None or told < verb:
        return tree
    subjects = [n for n in below(tree, told) if tree.relations[n] in _SUBJECTS]
    if len(subjects) != _PAIR or subjects[1] != second or not subjects[0] < verb:
        return tree
    between = any(tree.tags[n] in FINITE or tree.tags[n] == "," for n in range(verb + 1, second))
    if between or has(tree, verb, _SUBJECTS):
        return tree
    if tree.heads[told] == verb:
        return hung(tree, {subjects[0]: (verb, "nsubj")})
    if tree.relations[verb] not in _ASTRAY or not subjects[0] <= tree.heads[verb] <= told:
        return tree
    links = {n: (verb, tree.relations[n]) for n in below(tree, told) if n < verb}
    links[subjects[0]] = verb, "nsubj"
    links[verb], links[told] = (tree.heads[told], tree.relations[told]), (verb, "ccomp")
    return hung(tree, links)


def _has_speaker(tree: Tree, verb: int, comma: int, who: int) -> bool:
    """Whether a tree has the speaker already."""
    heads = (n for n in range(comma + 1, who) if tree.heads[n] == verb and tree.relations[n] == "nsubj")
    crossing = any(comma < tree.heads[n] < verb for n in range(comma))
    return tree.heads[verb] == ROOT and next(heads, None) is not None and not crossing


def _who(tree: Tree, verb: int) -> int | None:
    """The "who" whose clause has a verb of its own before a verb of saying."""
    asking = (n for n in range(verb - 1, 0, -1) if tree.tags[n][0] == "W" or tree.lemmas[n] in _WHO)
    who = next(asking, None)
    if who is None or tree.lemmas[who] not in _WHO or tree.tags[verb - 1] == "CC":
        return None
    inside = range(who + 1, verb)
    own = [n for n in inside if tree.tags[n] in FINITE or tree.tags[n] == "MD"]
    helps = [n for n in inside if tree.lemmas[n] in _HELPING]
    between = range(helps[-1] + 1, verb) if helps else ()
    if helps and all(tree.tags[n] == "RB" and tree.lemmas[n] not in _PLACES for n in between):
        return None  # "a man who was then told", "a man who had said"
    return who if own and all(tree.tags[n] != "," for n in inside) else None


def _comma(tree: Tree, who: int) -> int | None:
    """Where a speaker begins: what stands between a comma and "who" is one phrase, and a clause before it."""
    at = who - 1
    while at > 0 and tree.tags[at] in _SPEAKER:
        at -= 1
    if not 1 < at < who - 1 or tree.tags[at] not in (",", "''"):
        return None
    named = tree.tags[who - 1][0] == "N" or tree.lemmas[who - 1] in _THOSE
    whole = tree.tags[0] not in _SUBORDINATE and any(tree.tags[n] in FINITE for n in range(at))
    return at if named and whole else None


def _mended(tree: Tree, comma: int, who: int, verb: int) -> Tree:
    """The verb of saying as the root, what stands before the comma under it, and its speaker."""
    speaker = _head_of_phrase(tree, comma + 1, who)
    clause, own = _top(tree, 0, comma), _own_verb(tree, who, verb)
    heads, relations, tags = list(tree.heads), list(tree.relations), list(tree.tags)
    for first, stop, head in ((0, comma, clause), (comma + 1, who, speaker), (who, verb, own)):
        for n in range(first, stop):
            if n != head and not first <= heads[n] < stop:
                heads[n], relations[n] = _above(tree, n, head), _below(tree, n, head)
    for n in (comma, *range(verb + 1, len(heads))):
        heads[n] = max(heads[n], verb)
    heads[verb], relations[verb] = ROOT, "root"
    tags[verb] = tags[verb] if tags[verb] in FINITE else "VBD"
    heads[clause], relations[clause] = verb, "ccomp"
    heads[speaker], relations[speaker] = verb, "nsubj"
    heads[own], relations[own] = speaker, "acl:relcl"
    return replace(tree, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags))


def _head_of_phrase(tree: Tree, first: int, stop: int) -> int:
    """The last noun of a phrase before its first preposition."""
    case = next((n for n in range(first + 1, stop) if tree.tags[n] == "IN"), stop)
    return next((n for n in range(case - 1, first, -1) if tree.tags[n][0] == "N"), case - 1)


def _top(tree: Tree, first: int, stop: int) -> int:
    """Of the words that hang from outside a stretch, the one that holds the rest."""
    loose = [n for n in range(first, stop) if not first <= tree.heads[n] < stop]
    verbs = [n for n in loose if tree.tags[n] in _VERBS]
    return min([n for n in loose if tree.heads[n] == ROOT] or verbs or loose)


def _own_verb(tree: Tree, who: int, verb: int) -> int:
    """What is told of a speaker: a verb, or what follows "was"."""
    told = [n for n in range(who + 1, verb) if tree.tags[n] in _VERBS and tree.lemmas[n] != "be"]
    return next((n for n in told if not who < tree.heads[n] < verb), told[0] if told else verb - 1)


def _above(tree: Tree, token: int, head: int) -> int:
    """From what a word hangs that hung from elsewhere: a number right behind a verb is its object."""
    counts = tree.relations[token] == "nummod" and tree.tags[token - 1][0] == "V"
    return token - 1 if counts else head


def _below(tree: Tree, token: int, head: int) -> str:
    """How a word hangs that hung from elsewhere."""
    relation = tree.relations[token]
    if relation == "nummod":
        return "obj"
    if tree.lemmas[token] == "be" and tree.tags[head][0] != "V":
        return "cop"
    return "nsubj" if relation == "nsubj:pass" and tree.tags[head][0] != "V" else relation
