"""What an order obliges, forbids or permits: the verbs of its content, one norm each.

`norms` walks the coordinated verbs of a verb phrase. What it does with each is named in CONVENTIONS.
"""

from typing import Any

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Norm
from holdfire.reading.english.clauses.conditions import (
    circumstances,
    only_if,
    only_under_condition,
    outer_conditions,
)
from holdfire.reading.english.directives.contents import is_use, named_norm
from holdfire.reading.english.directives.forces import MODALS, OPPOSITE, Deontic, has_to, modal, negated
from holdfire.reading.english.directives.turns import turned_norms, verbs
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.rule import Convention, Example

CONVENTIONS = (
    Convention(
        "norm.do",
        "Each coordinated verb of what is ordered makes a clause; “not” turns its force.",
        (
            Example("The general told troops to aim at the legs.", "obligation fire"),
            Example("The general told troops to fire only when fired upon.", "permission fire"),
            Example("The general told troops to perform searches and arrests.", "obligation search"),
            Example("Intruders must not be let in and have to be arrested.", "obligation detain"),
            Example(
                "The general ordered troops to arrest intruders and not to fire flares.", "obligation detain"
            ),
        ),
    ),
    Convention(
        "norm.cease",
        "“stop”, “cease”, “hold fire” and “end the practice of” turn the force of the act that follows them.",
        (
            Example("The general ordered troops to stop firing at boats.", "prohibition fire"),
            Example("The ministry told guards to end the practice of firing over boats.", "prohibition fire"),
            Example("The armies agreed to halt fire, to keep troops in place.", "obligation keep troop"),
        ),
    ),
    Convention(
        "norm.instead_of",
        "What stands behind “instead of”, “rather than” or “but not” is forbidden where the other is told.",
        (
            Example(
                "The general ordered troops to fire flares instead of live ammunition.", "prohibition fire"
            ),
            Example("The general ordered troops to replace live rounds with flares.", "prohibition fire"),
            Example("The general ordered troops to use flares but not live rounds.", "prohibition fire"),
            Example("The general told troops to fire into the air, not at the crowd.", "prohibition fire"),
            Example("The general told troops to aim at the legs and not at the head.", "prohibition fire"),
        ),
    ),
    Convention(
        "norm.without",
        "A means that an act is to be done “without” is forbidden.",
        (Example("The general ordered troops to react without gunfire.", "prohibition fire"),),
    ),
    Convention(
        "order.item",
        "An item of a list whose verb stands in the line before: “The following are forbidden: (a) …”.",
    ),
    Convention("norm.measure", "The name of a measure says what it forbids: a curfew, a closed road."),
    Convention(
        "norm.ceasefire",
        "A ceasefire forbids fire.",
        (Example("The two armies agreed to observe a ceasefire.", "prohibition fire"),),
    ),
    Convention(
        "norm.condition",
        "“when”, “if” and the like, “at night”, “with approval”, or what says which targets are meant.",
    ),
    Convention("norm.exception", "A clause with “unless” or “except”."),
    Convention("means.word", "The means that a word of the table `means` stands for."),
    Convention(
        "means.act", "The means that the word for an act stands for by itself, where no weapon is named."
    ),
)


def content_verbs(tree: Dependents, head: int) -> list[int]:
    """The verbs of what is ordered: coordinated ones, and "…, and to V" wherever the parser hung it.

    A finite verb beside an infinitive tells something of its own ("had been ordered to fire and could not"),
    and so does a past beside the bare verb of a modal ("must not use the roads joined to the barriers").
    """
    infinitive = tree.led_by_to(head)
    if infinitive or tree.tags[head] == "VB":
        apart = _is_finite if infinitive else _is_past
        found = [v for v in verbs(tree, head) if v == head or not apart(tree, v)]
    else:
        found = [v for v in verbs(tree, head) if v == head or not _has_been_done(tree, v)]
    for token in range(head + 1, len(tree.tokens)):
        if token not in found and tree.relations[token] == "conj" and _is_resumed(tree, token, head):
            found += [v for v in verbs(tree, token) if v not in found]
    return sorted(v for v in found if not _only_tries(tree, v))


def _only_tries(tree: Dependents, verb: int) -> bool:
    """Whether a verb only leads to the next: "try and kill them"."""
    after = verb + 2
    return tree.lemmas[verb : verb + 2] == ("try", "and") and tree.tags[after : after + 1] == ("VB",)


def _is_finite(tree: Dependents, verb: int) -> bool:
    if any(tree.tags[c] in ("MD", "VBD", "VBZ", "VBP") for c in tree.all(verb, "aux", "aux:pass", "cop")):
        return True
    own = tree.tags[verb] == "VBP" and tree.one(verb, "nsubj") is not None  # "…, and patrols have to call"
    return own or tree.tags[verb] in ("VBD", "VBZ")


def _has_been_done(tree: Dependents, verb: int) -> bool:
    """Whether a verb with a subject of its own tells what is so: "…, but commanders have found nothing"."""
    own = tree.one(verb, "nsubj", "nsubj:pass") is not None
    return own and any(tree.lemmas[c] == "have" and tree.tags[c] != "VB" for c in tree.all(verb, "aux"))


def _is_past(tree: Dependents, verb: int) -> bool:
    return tree.tags[verb] in ("VBD", "VBZ") and tree.one(verb, "aux", "aux:pass") is None


def _is_resumed(tree: Dependents, verb: int, head: int) -> bool:
    """Whether ", and to" before a verb takes up again the infinitive that an order began with."""
    to = next((c for c in tree.all(verb, "mark") if tree.tags[c] == "TO"), None)
    links = tree.all(verb, "cc")
    if to is None or not links or (head not in tree.above(verb) and tree.heads[head] not in tree.above(verb)):
        return False
    return links[0] > 0 and tree.tags[links[0] - 1] == "," and links[0] < to


def norms(tree: Dependents, head: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """The norms in a verb phrase, given the force of the word that governs it."""
    made: list[Norm] = []
    current = force
    found = content_verbs(tree, head)
    outer = outer_conditions(tree, found, words)
    denied = False
    for verb in found:
        bidden = has_to(tree, verb) if verb != head else None
        if bidden is not None:  # "must not enter and HAVE TO be sent away"
            made += norms(tree, bidden, Deontic("obligation", tree.word(verb)), words)
            continue
        own = modal(tree, verb)
        if own is not None and force.modality != "prohibition":
            current = Deontic(MODALS[tree.lemmas[own]], tree.word(own))
        only = only_if if own is None else only_under_condition
        limited = current.modality == "obligation" and only(tree, verb)
        here = replace(current, modality="permission") if limited else current
        denied = negated(tree, verb) or (denied and _is_carried_on(tree, verb))
        if denied:
            here = replace(here, modality=OPPOSITE[here.modality])
        made += [_under(n, outer.get(verb)) for n in _of_verb(tree, verb, here, words)]
    return made


def _of_verb(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """The norms of one verb; of one that orders in its turn ("be allowed to fire"), those of its content."""
    row = words.directive_verbs.get(tree.lemmas[verb])
    let = tree.one(verb, "xcomp", "ccomp") if row is not None and row.modality == "permission" else None
    if let is not None and force.modality == "prohibition" and tree.one(verb, "aux:pass") is not None:
        return norms(tree, let, force, words)  # "must not be allowed to ENTER"
    if row is not None and row.modality == "permission" == force.modality and "object" in row.complements:
        used = [o for o in tree.all(verb, "obj") if is_use(tree, o, words)]
        if used:  # "empowered to sanction the use of firearms"
            return [_also_under(tree, verb, named_norm(tree, o, force, words), words) for o in used]
    inner = tree.one(verb, "xcomp", "ccomp") if row is not None and force.modality != "prohibition" else None
    if row is None or inner is None or not {"infinitive", "bare"} & set(row.complements):
        return turned_norms(tree, verb, force, words)
    return norms(tree, inner, _passed_on(row, tree.word(verb)), words)


def _also_under(tree: Dependents, verb: int, norm: Norm, words: Lexicon) -> Norm:
    """A norm told by a noun, with the conditions of the verb that it hangs from."""
    when = circumstances(tree, verb, words)
    new = tuple(c for c in when.conditions if c not in norm.conditions)
    return replace(norm, conditions=(*norm.conditions, *new), exception=norm.exception or when.exception)


def _passed_on(row: DirectiveWord, cue: Span) -> Deontic:
    modality: Any = row.modality
    return Deontic(modality, cue)


def _is_carried_on(tree: Dependents, verb: int) -> bool:
    """Whether a "not" before a verb holds for it too: behind "or", or with no "to" or "must" of its own."""
    links = {tree.lemmas[c] for c in tree.all(verb, "cc")}
    return bool(links & {"or", "nor"}) or (tree.one(verb, "mark", "aux") is None and "but" not in links)


def _under(norm: Norm, outer: tuple[str, Span] | None) -> Norm:
    """The norm with a condition or exception that stands outside its own clause."""
    if outer is None:
        return norm
    kind, span = outer
    if kind == "exception":
        return replace(norm, exception=norm.exception or span)
    return replace(norm, conditions=(*norm.conditions, span))
