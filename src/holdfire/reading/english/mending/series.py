"""Tree → Tree: adds the second and third of several things to be done beside the first; drops nothing.

"Posts must sound a siren, then fire", "ordered to call out, to fire in the air, and, if nobody stops, to aim
low", "told to search boats, shoot smugglers": a tree may have each later verb as a reason for the one before,
or beside the verb that bids, whose form it cannot share.
"""

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import has, hung

_ASTRAY = frozenset({"conj", "parataxis", "ccomp", "advcl", "xcomp", "dep"})
_OWN = frozenset({"nsubj", "nsubj:pass", "expl", "aux", "aux:pass", "mark", "cop"})
_QUOTED = frozenset({"``", "''", ":"})
_LINKS = frozenset({"and", "or"})
_BIDS = frozenset({"VBD", "VBN", "VBZ"})
_BIDDEN = frozenset({"MD", "TO"})
_TWO = 2


def with_series(tree: Tree) -> Tree:
    """The tree, with bare verbs and infinitives of a series beside the first verb of it."""
    if tree.tags.count("VB") + tree.tags.count("VBP") < _TWO:
        return tree
    verbs = [n for n, tag in enumerate(tree.tags) if tag == "VB" or _may_be_bare(tree, n)]
    for n, verb in enumerate(verbs):
        if tree.relations[verb] in _ASTRAY:
            earlier = next((v for v in reversed(verbs[:n]) if _is_bidden(tree, v)), None)
            if earlier is not None:
                tree = _mended(tree, earlier, verb)
    return tree


def _may_be_bare(tree: Tree, verb: int) -> bool:
    """Whether a verb behind "then" has no subject, and so is no present tense: "…, then fire"."""
    return tree.tags[verb] == "VBP" and verb > 1 and tree.lemmas[verb - 1] == "then"


def _is_beside(tree: Tree, verb: int, earlier: int) -> bool:
    return tree.relations[verb] == "conj" and (
        tree.heads[verb] == earlier or tree.tags[tree.heads[verb]] == "VB"
    )


def _mended(tree: Tree, earlier: int, verb: int) -> Tree:
    if any(tag in _QUOTED for tag in tree.tags[earlier:verb]):
        return tree
    above = tree.heads[verb]
    if not has(tree, verb, _OWN):
        astray = not _is_beside(tree, verb, earlier) and _goes_on(tree, earlier, verb)
        return hung(tree, {verb: (earlier, "conj")}, {verb: "VB"}) if astray else tree
    first = _opening(tree, earlier)
    if _is_last_of_series(tree, verb) and first != ROOT and _is_among(tree, above, first):
        return _strung(tree, first, verb)
    return tree


def _goes_on(tree: Tree, earlier: int, verb: int) -> bool:
    """Whether a bare verb goes on with what is bidden: behind "then", or beside the verb that bids."""
    above = tree.heads[verb]
    if tree.lemmas[verb - 1] == "then" and tree.tags[above] not in ("VBP", "VBG"):
        return above <= earlier
    if above > earlier and tree.tags[above] == "VBZ" and tree.relations[verb] == "conj":
        return _hangs_from(tree, above, earlier) and _is_relative(tree, above)
    bids = above < earlier and tree.tags[above] in _BIDS and tree.relations[verb] == "conj"
    return bids and "but" not in tree.lemmas[earlier:verb] and _hangs_from(tree, earlier, above)


def _is_relative(tree: Tree, verb: int) -> bool:
    """Whether a verb tells which ones are meant: "seize the arms of whoever disobeys, and hand him over"."""
    return tree.relations[verb] in ("acl:relcl", "acl")


def with_near_conditions(tree: Tree) -> Tree:
    """The tree, with "only if" behind a verb that has its own "may" as the condition of that verb."""
    if "if" not in tree.lemmas and "unless" not in tree.lemmas:
        return tree
    for clause, above in enumerate(tree.heads):
        if tree.relations[clause] != "advcl" or above > clause or not _is_condition(tree, clause):
            continue
        later = [v for v in range(above + 1, clause) if _is_permitted_beside(tree, v, above)]
        if later and min(_branch(tree, clause)) > later[-1]:
            tree = hung(tree, {clause: (later[-1], "advcl")})
    return tree


def _is_condition(tree: Tree, clause: int) -> bool:
    marks = (c for c, head in enumerate(tree.heads) if head == clause and tree.relations[c] == "mark")
    return any(tree.lemmas[c] in ("if", "unless") for c in marks)


def _is_permitted_beside(tree: Tree, verb: int, first: int) -> bool:
    """Whether a verb beside another has a modal of its own: "fire into the air, and may aim at the legs"."""
    beside = tree.relations[verb] == "conj" and _hangs_from(tree, verb, first)
    return beside and any(tree.tags[c] == "MD" for c, head in enumerate(tree.heads) if head == verb)


def _branch(tree: Tree, top: int) -> list[int]:
    return [n for n in range(len(tree.heads)) if _hangs_from(tree, n, top)]


def _opening(tree: Tree, verb: int) -> int:
    """The infinitive that opens a series: of "to call out, to fire", to call."""
    first = _first(tree, verb)
    while tree.relations[first] == "advcl" and tree.tags[first - 2 : first] == (",", "TO"):
        before = (n for n in range(first - 2, 0, -1) if tree.tags[n - 1] == "TO" and tree.tags[n] == "VB")
        first = _first(tree, next(before, ROOT))
    return first


def _is_bidden(tree: Tree, verb: int) -> bool:
    """Whether a modal or "to" stands over a verb, or over the first that it is coordinated with."""
    first = _first(tree, verb)
    return any(tree.tags[c] in _BIDDEN and head == first for c, head in enumerate(tree.heads))


def _first(tree: Tree, verb: int) -> int:
    """The first of the verbs that a tree has beside each other."""
    while tree.relations[verb] == "conj" and tree.tags[tree.heads[verb]] == "VB":
        verb = tree.heads[verb]
    return verb


def _hangs_from(tree: Tree, token: int, above: int) -> bool:
    for _ in range(len(tree.heads)):
        if token == above:
            return True
        token = tree.heads[token]
        if token == ROOT:
            return False
    return False


def _is_among(tree: Tree, above: int, first: int) -> bool:
    """Whether what a verb hangs from is of a series, or a clause with "if" in the middle of it."""
    if _hangs_from(tree, above, first):
        return True
    clause = above > first and tree.relations[above] == "advcl"
    return clause and _hangs_from(tree, first, tree.heads[above])


def _is_last_of_series(tree: Tree, verb: int) -> bool:
    """Whether "and to" stands before an infinitive, with at most a clause of its own between them."""
    if verb < _TWO or tree.tags[verb - 1] != "TO":
        return False
    at = verb - 2
    if tree.tags[at] == ",":
        start = next((n for n in range(at - 1, 0, -1) if tree.tags[n] == ","), 0)
        return start > 0 and tree.lemmas[start - 1] in _LINKS
    return tree.lemmas[at] in _LINKS


def _strung(tree: Tree, first: int, last: int) -> Tree:
    """The tree, with all infinitives behind a comma up to the last as things to be done."""
    links: dict[int, tuple[int, str]] = {}
    for verb in range(first + 1, last + 1):
        led = tree.tags[verb - 1] == "TO" and tree.heads[verb - 1] == verb
        if led and tree.relations[verb] in _ASTRAY and (verb == last or tree.tags[verb - 2] == ","):
            links[verb] = (first, "conj")
    tags = dict.fromkeys(links, "VB")
    over = [n for n in range(first + 1, last) if n not in links and _is_clause_over(tree, n, last)]
    joining = [n for n in range(first + 1, last) if tree.heads[n] in over and tree.relations[n] == "cc"]
    return hung(tree, links | {n: (last, tree.relations[n]) for n in (*over, *joining)}, tags)


def _is_clause_over(tree: Tree, clause: int, last: int) -> bool:
    """Whether the last verb hangs from a clause that stands between "and" and it, and so is of it."""
    return tree.heads[last] == clause and tree.relations[clause] == "advcl"
