"""Who does what a verb tells that has no subject of its own: control, coordination, participles."""

from holdfire.model.tree import ROOT
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, RELATIVE_TAGS, SUBJECTS, Dependents
from holdfire.reading.grammar.voice import FINITE

OBJECTS = ("obj", "iobj")
CHARGES = frozenset({"charge", "count", "accusation", "allegation", "trial"})
"""What somebody faces for what he did: it did nothing itself ("face charges of torturing")."""
TELLING = frozenset({"document", "record", "report", "register", "confirm", "announce", "mourn", "condemn"})
FATES = frozenset({"killing", "death", "murder", "arrest", "detention", "wounding", "injury", "abduction"})
"""What is told of somebody, who then is the one a participle behind it tells of."""
SUFFERING = frozenset({"sustain", "suffer", "receive"})
OF_OBJECT = frozenset({"of", "from", "for", "with", "as"})


def inherit(tree: Dependents, head: int) -> tuple[list[int], bool]:
    """Who fills the missing role of a verb, and whether the clause above names them."""
    if (told := _said_of(tree, head)) is not None:
        return [told], False
    token, relation = head, tree.relations[head]
    for _ in range(4):
        above = tree.heads[token]
        if above == ROOT:
            break
        found = _controller(tree, above, relation, token)
        if relation == "xcomp" and token != head and _is_of_subject(tree, token, head):
            found = tree.all(above, *SUBJECTS) or found
        if relation == "ccomp" and tree.tokens[token - 1].text == ",":  # "took him out, beat him, he said"
            found = found or _of_series(tree, above, token)
        if found and relation == "conj":
            if _disagree(tree, token, found):
                found = _of_content(tree, above, token) or found
            elif tree.one(token, "cc") is None:  # "he said a man came, drew a gun, and shot"
                found = _of_series(tree, above, token) or found
        if found:
            return of_relative(tree, above, found), True
        if _keeps_object(tree, token) and _is_accused(tree, above):
            return [tree.heads[above]], True  # "men charged with killing a guard"
        if relation == "advcl" and token < above and tree.relations[above] != "conj":
            break  # what stands before a verb without a subject is its subject ("firing on men harms")
        if relation not in ("conj", "xcomp", "advcl", "ccomp", "parataxis"):
            break
        token, relation = above, tree.relations[above]
    return [], False


def _is_of_subject(tree: Dependents, token: int, head: int) -> bool:
    """Whether whoever bids somebody else does what is told below: "let them go after searching them".

    And so who fires in "told him to drop it before firing".
    """
    return tree.one(token, "mark") is None or tree.has(head, ("before",), "mark")


def _keeps_object(tree: Dependents, token: int) -> bool:
    """Whether a participle is told of the object above: "accused them of firing", "quoted him as saying"."""
    marks = (tree.tokens[c].text.lower() for c in tree.all(token, "mark"))
    return tree.relations[token] == "advcl" and any(m in OF_OBJECT for m in marks)


def _controller(tree: Dependents, above: int, relation: str, token: int) -> list[int]:
    if relation == "xcomp" or _keeps_object(tree, token):
        objects = [o for o in tree.all(above, *OBJECTS) if tree.lemmas[o] not in CHARGES]
        if objects:
            return objects
    if relation == "advcl" and token > above and (whom := _whose_fate(tree, above)) is not None:
        return [whom]
    if relation == "advcl" and token < above and (him := _whom_it_befell(tree, token, above)) is not None:
        return [him]
    raised = relation == "ccomp" and tree.led_by_to(token)
    if raised or relation in ("conj", "xcomp", "advcl", "parataxis"):
        return tree.all(above, *SUBJECTS, *PASSIVE_SUBJECTS)
    return []


def _whose_fate(tree: Dependents, above: int) -> int | None:
    """Who is killed or held in what is only told of: "documented the killing of a man after being shot"."""
    if tree.lemmas[above] not in TELLING:
        return None
    fates = [o for o in tree.all(above, "obj") if tree.lemmas[o] in FATES]
    return next((t for o in fates for t in tree.all(o, "nmod") if tree.case(t) == "of"), None)


def _whom_it_befell(tree: Dependents, token: int, above: int) -> int | None:
    """Who was hurt before others did something to him: "after sustaining wounds, friends took him away"."""
    hurt = tree.lemmas[token] in SUFFERING or tree.one(token, "aux:pass") is not None
    objects = (o for o in tree.all(above, "obj") if tree.tags[o] == "PRP")
    return next(objects, None) if hurt and tree.tags[token][0] == "V" else None


def _is_accused(tree: Dependents, above: int) -> bool:
    """Whether a participle tells of a noun above it: "men charged with", "an officer suspected of"."""
    return tree.relations[above] in ("acl", "amod") and tree.tags[above] in ("VBN", "JJ")


def of_relative(tree: Dependents, above: int, subjects: list[int]) -> list[int]:
    """The subjects of a clause, with the noun for the word that stands for it: "a law that bans and lets"."""
    noun = tree.heads[above]
    if noun == ROOT or not tree.relations[above].startswith("acl"):
        return subjects
    return [noun if tree.tags[t] in RELATIVE_TAGS or _is_that(tree, t) else t for t in subjects]


def _is_that(tree: Dependents, token: int) -> bool:
    return tree.tags[token] in {"IN", "DT"} and not tree.children[token] and tree.relations[token] == "nsubj"


def _disagree(tree: Dependents, token: int, subjects: list[int]) -> bool:
    """Whether a verb of the plural would have one person for its subject: "he said his men … are told"."""
    finite = next((c for c in tree.children[token] if tree.tags[c] in ("VBP", "VBZ")), token)
    one = len(tree.conjuncts(subjects[0])) == 1 and tree.tags[subjects[0]] in ("NN", "NNP")
    return tree.tags[finite] == "VBP" and one and len(subjects) == 1


def _of_series(tree: Dependents, above: int, token: int) -> list[int]:
    """The subject of a clause that is handed on, before a second verb in a series with its own."""
    said = [c for c in tree.all(above, "ccomp") if c < token and tree.tags[c] == tree.tags[token]]
    return tree.all(said[-1], *SUBJECTS) if said else []


def _of_content(tree: Dependents, above: int, token: int) -> list[int]:
    """The subject of the clause that a verb of speech hands on, before a verb that a tree has beside it."""
    said = [c for c in tree.all(above, "ccomp") if c < token]
    subjects = tree.all(said[-1], *SUBJECTS, *PASSIVE_SUBJECTS) if said else []
    return [s for s in subjects if tree.tags[s] in ("NNS", "NNPS", "PRP")]


def _said_of(tree: Dependents, verb: int) -> int | None:
    """Of whom a verb is said: "a man they say once shot a guard", from wherever the tree hangs it."""
    said = verb - 1
    while said > 1 and tree.tags[said] == "RB":
        said -= 1
    if said < 2 or tree.tags[verb] not in FINITE or tree.tags[said] not in FINITE:
        return None
    who, noun = said - 1, said - 2
    tells = tree.tags[who] == "PRP" and tree.heads[who] == said and tree.one(said, "obj") is None
    return noun if tells and tree.tags[noun][0] == "N" else None
