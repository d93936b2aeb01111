"""Who orders whom to do what: the forms in which English reports give an order.

Each rule turns a site (a word of the directives table in a tree) into a Directive.
"""

from dataclasses import replace

from holdfire.model.span import Span
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.lexicon import DirectiveWord, Lexicon
from holdfire.reading.english.moods import clause_of
from holdfire.reading.english.norms import OPPOSITE, Modality, modal, negated, norms
from holdfire.reading.english.noun_phrases import named, party_of
from holdfire.reading.english.relations import relation_of
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

GIVE = frozenset(
    {
        "issue",
        "give",
        "send",
        "hand",
        "pass",
        "receive",
        "get",
        "post",
        "make",
        "release",
        "have",
        "sign",
        "deliver",
        "come",
        "reach",
        "announce",
        "publish",
        "introduce",
        "impose",
        "set",
    }
)
RECEIVE = frozenset({"receive", "get", "have"})
AGAIN = frozenset({"again", "once more", "anew", "repeatedly"})


def _directive(
    site: Site[Lexicon],
    rule: str,
    found: list[Norm],
    issuer: int | None,
    addressees: list[int],
    content: list[int],
) -> Directive | None:
    tree, row = site.tree, site.row
    if not found:
        return None
    return Directive(
        rule,
        row.kind,
        tree.word(site.anchor),
        site.sentence,
        tree.clause(clause_of(tree, site.anchor)),
        tuple(found),
        named(tree, issuer, site.words) if issuer is not None else None,
        tuple(named(tree, a, site.words) for a in addressees),
        tuple(tree.clause(c) for c in content),
        _purpose(tree, [site.anchor, *content]),
        relation_of(tree, site.anchor, site.words),
    )


def _purpose(tree: Dependents, heads: list[int]) -> Span | None:
    """Forms like "to reduce incidents", "so that …": why the order was given."""
    for head in heads:
        for clause in tree.all(head, "advcl"):
            mark = tree.one(clause, "mark")
            if mark is not None and clause > head and tree.lemmas[mark] in ("to", "so"):
                return tree.clause(clause)
    return None


def _force(row: DirectiveWord) -> Modality:
    force: Modality = row.modality  # type: ignore[assignment]
    return force


def _issuer(pred: Predication) -> int | None:
    return pred.agents[0] if pred.agents else None


def _infinitive(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered Y to V", "Y were ordered to V", "X ordered Y not to V"."""
    tree, verb = site.tree, site.anchor
    content = _to_verb(tree, verb)
    if "infinitive" not in site.row.complements or content is None:
        return None
    pred = predication(tree, verb)
    told = [*pred.recipients, *(p for p in pred.patients if tree.relations[p] != "ccomp")]
    told += tree.all(content, "nsubj", "nsubj:pass") if not told else []
    could = [t for t in told if _can_be_told(tree, t, site.words)]
    if told and not could:
        return None
    found = norms(tree, content, _turned(tree, verb, site.row), tree.word(verb), site.words)
    return _directive(site, "order.infinitive", found, _issuer(pred), could, [content])


def _can_be_told(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether someone is named who can carry out an order: a party, a name or a pronoun."""
    return party_of(tree, token, words) is not None or tree.tags[token] in ("NNP", "NNPS", "PRP", "DT", "NN$")


def _to_verb(tree: Dependents, verb: int) -> int | None:
    """The infinitive that a verb governs, wherever the parser hung it."""
    for clause in tree.all(verb, "xcomp", "ccomp", "advcl"):
        if clause > verb and any(tree.tags[m] == "TO" for m in tree.all(clause, "mark", "aux")):
            return (
                clause
                if tree.relations[clause] != "advcl"
                or tree.one(verb, "obj", "iobj", "nsubj:pass") is not None
                else None
            )
    return None


def _turned(tree: Dependents, verb: int, row: DirectiveWord) -> Modality:
    return OPPOSITE[_force(row)] if negated(tree, verb) else _force(row)


def _that(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered that Y (should) V", "X emphasized that Y must V"."""
    tree, verb = site.tree, site.anchor
    content = next((c for c in tree.all(verb, "ccomp") if c > verb), None)
    if content is None or not {"that", "that-modal"} & set(site.row.complements):
        return None
    if "that-modal" in site.row.complements and not _is_deontic(tree, content):
        return None
    if "that" in site.row.complements and _is_plain_claim(tree, content):
        return None
    pred, inner = predication(tree, verb), predication(tree, content)
    force = _turned(tree, verb, site.row)
    found = norms(tree, content, force, tree.word(verb), site.words)
    told = inner.agents if inner.voice == "active" else []
    return _directive(site, "order.that", found, _issuer(pred), told, [content])


def _is_deontic(tree: Dependents, head: int) -> bool:
    """Whether must, should or "to" stands over a verb; could and would only foretell."""
    word = modal(tree, head)
    return word is not None and tree.lemmas[word] in ("must", "should", "shall", "may", "can")


def _is_plain_claim(tree: Dependents, head: int) -> bool:
    """Whether a that-clause tells what is or was ("it warned that troops had fired")."""
    helpers = tree.all(head, "aux", "aux:pass", "cop", "mark")
    if any(tree.tags[c] in ("MD", "TO") for c in helpers):
        return not _is_deontic(tree, head) and not any(tree.tags[c] == "TO" for c in helpers)
    finite = [tree.tags[c] for c in helpers if tree.tags[c] in ("VBD", "VBZ", "VBP")]
    return tree.tags[head] == "VBD" or bool(finite) or (tree.tags[head] == "VBZ")


def _noun(site: Site[Lexicon]) -> Directive | None:
    """Forms like "an order (for X) to V", "orders to shoot", "issued an order that Y V"."""
    tree, noun = site.tree, site.anchor
    content = tree.one(noun, "acl", "ccomp", "xcomp", "advcl")
    if content is None or tree.tags[content][0] != "V":
        return None
    if tree.tags[content] in ("VBN", "VBG", "VBD") and tree.one(content, "mark") is None:
        return None
    giver, told = _parties_around(tree, noun)
    told += tree.all(content, "nsubj", "nsubj:pass")
    told += [t for case, t in predication(tree, noun).obliques if case in ("for", "to")]
    found = norms(tree, content, _force(site.row), tree.word(noun), site.words)
    return _directive(site, "order.noun", found, giver, told, [content])


def _parties_around(tree: Dependents, noun: int) -> tuple[int | None, list[int]]:
    """(who gives, who is given) an order, by the verb that has the noun for its object or subject."""
    pred = predication(tree, noun)
    owner = next((t for case, t in pred.obliques if case in ("poss", "by", "from", "of")), None)
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


def _from(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X banned Y from V-ing", "shooting at cars is barred"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    content = next((t for case, t in pred.obliques if case == "from"), None)
    clause = tree.one(verb, "advcl", "xcomp") if content is None else content
    acts = [p for p in pred.patients if tree.tags[p] == "VBG" or tree.lemmas[p] in site.words.act_nouns]
    heads = acts or ([clause] if clause is not None else [])
    force = _turned(tree, verb, site.row)
    found = [
        n for h in heads if tree.tags[h][0] == "V" for n in norms(tree, h, force, tree.word(verb), site.words)
    ]
    told = [p for p in pred.patients if p not in acts]
    return _directive(site, "order.ban", found, _issuer(pred), told, heads)


def _provision(site: Site[Lexicon]) -> Directive | None:
    """Forms like "Citizens shall not enter": a provision in the words of the order itself.

    Whether the text is an order that speaks for itself is decided where orders are brought together.
    """
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if tree.relations[site.anchor] != "aux" or tree.lemmas[site.anchor] == "will":
        return None
    if site.row == "permission" and not negated(tree, verb) and "only" not in _adverbs(tree, verb):
        return None
    pred = predication(tree, verb)
    told = [a for a in pred.agents if pred.voice == "active" and party_of(tree, a, site.words) is not None]
    if not told or tree.relations[verb] not in ("root", "conj", "parataxis", "ccomp"):
        return None
    found = norms(tree, verb, site.row, tree.word(site.anchor), site.words)
    provision = replace(site, row=PROVISION)
    return _directive(provision, "order.provision", found, None, told, [verb])


def _adverbs(tree: Dependents, verb: int) -> set[str]:
    return {tree.lemmas[c] for c in tree.all(verb, "advmod")}


def _will_be_shot(site: Site[Lexicon]) -> Directive | None:
    """Forms like "anyone who enters will be shot on sight": fire foretold is fire ordered."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    entry = site.words.act_verbs.get(tree.lemmas[verb])
    if tree.lemmas[site.anchor] != "will" or tree.relations[site.anchor] != "aux" or entry is None:
        return None
    pred = predication(tree, verb)
    if (
        pred.voice != "passive"
        or pred.agents
        or entry.act not in ("fire", "kill", "detain")
        or negated(tree, verb)
    ):
        return None
    if not pred.patients or not any(_is_anyone(tree, p) for p in pred.patients):
        return None
    found = norms(tree, verb, "obligation", tree.word(site.anchor), site.words)
    return _directive(replace(site, row=PROVISION), "order.foretold", found, None, [], [verb])


def _is_anyone(tree: Dependents, token: int) -> bool:
    """Whether a phrase means whoever fits: "anyone", "any person", bare plurals, "those who"."""
    words = {tree.tokens[c].text.lower() for c in tree.all(token, "det")}
    if tree.lemmas[token] in ("anyone", "anybody", "those", "everyone", "whoever"):
        return True
    if words & {"any", "every", "all", "each"}:
        return True
    return tree.tags[token] == "NNS" and not words and tree.one(token, "nummod", "nmod:poss") is None


PROVISION = DirectiveWord("obligation", "proclamation", ())

RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.infinitive",
        Frame("directive_verbs", needs=("xcomp|ccomp|advcl",)),
        _infinitive,
        (
            Example("The government ordered border troops to fire flares.", "obligation fire_flare flare"),
            Example("Soldiers were ordered not to shoot at boats.", "prohibition fire live_fire"),
            Example("The army told guards to stop firing.", "prohibition fire live_fire"),
        ),
        (
            "The army ordered new rifles to replace the old ones.",
            "A source told the outlet that guards fired.",
        ),
    ),
    Rule(
        "order.that",
        Frame("directive_verbs", needs=("ccomp",)),
        _that,
        (
            Example("The ministry ordered that guards shoot intruders.", "obligation fire live_fire"),
            Example(
                "The leadership emphasized that troops should use flares.", "obligation fire_flare flare"
            ),
        ),
        ("The leadership emphasized that troops had used flares.",),
    ),
    Rule(
        "order.noun",
        Frame("directive_nouns", tags="N", needs=("acl|ccomp|xcomp|advcl",)),
        _noun,
        (
            Example("The command issued an order to shoot intruders.", "obligation fire live_fire"),
            Example("Guards have orders to fire warning shots.", "obligation fire_warning_shot warning_shot"),
        ),
        ("The order surprised the guards.",),
    ),
    Rule(
        "order.ban",
        Frame("directive_verbs"),
        _from,
        (Example("The ministry banned guards from shooting at boats.", "prohibition fire live_fire"),),
        ("The ministry banned the newspaper.",),
    ),
    Rule(
        "order.provision",
        Frame("modals", tags="M"),
        _provision,
        (
            Example("Citizens shall not enter the zone.", "prohibition enter zone None"),
            Example("Agents may not shoot at vehicles.", "prohibition fire live_fire"),
        ),
        ("The price of rice must have risen.", "It may rain."),
    ),
    Rule(
        "order.foretold",
        Frame("modals", tags="M"),
        _will_be_shot,
        (Example("Anyone who enters the zone will be shot on sight.", "obligation fire live_fire"),),
        ("The film will be shot in Spain.", "He will be shot."),
    ),
)
