"""People held: "taken into custody", "rounded up by the police", "put behind bars", "arrests were made"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.noun_doers import by_deeper
from holdfire.reading.english.acts.participants import can_act, forces_in, is_armed, made
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import is_person, longest, party_of
from holdfire.reading.english.words.companions import ROOMS
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

TAKING = frozenset(
    {"take", "place", "put", "send", "keep", "hold", "lodge", "be", "remain", "remand", "throw"}
)
UP = frozenset({"up"})
AWAY = frozenset({"away", "off"})
IN = frozenset({"in", "into", "inside"})
REMAINS = frozenset({"body", "corpse", "remains", "dead"})
"""What is led away and held by nobody."""
AT_SEA = frozenset({"sea", "water", "waters", "boat", "dinghy", "raft", "wreck"})
"""From where people are picked up who are saved."""
HOURS = frozenset({"hour", "day", "night", "week", "minute", "month"})
LAWLESS = frozenset({"smuggler", "trafficker", "poacher", "bandit", "criminal"})
HOMES = frozenset({"home", "house", "tent", "bed", "village", "field", "workplace", "office", "car"})


def _detained(
    site: Site[Lexicon], rule: str, pred: Predication, held: Sequence[int], actors: Sequence[int]
) -> Deed:
    """People held, told by the word of the site."""
    means = ("arrest", site.tree.word(site.anchor))
    return made(site, rule, pred, "detain", held, harm="detained", means=means, actors=actors)


def _into_custody(site: Site[Lexicon]) -> Deed | None:
    """Forms like "was taken into custody", "put behind bars", "are in custody", "under arrest"."""
    tree, place = site.tree, site.anchor
    case, verb = tree.case(place), tree.heads[place]
    if case not in ("into", "in", "to", "behind", "under"):
        return None
    if tree.one(place, "cop") is not None:
        verb = place
    elif verb < 0 or tree.lemmas[verb] not in TAKING:
        return None
    pred = predication(tree, verb)
    if pred.voice == "active" and pred.patients:
        held, actors = pred.patients, [a for a in pred.agents if can_act(tree, a, site.words)]
    else:
        held, actors = [*pred.patients, *tree.all(verb, "nsubj")], []
    held = [h for h in dict.fromkeys(held) if is_person(tree, h, site.words)]
    actors = actors or forces_in(tree, place, site.words)
    if not held:
        return None
    return _detained(site, "custody.into", pred, held, actors)


def _held_up(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police rounded up forty men", "he was picked up by soldiers"."""
    tree, verb = site.tree, site.anchor
    if not tree.has(verb, UP, "compound:prt", "advmod"):
        return None
    pred = predication(tree, verb)
    held = [p for p in pred.patients if is_person(tree, p, site.words) and tree.lemmas[p] not in REMAINS]
    if tree.lemmas[verb] == "pick" and _are_saved(tree, pred):
        return None
    actors = [a for a in pred.agents if can_act(tree, a, site.words)]
    if not held or not (pred.voice == "passive" or _by_force(tree, actors, site.words)):
        return None
    return _detained(site, "custody.held_up", pred, held, actors)


def _held_for(site: Site[Lexicon]) -> Deed | None:
    """Forms like "guards held 30 people for six hours in the rain", "kept them overnight in a shed"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    held = [p for p in pred.patients if is_person(tree, p, words) or _are_some(tree, p)]
    actors = [a for a in pred.agents if is_armed(tree, a, words)]
    if not _is_long(tree, pred) or not held or not actors or negated(tree, verb):
        return None
    return _detained(site, "custody.held_for", pred, held, actors)


def _is_long(tree: Dependents, pred: Predication) -> bool:
    """Whether somebody is held for hours or days, overnight, or until some time."""
    long = any(case == "for" and tree.lemmas[t] in HOURS for case, t in pred.obliques)
    above = tree.heads[pred.head] if tree.relations[pred.head] == "conj" else pred.head
    until = any(tree.case(t) in ("until", "till") for v in (pred.head, above) for t in tree.all(v, "obl"))
    return long or until or tree.has(pred.head, ("overnight",), "advmod")


def _are_some(tree: Dependents, token: int) -> bool:
    """Whether a number or a group stands for people: "all five", "a group of 12"."""
    return tree.tags[token] == "CD" or tree.lemmas[token] in ("group", "dozen")


def _locked_in(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police locked them in a shed", "30 people were shut in a container for two days"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    if negated(tree, verb) or not any(case in IN and _is_room(tree, t) for case, t in pred.obliques):
        return None
    held = [p for p in pred.patients if is_person(tree, p, words)]
    actors = [a for a in pred.agents if can_act(tree, a, words)]
    if tree.lemmas[verb] in ("keep", "hold") and (pred.voice != "passive" or not _is_long(tree, pred)):
        return None
    if pred.voice == "passive":
        actors = actors or by_deeper(tree, verb, words)
    elif not _by_force(tree, actors, words):
        return None
    if not held:
        return None
    return _detained(site, "custody.locked_in", pred, held, actors)


def _intercepted(site: Site[Lexicon]) -> Deed | None:
    """Forms like "guards intercepted 14 people near the river"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    held = [p for p in pred.patients if is_person(tree, p, words)]
    actors = [a for a in pred.agents if is_armed(tree, a, words)]
    if not held or not actors or negated(tree, verb):
        return None
    return _detained(site, "custody.intercepted", pred, held, actors)


def _is_room(tree: Dependents, token: int) -> bool:
    return tree.tokens[token].text.lower() in ROOMS


def _are_saved(tree: Dependents, pred: Predication) -> bool:
    """Whether people are picked up at sea: "off Dikili", "from the water"."""
    return any(case == "off" or tree.lemmas[t] in AT_SEA for case, t in pred.obliques)


def _by_force(tree: Dependents, actors: list[int], words: Lexicon) -> bool:
    """Whether some who lead people away may do so by force: "a mother picked up her child" is no arrest."""
    return any(is_armed(tree, a, words) or tree.tags[a] == "PRP" for a in actors)


def _made_arrests(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police made three arrests", "arrests were made by the army"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in ("make", "follow", "announce"):
        return None
    if not tree.relations[noun].startswith(("obj", "nsubj")):
        return None
    if tree.lemmas[noun] != "arrest":
        return None
    pred = predication(tree, verb)
    if tree.has(noun, ("no",), "det") or negated(tree, verb):
        return None
    actors = [a for a in pred.agents if a != noun and can_act(tree, a, site.words)]
    counted = [noun] if tree.one(noun, "nummod") is not None else []
    return _detained(site, "custody.made", pred, counted, actors)


def _captive(site: Site[Lexicon]) -> Deed | None:
    """Forms like "two engineers were taken hostage", "rebels took six soldiers prisoner"."""
    tree, word = site.tree, site.anchor
    verb = tree.heads[word]
    if verb < 0 or tree.lemmas[verb] not in ("take", "hold") or negated(tree, verb) or tree.case(word):
        return None
    if tree.relations[word].startswith("nsubj"):
        return None
    pred = predication(tree, verb)
    whom = (h for h in (*pred.patients, *pred.recipients) if h != word)
    held = [h for h in whom if tree.lemmas[h] not in site.words.targets]
    if pred.voice != "passive" and not held:  # "took two conscripts hostage", in one phrase
        held = [c for c in tree.all(word, "compound") if c == word - 1 and tree.tags[c] in ("NNS", "NNP")]
    if pred.voice != "passive" and not held and tree.one(word, "nummod") is not None:
        held = [word]
    actors = [a for a in pred.agents if a not in held and can_act(tree, a, site.words)]
    if not held:
        return None
    means = ("arrest", tree.word(verb))
    return made(site, "custody.captive", pred, site.row, held, harm="detained", means=means, actors=actors)


def _led_away(site: Site[Lexicon]) -> Deed | None:
    """Forms like "soldiers took the men away", "they were taken from their home by police"."""
    tree, verb = site.tree, site.anchor
    if negated(tree, verb):
        return None
    pred = predication(tree, verb)
    away = tree.has(verb, AWAY, "advmod", "compound:prt", "advcl")
    away = away or any(case == "with" and tree.lemmas[t] == "they" for case, t in pred.obliques)
    away = away or any(case == "into" and _is_vehicle(tree, t, site.words) for case, t in pred.obliques)
    home = any(case == "from" and tree.lemmas[t] in HOMES for case, t in pred.obliques)
    if not (away or home):
        return None
    whom = [p for p in pred.patients if tree.lemmas[p] not in REMAINS]
    held = [p for p in whom if is_person(tree, p, site.words)]
    actors = [a for a in pred.agents if can_act(tree, a, site.words) and a not in held]
    if not held or not _by_force(tree, actors or by_deeper(tree, verb, site.words), site.words):
        return None
    return _detained(site, "custody.led_away", pred, held, actors)


def _is_vehicle(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether people are brought into what drives off with them: "dragged him into a jeep"."""
    found = longest(tree, token, words.targets)
    return found is not None and found[0] == "vehicle"


def _let_go(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the drivers were freed by the rebels", "smugglers released two hostages"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    actors = [a for a in pred.agents if can_act(tree, a, words) and tree.tags[a] != "PRP"]
    held = [p for p in pred.patients if _may_be_held(tree, p, words)]
    if not actors or not held or negated(tree, verb) or tree.tags[verb] == "VB":
        return None
    lawless = all(_is_lawless(tree, a, words) for a in actors)
    if not lawless and not any(_was_taken(tree, h) for h in held):
        return None
    told = made(site, "custody.let_go", pred, "abduct", held, harm="detained", actors=actors)
    return replace(told, undated=(tree.clause(verb),))  # the day is that of the release


def _may_be_held(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether words name people who can be let go: no statement, no film."""
    counted = tree.one(token, "nummod") is not None and tree.lemmas[token] not in words.targets
    return is_person(tree, token, words) or counted or _was_taken(tree, token)


def _is_lawless(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody can hold people only by force: rebels, smugglers, gangs."""
    party = party_of(tree, token, words)
    return tree.lemmas[token] in LAWLESS or (party is not None and party.kind == "armed group")


def _was_taken(tree: Dependents, token: int) -> bool:
    """Whether people are said to have been kidnapped: "two drivers who were abducted in May"."""
    near = (token, *tree.all(token, "acl", "acl:relcl", "amod"))
    return any(tree.lemmas[t] in ("hostage", "captive", "abduct", "kidnap") for t in near)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "custody.let_go",
        Frame("cues.let_go", tags="V"),
        _let_go,
        (
            Example("Two drivers were freed by the rebels.", "abduct None the rebels > Two drivers"),
            Example("The army released two hostages.", "abduct None The army > two hostages"),
            Example(
                "Men released three engineers who were kidnapped in May.", "abduct None Men > three engineers"
            ),
        ),
        (
            "The police released two men.",
            "The rebels released a statement.",
            "The rebels did not release the drivers.",
            "The rebels promised to release the drivers.",
        ),
        note="who lets captives go held them; of police and courts it is no abduction",
    ),
    Rule(
        "custody.into",
        Frame("cues.custody", tags="N"),
        _into_custody,
        (
            Example("Three men were taken into custody.", "detain arrest  > Three men"),
            Example("The police put the leader behind bars.", "detain arrest The police > the leader"),
        ),
        ("He took the child into care.", "The prison stands in the town."),
    ),
    Rule(
        "custody.held_up",
        Frame("cues.hold_up", tags="V"),
        _held_up,
        (Example("Police rounded up forty men.", "detain arrest Police > forty men"),),
        (
            "He picked up a stone.",
            "The mother picked up the child.",
            "The coast guard picked up forty men off Dikili.",
        ),
    ),
    Rule(
        "custody.held_for",
        Frame("cues.held_for", tags="V", needs=("obj",)),
        _held_for,
        (
            Example("Guards held 30 people for six hours in the rain.", "detain arrest Guards > 30 people"),
            Example("Soldiers kept them for two days in a shed.", "detain arrest Soldiers > them"),
            Example(
                "Border guards held the drivers until noon.", "detain arrest Border guards > the drivers"
            ),
        ),
        (
            "Shepherds held a feast for three days.",
            "The guards did not hold them for long.",
            "Police held a meeting for two hours.",
            "Soldiers held the bridge until noon.",
        ),
        note="people held for hours or days by a force",
    ),
    Rule(
        "custody.locked_in",
        Frame("cues.lock_in", tags="V", needs=("obj|nsubj:pass",)),
        _locked_in,
        (
            Example("Police locked them in a shed for two days.", "detain arrest Police > them"),
            Example("Thirty men were shut in a container.", "detain arrest  > Thirty men"),
            Example("Two men were locked in a cell by police.", "detain arrest police > Two men"),
        ),
        (
            "The farmer locked his goats in a shed.",
            "The mother locked the children in a room.",
            "Soldiers locked the gate of the camp.",
            "The guards did not lock them in a shed.",
        ),
    ),
    Rule(
        "custody.intercepted",
        Frame("cues.intercept", tags="V", needs=("obj|nsubj:pass",)),
        _intercepted,
        (
            Example("Guards intercepted 14 people near the river.", "detain arrest Guards > 14 people"),
            Example("Two smugglers were intercepted by police.", "detain arrest police > Two smugglers"),
        ),
        (
            "The army intercepted a drone.",
            "Police intercepted a call.",
            "The editor intercepted two men at the door.",
            "Of two rockets one was intercepted.",
        ),
        note="people stopped by a force; of boats and drones it tells nothing",
    ),
    Rule(
        "custody.made",
        Frame("cues.custody", tags="N"),
        _made_arrests,
        (Example("The police made three arrests.", "detain arrest The police > three arrests"),),
        ("The prison made shoes.",),
    ),
    Rule(
        "custody.led_away",
        Frame("cues.lead_off", tags="V", needs=("obj|nsubj:pass",), beside=HOMES | AWAY | {"with", "into"}),
        _led_away,
        (
            Example("Soldiers took the men away.", "detain arrest Soldiers > the men"),
            Example("They were taken from their home by police.", "detain arrest police > They"),
            Example("Guards took three men with them.", "detain arrest Guards > three men"),
            Example("A man was dragged into a jeep by guards.", "detain arrest guards > A man"),
        ),
        (
            "The nurse took the child away.",
            "The flood took the house away.",
            "They took away our hope.",
            "Soldiers took the body away.",
            "Soldiers took food with them.",
            "The mother led her sons off.",
        ),
    ),
    Rule(
        "custody.captive",
        Frame("cues.captive", tags="NJ"),
        _captive,
        (
            Example("Two engineers were taken hostage by rebels.", "abduct arrest rebels > Two engineers"),
            Example("The rebels took six soldiers prisoner.", "detain arrest The rebels > six soldiers"),
        ),
        ("The prisoner stood by the wall.", "He was not taken hostage."),
    ),
)
