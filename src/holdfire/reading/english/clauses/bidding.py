"""Words spoken to bid somebody do something: “Shoot anyone who enters”, “do not fire unless I say so”."""

from holdfire.reading.grammar.dependents import Dependents

QUOTES = frozenset({"“", '"', "‘", "'", "``", "«", "„"})
OPENING = QUOTES | {":"}
LED = frozenset({"aux", "advmod", "punct", "advcl"})
"""What may stand before a verb that bids: "do not", "unless I say so,"."""
WHOM = ("nsubj", "nsubj:pass", "nsubj:outer", "mark", "cop", "expl")


def is_imperative(tree: Dependents, verb: int) -> bool:
    """Whether a verb bids: bare, with no subject, at the start of its sentence or of what is quoted."""
    if tree.tags[verb] not in ("VB", "VBP") or tree.one(verb, *WHOM) is not None:
        return False
    if any(tree.lemmas[c] != "do" for c in tree.all(verb, "aux", "aux:pass")):
        return False
    main = tree.relations[verb] in ("root", "ccomp", "parataxis")
    return (main or opens_quote(tree, verb)) and _opens(tree, verb)


def opens_quote(tree: Dependents, token: int) -> bool:
    """Whether a word, or "do not" before it, stands right behind a mark of quotation."""
    first = min((c for c in tree.all(token, "aux", "advmod") if c < token), default=token)
    if first > 1 and tree.tags[first - 2] in ("DT", "PRP$", "JJ"):
        return False  # a “stop fire” request
    return first > 0 and tree.tokens[first - 1].text in QUOTES


def _opens(tree: Dependents, verb: int) -> bool:
    """Whether a verb opens its sentence or what is quoted, but for marks, "do not" and a clause with "if"."""
    start = max((n + 1 for n in range(verb) if tree.tokens[n].text in OPENING), default=0)
    before = [t for t in tree.branch(verb) if start <= t < verb and tree.relations[t] in LED]
    inside = {t for c in before for t in tree.branch(c)}
    return all(t in inside or tree.tags[t] in ("``", "''", ",") for t in range(start, verb))
