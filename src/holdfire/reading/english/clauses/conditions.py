"""Under which conditions a verb holds, and with which exceptions."""

from holdfire.model.span import Span
from holdfire.reading.grammar.dependents import Dependents

CONDITIONS = frozenset({"when", "if", "whenever", "once", "where", "should", "provided", "after", "until"})
EXCEPTIONS = frozenset({"unless", "except", "save"})


def circumstances(tree: Dependents, verb: int) -> tuple[Span | None, Span | None]:
    """(condition, exception) of a verb: its clauses with when, if, unless, and "only with approval"."""
    condition = exception = None
    for clause in tree.all(verb, "advcl", "obl"):
        word = link_of(tree, clause)
        if word in EXCEPTIONS and exception is None:
            exception = tree.clause(clause)
        elif condition is None and _is_condition(tree, verb, clause, word):
            condition = tree.clause(clause)
    return condition, exception


def _is_condition(tree: Dependents, verb: int, clause: int, word: str) -> bool:
    if tree.relations[clause] == "advcl":
        return word in CONDITIONS
    return word in ("with", "after", "on", "in", "against") and is_limited(tree, verb, clause)


def is_limited(tree: Dependents, verb: int, clause: int) -> bool:
    """Whether "only" stands at or right before a condition: what is then said is a permission."""
    first = min(tree.branch(clause))
    inside = any(tree.lemmas[c] == "only" for c in tree.children[clause])
    return inside or any(tree.lemmas[c] == "only" and 0 < first - c <= 2 for c in tree.all(verb, "advmod"))


def only_under_condition(tree: Dependents, verb: int) -> bool:
    """Whether a verb holds "only if", "only after" or "only with" something."""
    return any(is_limited(tree, verb, c) and link_of(tree, c) for c in tree.all(verb, "advcl", "obl"))


def outer_conditions(tree: Dependents, found: list[int]) -> dict[int, tuple[str, Span]]:
    """Conditions that hang from the ordering verb, each by the verb of the content that it follows."""
    above = tree.heads[found[0]]
    if above < 0:
        return {}
    out: dict[int, tuple[str, Span]] = {}
    for clause in tree.all(above, "advcl"):
        before = [v for v in found if v < clause]
        word = link_of(tree, clause)
        if before and word in CONDITIONS | EXCEPTIONS:
            kind = "exception" if word in EXCEPTIONS else "condition"
            out.setdefault(before[-1], (kind, tree.span(_up_to_next(tree, clause, found))))
    return out


def _up_to_next(tree: Dependents, clause: int, found: list[int]) -> list[int]:
    """The words of a condition up to the next verb that is ordered."""
    later = [v for v in found if v > clause]
    stop = min((min([v, *tree.all(v, "cc", "mark")]) for v in later), default=len(tree.tokens))
    return [t for t in tree.branch(clause) if t < stop]


def link_of(tree: Dependents, clause: int) -> str:
    """The first word that links a clause: "when", "if", "unless"."""
    adverb = next((tree.lemmas[c] for c in tree.all(clause, "advmod") if tree.tags[c] == "WRB"), "")
    return (linking_words(tree, clause) or tree.case(clause) or adverb).split(" ")[0]


def linking_words(tree: Dependents, token: int) -> str:
    """All words that link a clause or phrase: "rather than", "in order to"."""
    words = [w for c in tree.all(token, "mark", "cc") for w in (c, *tree.all(c, "fixed"))]
    return " ".join(tree.tokens[w].text.lower() for w in words)
