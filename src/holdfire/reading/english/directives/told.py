"""Orders told by a verb: "ordered troops to", "ordered that", "banned from", "the law lets guards"."""

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import (
    Parts,
    can_be_told,
    directive,
    force_of,
    has_power,
    is_unreal,
)
from holdfire.reading.english.directives.norms import modal, named_norm, norms
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

FREE = frozenset({"agree", "promise", "pledge", "undertake", "vow"})
"""Verbs whose infinitive needs no one who is told."""
WEAK = frozenset({"tell", "ask", "remind", "demand", "require"})
"""Verbs that order only where someone with power speaks or someone armed is told."""


def _giver(site: Site[Lexicon], pred: Predication) -> tuple[int | None, int | None]:
    """(who gives the order, the paper that says it): of a memo or a law, whose it is."""
    if not pred.agents:
        return None, None
    tree, agent = site.tree, pred.agents[0]
    if tree.lemmas[agent] not in site.words.directive_nouns:
        return agent, None
    owners = [t for case, t in predication(tree, agent).obliques if case in ("poss", "by", "of", "from")]
    owners += [t for clause in tree.all(agent, "acl") for t in predication(tree, clause).agents]
    return next((t for t in owners if can_be_told(tree, t, site.words)), None), agent


def _infinitive(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered Y to V", "Y were ordered to V", "X let Y V"."""
    tree, verb = site.tree, site.anchor
    content = _to_verb(tree, verb, bare="bare" in site.row.complements)
    if not {"infinitive", "bare"} & set(site.row.complements) or content is None or is_unreal(tree, verb):
        return None
    pred = predication(tree, verb)
    told = [*pred.recipients, *(p for p in pred.patients if tree.relations[p] != "ccomp")]
    told += tree.all(content, "nsubj", "nsubj:pass") if not told else []
    could = [t for t in told if can_be_told(tree, t, site.words)]
    if told and not could and tree.lemmas[told[0]] != "it":
        return None
    issuer, document = _giver(site, pred)
    armed = any(has_power(tree, t, site.words) for t in could)
    if tree.lemmas[verb] in WEAK and not (armed or document or has_power(tree, issuer, site.words)):
        return None
    found = norms(tree, content, force_of(site, verb), site.words)
    return directive(site, "order.infinitive", Parts(found, issuer, could, [content], document))


def _to_verb(tree: Dependents, verb: int, *, bare: bool) -> int | None:
    """The infinitive that a verb governs, wherever the parser hung it."""
    for clause in tree.all(verb, "xcomp", "ccomp", "advcl", "csubj"):
        marked = any(tree.tags[m] == "TO" for m in tree.all(clause, "mark", "aux"))
        if clause > verb and (marked or (bare and tree.tags[clause] in ("VB", "VBP"))):
            loose = tree.relations[clause] == "advcl" and tree.one(verb, "obj", "iobj", "nsubj:pass") is None
            free = tree.lemmas[verb] in FREE or not loose
            return clause if free and tree.lemmas[clause] not in ("go", "know") else None
    return None


def _that(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered that Y (should) V", "X emphasized that Y must V"."""
    tree, verb = site.tree, site.anchor
    content = next(
        (c for c in tree.all(verb, "ccomp", "parataxis") if c > verb or _is_deontic(tree, c)), None
    )
    if content is None or not {"that", "that-modal"} & set(site.row.complements):
        return None
    if "that-modal" in site.row.complements and not _is_deontic(tree, content):
        return None
    if "that" in site.row.complements and _is_plain_claim(tree, content):
        return None
    pred, inner = predication(tree, verb), predication(tree, content)
    found = norms(tree, content, force_of(site, verb), site.words)
    told = inner.agents if inner.voice == "active" else []
    issuer, document = _giver(site, pred)
    return directive(site, "order.that", Parts(found, issuer, told, [content], document))


def _is_deontic(tree: Dependents, head: int) -> bool:
    """Whether must, should or may stands over a verb; could and would only foretell."""
    word = modal(tree, head)
    return word is not None and tree.lemmas[word] in ("must", "should", "shall", "may", "can")


def _is_plain_claim(tree: Dependents, head: int) -> bool:
    """Whether a that-clause tells what is or was ("it warned that troops had fired")."""
    helpers = tree.all(head, "aux", "aux:pass", "cop", "mark")
    if any(tree.tags[c] in ("MD", "TO") for c in helpers):
        return not _is_deontic(tree, head) and not any(tree.tags[c] == "TO" for c in helpers)
    finite = any(tree.tags[c] in ("VBD", "VBZ", "VBP") for c in helpers)
    return tree.tags[head] in ("VBD", "VBZ") or finite


def _ban(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X banned Y from V-ing", "warning shots are prohibited", "the deal bans firing"."""
    tree, verb = site.tree, site.anchor
    if not {"from", "on"} & set(site.row.complements) or is_unreal(tree, verb):
        return None
    pred = predication(tree, verb)
    content = next((t for case, t in pred.obliques if case == "from"), None)
    clause = tree.one(verb, "advcl", "xcomp") if content is None else content
    acts = [p for p in pred.patients if _is_act(site, p)]
    heads = acts or ([clause] if clause is not None and tree.tags[clause][0] == "V" else [])
    force = force_of(site, verb)
    found = [n for h in heads if tree.tags[h][0] == "V" for n in norms(tree, h, force, site.words)]
    found += [named_norm(tree, h, force, site.words) for h in heads if tree.tags[h][0] != "V"]
    told = [p for p in pred.patients if p not in acts]
    issuer, document = _giver(site, pred)
    return directive(site, "order.ban", Parts(found, issuer, told, heads, document))


def _is_act(site: Site[Lexicon], token: int) -> bool:
    tree, words = site.tree, site.words
    if tree.tags[token] == "VBG" or tree.lemmas[token] in words.act_nouns:
        return True
    named = means_of(tree, token, words) is not None
    return named or tree.lemmas[token] in (
        "movement",
        "entry",
        "access",
        "use",
        "firing",
        "crossing",
        "fishing",
    )


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.infinitive",
        Frame("directive_verbs", needs=("xcomp|ccomp|advcl|csubj",)),
        _infinitive,
        (
            Example("The government ordered border troops to fire flares.", "obligation fire_flare flare"),
            Example("Soldiers were ordered not to shoot at boats.", "prohibition fire live_fire"),
            Example("The army told guards to stop firing.", "prohibition fire live_fire"),
            Example("The two armies agreed to hold their fire.", "prohibition fire live_fire"),
            Example("The law lets guards shoot at vehicles.", "permission fire live_fire"),
            Example(
                "The general told soldiers to fire into the air.", "obligation fire_warning_shot warning_shot"
            ),
        ),
        (
            "The army ordered new rifles to replace the old ones.",
            "A source told the outlet that guards fired.",
            "A teacher told the children to go home.",
            "The guards let them go.",
            "No president can order them to kill a man.",
            "Will you order your men to leave?",
        ),
    ),
    Rule(
        "order.that",
        Frame("directive_verbs", needs=("ccomp|parataxis",)),
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
        "order.ban",
        Frame("directive_verbs"),
        _ban,
        (
            Example("The ministry banned guards from shooting at boats.", "prohibition fire live_fire"),
            Example("Warning shots are prohibited.", "prohibition fire_warning_shot warning_shot"),
        ),
        ("The ministry banned the newspaper.",),
    ),
)
