"""Words that turn the force of an order on what they govern: stop, hold, instead of, without, sparing."""

from collections.abc import Iterator

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Norm
from holdfire.reading.english.acts.act_words import ACTS_OF_MEANS
from holdfire.reading.english.clauses.conditions import circumstances, linking_words
from holdfire.reading.english.clauses.times import TIMES
from holdfire.reading.english.directives.contents import THROUGH, named_norm, norm_of, within
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.phrases.noun_phrases import means_of, named
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

HOLD = frozenset({"hold", "withhold"})
INSTEAD = frozenset({"instead of", "rather than", "in place of", "in lieu of"})
EXCHANGE = frozenset({"replace", "exchange", "swap"})
PERFORM = frozenset({"perform", "conduct", "make"})
BESIDE = frozenset({"by", "while", "then by"})
BEGINS = frozenset({"begin", "start", "commence"})


def turned_norms(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """The norms that one verb makes, with what stands "instead of", "without" or "by" it."""
    held = next((c for c in tree.all(verb, "obj") if tree.lemmas[c] == "fire"), None)
    if tree.lemmas[verb] in HOLD and held is not None:
        return [_held(tree, verb, held, force, words)]
    if tree.lemmas[verb] in words.cues["cease"]:
        return _ceased(tree, verb, force, words)
    truce = next((c for c in tree.all(verb, "obj") if _is_new_truce(tree, c, words)), None)
    if tree.lemmas[verb] in words.cues["keep_to"] and truce is not None:
        against = force.turned(tree.word(truce), "norm.ceasefire")
        return [
            Norm(
                against.modality,
                "fire",
                tree.word(truce),
                against.cue,
                against.rule,
                "live_fire",
                tree.word(truce),
            )
        ]
    if tree.lemmas[verb] in EXCHANGE:
        return _exchanged(tree, verb, force, words)
    made = _performed(tree, verb, force, words) or [norm_of(tree, verb, force, words)]
    made += _replaced(tree, verb, force, words)
    made += _left_out(tree, verb, force, words)
    made += _not_at(tree, verb, force, words)
    made += _foregone(tree, verb, force, words)
    made += _by_way_of(tree, verb, force, words)
    return made


def _is_new_truce(tree: Dependents, noun: int, words: Lexicon) -> bool:
    """Whether a noun names a truce as a new one: "agreed to observe a ceasefire"; not "the truce of 2003"."""
    row = words.directive_nouns.get(tree.lemmas[noun])
    return row is not None and row.complements == ("ceasefire",) and tree.has(noun, ("a", "an"), "det")


def _performed(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "perform searches and arrests": one norm for each act that is named."""
    if tree.lemmas[verb] not in PERFORM:
        return []
    things = [each for o in tree.all(verb, "obj") for each in tree.conjuncts(o)]
    done = [t for t in things if _is_done(tree, t, words)]
    if not done:
        return []
    when = circumstances(tree, verb, words)
    made = [named_norm(tree, t, force, words) for t in done]
    made = [
        replace(n, conditions=(*n.conditions, *when.conditions), exception=n.exception or when.exception)
        for n in made
    ]
    return made if len(done) == len(things) else [norm_of(tree, verb, force, words), *made]


def _is_done(tree: Dependents, thing: int, words: Lexicon) -> bool:
    """Whether a noun names something done to people: an arrest, a search, a detention."""
    lemma = tree.lemmas[thing]
    return lemma in words.act_nouns or lemma in words.cues["doing"]


def verbs(tree: Dependents, head: int) -> Iterator[int]:
    """A verb and the verbs coordinated with it; not a second condition ("in defence or when attacked")."""
    yield head
    for other in tree.all(head, "conj"):
        if any(tree.tags[c] == "WRB" for c in tree.all(other, "advmod")) or _is_supposed(tree, other):
            continue
        if tree.tags[other][0] == "V" or tree.one(other, "cop", "aux", "mark") is not None:
            yield from verbs(tree, other)


def _is_supposed(tree: Dependents, verb: int) -> bool:
    """Whether what a tree coordinates is a condition: "only if their life or that of others is …"."""
    return tree.has(verb, ("if", "unless"), "mark")


def _held(tree: Dependents, verb: int, fire: int, force: Deontic, words: Lexicon) -> Norm:
    """Forms like "hold their fire unless attacked", "hold fire against herders"."""
    against = force.turned(tree.word(verb), "norm.cease")
    when = circumstances(tree, verb, words)
    aimed = next((c for c in tree.all(verb, "obl") if tree.case(c) in ("against", "on", "at")), None)
    return Norm(
        against.modality,
        "fire",
        tree.word(fire),
        against.cue,
        against.rule,
        "live_fire",
        tree.word(fire),
        named(tree, aimed, words) if aimed is not None else None,
        when.conditions,
        when.exception,
    )


def _ceased(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "stop firing", "cease fire", "end the practice of firing": the contrary force on it."""
    below = tree.all(verb, "xcomp", "advcl", "ccomp", "obl", "obj", "nsubj:pass")
    below = [c for c in below if not _is_when(tree, c)]
    inner = [c for c in (_meant(tree, c) for c in below) if _is_act(tree, c, words)]
    beside = [c for c in inner if _is_beside(tree, verb, c, words)]
    inner = [c for c in inner if c not in beside]
    against = force.turned(tree.word(verb), "norm.cease")
    made: list[Norm] = []
    if not inner:
        made += _said_to_cease(tree, verb, against, words)
    for head in inner:
        if tree.tags[head][0] == "V":
            for other in verbs(tree, head):
                stopped = other == head or tree.tags[other] == "VBG"
                made += turned_norms(tree, other, against if stopped else force, words)
        else:
            made += [named_norm(tree, each, against, words) for each in tree.conjuncts(head)]
    made += [n for c in beside for other in verbs(tree, c) for n in turned_norms(tree, other, force, words)]
    return made or [norm_of(tree, verb, force, words)]


def _is_beside(tree: Dependents, verb: int, clause: int, words: Lexicon) -> bool:
    """Whether a clause is bidden beside a halt: "agreed to halt fire, to KEEP troops in place"."""
    to = tree.led_by_to(clause)
    apart = tree.tokens[min(tree.branch(clause)) - 1].text == ","
    return to and apart and any(_is_act(tree, o, words) for o in tree.all(verb, "obj"))


def _is_when(tree: Dependents, clause: int) -> bool:
    """Whether a clause says when to stop, not what: "must stop when a patrol signals", "STARTING today"."""
    if tree.lemmas[clause] in BEGINS and tree.tags[clause] == "VBG":
        return any(tree.lemmas[t].lower() in TIMES or tree.tags[t] == "CD" for t in tree.branch(clause))
    if tree.relations[clause] != "advcl" or tree.one(clause, "nsubj", "nsubj:pass") is None:
        return False
    asks = any(tree.tags[c] == "WRB" for c in tree.all(clause, "advmod"))
    return asks or tree.has(clause, ("if", "when", "whenever", "once", "unless"), "mark")


def _said_to_cease(tree: Dependents, verb: int, against: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "all shooting was to stop", "firing must cease": the contrary force on the subject."""
    if tree.lemmas[verb] not in ("stop", "cease", "end", "halt"):
        return []
    subjects = tree.all(verb, "nsubj", "nsubj:outer")
    verbal = [s for s in subjects if tree.tags[s] == "VBG" and tree.lemmas[s] in words.act_verbs]
    named = [
        s for s in subjects if tree.lemmas[s] in words.act_nouns or tree.lemmas[s] in words.cues["doing"]
    ]
    found = [norm_of(tree, s, against, words) for s in verbal]
    when = circumstances(tree, verb, words)
    found += [named_norm(tree, s, against, words) for s in named]
    return [replace(n, conditions=(*n.conditions, *when.conditions)) for n in found]


def _meant(tree: Dependents, token: int) -> int:
    """What "the practice of" or "the use of" stands before; else the token itself."""
    inner = within(tree, token) if tree.lemmas[token] in THROUGH and tree.tags[token][0] == "N" else None
    return inner if inner is not None and tree.tags[inner][0] == "V" else token


def _is_act(tree: Dependents, token: int, words: Lexicon) -> bool:
    if tree.tags[token][0] == "V":
        return True
    lemma = tree.lemmas[token]
    known = lemma in words.act_nouns or lemma in words.cues["doing"] or lemma in THROUGH
    known = known or lemma in words.cues["barred"]
    return known or means_of(tree, token, words) is not None


def _replaced(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "flares instead of live ammunition": the contrary force on what is replaced."""
    out = []
    for case, token in _below(tree, verb):
        if case in INSTEAD and force.modality == "obligation":
            against = force.turned(_case_span(tree, token), "norm.instead_of")
            make = norm_of if tree.tags[token][0] == "V" else named_norm
            out.append(make(tree, token, against, words))
    return out


def _left_out(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "use pepper spray but not batons": the contrary force on what stands behind "but not"."""
    out = []
    for thing in tree.all(verb, "obj", "nsubj:pass"):
        for other in tree.all(thing, "conj"):
            no = next((c for c in tree.all(other, "advmod", "cc") if tree.lemmas[c] == "not"), None)
            if no is not None and means_of(tree, other, words) is not None:
                out.append(named_norm(tree, other, force.turned(tree.word(no), "norm.instead_of"), words))
    return out


def _not_at(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "fire into the air, not at the crowd", "aim at the legs and not at the head"."""
    entry = words.act_verbs.get(tree.lemmas[verb])
    shoots = tree.lemmas[verb] == "aim" or (entry is not None and entry.means == "live_fire")
    if not shoots or "not" not in tree.lemmas[verb:]:
        return []
    near = [c for t in {verb, tree.heads[verb]} if t >= 0 for c in tree.all(t, "obl")]
    near += [c for t in near for c in tree.all(t, "conj")]
    out = []
    for token in sorted({t for t in near if t > verb and tree.case(t) in ("at", "on")}):
        no = next((c for c in tree.all(token, "advmod") if tree.lemmas[c] == "not"), None)
        if no is not None:
            against = force.turned(tree.word(no), "norm.instead_of")
            span, shot = tree.clause(token), tree.word(verb)
            made = Norm(against.modality, "fire", span, against.cue, against.rule, "live_fire", shot)
            out.append(replace(made, target=named(tree, token, words)))
    return out


def _exchanged(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "replace live rounds with rubber bullets"."""
    old = tree.all(verb, "obj", "nsubj:pass")
    new = [c for c in tree.all(verb, "obl") if tree.case(c) in ("with", "by", "for")]
    if not old or not new or means_of(tree, new[0], words) is None:
        return [norm_of(tree, verb, force, words)]
    against = force.turned(tree.word(verb), "norm.instead_of")
    return [named_norm(tree, new[0], force, words), named_norm(tree, old[0], against, words)]


def _foregone(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "react without the sound of gunfire": what is to be done without is forbidden."""
    out = []
    for case, token in _below(tree, verb):
        found = _deep_means(tree, token, words) if case == "without" else None
        if found is not None and force.modality == "obligation":
            means, span = found
            act = ACTS_OF_MEANS.get(means, "use")
            cue = _case_span(tree, token)
            norm = Norm("prohibition", act, span, cue, "norm.without", means, span)
            out.append(replace(norm, conditions=circumstances(tree, verb, words).conditions))
    return out


def _by_way_of(tree: Dependents, verb: int, force: Deontic, words: Lexicon) -> list[Norm]:
    """Forms like "send them back by calling, then by firing", "…, while sparing those who surrender"."""
    if force.modality != "obligation" or negated(tree, verb):
        return []
    out = []
    for clause in tree.all(verb, "advcl"):
        link = linking_words(tree, clause) or tree.case(clause)
        if (
            tree.tags[clause] == "VBG"
            and clause > verb
            and tree.one(clause, "nsubj") is None
            and link in BESIDE
        ):
            out.append(norm_of(tree, clause, force, words))
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


def _deep_means(tree: Dependents, token: int, words: Lexicon) -> tuple[str, Span] | None:
    """The means a phrase names, also behind "the sound of"."""
    for head in (token, *tree.all(token, "nmod")):
        found = means_of(tree, head, words)
        if found is not None:
            return found
    return None
