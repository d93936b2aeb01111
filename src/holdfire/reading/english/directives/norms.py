"""What an order obliges, forbids or permits: the verbs of its content, one norm each.

`norms` walks the coordinated verbs of a verb phrase. What it does with each is named in CONVENTIONS.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from holdfire.model.order import Modality
from holdfire.model.span import Span
from holdfire.model.statement import Norm
from holdfire.reading.english.acts.act_words import ACTS_OF_MEANS, OPENERS, act_of, target_of
from holdfire.reading.english.clauses.conditions import (
    circumstances,
    linking_words,
    only_under_condition,
    outer_conditions,
)
from holdfire.reading.english.phrases.noun_phrases import means_of, named
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Convention, Example

__all__ = [
    "NEGATIONS",
    "OPENERS",
    "OPPOSITE",
    "Deontic",
    "Modality",
    "act_of",
    "modal",
    "named_norm",
    "negated",
    "norms",
    "target_of",
]

OPPOSITE: dict[Modality, Modality] = {
    "obligation": "prohibition",
    "prohibition": "obligation",
    "permission": "prohibition",
}


@dataclass(frozen=True, slots=True)
class Deontic:
    """The force that a verb or noun is under, the words that give it, and the convention behind it."""

    modality: Modality
    cue: Span
    rule: str = "norm.do"

    def turned(self, cue: Span, rule: str) -> "Deontic":
        """The contrary force, for what is to end or is replaced."""
        return Deontic(OPPOSITE[self.modality], cue, rule)


NEGATIONS = frozenset({"not", "n't", "never", "n’t", "no"})
NOBODY = frozenset({"nobody", "none", "neither"})
MODALS: dict[str, Modality] = {
    "must": "obligation",
    "shall": "obligation",
    "should": "obligation",
    "will": "obligation",
    "would": "obligation",
    "may": "permission",
    "can": "permission",
    "could": "permission",
    "might": "permission",
}
HOLD = frozenset({"hold", "withhold"})
HOW_ACT = (
    "advcl", "conj", "cc", "mark", "aux", "aux:pass", "nsubj", "nsubj:pass", "parataxis", "punct",
    "acl:relcl", "ccomp",
)  # fmt: skip


def negated(tree: Dependents, head: int) -> bool:
    """Whether a verb is negated: "not to fire", "no one may", "neither side shall", "carry no firearms"."""
    if any(tree.lemmas[c] in NEGATIONS for c in tree.all(head, "advmod", "neg", "det")):
        return True
    return any(_is_nobody(tree, c) for c in tree.all(head, "nsubj", "nsubj:pass", "obj"))


def _is_nobody(tree: Dependents, subject: int) -> bool:
    if tree.lemmas[subject] in NOBODY:
        return True
    return any(
        tree.tokens[c].text.lower() in ("no", "neither") for c in tree.all(subject, "det", "cc:preconj")
    )


def modal(tree: Dependents, head: int) -> int | None:
    """The modal word over a verb: an auxiliary, or "have"/"be" before "to"."""
    return next((c for c in tree.all(head, "aux") if tree.lemmas[c] in MODALS), None)


def verbs(tree: Dependents, head: int) -> Iterator[int]:
    """A verb and the verbs coordinated with it."""
    yield head
    for other in tree.all(head, "conj"):
        if tree.tags[other][0] == "V" or tree.one(other, "cop", "aux", "mark") is not None:
            yield from verbs(tree, other)


def content_verbs(tree: Dependents, head: int) -> list[int]:
    """The verbs of what is ordered: coordinated ones, and "…, and to V" wherever the parser hung it.

    A finite verb beside an infinitive tells something of its own ("had been ordered to fire and could not").
    """
    infinitive = any(tree.tags[c] == "TO" for c in tree.all(head, "mark"))
    found = [v for v in verbs(tree, head) if v == head or not infinitive or not _is_finite(tree, v)]
    for token in range(head + 1, len(tree.tokens)):
        if token not in found and tree.relations[token] == "conj" and _is_resumed(tree, token, head):
            found += [v for v in verbs(tree, token) if v not in found]
    return sorted(found)


def _is_finite(tree: Dependents, verb: int) -> bool:
    if any(tree.tags[c] in ("MD", "VBD", "VBZ", "VBP") for c in tree.all(verb, "aux", "aux:pass", "cop")):
        return True
    return tree.tags[verb] in ("VBD", "VBZ")


def _is_resumed(tree: Dependents, verb: int, head: int) -> bool:
    """Whether ", and to" before a verb takes up again the infinitive that an order began with."""
    to = next((c for c in tree.all(verb, "mark") if tree.tags[c] == "TO"), None)
    links = tree.all(verb, "cc")
    if to is None or not links or (head not in tree.above(verb) and tree.heads[head] not in tree.above(verb)):
        return False
    return links[0] > 0 and tree.tags[links[0] - 1] == "," and links[0] < to


def norms(tree: Dependents, head: int, force: Deontic, lexicon: Lexicon) -> list[Norm]:
    """The norms in a verb phrase, given the force of the word that governs it."""
    made: list[Norm] = []
    current = force
    found = content_verbs(tree, head)
    outer = outer_conditions(tree, found)
    denied = False
    for verb in found:
        own = modal(tree, verb)
        if own is not None and force.modality != "prohibition":
            current = Deontic(MODALS[tree.lemmas[own]], tree.word(own))
        limited = current.modality == "obligation" and own is not None and only_under_condition(tree, verb)
        here = replace(current, modality="permission") if limited else current
        denied = negated(tree, verb) or (denied and _is_alternative(tree, verb))
        if denied:
            here = replace(here, modality=OPPOSITE[here.modality])
        made += [_under(n, outer.get(verb)) for n in _of_verb(tree, verb, here, lexicon)]
    return made


def _is_alternative(tree: Dependents, verb: int) -> bool:
    """Whether a verb stands behind "or" or "nor", so that a "not" before it holds for it too."""
    return any(tree.lemmas[c] in ("or", "nor") for c in tree.all(verb, "cc"))


def _under(norm: Norm, outer: tuple[str, Span] | None) -> Norm:
    """The norm with a condition or exception that stands outside its own clause."""
    if outer is None or norm.condition is not None or norm.exception is not None:
        return norm
    kind, span = outer
    return replace(norm, exception=span) if kind == "exception" else replace(norm, condition=span)


def _of_verb(tree: Dependents, verb: int, force: Deontic, lexicon: Lexicon) -> list[Norm]:
    held = next((c for c in tree.all(verb, "obj") if tree.lemmas[c] == "fire"), None)
    if tree.lemmas[verb] in HOLD and held is not None:
        return [named_norm(tree, held, force.turned(tree.word(verb), "norm.cease"), lexicon)]
    if tree.lemmas[verb] in lexicon.cues["cease"]:
        return _ceased(tree, verb, force, lexicon)
    made = [_norm(tree, verb, force, lexicon)]
    made += _replaced(tree, verb, force, lexicon)
    made += _foregone(tree, verb, force, lexicon)
    return made


def _ceased(tree: Dependents, verb: int, force: Deontic, lexicon: Lexicon) -> list[Norm]:
    """Forms like "stop firing", "cease fire": the contrary force on what is to end."""
    inner = [c for c in tree.all(verb, "xcomp", "advcl", "ccomp", "obl", "obj") if _is_act(tree, c, lexicon)]
    against = force.turned(tree.word(verb), "norm.cease")
    made: list[Norm] = []
    for head in inner:
        if tree.tags[head][0] == "V":
            for other in verbs(tree, head):
                stopped = other == head or tree.tags[other] == "VBG"
                made += _of_verb(tree, other, against if stopped else force, lexicon)
        else:
            made.append(named_norm(tree, head, against, lexicon))
    return made or [_norm(tree, verb, force, lexicon)]


def _is_act(tree: Dependents, token: int, lexicon: Lexicon) -> bool:
    if tree.tags[token][0] == "V":
        return True
    return tree.lemmas[token] in lexicon.act_nouns or tree.lemmas[token] == "fire"


def _replaced(tree: Dependents, verb: int, force: Deontic, lexicon: Lexicon) -> list[Norm]:
    """Forms like "flares instead of live ammunition": the contrary force on what is replaced."""
    out = []
    for case, token in _below(tree, verb):
        if case in ("instead of", "rather than", "in place of") and force.modality != "permission":
            against = force.turned(_case_span(tree, token), "norm.instead_of")
            make = _norm if tree.tags[token][0] == "V" else named_norm
            out.append(make(tree, token, against, lexicon))
    return out


def _foregone(tree: Dependents, verb: int, force: Deontic, lexicon: Lexicon) -> list[Norm]:
    """Forms like "react without the sound of gunfire": what is to be done without is forbidden."""
    out = []
    for case, token in _below(tree, verb):
        found = _deep_means(tree, token, lexicon) if case == "without" else None
        if found is not None and force.modality == "obligation":
            means, span = found
            act = ACTS_OF_MEANS.get(means, "use")
            cue = _case_span(tree, token)
            norm = Norm("prohibition", act, span, cue, "norm.without", means, span)
            out.append(replace(norm, condition=circumstances(tree, verb)[0]))
    return out


def _below(tree: Dependents, verb: int) -> Iterator[tuple[str, int]]:
    """(preposition, token) of the phrases under a verb, its objects, or the verb above that orders it."""
    for child in tree.children[verb]:
        if tree.relations[child] in ("obl", "nmod", "advcl", "obl:unmarked"):
            yield tree.case(child) or linking_words(tree, child), child
        elif tree.relations[child] in ("obj", "xcomp"):
            for inner in tree.all(child, "nmod", "obl", "conj"):
                yield tree.case(inner) or linking_words(tree, inner), inner
    above = tree.heads[verb]
    if above >= 0 and tree.relations[verb] in ("xcomp", "ccomp"):
        for child in tree.all(above, "obl"):
            if child > verb:
                yield tree.case(child), child


def _case_span(tree: Dependents, token: int) -> Span:
    words = [w for c in tree.all(token, "case", "mark", "cc") for w in (c, *tree.all(c, "fixed"))]
    return tree.span(sorted(words)) if words else tree.word(token)


def _deep_means(tree: Dependents, token: int, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The means a phrase names, also behind "the sound of"."""
    for head in (token, *tree.all(token, "nmod")):
        found = means_of(tree, head, lexicon)
        if found is not None:
            return found
    return None


def named_norm(tree: Dependents, token: int, force: Deontic, lexicon: Lexicon) -> Norm:
    """A norm on an act or means named by a noun ("live ammunition", "firing")."""
    modality, cue, rule = force.modality, force.cue, force.rule
    found = means_of(tree, token, lexicon)
    act = lexicon.act_nouns.get(tree.lemmas[token])
    if act is not None and found is None:
        return Norm(modality, act.act, tree.phrase(token).span, cue, rule, act.means, tree.word(token))
    if found is None and tree.lemmas[token] in ("fire", "firing"):
        return Norm(modality, "fire", tree.word(token), cue, rule, "live_fire", tree.word(token))
    means, span = found if found is not None else (None, None)
    code = ACTS_OF_MEANS.get(means or "", f"use {tree.lemmas[token]}")
    return Norm(modality, code, tree.phrase(token).span, cue, rule, means, span)


def _norm(tree: Dependents, verb: int, force: Deontic, lexicon: Lexicon) -> Norm:
    pred = predication(tree, verb)
    act, means, means_span = act_of(tree, pred, lexicon)
    target = target_of(tree, pred, lexicon)
    condition, exception = circumstances(tree, verb)
    if condition is None and target is not None:
        condition = _relative(tree, target)
    return Norm(
        force.modality,
        act,
        tree.clause(verb, HOW_ACT),
        force.cue,
        force.rule,
        means,
        means_span,
        named(tree, target, lexicon) if target is not None else None,
        condition,
        exception,
    )


def _relative(tree: Dependents, target: int) -> Span | None:
    """The clause that says which of the targets are meant ("those who resist")."""
    clause = tree.one(target, "acl:relcl", "acl")
    return tree.clause(clause) if clause is not None else None


CONVENTIONS = (
    Convention(
        "norm.do",
        "Each coordinated verb of what is ordered makes a clause; “not” turns its force.",
        (
            Example(
                "The general ordered troops to arrest intruders and not to fire flares.", "obligation detain"
            ),
        ),
    ),
    Convention(
        "norm.cease",
        "“stop”, “cease” and “refrain from” turn the force of the act that follows them.",
        (Example("The general ordered troops to stop firing at boats.", "prohibition fire"),),
    ),
    Convention(
        "norm.instead_of",
        "What stands behind “instead of” or “rather than” is forbidden where the other is ordered.",
        (
            Example(
                "The general ordered troops to fire flares instead of live ammunition.", "prohibition fire"
            ),
        ),
    ),
    Convention(
        "norm.without",
        "A means that an act is to be done “without” is forbidden.",
        (Example("The general ordered troops to react without gunfire.", "prohibition fire"),),
    ),
    Convention("norm.ceasefire", "A ceasefire forbids fire."),
    Convention(
        "norm.condition", "A clause with “when”, “if” or the like, or one that says which targets are meant."
    ),
    Convention("norm.exception", "A clause with “unless” or “except”."),
    Convention("means.word", "The means that a word of the table `means`, or the act itself, stands for."),
)
