"""Orders told by a noun: "an order to shoot", "the shooting order", "a ceasefire", "under the rules"."""

from dataclasses import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, can_be_told, directive, force_of, has_power
from holdfire.reading.english.directives.norms import Deontic, modal, named_norm, norms
from holdfire.reading.english.directives.relations import earlier_order
from holdfire.reading.english.phrases.noun_phrases import party_of
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

GIVE = frozenset({
    "issue", "give", "send", "hand", "pass", "receive", "get", "post", "make", "release", "have", "sign",
    "deliver", "come", "reach", "announce", "publish", "introduce", "impose", "set", "adopt", "approve",
})  # fmt: skip
RECEIVE = frozenset({"receive", "get", "have"})
MAKE_PEACE = frozenset({
    "agree", "reach", "sign", "declare", "announce", "accept", "hold", "begin", "take", "enter", "conclude",
    "renew", "extend", "observe", "keep", "implement",
})  # fmt: skip
GIVEN = frozenset({
    "come", "issue", "give", "take", "enter", "cease", "expire", "remain", "replace", "amend", "supersede",
    "post", "sign", "apply", "hold", "lapse", "lift", "arrive", "publish", "begin", "end", "announce", "be",
    "run", "last",
})  # fmt: skip
SCOPE = frozenset({"cover", "concern", "bind", "affect", "address", "apply"})
HANDED = frozenset({"come", "issue", "give", "sign", "announce", "post", "publish"})
NEGATED = frozenset({"no", "any"})


def _is_denied(tree: Dependents, noun: int) -> bool:
    """Whether a noun is only said not to be ("no order to retreat")."""
    return any(tree.tokens[d].text.lower() in NEGATED for d in tree.all(noun, "det"))


def _noun(site: Site[Lexicon]) -> Directive | None:
    """Forms like "an order (for X) to V", "orders to shoot", "issued an order that Y V"."""
    tree, noun = site.tree, site.anchor
    content = tree.one(noun, "acl", "ccomp", "xcomp", "advcl")
    if content is None or tree.tags[content][0] != "V" or _is_denied(tree, noun):
        return None
    if tree.tags[content] in ("VBN", "VBG", "VBD") and tree.one(content, "mark") is None:
        return None
    giver, told = _parties_around(site)
    told += tree.all(content, "nsubj", "nsubj:pass")
    told += [t for case, t in predication(tree, noun).obliques if case in ("for", "to")]
    found = norms(tree, content, force_of(site, noun), site.words)
    return directive(site, "order.noun", Parts(found, giver, told, [content]))


def _parties_around(site: Site[Lexicon]) -> tuple[int | None, list[int]]:
    """(who gives, who is given) an order, by the verb that has the noun for its object or subject."""
    tree, noun = site.tree, site.anchor
    pred = predication(tree, noun)
    owners = (t for case, t in pred.obliques if case in ("poss", "by", "from", "of"))
    owner = next((t for t in owners if party_of(tree, t, site.words) is not None), None)
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in GIVE:
        return owner, []
    gift = predication(tree, verb)
    if tree.lemmas[verb] in RECEIVE:
        sender = next((t for case, t in gift.obliques if case in ("from", "by")), owner)
        return sender, list(gift.agents)
    to = [t for case, t in gift.obliques if case == "to"]
    agents = gift.agents if tree.relations[noun] in ("obj", "nsubj:pass") else []
    return (agents[0] if agents else owner), [*gift.recipients, *to]


def _compound(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the shooting order", "a shoot-on-sight policy", "a ban on firing"."""
    tree, noun = site.tree, site.anchor
    if _is_denied(tree, noun):
        return None
    giver, told = _parties_around(site)
    force = force_of(site, noun)
    for case, token in predication(tree, noun).obliques:
        acts = tree.lemmas[token] in site.words.act_nouns or tree.lemmas[token].startswith("shoot")
        if acts and case in ("compound", "amod", "on", "of"):
            found = named_norm(tree, token, force, site.words)
            if tree.lemmas[token].startswith("shoot"):
                found = replace(found, act="fire", means="live_fire", means_span=tree.word(token))
            return directive(site, "order.compound", Parts([found], giver, told))
    return None


def _ceasefire(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the two sides agreed on a ceasefire", "the ceasefire took effect"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if site.row.complements != ("ceasefire",) or verb < 0 or tree.lemmas[verb] not in MAKE_PEACE:
        return None
    force = Deontic("prohibition", tree.word(noun), "norm.ceasefire")
    found = replace(
        named_norm(tree, noun, force, site.words), act="fire", means="live_fire", means_span=tree.word(noun)
    )
    agents = predication(tree, verb).agents
    told = [a for a in agents if a != noun]
    return directive(site, "order.ceasefire", Parts([found], told[0] if told else None, told))


def _under(site: Site[Lexicon]) -> Directive | None:
    """Forms like "under the rules, guards may shoot", "an instruction under which guards could shoot"."""
    tree, noun = site.tree, site.anchor
    inner = tree.one(noun, "acl:relcl")
    verb = inner if inner is not None else tree.heads[noun]
    led = tree.case(noun) in ("under", "by", "according to", "in line with")
    if verb < 0 or (inner is None and not led) or tree.tags[verb][0] != "V" or modal(tree, verb) is None:
        return None
    pred = predication(tree, verb)
    told = [a for a in pred.agents if a != noun and party_of(tree, a, site.words) is not None]
    found = norms(tree, verb, force_of(site, noun), site.words)
    giver, _ = _parties_around(site)
    return directive(site, "order.under", Parts(found, giver, told if pred.voice == "active" else [], [verb]))


def _given(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the order came from the General Staff", "the ban lasts until May"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.tags[verb][0] != "V" or _is_denied(tree, noun):
        return None
    pred = predication(tree, verb)
    if tree.relations[noun] not in ("nsubj", "nsubj:pass") or tree.lemmas[verb] not in GIVEN | SCOPE:
        return None
    sources = (t for case, t in pred.obliques if case in ("from", "by") and tree.lemmas[verb] in HANDED)
    giver = next((t for t in sources if can_be_told(tree, t, site.words)), None)
    bound = [p for p in pred.patients if p != noun and has_power(tree, p, site.words)]
    told = bound if tree.lemmas[verb] in SCOPE else []
    return directive(site, "order.given", Parts((), giver, told), bare=True)


def _related(site: Site[Lexicon]) -> Directive | None:
    """Forms like "it replaces an instruction of last autumn", "has extended the curfew until 30 June"."""
    tree, verb = site.tree, site.anchor
    earlier = earlier_order(tree, verb, site.words)
    if earlier is None or _is_denied(tree, earlier):
        return None
    if tree.lemmas[verb] == "carry" and tree.one(verb, "compound:prt") is None:
        return None
    pred = predication(tree, verb)
    giver = next((a for a in pred.agents if has_power(tree, a, site.words)), None)
    made = directive(replace(site, row=PLAIN), "order.related", Parts((), giver), bare=True)
    if made is None:
        return None
    return replace(made, relation=(site.row, tree.word(verb), tree.phrase(earlier).span))


def _effect(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the change took effect on Jan. 18", "the measure is in force from May"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    definite = any(tree.tokens[d].text.lower() in ("the", "this", "these") for d in tree.all(noun, "det"))
    if verb < 0 or tree.relations[noun] not in ("nsubj", "nsubj:pass") or not definite:
        return None
    objects = {tree.lemmas[c] for c in tree.all(verb, "obj", "obl")}
    if not objects & {"effect", "force"}:
        return None
    return directive(replace(site, row=PLAIN), "order.effect", Parts(()), bare=True)


PLAIN = DirectiveWord("obligation", "order", ())

RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.noun",
        Frame("directive_nouns", tags="N", needs=("acl|ccomp|xcomp|advcl",)),
        _noun,
        (
            Example("The command issued an order to shoot intruders.", "obligation fire live_fire"),
            Example("Guards have orders to fire warning shots.", "obligation fire_warning_shot warning_shot"),
        ),
        ("The order surprised the guards.", "There was no order to retreat."),
    ),
    Rule(
        "order.ceasefire",
        Frame("directive_nouns", tags="N"),
        _ceasefire,
        (Example("The two armies agreed on a ceasefire.", "prohibition fire live_fire"),),
        ("Monitors counted violations of the ceasefire.",),
    ),
    Rule(
        "order.compound",
        Frame("directive_nouns", tags="N", needs=("compound|amod|nmod",)),
        _compound,
        (Example("Soldiers fear the shooting order.", "obligation fire live_fire"),),
        ("The army placed a large order of rifles.",),
    ),
    Rule(
        "order.under",
        Frame("directive_nouns", tags="N"),
        _under,
        (Example("Under the rules, guards may shoot at boats.", "permission fire live_fire"),),
        ("Under the rules, guards shot at boats.",),
    ),
    Rule(
        "order.given",
        Frame("directive_nouns", tags="N"),
        _given,
        (
            Example("The order came from the General Staff on March 9.", "from the General Staff"),
            Example("The order covers all border guards.", "from "),
        ),
        ("The guards obeyed the order.", "No order came from the General Staff."),
    ),
    Rule(
        "order.effect",
        Frame("cues.measure", tags="N"),
        _effect,
        (Example("The change took effect on Jan. 18.", "from "),),
        ("The change surprised the guards.",),
    ),
    Rule(
        "order.related",
        Frame("cues.relation", tags="V"),
        _related,
        (
            Example("It replaces an instruction of last autumn.", "from "),
            Example("The ministry extended the curfew.", "from The ministry"),
        ),
        ("The army replaced the old rifles.",),
    ),
)
