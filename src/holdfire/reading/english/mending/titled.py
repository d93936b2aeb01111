"""Tree → Tree: adds the verb of a headline that the tree has for a name; drops nothing.

In "Deng Signs Order Closing Border" a tree may have somebody called Deng Signs, and in "Deng Orders Army to
Shoot" an army that is Deng Orders. Only in a line where every longer word begins with a capital.
"""

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import below, hung

_DOES = {
    f"{verb.capitalize()}s": verb
    for verb in (
        *(
            "order",
            "sign",
            "ban",
            "bar",
            "allow",
            "permit",
            "instruct",
            "direct",
            "lift",
            "extend",
            "threaten",
        ),
        *("warn", "tell", "deploy", "command", "authorize", "authorise", "approve", "impose", "declare"),
        *("close", "issue"),
    )
}
"""What those in headlines do who give orders."""
_NAMES = frozenset({"NNP", "NNPS", "NN"})
_IN_NAME = frozenset({"flat", "compound"})
_LONG = 5
"""Letters: a longer word that begins without a capital stands in no headline."""


def with_headline_verbs(tree: Tree) -> Tree:
    """The tree, with the verb behind the name that opens a headline as what its subject does."""
    texts = [token.text for token in tree.sentence.tokens]
    at = next((n for n, text in enumerate(texts[1:4], 1) if text in _DOES), None)
    if at is None or at + 1 >= len(texts) or texts[-1] == "." or not _is_headline(texts):
        return tree
    above = tree.heads[at]
    name = at - 1 if above > at and tree.heads[at - 1] in (at, above) else above
    named = 0 <= name < at and tree.relations[at] in _IN_NAME and tree.tags[name] in _NAMES
    return _mended(tree, name, at) if named else tree


def _is_headline(texts: list[str]) -> bool:
    return all(text[0].isupper() or not text.isalpha() or len(text) < _LONG for text in texts)


def _mended(tree: Tree, name: int, verb: int) -> Tree:
    """The tree with the verb for root, and what hung from name or noun behind it as what it is done to."""
    root = tree.heads.index(ROOT)
    links = {verb: (ROOT, "root"), name: (verb, "nsubj")}
    tags, lemmas = {verb: "VBZ"}, {verb: _DOES[tree.sentence.tokens[verb].text]}
    if root == name:
        behind = [c for c in below(tree, name) if c > verb]
        links |= {c: (verb, _behind(tree, c)) for c in behind}
    else:
        links[root] = (verb, "obj")
        links |= {c: (root, "acl") for c in below(tree, root) if tree.relations[c] in ("xcomp", "ccomp")}
        tags[root] = "NN"
        lemmas[root] = tree.sentence.tokens[root].text.lower()
    return hung(tree, links, tags, lemmas)


def _behind(tree: Tree, token: int) -> str:
    """Under what relation a word hangs from the verb that hung from the name before it."""
    if tree.relations[token] in ("appos", "flat", "list", "compound", "dep"):
        return "obj"
    if tree.relations[token] in ("acl", "advcl", "xcomp", "ccomp"):
        return "xcomp"
    return "obl" if tree.relations[token] == "nmod" else tree.relations[token]
