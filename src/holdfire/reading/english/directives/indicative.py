"""Rules told as what is or was so: "sentries have to", "they could shoot only", "is shot on sight".

Whether they are orders is decided as for other orders in their own words.
"""

from msgspec.structs import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.forces import (
    NOBODY,
    Deontic,
    has_to,
    is_nobody,
    is_of_before,
    negated,
)
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import is_forceful
from holdfire.reading.english.directives.provisions import (
    MAIN,
    SUBJECT,
    is_asked_when,
    is_bound,
    is_modal,
    is_told,
    is_whoever,
    row_of,
)
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

APPROVES = frozenset({"approve", "authorize", "authorise", "decide", "sign"})
"""What commanders have to do before others may."""
PLURAL = frozenset({"NNS", "NNPS"})
TELLING = frozenset({"speak", "comment", "talk", "discuss", "say", "tell", "disclose"})
"""What officials are not allowed to do to reporters, and is no rule of force."""


def _have_to(site: Site[Lexicon]) -> Directive | None:
    """Forms like "sentries have to call out first"; "until now they had to" tells a rule of before.

    Any other "had to" tells what was done.
    """
    tree, have = site.tree, site.anchor
    verb, former = has_to(tree, have), is_of_before(tree, have, dated=True)
    if verb is None or tree.tags[verb][0] != "V" or tree.relations[have] not in MAIN:
        return None  # "they have to be very cautious"
    if not (former or tree.tags[have] in ("VBP", "VBZ")):
        return None
    several = tree.all(have, *SUBJECT)
    if any(tree.tags[s] not in ("NNS", "NNPS", "PRP") for s in several) or tree.lemmas[verb] in APPROVES:
        return None
    return _of_rule(site, have, verb, "order.have_to", former=former)


def _could(site: Site[Lexicon]) -> Directive | None:
    """Forms like "previously guards could shoot only in self-defence": a rule of before."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if not is_modal(site) or tree.relations[verb] not in MAIN or not is_forceful(tree, verb, site.words):
        return None
    return (
        _of_rule(site, verb, verb, "order.could", former=True)
        if is_of_before(tree, verb, dated=True)
        else None
    )


def _of_rule(site: Site[Lexicon], clause: int, verb: int, rule: str, *, former: bool) -> Directive | None:
    """What a clause obliges or lets those do who are its subject."""
    tree = site.tree
    told = [s for s in tree.all(clause, *SUBJECT) if is_bound(tree, s, site.words)]
    if not told or is_asked_when(tree, clause):
        return None
    found = norms(tree, verb, Deontic(site.row, tree.word(site.anchor)), site.words)
    parts = Parts(found, None, [t for t in told if is_told(tree, t)], [verb])
    made = directive(replace(site, row=row_of(site, told)), rule, parts)
    return replace(made, tense="former") if made is not None and former else made


def _not_allowed(site: Site[Lexicon]) -> Directive | None:
    """Forms like "journalists will not be allowed to enter", where an order is told around it."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    content = tree.one(verb, "xcomp", "ccomp")
    grants = site.row.modality == "permission" and {"infinitive"} & set(site.row.complements)
    if (
        not grants
        or content is None
        or tree.lemmas[content] in TELLING
        or pred.voice != "passive"
        or pred.agents
        or not negated(tree, verb)
    ):
        return None
    whom = pred.patients or pred.recipients
    several = all(tree.tags[t] in PLURAL or is_nobody(tree, t) or tree.lemmas[t] in NOBODY for t in whom)
    if tree.relations[verb] not in MAIN or not whom or not several:
        return None
    present = tree.has(verb, ("will", "shall"), "aux") or tree.has(verb, ("are", "is"), "aux:pass")
    if not present and not any(tree.tokens[c].text.lower() == "are" for c in tree.all(verb, "aux:pass")):
        return None
    found = norms(tree, content, Deontic("prohibition", tree.word(verb)), site.words)
    made = replace(site, row=row_of(site, list(whom)))
    return directive(made, "order.not_allowed", Parts(found, None, whom, [content]))


def _whoever(site: Site[Lexicon]) -> Directive | None:
    """Forms like "“Anyone who comes near is shot on sight,” a sergeant said": what befalls whoever comes."""
    tree, verb = site.tree, site.anchor
    helpers = tree.all(verb, "aux", "aux:pass")
    present = len(helpers) == 1 and tree.tags[helpers[0]] in ("VBZ", "VBP")
    if not present or tree.relations[verb] not in MAIN or not is_forceful(tree, verb, site.words):
        return None
    pred = predication(tree, verb)
    if pred.agents or not any(_is_anyone_who(tree, p) for p in pred.patients) or negated(tree, verb):
        return None
    found = norms(tree, verb, Deontic("obligation", tree.word(verb)), site.words)
    made = replace(site, row=DirectiveWord("obligation", "standing rule", ()))
    return directive(made, "order.whoever", Parts(found, content=[verb]))


def _is_anyone_who(tree: Dependents, token: int) -> bool:
    """Whether a phrase means all who do something: "anyone who comes", "whoever is on the fence"."""
    doing = tree.one(token, "acl:relcl", "acl") is not None or tree.has(token, ("near", "on"), "nmod")
    return is_whoever(tree, token) and (doing or tree.lemmas[token] == "whoever")


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.not_allowed",
        Frame("directive_verbs", tags="V", needs=("xcomp|ccomp", "aux|aux:pass")),
        _not_allowed,
        (Example("Journalists will not be allowed to enter.", "prohibition enter None"),),
        ("Journalists were not allowed to enter.", "Journalists will be allowed to enter."),
        note="kept only where an order is told around it",
    ),
    Rule(
        "order.have_to",
        Frame("duty", tags="V", needs=("xcomp",)),
        _have_to,
        (
            Example("Sentries have to fire into the air first.", "obligation fire_warning_shot warning_shot"),
            Example(
                "Until now guards had to fire into the air.", "obligation fire_warning_shot warning_shot"
            ),
        ),
        ("Guards had to fire.", "Guards do not have to fire.", "The bridge has to be repaired."),
        note="kept only where an order is told around it",
    ),
    Rule(
        "order.could",
        Frame("possible", tags="M"),
        _could,
        (Example("Previously, guards could shoot only in self-defence.", "permission fire live_fire"),),
        ("Guards could shoot at any moment.", "Last week guards could not see the river."),
    ),
    Rule(
        "order.whoever",
        Frame("act_verbs", tags="V", needs=("aux:pass",)),
        _whoever,
        (
            Example(
                "“Anyone who comes near the fence is shot on sight,” a sergeant said.",
                "obligation fire live_fire",
            ),
        ),
        ("Guards are shot at.", "A man who came near was shot.", "Anyone who came near was shot."),
        note="kept only where someone with power speaks",
    ),
)
