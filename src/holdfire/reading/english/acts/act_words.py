"""What a verb with its objects does, with what, and to whom."""

from collections.abc import Sequence

from holdfire.model.span import Span
from holdfire.reading.english.phrases.noun_phrases import is_person, longest, means_of, party_of, thing_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.predication import Predication

ACTS_OF_MEANS = {
    "live_fire": "fire",
    "flare": "fire_flare",
    "warning_shot": "fire_warning_shot",
    "blank": "fire_blank",
    "less_lethal": "use_less_lethal",
    "explosive": "use_explosive",
    "landmine": "lay_mines",
    "surveillance": "surveil",
    "arrest": "detain",
}
OPENERS = frozenset({"open", "launch", "unleash", "return"})
INTO_NOTHING = frozenset({"air", "sky", "water", "ground", "sand", "river"})
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "day", "dawn"})
FIRED = frozenset({"fire", "launch", "lob", "throw"})
OWN = frozenset({"blade", "beating"})
"""Means of verbs that name their weapon themselves."""
MANNERS = frozenset({
    "random", "sight", "will", "range", "once", "night", "dawn", "dusk", "noon", "times", "spot", "border",
    "scene", "hip", "occasion", "occasions", "order", "orders", "command", "instructions",
})  # fmt: skip
"""What follows "shoot at" or "fire on" and tells how or when, not whom."""
HELD_EVENTS = frozenset(
    {"patrol", "talk", "meeting", "exercise", "drill", "manoeuvre", "maneuver", "vote", "rally"}
)
"""What is held that is nobody: "hold night patrols together"."""
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
"""Under a day a tree may have whom fire was aimed at: "fired gas on Monday at the crowd"."""
OVERHEAD = frozenset({"head", "bow"})
CRAFT = frozenset({"ship", "boat", "vessel", "trawler", "crowd"})
"""What single shots are fired over: "fired shots over a ship"."""
OVER = frozenset({"over", "above", "across"})
BESIDE = frozenset({"surveillance"})
NO_FIRE: dict[str | None, frozenset[str]] = {
    "live_fire": BESIDE | {"blade", "beating"},
    "beating": BESIDE | {"live_fire"},
}
"""Means that are none of an act, by what the act is done with."""
TAKING = frozenset({"seize", "hold", "capture"})
GRAVITY = {"live_fire": 0, "explosive": 0, "landmine": 0, "blade": 0, "less_lethal": 1, "beating": 1}
DOWNING = frozenset({"shoot", "down"})
WOUNDING = frozenset({"hurt", "wound", "injure", "hit", "strike", "kill", "murder", "die"})
MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
})  # fmt: skip


def act_of(tree: Dependents, pred: Predication, lexicon: Lexicon) -> tuple[str, str | None, Span | None]:
    """(act, means, words of the means) of a verb with its objects."""
    opened = _opened(tree, pred, lexicon) if pred.lemma in OPENERS else None
    if opened is not None:
        return opened
    instrument = _instrument(tree, pred, lexicon)
    entry = lexicon.act_verbs.get(pred.lemma)
    if pred.lemma == "hold" and any(tree.lemmas[p] in HELD_EVENTS for p in pred.patients):
        entry = None
    if entry is not None and pred.lemma in TAKING and _takes_things(tree, pred, lexicon):
        entry = None
    shots = any(tree.lemmas[p] in ("shot", "round", "bullet") for p in pred.patients)
    bare = instrument is None or (shots and instrument[0] == "live_fire")
    if entry is not None and entry.means == "live_fire" and bare:
        hit = any(is_person(tree, p, lexicon) for p in pred.patients if tree.tags[p] != "CD")
        aside = _aside(tree, pred) if not hit else None  # "shot a girl in the river"
        if aside is not None:
            return "fire_warning_shot", "warning_shot", aside
    if instrument is not None and entry is not None and instrument[0] in NO_FIRE.get(entry.means, BESIDE):
        instrument = None  # "shot a man with a knife", "were beaten and their camera smashed"
    if instrument is not None and entry is not None and entry.act == "detain" and instrument[0] != "arrest":
        instrument = None  # "arrested two men with rifles"
    if instrument is not None and entry is not None and entry.means in OWN:
        instrument = None if _is_any_weapon(tree, instrument[1]) else instrument
    if instrument is not None and instrument[0] == "warning_shot" and _then_aims(tree, pred):
        instrument = "live_fire", tree.word(pred.head)
    if instrument is not None and (pred.lemma in lexicon.cues["adopt"] or entry is not None):
        means, span = instrument
        if entry is not None and entry.means != "live_fire":
            return entry.act, means, span
        return ACTS_OF_MEANS.get(means, f"use {means}"), means, span
    if entry is not None:
        return entry.act, entry.means, tree.word(pred.head) if entry.means else None
    objects = [tree.lemmas[p] for p in pred.patients[:1]] if pred.voice == "active" else []
    means_span = instrument if instrument is not None else (None, None)
    return " ".join([pred.lemma, *objects]), *means_span


def _opened(tree: Dependents, pred: Predication, lexicon: Lexicon) -> tuple[str, str, Span] | None:
    """Forms like "opened fire", "opened fire with mortars"."""
    fire = next((p for p in pred.patients if tree.lemmas[p] in ("fire", "shot")), None)
    if fire is None:
        return None
    aside = _aside(tree, pred) if tree.lemmas[fire] == "shot" else None
    if aside is not None:
        return "fire_warning_shot", "warning_shot", aside
    found = gravest(tree, [t for case, t in pred.obliques if case == "with"], lexicon)
    if found is not None and found[0] == "explosive":
        return "shell", *found
    return "fire", "live_fire", tree.word(fire)


def _takes_things(tree: Dependents, pred: Predication, lexicon: Lexicon) -> bool:
    """Whether what is seized or held is nobody: "seize gill nets"."""
    own = [p for p in pred.patients if tree.tags[p] in ("NN", "NNS")]
    return len(own) == len(pred.patients) > 0 and not any(is_person(tree, p, lexicon) for p in own)


def _is_any_weapon(tree: Dependents, span: Span) -> bool:
    """Whether a means is told by no more than "weapon": of "hacked with a weapon" the verb says more."""
    return any(tree.word(t) == span and tree.lemmas[t] in ("weapon", "arm") for t in range(len(tree.tokens)))


def _aside(tree: Dependents, pred: Predication) -> Span | None:
    """Forms like "fire into the air", "over their heads": shots that are aimed at nobody."""
    if goes_on_to_aim(tree, pred):
        return None
    shots = any(tree.lemmas[p] in ("shot", "round", "burst") for p in pred.patients)
    over = OVERHEAD | CRAFT if shots else OVERHEAD
    # a tree may have "fire one shot INTO THE AIR" under the shot
    below = ((tree.case(c), c) for p in pred.patients for c in tree.all(p, "nmod", "obl"))
    for case, token in (*pred.obliques, *below):
        if (case in ("in", "into") and tree.lemmas[token] in INTO_NOTHING) or (
            case in OVER and tree.lemmas[token] in over
        ):
            return tree.clause(token)
    return None


def goes_on_to_aim(tree: Dependents, pred: Predication) -> bool:
    """Whether shots were aimed after all: "first into the air and then at the car"; not "not at the car"."""
    ways = (*pred.obliques, *((tree.case(t), t) for t in at_next(tree, pred)))
    aims = [t for case, t in ways if case == "at" or (case in ("on", "upon") and _is_aim(tree, t))]
    aims = [t for t in aims if tree.lemmas[t] not in MANNERS | INTO_NOTHING]
    return any(not tree.has(t, ("not",), "advmod") for t in aims)


def _is_aim(tree: Dependents, token: int) -> bool:
    """Whether what follows "on" may be fired at; not a day or a place by its name."""
    return tree.tags[token] in ("NN", "NNS", "PRP") and tree.lemmas[token] not in DAYS | PARTS_OF_DAY


def _then_aims(tree: Dependents, pred: Predication) -> bool:
    """Forms like "fired warning shots and then at the boat"."""
    later = (t for case, t in pred.obliques if case == "at" and "then" in tree.lemmas[pred.head : t])
    return next(later, None) is not None or bool(at_next(tree, pred))


def at_next(tree: Dependents, pred: Predication) -> list[int]:
    """At what the next shot went: "two shots into the air, then one at the boat", "and a third at it"."""
    shots = (t for c in pred.patients for t in tree.all(c, "conj"))
    near = (*tree.all(pred.head, "conj", "obl:unmarked", "parataxis", "dep"), *shots)
    ones = (t for t in near if t > pred.head and tree.tags[t] in ("CD", "JJ", "DT"))
    return [t for one in ones for t in tree.all(one, "nmod", "obl") if tree.case(t) == "at"]


def _instrument(tree: Dependents, pred: Predication, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The means among the objects, "with …", "using …"."""
    objects = [
        t
        for t in (*pred.patients, *pred.recipients, *pred.agents)
        if tree.relations[t] in ("obj", "iobj", "conj", "nsubj:pass", "obl:agent")
    ]
    if pred.voice == "passive" and pred.lemma in FIRED:
        objects += [t for t in pred.patients if t not in objects]  # "shells fired by the army"
    entry = lexicon.act_verbs.get(pred.lemma)
    at = entry.target if entry is not None and entry.means == "live_fire" else ()
    by = {"with", "to", "on", "by", "through", "by means of"}.difference(at)
    withs = [t for case, t in pred.obliques if case in by]
    withs += held_against(tree, pred, lexicon)
    using = [
        o
        for c in tree.all(pred.head, "advcl", "xcomp")
        if tree.lemmas[c] == "use"
        for o in tree.all(c, "obj")
    ]
    named = [t for t in (*objects, *withs, *using) if not is_shot_down(tree, t, pred, lexicon)]
    return gravest(tree, [t for t in named if not _is_only_part(tree, t, pred)], lexicon)


def gravest(tree: Dependents, tokens: Sequence[int], lexicon: Lexicon) -> tuple[str, Span] | None:
    """Of the means that phrases name the gravest, of several alike the first: "batons and live rounds"."""
    every = dict.fromkeys(c for t in tokens for c in tree.conjuncts(t) if not _is_set_aside(tree, c))
    found = [m for t in every if (m := means_of(tree, t, lexicon)) is not None]
    return min(found, key=lambda m: GRAVITY.get(m[0], 2), default=None)


def _is_set_aside(tree: Dependents, token: int) -> bool:
    """Whether something is named as what was not used: "rubber bullets, not live rounds"."""
    return any(tree.lemmas[c] in ("rather", "instead", "not", "than") for c in tree.children[token])


def is_shot_down(tree: Dependents, token: int, pred: Predication, lexicon: Lexicon) -> bool:
    """Whether a drone or balloon is what fire brought down, and not what force was used with."""
    own = pred.lemma in DOWNING and token in pred.patients
    return own and thing_of(tree, token, lexicon) is not None


def held_against(tree: Dependents, pred: Predication, lexicon: Lexicon) -> list[int]:
    """What a tree hangs from those attacked and is rather the weapon: "attacked the farmers with axes".

    Not beside a verb that has its weapon: "shot a man with a knife".
    """
    entry = lexicon.act_verbs.get(pred.lemma)
    if entry is None or entry.means not in (None, *OWN) or pred.voice != "active":
        return []
    after = (c for p in pred.patients if p > pred.head for c in tree.all(p, "nmod", "obl"))
    return [c for c in after if tree.case(c) == "with" and means_of(tree, c, lexicon) is not None]


def _is_only_part(tree: Dependents, token: int, pred: Predication) -> bool:
    """Whether "solely" or "alone" makes a means no more than a part of what is meant.

    Who "fired only flares" fired flares.
    """
    if pred.lemma in FIRED:
        return False
    if tree.relations[token] == "conj":
        token = tree.heads[token]
    first = min(tree.branch(token))
    before = [c for c in tree.all(pred.head, "advmod") if 0 < first - c <= 1]
    near = [*tree.children[token], *before]
    return any(tree.lemmas[c] in ("solely", "only", "alone", "exclusively") for c in near)


def target_of(tree: Dependents, pred: Predication, lexicon: Lexicon) -> int | None:
    """The token that names whom or what an act is aimed at."""
    entry = lexicon.act_verbs.get(pred.lemma)
    where = entry.target if entry is not None else ("on", "at", "against") if pred.lemma in OPENERS else ()
    if "obj" in where:
        people = [
            p
            for p in pred.patients
            if longest(tree, p, lexicon.means) is None
            and tree.lemmas[p] not in MANNERS
            and not is_bodiless(tree, p, pred, lexicon)
        ]
        if people:
            return people[0]
    things = [p for p in pred.patients if _is_shot(tree, p, lexicon)]
    things += [t for _, t in pred.obliques if t > pred.head and tree.lemmas[t] in DAYS]
    beside = [*(c for p in things for c in tree.all(p, "nmod")), *at_next(tree, pred)]
    ways = (*aimed_at(tree, pred), *((tree.case(c), c) for c in beside))
    aimed = (t for case, t in ways if case in where and tree.lemmas[t] not in MANNERS | DAYS)
    here = pred.lemma == "open" or tree.tags[pred.head] == "VBG"
    return next((t for t in aimed if not here or not is_bare_place(tree, t, lexicon)), None)


def is_bare_place(tree: Dependents, token: int, lexicon: Lexicon) -> bool:
    """Whether a name after "at" tells where it was, and not at whom: "opened fire at Benapole"."""
    bare = tree.tags[token] == "NNP" and tree.one(token, "det", "nummod", "appos") is None
    return bare and tree.case(token) == "at" and party_of(tree, token, lexicon) is None


def is_bodiless(tree: Dependents, token: int, pred: Predication, lexicon: Lexicon) -> bool:
    """Whether something cannot be hurt, though a verb may say so: "has hurt the country"."""
    if pred.lemma not in WOUNDING:
        return False
    lemma = tree.lemmas[token]
    act = lemma in lexicon.act_nouns and lemma not in lexicon.cues["doers"]
    return act or lemma in lexicon.cues["bodiless"]


def _is_shot(tree: Dependents, token: int, lexicon: Lexicon) -> bool:
    """Whether a word is for what is fired; a tree may have the target under it ("fire on its positions")."""
    return tree.lemmas[token] == "fire" or longest(tree, token, lexicon.means) is not None


def aimed_at(tree: Dependents, pred: Predication) -> list[tuple[str, int]]:
    """The obliques that may name a target: not what opens the sentence and says when or where it was."""
    before = (t for _, t in pred.obliques if t < pred.head)
    fronted = {t for t in before if tree.heads[t] == pred.head or tree.relations[t] == "conj"}
    return [(case, t) for case, t in pred.obliques if case and t not in fronted and not is_month(tree, t)]


def is_month(tree: Dependents, token: int) -> bool:
    """Whether a phrase is a day of a month: "on December 9", "3 august" without a capital."""
    near = (token, *tree.all(token, "nmod:unmarked", "nmod", "compound"))
    return any(tree.lemmas[t] in MONTHS and (tree.tags[t] == "NNP" or _is_dated(tree, t)) for t in near)


def _is_dated(tree: Dependents, month: int) -> bool:
    """Whether a number stands beside the word for a month."""
    beside = (t for t in (month - 1, month + 1) if 0 <= t < len(tree.tags))
    return any(tree.tags[t] == "CD" for t in beside)
