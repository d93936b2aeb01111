"""Those whom a verb would have beside each other, of whom one is only the title, name or place of another.

"Luis Perez, senator and candidate, was shot" tells of one man, "Gao -- A guard was killed" of no town killed.
"""

from holdfire.reading.english.phrases.counts import count_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

DASHES = frozenset({"--", "—", "–"})
ONE = frozenset({"was", "is", "has"})
NAMES = ("NNP", "NNPS")
TITLES = frozenset({"mr", "mrs", "ms", "dr", "monsignor", "msgr", "lt", "capt", "col", "gen", "sgt", "maj"})


def once(tree: Dependents, people: list[int], verb: int, words: Lexicon) -> list[int]:
    """Of those told of together each once, and no label or dateline."""
    if len(people) < 2:
        return people
    kept = [p for p in people if not _only_opens(tree, p, people)]
    kept = [p for p in kept if not _is_title_of_next(tree, p, kept, words)]
    kept = [p for p in kept if not _goes_on(tree, p, kept) and not _sums_up(tree, p, kept)]
    kept = [p for p in kept if not _is_office_of_next(tree, p, kept, words)]
    first, aside = kept[0], kept[1:]
    if (
        aside
        and aside[-1] < verb
        and _comma_follows(tree, first)
        and not _tells_between(tree, first, aside[-1])
    ):
        if tree.tags[first] in NAMES and (_is_one(tree, verb) or all(_is_bare(tree, t) for t in aside)):
            return [first]
        if len(aside) == 1 and _is_name_of(tree, first, aside[0], verb):
            return [first]
        if len(aside) == 1 and _ends_at_comma(tree, aside[0]) and not _is_listed(tree, first, aside[0]):
            return [first]
    return kept


def named_group(tree: Dependents, people: list[int]) -> int | None:
    """The number of people all of whom are named right behind it: "two guards, Jan Kos and Luis Mora,"."""
    if len(people) < 3 or not _mark_follows(tree, people[0]):
        return None
    names = people[1:]
    return (
        people[0]
        if count_of(tree, people[0]) == len(names) and all(_is_name(tree, n) for n in names)
        else None
    )


def _is_name(tree: Dependents, token: int) -> bool:
    return tree.tags[token] == "NNP" and tree.one(token, "det", "nummod", "nmod:poss") is None


def is_ruled_out(tree: Dependents, token: int) -> bool:
    """Whether somebody is said not to be meant: "by smugglers, not by soldiers"; not "not only soldiers"."""
    first = min(tree.branch(token, ("conj", "cc", "punct")))
    near = [t for t in (first - 1, first) if t >= 0 and tree.lemmas[t] == "not"]
    return any(tree.lemmas[n + 1] not in ("only", "just", "all", "every", "merely") for n in near)


def whole(tree: Dependents, token: int) -> int:
    """Him whose description a clause hangs from ("Kos, founder of a union, killed"), or whose head it is."""
    part = tree.lemmas[token] == "body" and tree.has(token, ("low", "lower", "upper"), "amod")
    if tree.lemmas[token] == "head" or part:  # "fired over his head", "at his lower body"
        of = (t for t in tree.all(token, "nmod") if tree.case(t) == "of" and part)
        return next(iter((*tree.all(token, "nmod:poss"), *of)), token)
    at = tree.heads[token] if tree.relations[token] == "conj" else token
    above = tree.heads[at]
    named = above >= 0 and tree.relations[at] == "appos" and tree.tags[above] in NAMES
    return above if named and tree.tags[token] not in NAMES and above < token else token


def _only_opens(tree: Dependents, token: int, people: list[int]) -> bool:
    """Whether a word stands before a dash or in brackets at the start: "gao -- a guard", "(announcer)"."""
    last = max(tree.branch(token, ("punct", "parataxis", "appos")))
    after = tree.tokens[last + 1].text if last + 1 < len(tree.tokens) else ""
    if token > 3 or token == people[-1]:
        return False
    alone = sum(t.text in DASHES for t in tree.tokens) == 1
    return (after in DASHES and alone) or (after == ")" and tree.tokens[0].text == "(")


def _is_title_of_next(tree: Dependents, token: int, people: list[int], words: Lexicon) -> bool:
    """Whether a bare title stands right before a name: "student Jan Kos", which a tree may take apart."""
    after = next((p for p in people if p > token), None)
    known = tree.lemmas[token] in words.parties or tree.lemmas[token] in TITLES
    bare = known and tree.one(token, "det", "nummod", "nmod:poss") is None
    return after is not None and bare and _touches(tree, token, after)


def _is_office_of_next(tree: Dependents, token: int, people: list[int], words: Lexicon) -> bool:
    """Whether a bare title is one of two of the man named behind them: "senator and candidate Jan Kos"."""
    after = next((p for p in people if p > token), None)
    if after is None or tree.lemmas[token] not in words.parties or tree.lemmas[token + 1] != "and":
        return False
    own = tree.all(token, "det", "nummod", "nmod:poss", "flat", "compound")
    return not own and tree.tags[after] == "NNP" and tree.one(after, "nmod:desc") is not None


def _goes_on(tree: Dependents, token: int, people: list[int]) -> bool:
    """Whether a word is only more of the name before it, which a tree may take apart."""
    before = next((p for p in reversed(people) if p < token), None)
    own = tree.tags[token] in NAMES and tree.one(token, "case", "det") is None
    return before is not None and own and tree.tags[before] in ("NNP", "NN") and _touches(tree, before, token)


def _sums_up(tree: Dependents, token: int, people: list[int]) -> bool:
    """Whether it is only said what those told before are: "two of his escort, both gendarmes"."""
    return token != people[0] and tree.has(token, ("both", "all"), "det", "det:predet")


def _touches(tree: Dependents, left: int, right: int) -> bool:
    """Whether one phrase begins right behind the last word of another."""
    start = min(tree.branch(right, ("conj",)))
    last = max(left, *tree.all(left, "flat"), left)
    return start == last + 1 and tree.tags[start] not in (",", "CC")


def _tells_between(tree: Dependents, left: int, right: int) -> bool:
    """Whether something else is told between two: "Smith reported that Jones … was shot"."""
    return any(tree.tags[t] in ("VBD", "VBZ", "VBP") for t in range(left + 1, right))


def _comma_follows(tree: Dependents, first: int) -> bool:
    """Whether a comma stands behind those told of first, before what may be their description."""
    last = max(t for t in tree.branch(first, ("conj", "appos", "punct", "acl", "acl:relcl")))
    return last + 1 < len(tree.tags) and tree.tags[last + 1] == ","


def _mark_follows(tree: Dependents, first: int) -> bool:
    """Whether a comma, a dash or a bracket stands behind those told of first, before their names."""
    last = max(t for t in tree.branch(first, ("conj", "appos", "punct", "acl", "acl:relcl")))
    return last + 1 < len(tree.tags) and tree.tokens[last + 1].text in {",", ":", "(", "-"} | DASHES


def _is_name_of(tree: Dependents, first: int, second: int, verb: int) -> bool:
    """Whether one man's name stands between commas behind the word for him: "another man, Levan D., was"."""
    one = tree.tags[first] == "NN" and tree.tags[second] == "NNP" and _is_one(tree, verb)
    return one and _ends_at_comma(tree, second) and "and" not in tree.lemmas[first : second + 1]


def _is_bare(tree: Dependents, token: int) -> bool:
    """Whether one person is told by a word for what he is, without an article: "senator"."""
    plain = tree.tags[token] in ("NN", "JJ") or (
        tree.tags[token] == "NNP" and not tree.all(token, "flat", "compound")
    )
    return plain and tree.one(token, "det", "nummod", "nmod:poss") is None


def _is_one(tree: Dependents, verb: int) -> bool:
    """Whether a verb stands in the singular."""
    return any(tree.tokens[c].text.lower() in ONE for c in tree.all(verb, "aux", "aux:pass"))


def _ends_at_comma(tree: Dependents, token: int) -> bool:
    """Whether a comma closes what stands beside: "two men, members of a gang, were shot"."""
    last = max(t for t in tree.branch(token, ("conj", "punct")) if tree.tags[t] != ",")
    return last + 1 < len(tree.tags) and tree.tags[last + 1] == ","


def _is_listed(tree: Dependents, first: int, second: int) -> bool:
    """Whether the second is joined by "and", or brought in anew by an article, a number or an owner."""
    words = tree.lemmas[first : second + 1]
    new = tree.one(second, "det", "nummod", "nmod:poss") is not None or tree.tags[second] in NAMES
    return new or "and" in words or "or" in words
