"""How a clause is told: as done once, as wont to be done, as thought of; with its conditions and hedges."""

from typing import Literal

from holdfire.model.incident import Count
from holdfire.model.span import Span
from holdfire.reading.english.clauses.bidding import is_imperative
from holdfire.reading.english.clauses.unreal import IF, NEGATIONS, SUBJECT, is_asked, is_imagined
from holdfire.reading.english.phrases.counts import NOBODY, ORDINALS, count_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.control import CHARGES
from holdfire.reading.grammar.dependents import Dependents

Mood = Literal["happened", "hypothetical", "habitual"]
SAME_IN_PAST = frozenset({"beat", "hit", "cut", "put", "shut", "set", "let"})
WHENEVER = frozenset({"whenever", "when", "each", "every"})
OCCASIONS = frozenset({"stage", "time", "point", "case", "circumstance", "moment", "occasion"})
"""In "at no stage", "in no case"."""
ANYONE = frozenset({"anyone", "anybody", "anything", "everyone", "everybody"})
WEEKDAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
    "overnight",
})  # fmt: skip
SENSED = frozenset({"see", "hear", "watch"})
TIMES = frozenset({"time", "occasion", "instance"})
NO = frozenset({"no", "neither"})


def mood_of(tree: Dependents, verb: int, words: Lexicon) -> Mood:
    """Whether a clause tells what happened once, what is wont to happen, or what might."""
    asked = is_asked(tree) or is_imperative(tree, verb)
    if not asked and _is_wont(tree, verb, words):
        return "habitual"
    if asked or is_imagined(tree, verb, words):
        return "hypothetical"
    if _is_habitual(tree, verb, words):
        return "habitual"
    return "happened"


def _is_wont(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Forms like "would often fire", "are known to fire", "keep firing", "it is common to fire"."""
    often = tree.has(verb, words.cues["habit"], "advmod")
    if often and tree.has(verb, ("would",), "aux"):
        return True
    above = tree.heads[verb]
    if above < 0 or tree.relations[verb] not in ("xcomp", "ccomp", "acl", "csubj", "advcl"):
        return False
    if tree.lemmas[above] in SENSED and tree.tags[verb] == "VBG":
        return _is_wont(tree, above, words)  # "used to see them firing"
    to = tree.led_by_to(verb)
    way = words.cues["wont"].get(tree.lemmas[above])
    if way == "now":
        return tree.tags[above] in ("VBP", "VBZ") and tree.tags[verb] == "VBG"
    if way in ("passive", "past"):
        passive = is_passive_like(tree, above) and tree.tags[above] == "VBN"
        past = tree.tags[above] == "VBD" and tree.one(above, "obj") is None
        return to and (passive if way == "passive" else past)
    return way is not None and tree.tags[above][0] in "NJV"


def _is_one_of_many(tree: Dependents, verb: int) -> bool:
    """Whether a clause tells an act with those before it: "it was the third time that guards had fired"."""
    near = [t for t in (tree.heads[verb], *_predicates(tree, verb)) if t >= 0 and tree.lemmas[t] in TIMES]
    whose = tree.heads[tree.heads[verb]] if tree.tags[verb] == "VBG" and tree.heads[verb] >= 0 else -1
    near += (
        [whose] if whose >= 0 and tree.lemmas[whose] in TIMES else []
    )  # "the first instance of troops firing"
    if any(tree.has(t, ("first",), "amod") and tree.has(t, NEGATIONS, "advmod") for t in near):
        return True  # "not the first instance"
    return any(tree.has(t, ORDINALS, "amod", "nummod") for t in near)


def _predicates(tree: Dependents, verb: int) -> list[int]:
    """What the clause above says that something was."""
    above = tree.heads[verb]
    return tree.all(above, "obl", "xcomp", "obj") if above >= 0 and tree.relations[verb] == "ccomp" else []


def _is_habitual(tree: Dependents, verb: int, words: Lexicon) -> bool:
    helpers = {tree.lemmas[c] for c in tree.all(verb, "aux")}
    goes_on = tree.tags[verb] == "VBG" and ({"have", "be"} <= helpers or _goes_on(tree, verb))
    again = _is_one_of_many(tree, verb) or _is_done_many_times(tree, verb, words)
    if goes_on or again or _goes_on_with(tree, verb) or _is_done_to_whoever(tree, verb, helpers):
        return True
    if _is_often(tree, verb, words) or (not helpers and _is_often_too(tree, verb, words)):
        return True
    below = tree.all(verb, "advmod", "advcl", "obl", "obl:unmarked")
    whenever = any(tree.lemmas[c] in words.cues["always"] for c in below)
    if tree.tags[verb] == "VBG" and (tree.relations[verb] == "csubj" or (whenever and "be" not in helpers)):
        return True
    if whenever and any(
        tree.lemmas[c] == "have" and tree.tags[c] in ("VBP", "VBZ") for c in tree.children[verb]
    ):
        return True
    if tree.tokens[verb].text.lower() in SAME_IN_PAST:
        return _is_all_present(tree, verb) and _ends_with_stop(tree)
    counted = any(tree.tags[o] == "CD" or tree.one(o, "nummod") is not None for o in tree.all(verb, "obj"))
    now = tree.tags[verb] in ("VBP", "VBZ") and not helpers and not counted  # "forces injure five and"
    now = now and tree.one(verb, "expl") is None  # "there is one wounded"
    present = now or _does(tree, verb)
    return present and _ends_with_stop(tree) and not _is_entry(tree)


def _goes_on_with(tree: Dependents, verb: int) -> bool:
    """Whether a verb is told beside what somebody "has been doing", without a day of its own."""
    above = tree.heads[verb]
    if tree.relations[verb] != "conj" or tree.tags[verb] not in ("VBD", "VBN") or tree.tags[above] != "VBG":
        return False
    if not {"have", "be"} <= {tree.lemmas[c] for c in tree.all(above, "aux")}:
        return False
    own = tree.one(verb, "nsubj", "nsubj:pass") is not None
    dated = any(tree.lemmas[t] in WEEKDAYS or tree.tags[t] == "CD" for t in tree.branch(verb))
    return not own and not dated


def _is_entry(tree: Dependents) -> bool:
    """Whether a sentence is an entry of a chronology: "Jan. 15: Gunmen kill 21 people."."""
    at = next((n for n, t in enumerate(tree.tokens[:6]) if t.text == ":"), None)
    return at is not None and any(tag == "CD" for tag in tree.tags[:at])


def _is_often(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a verb has "often", "routinely", "whenever" or the like beside it."""
    below = tree.all(verb, "advmod", "advcl", "obl", "obl:unmarked")
    near = [*below, *(m for c in below for m in tree.all(c, "mark", "advmod", "det"))]
    return any(tree.lemmas[c] in words.cues["habit"] for c in near)


def _is_often_too(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a verb shares the "often" of one before it: "often stop the buses and send them back"."""
    while tree.tags[verb] == "VB" and tree.relations[verb] == "conj":
        verb = tree.heads[verb]
        if _is_often(tree, verb, words):
            return True
    return False


def _is_done_many_times(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether somebody suffered an act often: "was fired upon 41 times"; not wounds ("was shot 41 times").

    Active "fired ten times" counts rounds. Times of one day are no practice.
    """
    occasions = (t for t in tree.all(verb, "obl") if tree.lemmas[t] in ("occasion", "instance"))
    if any(tree.case(t) in ("on", "in") and _is_three_or_more(count_of(tree, t)) for t in occasions):
        return WEEKDAYS.isdisjoint(tree.lemmas)
    known = tree.lemmas[verb] in words.act_verbs
    if not known or not is_passive_like(tree, verb) or tree.lemmas[verb] in ("shoot", "hit", "stab"):
        return False
    counted = (c for c in tree.children[verb] if tree.lemmas[c] in TIMES)
    often = any(c > verb and _is_three_or_more(count_of(tree, c)) for c in counted)
    return often and WEEKDAYS.isdisjoint(tree.lemmas)


def _is_three_or_more(count: int | Count | None) -> bool:
    least = count if isinstance(count, int) else count.low if count is not None else None
    return least is not None and least >= 3


def _is_done_to_whoever(tree: Dependents, verb: int, helpers: set[str]) -> bool:
    """Whether it is done to all who did something: "at anyone who came near", "had shot at every boat".

    "Until now they had shot at every boat" tells it without what the boats did.
    """
    near = tree.all(verb, "obj", "obl")
    aims = [c for c in near if tree.lemmas[c] in ANYONE]
    if "have" in helpers:
        aims += [c for c in near if tree.has(c, ("every",), "det")]
    if not aims or negated(tree, verb) or any(bears_no(tree, c) for c in tree.all(verb, *SUBJECT)):
        return False
    so_far = any(tree.case(c) in ("until", "till") for c in tree.all(verb, "obl"))
    return so_far or any(tree.one(aim, "acl:relcl", "acl") is not None for aim in aims)


def _is_all_present(tree: Dependents, verb: int) -> bool:
    """Whether the other verbs of a sentence stand in the present: "those they catch they beat"."""
    if tree.tags[verb] == "VBN" or tree.one(verb, "aux", "aux:pass") is not None:
        return False
    if tree.tags[verb] == "VBP" and any(_comes_back(tree, c) for c in tree.all(verb, "advcl")):
        return True
    others = {tag for n, tag in enumerate(tree.tags) if n != verb and tag in ("VBP", "VBZ", "VBD", "MD")}
    return bool(others) and others <= {"VBP", "VBZ"}


def _comes_back(tree: Dependents, clause: int) -> bool:
    """Whether a clause tells of whenever something is done: "when they return"."""
    return tree.tags[clause] in ("VBP", "VBZ") and tree.has(clause, WHENEVER, "advmod", "mark")


def _does(tree: Dependents, verb: int) -> bool:
    """Whether a verb stands with "do" in the present, its own or shared ("they really do fire and kill")."""
    if tree.tags[verb] != "VB":
        return False
    if tree.relations[verb] == "conj" and _does(tree, tree.heads[verb]):
        return True
    before = (verb - 1,) if verb else ()
    near = (*tree.all(verb, "aux"), *before)
    return any(tree.lemmas[c] == "do" and tree.tags[c] in ("VBP", "VBZ") for c in near)


def _goes_on(tree: Dependents, verb: int) -> bool:
    """Whether a verb stands in the present progressive ("are beating and leaving them")."""
    above = tree.heads[verb]
    if tree.relations[verb] == "conj" and tree.tags[above] == "VBG" and tree.one(verb, "aux") is None:
        return _goes_on(tree, above)
    return any(tree.lemmas[c] == "be" and tree.tags[c] in ("VBP", "VBZ") for c in tree.all(verb, "aux"))


def _ends_with_stop(tree: Dependents) -> bool:
    """Whether a sentence is no headline, which tells the past in the present."""
    return any(tag == "." for tag in tree.tags[-2:])


def negated(tree: Dependents, verb: int) -> bool:
    """Whether a verb itself is negated ("did not fire"); who did or suffered it is not asked."""
    beside = (c for c in tree.all(verb, "advmod", "neg") if not _is_of_clause_before(tree, c, verb))
    if any(tree.lemmas[c] in NEGATIONS or is_ended(tree, c) for c in beside):
        return True
    return any(bears_no(tree, c) and tree.lemmas[c] in OCCASIONS for c in tree.all(verb, "obl"))


def _is_of_clause_before(tree: Dependents, adverb: int, verb: int) -> bool:
    """Whether a "not" is that of a clause before a comma: "when they did not, they opened fire"."""
    after = adverb + 1
    return after < verb and tree.tags[after] == "," and any(after < s for s in tree.all(verb, "nsubj"))


def clause_of(tree: Dependents, token: int) -> int:
    """The verb of the clause that a word stands in."""
    while tree.tags[token][0] != "V" and tree.heads[token] >= 0:
        token = tree.heads[token]
    return token


def bears_no(tree: Dependents, token: int) -> bool:
    """Whether a noun stands with "no"."""
    return tree.has(token, ("no",), "det")


def is_ended(tree: Dependents, adverb: int) -> bool:
    """Whether an adverb says that something is so no more: "no longer"."""
    ended = tree.tokens[adverb].text.lower() in ("longer", "more")
    return ended and tree.has(adverb, ("no",), "advmod", "det")


def is_done_by_nobody(tree: Dependents, verb: int) -> bool:
    """Whether a verb has nobody for its subject: "no soldier shot", "nobody had called out or fired"."""
    who = tree.all(verb, "nsubj")
    while not who and tree.relations[verb] == "conj" and tree.one(verb, *SUBJECT) is None:
        verb = tree.heads[verb]
        who = tree.all(verb, "nsubj")
    return any(
        tree.lemmas[c] in NOBODY or tree.lemmas[d] in NO for c in who for d in (c, *tree.all(c, "det"))
    )


def condition_of(tree: Dependents, verb: int) -> Span | None:
    """The clause with "when" or "if" beside a verb; with "whenever" also one hung from a verb above."""
    for clause in tree.all(verb, "advcl"):
        if tree.has(clause, WHENEVER | IF, "mark", "advmod"):
            return tree.clause(clause)
    for above in tree.above(verb) if "whenever" in tree.lemmas else ():
        for clause in tree.all(above, "advcl"):
            words = (tree.lemmas[c] for c in tree.all(clause, "mark", "advmod"))
            if clause > verb and "whenever" in words:
                return tree.clause(clause)
    return None


def hedge_of(tree: Dependents, verb: int, words: Lexicon) -> Span | None:
    """The word that makes a telling uncertain: "reportedly", "accused of", "face charges of"."""
    for child in tree.all(verb, "advmod"):
        if tree.lemmas[child] in words.cues["hedge"]:
            return tree.word(child)
    above = tree.heads[verb]
    if above >= 0 and tree.relations[verb] in ("advcl", "obl", "xcomp", "ccomp", "nmod"):
        if tree.lemmas[above] in words.cues["accuse"]:
            return tree.word(above)
        charge = next((o for o in tree.all(above, "obj") if tree.lemmas[o] in CHARGES), None)
        if charge is not None and tree.relations[verb] == "advcl":
            return tree.word(charge)  # "face charges of torturing a man"
        said = tree.lemmas[above] in ("say", "believe", "report", "think", "allege") and is_passive_like(
            tree, above
        )
        to = tree.led_by_to(verb)
        if said and (tree.relations[verb] == "xcomp" or to):
            return tree.word(above)
    return None


def is_passive_like(tree: Dependents, verb: int) -> bool:
    """Whether a verb stands with "be": "is said to have fired"."""
    return tree.one(verb, "aux:pass", "nsubj:pass") is not None
