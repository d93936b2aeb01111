"""What verbs hand on: a clause, an infinitive, an object, a phrase with a preposition, a passive."""

from collections.abc import Iterator

from holdfire.reading.english.saying.shape import ABOUT, Shape, agent_of, cue_of, speaker_of, without
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, RELATIVE_TAGS, SUBJECTS, Dependents
from holdfire.reading.grammar.voice import is_passive

BESIDE = frozenset(
    {"conj", "cc", "parataxis", "punct", "nsubj", "nsubj:pass", "obl:agent", "obl:unmarked", "list"}
)
SHORT_CUE = 4
ANSWERING = frozenset({"respond", "reply", "answer"})
TELLING = frozenset({"tell", "inform", "notify", "remind", "warn", "assure", "advise"})


def shapes_of_verb(tree: Dependents, verb: int) -> Iterator[Shape]:
    """Every shape of what a verb may hand on."""
    passive = is_passive(tree, verb)
    yield from clauses(tree, verb)
    yield from complements(tree, verb)
    yield from about(tree, verb)
    if passive:
        yield from passives(tree, verb)
    above, relation = tree.heads[verb], tree.relations[verb]
    if relation == "acl:relcl" and tree.one(verb, "ccomp", "obj") is None:
        yield Shape("relative", verb, without(tree, above, verb), cue_of(tree, verb), speaker_of(tree, verb))


def clauses(tree: Dependents, verb: int) -> tuple[Shape, ...]:
    """A clause under the verb, beside it, or around it; several rules ask for them."""
    kept: tuple[Shape, ...] | None = tree.kept.get(("clauses", verb))
    if kept is None:
        kept = tree.kept["clauses", verb] = tuple(_clauses(tree, verb))
    return kept


def _clauses(tree: Dependents, verb: int) -> Iterator[Shape]:
    source, cue = speaker_of(tree, verb), cue_of(tree, verb)
    above, relation = tree.heads[verb], tree.relations[verb]
    clause = clause_of(tree, verb)
    if clause is not None:
        yield Shape("said_that", verb, _with_further(tree, verb, clause), cue, source)
    else:
        beside = tree.all(verb, "parataxis")
        after = next((c for c in beside if c > verb), None)
        if after is not None:
            yield Shape("said_beside", verb, tuple(tree.branch(after)), cue, source)
        before = next((c for c in tree.all(verb, "parataxis", "dep") if c < verb), None)
        if before is not None:
            yield Shape("said_before", verb, tuple(tree.branch(before)), cue, source)
    if relation == "parataxis" and not _is_answered_with(tree, verb):
        yield Shape("said_aside", verb, without(tree, above, verb), cue, source)
    if relation == "advcl" and tree.has(verb, ("as",), "mark"):
        yield Shape("as_said", verb, without(tree, above, verb), cue, source)


def _is_answered_with(tree: Dependents, verb: int) -> bool:
    """Whether an answer is no word: "…; the army responded with shells"."""
    return tree.lemmas[verb] in ANSWERING and any(tree.case(c) == "with" for c in tree.all(verb, "obl"))


def clause_of(tree: Dependents, verb: int) -> int | None:
    """The clause under a verb; also one with "that" hung from the hearer or the day ("told X on … that")."""
    under_it = tree.all(verb, "ccomp")
    if under_it:
        own = [c for c in under_it if c > verb or tree.one(c, *SUBJECTS, *PASSIVE_SUBJECTS) is not None]
        return (own or under_it)[0]  # "interviewed at the camp, three women said …"
    relations = ("iobj", "obl", "obl:unmarked", *(("obj",) if tree.lemmas[verb] in TELLING else ()))
    between = [c for c in tree.all(verb, *relations) if c > verb]
    under = (c for b in between for c in tree.all(b, "acl", "acl:relcl"))
    return next((c for c in under if _is_told(tree, c)), None)


def _is_told(tree: Dependents, clause: int) -> bool:
    """Whether what seems a relative clause is what was told: its subject is its own."""
    subject = tree.one(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
    if subject is None or tree.tags[subject] in RELATIVE_TAGS:
        return False
    return _has_that(tree, clause) or tree.relations[tree.heads[clause]] == "iobj"


def _with_further(tree: Dependents, verb: int, clause: int) -> tuple[int, ...]:
    """A clause with those that the verb has beside it ("said that …, and that …", "…, and …, he said")."""
    further = [c for c in tree.all(verb, "conj") if _has_that(tree, c)]
    further += [c for c in tree.all(verb, "ccomp") if (c > verb) == (clause > verb)]
    return tuple(sorted({t for c in (clause, *further) for t in tree.branch(c)}))


def _has_that(tree: Dependents, clause: int) -> bool:
    return tree.has(clause, ("that",), "mark")


def complements(tree: Dependents, verb: int) -> Iterator[Shape]:
    """An infinitive, an object, an object with what follows it."""
    source, cue = speaker_of(tree, verb), cue_of(tree, verb)
    infinitive, obj = tree.one(verb, "xcomp"), tree.one(verb, "obj")
    if infinitive is not None:
        yield Shape("said_to", verb, tuple(tree.branch(infinitive)), cue, source)
        subject = tree.one(verb, *SUBJECTS)
        if subject is not None and not is_passive(tree, verb):
            content = sorted({*tree.branch(subject), *tree.branch(infinitive)})
            yield Shape("seems_to", verb, tuple(content), cue, None)
    if obj is not None:
        own = tuple(tree.branch(obj))
        yield Shape("object", verb, own, cue, source)
        rest = _after(tree, verb, own[0])
        if len(rest) > len(own):
            yield Shape("object_and_more", verb, rest, cue, source)


def about(tree: Dependents, verb: int) -> Iterator[Shape]:
    """A phrase or clause after a preposition ("warned of", "talked about", "accused … of")."""
    for child in tree.all(verb, "obl", "obl:arg", "advcl"):
        case = next(iter(tree.all(child, "case", "mark")), None)
        if case is not None and child > verb and tree.lemmas[case] in ABOUT:
            content = tuple(t for t in tree.branch(child) if t != case)
            more = range(verb, case + 1) if case - verb < SHORT_CUE else (case,)
            cue = tuple(sorted({*cue_of(tree, verb), *more}))
            yield Shape(f"about_{tree.lemmas[case]}", verb, content, cue, speaker_of(tree, verb))


def passives(tree: Dependents, verb: int) -> Iterator[Shape]:
    """The subject of a passive, with what is said of it."""
    source, cue = agent_of(tree, verb), cue_of(tree, verb)
    subject, infinitive = tree.one(verb, *PASSIVE_SUBJECTS, *SUBJECTS), tree.one(verb, "xcomp")
    if subject is None:
        if tree.relations[verb] in ("acl", "amod"):
            yield Shape("participle", verb, without(tree, tree.heads[verb], verb), cue, source)
        return
    own = tree.branch(subject)
    if infinitive is not None:
        yield Shape("is_said_to", verb, tuple(sorted({*own, *tree.branch(infinitive)})), cue, source)
        return
    yield Shape("passive", verb, tuple(own), cue, source)
    under = tree.all(verb, "obl", "advcl", "obj", "ccomp")
    if under:
        rest = {t for c in under for t in tree.branch(c)}
        yield Shape("passive_and_more", verb, tuple(sorted({*own, *rest})), cue, source)


def _after(tree: Dependents, verb: int, start: int) -> tuple[int, ...]:
    beside = (c for c in tree.children[verb] if c > verb and tree.relations[c] not in BESIDE)
    return tuple(sorted(t for c in beside for t in tree.branch(c) if t >= start))
