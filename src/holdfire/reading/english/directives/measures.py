"""Orders whose name says what they forbid: a ceasefire, a curfew, a no-go zone, a weapons hold."""

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.directives.life import IN_FORCE
from holdfire.reading.english.directives.named import GIVE, is_denied, parties_around
from holdfire.reading.english.directives.powers import (
    bound_by_agreeing,
    can_be_told,
    can_order,
    has_forces,
    has_power,
    is_civil,
    who_agrees,
    who_can_order,
)
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

MAKE_PEACE = frozenset({
    "agree", "reach", "sign", "declare", "announce", "accept", "hold", "begin", "take", "enter", "conclude",
    "renew", "extend", "observe", "keep", "implement", "order", "proclaim", "come", "go", "start", "strike",
    "establish", "impose", "restore", "reinstate", "introduce", "result",
})  # fmt: skip
COMING = frozenset({"come", "go", "enter", "take"})
"""What a truce does to hold: "came into force", "took effect"."""
BEGINNINGS = frozenset({
    "establishment", "start", "beginning", "restoration", "introduction", "renewal", "extension",
    "declaration", "observance",
})  # fmt: skip
"""What is agreed on of a truce: "the ESTABLISHMENT of a ceasefire"."""
KEPT = frozenset({"adherence", "observance", "compliance", "respect", "implementation", "commitment"})
"""What an order on a truce bids: "an order on ADHERENCE to a ceasefire"."""
PAPERS = frozenset({"order", "command", "instruction", "directive", "decree"})
IMPOSE = frozenset({
    "impose", "declare", "order", "announce", "introduce", "set", "extend", "tighten", "enforce", "lift",
    "end", "proclaim", "decree", "place", "put", "shorten", "widen", "lengthen", "ease", "begin",
    "start", "run", "last", "maintain", "renew", "clamp", "reimpose", "apply", "hold",
})  # fmt: skip
CHANGES = frozenset({
    "reduction", "extension", "imposition", "easing", "lifting", "shortening", "renewal", "relaxation",
    "prolongation", "tightening",
})  # fmt: skip
"""What is announced of a curfew: "a REDUCTION of the night curfew"."""
SHELTERED = frozenset(
    {"school", "campus", "classroom", "university", "college", "hospital", "building", "hotel"}
)
"""What is locked down for an hour while a gunman is sought; no order on a border."""
DECLARE = frozenset(
    {
        *("declare", "designate", "make", "proclaim", "turn", "announce", "set", "establish", "name"),
        *("bring", "restore", "reinstate", "reintroduce", "reimpose", "create", "impose", "introduce"),
    }
)
NO_ENTRY = ("no-go", "exclusion", "closed", "prohibited", "forbidden", "restricted", "no-entry")


def _ceasefire(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the two sides agreed on a ceasefire", "the truce between the armies took effect"."""
    tree, noun = site.tree, _told_by(site)
    made = (c for c in tree.all(noun, "acl") if tree.lemmas[c] in MAKE_PEACE and tree.tags[c] == "VBN")
    verb = next(made, tree.heads[noun])
    if site.row.complements != ("ceasefire",) or verb < 0 or tree.lemmas[verb] not in MAKE_PEACE:
        return None
    if (
        is_denied(tree, noun)
        or _is_bidden(site, verb)
        or (tree.lemmas[verb], tree.tags[verb][0]) == ("order", "N")
    ):
        return None
    beside = {tree.lemmas[t] for t in tree.all(verb, "obj", "obl")}
    if tree.lemmas[verb] in COMING and IN_FORCE.isdisjoint(beside):
        return None
    found = _no_fire(site)
    made_by = [a for a in who_agrees(tree, verb) if a != noun and tree.lemmas[verb] != "result"]
    imposed = ("between", "on", "upon") if tree.lemmas[verb] == "impose" else ("between",)
    between = [c for n in (noun, verb) for c in tree.all(n, "nmod", "obl") if tree.case(c) in imposed]
    between = [c for c in between if tree.case(c) == "between" or can_be_told(tree, c, site.words)]
    other = [
        c for n in {site.anchor, noun, verb} for c in tree.all(n, "nmod", "obl") if tree.case(c) == "with"
    ]
    other = [c for c in other if can_order(tree, c, site.words)]
    told = bound_by_agreeing(tree, [*made_by, *other], site.words) or [
        each for c in between for each in tree.conjuncts(c)
    ]
    return directive(site, "order.ceasefire", Parts([found], made_by[0] if made_by else None, told))


def _told_by(site: Site[Lexicon]) -> int:
    """The noun that tells a truce: "a ceasefire AGREEMENT", "the ESTABLISHMENT of a truce"; else its own."""
    tree, noun = site.tree, site.anchor
    above = tree.heads[noun]
    if above < 0 or tree.tags[above][0] != "N":
        return noun
    row = site.words.directive_nouns.get(tree.lemmas[above])
    deal = tree.relations[noun] == "compound" and row is not None and row.kind == "agreement"
    begun = tree.lemmas[above] in BEGINNINGS and tree.case(noun) in ("of", "for")
    return above if deal or begun else noun


def _no_fire(site: Site[Lexicon]) -> Norm:
    """What a truce forbids."""
    word = site.tree.word(site.anchor)
    return _implied(site, Deontic("prohibition", word, "norm.ceasefire"), "fire", "live_fire", word)


def _truce_ordered(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the militia issued an order for a complete ceasefire", "an order on adherence to it"."""
    tree, noun = site.tree, site.anchor
    paper = _paper_on(tree, noun)
    row = site.words.directive_nouns.get(tree.lemmas[paper]) if paper >= 0 else None
    given = paper >= 0 and tree.heads[paper] >= 0 and tree.lemmas[tree.heads[paper]] in GIVE
    if site.row.complements != ("ceasefire",) or row is None or tree.lemmas[paper] not in PAPERS or not given:
        return None
    if is_denied(tree, paper) or negated(tree, tree.heads[paper]):
        return None
    ordered = replace(site, anchor=paper, row=row)
    giver, around = parties_around(ordered)
    told = [t for t in around if can_be_told(tree, t, site.words)]
    if not told and (giver is None or not has_forces(tree, giver, site.words)):
        return None
    return directive(ordered, "order.truce_ordered", Parts([_no_fire(site)], giver, told))


def _paper_on(tree: Dependents, noun: int) -> int:
    """The paper that a truce is told of, also where a tree has what it is on under its verb; -1 if none."""
    above = tree.heads[noun]
    if above >= 0 and tree.tags[above][0] == "V":
        beside = [t for t in tree.all(above, "obl") if t < noun and tree.lemmas[t] in KEPT]
        papers = (o for o in tree.all(above, "obj", "nsubj:pass") if tree.lemmas[o] in PAPERS)
        near = min(beside) if beside else noun
        return next((p for p in papers if p < near <= p + 4), -1)
    kept = above >= 0 and tree.lemmas[above] in KEPT and tree.case(noun) in ("to", "of", "with", "for")
    return tree.heads[above] if kept else above


def _is_bidden(site: Site[Lexicon], verb: int) -> bool:
    """Whether a truce is only what others are told to keep: "ordered units to observe the truce"."""
    tree = site.tree
    to = tree.led_by_to(verb)
    return to and tree.lemmas[tree.heads[verb]] in site.words.directive_verbs


def _implied(
    site: Site[Lexicon], force: Deontic, act: str, means: str | None = None, span: Span | None = None
) -> Norm:
    """The norm that the name of a measure implies, with the hours and the exceptions told beside it."""
    tree, noun = site.tree, site.anchor
    whole = [circumstances(tree, t, site.words) for t in (noun, tree.heads[noun]) if t >= 0]
    conditions = tuple(c for w in whole for c in w.conditions)
    exception = next((w.exception for w in whole if w.exception is not None), None)
    return Norm(
        force.modality,
        act,
        tree.phrase(noun).span,
        force.cue,
        force.rule,
        means,
        span,
        None,
        conditions,
        exception,
    )


def _curfew(site: Site[Lexicon]) -> Directive | None:
    """Forms like "imposed a curfew from 8 p.m.", "the night curfew was extended until May"."""
    tree, noun = site.tree, site.anchor
    part = _part_of(tree, noun)
    verb = tree.heads[part]
    if "stay_in" not in site.row.complements or is_denied(tree, noun) or verb < 0:
        return None
    if SHELTERED.intersection(tree.lemmas) or tree.relations[part] not in (
        "obj", "nsubj", "nsubj:pass", "obl",
    ):  # fmt: skip
        return None
    if tree.lemmas[verb] not in IMPOSE and not _is_hour(tree, verb):
        return None
    found = _implied(site, Deontic("prohibition", tree.word(noun), "norm.measure"), "go out")
    agents = predication(tree, verb).agents
    giver = next((a for a in agents if has_power(tree, a, site.words) or _is_name(tree, a)), None)
    if any(is_civil(tree, a, site.words) for a in agents):
        return None  # "parents imposed a curfew on their son"
    made = directive(site, "order.curfew", Parts([found], giver))
    kind = site.words.cues["relation"].get(tree.lemmas[verb])
    if made is None or kind in (None, "replaces"):
        return made
    return replace(made, relation=(kind, tree.word(verb), None))


def _is_name(tree: Dependents, token: int) -> bool:
    """Whether somebody is named; a word in capitals is a dateline's."""
    return tree.tags[token] == "NNP" and not tree.tokens[token].text.isupper()


def _part_of(tree: Dependents, noun: int) -> int:
    """What of a curfew something is told: its hours, a reduction or an extension of it; else itself."""
    above = tree.heads[noun]
    hours = above >= 0 and tree.relations[noun] == "compound" and tree.lemmas[above] in ("hour", "time")
    turned = above >= 0 and tree.relations[noun] == "nmod" and tree.lemmas[above] in CHANGES
    return above if hours or turned else noun


def _is_hour(tree: Dependents, token: int) -> bool:
    """Whether a clause comes to an hour: "the curfew is now FROM 7 P.M."."""
    hour = tree.tags[token] == "CD" or tree.lemmas[token] in ("p.m.", "a.m.", "pm", "am")
    return hour and tree.one(token, "cop") is not None


def _zone(site: Site[Lexicon]) -> Directive | None:
    """Forms like "declared the valley a no-go zone", "made the strip a closed zone"."""
    tree, noun = site.tree, site.anchor
    near = [t.text.lower() for t in tree.tokens[max(0, noun - 4) : noun]]
    before = "".join(w for w in near if w not in ("military", "security", "border"))
    closed = before.endswith(NO_ENTRY) or near[-2:] == ["special", "security"]
    verb = next((v for v in tree.above(noun) if tree.lemmas[v] in DECLARE), -1)
    if not closed or verb < 0:
        return None
    found = _implied(
        site, Deontic("prohibition", tree.word(noun), "norm.measure"), f"enter {tree.lemmas[noun]}"
    )
    pred = predication(tree, verb)
    giver = who_can_order(tree, pred.agents, site.words)
    if giver is None and pred.voice == "active":
        return None
    made = replace(site, row=DirectiveWord("prohibition", "proclamation", ()))
    return directive(made, "order.zone", Parts([found], giver))


def _off_limits(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the road is off limits to civilians", "declared the village off limits"."""
    tree, noun = site.tree, site.anchor
    before = [t.text.lower() for t in tree.tokens[max(0, noun - 2) : noun]]
    verb = next((v for v in tree.above(noun) if tree.lemmas[v] in DECLARE), -1)
    copula = tree.one(noun, "cop")
    if "off" not in before or (verb < 0 and copula is None):
        return None
    pred = predication(tree, verb if verb >= 0 else noun)
    things = [*tree.all(noun, "nsubj"), *(p for p in pred.patients if p != noun)]
    above = tree.heads[noun]
    if above >= 0 and tree.lemmas[above] == "have":  # "has since July been off limits"
        things = [*tree.all(above, "nsubj"), *things]
    if not things or tree.tags[things[0]][0] != "N":
        return None
    force = Deontic("prohibition", tree.word(noun), "norm.measure")
    found = _implied(site, force, f"enter {tree.lemmas[things[0]]}")
    beside = (c for t in (noun, *tree.above(noun)) for c in tree.all(t, "nmod", "obl"))
    told = [c for c in beside if tree.case(c) == "to" and tree.tags[c][0] == "N"]
    able = (*pred.agents, *(c for c in tree.all(noun, "nmod") if tree.case(c) == "by"))
    giver = next((a for a in able if has_power(tree, a, site.words)), None)
    made = replace(site, row=DirectiveWord("prohibition", "proclamation", ()))
    said = directive(made, "order.off_limits", Parts([found], giver, told))
    return None if said is None else replace(said, definite=None)


def _weapons_hold(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the unit was placed on weapons hold"."""
    tree, noun = site.tree, site.anchor
    if not tree.has(noun, ("weapon",), "compound"):
        return None
    verb = tree.heads[noun]
    pred = predication(tree, verb) if verb >= 0 and tree.tags[verb][0] == "V" else None
    told = [p for p in (*pred.patients, *pred.recipients) if p != noun] if pred is not None else []
    giver = pred.agents[0] if pred is not None and pred.voice == "active" and pred.agents else None
    force = Deontic("prohibition", tree.word(noun), "norm.measure")
    found = _implied(site, force, "fire", "live_fire", tree.phrase(noun).span)
    made = replace(site, row=DirectiveWord("prohibition", "order", ()))
    return directive(made, "order.weapons_hold", Parts([found], giver, told))


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.ceasefire",
        Frame("directive_nouns", tags="N"),
        _ceasefire,
        (
            Example("The two armies agreed on a ceasefire.", "prohibition fire live_fire"),
            Example("The two armies agreed to a complete cease-fire.", "prohibition fire live_fire"),
            Example("A truce between the two armies came into force at noon.", "prohibition fire live_fire"),
            Example("A truce declared by the army expired on Sunday.", "prohibition fire live_fire"),
            Example("The sides signed a ceasefire agreement.", "prohibition fire live_fire"),
            Example("The envoys agreed on the establishment of a truce.", "prohibition fire live_fire"),
            Example("The talks resulted in a truce imposed on the rebels.", "prohibition fire live_fire"),
        ),
        (
            "Monitors counted violations of the ceasefire.",
            "A truce went unheeded.",
            "The army broke the ceasefire agreement.",
        ),
    ),
    Rule(
        "order.truce_ordered",
        Frame("directive_nouns", tags="N"),
        _truce_ordered,
        (
            Example("The militia issued an order for a complete ceasefire.", "prohibition fire live_fire"),
            Example("The army issued an order on adherence to the truce.", "prohibition fire live_fire"),
        ),
        ("The army broke the order on the truce.", "No order for a ceasefire was given by the army."),
    ),
    Rule(
        "order.curfew",
        Frame("directive_nouns", tags="N"),
        _curfew,
        (
            Example("The governor has imposed a curfew from 8 p.m. to 6 a.m.", "prohibition go out None"),
            Example("The night curfew was extended until 30 June.", "prohibition go out None"),
            Example("The curfew hours are now 7pm to 6am, the army said.", "prohibition go out None"),
            Example("The president announced a reduction of the curfew.", "prohibition go out None"),
        ),
        (
            "Two men were stopped after curfew.",
            "Residents broke the curfew.",
            "The curfew is hard on traders.",
            "The school was put on lockdown after shots were fired.",
            "Parents imposed a curfew on their son.",
        ),
    ),
    Rule(
        "order.zone",
        Frame("cues.shut_zone", tags="N"),
        _zone,
        (
            Example("The army declared the valley a no-go zone.", "prohibition enter zone None"),
            Example("The army declared the strip a closed military zone.", "prohibition enter zone None"),
            Example("The minister declared two forests as prohibited areas.", "prohibition enter area None"),
            Example("Poland will bring back a no-go zone along the fence.", "prohibition enter zone None"),
            Example(
                "The army declared the districts special security zones until May.",
                "prohibition enter zone None",
            ),
        ),
        (
            "The army entered a closed zone.",
            "The army set up a buffer zone.",
            "The army declared the area safe.",
        ),
    ),
    Rule(
        "order.off_limits",
        Frame("cues.limits", tags="N"),
        _off_limits,
        (
            Example("The road to the gate is off limits to civilians.", "prohibition enter road None"),
            Example("The village was declared off limits by the army.", "prohibition enter village None"),
        ),
        ("The officers knew their limits.", "He is off limits."),
    ),
    Rule(
        "order.weapons_hold",
        Frame("cues.hold", tags="N"),
        _weapons_hold,
        (Example("The border police were placed on weapons hold.", "prohibition fire live_fire"),),
        ("The drugs were found in the hold.",),
    ),
)
