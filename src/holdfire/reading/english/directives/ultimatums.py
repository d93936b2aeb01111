"""What an armed body bids within a time that it gives: "gave the rebels until Thursday to disarm"."""

from msgspec.structs import replace

from holdfire.model.party import ARMED
from holdfire.model.statement import Directive
from holdfire.reading.english.clauses.times import TIMES
from holdfire.reading.english.directives.building import Parts, directive, is_foretold, is_unreal
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.directives.givers import owner_of
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import has_forces, is_civil, is_group
from holdfire.reading.english.phrases.noun_phrases import is_kind
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

TERMS = frozenset({"ultimatum", "deadline"})
LENGTHS = frozenset({"hour", "day", "week", "minute", "month"})
YIELDS = frozenset({
    "leave", "withdraw", "disarm", "surrender", "hand", "lay", "evacuate", "vacate", "quit", "pull", "move",
    "clear", "abandon", "cease", "stop", "halt", "release", "free", "return", "dismantle", "disband", "give",
    "turn", "retreat", "remove", "demobilise", "demobilize", "join", "comply", "lift", "reopen", "depart",
})  # fmt: skip
"""What is demanded of those who are given a time for it."""


def _ultimatum(site: Site[Lexicon]) -> Directive | None:
    """Forms like "gave residents 24 hours to leave", "issued an ultimatum to the militia to withdraw"."""
    tree, verb = site.tree, site.anchor
    if negated(tree, verb) or is_unreal(tree, verb) or is_foretold(tree, verb) or not _has_term(tree, verb):
        return None
    pred = predication(tree, verb)
    content = _content(tree, verb)
    told = _told(site, pred)
    agents = [_sender(site, a) for a in pred.agents]
    giver = next((a for a in agents if has_forces(tree, a, site.words)), None)
    if content is None or not told or (giver is None and pred.agents):
        return None
    civil = all(is_civil(tree, t, site.words) for t in told)
    row = DirectiveWord("obligation", "proclamation" if civil else "threat", ())
    made = replace(site, row=row)
    found = norms(tree, content, Deontic("obligation", tree.word(verb)), site.words)
    return directive(made, "order.ultimatum", Parts(found, giver, told, [content]))


def _sender(site: Site[Lexicon], agent: int) -> int:
    """Whose a statement is that gives a time; else who gives it."""
    paper = site.words.speakers.get(site.tree.lemmas[agent]) == "document"
    sender = owner_of(site, agent) if paper else None
    return agent if sender is None else sender


def _has_term(tree: Dependents, verb: int) -> bool:
    """Whether a verb has a time within which something is to be done: "until noon", "48 hours"."""
    things = tree.all(verb, "obj", "obl:unmarked", "nsubj:pass", "dep")
    if any(tree.lemmas[t] in TERMS for t in things):
        return True
    if any(tree.lemmas[t] in LENGTHS and tree.one(t, "nummod") is not None for t in things):
        return True
    until = (t for t in tree.all(verb, "obl") if tree.case(t) in ("until", "till"))
    return any(tree.lemmas[t].lower() in TIMES or tree.tags[t] == "CD" for t in until)


def _content(tree: Dependents, verb: int) -> int | None:
    """What is to be done: an infinitive behind the verb, which a tree may have for a noun ("to HAND in")."""
    heads = (verb, *tree.all(verb, "obj", "obl:unmarked"))
    below = sorted(c for h in heads for c in tree.children[h] if c > verb and tree.lemmas[c] in YIELDS)
    return next((c for c in below if tree.led_by_to(c)), None)


def _told(site: Site[Lexicon], pred: Predication) -> list[int]:
    """Those to whom the time is given, who are armed or people of the place; no state, no pupils."""
    tree = site.tree
    before = (
        c for o in tree.all(pred.head, "obj") if tree.lemmas[o] in LENGTHS for c in tree.all(o, "compound")
    )
    given = (*pred.recipients, *pred.patients, *before, *(t for case, t in pred.obliques if case == "to"))
    return [
        t
        for t in given
        if is_kind(tree, t, site.words, ARMED)
        or is_group(tree, t, site.words)
        or is_civil(tree, t, site.words)
    ]


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.ultimatum",
        Frame("cues.allot", tags="V"),
        _ultimatum,
        (
            Example("The army gave the militia 48 hours to leave the town.", "obligation leave town None"),
            Example("The army has given residents until Friday to leave.", "obligation leave None"),
            Example("Rebels were given two days to disarm.", "obligation disarm None"),
            Example("A statement by the army gave rebels until noon to leave.", "obligation leave None"),
            Example(
                "The general issued an ultimatum to the militia to withdraw from the town.",
                "obligation withdraw None",
            ),
        ),
        (
            "The court gave the rebels 30 days to reply.",
            "The teacher gave the class until Friday to hand in their work.",
            "The army gave the farmers two days of rest.",
            "The army did not give the militia 48 hours to leave.",
        ),
        note="what is demanded of the armed is a threat, what of residents a proclamation",
    ),
)
