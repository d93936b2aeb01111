"""What an order obliges, forbids or permits: the verbs of its content, one norm each.

`norms` walks the coordinated verbs of a verb phrase. What it does with each is named in CONVENTIONS.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from holdfire.model.span import Span
from holdfire.model.statement import Norm
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.english.noun_phrases import longest, means_of, named
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Convention, Example

Modality = Literal["obligation", "prohibition", "permission"]
OPPOSITE: dict[Modality, Modality] = {
    "obligation": "prohibition",
    "prohibition": "obligation",
    "permission": "prohibition",
}
NEGATIONS = frozenset({"not", "n't", "never", "n’t", "no"})
CONDITIONS = frozenset({"when", "if", "whenever", "once", "where", "should", "while", "in", "as", "provided"})
EXCEPTIONS = frozenset({"unless", "except", "save"})
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
ACTS_OF_MEANS = {
    "live_fire": "fire",
    "flare": "fire_flare",
    "warning_shot": "fire_warning_shot",
    "blank": "fire_blank",
    "less_lethal": "use_less_lethal",
    "explosive": "use_explosive",
    "landmine": "lay_mines",
    "surveillance": "surveil",
    "arrest": "detain",
}
OPENERS = frozenset({"open", "launch", "unleash"})


def negated(tree: Dependents, head: int) -> bool:
    """Whether a verb is negated ("not to fire", "must not fire")."""
    return any(tree.lemmas[c] in NEGATIONS for c in tree.all(head, "advmod", "neg", "det"))


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
    """The verbs of what is ordered: coordinated ones, and "…, and to V" wherever the parser hung it."""
    found = list(verbs(tree, head))
    for token in range(head + 1, len(tree.tokens)):
        if token not in found and tree.relations[token] == "conj" and _is_resumed(tree, token, head):
            found += [v for v in verbs(tree, token) if v not in found]
    return sorted(found)


def _is_resumed(tree: Dependents, verb: int, head: int) -> bool:
    """Whether ", and to" before a verb takes up again the infinitive that an order began with."""
    to = next((c for c in tree.all(verb, "mark") if tree.tags[c] == "TO"), None)
    links = tree.all(verb, "cc")
    if to is None or not links or head not in tree.above(verb) and tree.heads[head] not in tree.above(verb):
        return False
    return links[0] > 0 and tree.tags[links[0] - 1] == "," and links[0] < to


def norms(tree: Dependents, head: int, modality: Modality, cue: Span, lexicon: Lexicon) -> list[Norm]:
    """The norms in a verb phrase, given the force of the word that governs it."""
    made: list[Norm] = []
    force = modality
    found = content_verbs(tree, head)
    ends = _ends_of(tree, found)
    for verb in found:
        own = modal(tree, verb)
        if own is not None:
            force = MODALS[tree.lemmas[own]] if modality != "prohibition" else modality
        turned = OPPOSITE[force] if negated(tree, verb) else force
        norms_of_verb = _of_verb(tree, verb, turned, cue if own is None else tree.word(own), lexicon)
        made += [_under(n, ends.get(verb)) for n in norms_of_verb]
    return made


def _ends_of(tree: Dependents, found: list[int]) -> dict[int, tuple[str, Span]]:
    """Conditions that hang from the ordering verb, each by the verb of the content that it follows."""
    above = tree.heads[found[0]]
    if above < 0:
        return {}
    out: dict[int, tuple[str, Span]] = {}
    for clause in tree.all(above, "advcl"):
        before = [v for v in found if v < clause]
        word = _mark_word(tree, clause)
        if before and word in CONDITIONS | EXCEPTIONS and word not in ("as", "in", "while"):
            kind = "exception" if word in EXCEPTIONS else "condition"
            out.setdefault(before[-1], (kind, tree.span(_without(tree, clause, found))))
    return out


def _without(tree: Dependents, clause: int, found: list[int]) -> list[int]:
    """The words of a condition up to the next verb that is ordered."""
    later = [v for v in found if v > clause]
    stop = min((_first_of(tree, v) for v in later), default=len(tree.tokens))
    return [t for t in tree.branch(clause) if t < stop]


def _first_of(tree: Dependents, verb: int) -> int:
    """The first link or mark before a verb."""
    return min([verb, *tree.all(verb, "cc", "mark")])


def _under(norm: Norm, outer: tuple[str, Span] | None) -> Norm:
    """The norm with a condition or exception that stands outside its own clause."""
    if outer is None or norm.condition is not None or norm.exception is not None:
        return norm
    kind, span = outer
    return replace(norm, exception=span) if kind == "exception" else replace(norm, condition=span)


def _of_verb(
    tree: Dependents, verb: int, force: Modality, cue: Span, lexicon: Lexicon, rule: str = "norm.do"
) -> list[Norm]:
    if tree.lemmas[verb] in lexicon.cues["cease"]:
        return _ceased(tree, verb, force, lexicon)
    made = [_norm(tree, verb, force, cue, lexicon, rule)]
    made += _replaced(tree, verb, force, lexicon)
    made += _foregone(tree, verb, force, lexicon)
    return made


def _ceased(tree: Dependents, verb: int, force: Modality, lexicon: Lexicon) -> list[Norm]:
    """Forms like "stop firing", "refrain from shooting", "cease fire": the contrary force on what is to end."""
    inner = [c for c in tree.all(verb, "xcomp", "advcl", "ccomp", "obl", "obj") if _is_act(tree, c, lexicon)]
    against = OPPOSITE[force]
    made: list[Norm] = []
    for head in inner:
        if tree.tags[head][0] == "V":
            for other in verbs(tree, head):
                stopped = other == head or tree.tags[other] == "VBG"
                turned, rule = (against, "norm.cease") if stopped else (force, "norm.do")
                made += _of_verb(tree, other, turned, tree.word(verb), lexicon, rule)
        else:
            made.append(_named(tree, head, against, tree.word(verb), lexicon, "norm.cease"))
    if not made:
        made.append(_norm(tree, verb, force, tree.word(verb), lexicon))
    return made


def _is_act(tree: Dependents, token: int, lexicon: Lexicon) -> bool:
    if tree.tags[token][0] == "V":
        return True
    return tree.lemmas[token] in lexicon.act_nouns or tree.lemmas[token] == "fire"


def _replaced(tree: Dependents, verb: int, force: Modality, lexicon: Lexicon) -> list[Norm]:
    """Forms like "flares instead of live ammunition": the contrary force on what is replaced."""
    out = []
    for case, token in _below(tree, verb):
        if case in ("instead of", "rather than", "in place of") and force != "permission":
            cue = _case_span(tree, token)
            if tree.tags[token][0] == "V":
                out.append(_norm(tree, token, OPPOSITE[force], cue, lexicon, "norm.instead_of"))
            else:
                out.append(_named(tree, token, OPPOSITE[force], cue, lexicon, "norm.instead_of"))
    return out


def _foregone(tree: Dependents, verb: int, force: Modality, lexicon: Lexicon) -> list[Norm]:
    """Forms like "react without the sound of gunfire": what is to be done without is forbidden."""
    out = []
    for case, token in _below(tree, verb):
        named = _deep_means(tree, token, lexicon) if case == "without" else None
        if named is not None and force == "obligation":
            means, span = named
            act = ACTS_OF_MEANS.get(means, "use")
            cue = _case_span(tree, token)
            out.append(Norm("prohibition", act, span, cue, "norm.without", means, span))
    return out


def _below(tree: Dependents, verb: int) -> Iterator[tuple[str, int]]:
    """(preposition, token) of the phrases under a verb and under its objects."""
    for child in tree.children[verb]:
        if tree.relations[child] in ("obl", "nmod", "advcl", "obl:unmarked"):
            yield tree.case(child) or _mark(tree, child), child
        elif tree.relations[child] in ("obj", "xcomp"):
            for inner in tree.all(child, "nmod", "obl", "conj"):
                yield tree.case(inner) or _mark(tree, inner), inner


def _mark(tree: Dependents, token: int) -> str:
    words = [w for c in tree.all(token, "mark", "cc") for w in (c, *tree.all(c, "fixed"))]
    return " ".join(tree.tokens[w].text.lower() for w in words)


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


def _named(tree: Dependents, token: int, force: Modality, cue: Span, lexicon: Lexicon, rule: str) -> Norm:
    """A norm on an act or means named by a noun ("live ammunition", "firing")."""
    found = means_of(tree, token, lexicon)
    act = lexicon.act_nouns.get(tree.lemmas[token])
    if act is not None and found is None:
        return Norm(force, act.act, tree.phrase(token).span, cue, rule, act.means, tree.word(token))
    if found is None and tree.lemmas[token] == "fire":
        return Norm(force, "fire", tree.word(token), cue, rule, "live_fire", tree.word(token))
    means, span = found if found is not None else (None, None)
    code = ACTS_OF_MEANS.get(means or "", f"use {tree.lemmas[token]}")
    return Norm(force, code, tree.phrase(token).span, cue, rule, means, span)


def _norm(
    tree: Dependents, verb: int, force: Modality, cue: Span, lexicon: Lexicon, rule: str = "norm.do"
) -> Norm:
    pred = predication(tree, verb)
    act, means, means_span = act_of(tree, pred, lexicon)
    target = target_of(tree, pred, lexicon)
    condition, exception = circumstances(tree, verb)
    if condition is None and target is not None:
        condition = _relative(tree, target)
    phrase = named(tree, target, lexicon) if target is not None else None
    return Norm(force, act, _act_span(tree, verb), cue, rule, means, means_span, phrase, condition, exception)


def act_of(tree: Dependents, pred: Predication, lexicon: Lexicon) -> tuple[str, str | None, Span | None]:
    """(act, means, words of the means) of a verb with its objects."""
    instrument = _instrument(tree, pred, lexicon)
    if pred.lemma in OPENERS and any(tree.lemmas[p] in ("fire", "shot") for p in pred.patients):
        fire = next(p for p in pred.patients if tree.lemmas[p] in ("fire", "shot"))
        return "fire", "live_fire", tree.word(fire)
    adopts = pred.lemma in lexicon.cues["adopt"]
    entry = lexicon.act_verbs.get(pred.lemma)
    if instrument is not None and (adopts or entry is not None):
        means, span = instrument
        if entry is not None and entry.means != "live_fire":
            return entry.act, means, span
        return ACTS_OF_MEANS.get(means, f"use {means}"), means, span
    if entry is not None:
        return entry.act, entry.means, tree.word(pred.head) if entry.means else None
    objects = [tree.lemmas[p] for p in pred.patients[:1]] if pred.voice == "active" else []
    if instrument is not None:
        return " ".join([pred.lemma, *objects]), *instrument
    return " ".join([pred.lemma, *objects]), None, None


def _instrument(tree: Dependents, pred: Predication, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The means among the objects, "with …", "using …"."""
    objects = [
        t
        for t in (*pred.patients, *pred.recipients)
        if tree.relations[t] in ("obj", "iobj", "conj", "nsubj:pass", "obl:agent")
    ]
    withs = [t for case, t in pred.obliques if case in ("with", "to", "on", "by", "through", "by means of")]
    using = [
        o
        for c in tree.all(pred.head, "advcl", "xcomp")
        if tree.lemmas[c] == "use"
        for o in tree.all(c, "obj")
    ]
    for token in (*objects, *withs, *using):
        found = means_of(tree, token, lexicon)
        if found is not None and not _is_only_part(tree, token, pred):
            return found
    return None


def _is_only_part(tree: Dependents, token: int, pred: Predication) -> bool:
    """Whether "solely" or "alone" makes a means no more than a part of what is meant."""
    near = [*tree.children[token], *tree.children[pred.head]]
    return any(tree.lemmas[c] in ("solely", "only", "alone", "exclusively") for c in near)


def target_of(tree: Dependents, pred: Predication, lexicon: Lexicon) -> int | None:
    """The token that names whom or what an act is aimed at."""
    entry = lexicon.act_verbs.get(pred.lemma)
    where = entry.target if entry is not None else ("on", "at", "against") if pred.lemma in OPENERS else ()
    if "obj" in where:
        people = [p for p in pred.patients if longest(tree, p, lexicon.means) is None]
        if people:
            return people[0]
    return next((t for case, t in pred.obliques if case in where and case), None)


def _relative(tree: Dependents, target: int) -> Span | None:
    """The clause that says which of the targets are meant ("those who resist")."""
    clause = tree.one(target, "acl:relcl", "acl")
    return tree.clause(clause) if clause is not None else None


def circumstances(tree: Dependents, verb: int) -> tuple[Span | None, Span | None]:
    """(condition, exception) of a verb: its clauses with when, if, unless …"""
    condition = exception = None
    for clause in tree.all(verb, "advcl", "obl"):
        mark = _mark_word(tree, clause)
        if mark in EXCEPTIONS and exception is None:
            exception = tree.clause(clause)
        elif mark in CONDITIONS and condition is None and tree.relations[clause] == "advcl":
            condition = tree.clause(clause)
    return condition, exception


def _mark_word(tree: Dependents, clause: int) -> str:
    """The first word that links a clause: "when", "if", "unless"."""
    return (_mark(tree, clause) or tree.case(clause) or _adverb(tree, clause)).split(" ")[0]


def _adverb(tree: Dependents, clause: int) -> str:
    return next((tree.lemmas[c] for c in tree.all(clause, "advmod") if tree.tags[c] == "WRB"), "")


def _act_span(tree: Dependents, verb: int) -> Span:
    """The verb with its objects and particles, without conditions and what is coordinated."""
    skip = (
        "advcl",
        "conj",
        "cc",
        "mark",
        "aux",
        "aux:pass",
        "nsubj",
        "nsubj:pass",
        "parataxis",
        "punct",
        "acl:relcl",
        "ccomp",
    )
    return tree.clause(verb, skip)


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
    Convention(
        "norm.condition", "A clause with “when”, “if” or the like, or one that says which targets are meant."
    ),
    Convention("norm.exception", "A clause with “unless” or “except”."),
    Convention("means.word", "The means that a word of the table `means`, or the act itself, stands for."),
)
