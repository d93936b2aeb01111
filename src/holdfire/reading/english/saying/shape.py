"""The parts of a shape: who may be speaking, and the words of the cue."""

from collections.abc import Sequence

import msgspec

from holdfire.reading.grammar.dependents import RELATIVE_TAGS, SUBJECTS, Dependents
from holdfire.reading.grammar.predication import predication

_ABOUT = "of about on for to against over in with as that regarding concerning toward towards by at from"
ABOUT = frozenset(_ABOUT.split())
CUE_WORDS = frozenset({"aux", "aux:pass", "compound:prt", "cop", "mark", "advmod"})
NEAR = 5


class Shape(msgspec.Struct, frozen=True):
    """A proposal: the anchor hands on the tokens of `content`; `source` is the head of who it may be from.

    `content` is empty where the words are those of a quotation or of the next sentence.
    """

    name: str
    anchor: int
    content: tuple[int, ...]
    cue: tuple[int, ...]
    source: int | None


def speaker_of(tree: Dependents, verb: int) -> int | None:
    """The head of who does the saying: the subject, or after "by" in the passive."""
    if ("speaker", verb) not in tree.kept:
        tree.kept["speaker", verb] = _speaker_of(tree, verb)
    kept: int | None = tree.kept["speaker", verb]
    return kept


def _speaker_of(tree: Dependents, verb: int) -> int | None:
    pred = predication(tree, verb)
    if pred.voice == "passive":
        return agent_of(tree, verb)
    subjects = [c for c in tree.all(verb, *SUBJECTS) if c in pred.agents]
    nearest = min(subjects, key=lambda c: abs(c - verb), default=None)
    if nearest is None and (aged := _aged(tree, verb)) is not None:
        return aged
    if nearest is not None and (name := _named_beside(tree, nearest, subjects)) is not None:
        return name
    if nearest is None and not pred.agents:
        return next((c for c in tree.all(verb, "expl") if tree.lemmas[c] == "it"), None)  # "it said that …"
    return nearest if nearest is not None else pred.agents[0]


def _aged(tree: Dependents, verb: int) -> int | None:
    """The name before an age and a verb of speech, whatever parsers take it for: "Omed, 22, said"."""
    name = verb - 4
    if name < 0 or tree.tags[verb - 2] != "CD" or {tree.tags[verb - 1], tree.tags[verb - 3]} != {","}:
        return None
    return name if tree.tokens[name].text[0].isupper() or tree.tags[name] in ("NN", "NNS") else None


def _named_beside(tree: Dependents, subject: int, subjects: Sequence[int]) -> int | None:
    """The name that a speaker is described beside, where both stand as subjects: "Narin, a teacher, said"."""
    first = min(subjects)
    named = first < subject and tree.tags[first].startswith("NNP") and tree.tokens[first + 1].text == ","
    return first if named and min(tree.branch(subject)) == first + 2 else None


def agent_of(tree: Dependents, verb: int) -> int | None:
    """The agent of a passive verb."""
    return tree.one(verb, "obl:agent")


def owner_of(tree: Dependents, noun: int) -> int | None:
    """Whose a claim or report is: its possessor, or the subject of the verb that it is the object of."""
    owner = tree.one(noun, "nmod:poss")
    if owner is None:
        owner = next((c for c in tree.all(noun, "nmod") if tree.case(c) in ("by", "from")), None)
    if owner is not None:
        return owner
    above = tree.heads[noun]
    if above >= 0 and tree.relations[noun] in ("obj", "obl") and tree.tags[above].startswith("V"):
        return speaker_of(tree, above)
    return None


def cue_of(tree: Dependents, anchor: int) -> tuple[int, ...]:
    """The cue with the auxiliaries, negation and particles that touch it."""
    out = {anchor, *(c for c in tree.children[anchor] if _belongs(tree, c, anchor))}
    first = last = anchor
    while first - 1 in out:
        first -= 1
    while last + 1 in out:
        last += 1
    return tuple(range(first, last + 1))


def _belongs(tree: Dependents, child: int, anchor: int) -> bool:
    return (
        tree.relations[child] in CUE_WORDS
        and tree.tags[child] not in RELATIVE_TAGS
        and tree.tags[child] != "IN"
        and not tree.children[child]
        and abs(child - anchor) < NEAR
    )


def without(tree: Dependents, head: int, branch: int) -> tuple[int, ...]:
    """A branch without one that hangs in it."""
    own = set(tree.branch(branch))
    return tuple(t for t in tree.branch(head) if t not in own)
