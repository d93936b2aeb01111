"""What acts with those aboard or within: guns and planes, vessels of a force, watchtowers and posts."""

from collections.abc import Iterable

from holdfire.geography.peoples import peoples
from holdfire.model.party import ARMED
from holdfire.reading.english.phrases.noun_phrases import is_kind, means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

VESSELS = frozenset({"boat", "vessel", "ship", "cutter", "launch", "craft", "speedboat", "trawler"})
POSTS = frozenset({"watchtower", "tower", "post", "outpost", "position", "checkpoint", "emplacement"})
RAIDS = frozenset({
    "raid", "attack", "strike", "assault", "ambush", "incursion", "operation", "offensive",
    "firing", "shooting",
})  # fmt: skip
CALLED = frozenset({"terrorist", "criminal", "extremist", "private"})
"""What an act is called, and not who did it: "a terrorist attack"."""
OF_FORCE = frozenset(
    {"patrol", "navy", "naval", "guard", "coastguard", "military", "police", "army", "border", "security",
     "gun", "observation", "sentry"}
)  # fmt: skip


def is_crewed(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether guns, planes, vessels or posts act: "Turkish howitzers", "a patrol boat", "an army post"."""
    means = means_of(tree, token, words)
    if means is not None and means[0] == "less_lethal":
        return False  # "hit by pellets", "by a pellet gun"
    before = tree.all(token, "amod", "compound", "nmod:poss")
    if tree.lemmas[token] in words.cues["battery"]:
        one_alone = tree.lemmas[token] == "gun" and tree.tags[token] == "NN" and not before
        return not one_alone  # "was hurt by a gun"
    if tree.lemmas[token] in VESSELS | POSTS:
        return any(_is_of_force(tree, c) for c in before)
    return means is not None and any(tree.tokens[c].text[:1].isupper() for c in before)


def kind_of_crew(tree: Dependents, token: int) -> str:
    """The kind of force whose vessel, post or gun it is, by the words before it."""
    near = {tree.lemmas[t] for t in tree.branch(token, ("acl", "acl:relcl", "conj", "nmod", "appos"))}
    if near & {"police"}:
        return "police"
    return "border guard" if near & {"coast", "coastguard", "border", "frontier"} else "army"


def _is_of_force(tree: Dependents, token: int) -> bool:
    return tree.lemmas[token] in OF_FORCE or tree.tokens[token].text in peoples()


def stands_for_crew(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether fire that comes "from a watchtower" or "from Turkish positions" is that of those within."""
    return tree.lemmas[token] in POSTS or (
        is_crewed(tree, token, words) and means_of(tree, token, words) is None
    )


def is_side_of_nation(tree: Dependents, token: int) -> bool:
    """Whether fire comes from the side of a nation: "shots were fired from the Belarusian side"."""
    before = tree.all(token, "amod", "compound")
    return tree.lemmas[token] == "side" and any(tree.tokens[c].text in peoples() for c in before)


def raiders(tree: Dependents, things: Iterable[int], words: Lexicon) -> list[int]:
    """Whose raid or attack it was that did something: "an Israeli raid killed a mayor"."""
    raids = [t for t in things if tree.lemmas[t] in RAIDS]
    owners = [c for t in raids for c in tree.all(t, "amod", "compound", "nmod:poss") if c < t]
    owners = [c for c in owners if tree.lemmas[c] not in CALLED]
    return [c for c in owners if tree.tokens[c].text in peoples() or is_kind(tree, c, words, ARMED)]
