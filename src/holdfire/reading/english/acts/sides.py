"""Who stands on which side of a verb of force: who does it, who suffers it, and what harm comes of it."""

from holdfire.model.party import ARMED
from holdfire.reading.english.acts.act_words import is_bodiless, is_shot_down, target_of
from holdfire.reading.english.acts.crewed import is_crewed, is_side_of_nation, raiders, stands_for_crew
from holdfire.reading.english.acts.participants import behind_things, can_act, forces_in, is_armed
from holdfire.reading.english.phrases.noun_phrases import (
    NUMBERS,
    is_person,
    longest,
    means_of,
    party_of,
    thing_of,
)
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication

DEAD = frozenset({"dead", "death", "fatally", "lethally"})
THEN = frozenset({"while", "as", "when"})
"""What leads to what others did meanwhile."""
UNDER = frozenset({"under", "underneath", "beneath", "outside", "in front of", "in front"})
INQUIRING = frozenset(
    {"investigate", "probe", "identify", "name", "seek", "hear", "report", "release", "flee", "escape",
     "survive", "witness", "condemn", "denounce"}
)  # fmt: skip
"""What is done about acts of others."""
LAID_WITH = frozenset({"of", "for", "with"})
"""What leads to an act that is laid to somebody: "was charged with killing two men"."""
SHOTS = frozenset({"shot", "round", "bullet"})
GUNFIRE = frozenset({"fire", "gunfire", "firing", "shelling"})
"""Subjects that are an act themselves; who did it stands with them."""
BREAKING = frozenset(
    {"burn", "torch", "destroy", "damage", "smash", "wreck", "demolish", "ransack", "vandalize", "vandalise"}
)
"""What is done to things, "it" included."""
LED_BY_AT = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "PRP", "PRP$", "VBG", "RB"})
"""What stands right behind an "at" that leads to a place or a time."""
SUFFERED = frozenset({"in", "from", "during", "under"})
"""What leads from those hurt to the act that hurt them."""
THINGS = frozenset({"it", "which", "that", "fire", "shot", "toll", "number"})
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
DYING = frozenset({"die", "perish", "drown", "succumb"})


def harm_of(
    tree: Dependents, pred: Predication, harm: str | None, direct: bool, words: Lexicon
) -> str | None:
    """The count that the victims fill: who is shot to death is killed, who is only shot at is not hurt."""
    if is_to_death(tree, pred):
        return "killed"
    if harm == "shot" and direct and is_brought_down(tree, pred, words):
        return "killed"
    return None if harm == "shot" and not direct else harm


def is_brought_down(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Forms like "two rebels were shot down"; of a drone or a plane it is no word for a death."""
    after = pred.head + 1
    down = pred.lemma == "shoot" and after < len(tree.lemmas) and tree.lemmas[after] == "down"
    if not down or tree.relations[after] not in ("compound:prt", "advmod", "case"):
        return False
    return any(is_person(tree, t, words) for t in pred.patients or pred.agents)


def victims(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> tuple[list[int], bool]:
    """Whom an act is done to, and whether it is done to them and not only at them."""
    entry, words = site.row, site.words
    if entry.target == ("subj",) or ("subj" in entry.target and not pred.patients):
        return [*pred.agents, *pred.patients] or _unled(tree, pred, words), True
    if "obj" in entry.target or pred.voice == "passive":
        own = [p for p in pred.patients if _may_suffer(tree, p, pred, words)]
        self_done = [p for p in own if tree.tokens[p].text.lower().endswith(("self", "selves"))]
        if self_done and entry.act == "explode":
            return [], False  # "a bomber blew himself up" at a checkpoint: he did it, whoever was hit
        if self_done:
            return list(pred.agents), True
        if own:
            every = [*_series_of(tree, pred, own), *_together_with(tree, pred, words)]
            return every, not _is_only_at(tree, pred)
    aimed = target_of(tree, pred, words) or _in_direction(tree, pred) or _blown_up(tree, pred, site)
    if aimed is None:
        return [], False
    every = tree.conjuncts(aimed)
    things = [
        t for t in every if longest(tree, t, words.means) is None or thing_of(tree, t, words) is not None
    ]
    return things, False


def _is_only_at(tree: Dependents, pred: Predication) -> bool:
    """Whether people are told to be shot *at*, which hits nobody: "were shot at by guards"."""
    after = pred.head + 1
    if pred.voice != "passive" or after >= len(tree.tags) or tree.lemmas[after] != "at":
        return False
    return after + 1 == len(tree.tags) or tree.tags[after + 1] not in LED_BY_AT


def _series_of(tree: Dependents, pred: Predication, own: list[int]) -> list[int]:
    """Those told of by "who" behind the last of them: "five women and two children who were abducted"."""
    if not tree.relations[pred.head].startswith("acl:relcl") or len(own) != 1:
        return own
    last = own[0]
    first = tree.heads[last]
    both = tree.relations[last] == "conj" and tree.heads[pred.head] == last and first >= 0
    if not both or any(tree.one(t, "nummod") is None or tree.tags[t] != "NNS" for t in (first, last)):
        return own
    return [first, *tree.all(first, "conj")]


def _together_with(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """Those to whom it is done beside another: "arrested a man together with two of his sons"."""
    ways = [
        t for t in tree.all(pred.head, "advmod") if tree.lemmas[t] in ("together", "along") and t > pred.head
    ]
    below = [c for w in ways for c in (*tree.all(w, "obl"), *tree.all(pred.head, "obl")) if c > w]
    led = (c for c in below if tree.case(c) == "with" and min(tree.branch(c)) in {w + 1 for w in ways})
    return [t for c in led for t in tree.conjuncts(c) if is_person(tree, t, words)]


def _unled(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """Those before a verb whom a tree has for a time or place: "in Sialkot a man and a girl died"."""
    before = [t for t in tree.all(pred.head, "obl", "obl:unmarked") if t < pred.head and not tree.case(t)]
    return [t for b in before for t in tree.conjuncts(b) if party_of(tree, t, words) is not None]


def _may_suffer(tree: Dependents, token: int, pred: Predication, words: Lexicon) -> bool:
    """Whether something may be what a verb is done to: no means, but for a drone that is shot down."""
    if tree.lemmas[token] == "it":
        return pred.lemma in BREAKING
    counted = tree.lemmas[token] == "number" and thing_of(tree, token, words) is not None
    if (_is_thing(tree, token) and not counted) or is_bodiless(tree, token, pred, words):
        return False
    return is_shot_down(tree, token, pred, words) or means_of(tree, token, words) is None


def _blown_up(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> int | None:
    """What a bomb or mine goes off under or before: "exploded under a tractor", "in front of the station"."""
    if site.row.act != "explode":
        return None
    ways = [t for case, t in pred.obliques if case in UNDER]
    ways += [n for _, t in pred.obliques if tree.lemmas[t] == "front" for n in tree.all(t, "nmod")]
    return next((t for t in ways if is_hurt(tree, t, site.words)), None)


def _in_direction(tree: Dependents, pred: Predication) -> int | None:
    """Forms like "shots were fired in the direction of the officers"."""
    ways = (t for case, t in pred.obliques if case == "in" and tree.lemmas[t] == "direction")
    return next((t for way in ways for t in tree.all(way, "nmod")), None)


def agents(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> list[int]:
    """Who does it: not the subject of a harm above, which "firing" does not have for its own."""
    entry, words = site.row, site.words
    if "subj" in entry.target:
        return []
    agents = [a for a in pred.agents if can_act(tree, a, words) or is_crewed(tree, a, words)]
    agents = agents or [a for a in pred.agents if is_of_itself(tree, a, words)]
    agents = [a for a in agents if not _is_aside(tree, a) and not _died_of_it(tree, a, pred)]
    if (tellers := _tells_before(tree, pred, words)) is not None:
        agents = tellers
    if pred.controlled and (around := _around_where(tree, pred, words) or _who_came(tree, pred, words)):
        agents = around
    if pred.controlled and (suffering := _suffered_above(tree, pred)) is not None:
        agents = [a for a in agents if is_armed(tree, a, words)]
        agents = agents or [a for a in tree.all(suffering, "obl:agent") if can_act(tree, a, words)]
    if (pred.controlled and _follows_its_means(tree, pred, words)) or _comes_after(tree, pred):
        agents = []
    if pred.controlled and _is_suffered(tree, pred, words):
        agents = []
    agents = [] if _blew_up(pred) else [a for a in agents if not _is_label(tree, a)]
    if _is_bare_participle(tree, pred):
        agents = []
    if pred.controlled and (between := _actor_between(tree, pred, words)):
        agents = between
    fire = next((a for a in pred.agents if tree.lemmas[a] in GUNFIRE), None)
    if fire is not None:
        agents = [a for a in agents if a != fire] or forces_in(tree, fire, words)
    if tree.tags[pred.head] == "VBG":
        agents = _by(tree, pred.head, words) or agents or forces_in(tree, pred.head, words)
    return agents or _behind(tree, pred, words)


def _suffered_above(tree: Dependents, pred: Predication) -> int | None:
    """What somebody suffered, told before what came of it: "was shot by guards, killing her"."""
    verb = pred.head
    if tree.tags[verb] != "VBG" and tree.relations[verb] != "advcl":
        return None
    while tree.relations[verb] == "conj" and tree.tags[tree.heads[verb]] == "VBG":
        verb = tree.heads[verb]
    above = tree.heads[verb]
    led = tree.has(verb, LAID_WITH, "mark") or tree.has(pred.head, LAID_WITH, "mark")
    return above if above >= 0 and not led and tree.one(above, "nsubj:pass") is not None else None


def is_hurt_above(tree: Dependents, pred: Predication) -> bool:
    """Whether the clause above tells what befell its subject: "upon opening fire, two were found dead"."""
    above = tree.heads[pred.head]
    return tree.tags[pred.head] == "VBG" and above >= 0 and tree.one(above, "nsubj:pass") is not None


def _by(tree: Dependents, act: int, words: Lexicon) -> list[int]:
    """Who does it by the word "by": "according to officials shelling and firing by troops went on"."""
    above = tree.heads[act] if tree.relations[act] == "conj" else act
    near = {act, above, *(c for c in tree.all(act, "conj") if tree.tags[c] == "VBG")}
    beside = [t for v in near for t in tree.all(v, "nmod", "obl", "obl:agent")]
    return [t for t in beside if tree.case(t) == "by" and is_armed(tree, t, words) and t > act]


def _behind(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """Who is behind what a verb has for its subject, or within what fire comes from."""
    found = behind_things(tree, pred.agents, words) or raiders(tree, pred.agents, words)
    if not found and pred.voice == "passive":
        led = (t for case, t in pred.obliques if case == "by" and t > pred.head)
        found = [t for t in led if party_of(tree, t, words) or tree.lemmas[t] in words.cues["bodies_of"]]
    if found or (pred.voice == "passive" and pred.lemma != "fire"):
        return found
    shots = pred.lemma == "fire" and any(tree.lemmas[t] in SHOTS for t in (*pred.agents, *pred.patients))
    if pred.voice == "active" and not shots:
        return [t for case, t in pred.obliques if case == "by" and is_armed(tree, t, words)]
    return [
        t
        for case, t in pred.obliques
        if case == "from" and (stands_for_crew(tree, t, words) or is_side_of_nation(tree, t))
    ]


def _is_aside(tree: Dependents, agent: int) -> bool:
    """Whether a tree has for an agent what stands between commas: "32 died, seven of them civilians"."""
    if tree.relations[agent] != "obl:agent" or tree.case(agent) == "by":
        return False
    if tree.lemmas[agent] in CAPTIVE:
        return True  # "were captured and taken hostage"
    return any(tree.tags[t] == "PRP" for t in tree.branch(agent))


def _died_of_it(tree: Dependents, agent: int, pred: Predication) -> bool:
    """Whether a verb would have for its subject those who died: "two died when mines … blew up"."""
    above = tree.heads[agent]
    return pred.controlled and above >= 0 and tree.lemmas[above] in DYING and above != pred.head


def _tells_before(tree: Dependents, pred: Predication, words: Lexicon) -> list[int] | None:
    """Who did what a participle behind speech tells: "troops burned a hut, he said, hurting two"."""
    above = tree.heads[pred.head]
    if not pred.controlled or tree.tags[pred.head] != "VBG" or above < 0 or pred.head < above:
        return None
    told = [c for c in tree.all(above, "ccomp") if c < above]
    if not told or tree.lemmas[above] not in words.speech or tree.tokens[pred.head - 1].text != ",":
        return None
    return [s for s in tree.all(told[-1], "nsubj") if is_armed(tree, s, words)]


def _around_where(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """Who acts before a clause that only says where: "fired on a church in which they slept, killing two"."""
    inner = tree.heads[pred.head]
    if tree.tags[pred.head] != "VBG" or inner < 0 or tree.relations[inner] != "acl:relcl":
        return []
    if tree.tokens[pred.head - 1].text != "," or tree.lemmas[inner] in words.act_verbs:
        return []
    act = next((t for t in tree.above(inner) if tree.tags[t][0] == "V"), None)
    if act is None or not (tree.lemmas[act] in words.act_verbs or tree.lemmas[act] in words.cues["light"]):
        return []
    return [a for a in tree.all(act, "nsubj") for a in tree.conjuncts(a) if can_act(tree, a, words)]


def _who_came(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """Who acts beside a clause of what others did then: "they came while people slept and shot two"."""
    beside = tree.heads[pred.head]
    if tree.relations[pred.head] != "conj" or beside < 0 or not tree.has(beside, THEN, "mark", "advmod"):
        return []
    others = tree.all(beside, "nsubj")
    if not others or any(is_armed(tree, o, words) or tree.tags[o] == "PRP" for o in others):
        return []
    came = tree.all(tree.heads[beside], "nsubj") if tree.relations[beside] == "advcl" else []
    return [a for a in came if tree.tags[a] == "PRP" or is_armed(tree, a, words)]


def _is_suffered(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether a word in -ing is what others suffer from: "trooper hurt in firing across the line"."""
    leads = (*tree.all(pred.head, "case"), *tree.all(pred.head, "mark"))
    if tree.tags[pred.head] != "VBG" or not any(tree.lemmas[c] in SUFFERED for c in leads):
        return False
    above = tree.heads[pred.head]
    row = words.act_verbs.get(tree.lemmas[above]) if above >= 0 else None
    return row is not None and bool(row.harm) and tree.one(above, "obj") is None


def _comes_after(tree: Dependents, pred: Predication) -> bool:
    """Whether a verb has its subject from who hears of an act: "police named the man who …, injuring"."""
    before = pred.head - 1
    shots = before >= 0 and tree.lemmas[before] in SHOTS and tree.tags[before][0] == "N"
    if shots and pred.lemma == "fire" and tree.tags[pred.head] in ("VBD", "VBN"):
        return True  # "a shots fired call", "the patrol heard shots fired"
    above = tree.heads[pred.head]
    beside = tree.relations[pred.head] == "conj"  # "soldiers had identified a man and fired at him"
    return pred.controlled and above >= 0 and tree.lemmas[above] in INQUIRING and not beside


def _blew_up(pred: Predication) -> bool:
    """Whether the subject is what exploded, and did nothing: "the plane exploded"."""
    return pred.lemma in ("explode", "detonate") and pred.voice == "active" and not pred.patients


def _is_label(tree: Dependents, token: int) -> bool:
    """Whether a name only says whose words follow: "Border police: boy shoots sister"."""
    return token + 1 < len(tree.tags) and tree.tokens[token + 1].text == ":"


def _is_bare_participle(tree: Dependents, pred: Predication) -> bool:
    """Whether a participle stands without any "had" or object: "spoke of 43 killed or wounded"."""
    if tree.tags[pred.head] != "VBN" or pred.voice != "active" or not pred.controlled:
        return False
    own = tree.one(pred.head, "aux", "aux:pass", "obj") is None
    return own and tree.tags[tree.heads[pred.head]] != "VBN"


def _actor_between(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """The subject of a clause before a verb that a tree has beside the main one, where only it uses force.

    "Parliament met after guard ships rammed a tug, fired on two boats and took them."
    """
    first = pred.head
    while tree.relations[first] == "conj" and tree.tags[tree.heads[first]][0] == "V":
        first = tree.heads[first]
    if first == pred.head or any(uses_force(tree, a, words) for a in pred.agents):
        return []
    inner = [c for c in tree.all(first, "advcl") if first < c < pred.head]
    inner = [c for c in inner if tree.lemmas[c] not in words.speech]
    subjects = tree.all(inner[-1], "nsubj") if inner else []
    return [s for s in subjects if uses_force(tree, s, words)]


def uses_force(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names a force or what is a force's: "border guards", "coast guard ships"."""
    near = (token, *tree.all(token, "compound", "nmod:poss"))
    rows = (party_of(tree, t, words) for t in near)
    return any(row is not None and row.kind in ARMED for row in rows)


def _follows_its_means(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether a participle is of what was fired: "wounded by shots fired from the hill"."""
    before = pred.head - 1
    bare = tree.tags[pred.head] in ("VBD", "VBN") and tree.one(pred.head, "aux", "aux:pass", "obj") is None
    return before >= 0 and bare and tree.tags[before][0] == "N" and means_of(tree, before, words) is not None


def one_fatally(tree: Dependents, token: int) -> bool:
    """Whether a number is that of those who died, told beside those who were shot."""
    after = token + 1
    return (
        after < len(tree.tokens)
        and tree.lemmas[after] == "fatally"
        and tree.tokens[token].text.lower() in NUMBERS
    )


def is_of_itself(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether "it" is a force that tells what it did: "the coast guard said it had fired warning shots"."""
    verb = tree.heads[token]
    if tree.lemmas[token] != "it" or verb < 0 or tree.relations[verb] not in ("ccomp", "conj"):
        return False
    return any(is_armed(tree, s, words) or _is_body(tree, s) for s in tree.all(tree.heads[verb], "nsubj"))


def _is_body(tree: Dependents, token: int) -> bool:
    """Whether a name is that of a body and of no person: "the Red Front"."""
    return tree.tags[token] == "NNP" and tree.has(token, ("the",), "det")


def _is_thing(tree: Dependents, token: int) -> bool:
    return tree.lemmas[token] in THINGS


def is_hurt(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether something is a person, or another target that can be hit."""
    return is_person(tree, token, words) or thing_of(tree, token, words) is not None


def may_be_hit(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether something can be hit, "it" for a thing told of before included."""
    return tree.lemmas[token] == "it" or is_hurt(tree, token, words)


def is_to_death(tree: Dependents, pred: Predication) -> bool:
    """Forms like "shot dead", "shot to death", "fatally shot"."""
    return any(
        tree.lemmas[c] in DEAD and not _of_some(tree, c)
        for c in tree.children[pred.head]
        if tree.relations[c] in ("xcomp", "obl", "advmod", "amod", "obj", "acl", "compound:prt", "ccomp")
    )


def _of_some(tree: Dependents, adverb: int) -> bool:
    """Whether a word for death tells of some only: "four were shot, one fatally", "none of them fatally"."""
    before = range(max(0, adverb - 3), adverb)
    return (adverb > 0 and tree.tokens[adverb - 1].text.lower() in NUMBERS) or any(
        tree.lemmas[t] in ("none", "not") for t in before
    )
