"""A fight told by its noun: "a shootout between guards and soldiers", "had a skirmish with rebels"."""

from collections.abc import Iterable

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import NO_MEANS, can_act, is_armed, made
from holdfire.reading.english.acts.shots import HEAVY, are_two, is_fired, may_fight
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.counts import count_of
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import CLAUSAL, Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

HAVING = frozenset({"have", "fight", "wage"})
ENGAGED = frozenset({"engage", "involve", "lock", "be", "embroil"})
LOOSE = ("nmod", "obl", "acl")
ABOVE = ("nsubj", "nsubj:pass", "obj")
GUN = frozenset({"gun", "fire", "gunfire"})
AVERTED = frozenset({"avoid", "prevent", "avert", "fear", "risk", "provoke", "stop", "end"})

PLAGUED = frozenset({"plague", "mark", "beset", "rack", "scar", "mar", "haunt", "tear"})
"""What a region is by fights of which none is told."""


def _shootout(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a firefight broke out between the two armies", "the two sides had a brief shoot-out"."""
    return _fight(site, shots=True)


def _shoot_out(site: Site[Lexicon]) -> Deed | None:
    """A "shoot-out", which is cut into three words."""
    said = site.tree.lemmas[max(0, site.anchor - 2) : site.anchor]
    return _fight(site, shots=True) if said == (site.row, "-") else None


def _clash(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a clash erupted between the two armies", "the two sides fought a gun battle"."""
    return _fight(site, shots=False)


def _fight(site: Site[Lexicon], *, shots: bool) -> Deed | None:
    tree, noun, words = site.tree, site.anchor, site.words
    above = tree.heads[noun]
    if bears_no(tree, noun) or (above >= 0 and (negated(tree, above) or tree.lemmas[above] in AVERTED)):
        return None
    if above >= 0 and tree.lemmas[above] in PLAGUED and tree.tags[noun] == "NNS":
        return None  # "a region plagued by battles between gangs"
    near = tree.all(noun, "compound", "amod")
    if tree.lemmas[noun] == "exchange" and not any(is_fired(tree, t, words) for t in near):
        return None
    if any(tree.case(t) in ("of", "over", "for") for t in tree.all(noun, "nmod")):
        return None  # of views, over a seat
    actors = _between(tree, noun, words) or _who_have_it(tree, noun, words)
    if not actors:
        return None
    shots = shots or any(tree.lemmas[t] in GUN for t in near)
    heavy = next((m for t in near if (m := means_of(tree, t, words)) and m[0] in HEAVY), None)
    means = heavy or (("live_fire", tree.word(noun)) if shots else NO_MEANS)
    act = "shell" if heavy is not None else "fire"
    return made(site, "act.fight", predication(tree, noun), act, (), means=means, actors=actors)


def _exchange(site: Site[Lexicon]) -> Deed | None:
    """Forms like "after an exchange of fire near the bridge", "in an exchange of fire with smugglers"."""
    tree, noun, words = site.tree, site.anchor, site.words
    fire = next(
        (c for c in tree.all(noun, "nmod") if tree.case(c) == "of" and is_fired(tree, c, words)), None
    )
    if fire is None or bears_no(tree, noun):
        return None
    beside = [*tree.all(noun, "nmod"), *tree.all(fire, "nmod"), *tree.all(noun, "acl")]
    sides = [t for c in beside if tree.case(c) in ("between", "with", "by") for t in tree.conjuncts(c)]
    actors = [t for t in sides if can_act(tree, t, words)] or _between(tree, noun, words)
    means = ("live_fire", tree.word(fire))
    return made(site, "act.exchange", predication(tree, noun), "fire", (), means=means, actors=actors)


def _between(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """The sides that a fight is "between", below its noun or below the verb that has it happen."""
    above = tree.heads[noun]
    happening = [above] if above >= 0 and tree.relations[noun] in ABOVE else []
    happening += [t for h in happening for t in tree.all(h, "obj") if tree.lemmas[t] == "place"]
    happening += [c for c in tree.all(noun, "acl", "acl:relcl") if tree.lemmas[c] in words.cues["happen"]]
    beside = [c for head in (noun, *happening) for c in tree.children[head]]
    sides = _parted(tree, beside)
    if not sides:
        sides = _parted(tree, tree.branch(noun, CLAUSAL))
        return sides if all(is_armed(tree, t, words) for t in sides) else []
    return sides if all(may_fight(tree, t, words) for t in sides) else []


def _parted(tree: Dependents, tokens: Iterable[int]) -> list[int]:
    first = next((t for t in tokens if tree.case(t) == "between"), None)
    if first is None:
        return []
    sides = tree.conjuncts(first)
    if len(sides) == 1 and (other := _second(tree, first)) is not None:
        sides = [*sides, other]
    return sides


def _second(tree: Dependents, first: int) -> int | None:
    """The second side, where a tree has it beside the fight: "clashes between the Force (F) and Rangers"."""
    fight = tree.heads[first]
    beside = (t for t in tree.all(fight, "conj") if t > first) if fight >= 0 else ()
    behind = max(tree.branch(first)) + 1
    return next((t for t in beside if tree.lemmas[min(tree.branch(t))] == "and" == tree.lemmas[behind]), None)


def _who_have_it(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """The two sides that "had a shoot-out" or "engaged in a firefight"."""
    above = tree.heads[noun]
    if above < 0 or tree.tags[above][0] != "V":
        return []
    has = tree.lemmas[above] in HAVING and tree.relations[noun] == "obj"
    if not has and not (tree.lemmas[above] in ENGAGED and tree.case(noun) == "in"):
        return []
    own = [t for s in tree.all(above, "nsubj", "nsubj:pass") for t in tree.conjuncts(s)]
    beside = [*tree.all(noun, *LOOSE), *tree.all(above, *LOOSE)]
    other = [t for c in beside if tree.case(c) == "with" for t in tree.conjuncts(c)]
    if not own or not (len(own) > 1 or other or are_two(tree, own[0]) or count_of(tree, own[0]) == 2):
        return []
    return [*own, *other] if all(may_fight(tree, t, words) for t in (*own, *other)) else []


def _retaliated(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the troops retaliated effectively", "retaliated to the firing": fire that answers fire."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    if negated(tree, verb) or tree.one(verb, "obj") is not None or pred.voice != "active":
        return None
    cases = {case for case, _ in pred.obliques}
    other = any(case in ("with", "by", "through", "over") for case in cases) or tree.one(verb, "advcl")
    against = [t for case, t in pred.obliques if case in ("against", "at", "on") and is_armed(tree, t, words)]
    actors = [a for a in pred.agents if is_armed(tree, a, words)]
    if not actors or other or ("against" in cases and not against):
        return None
    return made(site, "act.retaliated", pred, "fire", against, actors=actors)


_SHOOTOUTS = (
    Example(
        "A shootout took place between Kyrgyz guards and Tajik soldiers.",
        "fire live_fire Kyrgyz guards, Tajik soldiers > ",
    ),
    Example(
        "A firefight broke out on Monday between soldiers and militants.",
        "fire live_fire soldiers, militants > ",
    ),
    Example("Soldiers engaged in a gunfight with rebels.", "fire live_fire Soldiers, rebels > "),
)
RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.fight",
        Frame("cues.exchange", tags="N"),
        _shootout,
        _SHOOTOUTS,
        (
            "There was no firefight between the guards and the soldiers.",
            "The shootout between the two teams ended 4-3.",
            "An exchange of letters took place between the two armies.",
        ),
        note="a fight of two armed sides, told by its noun",
    ),
    Rule(
        "act.shoot_out",
        Frame("cues.shoot_out", tags="N"),
        _shoot_out,
        (Example("The two sides had a brief shoot-out at the ford.", "fire live_fire The two sides > "),),
        ("The two sides had a falling-out at the ford.",),
    ),
    Rule(
        "act.clash",
        Frame("cues.clash", tags="N"),
        _clash,
        (
            Example(
                "Clashes broke out between Thai soldiers and Cambodian troops.",
                "fire None Thai soldiers, Cambodian troops > ",
            ),
            Example("The two armies fought a gun battle near the ford.", "fire live_fire The two armies > "),
        ),
        (
            "A clash of views between the two states followed.",
            "The fight between the two boxers was short.",
            "The talks were to avoid a clash between the two armies.",
        ),
        note="a clash of two armed sides, told by its noun",
    ),
    Rule(
        "act.retaliated",
        Frame("cues.retaliate", tags="V"),
        _retaliated,
        (
            Example("The troops retaliated effectively.", "fire None The troops > "),
            Example("Guards also retaliated to the firing from the hill.", "fire None Guards > "),
        ),
        (
            "The guards did not retaliate.",
            "Troops retaliated by closing the gate.",
            "The army retaliated against its critics.",
            "The state retaliated with sanctions.",
        ),
        note="fire that answers fire, told by this word alone",
    ),
    Rule(
        "act.exchange",
        Frame("cues.swap", tags="N"),
        _exchange,
        (
            Example("Neither side had losses in an exchange of fire on Monday.", "fire live_fire  > "),
            Example(
                "After an exchange of fire with smugglers the guards withdrew.", "fire live_fire smugglers > "
            ),
            Example(
                "An exchange of fire took place between soldiers and rebels.",
                "fire live_fire soldiers, rebels > ",
            ),
        ),
        ("An exchange of prisoners took place.", "There was no exchange of fire."),
        note="fire from two sides, named as an exchange",
    ),
)
