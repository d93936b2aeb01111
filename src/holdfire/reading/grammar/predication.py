"""A predicate with its participants, the same for active, passive, controlled, relative and nominal forms.

Universal Dependencies in, roles out: no word of any language is named here but by relation and tag.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from holdfire.model.tree import ROOT
from holdfire.reading.grammar.control import inherit, of_relative
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, RELATIVE_TAGS, SUBJECTS, Dependents
from holdfire.reading.grammar.voice import FINITE, is_passive, tells_of_object, trails

Voice = Literal["active", "passive", "nominal"]
OBLIQUES = ("obl", "obl:agent", "nmod", "obl:unmarked", "obl:arg")
CLOSE = 2
MEANS = frozenset(
    {"over", "via", "through", "with", "at", "near", "among", "to", "along", "including", "like", "of"}
)
"""What leads to no agent, though the tree may say so: "warned over loudspeakers"."""
BARE = ("VBN", "VBD", "NN", "JJ")
ATTRIBUTES = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "CD", "HYPH"})
GAP_SUBJECTS = ("NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ")
IN_SUBJECTS = frozenset({*GAP_SUBJECTS, "PRP$", "HYPH", "POS", "JJR"})
BOUNDS = frozenset({"RB", "RBR", "JJR", "JJS", "IN"})
"""Tags of what stands before a number: "about", "more than", "at least"."""
ABOUT = frozenset({"of", "for", "about", "against"})
"""What leads from a noun to what it is about, which it does not do: "a policy of shooting"."""
LINKS = frozenset({"after", "before", "since", "until", "as", "while"})


class Predication(msgspec.Struct, frozen=True):
    """A predicate and who or what fills its roles, as token indices.

    `agents` do, `patients` are done to, `recipients` are told or given; `obliques` are pairs of a preposition
    and a token; `controlled` says that an agent was taken from the clause above. A tree has one for each
    predicate, which all rules share.
    """

    head: int
    lemma: str
    voice: Voice
    agents: Sequence[int] = ()
    patients: Sequence[int] = ()
    recipients: Sequence[int] = ()
    obliques: Sequence[tuple[str, int]] = ()
    controlled: bool = False


class _Roles(msgspec.Struct):
    """The participants of a verb while they are sought."""

    head: int
    passive: bool
    agents: list[int]
    patients: list[int]
    recipients: list[int]
    obliques: list[tuple[str, int]]
    controlled: bool = False


def predication(tree: Dependents, head: int) -> Predication:
    """The predicate at a token with its participants."""
    kept: Predication | None = tree.kept.get(("predication", head))
    if kept is None:
        kept = _verbal(tree, head) if tree.tags[head][0] == "V" else _nominal(tree, head)
        tree.kept["predication", head] = kept
    return kept


def _verbal(tree: Dependents, head: int) -> Predication:
    passive = is_passive(tree, head)
    made = _Roles(head, passive, [], [], tree.all(head, "iobj"), _obliques(tree, head))
    subjects = tree.all(head, *SUBJECTS, *(() if passive else PASSIVE_SUBJECTS))
    for child in _own(tree, head, subjects) if len(subjects) > 1 else subjects:
        (made.patients if passive else made.agents).append(child)
    if passive:
        made.patients += [c for c in tree.all(head, *PASSIVE_SUBJECTS) if not _is_of_next(tree, head, c)]
    made.agents += [a for a in tree.all(head, "obl:agent") if tree.case(a) not in MEANS]
    if passive and not made.agents:
        made.agents += _shared_agents(tree, head)
    objects = [o for o in tree.all(head, "obj") if not _is_concession(tree, o) and tree.one(o, "cop") is None]
    objects = objects or ([] if passive else _shared_object(tree, head))
    made.patients += objects
    if not is_named(tree, head):
        _find_subject(tree, made)
    return Predication(
        head,
        tree.lemmas[head],
        "passive" if made.passive else "active",
        _spread(tree, made.agents),
        _spread(tree, made.patients),
        _spread(tree, made.recipients),
        made.obliques,
        made.controlled,
    )


def _find_subject(tree: Dependents, made: _Roles) -> None:
    """Look for who does or suffers it beyond the verb's own children."""
    head = made.head
    _bind_relative(tree, made)
    if (gap := gapped(tree, head)) is not None:
        made.passive, made.agents, made.patients = True, [a for a in made.agents if a != gap], [gap]
    if made.passive and not made.patients and (before := _noun_before(tree, head)) is not None:
        made.patients.append(before)
    role = made.patients if made.passive else made.agents
    if not role and (led := _led_subject(tree, head)) is not None:
        role.append(led)
    elif not role:
        found, made.controlled = inherit(tree, head)
        role += found


def _led_subject(tree: Dependents, head: int) -> int | None:
    """The subject that a tree has for a phrase of time right before its verb: "after Sergeant Kos fired"."""
    helpers = tree.all(head, "aux", "aux:pass")
    first = min([head, *(h for h in helpers if h < head)])
    if tree.tags[first] not in FINITE or LINKS.isdisjoint(tree.lemmas[:first]):
        return None
    token = first - 1
    while token >= 0 and max(tree.branch(token)) == first - 1:
        if tree.relations[token] in ("obl", "nmod") and tree.case(token) in LINKS:
            whole = all(tree.tags[t] != "," for t in tree.branch(token))
            return token if whole and tree.tags[token][0] in "NP" else None
        token = tree.heads[token]
    return None


def _own(tree: Dependents, head: int, subjects: list[int]) -> list[int]:
    """The subjects without those that stand before the clause: "the ministry informs that units fired"."""
    mark = max((m for m in tree.all(head, "mark") if m < head), default=-1)
    left, right = subjects[-2:]
    inside = {*tree.branch(left), *tree.branch(right)}
    if left < right < head and any(
        tree.tags[t] in FINITE and t not in inside and tree.heads[head] == t for t in range(left + 1, right)
    ):
        mark = max(mark, left)  # "the trader tried to resist; the men shot him"
    return [s for s in subjects if s > mark] or subjects


def _is_concession(tree: Dependents, token: int) -> bool:
    """Whether a word stands beside its verb between commas: "fire, whoever it may be, on anyone"."""
    return tree.tags[token] in RELATIVE_TAGS and tree.lemmas[token - 1] == "," and token > tree.heads[token]


def gapped(tree: Dependents, token: int) -> int | None:
    """The subject right before a participle whose auxiliary stands with another: "one was hurt and two held".

    The tree may hang it from either verb, or from none.
    """
    before = token - 1
    if before < 1 or tree.tags[before] not in GAP_SUBJECTS or tree.tags[token] not in BARE:
        return None
    if tree.one(token, "aux", "aux:pass", "cop", "obj", "case") is not None:
        return None
    start = before
    while start > 0 and tree.tags[start - 1] in IN_SUBJECTS:
        start -= 1
    while start > 1 and tree.tags[start] in BOUNDS | {"CD"} and tree.tags[start - 1] in BOUNDS:
        start -= 1
    linked = start > 1 and (tree.tags[start - 1] == "CC" or tree.tags[start - 1] in (",", ":"))
    above = next((v for v in tree.above(token) if v < start and tree.tags[v][0] == "V"), None)
    if not linked or above is None or tree.one(above, "aux:pass") is None:
        return None
    inside = range(start, token)
    own = tree.tags[token] == "VBD" and tree.relations[before] == "nsubj"
    if own and tree.tags[before] != "DT" and all(tree.tags[t] != "CD" for t in inside):
        return None  # "shots were fired, and soldiers fired back"
    free = all(start <= tree.heads[t] <= token or tree.heads[t] == above for t in inside)
    return before if free and tree.relations[token] in ("conj", "xcomp", "dep", "parataxis") else None


def _is_of_next(tree: Dependents, head: int, subject: int) -> bool:
    """Whether a subject after its verb is that of the participle after it ("one was hurt and two held")."""
    after = subject + 1
    return head < subject and after < len(tree.heads) and gapped(tree, after) == subject


def _shared_agents(tree: Dependents, head: int) -> list[int]:
    """Who does two things to somebody, told by one of them: "stripped and beaten by officers"."""
    if (
        tree.relations[head] == "conj"
        and tree.tags[head] == "VBN"
        and tree.one(head, *PASSIVE_SUBJECTS) is None
    ):
        return [a for a in tree.all(tree.heads[head], "obl:agent") if a > head and tree.case(a) not in MEANS]
    after = (c for c in tree.all(head, "conj") if c - head <= CLOSE and tree.tags[c] == "VBN")
    alone = (c for c in after if tree.one(c, *PASSIVE_SUBJECTS, *SUBJECTS, "aux:pass") is None)
    return [a for c in alone for a in tree.all(c, "obl:agent") if tree.case(a) not in MEANS]


def _shared_object(tree: Dependents, head: int) -> list[int]:
    """The object of coordinated verbs that stands by one of them only: "shot and killed three people"."""
    first = head
    while tree.relations[first] == "conj" and tree.tags[tree.heads[first]][0] == "V":
        first = tree.heads[first]
        if found := [o for o in tree.all(first, "obj") if o > head]:
            return found
    if first != head:
        return []
    near = [c for c in tree.all(head, "conj") if c - head <= CLOSE and tree.tags[c] == tree.tags[head]]
    return [o for c in near for o in tree.all(c, "obj")]


def _obliques(tree: Dependents, head: int) -> list[tuple[str, int]]:
    out = []
    for child in tree.all(head, *OBLIQUES):
        case = tree.case(child)
        out += [(tree.case(each) or case, each) for each in tree.conjuncts(child)]
    return out


def _spread(tree: Dependents, tokens: list[int]) -> list[int]:
    """The tokens with their conjuncts, each once, in order.

    Relative words that point nowhere are dropped; with a clause of their own they stand ("whoever enters").
    """
    if not tokens:
        return []
    every = {each for token in tokens for each in tree.conjuncts(token)}
    return sorted(t for t in every if tree.tags[t] not in RELATIVE_TAGS or tree.children[t])


def _bind_relative(tree: Dependents, made: _Roles) -> None:
    """In a relative or reduced clause, let the noun above fill the gap."""
    head = made.head
    if tree.relations[head] == "conj" and tree.relations[tree.heads[head]].startswith("acl"):
        first = tree.heads[head]
    else:
        first = head
    relation, above = tree.relations[first], tree.heads[first]
    if not relation.startswith("acl") or above == ROOT:
        return
    for role in (made.agents, made.patients, made.recipients):
        role[:] = of_relative(tree, first, role)
    made.obliques = [(c, above if tree.tags[t] in RELATIVE_TAGS else t) for c, t in made.obliques]
    tag = tree.tags[head]
    if made.passive and not made.patients:
        made.patients.append(above)
    elif tag == "VBG" and not made.agents and not tree.has(head, ABOUT, "mark", "case"):
        made.agents.append(above)


def _noun_before(tree: Dependents, head: int) -> int | None:
    """The noun that a bare participle follows, if the tree hangs it higher: "a man shot by a guard died"."""
    before = head - 1
    if trails(tree, head):
        return before
    bare = tree.tags[head] == "VBN" and tree.one(head, "aux", "aux:pass") is None
    if before >= 0 and bare and tree.tags[before] == "CD" and tree.heads[before] == head:
        return before  # "spoke of 43 killed"
    if before < 0 or not bare:
        return None
    if tree.relations[head] == "conj" and tells_of_object(tree, head):
        return before
    if not tree.relations[before].startswith("nsubj"):
        return None
    return before if tree.tags[before][0] == "N" and tree.heads[before] > head else None


def is_named(tree: Dependents, token: int) -> bool:
    """Whether a participle stands as a noun, though the tree has a clause: "in a drive-by shooting"."""
    if tree.tags[token] != "VBG" or tree.relations[token] in ("xcomp", "root") or not token:
        return False
    before = token - 1
    if tree.tags[before] in ("DT", "POS") or (tree.tags[before] == "IN" and tree.tags[before - 1] == "HYPH"):
        return True
    first = before
    while first > 0 and tree.tags[first] in ATTRIBUTES:
        first -= 1
    if first == before or tree.tags[first] not in ("DT", "POS", "PRP$"):
        return False
    if tree.relations[token] == "acl" and tree.heads[token] > first:
        return False  # "the man on the bridge shooting at boats"
    thing = tree.tags[before] not in ("NN", "NNP") or tree.relations[before] in (
        "nmod",
        "obl",
        "obl:unmarked",
        "compound",
    )
    return thing and not (tree.tags[before] == "NN" and tree.one(token, "obj") is not None)


def _nominal(tree: Dependents, head: int) -> Predication:
    obliques: list[tuple[str, int]] = []
    for child in tree.children[head]:
        relation = tree.relations[child]
        if relation.startswith("nmod") and relation != "nmod:poss":
            case = tree.case(child)
            obliques += [(case, each) for each in tree.conjuncts(child)]
        elif relation == "nmod:poss":
            obliques.append(("poss", child))
        elif relation in ("compound", "amod"):
            obliques.append((relation, child))
    return Predication(head, tree.lemmas[head], "nominal", obliques=obliques)
