"""Who may order, who can be told, and what is force: the parties of an order, by the words for them."""

from collections.abc import Iterable, Sequence

from holdfire.geography.peoples import is_country
from holdfire.model.party import ARMED, FORCES, POWERS
from holdfire.reading.english.directives.contents import ANSWERED, is_engaged, is_marked
from holdfire.reading.english.phrases.noun_phrases import is_kind, means_of, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.predication import predication

SIDES = frozenset({
    "side", "party", "army", "country", "force", "neighbour", "neighbor", "rival", "nation", "foe",
    "government", "state",
})  # fmt: skip
DEALS = frozenset({"carry", "conduct", "launch", "deal", "deliver", "stage", "mount", "unleash", "inflict"})
"""What is done with a blow: "will carry out second and third strikes"."""
CIVIL = frozenset({"civilian", "person crossing"})
FORCEFUL = frozenset({"fire", "kill", "shell", "attack", "explode", "hit", "beat", "burn"})
ANSWERS = frozenset(
    {"retaliate", "strike", "hit", "crush", "annihilate", "destroy", "neutralise", "neutralize", "eliminate"}
)
RESPONDS = frozenset({"respond", "react", "retaliate", "reply"})
ATTACKS = frozenset({
    "attack", "provocation", "violation", "aggression", "incursion", "strike", "breach", "intrusion", "fire",
    "infiltration", "offensive", "shelling", "bombardment", "raid", "escalation", "hostility",
})  # fmt: skip
"""What those who are armed respond to with force."""
MEANS = frozenset({"force", "means", "weapon", "fire", "power", "shot", "firepower", "response"})
US = frozenset({"we", "us", "our", "i", "me", "my"})
"""What those who were told an order call themselves."""
CREWED = frozenset(
    {
        *("boat", "ship", "vessel", "gunboat", "post", "outpost", "checkpoint", "tank", "plane", "crew"),
        *("trawler", "station", "garrison", "battery"),
    }
)
"""What somebody's order is told to for those who man it: "its boats"."""
REBELS = frozenset({"rebel", "guerrilla", "insurgent", "separatist", "militant", "fighter", "militiaman"})
MEMBERS = frozenset({"member", "subordinate", "personnel", "people"})
"""Who is told something as somebody's: "its members"."""
UNITS = frozenset({"company", "section", "watch", "shift", "detachment"})
"""What a soldier calls those he serves with: "his company had been told"."""


def is_forceful(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a verb uses force: shoot, open fire, use all means, retaliate, be met with fire."""
    lemma = tree.lemmas[verb]
    if lemma in words.act_verbs and words.act_verbs[lemma].act in FORCEFUL:
        return True
    if is_engaged(tree, verb, words) or is_marked(tree, verb) or _answers_attack(tree, verb):
        return True
    if lemma in DEALS and any(tree.lemmas[o] in words.cues["response"] for o in tree.all(verb, "obj")):
        return True
    objects = {tree.lemmas[o] for o in tree.all(verb, "obj", "nsubj:pass", "obl")}
    if lemma in ("open", "return", "fire") or lemma in words.cues["adopt"] or lemma in ANSWERED:
        return bool(objects & MEANS) or any(means_of(tree, o, words) for o in tree.all(verb, "obj", "obl"))
    return lemma in ANSWERS


def _answers_attack(tree: Dependents, verb: int) -> bool:
    """Whether a verb answers force: "respond to any provocation"."""
    aimed = [t for t in tree.all(verb, "obl") if tree.case(t) in ("to", "against")]
    return tree.lemmas[verb] in RESPONDS and any(tree.lemmas[t] in ATTACKS for t in aimed)


def meant_by(tree: Dependents, token: int, words: Lexicon) -> int:
    """Whom a pronoun in an order means within its sentence: the party that is a subject above it.

    "Two guards said that they had been told to fire", "police were handed rules barring them from firing";
    not who tells "them" something. "They told us to fire" is told to the soldier who says so.
    """
    if tree.lemmas[token] in US:
        speaker = next((s for v in tree.above(token) for s in tree.all(v, "nsubj") if s > token), None)
        return speaker if speaker is not None and _is_armed(tree, speaker, words) else token
    if tree.lemmas[token] not in ("they", "them") or tree.tags[token] != "PRP":
        return token
    is_object = tree.relations[token] in ("obj", "iobj")
    tellers = predication(tree, tree.heads[token]).agents if is_object else ()
    for verb in tree.above(token):
        subjects = [s for s in tree.all(verb, "nsubj", "nsubj:pass") if s not in tellers]
        subjects += tree.all(verb, "obj") if is_object else []
        found = next((s for s in subjects if s < token and _may_be_they(tree, s, words)), None)
        if found is not None:
            return found
    return token


def _is_armed(tree: Dependents, token: int, words: Lexicon) -> bool:
    return is_kind(tree, token, words, FORCES)


def _may_be_they(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a subject is of several armed people, or of a body of them."""
    party = party_of(tree, token, words)
    if party is None or party.kind == "state":
        return False
    return tree.tags[token] in ("NNS", "NNPS") or party.role == "organization"


def can_be_told(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether someone is named who can carry out an order: a party, a name, a pronoun, a crew."""
    if party_of(tree, token, words) is not None or tree.tags[token] in ("NNP", "NNPS", "PRP", "DT"):
        return True
    owned = tree.one(token, "nmod:poss") is not None
    if tree.lemmas[token] in MEMBERS or tree.lemmas[token] in UNITS:
        return owned or (tree.lemmas[token] in UNITS and _is_to_fire(tree, tree.heads[token], words))
    return tree.lemmas[token] in CREWED and (owned or tree.tags[token] == "NNS")


def _is_to_fire(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether who is told something is told of force: "the company was told not to shoot"."""
    return verb >= 0 and any(is_forceful(tree, c, words) for c in tree.all(verb, "xcomp"))


def is_civil(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody is no authority and no force: a doctor, a protester."""
    return is_kind(tree, token, words, CIVIL)


def are_strangers(tree: Dependents, told: Sequence[int], words: Lexicon) -> bool:
    """Whether those told are named, and none of them is a party: hunters, players, a restaurant."""
    return bool(told) and all(
        tree.tags[t] in ("NN", "NNS")
        and party_of(tree, t, words) is None
        and not (tree.tags[t] == "NNS" and tree.lemmas[t] in CREWED)
        for t in told
    )


def has_power(tree: Dependents, token: int | None, words: Lexicon) -> bool:
    """Whether a phrase names an authority or an armed force."""
    return token is not None and is_kind(tree, token, words, POWERS)


def can_order(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names an authority, an armed force or a state."""
    return has_power(tree, token, words) or is_state(tree, token, words)


def who_can_order(tree: Dependents, tokens: Iterable[int], words: Lexicon) -> int | None:
    """The first of some who is an authority, an armed force or a state."""
    return next((t for t in tokens if can_order(tree, t, words)), None)


def is_group(tree: Dependents, token: int | None, words: Lexicon) -> bool:
    """Whether a phrase names an armed group, or its men as such: "the front", "rebels"; no gunman."""
    party = party_of(tree, token, words) if token is not None else None
    if token is None or party is None or party.kind != "armed group" or tree.lemmas[token] == "gang":
        return False
    return party.role == "organization" or tree.lemmas[token] in REBELS


def has_forces(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody is named who has forces: a power, a state, an armed group."""
    return can_order(tree, token, words) or is_group(tree, token, words)


def are_sides(tree: Dependents, token: int) -> bool:
    """Whether a word for a side is of several: "both sides", "the parties", "neither army"."""
    near = {tree.tokens[c].text.lower() for c in tree.all(token, "det", "nummod", "amod", "cc:preconj")}
    two = bool(near & {"both", "neither", "either", "two", "each"})
    several = tree.lemmas[token] in ("side", "party") or (
        tree.lemmas[token] in ("neighbour", "neighbor", "rival", "foe") and tree.tags[token] == "NNS"
    )
    return tree.lemmas[token] in SIDES and (two or several)


def is_state(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a token ends the name of a country, or names its capital for it: "South Sudan", "Baku"."""
    capital = tree.lemmas[token] in words.cues["capital"] and tree.tags[token] == "NNP"
    if tree.tokens[token].text == "Koreas":
        return True
    half = tree.tokens[token].text in ("North", "South") and tree.has(token, ("the",), "det")
    return capital or half or _is_country(tree, token)


def _is_country(tree: Dependents, token: int) -> bool:
    if tree.tags[token] not in ("NNP", "NNPS"):
        return False
    before = [c for c in tree.all(token, "compound", "amod", "flat") if token - 3 < c < token]
    return is_country(" ".join(tree.tokens[t].text for t in (*sorted(before), token)))


def represents(tree: Dependents, verb: int) -> bool:
    """Whether those who agree are of countries: "the commanders of India and Pakistan"."""
    return bool(_states_of(tree, tree.all(verb, "nsubj")))


def _states_of(tree: Dependents, agents: Sequence[int]) -> list[int]:
    return [t for a in agents for t in tree.branch(a) if t not in agents and _is_country(tree, t)]


def who_agrees(tree: Dependents, verb: int) -> list[int]:
    """Who agrees to something; of "X and Y said that they had agreed" X and Y."""
    agents = predication(tree, verb).agents
    if not agents or any(tree.lemmas[a] not in ("they", "it", "we") for a in agents):
        return list(agents)
    for above in tree.above(verb):
        tellers = [a for a in predication(tree, above).agents if tree.tags[a] != "PRP"]
        if tellers:
            return list(dict.fromkeys(each for a in tellers for each in tree.conjuncts(a)))
    return list(agents)


def bound_by_agreeing(tree: Dependents, agents: Sequence[int], words: Lexicon) -> list[int]:
    """Whom an agreement binds: those who make it, or the countries whose officers they are."""
    bodies = (a for a in agents if tree.lemmas[a] != "government")  # "the governments of Chad and Mali"
    people = not any((p := party_of(tree, a, words)) and p.role == "organization" for a in bodies)
    states = _states_of(tree, agents) if people else []
    return states or [a for a in agents if _binds_itself(tree, a, words)]


def _binds_itself(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether who agrees to something is bound by it: a force, a side, a country; a ministry binds others."""
    is_force = is_kind(tree, token, words, ARMED)
    return is_force or are_sides(tree, token) or is_state(tree, token, words)
