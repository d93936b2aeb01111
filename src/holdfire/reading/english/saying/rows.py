"""What the row of words hands on: the words before or after a cue, whatever the tree makes of them."""

from collections.abc import Iterator

from holdfire.reading.english.saying.shape import Shape, cue_of, speaker_of
from holdfire.reading.grammar.dependents import Dependents

NOMINAL = frozenset(["DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "JJS", "POS", "IN", "CD", "HYPH"])
NAMES = ("NN", "PRP")
SUBORDINATE = frozenset({"IN", "WRB", "CC", "WDT", "WP"})


def around_speech(tree: Dependents, verb: int) -> Iterator[Shape]:
    """What stands before or after a verb of speech, in quotation marks, or after its colon."""
    source, cue = speaker_of(tree, verb), cue_of(tree, verb)
    speaker = tree.branch(source) if source is not None else []
    own = {*cue, *(speaker if verb not in speaker else ())}
    after = tuple(range(max(own) + 1, len(tree.tokens)))
    if _has_words(tree, after):
        yield Shape("said_after", verb, after, cue, source)
    ahead = tuple(range(min(own)))
    if _has_words(tree, ahead):
        yield Shape("said_ahead", verb, ahead, cue, source)
    if tree.tokens[-1].text == ":" and source is not None:
        yield Shape("said_next", verb, (), cue, source)
    yield Shape("said_quoted", verb, (), cue, source)


def at_the_end(tree: Dependents, verb: int) -> Shape | None:
    """A sentence, a comma, a noun phrase and a verb of speech: ", several partners in the province said".

    For where the tree has hung the speaker from the clause before, or the clause from nowhere.
    """
    if ("at_the_end", verb) not in tree.kept:
        tree.kept["at_the_end", verb] = _at_the_end(tree, verb)
    kept: Shape | None = tree.kept["at_the_end", verb]
    return kept


def _at_the_end(tree: Dependents, verb: int) -> Shape | None:
    first = verb
    while first > 0 and tree.relations[first - 1] in ("aux", "advmod") and tree.heads[first - 1] == verb:
        first -= 1
    first = _before_brackets(tree, first)
    commas = (t for t in range(first - 1, 0, -1) if tree.tags[t] == "," and tree.tokens[t].text != "-")
    comma = next(commas, None)
    if comma is None or not all(_is_nominal(tree, t) for t in range(comma + 1, first)):
        return None
    nouns = [t for t in range(comma + 1, first) if tree.tags[t].startswith(NAMES)]
    if not nouns or tree.tags[comma + 1] == "IN" or not _is_told(tree, comma, verb):
        return None
    within = next((t for t in range(comma + 1, first) if tree.tags[t] == "IN"), first)
    head = max((t for t in nouns if t < within), default=nouns[0])
    while tree.relations[head] == "flat" and comma < tree.heads[head] < head:
        head = tree.heads[head]  # "spokesman Lee Sung-jun"
    return Shape("said_last", verb, tuple(range(comma)), cue_of(tree, verb), head)


def _before_brackets(tree: Dependents, first: int) -> int:
    """Where a row of words ends before a short form in brackets: "the State Security Service (SSG) said"."""
    if first < 3 or tree.tags[first - 1] != "-RRB-" or tree.tags[first - 3] != "-LRB-":
        return first
    return first - 3


def _is_nominal(tree: Dependents, token: int) -> bool:
    return tree.tags[token] in NOMINAL or tree.tokens[token].text == "-"  # "Lee Sung-jun"


def _is_told(tree: Dependents, comma: int, verb: int) -> bool:
    """Whether a clause of its own stands before the comma, and nothing is handed on after the verb."""
    before = any(tree.tags[t] in ("VBD", "VBZ", "VBP", "VBN", "MD") for t in range(comma))
    after = any(tree.relations[c] in ("ccomp", "obj", "xcomp") for c in tree.children[verb] if c > verb)
    after = after or any(tag.startswith("V") for tag in tree.tags[verb + 1 :])
    return before and not after and tree.tags[0] not in SUBORDINATE


def according(tree: Dependents, cue: int) -> Iterator[Shape]:
    """The rest of the clause, or of the row, around "according to X"."""
    if cue + 1 >= len(tree.tokens) or tree.lemmas[cue + 1] != "to":
        return
    source = max(tree.heads[cue], tree.heads[cue + 1])
    if source <= cue + 1:
        return
    own = {cue, cue + 1, *(t for t in tree.branch(source) if t > cue)}
    above = tree.heads[source]
    if above >= 0:
        rest = tuple(t for t in tree.branch(above) if t not in own)
        if rest:
            yield Shape("according_to", cue, rest, (cue, cue + 1), source)
    row = range(max(own) + 1, len(tree.tokens)) if cue < 2 else range(cue)
    if len(row) > 1:
        yield Shape("according_row", cue, tuple(row), (cue, cue + 1), source)


def hearsay(tree: Dependents, adverb: int) -> Iterator[Shape]:
    """The clause around "reportedly", without what is coordinated with it."""
    above = tree.heads[adverb]
    if above >= 0 and tree.tags[above].startswith("V"):
        content = tuple(t for t in tree.branch(above, ("conj", "parataxis", "cc")) if t != adverb)
        yield Shape("reportedly", adverb, content, (adverb,), None)


def label(tree: Dependents, colon: int) -> Iterator[Shape]:
    """A name and a colon, then what is said ("Ministry: No Shots Were Fired")."""
    source = next((t for t in range(colon) if tree.heads[t] not in range(colon)), None)
    if colon + 1 < len(tree.tokens):
        yield Shape("label", colon, tuple(range(colon + 1, len(tree.tokens))), (colon,), source)


def _has_words(tree: Dependents, tokens: tuple[int, ...]) -> bool:
    return any(tree.tags[t][0].isalpha() for t in tokens)
