"""What is told of an order beside its content: who gave it, from when to when it holds, what it replaces.

Such a directive is bare: it has no norms of its own, and is joined to the order that it is told of.
"""

from msgspec.structs import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.directives.givers import owner_of
from holdfire.reading.english.directives.named import is_denied
from holdfire.reading.english.directives.powers import can_be_told, has_power, who_can_order
from holdfire.reading.english.directives.relations import earlier_order
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

GIVEN = frozenset({
    "come", "issue", "give", "take", "enter", "cease", "expire", "remain", "replace", "amend", "supersede",
    "sign", "apply", "hold", "lapse", "lift", "arrive", "publish", "begin", "end", "announce", "be", "run",
    "last", "date", "stem", "show", "reveal", "indicate", "suspend", "withdraw", "revoke", "stay", "go",
    "read", "hand", "pass", "send", "deliver", "valid",
})  # fmt: skip
SCOPE = frozenset({"cover", "concern", "bind", "affect", "address", "apply", "extend"})
HANDED = frozenset({
    "come", "issue", "give", "sign", "announce", "publish", "stem", "arrive", "go", "hand", "pass", "send",
    "deliver",
})  # fmt: skip
REACHED = frozenset({"reach", "arrive"})
IN_FORCE = frozenset({"effect", "force"})
COMING = frozenset({"take", "come", "enter", "go", "be", "put", "remain", "stay", "bring"})
POSTED = frozenset({"post", "hang", "paste", "display", "pin"})
KEPT = frozenset({"remain", "stay", "continue", "stand"})
DEFINITE = frozenset({"the", "this", "these", "that", "those"})
PLAIN = DirectiveWord("obligation", "order", ())
READY = frozenset({"equip", "prepare", "ready", "able", "prepared", "equipped", "willing", "unable"})
LAPSES = frozenset({"expire", "lapse"})


def _given(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the order came from the General Staff", "the ban lasts until May"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.tags[verb][0] not in "VJ" or is_denied(tree, noun):
        return None
    if tree.relations[noun] not in ("nsubj", "nsubj:pass") or not _is_lived(tree, noun, verb):
        return None
    if tree.lemmas[noun] == "command" and tree.tags[noun] == "NNP":
        return None  # "the Southern Command announced"
    pred = predication(tree, verb)
    handed = tree.lemmas[verb] in HANDED | REACHED
    sources = (t for case, t in pred.obliques if case in ("from", "by") and tree.lemmas[verb] in HANDED)
    giver = next((t for t in sources if can_be_told(tree, t, site.words)), None)
    giver = owner_of(site, noun) if giver is None and handed else giver
    whom = [p for p in pred.patients if p != noun] if tree.lemmas[verb] in SCOPE | REACHED else []
    whom += [t for case, t in pred.obliques if case in ("to", "at") and handed]
    told = [t for t in whom if has_power(tree, t, site.words)]
    if tree.lemmas[verb] == "be" and giver is None and not tree.has(noun, DEFINITE, "det"):
        return None  # "there was a law on the border"
    made = directive(site, "order.given", Parts((), giver, told), bare=True)
    if (
        made is not None
        and tree.lemmas[verb] in KEPT
        and _objects(tree, verb) & (IN_FORCE | {"valid", "effective"})
    ):
        return replace(made, relation=("reaffirms", tree.clause(verb, ("nsubj", "mark", "punct")), None))
    return made


def _is_lived(tree: Dependents, noun: int, verb: int) -> bool:
    """Whether a verb tells something of an order, and not what a "command" does."""
    lemma = tree.lemmas[verb]
    acts = tree.relations[noun] == "nsubj" and tree.one(verb, "obj") is not None and _is_body(tree, verb)
    return (
        lemma in GIVEN | SCOPE | KEPT | REACHED and not acts and not (lemma in SCOPE and negated(tree, verb))
    )


def _gave(site: Site[Lexicon]) -> Directive | None:
    """Forms like "commanders in the town gave the order on May 2": who gave what is told beside it."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.relations[noun] != "obj" or tree.lemmas[verb] not in HANDED or negated(tree, verb):
        return None
    definite = tree.has(noun, DEFINITE, "det")
    pred = predication(tree, verb)
    giver = next((a for a in pred.agents if has_power(tree, a, site.words)), None)
    handed = pred.voice == "passive" and not pred.agents and bool(tree.all(verb, "nsubj:pass"))
    if not (giver is not None or handed) or not definite:
        return None
    if tree.one(noun, "acl", "acl:relcl", "ccomp") is not None:
        return None
    if tree.one(verb, "xcomp", "ccomp") is not None:
        return None
    return directive(site, "order.gave", Parts((), giver), bare=True)


def _is_body(tree: Dependents, verb: int) -> bool:
    """Whether a "command" acts: it withdraws or issues something, and is a body and no order."""
    return tree.lemmas[verb] not in SCOPE | KEPT | COMING | REACHED | {"have", "last"}


def _objects(tree: Dependents, verb: int) -> set[str]:
    return {tree.lemmas[c] for c in tree.all(verb, "obj", "obl", "xcomp")}


def _related(site: Site[Lexicon]) -> Directive | None:
    """Forms like "it replaces an instruction of last autumn", "has extended the curfew until 30 June"."""
    tree, verb = site.tree, site.anchor
    earlier = earlier_order(tree, verb, site.words)
    if earlier is None or is_denied(tree, earlier) or _is_adjective(tree, verb) or _is_refused(site):
        return None
    if tree.lemmas[verb] == "enforce" and tree.lemmas[earlier] == "law":
        return None
    if tree.lemmas[verb] == "carry" and tree.one(verb, "compound:prt") is None:
        return None
    if tree.relations[verb] in ("xcomp", "advcl") and tree.lemmas[tree.heads[verb]] in READY:
        return None  # "is fully equipped to enforce this order"
    pred = predication(tree, verb)
    giver = who_can_order(tree, pred.agents, site.words)
    of_earlier = [] if site.row == "amends" else [earlier]
    parts = Parts((), giver, content=of_earlier)
    known = site.words.directive_nouns.get(tree.lemmas[earlier])
    row = replace(PLAIN, kind="agreement") if known is not None and known.kind == "agreement" else PLAIN
    made = directive(replace(site, row=row), "order.related", parts, bare=True)
    if made is None:
        return None
    kind = "reaffirms" if negated(tree, verb) and site.row == "replaces" else site.row
    return replace(made, relation=(kind, tree.word(verb), tree.phrase(earlier).span))


def _is_refused(site: Site[Lexicon]) -> bool:
    """Whether those who are told an order only refuse to carry it out."""
    above = site.tree.heads[site.anchor]
    return above >= 0 and site.tree.lemmas[above] in site.words.cues["refuse"]


def _is_adjective(tree: Dependents, verb: int) -> bool:
    """Whether a participle right before its noun was taken for a verb: "ignored repeated warnings"."""
    if tree.tags[verb] != "VBN" or verb + 1 not in tree.all(verb, "obj"):
        return False
    helped = tree.has(verb, ("have", "be"), "aux", "aux:pass")
    return not helped and tree.one(verb, "nsubj", "nsubj:pass", "mark") is None


def _effect(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the change took effect on Jan. 18", "the rules, which are in force from May, …"."""
    tree, noun = site.tree, site.anchor
    if not tree.has(noun, DEFINITE, "det"):
        return None
    above = tree.heads[noun]
    verbs = [*tree.all(noun, "acl:relcl"), *_root_in_force(tree, noun)]
    if above >= 0 and tree.relations[noun] in ("nsubj", "nsubj:pass"):
        verbs.append(above)
    if not any(_is_in_force(tree, v) for v in verbs):
        return None
    made = site if isinstance(site.row, DirectiveWord) else replace(site, row=PLAIN)
    return directive(made, "order.effect", Parts(()), bare=True)


def _root_in_force(tree: Dependents, noun: int) -> list[int]:
    """The "in force" that a sentence comes to behind a noun, whatever the noun hangs from."""
    return [v for v in tree.above(noun) if tree.lemmas[v] in IN_FORCE and v > noun]


def _is_in_force(tree: Dependents, verb: int) -> bool:
    """Forms like "takes effect", "came into force", "is in force"."""
    if tree.lemmas[verb] in IN_FORCE:
        return tree.case(verb) == "in"
    return tree.lemmas[verb] in COMING and bool(_objects(tree, verb) & IN_FORCE)


def _posted(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the notice was posted on August 25", "the order has been up on the walls since May"."""
    tree, noun = site.tree, site.anchor
    verb = next((v for v in tree.above(noun) if tree.lemmas[v] in POSTED), None)
    if not tree.relations[noun].startswith("nsubj") or not (verb is not None or _is_up(tree, noun)):
        return None
    return directive(site, "order.posted", Parts(()), bare=True)


def _paper(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the paper has been on display since August 25": the paper is the order told before."""
    made = replace(site, row=PLAIN)
    definite = site.tree.has(site.anchor, DEFINITE, "det")
    return _posted(made) if definite else None


def _paper_holds(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the letter, dated May 2, is valid until June": the paper is the order told before."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    definite = tree.has(noun, DEFINITE, "det")
    if verb < 0 or not definite or tree.relations[noun] != "nsubj" or negated(tree, verb):
        return None
    if tree.lemmas[verb] != "valid" and tree.lemmas[verb] not in LAPSES:
        return None
    return directive(replace(site, row=PLAIN), "order.paper_holds", Parts(()), bare=True)


def _dated(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the pamphlet, dated May 2, was found": of which day the paper is that was told before."""
    tree, noun = site.tree, site.tree.heads[site.anchor]
    if noun < 0 or tree.relations[site.anchor] != "acl" or not tree.has(noun, DEFINITE, "det"):
        return None
    lemma, words = tree.lemmas[noun], site.words
    if lemma not in words.directive_nouns and words.speakers.get(lemma) != "document":
        return None
    made = replace(site, row=PLAIN)
    return directive(made, "order.dated", Parts((), owner_of(site, noun)), bare=True)


def _issuer(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the issuer is the Ministry of Defence"."""
    tree, noun = site.tree, site.anchor
    body = tree.heads[noun]
    if body < 0 or tree.relations[noun] != "nsubj" or tree.one(body, "cop") is None:
        return None
    if not has_power(tree, body, site.words) or negated(tree, body):
        return None
    return directive(replace(site, row=PLAIN), "order.issuer", Parts((), body), bare=True)


def _is_up(tree: Dependents, noun: int) -> bool:
    """Whether "been up on", "is up in" or "been on display" follows a noun, whatever the tree makes of it."""
    words = [t.text.lower() for t in tree.tokens]
    places = range(noun + 1, len(words) - 1)
    shown = (n for n in places if words[n] == "up" and words[n + 1] in ("on", "in", "at"))
    displayed = (n for n in places if words[n : n + 2] in (["on", "display"], ["on", "show"]))
    return any(words[n - 1] in ("been", "is", "was", "are") for n in (*shown, *displayed))


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.effect",
        Frame("cues.measure", tags="N"),
        _effect,
        (Example("The change took effect on Jan. 18.", "from "),),
        ("The change surprised the guards.",),
    ),
    Rule(
        "order.in_force",
        Frame("directive_nouns", tags="N"),
        _effect,
        (
            Example("The law takes effect on May 3.", "from "),
            Example("The new rules, which took effect on Saturday, are short.", "from "),
        ),
        ("The law has no effect on prices.",),
    ),
    Rule(
        "order.posted",
        Frame("directive_nouns", tags="N"),
        _posted,
        (
            Example("The notice was posted on August 25.", "from "),
            Example("The order has been up on the walls of stations since May 2.", "from "),
        ),
        ("The order came on May 2.", "The guards posted a letter."),
        note="its day stands for that of the order, with a mark of doubt",
    ),
    Rule(
        "order.paper_posted",
        Frame("cues.paper", tags="N"),
        _paper,
        (Example("The paper has been on display at stations since August 25.", "from "),),
        ("A paper has been on display since August 25.", "The paper reported the shooting."),
        note="its day stands for that of the order, with a mark of doubt",
    ),
    Rule(
        "order.paper_holds",
        Frame("cues.writ", tags="N"),
        _paper_holds,
        (
            Example("The letter, dated May 2, is valid until the end of June.", "from "),
            Example("The document expires on May 2.", "from "),
        ),
        ("A letter is valid.", "The letter was long.", "The letter is not valid."),
        note="its dates are those of the order told before",
    ),
    Rule(
        "order.dated",
        Frame("cues.dated", tags="V"),
        _dated,
        (Example("The pamphlet, dated May 2, was found in the town.", "from "),),
        ("A letter dated May 2 was found.", "The couple dated for a year."),
    ),
    Rule(
        "order.issuer",
        Frame("cues.issuer", tags="N"),
        _issuer,
        (Example("The issuer is the Ministry of Social Security.", "from the Ministry of Social Security"),),
        ("The issuer was paid.", "The author is a poet.", "The issuer is not the ministry."),
    ),
    Rule(
        "order.given",
        Frame("directive_nouns", tags="N"),
        _given,
        (
            Example("The order came from the General Staff on March 9.", "from the General Staff"),
            Example("The order covers all border guards.", "from "),
            Example("The order lapsed on Monday.", "from "),
            Example("An order from the General Staff reached every battalion.", "from the General Staff"),
            Example("The order was handed down by the ministry on May 12.", "from the ministry"),
        ),
        (
            "The guards obeyed the order.",
            "No order came from the General Staff.",
            "The crossings are open, the Southern Command announced.",
        ),
    ),
    Rule(
        "order.gave",
        Frame("directive_nouns", tags="N"),
        _gave,
        (
            Example("Commanders in the town gave the order on May 2.", "from Commanders in the town"),
            Example("They were given the order by radio on May 2.", "from "),
        ),
        ("Commanders gave an order.", "Commanders did not give the order.", "A trader gave the order."),
    ),
    Rule(
        "order.related",
        Frame("cues.relation", tags="V"),
        _related,
        (
            Example("It replaces an instruction of last autumn.", "from "),
            Example("The ministry extended the curfew.", "from The ministry"),
        ),
        (
            "The army replaced the old rifles.",
            "He ignored repeated warnings to halt.",
            "Troops may not enforce civilian law.",
        ),
    ),
)
