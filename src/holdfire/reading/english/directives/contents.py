"""What one verb or one noun of an order is about: its act, its means, whom it is aimed at, its conditions."""

from holdfire.model.span import Span
from holdfire.model.statement import Norm
from holdfire.reading.english.acts.act_words import ACTS_OF_MEANS, OPENERS, act_of, target_of
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.forces import Deontic
from holdfire.reading.english.phrases.noun_phrases import is_person, longest, means_of, named
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.predication import Predication, predication

HOW_ACT = (
    "advcl", "conj", "cc", "mark", "aux", "aux:pass", "nsubj", "nsubj:pass", "nsubj:outer", "cop",
    "parataxis", "punct", "acl:relcl", "ccomp",
)  # fmt: skip
FLYING = frozenset({"fly", "flying", "operate", "send"})
THROUGH = frozenset({"use", "practice", "habit", "custom", "tactic", "threat", "sound"})
"""Nouns that stand for what follows them: "the use of flares", "the practice of firing"."""
ANSWERED = frozenset({"meet", "answer", "respond", "counter", "treat"})
DONE = ("doing", "barred", "undertaken")
"""The tables of nouns that name what is done, each with its verb."""
REASONS = frozenset({"because of", "due to", "owing to", "in view of", "amid", "amidst"})
FEELINGS = frozenset({"fear", "concern", "worry", "anger", "revenge", "caution", "respect", "spite"})
"""What one acts out of: "flee out of fear" tells why, "flee out of the zone" what is done."""
COMPASS = frozenset({"north", "south", "east", "west", "inside", "outside"})
"""What stands before "of" and says where: "movement SOUTH of the river"."""
AIMED = frozenset({"at", "below", "above", "for"})
"""How those aim who are to shoot: "below the knee", "for the legs"."""
SEES = frozenset({"detect", "see", "spot", "find", "catch", "notice", "encounter", "meet"})
AIMS = frozenset({"target", "drone", "intruder", "position", "post", "craft", "enemy"})
"""What is engaged with fire, beside the things of the table."""
CONSIDERS = frozenset({"consider", "treat", "regard", "deem", "view"})
MARKED = frozenset({"target", "hostile", "enemy", "combatant", "threat"})
Act = tuple[str, str | None, Span | None]


def norm_of(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> Norm:
    """The norm on what a verb tells."""
    pred = predication(tree, verb)
    act, means, span = _act_of(tree, pred, words)
    target = _target_of(tree, pred, words)
    when = circumstances(tree, verb, words)
    which = _relative(tree, target) if target is not None else None
    conditions = when.conditions if which is None else (which, *when.conditions)
    return Norm(
        force.modality,
        act,
        _words_of(tree, verb),
        force.cue,
        force.rule,
        means,
        span,
        named(tree, target, words) if target is not None else None,
        conditions,
        when.exception,
    )


def named_norm(tree: Dependents, token: int, force: Deontic, words: Lexicon) -> Norm:
    """The norm on an act or means named by a noun ("live ammunition", "firing", "the use of flares")."""
    when = circumstances(tree, token, words)
    act, means, span = _noun_act(tree, token, words)
    return Norm(
        force.modality,
        act,
        tree.phrase(token).span,
        force.cue,
        force.rule,
        means,
        span,
        None,
        when.conditions,
        when.exception,
    )


def _noun_act(tree: Dependents, token: int, words: Lexicon) -> Act:
    """The act that a noun stands for, with the means it names."""
    lemma, inner = tree.lemmas[token], within(tree, token)
    if inner is not None and lemma in THROUGH:
        if tree.tags[inner][0] == "V":
            return _act_of(tree, predication(tree, inner), words)
        return _noun_act(tree, inner, words)
    found = means_of(tree, token, words)
    if found is not None:
        return ACTS_OF_MEANS.get(found[0], f"use {lemma}"), *found
    if lemma in FLYING and inner is not None and tree.lemmas[inner] == "drone":
        return "surveil", "surveillance", tree.word(inner)
    row = words.act_nouns.get(lemma)
    if row is not None:
        return row.act, row.means, tree.word(token) if row.means else None
    return _doing(tree, token, inner, words)


def _doing(tree: Dependents, token: int, inner: int | None, words: Lexicon) -> Act:
    """Forms like "the evacuation of villages", "training with live ammunition", or a thing that is used."""
    lemma = tree.lemmas[token]
    done = next((cue[lemma] for cue in map(words.cues.__getitem__, DONE) if lemma in cue), None)
    if done == "fire":  # hostilities
        return done, "live_fire", tree.word(token)
    withs = (c for c in tree.all(token, "nmod", "obl") if tree.case(c) in ("with", "by", "using"))
    used = next((f for c in withs if (f := means_of(tree, c, words)) is not None), None)
    if done and used is not None:
        return done, *used
    what = f" {tree.lemmas[inner]}" if inner is not None and tree.tags[inner][0] == "N" else ""
    plain = lemma if lemma.endswith("ing") and what else f"use {lemma}"
    return (f"{done}{what}" if done else plain), None, None


def is_engaged(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a verb tells of fire at something: "engage drones", not "engage in talks"."""
    aimed = tree.all(verb, "obj", "nsubj:pass") if tree.lemmas[verb] in words.cues["engage"] else ()
    return any(_is_aim(tree, t, words) for t in aimed)


def is_marked(tree: Dependents, verb: int) -> bool:
    """Whether somebody is made a target: "will be considered military targets", "treated as hostile"."""
    if tree.lemmas[verb] not in CONSIDERS:
        return False
    return tree.has(verb, MARKED, "obj", "xcomp", "obl", "advcl", "ccomp")


def _is_aim(tree: Dependents, token: int, words: Lexicon) -> bool:
    return tree.lemmas[token] in AIMS or longest(tree, token, words.targets) is not None


def is_use(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names a means, or the use of one."""
    inner = within(tree, token) if tree.lemmas[token] in THROUGH else None
    return means_of(tree, token if inner is None else inner, words) is not None


def within(tree: Dependents, noun: int) -> int | None:
    """What a noun is of: "the use of FLARES", "the practice of FIRING"."""
    of = (c for c in tree.all(noun, "nmod") if tree.case(c) in ("of", "to"))
    inner = next((c for c in of if tree.lemmas[min(tree.branch(c)) - 1] not in COMPASS), None)
    return inner if inner is not None else tree.one(noun, "acl")


def _words_of(tree: Dependents, verb: int) -> Span:
    """The words of an act: the verb with its adverbs and what follows it, without conditions and reasons."""
    first = verb
    be = tree.one(verb, "cop")
    if be is not None:
        first = be + 1
    while be is None and first > 0 and first - 1 in tree.all(verb, "advmod") and tree.tags[first - 1] == "RB":
        first -= 1
    own = [verb]
    for child in tree.children[verb]:
        if tree.relations[child] not in HOW_ACT:
            own += tree.branch(child)
    why = {t for noun in own if _is_reason(tree, noun) for t in tree.branch(noun)}
    said = sorted(t for t in own if t >= first and t not in why)
    return tree.span(said or [verb])  # "vehicles must be", broken off


def _is_reason(tree: Dependents, noun: int) -> bool:
    """Whether a noun says why it is done: "out of fear", "because of the pandemic"."""
    if tree.relations[noun] not in ("obl", "nmod"):
        return False
    case = tree.case(noun)
    return case in REASONS or (case == "out of" and tree.lemmas[noun] in FEELINGS)


def _act_of(tree: Dependents, pred: Predication, words: Lexicon) -> Act:
    """The act of a verb in an order; what is only carried, kept, handed over or shot at is no means of it."""
    thing = next(iter(pred.patients), None)
    if thing is not None and pred.lemma in FLYING and tree.lemmas[thing] == "drone":
        return "surveil", "surveillance", tree.word(thing)
    if thing is not None and pred.lemma in ("use", "make") and tree.lemmas[thing] in THROUGH:
        return _noun_act(tree, thing, words)
    if thing is not None and tree.lemmas[thing] == "force":
        own = means_of(tree, thing, words)
        return (ACTS_OF_MEANS.get(own[0], "use force"), *own) if own else _forceful(tree, pred, words)
    if is_engaged(tree, pred.head, words) or (pred.lemma == "take" and tree.has(pred.head, ("aim",), "obj")):
        return "fire", "live_fire", tree.word(pred.head)
    return _answer(tree, pred, words) if pred.lemma in ANSWERED else _verb_act(tree, pred, words)


def _forceful(tree: Dependents, pred: Predication, words: Lexicon) -> Act:
    """Forms like "use force", "use force, including deadly force, where necessary"."""
    act, means, span = _verb_act(tree, pred, words)
    with_it = [t for case, t in pred.obliques if case in ("including", "up to")]
    with_it += [
        t for p in pred.patients for t in tree.all(p, "nmod") if tree.case(t) in ("including", "up to")
    ]
    found = next((f for t in with_it if (f := means_of(tree, t, words)) is not None), None)
    return (act, *found) if means is None and found is not None else (act, means, span)


def _verb_act(tree: Dependents, pred: Predication, words: Lexicon) -> Act:
    """The act that the tables know a verb for, with its means; else its lemmas."""
    act, means, span = act_of(tree, pred, words)
    entry = words.act_verbs.get(pred.lemma)
    if pred.lemma == "aim" and means is None and any(case in AIMED for case, _ in pred.obliques):
        return "fire", "live_fire", tree.word(pred.head)
    handled = span is not None and _is_handled(tree, pred, span, words)
    held = pred.lemma in ("hold", "round", "book") and not _holds_people(tree, pred, words)
    shells = means == "explosive" and pred.lemma != "fire" and not held
    if shells and entry is not None and entry.means == "live_fire":
        return entry.act, entry.means, tree.word(pred.head)
    laid = means == "landmine" and pred.lemma in words.cues["plant"]
    if means is not None and (laid or (pred.lemma == "set" and not handled)):  # "set off flares"
        return ACTS_OF_MEANS.get(means, act), means, span
    if handled or held:
        return _label(tree, pred), None, None
    if means is None and entry is None and act != "fire":
        return _label(tree, pred), *_astray(tree, pred, words)
    return act, means, span


def _holds_people(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether people are held, and not things, nor somebody "held responsible"."""
    judged = any(tree.tags[c] == "JJ" for c in tree.all(pred.head, "xcomp"))
    return not judged and any(is_person(tree, p, words) for p in pred.patients)


def _answer(tree: Dependents, pred: Predication, words: Lexicon) -> Act:
    """Forms like "be met with fire", "answer with force"."""
    for token in (*(t for _, t in pred.obliques), *tree.all(pred.head, "obj")):
        found = means_of(tree, token, words)
        if found is not None or tree.lemmas[token] == "fire":
            means, span = found or ("live_fire", tree.word(token))
            return ACTS_OF_MEANS.get(means, "use force"), means, span
        if tree.lemmas[token] == "force":
            return "use force", None, None
    return _label(tree, pred), None, None


def _is_handled(tree: Dependents, pred: Predication, means: Span, words: Lexicon) -> bool:
    """Whether a means is the object of a verb that does not use it ("carry no firearms")."""
    if pred.lemma in words.act_verbs or pred.lemma in OPENERS or pred.lemma in words.cues["adopt"]:
        return False
    if pred.lemma == "set" and tree.has(pred.head, ("off",), "compound:prt"):
        return False
    if pred.lemma in words.cues["wield"] or pred.lemma in words.cues["aim"] or pred.lemma == "conduct":
        return False
    objects = [p for p in pred.patients if tree.relations[p] in ("obj", "nsubj:pass", "conj")]
    handled = any(tree.clause(o).contains(means) for o in objects)
    return handled or pred.lemma in words.cues["bring"]


def _astray(tree: Dependents, pred: Predication, words: Lexicon) -> tuple[str, Span] | tuple[None, None]:
    """The means behind a clause that tells on whom it is used ("light up those they see with flares")."""
    for target in pred.patients:
        for clause in tree.all(target, "acl:relcl"):
            if tree.lemmas[clause] in SEES:
                withs = (c for c in tree.all(clause, "obl") if tree.case(c) in ("with", "by"))
                found = next((f for c in withs if (f := means_of(tree, c, words)) is not None), None)
                if found is not None:
                    return found
    return None, None


def _label(tree: Dependents, pred: Predication) -> str:
    """An act that no table knows, by its lemmas: the verb, its particle, its object; or "be on road"."""
    if pred.voice == "nominal":
        return " ".join(["be", *tree.case(pred.head).split(), pred.lemma])
    particle = [tree.lemmas[c] for c in tree.all(pred.head, "compound:prt")]
    back = [
        tree.lemmas[c] for c in tree.all(pred.head, "advmod") if tree.lemmas[c] in ("back", "away", "down")
    ]
    done = [p for p in pred.patients if tree.tags[p] not in ("PRP", "WDT", "WP", "DT")]
    return " ".join([pred.lemma, *(particle or back)[:1], *(tree.lemmas[p] for p in done[:1])])


def _target_of(tree: Dependents, pred: Predication, words: Lexicon) -> int | None:
    """Whom an act is aimed at; whose legs they are rather than the legs."""
    target = target_of(tree, pred, words)
    if target is not None and tree.lemmas[target] in words.directive_nouns:
        return None
    if target is None and pred.lemma in ("hold", "open"):
        target = next((t for case, t in pred.obliques if case in ("against", "on", "at")), None)
    if target is not None and tree.lemmas[target] in words.cues["body"]:
        owner = tree.one(target, "nmod", "nmod:poss")
        return owner if owner is not None and tree.tags[owner] not in ("PRP$",) else target
    return target


def _relative(tree: Dependents, target: int) -> Span | None:
    """The clause that says which of the targets are meant ("those who resist")."""
    clause = tree.one(target, "acl:relcl", "acl")
    return tree.clause(clause) if clause is not None else None
