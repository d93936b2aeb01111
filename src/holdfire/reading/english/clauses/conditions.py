"""Under which conditions a verb holds, and with which exceptions."""

from dataclasses import dataclass

from holdfire.model.span import Span
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

CONDITIONS = frozenset({
    "when", "if", "whenever", "once", "where", "should", "provided", "after", "until", "before", "while",
    "as long as", "so long as", "as soon as", "in case", "unless and until",
})  # fmt: skip
EXCEPTIONS = frozenset({
    "unless", "except", "save", "except for", "except when", "except if", "apart from", "other than",
    "barring", "save for", "with the exception of",
})  # fmt: skip
ONLY = frozenset({"only", "solely", "exclusively"})
EXCEPTED = frozenset({"except", "exempt"})
EMPHASIS = frozenset({"circumstance", "account", "way", "pretext", "time", "cost", "means"})
"""What stands with "any" or "no" and only stresses a negation."""
MANNER = frozenset(
    {"mercy", "hesitation", "exception", "delay", "fail", "regard", "question", "pity", "doubt"}
)
OBLIQUE = ("obl", "obl:unmarked", "nmod", "advcl")
LENGTHS = frozenset(
    {"meter", "metre", "kilometer", "kilometre", "mile", "yard", "hour", "minute", "day", "week"}
)
HOURS = frozenset({"a.m.", "p.m.", "am", "pm", "midnight", "noon"})
NEGATED = frozenset({"no", "any"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and where a verb holds, its exception, and whether it holds only then."""

    conditions: tuple[Span, ...] = ()
    exception: Span | None = None
    limited: bool = False


def circumstances(tree: Dependents, verb: int, words: Lexicon) -> Circumstances:
    """What a verb hangs on: when, if, unless; "at night", "with approval", "as a last resort"."""
    conditions: list[Span] = []
    exception: Span | None = None
    limited = False
    for clause in _around(tree, verb):
        link = link_of(tree, clause)
        if link in EXCEPTIONS or tree.lemmas[clause] in EXCEPTED:
            exception = exception or tree.clause(clause)
        elif is_condition(tree, verb, clause, link, words):
            conditions.append(_whole(tree, clause, verb))
            limited = limited or is_limited(tree, verb, clause)
    return Circumstances(tuple(conditions), exception, limited)


def _around(tree: Dependents, verb: int) -> list[int]:
    """The clauses and phrases that may say when a verb holds; exceptions also hang from its participants."""
    found = tree.all(verb, *OBLIQUE, "conj")
    found += [c for long in tree.all(verb, "advmod") for c in tree.all(long, "advcl")]
    for part in tree.all(verb, "nsubj", "nsubj:pass", "obj"):
        found += [c for c in tree.all(part, "nmod", "obl", "acl") if link_of(tree, c) in EXCEPTIONS]
    return sorted(found)


def is_condition(tree: Dependents, verb: int, clause: int, link: str, words: Lexicon) -> bool:
    """Whether a clause or a phrase beside a verb limits when and where it holds."""
    relation = tree.relations[clause]
    if relation == "conj":
        return link == "if" or any(tree.tags[c] == "WRB" for c in tree.all(clause, "advmod"))
    if link in CONDITIONS and (relation == "advcl" or _is_clause(tree, clause)):
        return not (link == "after" and _is_past(tree, clause))
    if relation == "advcl":
        return link == "without" or (link == "with" and is_limited(tree, verb, clause))
    if not link or (link in ("until", "till") and tree.lemmas[clause] == "notice"):
        return False
    if tree.has(clause, NEGATED, "det") and tree.lemmas[clause] in EMPHASIS:
        return False
    return (
        (tree.lemmas[clause] in words.cues["limit"] and not (link == "for" and tree.lemmas[clause] == "hour"))
        or (link == "without" and not _is_manner(tree, clause, words))
        or is_limited(tree, verb, clause)
        or (link in ("within", "inside") and tree.lemmas[clause] in LENGTHS)
        or (link in ("between", "from", "after", "before") and _is_hour(tree, clause))
    )


def _is_past(tree: Dependents, clause: int) -> bool:
    """Whether a clause tells what had happened, and so why: "after two soldiers were hurt"."""
    helpers = tree.all(clause, "aux", "aux:pass", "cop")
    return any(tree.tags[t] == "VBD" for t in (clause, *helpers)) and not tree.has(
        clause, ("only",), "advmod"
    )


def _is_manner(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Forms like "without mercy", and "without gunfire", which forbids."""
    return tree.lemmas[token] in MANNER or means_of(tree, token, words) is not None


def _is_clause(tree: Dependents, token: int) -> bool:
    return tree.one(token, "nsubj", "nsubj:pass", "cop") is not None


def _is_hour(tree: Dependents, token: int) -> bool:
    word = tree.tokens[token].text.lower()
    return word in HOURS or (tree.tags[token] == "CD" and ":" in word)


def _whole(tree: Dependents, clause: int, verb: int) -> Span:
    """The words of a condition, with "of attack" behind "in case", and the end of "between … and …"."""
    span = tree.clause(clause if tree.heads[clause] == verb else tree.heads[clause])
    after = next((c for c in tree.children[tree.heads[clause]] if c > clause), None)
    if after is not None and tree.relations[after] in OBLIQUE:
        first = min(tree.branch(after))
        touches = first == max(tree.branch(clause)) + 1
        if (
            touches
            and tree.case(after) in ("of", "to")
            and (tree.case(after) == "of" or _is_hour(tree, after))
        ):
            return span.joined(tree.clause(after))
    return span


def is_limited(tree: Dependents, verb: int, clause: int) -> bool:
    """Whether "only" stands at or right before a condition: what is then said is a permission."""
    first = min(tree.branch(clause))
    inside = any(tree.lemmas[c] in ONLY for c in tree.children[clause])
    return inside or any(tree.lemmas[c] in ONLY and 0 < first - c <= 2 for c in tree.all(verb, "advmod"))


def only_under_condition(tree: Dependents, verb: int) -> bool:
    """Whether a verb holds "only if", "only after" or "only with" something."""
    return any(is_limited(tree, verb, c) and link_of(tree, c) for c in tree.all(verb, "advcl", "obl"))


def only_if(tree: Dependents, verb: int) -> bool:
    """Whether what is bidden is to be done only when something is so: "fire only when fired upon".

    "Fire only at military positions" says at what, and bids no less.
    """
    limits = (c for c in tree.all(verb, "advcl", "obl") if is_limited(tree, verb, c))
    return any(
        link_of(tree, c) not in {"at", "on", "into", "towards", "against", "over", "to", ""} for c in limits
    )


def outer_conditions(tree: Dependents, found: list[int], words: Lexicon) -> dict[int, tuple[str, Span]]:
    """Conditions that hang from the ordering verb, each by the verb of the content that it follows."""
    above = tree.heads[found[0]]
    if above < 0:
        return {}
    out: dict[int, tuple[str, Span]] = {}
    for clause in tree.all(above, "advcl", "obl"):
        before = [v for v in found if v < clause]
        link = link_of(tree, clause)
        if not before:
            continue
        if link in EXCEPTIONS:
            out.setdefault(before[-1], ("exception", tree.span(_up_to_next(tree, clause, found))))
        elif is_condition(tree, above, clause, link, words):
            out.setdefault(before[-1], ("condition", tree.span(_up_to_next(tree, clause, found))))
    return out


def _up_to_next(tree: Dependents, clause: int, found: list[int]) -> list[int]:
    """The words of a condition up to the next verb that is ordered."""
    later = [v for v in found if v > clause]
    stop = min((min([v, *tree.all(v, "cc", "mark")]) for v in later), default=len(tree.tokens))
    return [t for t in tree.branch(clause) if t < stop]


def link_of(tree: Dependents, clause: int) -> str:
    """What links a clause or phrase: "when", "if", "unless", "except for", "as long as"."""
    adverb = next((tree.lemmas[c] for c in tree.all(clause, "advmod") if tree.tags[c] == "WRB"), "")
    marks = linking_words(tree, clause)
    link = marks or (adverb if adverb in CONDITIONS and _is_clause(tree, clause) else "") or tree.case(clause)
    link = link or adverb
    if tree.one(clause, "mark") is not None:
        link = link.removeprefix("and ").removeprefix("or ").removeprefix("but ")
    long = _as_long(tree, clause, marks)
    if long is not None:
        return long
    two = " ".join(link.split(" ")[:2])
    return next((each for each in (link, two) if each in EXCEPTIONS), link.split(" ")[0])


def _as_long(tree: Dependents, clause: int, marks: str) -> str | None:
    """Forms like "as long as", "as soon as", whatever the parser hung their words from."""
    first = min(tree.branch(clause))
    if not marks.startswith("as"):
        return None
    lead = [tree.tokens[t].text.lower() for t in range(max(0, first - 2), min(len(tree.tokens), first + 3))]
    for one, two, three in zip(lead, lead[1:], lead[2:], strict=False):
        if (one, three) in (("as", "as"), ("so", "as")) and two in ("long", "soon"):
            return f"{one} {two} {three}"
    return None


def linking_words(tree: Dependents, token: int) -> str:
    """All words that link a clause or phrase: "rather than", "in order to"."""
    words = [w for c in tree.all(token, "mark", "cc") for w in (c, *tree.all(c, "fixed"))]
    return " ".join(tree.tokens[w].text.lower() for w in words)
