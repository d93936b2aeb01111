"""Attempts on a life: "tried to kill", "an attempt on his life"; an attack, and nobody killed by it."""

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.nominal_acts import NOT_DONE
from holdfire.reading.english.acts.noun_doers import doers
from holdfire.reading.english.acts.participants import can_act, made
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.counts import ORDINALS
from holdfire.reading.english.phrases.noun_phrases import is_person, thing_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

TRYING = frozenset({"try", "attempt"})
ON = frozenset({"on", "upon", "against"})
BARE_OBJECT = ("obj", "nsubj", "obl", "nsubj:pass")
"""How a tree may hang who was to be killed: from the verb, or as the subject of the clause around it."""


def _tried(site: Site[Lexicon]) -> Deed | None:
    """Forms like "gunmen tried to kill the mayor", "an attempt to kill the mayor failed"."""
    tree, verb, words = site.tree, site.anchor, site.words
    trying = tree.heads[verb]
    if site.row.harm != "killed" or trying < 0 or tree.lemmas[trying] not in TRYING:
        return None
    if not tree.has(verb, ("to",), "mark") or negated(tree, trying) or bears_no(tree, trying):
        return None
    whom = [p for p in _whom(tree, verb, trying) if _may_be_attacked(tree, p, words)]
    pred = predication(tree, trying)
    if not whom or (pred.voice == "nominal" and tree.lemmas[tree.heads[trying]] in NOT_DONE):
        return None
    who = doers(tree, pred, words) if pred.voice == "nominal" else pred.agents
    actors = [a for a in who if can_act(tree, a, words) and a not in whom]
    return made(site, "act.attempted", pred, "attack", whom, actors=actors)


def _whom(tree: Dependents, verb: int, trying: int) -> list[int]:
    """Who was to be killed; a tree may have him for the subject of what the attempt did."""
    own = list(predication(tree, verb).patients)
    after = tree.all(tree.heads[trying], "nsubj") if tree.heads[trying] >= 0 and not own else []
    return own or [s for s in after if s > verb]


def _may_be_attacked(tree: Dependents, token: int, words: Lexicon) -> bool:
    self_done = tree.tokens[token].text.lower().endswith(("self", "selves"))
    if self_done or thing_of(tree, token, words) is not None:
        return False
    spoken_of = tree.lemmas[token] in words.act_nouns or tree.lemmas[token] in words.cues["bodiless"]
    bare = tree.tags[token] in ("NN", "NNS") and tree.lemmas[token] not in words.cues["abstract"]
    return is_person(tree, token, words) or (bare and not spoken_of)


def _attempt(site: Site[Lexicon]) -> Deed | None:
    """Forms like "an attempt on the life of the mayor", "the assassination attempt on him"."""
    tree, noun, words = site.tree, site.anchor, site.words
    above = tree.heads[noun]
    if bears_no(tree, noun) or (above >= 0 and tree.lemmas[above] in NOT_DONE):
        return None
    if tree.has(noun, ORDINALS, "amod") and tree.one(noun, "cop") is not None:
        return None  # "it was the second attempt on his life this year" only counts
    pred = predication(tree, noun)
    made_on = (
        predication(tree, above).obliques if above >= 0 and tree.lemmas[above] in words.cues["commit"] else ()
    )
    aimed = [t for case, t in (*pred.obliques, *made_on) if case in ON]
    lives = [t for t in aimed if tree.lemmas[t] == "life"]
    if lives:
        of = [
            c
            for t in lives
            for c in tree.all(t, "nmod", "nmod:poss")
            if tree.case(c) in ("of", "'s", "’s", "")
        ]
    elif any(
        (row := words.act_nouns.get(tree.lemmas[c])) and row.harm == "killed"
        for c in tree.all(noun, "compound")
    ):
        of = aimed
    else:
        return None
    whom = [t for o in of for t in tree.conjuncts(o) if is_person(tree, t, words) or tree.tags[t] == "PRP$"]
    things = [t for t in of if thing_of(tree, t, words) is not None]
    told = made(site, "act.attempt", pred, "attack", [*whom, *things], actors=doers(tree, pred, words))
    return replace(told, mood="happened") if told.mood == "habitual" else told


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.attempted",
        Frame("act_verbs", tags="V", beside=TRYING),
        _tried,
        (
            Example("Gunmen tried to assassinate the governor.", "attack None Gunmen > the governor"),
            Example("An attempt to kill the mayor failed.", "attack None  > the mayor"),
            Example("They attempted to murder two guards.", "attack None They > two guards"),
        ),
        (
            "The rebels did not try to kill the mayor.",
            "He tried to kill himself.",
            "Police foiled an attempt to kill the mayor.",
            "The guards tried to shoot.",
            "They tried to kill the bill.",
        ),
        note="who tried to kill somebody attacked him; whether he died is told elsewhere",
    ),
    Rule(
        "act.attempt",
        Frame("cues.attempt", tags="N"),
        _attempt,
        (
            Example("The mayor survived an attempt on his life.", "attack None  > his"),
            Example("An attempt was made on the life of the mayor.", "attack None  > the mayor"),
            Example("The assassination attempt on the governor failed.", "attack None  > the governor"),
        ),
        (
            "It was his third attempt on the summit.",
            "Police foiled an assassination attempt on the mayor.",
            "There was no attempt on his life.",
            "The murder attempt was planned.",
            "It was the second attempt on his life this year.",
        ),
    ),
)
