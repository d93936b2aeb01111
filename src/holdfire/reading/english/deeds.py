"""What is said to have been done: verbs and nouns of force, harm and custody, and failures to act.

Each rule turns a site (a word of the acts table in a tree) into a Deed with its participants and mood.
"""

from typing import Literal

from holdfire.model.span import Span
from holdfire.model.statement import Deed, Harm
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.english.moods import clause_of, condition_of, hedge_of, mood_of, warning_of
from holdfire.reading.english.norms import NEGATIONS, OPENERS, act_of, target_of
from holdfire.reading.english.noun_phrases import longest, means_of, named, party_of
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

HARMS: dict[str, Literal["killed", "injured", "detained"]] = {
    "killed": "killed",
    "injured": "injured",
    "detained": "detained",
}
DEAD = frozenset({"dead", "death"})


def _harms(
    tree: Dependents, entry_harm: str | None, victims: list[int], rule: str, words: Lexicon
) -> tuple[Harm, ...]:
    if entry_harm is None:
        return ()
    kind = HARMS[entry_harm]
    return tuple(Harm(kind, named(tree, v, words), rule) for v in victims if not _is_thing(tree, v))


def _is_thing(tree: Dependents, token: int) -> bool:
    return tree.lemmas[token] in ("it", "which", "that", "fire", "shot")


def _made(
    site: Site[Lexicon],
    rule: str,
    pred: Predication,
    act: str,
    victims: list[int],
    *,
    harm: str | None,
    means: tuple[str | None, Span | None],
    actors: list[int],
) -> Deed:
    tree, verb = site.tree, pred.head
    clause = verb if pred.voice != "nominal" else clause_of(tree, verb)
    return Deed(
        rule,
        act,
        tree.word(site.anchor),
        site.sentence,
        tree.clause(clause),
        mood_of(tree, clause, site.words),
        any(tree.lemmas[c] in NEGATIONS for c in tree.all(verb, "advmod")),
        means[0],
        means[1],
        tuple(named(tree, a, site.words) for a in actors),
        tuple(named(tree, v, site.words) for v in victims),
        _harms(tree, harm, victims, rule, site.words),
        warning_of(tree, verb),
        condition_of(tree, verb),
        hedge_of(tree, verb, site.words),
    )


def _by_verb(site: Site[Lexicon]) -> Deed | None:
    """Forms like "guards shot two men", "two men were shot by guards", "a man died"."""
    tree, entry = site.tree, site.row
    pred = predication(tree, site.anchor)
    if entry.harm and entry.target == ("obj",) and _is_headline_passive(tree, pred):
        pred.voice, pred.patients, pred.agents = "passive", pred.agents, []
    act, means, span = act_of(tree, pred, site.words)
    if pred.lemma == "fire" and means == "live_fire" and _is_dismissal(tree, pred):
        return None
    if entry.target == ("subj",) or ("subj" in entry.target and not pred.patients):
        victims, actors = [*pred.agents, *pred.patients], []
    else:
        victims, actors = (
            _victims(tree, pred, site),
            [a for a in pred.agents if can_act(tree, a, site.words)],
        )
        if not victims and (aimed := target_of(tree, pred, site.words)) is not None:
            victims = tree.conjuncts(aimed)
    harm = entry.harm or ("killed" if _to_death(tree, pred) else None)
    if harm == "killed" and entry.harm is None:
        act = "kill"
    return _made(site, "act.verb", pred, act, victims, harm=harm, means=(means, span), actors=actors)


def _is_headline_passive(tree: Dependents, pred: Predication) -> bool:
    """Forms like "One killed, two arrested": a participle without its auxiliary, whose subject is done to."""
    bare = (
        tree.tags[pred.head] in ("VBD", "VBN") and tree.one(pred.head, "aux", "obj", "ccomp", "xcomp") is None
    )
    return bare and pred.voice == "active" and bool(pred.agents) and not pred.controlled


def _victims(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> list[int]:
    if "obj" not in site.row.target and pred.voice == "active":
        return []
    return [p for p in pred.patients if longest(tree, p, site.words.means) is None and not _is_thing(tree, p)]


def can_act(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase may name who acts: a party, a name, a pronoun or a number of them; never a means."""
    if means_of(tree, token, words) is not None:
        return False
    if party_of(tree, token, words) is not None or tree.lemmas[token] in words.speakers:
        return True
    return tree.tags[token] in ("NNP", "NNPS", "PRP", "CD", "WP")


def _is_dismissal(tree: Dependents, pred: Predication) -> bool:
    """Forms like "the president fired the minister": a person as object and nothing fired at."""
    return any(case in ("from", "as", "for") for case, _ in pred.obliques) and bool(pred.patients)


def _to_death(tree: Dependents, pred: Predication) -> bool:
    """Forms like "shot dead", "shot to death", "beaten to death"."""
    return any(
        tree.lemmas[c] in DEAD
        for c in tree.children[pred.head]
        if tree.relations[c] in ("xcomp", "obl", "advmod", "amod", "obj", "acl", "compound:prt")
    )


def _open_fire(site: Site[Lexicon]) -> Deed | None:
    """Forms like "opened fire (on …)"."""
    tree = site.tree
    if tree.lemmas[site.anchor] not in OPENERS:
        return None
    pred = predication(tree, site.anchor)
    act, means, span = act_of(tree, pred, site.words)
    if act != "fire":
        return None
    aimed = target_of(tree, pred, site.words)
    victims = tree.conjuncts(aimed) if aimed is not None else []
    return _made(
        site, "act.open_fire", pred, act, victims, harm=None, means=(means, span), actors=list(pred.agents)
    )


def _by_noun(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the shooting of two men by border guards", "the death of a farmer"."""
    tree, entry = site.tree, site.row
    pred = predication(tree, site.anchor)
    actors = [
        t
        for case, t in pred.obliques
        if case == "by" or (case in ("poss", "compound", "amod") and _is_armed(tree, t, site.words))
    ]
    victims = [t for case, t in pred.obliques if case in entry.target and (case != "of" or t not in actors)]
    victims += [t for case, t in pred.obliques if case == "poss" and t not in actors and entry.harm]
    if not actors and not victims:
        return None
    span = tree.word(site.anchor) if entry.means else None
    return _made(
        site, "act.noun", pred, entry.act, victims, harm=entry.harm, means=(entry.means, span), actors=actors
    )


def _is_armed(tree: Dependents, token: int, words: Lexicon) -> bool:
    party = party_of(tree, token, words)
    return party is not None and party.kind in ("army", "border guard", "police", "armed group", "state")


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.verb",
        Frame("act_verbs", tags="V"),
        _by_verb,
        (
            Example("Guards shot two men near the river.", "fire live_fire Guards > two men"),
            Example("Two men were shot dead by soldiers.", "kill live_fire soldiers > Two men"),
            Example("A farmer died in the hospital.", "kill None  > A farmer"),
        ),
        ("The president was elected by a narrow margin.",),
    ),
    Rule(
        "act.open_fire",
        Frame("cues.light", tags="V", needs=("obj",)),
        _open_fire,
        (Example("Soldiers opened fire on a boat.", "fire live_fire Soldiers > a boat"),),
        ("Soldiers opened the gate.",),
    ),
    Rule(
        "act.noun",
        Frame("act_nouns", tags="N"),
        _by_noun,
        (
            Example(
                "The shooting of two men by border guards caused anger.",
                "fire live_fire border guards > two men",
            ),
        ),
        ("The shooting season begins in May.",),
    ),
)
