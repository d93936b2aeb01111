"""Those who gave themselves up: "surrendered", "with their hands up", "laid down their weapons"."""

import re

from holdfire.model.statement import Bearing
from holdfire.reading.english.circumstances.clauses import (
    bearing,
    holder,
    is_denied,
    may_hold,
    of_nobody,
    weapon_in,
)
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

ONESELF = frozenset({"himself", "herself", "themselves", "itself"})
RAISE = frozenset({"raise", "lift", "put", "hold", "throw", "have"})
UP = frozenset({"up", "high", "above", "overhead"})
LIMBS_UP = re.compile(
    r"\bwith (?:his|her|their|both|both their|the) (?:hands|arms) "
    r"(?:up|raised|in the air|held up|over (?:his|her|their) heads?|above (?:his|her|their) heads?"
    r"|(?:held )?behind (?:his|her|their) (?:heads?|necks?))\b",
    re.IGNORECASE,
)
FEELING = frozenset(
    {"despair", "prayer", "vote", "greeting", "triumph", "joy", "anger", "frustration", "horror"}
)


def _surrendered(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "had surrendered", "tried to surrender", "a surrendering soldier", "gave himself up"."""
    tree, verb = site.tree, site.anchor
    if tree.tags[verb][0] == "N" or is_denied(tree, verb):
        return None
    pred = predication(tree, verb)
    given = [p for p in pred.patients if tree.lemmas[p] not in ONESELF]
    if tree.relations[verb] != "amod" and (pred.voice == "passive" or given):
        return None
    who = holder(tree, verb, site.words)
    return bearing(site, "surrender.word", "surrendering", who) if who is not None else None


def _hands_up(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "raised his hands", "put their arms up", "with their hands in the air"."""
    tree, limb = site.tree, site.anchor
    if tree.tags[limb] != "NNS":
        return None
    if (owner := _with_limbs_up(tree, limb)) is not None:
        return bearing(
            site, "surrender.hands", "surrendering", _whose(tree, owner, limb, site.words), standing=True
        )
    verb = tree.heads[limb]
    if verb < 0 or tree.lemmas[verb] not in RAISE or tree.relations[limb] != "obj" or is_denied(tree, verb):
        return None
    if tree.one(limb, "nmod:poss", "det") is None:
        return None
    up = tree.lemmas[verb] in ("raise", "lift") or any(tree.lemmas[c] in UP for c in tree.children[verb])
    air = any(tree.lemmas[t] in ("air", "head") for _, t in predication(tree, verb).obliques)
    felt = any(tree.lemmas[t] in FEELING for t in tree.branch(verb)) or weapon_in(
        tree, tree.branch(limb), site.words
    )
    who = holder(tree, verb, site.words)
    if not (up or air) or felt or who is None:
        return None
    return bearing(site, "surrender.hands", "surrendering", who)


def _with_limbs_up(tree: Dependents, limb: int) -> int | None:
    """The word for whose hands they are in "with their hands up"; None where that is not so."""
    start = max(0, limb - 3)
    said = " ".join(token.text for token in tree.tokens[start : limb + 6])
    found = LIMBS_UP.search(said)
    if found is None:
        return None
    owners = [t for t in range(start, limb) if tree.tags[t] == "PRP$"]
    return owners[-1] if owners else limb


def _whose(tree: Dependents, owner: int, limb: int, words: Lexicon) -> int | None:
    """Who has his hands up: the subject of the clause, or the noun that it stands by, or "their"."""
    for token in tree.above(limb):
        if tree.tags[token][0] == "V":
            found = holder(tree, token, words)
            if found is not None and not _acts_on_others(tree, token, words):
                return found
            break
        if tree.tags[token][0] == "N" and may_hold(tree, token, words):
            return token
    return owner if owner != limb else None


def _acts_on_others(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a clause has somebody who is acted on too, whose hands they may be."""
    return words.act_verbs.get(tree.lemmas[verb]) is not None and tree.one(verb, "nsubj:pass") is None


def _gave_up(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "laid down their arms", "dropped his knife", "gave themselves up"."""
    tree, verb = site.tree, site.anchor
    ways = {tree.lemmas[c] for c in tree.all(verb, "compound:prt", "advmod")}
    if (site.row and ways.isdisjoint(site.row.split())) or is_denied(tree, verb):
        return None
    pred = predication(tree, verb)
    who = holder(tree, verb, site.words)
    if who is None or pred.voice == "passive":
        return None
    arms = any(tree.lemmas[p] in ("arm", "weapon") for p in pred.patients)
    given = arms or weapon_in(tree, pred.patients, site.words) is not None
    oneself = any(tree.lemmas[p] in ONESELF for p in (*pred.patients, *pred.recipients))
    bare = pred.lemma == "give" and not pred.patients and not pred.recipients
    if not ((given and pred.lemma != "give") or (pred.lemma == "give" and (oneself or bare))):
        return None
    return bearing(site, "surrender.gave_up", "surrendering", of_nobody(tree, who))


RULES: tuple[Rule[Frame, Site[Lexicon], Bearing], ...] = (
    Rule(
        "surrender.word",
        Frame("cues.surrender", tags="VJ"),
        _surrendered,
        (
            Example("The fighters had surrendered before dawn.", "surrendering The fighters"),
            Example("He was shot as he tried to surrender.", "surrendering he"),
        ),
        (
            "The wreck was surrendered to the police.",
            "They refused to surrender.",
            "He surrendered his passport.",
        ),
        note="somebody surrenders",
    ),
    Rule(
        "surrender.hands",
        Frame("cues.raised", tags="N"),
        _hands_up,
        (
            Example("The two had come out of the trees with their hands up.", "surrendering The two"),
            Example("She raised her arms and knelt down.", "surrendering She"),
            Example("Guards shot a man with his hands in the air.", "surrendering a man"),
        ),
        ("He raised his hands in despair.", "They raised an army.", "He sat with his hands in his pockets."),
        note="hands or arms held up",
    ),
    Rule(
        "surrender.gave_up",
        Frame("cues.give_up", tags="V"),
        _gave_up,
        (
            Example("The men had laid down their weapons.", "surrendering The men"),
            Example("He gave himself up.", "surrendering He"),
        ),
        ("He gave up smoking.", "They threw down a rope.", "The guards did not lay down their arms."),
        note="arms laid down, or oneself given up",
    ),
)
