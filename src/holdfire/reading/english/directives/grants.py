"""Orders handed over without a word of what they say, and leave given in a figure ("a free hand")."""

from msgspec.structs import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive, is_unreal
from holdfire.reading.english.directives.contents import is_use, named_norm
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.directives.givers import owner_of
from holdfire.reading.english.directives.named import GIVE, content_of, is_denied, parties_around
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import CREWED, can_be_told, has_power, is_forceful
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

PUT = frozenset({"put", "place", "bring", "keep"})
PASS_ON = frozenset({
    "read", "relay", "convey", "circulate", "distribute", "transmit", "communicate", "receive", "get",
})  # fmt: skip
RECEIVE = frozenset({"receive", "get"})
ANSWERS = frozenset({
    "respond", "retaliate", "react", "act", "answer", "deal", "handle", "decide", "operate", "engage", "use",
    "target", "pursue", "cross", "enter", "attack", "advance", "choose", "defend", "conduct",
})  # fmt: skip
"""What the armed are given a free hand for."""
ACTING = frozenset({"act", "operate", "respond", "react", "retaliate", "intervene", "proceed"})
"""What the armed are "at liberty" to do."""
FIGURES = {
    "light": {"green"},
    "hand": {"free"},
    "rein": {"free", "full"},
    "freedom": {"full", "complete"},
    "blanche": {"carte"},
}
"""Nouns that give leave beside certain words: "the green light", "carte blanche"."""
AHEAD = frozenset({"set", "expect", "intend", "aim"})
"""What rules are that will make something so: "are SET to make it easier"."""
EASES = frozenset({"easier", "simpler", "easy", "simple", "possible"})
NODS = frozenset({"blessing", "nod"})
BINDS = frozenset({"bind", "bound", "constrain", "hamper", "tie", "limit"})
"""What a restriction does to those on whom it is."""
BACK = frozenset({"this", "that", "it", "these"})


def _grant(site: Site[Lexicon]) -> Directive | None:
    """Forms like "gave soldiers a free hand to fire", "was given the green light to shoot"."""
    tree, noun = site.tree, site.anchor
    if not _is_leave(tree, noun) or is_denied(tree, noun):
        return None
    content, force = content_of(tree, noun), Deontic("permission", tree.word(noun))
    giver, told = parties_around(site)
    made = replace(site, row=DirectiveWord("permission", "order", ()))
    if content is None:
        things = [t for t in _led_by_for(tree, noun) if is_use(tree, t, site.words)]
        found = [named_norm(tree, t, force, site.words) for t in things]
        return directive(made, "order.grant", Parts(found, giver, told, things)) if found else None
    answers = tree.lemmas[content] in ANSWERS and any(has_power(tree, t, site.words) for t in told)
    if not (answers or is_forceful(tree, content, site.words)):
        return None
    found = norms(tree, content, force, site.words)
    return directive(made, "order.grant", Parts(found, giver, told, [content]))


def _free_to(site: Site[Lexicon]) -> Directive | None:
    """Forms like "gunners are now free to engage any craft": leave told by an adjective."""
    tree, word = site.tree, site.anchor
    left = tree.heads[word] if tree.relations[word] == "xcomp" else -1
    made_free = left >= 0 and tree.lemmas[left] in ("leave", "set", "make")
    if negated(tree, word) or not (made_free or tree.one(word, "cop") is not None):
        return None
    doing = [*tree.all(word, "xcomp", "csubj", "advcl", "ccomp"), *tree.all(word, "acl")]
    content = next((c for c in doing if tree.led_by_to(c)), None)
    subjects = tree.all(left, "obj") if made_free else tree.all(word, "nsubj")
    told = [s for s in subjects if _may_be_free(site, s)]
    if content is None or not told or (tree.tags[word][0] == "N" and tree.case(word) != "at"):
        return None
    drills = tree.has(content, ("exercise", "drill", "patrol", "manoeuvre"), "obj")
    acts = tree.lemmas[content] in ACTING and tree.tags[word][0] == "N"
    if not (drills or acts or is_forceful(tree, content, site.words)):
        return None
    found = norms(tree, content, Deontic("permission", tree.word(word)), site.words)
    made = replace(site, row=DirectiveWord("permission", "order", ()))
    return directive(made, "order.free_to", Parts(found, None, told, [content]))


def _may_be_free(site: Site[Lexicon], token: int) -> bool:
    """Whether those are armed who are free to do something, or "they" who were told of before."""
    manned = site.tree.lemmas[token] in CREWED or site.tree.lemmas[token] == "they"
    return manned or has_power(site.tree, token, site.words)


def _is_leave(tree: Dependents, noun: int) -> bool:
    """Whether a noun gives leave by what stands beside it: "a free hand", "the go-ahead"."""
    if tree.lemmas[noun] == "ahead":
        return [t.text.lower() for t in tree.tokens[max(0, noun - 2) : noun]] == ["go", "-"]
    if tree.lemmas[noun] in NODS:
        return True
    near = {tree.lemmas[c] for c in tree.all(noun, "amod", "compound")}
    return not near.isdisjoint(FIGURES.get(tree.lemmas[noun], ()))


def _led_by_for(tree: Dependents, noun: int) -> list[int]:
    """What leave is given for: "the green light for the USE of artillery"."""
    below = [*tree.all(noun, "nmod"), *(tree.all(tree.heads[noun], "obl") if tree.heads[noun] >= 0 else ())]
    return [t for t in below if tree.case(t) in ("for", "to") and t > noun]


def _made_easier(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the new rules make it easier for soldiers to use firearms"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb >= 0 and tree.lemmas[verb] in AHEAD:
        verb = next((c for c in tree.all(verb, "xcomp") if tree.lemmas[c] == "make"), -1)
    made_so = verb >= 0 and tree.lemmas[verb] == "make" and tree.relations[noun].startswith("nsubj")
    if not made_so or negated(tree, verb):
        return None
    ease = next((c for c in tree.all(verb, "xcomp", "obj") if tree.lemmas[c] in EASES), None)
    below = [c for t in (verb, ease) if t is not None for c in tree.all(t, "advcl", "xcomp", "ccomp")]
    content = next((c for c in below if tree.led_by_to(c)), None)
    if ease is None or content is None or not is_forceful(tree, content, site.words):
        return None
    told = [s for s in tree.all(content, "nsubj") if has_power(tree, s, site.words)]
    if not told or is_unreal(tree, verb):
        return None
    foretold = tree.has(verb, ("will", "would"), "aux")
    kind = "proposal" if foretold and site.row.kind != "standing rule" else "standing rule"
    made = replace(site, row=DirectiveWord("permission", kind, ()))
    found = norms(tree, content, Deontic("permission", tree.word(ease)), site.words)
    return directive(made, "order.made_easier", Parts(found, owner_of(site, noun), told, [content]))


def _handed(site: Site[Lexicon]) -> Directive | None:
    """Forms like "gave instructions to the troops", "put his patrols under a directive of restraint"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or content_of(tree, noun) is not None or is_denied(tree, noun):
        return None
    pred = predication(tree, verb)
    if tree.lemmas[verb] in PUT and tree.case(noun) == "under":
        told, giver = pred.patients, next(iter(pred.agents), None)
    elif tree.lemmas[verb] in GIVE and tree.relations[noun] in ("obj", "nsubj:pass"):
        giver, told = parties_around(site)
        told = [*told, *(t for case, t in predication(tree, noun).obliques if case in ("to", "for"))]
    else:
        return None
    told = [t for t in told if can_be_told(tree, t, site.words)]
    if not any(has_power(tree, t, site.words) for t in told):
        return None
    return directive(site, "order.handed", Parts((), giver, told), bare=True)


def _passed_on(site: Site[Lexicon]) -> Directive | None:
    """Forms like "read out a directive of the command", "posts received an order from the ministry"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in PASS_ON or tree.relations[noun] not in ("obj", "nsubj:pass"):
        return None
    if content_of(tree, noun) is not None or is_denied(tree, noun) or "TO" in tree.tags[noun:]:
        return None
    pred = predication(tree, verb)
    near = (*predication(tree, noun).obliques, *pred.obliques)
    source = [t for case, t in near if case in ("of", "from", "by") and has_power(tree, t, site.words)]
    told = [t for case, t in near if case in ("to", "for") and can_be_told(tree, t, site.words)]
    told += [a for a in pred.agents if pred.lemma in RECEIVE and has_power(tree, a, site.words)]
    told = [t for t in told if t not in source]
    giver = source[0] if source else None
    if giver is None or negated(tree, verb) or is_unreal(tree, verb):
        return None
    return directive(site, "order.passed_on", Parts((), giver, told), bare=True)


def _spoke_of(site: Site[Lexicon]) -> Directive | None:
    """Forms like "guardsmen spoke of verbal orders": those who speak are told them."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if (
        verb < 0
        or tree.case(noun) not in ("of", "about")
        or tree.lemmas[verb] not in ("speak", "talk", "tell")
    ):
        return None
    if content_of(tree, noun) is not None or is_denied(tree, noun):
        return None
    told = [t for t in predication(tree, verb).agents if has_power(tree, t, site.words)]
    return directive(site, "order.spoken_of", Parts((), None, told), bare=True) if told else None


def _needs_none(site: Site[Lexicon]) -> Directive | None:
    """Forms like "soldiers no longer need permission to return fire": leave that is not to be asked for."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if site.row.modality != "permission" or verb < 0 or tree.lemmas[verb] not in ("need", "require"):
        return None
    none = negated(tree, verb) or tree.has(noun, ("no",), "det")
    content = content_of(tree, noun)
    agents = predication(tree, verb).agents
    told = [a for a in agents if has_power(tree, a, site.words) or tree.lemmas[a] in CREWED]
    if not none or content is None or not told or not is_forceful(tree, content, site.words):
        return None
    found = norms(tree, content, Deontic("permission", tree.word(noun)), site.words)
    made = replace(site, row=DirectiveWord("permission", "standing rule", ()))
    return directive(made, "order.need_none", Parts(found, None, told, [content]))


def _unbound(site: Site[Lexicon]) -> Directive | None:
    """Forms like "soldiers will no longer be bound by restrictions on the use of firearms"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    free = verb >= 0 and tree.lemmas[verb] in BINDS and negated(tree, verb) and tree.case(noun) == "by"
    if site.row.modality != "prohibition" or not free:
        return None
    told = [t for t in tree.all(verb, "nsubj", "nsubj:pass") if has_power(tree, t, site.words)]
    force = Deontic("permission", tree.word(noun))
    things = [t for t in tree.all(noun, "nmod") if tree.case(t) == "on" and is_use(tree, t, site.words)]
    found = [named_norm(tree, t, force, site.words) for t in things]
    made = replace(site, row=DirectiveWord("permission", "order", ()))
    return directive(made, "order.unbound", Parts(found, None, told, things)) if told and found else None


def _agreed_on(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the two directors agreed on this", "it was agreed by the two": what was told before."""
    tree, verb = site.tree, site.anchor
    if site.row.kind != "agreement" or negated(tree, verb):
        return None
    pred = predication(tree, verb)
    back = any(case in ("on", "to") and tree.lemmas[t] in BACK for case, t in pred.obliques)
    if pred.voice == "passive" and pred.agents:
        about = (*pred.patients, *tree.all(verb, "expl"))
        back = any(tree.lemmas[p] in BACK or _is_pact(site, p) for p in about)
    giver = next((a for a in pred.agents if tree.tags[a] not in ("PRP", "WP", "WDT")), None)
    return directive(site, "order.agreed_on", Parts((), giver), bare=True) if back else None


def _is_pact(site: Site[Lexicon], token: int) -> bool:
    """Whether a phrase names an agreement as one told before: "the truce"."""
    row = site.words.directive_nouns.get(site.tree.lemmas[token])
    return row is not None and row.kind == "agreement" and site.tree.one(token, "det") is not None


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.grant",
        Frame("cues.grant", tags="NR"),
        _grant,
        (
            Example("The ruler gave soldiers a free hand to fire back.", "permission fire live_fire"),
            Example("Soldiers were given a green light to shoot.", "permission fire live_fire"),
            Example("Troops were given a free hand to respond to any attack.", "permission respond None"),
            Example("Troops got the go-ahead to return fire.", "permission fire live_fire"),
            Example("The staff gave the green light for the use of live fire.", "permission fire live_fire"),
            Example("Border units were given the green light to engage drones.", "permission fire live_fire"),
        ),
        (
            "The soldier held the gun in his free hand.",
            "The ruler gave soldiers a free hand to trade.",
            "The team got the go-ahead to play.",
            "The council gave the green light for the use of the hall.",
            "Soldiers went ahead to engage them in talks.",
        ),
    ),
    Rule(
        "order.free_to",
        Frame("cues.free_to", tags="JN"),
        _free_to,
        (
            Example("Soldiers are now free to engage any boat.", "permission fire live_fire"),
            Example("Soldiers are at liberty to fire at boats.", "permission fire live_fire"),
            Example("The army left soldiers free to fire at boats.", "permission fire live_fire"),
            Example("Troops are at liberty to act without interference.", "permission act None"),
            Example("The army will be free to hold exercises at the line.", "permission hold exercise None"),
        ),
        ("The soldiers are free to go.", "Hunters are free to shoot deer.", "Soldiers are not free to fire."),
    ),
    Rule(
        "order.made_easier",
        Frame("directive_nouns", tags="N", beside=EASES),
        _made_easier,
        (Example("The new rules make it easier for soldiers to use firearms.", "permission fire live_fire"),),
        (
            "The new rules make it harder for guards to fire.",
            "The rules are set to make it harder for guards to fire.",
            "The law makes it easier for hunters to shoot deer.",
        ),
    ),
    Rule(
        "order.unbound",
        Frame("directive_nouns", tags="N"),
        _unbound,
        (
            Example(
                "Soldiers will no longer be bound by restrictions on the use of firearms.",
                "permission fire live_fire",
            ),
        ),
        ("Soldiers are bound by restrictions on the use of firearms.",),
    ),
    Rule(
        "order.need_none",
        Frame("directive_nouns", tags="N"),
        _needs_none,
        (
            Example("Soldiers no longer need permission to return fire.", "permission fire live_fire"),
            Example("Guards need no approval to shoot at boats.", "permission fire live_fire"),
        ),
        ("Soldiers need permission to return fire.", "Hunters need no permission to shoot deer."),
    ),
    Rule(
        "order.handed",
        Frame("directive_nouns", tags="N"),
        _handed,
        (
            Example("The governor has given instructions to the troops.", "from The governor"),
            Example("The general put his patrols under a directive of restraint.", "from The general"),
        ),
        (
            "The shop sent an order to the printer.",
            "The governor gave rules.",
        ),
        note="what follows in sentences of its own belongs to it",
    ),
    Rule(
        "order.passed_on",
        Frame("directive_nouns", tags="N"),
        _passed_on,
        (
            Example("The commander read out a directive of the ministry.", "from the ministry"),
            Example("The brigade relayed orders from the army to posts.", "from the army"),
            Example("Patrols received an instruction from the ministry.", "from the ministry"),
        ),
        (
            "The shop received an order from a printer.",
            "Patrols did not receive an instruction from the ministry.",
        ),
        note="what follows in sentences of its own belongs to it",
    ),
    Rule(
        "order.agreed_on",
        Frame("directive_verbs", tags="V"),
        _agreed_on,
        (
            Example("The two directors agreed on this over the telephone.", "from The two directors"),
            Example("It was agreed on Monday by the two generals.", "from the two generals"),
        ),
        ("The two directors agreed on a price.", "The two directors did not agree on this."),
        note="an agreement told before, with who made it and who says so",
    ),
    Rule(
        "order.spoken_of",
        Frame("directive_nouns", tags="N"),
        _spoke_of,
        (Example("Soldiers spoke of verbal orders.", "from "),),
        ("Traders spoke of large orders.",),
    ),
)
