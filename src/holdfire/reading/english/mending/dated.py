"""Trees → trees: gives a verb the subject that stands right behind a day; drops nothing.

A parser may have "on 3 May unknown men shot a guard" as something that happened "on men", the "couple" of
"on 3 May a couple shot a guard" as a time, and in "in the first half of the year guards shot two" guards of a
year. In "men were on May 4 arrested" it may have four more men, and in "guards arrested on Monday two men"
it may have the guards arrested.
"""

from collections.abc import Container

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.acts.act_words import DAYS, MONTHS
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung
from holdfire.reading.grammar.voice import FINITE

TIMES = frozenset({"nmod", "obl", "nmod:unmarked", "obl:unmarked"})
NOUNS = frozenset({"NN", "NNS"})
SPANS = frozenset({"year", "month", "week", "season", "decade"})


class Dating:
    """Mends the trees of sentences, by the words that name people: made once for a lexicon."""

    def __init__(self, people: Container[str]) -> None:
        self._people = people

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with a subject for every verb that has its own behind a day."""
        for token in range(2, len(tree.tags) - 1):
            if tree.tags[token] not in NOUNS or tree.lemmas[token] not in self._people:
                continue
            if tree.relations[token] in TIMES:
                tree = _with_object(self._mended(tree, token), token)
            elif tree.relations[token] in SUBJECTS:
                tree = _without_day(tree, token)
        return tree

    def _mended(self, tree: Tree, noun: int) -> Tree:
        """The tree with a noun as the subject of the verb behind it, and the day before it apart."""
        verb = _verb_of(tree, noun)
        if verb is None:
            return tree
        heads, relations = list(tree.heads), list(tree.relations)
        own = below(tree, noun)
        case = [c for c in own if relations[c] == "case"]
        day = next((c for c in own if c < noun and _is_day(tree, c)), None)
        month = noun - 1 if _is_month(tree, noun - 1) else None
        loose = relations[noun] == "obl:unmarked" or month is not None
        if not loose and (day is None or not case or case[0] > day):
            return tree
        if case and month is not None:
            heads[case[0]] = month
        elif case and day is not None:
            heads[day], relations[day] = heads[noun], relations[noun]
            for c in own:
                heads[c] = day if c < day else heads[c]
        passive = any(heads[c] == verb and relations[c] == "aux:pass" for c in range(noun, verb))
        heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"
        return replace(tree, heads=tuple(heads), relations=tuple(relations))


def _with_object(tree: Tree, noun: int) -> Tree:
    """The tree with whom it was done to right behind a day: "guards arrested on Monday two herders"."""
    verb = tree.heads[noun]
    first = min((t for t in below(tree, noun) if t < noun), default=noun)
    day = first - 1
    if tree.relations[noun] not in ("obl", "obl:unmarked") or not 0 <= verb < day < noun:
        return tree
    if tree.lemmas[day] not in DAYS or tree.heads[day] != verb or tree.tags[verb] not in ("VBD", "VBN"):
        return tree
    if has(tree, noun, ("case",)) or has(tree, verb, ("obj", "aux:pass")) or not has(tree, verb, SUBJECTS):
        return tree
    who = next(t for t in below(tree, verb) if tree.relations[t] in SUBJECTS)
    return hung(tree, {noun: (verb, "obj"), who: (verb, "nsubj")}, {verb: "VBD"})


def without_days_as_subjects(tree: Tree) -> Tree:
    """The tree, with the day of "men were on May 4 arrested" as a day, where it has four more men."""
    for day in range(2, len(tree.tags) - 1):
        if tree.tags[day] != "CD" or tree.relations[day] not in SUBJECTS or not _is_month(tree, day - 1):
            continue
        if tree.heads[day - 1] == day and any(tree.relations[c] == "case" for c in below(tree, day)):
            tree = hung(tree, {day: (tree.heads[day], "obl")})
    return tree


def with_months_of_may(tree: Tree) -> Tree:
    """The tree, with the "May" of "on 28 and 29 May the guards shot" as a month and no auxiliary."""
    if "may" not in tree.lemmas:
        return tree
    for token in range(2, len(tree.tags)):
        if tree.tags[token] != "MD" or tree.sentence.tokens[token].text != "May":
            continue
        if tree.tags[token - 1] == "CD":
            tree = _as_month(tree, token)
    return tree


def _as_month(tree: Tree, may: int) -> Tree:
    day = may - 1
    while tree.relations[day] == "conj" and tree.tags[tree.heads[day]] == "CD":
        day = tree.heads[day]
    cases = [c for c in below(tree, day) if tree.relations[c] == "case"]
    links = {day: (may, "nummod"), may: (tree.heads[may], "obl")} | dict.fromkeys(cases, (may, "case"))
    return hung(tree, links, {may: "NNP"})


def _verb_of(tree: Tree, noun: int) -> int | None:
    """The verb above a noun whose subject it can be: finite, with none of its own, and right behind it."""
    verb = tree.heads[noun]
    while verb >= 0 and tree.tags[verb][0] != "V":
        verb = tree.heads[verb]
    if verb < noun:
        return None
    helpers = [c for c in below(tree, verb) if tree.relations[c].startswith("aux")]
    first = min([verb, *helpers])
    if has(tree, verb, SUBJECTS) or tree.tags[first] not in FINITE or first <= noun:
        return None
    return verb if all(_hangs_from(tree, t, noun) for t in range(noun + 1, first)) else None


def _without_day(tree: Tree, noun: int) -> Tree:
    """A subject without the day of a month that a tree has for its number: "of May 4 soldiers beat six"."""
    day = noun - 1
    if tree.tags[day] != "CD" or tree.heads[day] != noun or not _is_month(tree, day - 1):
        return tree
    heads, relations = list(tree.heads), list(tree.relations)
    month, before = day - 1, day - 2
    if tree.heads[month] != day:
        return tree
    heads[month], relations[month] = tree.heads[noun], "obl"
    if tree.relations[before] == "case" and tree.heads[before] == noun:
        heads[before] = month
        if before and tree.tags[before - 1][0] == "N":
            heads[month], relations[month] = before - 1, "nmod"
    heads[day], relations[day] = month, "nummod"
    return replace(tree, heads=tuple(heads), relations=tuple(relations))


def _is_month(tree: Tree, token: int) -> bool:
    return token >= 0 and tree.lemmas[token] in MONTHS


def _hangs_from(tree: Tree, token: int, above: int) -> bool:
    while token >= 0 and token != above:
        token = tree.heads[token]
    return token == above


def _is_day(tree: Tree, token: int) -> bool:
    """Whether a number has its month with it ("3 May"), or a time stands right before those who act."""
    if tree.lemmas[token] in SPANS and tree.relations[token] == "compound":
        return token + 1 == tree.heads[token]
    return tree.tags[token] == "CD" and has(tree, token, ("nmod:unmarked",))
