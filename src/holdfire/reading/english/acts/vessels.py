"""Boats rammed, people run over or left where no one is: "rammed a dinghy", "left 12 people adrift"."""

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.crewed import OF_FORCE, is_crewed
from holdfire.reading.english.acts.participants import can_act, is_armed, made
from holdfire.reading.english.acts.returns import without
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.counts import count_of
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.companions import BOATS, WASTES
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

WAVES = frozenset({"wake", "wave", "wash", "manoeuvre", "maneuver", "hull", "bow"})
"""What of a ship swamps a boat."""
DEAD = frozenset({"body", "corpse", "remains"})
THEM = frozenset({"they", "he", "she", "we", "i"})


def _rammed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a patrol vessel rammed a dinghy", "the raft was swamped by the wake of a navy ship"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    boats = [p for p in pred.patients if tree.lemmas[p] in BOATS]
    agents = _by_whom(pred)
    owners = [t for a in agents if tree.lemmas[a] in WAVES for t in _owners(tree, a)]
    of_force = any(is_crewed(tree, b, words) for b in boats)
    acts = can_act if of_force else _acts  # whoever it is that rams a patrol boat
    actors = [a for a in (*agents, *owners) if a not in boats and acts(tree, a, words)]
    if not boats or not actors or negated(tree, verb):
        return None
    return made(site, "act.rammed", pred, "attack", boats, means=("other", tree.word(verb)), actors=actors)


def _run_over(site: Site[Lexicon]) -> Deed | None:
    """Forms like "an army truck ran over two boys", "was run over by a patrol vehicle"."""
    tree, verb, words = site.tree, site.anchor, site.words
    if "over" not in (tree.lemmas[t] for t in range(verb + 1, min(verb + 3, len(tree.lemmas)))):
        return None
    pred = predication(tree, verb)
    active = [t for case, t in pred.obliques if case == "over"] or [
        t for t in tree.all(verb, "obl", "obj") if pred.voice == "active" and t > verb and not tree.case(t)
    ]
    whom = [t for t in (*pred.patients, *active) if is_person(tree, t, words)]
    actors = [a for a in _by_whom(pred) if a not in whom and _drives(tree, a, words)]
    if not whom or not actors or negated(tree, verb):
        return None
    told = made(site, "act.run_over", pred, "attack", whom, means=("other", tree.word(verb)), actors=actors)
    over = next(t for t in range(verb + 1, len(tree.lemmas)) if tree.lemmas[t] == "over")
    return replace(told, targets=tuple(without(tree, over, t) for t in told.targets))


def _drives(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a force drives: soldiers, "an army truck", "a patrol vehicle"."""
    before = tree.all(token, "compound", "amod", "nmod:poss")
    return _acts(tree, token, words) or any(
        tree.lemmas[c] in OF_FORCE or is_armed(tree, c, words) for c in before
    )


def _by_whom(pred: Predication) -> list[int]:
    """Who does it, "by" a ship included that the tree has as a place."""
    by = [t for case, t in pred.obliques if case == "by"] if pred.voice == "passive" else []
    return [*pred.agents, *(t for t in by if t not in pred.agents)]


def _owners(tree: Dependents, token: int) -> list[int]:
    """Whose wake or bow it is."""
    return [
        *tree.all(token, "nmod:poss"),
        *(c for c in tree.all(token, "nmod") if tree.case(c) in ("of", "from")),
    ]


def _acts(tree: Dependents, token: int, words: Lexicon) -> bool:
    return is_crewed(tree, token, words) or is_armed(tree, token, words)


def _left_adrift(site: Site[Lexicon]) -> Deed | None:
    """Forms like "left 12 people adrift", "abandoned 60 migrants in the desert"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    adrift = tree.has(verb, ("adrift",), "xcomp")
    if negated(tree, verb) or (not adrift and pred.lemma in ("set", "cast")):
        return None
    whom = [p for p in pred.patients if is_person(tree, p, words) and tree.lemmas[p] not in DEAD]
    agents = (a for a in _by_whom(pred) if a not in whom)
    actors = [a for a in agents if can_act(tree, a, words) or _acts(tree, a, words)]
    by_force = any(_acts(tree, a, words) or tree.tags[a] == "PRP" for a in actors)
    if not adrift:
        wasted = any(tree.lemmas[t] in WASTES for _, t in pred.obliques)
        by_force = by_force and wasted and any(_are_many(tree, p) for p in whom)
    if not whom or not (by_force or (adrift and pred.voice == "passive")):
        return None
    means = ("other", tree.word(verb))
    return made(site, "act.left_adrift", pred, "push_back", whom, means=means, actors=actors)


def _are_many(tree: Dependents, token: int) -> bool:
    """Whether more than one is told of: "60 migrants", "them"."""
    return tree.lemmas[token] in THEM or count_of(tree, token) not in (None, 0, 1)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.rammed",
        Frame("cues.ram", tags="V", beside=BOATS),
        _rammed,
        (
            Example(
                "A patrol vessel rammed a dinghy off the cape.", "attack other A patrol vessel > a dinghy"
            ),
            Example("The navy sank two boats on Monday.", "attack other The navy > two boats"),
            Example("The raft was rammed by a navy ship.", "attack other a navy ship > The raft"),
            Example(
                "The dinghy was swamped by the wake of a Turkish gunboat.",
                "attack other a Turkish gunboat > The dinghy",
            ),
        ),
        (
            "The ferry rammed a dinghy.",
            "The boat sank in a storm.",
            "A patrol vessel did not ram the dinghy.",
            "The patrol boat rammed the pier.",
        ),
        note="boats rammed, sunk or swamped by those of a force",
    ),
    Rule(
        "act.run_over",
        Frame("cues.run_over", tags="V"),
        _run_over,
        (
            Example("An army truck ran over two boys.", "attack other An army truck > two boys"),
            Example("A farmer was run over by a patrol vehicle.", "attack other a patrol vehicle > A farmer"),
        ),
        ("A bus ran over two boys.", "The patrol ran over the bridge.", "Soldiers ran over to the boys."),
        note="people hit by a vehicle of a force",
    ),
    Rule(
        "act.left_adrift",
        Frame("cues.strand", tags="V"),
        _left_adrift,
        (
            Example(
                "The coast guard left 12 people adrift on a raft.",
                "push_back other The coast guard > 12 people",
            ),
            Example("Twelve people were left adrift in a raft.", "push_back other  > Twelve people"),
            Example("Soldiers set them adrift on Monday.", "push_back other Soldiers > them"),
            Example(
                "Ten men were put on a raft and left adrift by the coast guard.",
                "push_back other the coast guard > Ten men",
            ),
            Example(
                "Soldiers abandoned 60 migrants in the desert.", "push_back other Soldiers > 60 migrants"
            ),
        ),
        (
            "The storm left the boat adrift.",
            "Smugglers abandoned 60 migrants in the desert.",
            "The guards left two men in the desert post.",
            "Soldiers dumped the bodies in the desert.",
            "The guards did not leave them adrift.",
        ),
        note="people left on the sea, in a desert or a forest by a force",
    ),
)
