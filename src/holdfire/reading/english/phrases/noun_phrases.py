"""What noun phrases name: means, parties, targets, and how many they count."""

from collections.abc import Container, Mapping
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from holdfire.geography.peoples import peoples
from holdfire.model.party import ARMED, FORCES
from holdfire.model.span import Span
from holdfire.model.statement import Phrase
from holdfire.reading.english.phrases.counts import NUMBERS, count_of, stands_for_one
from holdfire.reading.english.words.lexicon import Lexicon, PartyWord
from holdfire.reading.grammar.dependents import NAMING, Dependents

__all__ = ["NUMBERS", "count_of", "is_person", "longest", "means_of", "name_beside", "named", "party_of"]

R = TypeVar("R")
MODIFIERS = ("compound", "amod", "nmod", "flat", "nummod", "nmod:poss", "nmod:desc")
BORDER = frozenset({"border", "frontier", "boundary"})
NAMES = ("NNP", "NNPS")
MEASURES = frozenset({
    "kg", "kilo", "kilos", "kilogram", "kilogramme", "pound", "ton", "tonne", "stick", "charge", "load",
    "total", "series", "hail", "burst", "one", "some", "several", "most", "two", "three", "four", "five",
})  # fmt: skip
"""What counts or measures a means named after "of"."""
OWNERS = {"his": "he", "their": "they", "its": "it", "whose": "who"}
"""Whom a word for an owner points back to: "his death" is a death of him."""
MEMBERS = frozenset({"member", "element"})
"""People of a body, who are not the body: "members of the armed forces"."""
ASIDE = frozenset({"in", "at", "for"})
CLOSE_TO_NAMES = NAMING - ASIDE
"""What leads on with a name where it goes on to an act."""
AFTER_NAMES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
PATROLLING = frozenset({"fire", "shoot", "open", "challenge", "patrol", "chase", "retaliate", "return"})
"""What a party does that is a patrol."""


WHERE = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "left", "right", "far",
     "near", "passenger", "driver", "road", "river", "hill", "mountain"}
)  # fmt: skip
"""Words before "side" that tell a place and no party."""


def longest(tree: Dependents, head: int, table: Mapping[str, R]) -> tuple[R, Span] | None:
    """The row for the longest run of words that ends in a head: "live ammunition" before "ammunition"."""
    for start, key in _runs(tree, head):
        if key in table:
            return table[key], Span(tree.tokens[start].start, tree.tokens[head].end)
    return None


def _runs(tree: Dependents, head: int) -> list[tuple[int, str]]:
    """The runs of words that end in a head, the longest first, each with where it starts."""
    kept: list[tuple[int, str]] | None = tree.kept.get(("runs", head))
    if kept is not None:
        return kept
    key = tree.lemmas[head]
    runs, first = [(head, key)], head
    while (before := first - 1) >= 0:
        joint = " "
        if tree.tokens[before].text == "-" and tree.tree.sentence.joins(before):
            joint, before = "-", before - 1
        elif before and tree.tags[before] == "''":  # "‘non-lethal’ weapons"
            before -= 1
        if tree.heads[before] not in range(first, head + 1) or tree.relations[before] not in MODIFIERS:
            break
        key = f"{tree.tokens[before].text.lower()}{joint}{key}"
        first = before
        runs.append((first, key))
    runs.reverse()
    tree.kept["runs", head] = runs
    return runs


def means_of(tree: Dependents, head: int, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The means that a noun phrase names, with its words; of "60 kilos of dynamite" the dynamite."""
    found = longest(tree, head, lexicon.means)
    if found is not None or tree.lemmas[head] not in MEASURES:
        return found
    of = (c for c in tree.all(head, "nmod") if tree.case(c) == "of")
    return next((m for c in of if (m := longest(tree, c, lexicon.means)) is not None), None)


def thing_of(tree: Dependents, head: int, lexicon: Lexicon) -> str | None:
    """The type of the thing that a noun phrase names, or a part or number of it ("a section of the pipe")."""
    found = longest(tree, head, lexicon.targets)
    part = tree.lemmas[head] in lexicon.cues["part"] or tree.tags[head] == "CD"
    if found is not None or not part:
        return found[0] if found is not None else None
    whole = (c for c in tree.all(head, "nmod") if tree.case(c) == "of")
    return next((f[0] for c in whole if (f := longest(tree, c, lexicon.targets)) is not None), None)


def party_of(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """The kind of party that a noun phrase names; armed words with "border" beside them are border guards.

    A tree has one lexicon.
    """
    if ("party", head) not in tree.kept:
        tree.kept["party", head] = _party_of(tree, head, lexicon)
    kept: PartyWord | None = tree.kept["party", head]
    return kept


def is_kind(tree: Dependents, head: int, lexicon: Lexicon, kinds: Container[str]) -> bool:
    """Whether a noun phrase names a party of some kinds."""
    party = party_of(tree, head, lexicon)
    return party is not None and party.kind in kinds


def _party_of(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    found = longest(tree, head, lexicon.parties)
    row = found[0] if found is not None else _of_whole_name(tree, head, lexicon)
    row = row or _party_beside(tree, head, lexicon)
    if tree.lemmas[head] in lexicon.cues["leader"] and (row is None or row.kind in ("state", "army")):
        row = _force_led(tree, head, lexicon) or row
    if row is None:
        return None
    if row.role == "organization" and (whole := _name_with_of(tree, head, lexicon)) is not None:
        return whole
    if tree.lemmas[head] == "party":
        row = _patrol(tree, head, lexicon) or row
    if tree.lemmas[head] == "side" and _is_where(tree, head):
        return None
    if row.kind == "civilian" and (
        tree.lemmas[head] in lexicon.cues["ranks"] or tree.lemmas[head] == "member"
    ):
        row = _force_of(tree, head, lexicon) or row
    if row.kind in ("army", "police", "state") and row.role and not BORDER.isdisjoint(tree.lemmas):
        near = {tree.lemmas[t] for t in tree.branch(head, ("acl", "acl:relcl", "conj", "nmod", "appos"))}
        if near & BORDER:
            return PartyWord("border guard", row.role)
    return row


def _of_whole_name(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """The row of a name of several words: "al-Shabaab", "Boko Haram"."""
    flat = [t for t in tree.all(head, "flat") if t > head]
    if not flat or tree.tags[head] not in NAMES:
        return None
    parts = [tree.tokens[n] for n in range(head, max(flat) + 1)]
    joints = ["" if b.start == a.end else " " for a, b in pairwise(parts)]
    said = parts[0].text + "".join(j + part.text for j, part in zip(joints, parts[1:], strict=True))
    return lexicon.parties.get(said.lower())


def _name_with_of(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """The row of a name that goes on with "of": "the Army of National Liberation"."""
    after = [t.text.lower() for t in tree.tokens[head : head + 5]]
    if after[1:2] != ["of"]:
        return None
    keys = (" ".join(after[:n]) for n in range(len(after), 2, -1))
    return next((lexicon.parties[key] for key in keys if key in lexicon.parties), None)


def _is_where(tree: Dependents, side: int) -> bool:
    """Whether a side is where something stands: "the south side", "the driver side", "the side of a van"."""
    near = {tree.tokens[c].text.lower() for c in tree.all(side, "amod", "compound")}
    of = next((c for c in tree.all(side, "nmod") if tree.case(c) == "of"), None)
    return not WHERE.isdisjoint(near) or (of is not None and tree.tags[of] in ("NN", "NNS"))


def _patrol(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """A party of men and no political one: "a party of the 41st battalion", "the party fired"."""
    force = _force_of(tree, head, lexicon) or _party_beside(tree, head, lexicon)
    above = tree.heads[head]
    acts = above >= 0 and tree.relations[head] == "nsubj" and tree.lemmas[above] in PATROLLING
    return (
        PartyWord(force.kind, "organization")
        if force
        else PartyWord("army", "organization")
        if acts
        else None
    )


def _force_of(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """The force that people are said to be of: "men of the 75th battalion", "BSF men"."""
    whole = [c for c in tree.all(head, "nmod") if tree.case(c) in ("of", "from")]
    if tree.lemmas[head] in ("man", "personnel", "member"):
        whole += [c for c in tree.all(head, "compound") if not tree.tokens[c].text.istitle()]
    rows = (row for c in whole if (row := party_of(tree, c, lexicon)) is not None)
    return next((PartyWord(row.kind, "individual") for row in rows if row.kind in ARMED), None)


def _force_led(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """The force that somebody leads: "the army chief", "the head of the border guard", "the army's chief"."""
    whole = [
        *tree.all(head, "compound", "nmod:poss"),
        *(c for c in tree.all(head, "nmod") if tree.case(c) == "of"),
    ]
    rows = (row for c in whole if (row := party_of(tree, c, lexicon)) is not None)
    bodies = (r for r in rows if r.role == "organization" or r.kind == "border guard")
    led = next((r for r in bodies if r.kind in FORCES), None)
    return PartyWord(led.kind, "individual") if led is not None else None


def _party_beside(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """The party in "Officer John Smith", "police personnel", "members of the army", "two of the men"."""
    if tree.lemmas[head] in lexicon.targets:
        return None
    collects = tree.lemmas[head] in lexicon.cues["collective"] or tree.tags[head] in ("CD", "DT", "JJ")
    if collects:
        whole = (c for c in tree.all(head, "nmod") if tree.case(c) in ("of", "from"))
        row = next((r for c in whole if (r := party_of(tree, c, lexicon)) is not None), None)
        if row is not None:
            return PartyWord(row.kind, "individual") if tree.lemmas[head] in MEMBERS else row
    if tree.lemmas[head] in lexicon.cues["titled"] or tree.tags[head] in NAMES:
        beside = ("compound", "flat", "amod", "appos", "nmod:desc")
        before = (c for c in tree.all(head, *beside) if tree.tags[c] != "CD")
        row = next((row for c in before if (row := party_of(tree, c, lexicon)) is not None), None)
        return PartyWord(row.kind, "individual") if row and tree.lemmas[head] in MEMBERS else row
    return None


def is_aged(tree: Dependents, head: int) -> bool:
    """Whether a phrase names someone by age ("a 22-year-old")."""
    word = tree.tokens[head].text.lower()
    return word.endswith("-old") or (
        word == "old" and any(tree.lemmas[c] == "year" for c in tree.children[head])
    )


def is_person(tree: Dependents, head: int, lexicon: Lexicon) -> bool:
    """Whether a phrase may name people: a party, a name, a pronoun, a number of them."""
    tag = tree.tags[head]
    if tree.lemmas[head] in lexicon.cues["abstract"] or tree.lemmas[head] in lexicon.targets:
        return False
    if party_of(tree, head, lexicon) is not None:
        return True
    if tag == "PRP":
        return tree.lemmas[head] != "it"
    if tag in NAMES or tag in ("CD", "DT", "WP") or tree.lemmas[head] in lexicon.cues["people"]:
        return True
    written = tree.tokens[head].text
    if written in peoples() or written.lower() in NUMBERS:
        return True
    return is_aged(tree, head) or stands_for_one(tree, head)


def named(tree: Dependents, head: int, lexicon: Lexicon) -> Phrase:
    """A noun phrase with the kind of party or thing it names, and its number; a tree has one lexicon."""
    kept: Phrase | None = tree.kept.get(("named", head))
    if kept is None:
        kept = tree.kept["named", head] = _named(tree, head, lexicon)
    return kept


def _named(tree: Dependents, head: int, lexicon: Lexicon) -> Phrase:
    party = party_of(tree, head, lexicon)
    name = name_beside(tree, head) if party is not None and party.role == "individual" else None
    thing = None if party is not None else thing_of(tree, head, lexicon)
    if party is None and thing is None:
        party = _described(tree, head, lexicon)
    shown = head if name is None else name
    flat = tree.all(shown, "flat")
    after = [*flat, *tree.names_after(max((shown, *flat)))]
    surname = [t for t in after if tree.lemmas[t] not in AFTER_NAMES][-1:] or [shown]
    keeping = CLOSE_TO_NAMES if party is not None and _tells_of_act(tree, shown, lexicon) else NAMING
    return replace(
        tree.phrase(shown, keeping),
        head=tree.word(surname[0]),
        lemma=OWNERS.get(tree.lemmas[surname[0]], tree.lemmas[surname[0]]),
        kind=party.kind if party is not None else None,
        role=party.role if party is not None else None,
        thing=thing,
        count=count_of(tree, head),
        proper=_is_proper(tree, shown),
        described=tree.lemmas[head] if name is not None and _is_known(tree, head) else None,
    )


def _tells_of_act(tree: Dependents, head: int, lexicon: Lexicon) -> bool:
    """Whether a phrase goes on to what was done or when: "men in an attack", "navy men for fishing"."""
    after = (c for c in tree.all(head, "nmod", "obl") if c > head and tree.case(c) in ASIDE)
    return any(
        tree.lemmas[c] in lexicon.act_nouns or tree.lemmas[c] == "past" or tree.tokens[c].text.endswith("ing")
        for c in after
    )


def _is_known(tree: Dependents, head: int) -> bool:
    """Whether a phrase speaks of someone as told of before, or as somebody's ("the farmer", "her father")."""
    if tree.one(head, "nmod:poss") is not None:
        return True
    return tree.has(head, ("the", "this", "that"), "det")


def _is_proper(tree: Dependents, head: int) -> bool:
    """Whether a phrase is somebody's name by the tags of its words, those before a surname included."""
    if tree.tags[head] == "NNPS" or tree.one(head, "det", "nummod") is not None:
        return False
    near = [*tree.all(head, "flat"), *tree.names_after(head)]
    near += tree.all(head, "compound") if tree.tags[head] == "NN" else ()
    return all(tree.tags[t] == "NNP" for t in near) and bool(near or tree.tags[head] == "NNP")


def name_beside(tree: Dependents, head: int) -> int | None:
    """The name of one person that follows his description: "a farmer, John Smith,".

    A tree may have the two as a list; of a list nothing else may stand in it, nor "and" before the name.
    """
    if tree.tags[head] != "NN" or tree.one(head, "nummod") is not None:
        return None
    listed = tree.all(head, "conj")
    alone = len(listed) == 1 and tree.one(listed[0], "cc") is None
    near = [*tree.all(head, "appos"), *(listed if alone and not _goes_on(tree, listed[0]) else ())]
    beside = (c for c in near if c > head and tree.tags[c] == "NNP")
    return next((c for c in beside if "," in (tree.tags[(f := min(tree.branch(c)))], tree.tags[f - 1])), None)


def _goes_on(tree: Dependents, name: int) -> bool:
    """Whether a list goes on behind a name, which then is of somebody else: "a farmer, Smith and a boy"."""
    return any(tree.relations[c] in ("conj", "cc") for c in tree.branch(name) if c != name)


def _described(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """What a name is said to be right after it: "John Smith, a farmer,"."""
    if tree.tags[head] not in NAMES:
        return None
    beside = (c for c in tree.all(head, "appos") if c > head and tree.tags[c] == "NN")
    return next((row for c in beside if (row := party_of(tree, c, lexicon)) is not None), None)
