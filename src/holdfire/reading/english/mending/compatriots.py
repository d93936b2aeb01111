"""Tree → Tree: adds nouns for people named by their people, where the tree has adjectives; drops nothing.

"A sentry shot an Afghan trying to cross": for a parser, *an Afghan trying* may be a kind of trying, and
nobody was shot. After an article, the word for a people is a noun where a participle with what belongs to it
follows.
"""

from msgspec.structs import replace

from holdfire.geography.peoples import peoples
from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import hung
from holdfire.reading.english.words.lemmas import lemma
from holdfire.reading.grammar.pattern import word_set
from holdfire.reading.grammar.voice import FINITE

_OF_NO_STATE = frozenset({
    "Rohingya", "Tamil", "Hazara", "Baloch", "Uighur", "Uyghur", "Yazidi", "Druze", "Bedouin",
})  # fmt: skip
_ONE = frozenset({"a", "an", "another", "one"})
_ADJECTIVES_ALONE = ("ish", "ch")
"""Ends of words that are no nouns: "a Turkish", "a French"."""
_NOMINAL = frozenset({"obj", "obl", "obl:agent", "nsubj", "nsubj:pass", "nmod", "conj", "appos", "iobj"})
_BEFORE = frozenset({"det", "case", "nummod", "amod"})
_ONWARD = word_set("across toward towards through over into along past under around")
_STAYING = word_set(
    "swim walk run try flee sleep fish farm work live drive ride climb hide wait sit stand travel cross"
)
_CARRYING = word_set(
    "carry cut herd collect gather graze smuggle transport catch tend harvest bring fetch sell buy throw "
    "hold wave"
)
_TAGS = frozenset({"JJ", "NNP", "NN"})


def with_compatriots(tree: Tree) -> Tree:
    """The tree, with "an Iraqi driving towards the post" as an Iraqi, and with "shot a Syrian dead"."""
    if "national" in tree.lemmas:
        tree = _with_nationals(tree)
    if _ONE.isdisjoint(tree.lemmas):
        return tree
    tokens = tree.sentence.tokens
    for at in [n for n, lemma_ in enumerate(tree.lemmas[:-2], 1) if lemma_ in _ONE]:
        if tree.tags[at] in _TAGS and (tokens[at].text in peoples() or tokens[at].text in _OF_NO_STATE):
            tree = _mended(tree, at)
    return tree


def _with_nationals(tree: Tree) -> Tree:
    """The tree, with "a Kyrgyz national" as one person, where it has an adjective."""
    for at in range(2, len(tree.tags)):
        if tree.lemmas[at] != "national" or tree.tags[at] != "JJ" or tree.relations[at] not in _NOMINAL:
            continue
        people, first = at - 1, at - 2
        if tree.sentence.tokens[people].text in peoples() and tree.heads[at] != people:
            one = {first: (at, "det")} if tree.lemmas[first] in _ONE else {}
            tree = hung(tree, {people: (at, "amod")} | one, {at: "NN"})
    return tree


def _mended(given: Tree, at: int) -> Tree:
    word, after = given.sentence.tokens[at].text, given.sentence.tokens[at + 1].text
    if word.endswith(_ADJECTIVES_ALONE):
        return given
    if given.heads[at] == at + 1 and given.relations[at] == "amod":
        if after == "dead":
            return _hung(given, at, given.heads[at + 1], "obj", owner=at + 1)
        if given.tags[at + 1] in FINITE:
            return _hung(given, at, at + 1, "nsubj", owner=at + 1)  # "a Rohingya died"
    return _doing(given, at)


def _doing(given: Tree, at: int) -> Tree:
    after = given.sentence.tokens[at + 1].text
    if not after.endswith("ing") or not _does(given, at + 1):
        return given
    noun = given.heads[at + 1] if given.relations[at + 1] in ("compound", "amod") else at + 1
    head, relation = given.heads[noun], given.relations[noun]
    if head in (at, at + 1) or noun < at:
        return given
    if relation not in _NOMINAL:
        if head > at or head < 0:
            return given
        cases = (n for n, h in enumerate(given.heads) if h == at and given.relations[n] == "case")
        relation = "obj" if next(cases, None) is None else "obl"
    made = _hung(given, at, head, relation, owner=noun)
    return _with_participle(made, at + 1, noun)


def _does(given: Tree, verb: int) -> bool:
    """Whether a word in -ing has what a verb has behind it, and is no noun ("an Iraqi building")."""
    if verb + 1 >= len(given.tags):
        return False
    said = lemma(given.sentence.tokens[verb].text, "VBG")
    tag, word = given.tags[verb + 1], given.lemmas[verb + 1]
    if tag == "IN":
        return word in _ONWARD or said in _STAYING
    if tag == "NN":
        return said in _CARRYING
    return tag in ("TO", "DT", "PRP$", "CD", "NNS", "PRP")


def _hung(given: Tree, at: int, head: int, relation: str, *, owner: int) -> Tree:
    """A person hung where a phrase was that it stood in, with what stood before it there."""
    tags, heads, relations = list(given.tags), list(given.heads), list(given.relations)
    for n, above in enumerate(given.heads):
        if above in (owner, at + 1) and n < at and relations[n] in _BEFORE:
            heads[n] = at
    tags[at], heads[at], relations[at] = "NN", head, relation
    return replace(given, tags=tuple(tags), heads=tuple(heads), relations=tuple(relations))


def _with_participle(given: Tree, verb: int, noun: int) -> Tree:
    """What a person does as a participle below; the noun that the tree had above it is what it is done to."""
    tags, heads, relations, lemmas = (
        list(part) for part in (given.tags, given.heads, given.relations, given.lemmas)
    )
    tags[verb], heads[verb], relations[verb] = "VBG", verb - 1, "acl"
    lemmas[verb] = lemma(given.sentence.tokens[verb].text, "VBG")
    if noun != verb:
        heads[noun], relations[noun] = verb, "obj"
    return replace(
        given, tags=tuple(tags), heads=tuple(heads), relations=tuple(relations), lemmas=tuple(lemmas)
    )
