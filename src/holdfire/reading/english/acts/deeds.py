"""What is said to have been done: verbs of force, harm and custody.

Each rule turns a site (a word of the acts table in a tree) into a Deed with its participants and mood.
Who does and who suffers it is in `sides`, nouns of acts in `nominal_acts`, other words of harm in
`casualties`.
"""

from itertools import chain

from msgspec.structs import replace

from holdfire.model.incident import Count
from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.model.tree import ROOT
from holdfire.reading.english.acts import (
    accountable,
    assaults,
    attempts,
    blame,
    bombs,
    burning,
    by_side,
    casualties,
    custody,
    doers,
    dogs,
    faced,
    fights,
    giving,
    heard,
    identified,
    lists,
    nominal_acts,
    plied,
    returns,
    shots,
    sides,
    tallies,
    truces,
    turned,
    undone,
    used,
    vessels,
    wounds,
)
from holdfire.reading.english.acts.act_words import OPENERS, act_of, goes_on_to_aim, target_of
from holdfire.reading.english.acts.contexts import is_elsewhere, is_noun, only_ranks
from holdfire.reading.english.acts.participants import (
    Means,
    charge,
    force_behind,
    forces_in,
    is_armed,
    made,
    means_of_act,
)
from holdfire.reading.english.acts.shots import ALMOST, is_no_shot
from holdfire.reading.english.clauses.bidding import is_imperative
from holdfire.reading.english.clauses.moods import is_done_by_nobody, negated
from holdfire.reading.english.phrases.counts import count_of
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, is_named, predication
from holdfire.reading.grammar.rule import Example, Rule


def _by_verb(site: Site[Lexicon]) -> Deed | None:
    """Forms like "guards shot two men", "two men were shot by guards", "a man died"."""
    tree, entry, words = site.tree, site.row, site.words
    if tree.tags[site.anchor] == "VBG" and tree.relations[site.anchor] in ("compound", "amod"):
        return nominal_acts.before_death(site)
    pred = predication(tree, site.anchor)
    if turned.is_headline_passive(tree, pred, site) or turned.is_done_by(tree, pred, site):
        pred = replace(pred, voice="passive", patients=pred.agents, agents=())
    if turned.shares_auxiliary(tree, pred, site):
        pred = replace(pred, voice="passive", patients=pred.agents, agents=())
    if turned.is_done_by_subject(tree, pred, site):
        pred = replace(pred, voice="active", agents=pred.patients, patients=())
    held = pred.lemma == "hold" and (
        pred.voice != "passive" or _is_to_answer(tree, pred.head) or _is_in_custody(tree, pred.head)
    )
    back = pred.lemma == "beat" and any(tree.lemmas[c] == "back" for c in tree.children[pred.head])
    hung_up = pred.lemma == "hang" and any(tree.lemmas[c] == "up" for c in tree.children[pred.head])
    if (
        held
        or back
        or hung_up
        or is_noun(tree, site.anchor)
        or _is_alight(tree, pred)
        or undone.is_none_since(tree, pred)
        or (entry.act == "explode" and bombs.is_found_before(tree, site.anchor, words))
        or is_elsewhere(tree, pred, words)
        or only_ranks(tree, site.anchor)
        or is_imperative(tree, site.anchor)
    ):
        return None
    if negated(tree, site.anchor) or is_no_shot(tree, pred) or is_done_by_nobody(tree, site.anchor):
        return undone.left_undone(site, pred)
    if undone.hurts_nobody(tree, pred):
        return undone.without_harm(site, pred)
    act, means, span = act_of(tree, pred, words)
    behind, beside = (
        force_behind(tree, site.anchor, words)
        if entry.harm or pred.voice == "passive"
        else ([], (None, None))
    )
    victims, direct = sides.victims(tree, pred, site)
    victims = [v for v in victims if not sides.one_fatally(tree, v)]
    if act == "explode" and not victims and not pred.patients:
        victims = bombs.things_at(tree, pred, words)
    actors = [a for a in sides.agents(tree, pred, site) if a not in victims] or behind
    actors = actors or [f for a in pred.agents if _is_fire(tree, a, words) for f in forces_in(tree, a, words)]
    means_something = actors or victims or (means and not is_named(tree, site.anchor))
    if _is_nothing(tree, pred, victims, actors, words) or not means_something:
        return None
    if act == "fire" and means == "live_fire" and (air := _into_the_air(tree, pred)) is not None:
        act, means, span = "fire_warning_shot", "warning_shot", air
    harm = sides.harm_of(tree, pred, entry.harm, direct, words)
    almost = harm == "killed" and tree.has(site.anchor, ALMOST, "advmod")
    act = "attack" if almost else act
    if almost or (harm is not None and _or_other_harm(tree, site.anchor, words)):
        harm = None
    if harm == "killed" and entry.harm != "killed":
        act = "kill"
    with_what: Means = _weapon(tree, pred, words) or ((means, span) if means is not None else beside)
    act, harm = (
        ("beat", None) if (act, with_what[0]) == ("hit", "beating") else (act, harm)
    )  # with rifle butts
    victims = by_side.on_sides(tree, victims, site.anchor, harm)
    told = made(site, "act.verb", pred, act, victims, harm=harm, means=with_what, actors=actors)
    told = _counted_up(tree, told, site.anchor) if actors else told
    return by_side.on_each_side(tree, told)


def _counted_up(tree: Dependents, told: Deed, verb: int) -> Deed:
    """A deed, wont to be done where they are only counted: "the number of men killed by them rose to 40"."""
    number = _number_of(tree, verb)
    if number is None:
        return told
    grown = _grown_to(tree, number)
    harms = tuple(replace(h, phrase=replace(h.phrase, count=grown)) for h in told.harms)
    return replace(told, mood="habitual", harms=harms if grown is not None else told.harms)


def _number_of(tree: Dependents, verb: int) -> int | None:
    """The word for the number of those harmed, as it grows."""
    whom = tree.heads[verb]
    if tree.relations[verb] != "acl" or whom < 0 or tree.case(whom) != "of":
        return None
    number = tree.heads[whom]
    counts = number >= 0 and tree.lemmas[number] == "number" and tree.has(number, ("the",), "det")
    return number if counts else None


def _grown_to(tree: Dependents, number: int) -> int | Count | None:
    """What a number is said to have come to."""
    to = (t for t in tree.all(tree.heads[number], "obl") if tree.case(t) == "to" and tree.tags[t] == "CD")
    return next((count_of(tree, t) for t in to), None) if tree.heads[number] >= 0 else None


def _is_fire(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether what acts is a shot or fire, whose force may be told beside it: "a bullet from a post"."""
    of = (c for c in tree.all(token, "nmod") if tree.case(c) == "of")
    return any(tree.lemmas[t] == "fire" or means_of(tree, t, words) is not None for t in (token, *of))


def _is_in_custody(tree: Dependents, verb: int) -> bool:
    """Whether somebody "was being held": nobody is taken by it."""
    return any(tree.tags[c] == "VBG" for c in tree.all(verb, "aux:pass"))


def _is_to_answer(tree: Dependents, verb: int) -> bool:
    """Forms like "the command is held responsible": nobody is detained by it."""
    return tree.has(verb, ("responsible", "accountable", "liable"), "xcomp")


def _or_other_harm(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a number is of people who suffered one or another harm: "43 were killed or wounded"."""
    after = range(verb + 1, min(verb + 4, len(tree.lemmas)))
    behind = (
        t
        for t in after
        if tree.tags[t][0] == "V" and (row := words.act_verbs.get(tree.lemmas[t])) and row.harm
    )
    other = next(behind, None)
    if other is not None and any(tree.lemmas[t] == "or" for t in range(verb + 1, other)):
        return True
    before = range(max(0, verb - 3), verb)
    either = next((t for t in before if tree.lemmas[t] == "or"), None)
    return (
        either is not None
        and (row := words.act_verbs.get(tree.lemmas[either - 1])) is not None
        and bool(row.harm)
    )


def _is_alight(tree: Dependents, pred: Predication) -> bool:
    """Whether "fire" is what something was set on: "set two shops on fire"."""
    before = pred.head - 1
    return (
        pred.lemma == "fire" and tree.tags[pred.head] == "VB" and before > 0 and tree.lemmas[before] == "on"
    )


def _is_nothing(
    tree: Dependents, pred: Predication, victims: list[int], actors: list[int], words: Lexicon
) -> bool:
    """Whether a verb of much else has nobody and nothing that force is used on, or tells of an accident."""
    blows = pred.lemma in ("hit", "strike")
    if blows and any(case == "with" and _beats(tree, t, words) for case, t in pred.obliques):
        return False
    if pred.lemma in words.cues["loose"] and not any(sides.may_be_hit(tree, v, words) for v in victims):
        return True
    if pred.lemma == "catch" and not any(is_armed(tree, a, words) for a in actors):
        return True
    if pred.lemma == "capture" and any(_is_camera(tree, a, words) for a in (*pred.agents, *actors)):
        return True
    if pred.lemma == "kick" and not any(sides.is_hurt(tree, v, words) for v in victims):
        return True
    return blows and _is_collision(tree, victims, actors, words)


def _beats(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether people are beaten with a thing: "those who asked were hit with batons"."""
    means = means_of(tree, token, words)
    return means is not None and means[0] == "beating"


def _is_camera(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a thing takes pictures: "the camera captured a truck"."""
    means = means_of(tree, token, words)
    return means is not None and means[0] == "surveillance"


def _into_the_air(tree: Dependents, pred: Predication) -> Span | None:
    """The words that say that shots went "into the air", or were "a warning", and not on to somebody."""
    if goes_on_to_aim(tree, pred):
        return None
    ways = (
        t
        for case, t in pred.obliques
        if (case in ("in", "into") and tree.lemmas[t] in ("air", "sky"))
        or (case == "as" and tree.lemmas[t] == "warning")
    )
    rounds = (c for p in pred.patients for c in tree.all(p, "nmod") if tree.lemmas[c] in ("air", "sky"))
    found = next(chain(ways, rounds), None)
    return tree.clause(found) if found is not None else None


def _weapon(tree: Dependents, pred: Predication, words: Lexicon) -> Means | None:
    """The weapon that acts in its user's place ("a car bomb exploded"), or that its user is named by."""
    marksman = next((a for a in pred.agents if tree.lemmas[a] in words.cues["marksman"]), None)
    if marksman is not None:
        return "live_fire", tree.word(marksman)
    blows = (entry := words.act_verbs.get(pred.lemma)) is not None and entry.means == "beating"
    if pred.voice == "passive" or blows:
        return None  # "men with guns beat a teacher"
    holding = (
        t
        for a in pred.agents
        for c in (a, *tree.all(a, "acl"), tree.heads[a])
        if c not in (pred.head, ROOT) and (c != tree.heads[a] or tree.one(c, "aux", "aux:pass") is None)
        for t in tree.all(c, "obl", "nmod")
        if tree.case(t) == "with"
    )
    near = (*pred.agents, *holding)
    named = (means_of(tree, t, words) or means_of_act(tree, t, words) or charge(tree, t, words) for t in near)
    found = next((m for m in named if m), None)
    return found or bombs.device(tree, pred, words)


def _is_collision(tree: Dependents, victims: list[int], actors: list[int], words: Lexicon) -> bool:
    """Whether a thing is hit with no weapon told and by nobody armed: a road accident, most often."""
    armed = any(is_armed(tree, a, words) for a in actors)
    if armed or not words.means.keys().isdisjoint(tree.lemmas):
        return False
    return not any(is_person(tree, v, words) for v in victims)


def _open_fire(site: Site[Lexicon]) -> Deed | None:
    """Forms like "opened fire (on …)"."""
    tree = site.tree
    if tree.lemmas[site.anchor] not in OPENERS:
        return None
    pred = predication(tree, site.anchor)
    act, means, span = act_of(tree, pred, site.words)
    if act not in ("fire", "shell") or is_elsewhere(tree, pred, site.words):
        return None
    nobody = is_done_by_nobody(tree, site.anchor)
    if nobody or negated(tree, site.anchor):
        agents = () if nobody else pred.agents
        return made(site, "restraint.not_opened", pred, "hold_fire", (), actors=agents)
    aimed = target_of(tree, pred, site.words)
    victims = tree.conjuncts(aimed) if aimed is not None else []
    actors = [a for a in pred.agents if tree.lemmas[a] not in site.words.directive_nouns]
    if any(tree.lemmas[a] == "other" for a in pred.agents):
        return None  # "each accused the other of opening fire"
    if pred.controlled and sides.is_hurt_above(tree, pred):
        actors = [
            a for a in actors if is_armed(tree, a, site.words)
        ]  # "upon opening fire, men were found dead"
    return made(site, "act.open_fire", pred, act, victims, means=(means, span), actors=actors)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    *lists.RULES,
    *attempts.RULES,
    Rule(
        "act.verb",
        Frame("act_verbs", tags="V"),
        _by_verb,
        (
            Example("Guards shot two men near the river.", "fire live_fire Guards > two men"),
            Example("Two men were shot dead by soldiers.", "kill live_fire soldiers > Two men"),
            Example("A farmer died in the hospital.", "kill None  > A farmer"),
            Example("A smuggler was nearly lynched by villagers.", "attack None villagers > A smuggler"),
            Example(
                "They have captured, tortured, and murdered disabled persons.",
                "kill None They > disabled persons",
            ),
            Example(
                "Gunmen shot to death a watchman who tried to stop them.",
                "kill live_fire Gunmen > a watchman",
            ),
            Example(
                "Soldiers captured a smuggler together with four gunmen.",
                "detain arrest Soldiers > a smuggler, four gunmen",
            ),
            Example("Ten people were wounded, including three policemen.", "injure None  > Ten people"),
            Example("Three people died in police firing.", "kill live_fire police > Three people"),
            Example("He was charged in the shooting death of a man.", "kill live_fire  > a man"),
            Example("The police had to fire six rounds.", "fire live_fire The police > "),
            Example("The patrol fired only flares.", "fire_flare flare The patrol > "),
            Example("The guard fired one round from a pistol.", "fire live_fire The guard > "),
            Example("Two men hacked a guard with a weapon.", "stab blade Two men > a guard"),
            Example(
                "Rebels blew up a section of the oil pipeline.",
                "explode explosive Rebels > a section of the oil pipeline",
            ),
            Example("A shell exploded inside a bus.", "explode explosive  > a bus"),
            Example("A farmer was killed by Indian fire.", "kill live_fire Indian > A farmer"),
            Example("Turkish artillery fire killed two farmers.", "kill explosive Turkish > two farmers"),
            Example("Three people were wounded by shots fired from the hill.", "fire live_fire  > "),
            Example("Two dynamite blasts damaged the post.", "attack explosive  > the post"),
            Example(
                "Leaders say park rangers and soldiers from the coast shot at a dugout canoe on the lake.",
                "fire live_fire park rangers, soldiers > a dugout canoe",
            ),
            Example("Rebels detonated a truck packed with dynamite.", "explode explosive Rebels > "),
            Example("Farmer shot at fence.", "fire live_fire  > Farmer"),
            Example("Two farmers shot at checkpoint.", "fire live_fire  > Two farmers"),
            Example("A boy was killed by a sniper.", "kill live_fire a sniper > A boy"),
            Example("Smuggler shot at border guards.", "fire live_fire Smuggler > border guards"),
            Example("A farmer shot at a fence.", "fire live_fire A farmer > a fence"),
        ),
        (
            "The president was elected by a narrow margin.",
            "The film was shot in Spain.",
            "He shot a video of the river.",
            "The company fired its director for theft.",
            "The crash killed 120 of the passengers.",
            "A bomb was found before it exploded in a bank.",
            "He is the third villager killed on the frontier this year.",
            "The officer on duty hung up.",
            "They found that such shooting strays from the mission.",
        ),
    ),
    Rule(
        "act.open_fire",
        Frame("cues.light", tags="V", needs=("obj",)),
        _open_fire,
        (
            Example("Soldiers opened fire on a boat.", "fire live_fire Soldiers > a boat"),
            Example("Troops opened fire with mortars on a post.", "shell explosive Troops > a post"),
            Example("Units opened fire with machine guns on its post.", "fire live_fire Units > its post"),
        ),
        ("Soldiers opened the gate.",),
    ),
    *used.RULES,
    *bombs.RULES,
    *fights.RULES,
    *nominal_acts.RULES,
    *tallies.RULES,
    *assaults.RULES,
    *blame.RULES,
    *accountable.RULES,
    *shots.RULES,
    *heard.RULES,
    *plied.RULES,
    *burning.RULES,
    *vessels.RULES,
    *dogs.RULES,
    *faced.RULES,
    *custody.RULES,
    *doers.RULES,
    *returns.RULES,
    *truces.RULES,
    *giving.RULES,
    *casualties.RULES,
    *identified.RULES,
    *wounds.RULES,
)
