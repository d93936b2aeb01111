"""Orders told by a verb with a clause: "ordered that", "emphasized that Y must", "decided that"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.party import ARMED
from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive, force_of, is_not_given
from holdfire.reading.english.directives.forces import is_nobody, is_to_be, modal
from holdfire.reading.english.directives.givers import giver
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import (
    are_sides,
    bound_by_agreeing,
    can_be_told,
    has_power,
    is_civil,
    is_forceful,
)
from holdfire.reading.english.directives.told import ORDERED, PROMISES, WEAK, decide_together, weighed
from holdfire.reading.english.phrases.noun_phrases import is_kind
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

ASSURES = frozenset({"assure"})
TELLERS = frozenset({"anonymous source", "resident"})
"""Kinds of speakers who tell of orders, and give none."""


def _that(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered that Y (should) V", "X emphasized that Y must V"."""
    tree, verb = site.tree, site.anchor
    near = tree.all(verb, "ccomp", "parataxis", "xcomp")
    near += [tree.heads[verb]] if tree.relations[verb] == "parataxis" else []
    told_to = tree.all(verb, "iobj", "obj")  # a tree may have it under those told: "reminds stations that"
    near += [c for o in told_to for c in tree.all(o, "acl") if tree.has(c, ("that",), "mark")]
    content = next((c for c in near if (c > verb or _is_deontic(tree, c)) and _can_be_content(tree, c)), None)
    if content is None or not {"that", "that-modal"} & set(site.row.complements) or is_not_given(site):
        return None
    pred, inner = predication(tree, verb), predication(tree, content)
    about = tree.all(content, "nsubj", "nsubj:outer")  # "“Our orders were to fire,” a soldier told the radio"
    spoken_of = any(tree.lemmas[s] in site.words.directive_nouns for s in about)
    spoken_of = spoken_of or _is_told_by_source(site, pred)
    decided = tree.lemmas[verb] == "decide" and _is_decided(site, pred, inner)
    plain = "that-modal" in site.row.complements and not _is_deontic(tree, content)
    if spoken_of or (plain and not decided):
        return None
    if decided and decide_together(tree, verb):
        site = replace(site, row=replace(site.row, kind="agreement"))
    undertaken = site.row.kind == "agreement" and _is_undertaken(tree, content)
    if "that" in site.row.complements and _is_plain_claim(tree, content) and not undertaken:
        return None
    issuer, document = giver(site, pred)
    weak = tree.lemmas[verb] in WEAK and document is None and not has_power(tree, issuer, site.words)
    told = [*pred.recipients, *pred.patients] if tree.lemmas[verb] in WEAK else []
    told = [t for t in told if can_be_told(tree, t, site.words)] or [*_bound(site, inner)]
    told = [t for t in told if not is_nobody(tree, t)]
    if site.row.kind == "agreement" and not told:
        told = bound_by_agreeing(tree, pred.agents, site.words)
    made = weighed(site, content, powerful=document is not None or has_power(tree, issuer, site.words))
    if made is None or _is_light(site, pred, told):
        return None
    found = norms(tree, content, force_of(made, verb), site.words)
    armed = any(has_power(tree, t, site.words) for t in told)
    civil = issuer is not None and made.row.kind in ORDERED and is_civil(tree, issuer, site.words)
    asked = tree.lemmas[verb] == "demand" or civil
    weak = weak or (site.row.kind == "proposal" and not has_power(tree, issuer, site.words))
    if (weak or asked) and not armed and (asked or not any(n.means for n in found)):
        return None
    return directive(made, "order.that", Parts(found, issuer, told, [content], document))


def _is_decided(site: Site[Lexicon], pred: Predication, inner: Predication) -> bool:
    """Whether it is decided what forces will do, or not do: "decided that nobody would be shot"."""
    tree, words = site.tree, site.words
    able = any(has_power(tree, a, words) or are_sides(tree, a) for a in pred.agents)
    armed = any(is_kind(tree, a, words, ARMED) for a in inner.agents)
    return able and _is_undertaken(tree, inner.head) and (armed or is_forceful(tree, inner.head, words))


def _is_light(site: Site[Lexicon], pred: Predication, told: Sequence[int]) -> bool:
    """Whether something is only promised: "the mayor promised that the road would be repaired".

    Sides that promise agree; a leader who promises it of his fighters binds them.
    """
    tree = site.tree
    light = pred.lemma in PROMISES | ASSURES and not any(are_sides(tree, a) for a in pred.agents)
    return light and not any(is_kind(tree, t, site.words, ARMED) and _are_own(tree, t) for t in told)


def _are_own(tree: Dependents, token: int) -> bool:
    """Whether those bound are somebody's own: "promised that HIS FIGHTERS would not cross"."""
    return tree.one(token, "nmod:poss") is not None or tree.lemmas[token] in ("it", "they")


def _is_told_by_source(site: Site[Lexicon], pred: Predication) -> bool:
    """Whether somebody without power only tells of it: "guards may no longer fire, a source told us"."""
    tellers = (site.words.speakers.get(site.tree.lemmas[a]) for a in pred.agents)
    return pred.lemma == "tell" and any(kind in TELLERS for kind in tellers)


def _bound(site: Site[Lexicon], inner: Predication) -> Sequence[int]:
    """Who is bound by a that-clause: its subject; of "that soldiers be allowed to fire" those allowed."""
    if inner.lemma in site.words.directive_verbs:
        return [*inner.recipients, *inner.patients] if inner.voice == "passive" else inner.recipients
    return inner.agents if inner.voice == "active" else []


def _can_be_content(tree: Dependents, clause: int) -> bool:
    """Whether a clause may be what is ordered: an infinitive is told by another rule."""
    beside = (
        tree.relations[clause] == "parataxis"
        and tree.tags[clause][0] == "N"
        and tree.one(clause, "cop") is None
    )
    return (tree.relations[clause] != "xcomp" or tree.tags[clause] == "VBG") and not beside


def _is_deontic(tree: Dependents, head: int) -> bool:
    """Whether must, should or may stands over a verb, or "be to"; could and would only foretell."""
    if is_to_be(tree, head):
        return True
    word = modal(tree, head)
    return word is not None and tree.lemmas[word] in ("must", "should", "shall", "may", "can")


def _is_undertaken(tree: Dependents, head: int) -> bool:
    """Whether a clause says what somebody will do: "agreed that both forces would return"."""
    word = modal(tree, head)
    return word is not None and tree.lemmas[word] in ("would", "will")


def _is_plain_claim(tree: Dependents, head: int) -> bool:
    """Whether a that-clause tells what is or was ("it warned that troops had fired")."""
    helpers = tree.all(head, "aux", "aux:pass", "cop", "mark")
    if any(tree.tags[c] in ("MD", "TO") for c in helpers):
        return not _is_deontic(tree, head) and not any(tree.tags[c] == "TO" for c in helpers)
    finite = any(tree.tags[c] in ("VBD", "VBZ", "VBP") for c in helpers)
    participle = tree.tags[head] == "VBN" and tree.one(head, "aux", "aux:pass", "cop") is None
    return tree.tags[head] in ("VBD", "VBZ") or finite or participle


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.that",
        Frame("directive_verbs"),
        _that,
        (
            Example("The ministry ordered that guards shoot intruders.", "obligation fire live_fire"),
            Example(
                "The leadership emphasized that troops should use flares.", "obligation fire_flare flare"
            ),
            Example("Commanders were told that their men should hold fire.", "prohibition fire live_fire"),
            Example("The two forces decided that nobody would be shot.", "prohibition fire live_fire"),
            Example(
                "A deputy proposed that soldiers be allowed to shoot at boats.", "permission fire live_fire"
            ),
        ),
        (
            "The leadership emphasized that troops had used flares.",
            "Neighbours suggested closing the park at an earlier hour.",
            "The council decided that taxes would rise.",
        ),
    ),
)
