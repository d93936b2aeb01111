"""Tree → Tree: takes "the circular" for a noun, and "said units were" for what was said of them.

Drops nothing. A parser takes "circular" and "directive" for adjectives, though nothing stands behind them;
and nobody is told anything by "say", so who stands right behind it is of what is said. In "the policy bans
firing", a sentence with no other verb, it may have several bans of a policy.
"""

from msgspec.structs import replace

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung
from holdfire.reading.grammar.voice import FINITE

_PAPERS = frozenset({"circular", "directive", "communique"})
_BIDDING = frozenset({
    "rule", "policy", "deal", "pact", "accord", "order", "decree", "law", "directive", "agreement", "truce",
    "plan", "protocol", "treaty", "guideline", "regulation", "instruction", "memo", "circular",
    "understanding", "ordinance",
})  # fmt: skip
"""Papers that bid something."""
_BIDS = frozenset({"ban", "bar", "call", "envision", "mandate", "limit", "order", "permit", "empower"})
"""What a paper does, in words that are nouns too."""
_OBJECTS = frozenset({"DT", "VBG", "PRP$", "PDT"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})


def with_papers(tree: Tree) -> Tree:
    """The tree, with "the circular" as a noun."""
    if _PAPERS.isdisjoint(tree.lemmas):
        return tree
    wrong = [
        n
        for n, lemma in enumerate(tree.lemmas)
        if lemma in _PAPERS and tree.tags[n] == "JJ" and tree.relations[n] in _NOMINAL
    ]
    if not wrong:
        return tree
    return replace(tree, tags=tuple("NN" if n in wrong else tag for n, tag in enumerate(tree.tags)))


def with_bidding_papers(tree: Tree) -> Tree:
    """The tree, with "bans" as the verb of "the policy bans firing", where it has no other finite verb."""
    if _BIDS.isdisjoint(tree.lemmas) or any(tag in FINITE for tag in tree.tags):
        return tree
    for verb in range(1, len(tree.tags) - 1):
        paper, behind = verb - 1, tree.tags[verb + 1]
        several = tree.tags[paper] == "NNS"
        if (
            tree.heads[verb] == ROOT
            and tree.lemmas[verb] in _BIDS
            and tree.lemmas[paper] in _BIDDING
            and tree.heads[paper] == verb
            and tree.tags[verb] == ("NN" if several else "NNS")
            and (behind in _OBJECTS or tree.lemmas[verb + 1] == "for")
        ):
            return _bidding(tree, verb, "VBP" if several else "VBZ")
    return tree


def _bidding(tree: Tree, verb: int, tag: str) -> Tree:
    """The tree, with a paper that bids as the subject of its verb, and what it bids as the object."""
    links, last = {verb - 1: (verb, "nsubj")}, verb
    for n in below(tree, verb):
        if n < verb - 1:
            links[n] = (verb - 1, tree.relations[n])
        elif n > verb and tree.relations[n] in ("nmod", "nmod:unmarked", "dep"):
            links[n], last = (verb, "obl" if has(tree, n, ("case",)) else "obj"), n
        elif n > verb and tree.relations[n] == "acl":
            done = "obj" if last == verb else "acl"  # "bans FIRING", "calls for a halt to FIRING"
            links[n] = (verb, "xcomp") if tree.tags[n] == "VB" else (last, done)
    return hung(tree, links, {verb: tag})


def with_said_subjects(tree: Tree) -> Tree:
    """The tree, with who stands right behind "said" as the subject of what is said."""
    for verb, lemma in enumerate(tree.lemmas):
        if lemma != "say" or tree.tags[verb][0] != "V":
            continue
        hanging = below(tree, verb)
        who = next((n for n in hanging if n > verb and tree.relations[n] == "iobj"), None)
        said = next((n for n in hanging if n > verb and tree.relations[n] == "ccomp"), None)
        if who is None or said is None or who > said or tree.tags[who] not in _SEVERAL:
            continue
        if "that" in tree.lemmas[verb:said]:
            continue
        old = next((n for n in below(tree, said) if tree.relations[n] in SUBJECTS), None)
        links = {who: (said, "nsubj" if old is None else tree.relations[old])}
        if old is not None and old > who:
            links[old] = (who, "nmod")
        return hung(tree, links)
    return tree
