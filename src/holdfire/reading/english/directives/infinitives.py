"""What an ordering verb governs: the infinitive of what is ordered, wherever a tree has it."""

from holdfire.reading.grammar.dependents import Dependents

FREE = frozenset({"agree", "promise", "pledge", "undertake", "vow", "threaten", "propose", "commit"})
TO_DOING = frozenset({"commit", "agree", "consent"})
"""Verbs that are told of what is undertaken by "to" and a participle: "committed to keeping"."""
"""Verbs whose infinitive needs no one who is told."""
TOLD_OF = frozenset({"go", "know"})
STAYING = frozenset({
    "live", "reside", "stay", "stand", "patrol", "serve", "work", "guard", "deploy", "station", "post",
    "base", "man", "assign", "gather",
})  # fmt: skip
"""What those do or are who are told something where they are."""
EDGES = frozenset({
    "river", "bank", "fence", "border", "line", "zone", "frontier", "wall", "strip", "barrier", "shore",
    "boundary", "wire", "belt", "embankment", "island", "field",
})  # fmt: skip
"""What residents at a border are told to keep away from."""


def infinitive_of(tree: Dependents, verb: int, *, bare: bool) -> int | None:
    """The infinitive that a verb governs, wherever the parser hung it."""
    for clause in tree.all(verb, "xcomp", "ccomp", "advcl", "csubj", "obl"):
        marked = any(tree.tags[m] == "TO" for m in tree.all(clause, "mark", "aux"))
        if tree.relations[clause] == "obl" and not _is_not_to(tree, clause):
            continue
        marked = marked or tree.relations[clause] == "obl" or _is_to_doing(tree, verb, clause)
        if clause > verb and (marked or (bare and tree.tags[clause] in ("VB", "VBP"))):
            loose = tree.relations[clause] == "advcl" and tree.one(verb, "obj", "iobj", "nsubj:pass") is None
            free = tree.lemmas[verb] in FREE or not loose
            said = tree.lemmas[clause] in TOLD_OF and not is_at_edge(tree, clause)
            return clause if free and not said else None
    near = [verb, *(tree.all(verb, "obl", "obj") if tree.lemmas[verb] in FREE else ())]
    beside = (c for t in near for c in tree.all(t, "conj") if tree.tags[c] == "VB" != tree.tags[t])
    joined = (c for c in beside if tree.led_by_to(c))
    return next(joined, None) or _behind_participle(tree, verb)  # "agreed to a truce and to pull back"


def _is_to_doing(tree: Dependents, verb: int, clause: int) -> bool:
    """Whether a participle stands behind "to": "committed to keeping their distance"."""
    to = tree.has(clause, ("to",), "mark", "case")
    return to and tree.tags[clause] == "VBG" and tree.lemmas[verb] in TO_DOING


def _behind_participle(tree: Dependents, verb: int) -> int | None:
    """What a tree has under a clause on who is told: "ordered men living at the river TO LEAVE"."""
    told = tree.all(verb, "obj", "iobj", "nsubj:pass")
    below = (c for t in told if t > verb for c in tree.all(t, "acl") if tree.lemmas[c] in STAYING)
    found = (c for clause in below for c in tree.all(clause, "advcl", "xcomp") if c > clause)
    return next((c for c in found if tree.led_by_to(c)), None)


def _is_not_to(tree: Dependents, clause: int) -> bool:
    """Whether a verb stands behind "not to", which a tree may take for a phrase: "told not to intervene"."""
    to = [c for c in tree.all(clause, "case") if tree.lemmas[c] == "to"]
    return tree.tags[clause] == "VB" and bool(to) and tree.lemmas[to[0] - 1] == "not"


def loose_verb(tree: Dependents, verb: int, *, bare: bool) -> int | None:
    """The verb that a tree has beside who is told and not under what tells him, right behind him.

    "An order that LET SOLDIERS open fire", "claims that it had ORDERED ITS MEN to shoot", "AUTHORISED THE
    MISSION to use force".
    """
    whom = tree.one(verb, "obj", "iobj")
    after = max(tree.branch(whom, ("acl",))) + 1 if whom is not None and whom > verb else len(tree.tags)
    to = after < len(tree.tags) and tree.tags[after] == "TO" and not bare
    after += to
    while to and after < len(tree.tags) and tree.tokens[after].text in ("“", '"', "``"):
        after += 1  # "allows the military to “perform …”"
    if not (bare or to) or after >= len(tree.tags) or tree.tags[after] != "VB":
        return None
    within = tree.branch(whom) if whom is not None else []
    if tree.heads[after] not in (*within, *tree.above(verb)) or (to and tree.relations[after] != "acl"):
        return None
    marks = ("nsubj", "aux", "cop", "cc") if to else ("nsubj", "mark", "aux", "cop", "cc")
    return after if tree.one(after, *marks) is None else None


def is_at_edge(tree: Dependents, verb: int) -> bool:
    """Whether a verb is about a border, or a length from it: "go within 100 metres of the bank"."""
    near = tree.all(verb, "obj", "obl")
    return any(tree.lemmas[t] in EDGES for c in near for t in (c, *tree.all(c, "nmod")))
