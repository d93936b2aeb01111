"""Who does and who suffers an act, beyond what its verb governs: forces behind a means, groups."""

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from holdfire.geography.peoples import peoples
from holdfire.model.party import ARMED_OR_STATE
from holdfire.model.span import Span
from holdfire.model.statement import Deed, Harm, Phrase
from holdfire.reading.english.acts.act_words import act_of, gravest
from holdfire.reading.english.acts.bodies import doing, with_groups
from holdfire.reading.english.acts.crewed import CALLED, RAIDS, stands_for_crew
from holdfire.reading.english.acts.told_twice import is_ruled_out, named_group, once, whole
from holdfire.reading.english.clauses.calls import warning_of
from holdfire.reading.english.clauses.moods import Mood, bears_no, clause_of, condition_of, hedge_of, mood_of
from holdfire.reading.english.clauses.times import dating_others
from holdfire.reading.english.phrases.counts import NOBODY
from holdfire.reading.english.phrases.noun_phrases import (
    is_kind,
    means_of,
    name_beside,
    named,
    party_of,
    thing_of,
)
from holdfire.reading.english.words.companions import TRUCES
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication, predication

HarmKind = Literal["killed", "injured", "detained", "shot"]
HARMS: dict[str, HarmKind] = {
    "killed": "killed",
    "injured": "injured",
    "detained": "detained",
    "shot": "shot",
}
BODY_PARTS = frozenset({"leg", "knee", "foot", "chest", "back", "thigh"})
"""Where somebody is hit; not whom: "they shoot at the legs"."""
HOURS = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "hours", "hrs", "o'clock"})
LANDS = frozenset({"country", "nation", "state", "republic"})
"""Where an act was, and not who did it: "the country's deadliest shooting"."""
FIRED = frozenset({"live_fire", "explosive"})
NATIONAL = frozenset({"JJ", "NNP", "NNPS"})
FIRERS = frozenset({"open", "return"})
BY_FORCE = frozenset({"in", "by", "from", "during", "with", "to", "under", "after", "of", ""})
Means = tuple[str | None, Span | None]
NO_MEANS: Means = (None, None)
THOSE = frozenset({"them", "whom", "these", "those"})
DONE = ("commit", "plant", "set_off", "wield")
VIOLATIONS = frozenset({"violation", "breach"})
FIRE_OF = frozenset({"fire", "gunfire", "shelling", "shellfire", "bombardment", "firing"})


def made(  # noqa: PLR0913
    site: Site[Lexicon],
    rule: str,
    pred: Predication,
    act: str,
    victims: Iterable[int],
    *,
    harm: str | None = None,
    means: Means = NO_MEANS,
    actors: Iterable[int] = (),
) -> Deed:
    """A deed of a predicate and its participants, with its mood and what stands around it."""
    tree, verb, words = site.tree, pred.head, site.words
    clause = verb if pred.voice != "nominal" else clause_of(tree, verb)
    people = [
        v
        for v in victims
        if (tree.lemmas[v] not in words.cues["extent"] or thing_of(tree, v, words) is not None)
        and tree.lemmas[v] not in BODY_PARTS
        and not _on_patrol(tree, v)
        and not _is_age(tree, v)
    ]
    people = [
        v for v in people if not _counts_the_next(tree, v, people) and not _is_his_name(tree, v, people)
    ]
    people = [v for v in dict.fromkeys(whole(tree, v) for v in people) if not is_ruled_out(tree, v)]
    people = once(tree, people, verb, words)
    group = named_group(tree, people)
    people = [v for v in people if v != group]
    sufferers = tuple(_as_one_of(named(tree, v, words), group, tree, words) for v in people)
    parts = frozenset(s for s, v in zip(sufferers, people, strict=True) if is_part(tree, v))
    return Deed(
        rule,
        act,
        tree.word(site.anchor),
        site.sentence,
        tree.clause(clause),
        _mood_towards(people, tree, _mood(tree, pred, clause, words)),
        False,
        means[0],
        means[1],
        tuple(doing(tree, a, words) for a in with_groups(tree, actors, words) if not _did_nothing(tree, a)),
        sufferers,
        harms(sufferers, harm, rule, parts=parts),
        warning_of(tree, verb),
        None,
        condition_of(tree, verb),
        hedge_of(tree, verb, words),
        tense="perfect" if is_perfect(tree, verb) else None,
        undated=dating_others(tree, clause, verb, words),
    )


def _did_nothing(tree: Dependents, token: int) -> bool:
    """Whether somebody is said not to have done it, or a word is only an age: "Jan Kos, 24, fired"."""
    return is_ruled_out(tree, token) or _is_age(tree, token)


def _as_one_of(person: Phrase, group: int | None, tree: Dependents, words: Lexicon) -> Phrase:
    """Somebody named, of the kind of the group whose names are told: "two guards, Kos and Mora"."""
    if group is None or person.kind is not None:
        return person
    told = named(tree, group, words)
    return replace(person, kind=told.kind, role=told.role)


def _mood_towards(people: list[int], tree: Dependents, mood: Mood) -> Mood:
    """What may befall whoever it is ("the body of anyone shot") is only thought of, or wont to happen."""
    anyone = any(tree.lemmas[p] in ("anyone", "anybody", "whoever", "whomever") for p in people)
    return "hypothetical" if anyone and mood != "habitual" else mood


def _is_age(tree: Dependents, token: int) -> bool:
    """Whether a number is an hour, or the age of the one named before it: "John Smith, 18,"."""
    if ":" in tree.tokens[token].text or _is_hour(tree, token):
        return True
    if tree.tags[token] != "CD" or token < 2:
        return False
    own = [c for c in tree.children[token] if tree.relations[c] != "punct"]
    return tree.tags[token - 1] == "," and tree.tags[token - 2] in ("NNP", "NNPS") and not own


def _is_hour(tree: Dependents, token: int) -> bool:
    """Whether a number is a time of day ("5.30 pm")."""
    near = (token, token + 1) if token + 1 < len(tree.tokens) else (token,)
    return any(tree.tokens[t].text.lower() in HOURS for t in near)


def _counts_the_next(tree: Dependents, token: int, people: list[int]) -> bool:
    """Whether a number is that of the noun after it, which the tree has beside it: "she and three others"."""
    return tree.tags[token] == "CD" and token + 1 in people and tree.tags[token + 1] == "NNS"


def _is_his_name(tree: Dependents, token: int, people: list[int]) -> bool:
    """Whether a name is that of the one told before it: "a medic, Jan Kos, was hit"; a tree may list both."""
    return any(name_beside(tree, p) == token for p in people if p != token)


def _on_patrol(tree: Dependents, token: int) -> bool:
    """Whether a phrase only says what someone was at: "on patrol"."""
    return (
        tree.lemmas[token] == "patrol" and tree.case(token) == "on" and tree.one(token, "det", "amod") is None
    )


def is_perfect(tree: Dependents, verb: int) -> bool:
    """Whether a verb stands in the present perfect ("have fired")."""
    return any(tree.lemmas[c] == "have" and tree.tags[c] in ("VBP", "VBZ") for c in tree.all(verb, "aux"))


def _mood(tree: Dependents, pred: Predication, clause: int, words: Lexicon) -> Mood:
    """How an act is told; one named by a noun happened, whatever the tense of the verb that speaks of it."""
    mood = mood_of(tree, clause, words)
    if pred.voice != "nominal" or mood == "happened":
        return mood
    definite = tree.has(pred.head, ("the", "this", "that"), "det")
    if mood == "habitual" and not definite and tree.tags[pred.head] == "NNS":
        does = tree.heads[pred.head] == clause and tree.relations[pred.head] == "obj"
        if does and tree.lemmas[clause] in words.cues["commit"]:
            return "habitual"  # "have been launching attacks"
    return "happened" if definite or mood == "habitual" else mood


def is_part(tree: Dependents, token: int) -> bool:
    """Whether a phrase counts those told of before: "three of them", "John Smith, a farmer"."""
    whole = (c for c in tree.all(token, "nmod", "obl") if tree.tags[c] in ("PRP", "WP"))
    if _stands_among(tree, token) or any(tree.case(c) != "among" for c in whole):
        return True
    if tree.has(token, ("include", "including"), "case", "mark", "cc"):
        return True
    listed = tree.relations[token] == "conj" and tree.one(token, "cc") is None
    return listed and tree.tags[tree.heads[token]] == "NNP" and tree.tags[token] in ("NN", "NNS")


def _stands_among(tree: Dependents, token: int) -> bool:
    """Whether people are of those before them: "four men, among them a boy"."""
    if "among" not in tree.lemmas:
        return False
    start = min(t for t in tree.branch(token) if tree.tags[t] != ",")
    before = [t.text.lower() for t in tree.tokens[max(0, start - 2) : start]]
    return len(before) == 2 and before[0] == "among" and before[1] in THOSE


def harms(
    sufferers: Iterable[Phrase], kind: str | None, rule: str, *, parts: frozenset[Phrase] = frozenset()
) -> tuple[Harm, ...]:
    """What was done to each of the people named; things and animals are not counted."""
    if kind is None:
        return ()
    people = [s for s in sufferers if s.thing is None]
    return tuple(Harm(HARMS[kind], phrase, rule, phrase in parts) for phrase in people)


def behind_things(tree: Dependents, things: Iterable[int], words: Lexicon) -> list[int]:
    """Who is behind what acts in their place: "a charge placed by rebels destroyed the mast"."""
    did = (t for a in things for v in _participles(tree, a, words) for t in tree.all(v, "obl:agent", "obl"))
    return [t for t in did if tree.case(t) == "by" and can_act(tree, t, words)]


def is_armed(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names a force, an authority or an armed group."""
    return is_kind(tree, token, words, ARMED_OR_STATE)


def can_act(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase may name who acts: a party, a name, a pronoun or a number of them; never a means."""
    if tree.lemmas[token] in words.parties and tree.tags[token] in ("NN", "NNS"):
        return True  # a sniper, whose name says with what
    if means_of(tree, token, words) is not None or _counts_a_means(tree, token, words):
        return False
    if party_of(tree, token, words) is not None or tree.lemmas[token] in words.cues["bodies_of"]:
        return True
    return tree.tags[token] in ("NNP", "NNPS", "PRP", "CD", "WP") and tree.lemmas[token] != "it"


def may_be_doer(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a noun may name who did a deed, though no table has it: "the extraditables"."""
    if can_act(tree, token, words):
        return True
    many = tree.tags[token] == "NNS" or (tree.tags[token] == "NN" and tree.one(token, "det") is not None)
    if not many or bears_no(tree, token) or tree.lemmas[token] in NOBODY or means_of(tree, token, words):
        return False
    things = words.act_nouns.keys() | words.cues["abstract"].keys() | words.cues["extent"].keys() | LANDS
    return tree.lemmas[token] not in things and thing_of(tree, token, words) is None


def _counts_a_means(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a number is of what was fired: "ten of the bullets struck him"."""
    if tree.tags[token] != "CD":
        return False
    return any(means_of(tree, c, words) is not None for c in tree.all(token, "nmod"))


def force_behind(tree: Dependents, verb: int, words: Lexicon) -> tuple[list[int], Means]:
    """Forms like "died in police firing", "killed by army bullets": the force and the means beside a harm."""
    for child in tree.children[verb]:
        if tree.relations[child] not in ("obl", "obl:agent", "advcl", "nmod"):
            continue
        if not _links(tree, child):
            continue
        act = _act_word(tree, child, words)
        if tree.lemmas[child] in VIOLATIONS and tree.has(child, TRUCES, "compound", "nmod"):
            by = [t for t in tree.branch(child) if tree.case(t) == "by" and is_armed(tree, t, words)]
            return by or forces_in(tree, child, words), ("live_fire", tree.word(child))
        if tree.tags[child][0] == "V" and (beside := _done_beside(tree, child, words)) is not None:
            return forces_in(tree, child, words), beside
        named_means = (
            means_of(tree, child, words) or means_of_act(tree, child, words) or charge(tree, child, words)
        )
        if act is None and named_means is None and tree.lemmas[child] not in RAIDS:
            continue
        means: Means = named_means or (act, tree.word(child) if act else None)
        return forces_in(tree, child, words), means
    return [], NO_MEANS


def _done_beside(tree: Dependents, verb: int, words: Lexicon) -> Means | None:
    """The means of an act of force told beside a harm: "when gunmen fired rockets", "broke a truce"."""
    if tree.lemmas[verb] in words.cues["break"]:
        truce = tree.has(verb, TRUCES, "obj")
        return ("live_fire", tree.word(verb)) if truce else None
    if tree.lemmas[verb] in words.cues["tread"]:
        return gravest(tree, tree.all(verb, "obl"), words)
    if tree.lemmas[verb] in words.cues["wield"]:
        found = gravest(tree, tree.all(verb, "obj"), words)
        return found if found is not None and found[0] != "other" else None
    if tree.lemmas[verb] not in words.act_verbs:
        return None
    itself = gravest(tree, tree.all(verb, "nsubj"), words)  # "a landmine blew up their vehicle"
    if itself is not None and itself[0] in ("landmine", "explosive"):
        return itself
    _, means, span = act_of(tree, predication(tree, verb), words)
    return (means, span) if means is not None else None


def charge(tree: Dependents, noun: int, words: Lexicon) -> tuple[str, Span] | None:
    """What explodes and has no name of a weapon, by what was done with it: "a charge placed by rebels"."""
    if tree.lemmas[noun] not in ("charge", "device", "package", "parcel"):
        return None
    laid = {*words.cues["plant"], *words.cues["set_off"]}
    told = any(tree.lemmas[v] in laid for v in _participles(tree, noun, words))
    return ("explosive", tree.word(noun)) if told else None


def means_of_act(tree: Dependents, noun: int, words: Lexicon) -> tuple[str, Span] | None:
    """The means in the name of an act: "a machinegun attack", "an attack with explosives"."""
    if tree.tags[noun][0] != "N" or tree.lemmas[noun] not in words.act_nouns:
        return None
    near = [
        *tree.all(noun, "compound", "amod"),
        *(c for c in tree.all(noun, "nmod") if tree.case(c) == "with"),
    ]
    return next((m for c in near if (m := means_of(tree, c, words)) is not None), None)


def forces_in(tree: Dependents, token: int, words: Lexicon) -> list[int]:
    """The armed parties in a phrase of an act or a means: "police firing", "fire by the police"."""
    below = tree.all(token, "nsubj", "compound", "amod", "nmod:poss")
    below += [c for c in tree.all(token, "nmod", "obl", "obl:agent") if tree.case(c) in ("by", "of", "from")]
    told = [
        t
        for v in _participles(tree, token, words)
        for t in tree.all(v, "obl:agent", "obl")
        if tree.case(t) == "by"
    ]
    before, above = token - 1, tree.heads[token]
    if before >= 0 and tree.relations[before] in ("obl", "nmod") and tree.heads[before] == above:
        below.append(before)
    if above >= 0 and tree.lemmas[token] in FIRE_OF and tree.case(token) in ("after", "in", "by", "amid"):
        below += [
            c for c in tree.all(above, "obl", "nmod") if tree.case(c) == "from" and _follows(tree, token, c)
        ]
    armed = [
        t for c in below for t in tree.conjuncts(c) if is_armed(tree, t, words) or _is_post(tree, t, words)
    ]
    armed += [t for c in told for t in tree.conjuncts(c) if t not in armed and can_act(tree, t, words)]
    armed = [t for t in armed if tree.lemmas[t] not in LANDS and not _is_only_called(tree, token, t)]
    return armed or _nations(tree, token, words)


def _is_post(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether fire comes from where a force stands: "a bullet from a BSF post"."""
    return tree.case(token) == "from" and stands_for_crew(tree, token, words)


def _participles(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """What a thing was made to do: "blasts set off by rebels", from wherever a tree has it."""
    after = noun + 1
    bare = after < len(tree.tags) and tree.tags[after] == "VBN" and tree.heads[after] == tree.heads[noun]
    told = (*tree.all(noun, "acl"), *([after] if bare else ()))
    return [
        v for v in told if any(tree.lemmas[v] in words.cues[cue] for cue in DONE) or tree.lemmas[v] == "fire"
    ]


def _is_only_called(tree: Dependents, act: int, token: int) -> bool:
    """Whether a word says what an act is called and not who did it: "a terrorist attack"."""
    return token < act and tree.lemmas[token] in CALLED and tree.relations[token] in ("amod", "compound")


def _follows(tree: Dependents, token: int, phrase: int) -> bool:
    """Whether a phrase begins right behind a word: "heavy fire from armed groups"."""
    return min(tree.branch(phrase)) == token + 1


def _nations(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """The nation whose fire it was: "Indian fire", "Israeli shelling"; not "Syrian deaths"."""
    row = words.act_nouns.get(tree.lemmas[noun])
    fire = row is not None and row.means in FIRED and row.harm in (None, "shot")
    if tree.tags[noun][0] != "N" or not (fire or means_of(tree, noun, words) is not None):
        return []
    before = tree.all(noun, "amod", "compound")
    before += [c for b in before for c in tree.all(b, "amod", "compound")]  # "Israeli tank fire"
    return [c for c in before if tree.tags[c] in NATIONAL and tree.tokens[c].text.capitalize() in peoples()]


def _links(tree: Dependents, child: int) -> bool:
    marks = {tree.lemmas[c] for c in tree.all(child, "mark", "case")}
    return bool(marks & BY_FORCE) or not marks


def _act_word(tree: Dependents, token: int, words: Lexicon) -> str | None:
    """The means that an act named beside a harm stands for."""
    if tree.lemmas[token] == "fire" and tree.tags[token][0] == "N":
        return "live_fire"
    if tree.lemmas[token] in FIRERS and tree.has(token, ("fire",), "obj"):
        return "live_fire"
    row = words.act_nouns.get(tree.tokens[token].text.lower()) or words.act_nouns.get(tree.lemmas[token])
    if row is None and tree.tags[token] == "VBG":
        row = words.act_verbs.get(tree.lemmas[token])
    return row.means if row is not None else None
