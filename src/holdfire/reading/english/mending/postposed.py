"""Tree → Tree: adds who speaks right behind "said", where it has him for something else; drops nothing.

"…, said Nowak" and "…, said Nowak, a spokeswoman": a tree may have the name for an adverb.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, hung

_SAYING = frozenset({"say", "add", "tell", "write", "explain", "state", "warn", "note"})
_BIDDING = frozenset({"order", "decree", "rule", "instruct", "command", "announce", "declare", "report"})
_HELPED = frozenset({"aux", "aux:pass", "cop", "mark", "obl:agent", "obj"})
_ASTRAY = frozenset({"advmod", "obl", "obl:unmarked", "xcomp", "dep", "obj", "nmod:unmarked"})
_NAMES = frozenset({"NNP", "NNPS"})
_LEADS = frozenset({"case", "det", "nummod"})
_CLOSING = frozenset({",", "”", '"', "’", "''"})


def with_postposed_speakers(tree: Tree) -> Tree:
    """The tree, with the name right behind a verb of saying that follows what is said as its subject.

    "…, the magistrate ordered" is told of him who ordered, where the tree has him ordered.
    """
    for verb in (n for n, tag in enumerate(tree.tags) if tag == "VBN" and tree.relations[n] == "parataxis"):
        tree = _active(tree, verb)
    for verb, lemma in enumerate(tree.lemmas[:-1]):
        if lemma in _SAYING and tree.tags[verb] in ("VBD", "VBZ") and verb:
            tree = _with_speaker(tree, verb)
    return tree


def _active(tree: Tree, verb: int) -> Tree:
    """The tree, with a bare participle behind what is said as what its subject did."""
    own = below(tree, verb)
    subject = next((c for c in own if tree.relations[c] == "nsubj:pass" and c < verb), None)
    plain = not any(tree.relations[c] in _HELPED for c in own) and tree.heads[verb] < verb
    led = (
        subject is not None
        and tree.sentence.tokens[min((subject, *below(tree, subject))) - 1].text in _CLOSING
    )
    if subject is None or not (plain and led) or tree.lemmas[verb] not in _SAYING | _BIDDING:
        return tree
    return hung(tree, {subject: (verb, "nsubj")}, {verb: "VBD"})


def _with_speaker(tree: Tree, verb: int) -> Tree:
    if tree.sentence.tokens[verb - 1].text not in _CLOSING:
        return tree
    own = below(tree, verb)
    said = any(tree.relations[c] in ("ccomp", "parataxis") and c < verb for c in own)
    names = [c for c in own if c > verb and tree.tags[c] in _NAMES and tree.relations[c] in _ASTRAY]
    name = next((c for c in names if all(tree.tags[t] in _NAMES for t in range(verb + 1, c))), None)
    if name is None or not said or any(tree.relations[c] in _LEADS for c in below(tree, name)):
        return tree
    subjects = [c for c in own if tree.relations[c] in SUBJECTS]
    if any(c < verb for c in subjects):
        return tree
    return hung(tree, {name: (verb, "nsubj"), **{c: (name, "appos") for c in subjects if c > name}})
