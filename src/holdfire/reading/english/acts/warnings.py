"""What is called out before force is used, or is not: shouts, calls to halt, "no warning was given".

A warning told by itself is an act; one that was not given, or not heeded, is told of an act beside it.
"""

from collections.abc import Callable

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.act_words import DAYS, is_month
from holdfire.reading.english.acts.crewed import stands_for_crew
from holdfire.reading.english.acts.omissions import deed_of, keeps_order
from holdfire.reading.english.clauses.calls import (
    BODILY,
    CALLS,
    HALTS,
    REFUSING,
    is_call,
    is_halt,
    is_unheeded,
    is_warning_shot,
    warned_off,
)
from holdfire.reading.english.clauses.moods import WHENEVER, bears_no, negated
from holdfire.reading.english.clauses.unreal import IF
from holdfire.reading.english.phrases.counts import NOBODY
from holdfire.reading.english.phrases.noun_phrases import is_person, longest, named, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

UNWARNED = "warning.none"
BIDDEN = "restraint.bidden"
"""The rule for what is a warning only beside force: "told them to lie down"."""
TOWARDS = frozenset({"at", "to", "on", "upon", "out to"})
LOUD = frozenset({"loudspeaker", "megaphone", "loudhailer", "hailer", "bullhorn"})
GIVEN = frozenset({"give", "issue", "hear", "sound", "shout", "receive", "have", "be", "fire", "broadcast"})
BIDDING = frozenset({"call", "tell", "order", "signal", "challenge", "hail", "ask", "bid", "instruct"})
GOING = HALTS | {
    "go", "turn", "return", "leave", "stay", "drop", "lie", "withdraw", "disperse", "retreat", "raise",
    "show", "move", "get", "give", "put", "back", "step", "stand",
}  # fmt: skip
"""What the armed call on people to do."""
DESPITE = frozenset({"despite", "in spite of"})
CALLED_OUT = frozenset({"give", "shout", "broadcast", "sound", "call", "hear"})


def _warned(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the guards warned them to go back", "soldiers shouted at him to stop"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    if _is_undone(tree, pred):
        if not _may_call(tree, pred, words):
            return None
        silent = tuple(named(tree, a, words) for a in pred.agents if keeps_order(tree, a, words))
        return replace(_untold(site, "no", tree.clause(verb)), actors=silent)
    plain = site.row == "warn" or _is_loud(tree, pred) or (site.row == "tell" and is_halt(tree, verb))
    plain = plain or (site.row == "challenge" and _is_bidden_too(tree, verb))
    unnamed = pred.voice == "passive" and plain
    if not unnamed and not any(_may_warn(tree, a, words) for a in pred.agents):
        return None
    told = WAYS[site.row](site, pred)
    if told is None:
        return None
    rule = BIDDEN if site.row == "tell" and is_halt(tree, verb, BODILY) else "restraint.warned"
    return deed_of(site, rule, "warn", replace(pred, patients=told))


def _is_bidden_too(tree: Dependents, verb: int) -> bool:
    """Whether those challenged are told to halt, too: "were challenged and asked to surrender"."""
    return any(tree.lemmas[c] in BIDDING and is_halt(tree, c) for c in tree.all(verb, "conj"))


def _may_warn(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names those who keep order, or a post or vessel of theirs."""
    return keeps_order(tree, token, words) or stands_for_crew(tree, token, words)


def _told(tree: Dependents, pred: Predication) -> list[int]:
    towards = (t for case, t in pred.obliques if case in TOWARDS)
    days = (t for t in towards if tree.lemmas[t] not in DAYS and not is_month(tree, t))
    return [*pred.patients, *pred.recipients, *days]


def _issued(site: Site[Lexicon], pred: Predication) -> list[int] | None:
    """Whom a warning is given to."""
    calls = any(is_call(site.tree, o) for o in site.tree.all(pred.head, "obj"))
    return [t for case, t in pred.obliques if case == "to"] if calls else None


def _shouted(site: Site[Lexicon], pred: Predication) -> list[int] | None:
    """Whom a shout is for: it must be to somebody, bid something, or come before force."""
    if pred.lemma == "call" and pred.patients and pred.voice == "active":
        return None  # "call them traitors", "called a meeting"
    if pred.lemma == "call" and _appeals(site.tree, pred):
        return None
    told, tree = _told(site.tree, pred), site.tree
    meant = told or _bids(tree, pred.head) or _goes_before_force(tree, pred.head, site.words)
    return told if meant else None


def _appeals(tree: Dependents, pred: Predication) -> bool:
    """Whether people are asked for something: "called on the community to help"; not told to go or halt."""
    asked = any(case == "on" for case, _ in pred.obliques)
    below = tree.all(pred.head, "xcomp", "ccomp", "advcl")
    return asked and not any(tree.lemmas[c] in GOING for c in below)


def _whom(site: Site[Lexicon], pred: Predication) -> list[int] | None:
    """Who is warned; not those who are warned that something is so, nor people who are warned at large."""
    told = _told(site.tree, pred)
    at_large = warned_off(site.tree, pred) is not None
    return told if told and not at_large and site.tree.one(pred.head, "ccomp") is None else None


def _challenged(site: Site[Lexicon], pred: Predication) -> list[int] | None:
    """Who is challenged or hailed: people, or a vehicle with them."""
    told = _told(site.tree, pred)
    return [t for t in told if is_person(site.tree, t, site.words) or _is_vehicle(site, t)] or None


def _is_vehicle(site: Site[Lexicon], token: int) -> bool:
    found = longest(site.tree, token, site.words.targets)
    return found is not None and found[0] == "vehicle"


def _bidden(site: Site[Lexicon], pred: Predication) -> list[int] | None:
    """Who is told to halt, or through a loudspeaker; never one's own men."""
    told, tree = _told(site.tree, pred), site.tree
    own = any(keeps_order(tree, t, site.words) or _are_somebodys(tree, t) for t in told)
    return told if not own and (_is_loud(tree, pred) or is_halt(tree, pred.head)) else None


def _are_somebodys(tree: Dependents, token: int) -> bool:
    """Whether those told are somebody's men: "told their men to halt"."""
    return tree.lemmas[token] in ("man", "troop") and tree.one(token, "nmod:poss") is not None


def _waved(site: Site[Lexicon], pred: Predication) -> list[int] | None:
    """What is waved down, or waved at to stop: a vehicle or people."""
    down = site.tree.has(pred.head, ("down",), "compound:prt", "advmod")
    told = _challenged(site, pred)
    return told if down or is_halt(site.tree, pred.head) else None


WAYS: dict[str, Callable[[Site[Lexicon], Predication], list[int] | None]] = {
    "issue": _issued,
    "shout": _shouted,
    "warn": _whom,
    "challenge": _challenged,
    "tell": _bidden,
    "wave": _waved,
}


def _is_loud(tree: Dependents, pred: Predication) -> bool:
    return any(tree.lemmas[t] in LOUD for _, t in pred.obliques)


def _bids(tree: Dependents, verb: int) -> bool:
    """Whether a call says what to do ("called on them to stop")."""
    below = tree.all(verb, "xcomp", "ccomp", "advcl")
    return any(tree.relations[c] != "advcl" or tree.tags[c] == "VB" for c in below)


def _goes_before_force(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether force follows a shout in its own sentence: "shouted once and opened fire"."""
    after = [c for c in tree.all(verb, "conj", "advcl") if c > verb]
    return any(tree.lemmas[c] in words.act_verbs or tree.lemmas[c] in words.cues["light"] for c in after)


def _is_undone(tree: Dependents, pred: Predication) -> bool:
    """Whether nobody called out, or those told of did not."""
    nobody = any(_is_nobody(tree, a) for a in pred.agents)
    none = any(is_call(tree, p) and bears_no(tree, p) for p in pred.patients)
    without = tree.has(pred.head, ("without",), "mark", "case")
    return nobody or none or without or negated(tree, pred.head)


def _is_nobody(tree: Dependents, token: int) -> bool:
    none = tree.has(token, ("no", "none"), "det", "advmod")
    return tree.lemmas[token] in NOBODY or (none and tree.lemmas[token] == "one")


def _may_call(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether a call that was not made would have been a warning: by a force, "nobody" or "they"."""
    if pred.lemma not in CALLS or (pred.patients and pred.lemma in ("call", "give", "issue")):
        return _gives_none(tree, pred)
    callers = pred.agents
    return all(
        _is_nobody(tree, a) or tree.tags[a] == "PRP" or keeps_order(tree, a, words) for a in callers
    ) and bool(callers)


def _gives_none(tree: Dependents, pred: Predication) -> bool:
    """Forms like "they did not give any warning"."""
    return pred.lemma in ("give", "issue") and any(is_call(tree, p) for p in pred.patients)


def _untold(site: Site[Lexicon], given: str, words: Span) -> Deed:
    """A warning, or that there was none, told of an act beside it."""
    pred = Predication(site.anchor, site.tree.lemmas[site.anchor], "nominal")
    told = deed_of(site, UNWARNED if given == "no" else "warning.unheeded", "incident", pred)
    return replace(told, mood="happened", warning=(given, words), actors=(), targets=())


def _none_given(site: Site[Lexicon]) -> Deed | None:
    """Forms like "there was no warning", "no warning was given", "without a warning"."""
    tree, noun = site.tree, site.anchor
    if tree.relations[noun] == "compound" and is_warning_shot(tree, tree.heads[noun]):
        noun = tree.heads[noun]
    above = tree.heads[noun]
    unheard = above >= 0 and tree.lemmas[above] == "hear" and negated(tree, above)
    if not unheard and not bears_no(tree, noun):
        return None
    bare = above < 0 or tree.one(noun, "cop") is not None or tree.one(noun, "expl") is not None
    if not bare and tree.lemmas[above] not in GIVEN:
        return None
    return _untold(site, "no", tree.clause(noun))


def _given(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a warning was broadcast before the patrol returned fire"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if tree.case(noun) in DESPITE and _is_in_vain(tree, noun, site.words):
        return replace(_untold(site, "yes", tree.word(noun)), rule="warning.given")
    if verb < 0 or tree.relations[noun] != "nsubj:pass" or tree.lemmas[verb] not in CALLED_OUT:
        return None
    if negated(tree, verb) or bears_no(tree, noun) or _before_force(tree, verb, site.words):
        return None
    return replace(_untold(site, "yes", tree.word(noun)), rule="warning.given")


def _is_in_vain(tree: Dependents, noun: int, words: Lexicon) -> bool:
    """Whether somebody went on despite a warning, and it was none of something to come: "of floods"."""
    of = any(tree.case(c) in ("of", "about", "from", "by") for c in tree.all(noun, "nmod"))
    verb = tree.heads[noun]
    act = verb >= 0 and (tree.lemmas[verb] in words.act_verbs or tree.lemmas[verb] in words.cues["light"])
    return not of and not act and not bears_no(tree, noun) and not tree.all(noun, "acl")


def _before_force(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether an act is told in a clause with "before", which then has the warning itself."""
    clauses = (c for c in tree.all(verb, "advcl") if tree.has(c, ("before",), "mark"))
    return any(tree.lemmas[c] in words.act_verbs or tree.lemmas[c] in words.cues["light"] for c in clauses)


def _unheeded(site: Site[Lexicon]) -> Deed | None:
    """Forms like "they ignored the warning shots", "did not heed calls to stop"."""
    tree, verb = site.tree, site.anchor
    if not is_unheeded(tree, verb) or (site.row != "not" and negated(tree, verb)):
        return None
    pred = predication(tree, verb)
    heard = [t for case, t in pred.obliques if case in ("to", "with")]
    calls = [p for p in (*pred.patients, *heard) if is_call(tree, p)]
    if not calls or any(party_of(tree, c, site.words) for c in calls):
        return None
    if tree.has(verb, WHENEVER | IF, "mark", "advmod") and tree.tags[verb] in ("VB", "VBP", "VBZ"):
        return None  # "when a person does not obey three calls": what is to be
    return _untold(site, "yes", tree.clause(calls[0]))


def _not_stopped(site: Site[Lexicon]) -> Deed | None:
    """Forms like "did not stop when called", "refused to halt when told to": that somebody was called to."""
    tree, verb = site.tree, site.anchor
    above = tree.heads[verb]
    refused = tree.relations[verb] == "xcomp" and tree.lemmas[above] in REFUSING
    if not (refused or negated(tree, verb)):
        return None
    when = (
        c
        for v in ((verb, above) if refused else (verb,))
        for c in tree.all(v, "advcl")
        if tree.has(c, ("when",), "advmod", "mark")
    )
    called = next((c for c in when if tree.tags[c] == "VBN" and tree.lemmas[c] in BIDDING), None)
    if called is None:
        return None
    pred = predication(tree, verb)
    whom = [a for a in pred.agents if is_person(tree, a, site.words) or _is_vehicle(site, a)]
    told = deed_of(site, "warning.not_stopped", "warn", replace(pred, agents=(), patients=tuple(whom)))
    return replace(told, mood="happened") if whom else None


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "restraint.warned",
        Frame("cues.warn", tags="V"),
        _warned,
        (
            Example("The guards warned the men to go back.", "warn None The guards > the men"),
            Example("A patrol challenged the men.", "warn None A patrol > the men"),
            Example("The sentries shouted once and opened fire.", "warn None The sentries > "),
            Example("The soldier called on them to stop.", "warn None The soldier > them"),
            Example("A patrol told them to halt.", "warn None A patrol > them"),
            Example("A patrol ordered them to lie down.", "warn None A patrol > them"),
            Example("The men were challenged and asked to surrender.", "warn None  > The men"),
            Example("Soldiers waved the car down.", "warn None Soldiers > "),
            Example("The crowd was told through loudspeakers to stand back.", "warn None  > The crowd"),
            Example("He had been told twice to stop.", "warn None  > He"),
            Example("A patrol hailed a cart by loudspeaker.", "warn None A patrol > "),
            Example("Soldiers shouted warnings on Tuesday before they fired.", "warn None Soldiers > "),
            Example("They fired on Monday without calling on the men to stop.", "incident None  > "),
            Example("No one had called to them.", "incident None  > "),
            Example("The guards gave no warning.", "incident None The guards > "),
        ),
        (
            "The guards warned that the river was rising.",
            "The guards call such people traitors.",
            "The army challenged the figures.",
            "The police called on the community to help them.",
            "The officers told their men to halt.",
            "The police told us about the case.",
            "Nobody called the minister a liar.",
            "The authorities gave border units a special order.",
        ),
    ),
    Rule(
        UNWARNED,
        Frame("cues.warning_call", tags="N"),
        _none_given,
        (
            Example("There was no warning.", "incident None  > "),
            Example("No warning was given.", "incident None  > "),
            Example("No warning shots were fired.", "incident None  > "),
            Example("He did not hear any warning.", "incident None  > "),
        ),
        ("There was no order.", "The warning was read out.", "No warning shots are needed."),
        note="that nobody was warned, told of an act beside it",
    ),
    Rule(
        "warning.given",
        Frame("cues.warning_call", tags="N"),
        _given,
        (
            Example("A warning was broadcast over loudspeakers.", "incident None  > "),
            Example("The man refused to stop despite repeated warnings.", "incident None  > "),
        ),
        (
            "No warning was given.",
            "A warning was printed on the box.",
            "The warning was not heard.",
            "Despite a warning of floods they stayed.",
        ),
        note="that a warning was called out, told of an act beside it",
    ),
    Rule(
        "warning.unheeded",
        Frame("cues.heed", tags="V", needs=("obj|nsubj:pass|obl",)),
        _unheeded,
        (
            Example("The men ignored the warning shots.", "incident None  > "),
            Example("The driver did not heed calls to stop.", "incident None  > "),
            Example("He failed to heed three warning shots.", "incident None  > "),
            Example("They did not react to the demand to stop.", "incident None  > "),
            Example("The driver disregarded instructions to keep away.", "incident None  > "),
        ),
        (
            "The men heeded the warning.",
            "The minister ignored the report.",
            "The ministry did not respond to a request for comment.",
            "The firm did not comply with an order to pay.",
        ),
        note="that a warning was given, told by those who did not heed it",
    ),
    Rule(
        "warning.not_stopped",
        Frame("cues.halting", tags="V"),
        _not_stopped,
        (
            Example("He did not stop when called.", "warn None  > He"),
            Example("The man refused to stop when ordered to.", "warn None  > The man"),
        ),
        ("He stopped when called.", "The rain did not stop when night came."),
        note="that somebody was called to, told by his not stopping",
    ),
)
