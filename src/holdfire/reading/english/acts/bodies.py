"""The bodies that those who act are of: "guerrillas of the Red Front", "members of the army"."""

from collections.abc import Iterable

from msgspec.structs import replace

from holdfire.model.party import ARMED_OR_STATE
from holdfire.model.span import Span
from holdfire.model.statement import Phrase
from holdfire.reading.english.acts.crewed import POSTS, VESSELS, kind_of_crew, stands_for_crew
from holdfire.reading.english.phrases.noun_phrases import MEMBERS, named, party_of
from holdfire.reading.english.words.lexicon import Lexicon, PartyWord
from holdfire.reading.grammar.dependents import Dependents

LONGEST = 5
"""How many words the name of a body in the tables may have."""


def doing(tree: Dependents, token: int, words: Lexicon) -> Phrase:
    """Who acts; a name that armed people are said to be of is an armed group's."""
    phrase = named(tree, token, words)
    above = tree.heads[token]
    written = _written(tree, token, words) if tree.relations[token] == "compound" else None
    if written is not None and written[1].start <= phrase.span.start:
        row, span = written
        return replace(phrase, span=span, kind=row.kind, role=row.role)
    if _names_group(tree, above, token, words):
        return replace(phrase, kind="armed group", role="organization")
    if phrase.kind is None and tree.lemmas[token] in VESSELS | POSTS and stands_for_crew(tree, token, words):
        return replace(phrase, kind=kind_of_crew(tree, token), role="organization")
    if phrase.kind is None and _names_body(tree, above, token):
        return replace(phrase, role="organization")
    if phrase.role is None and phrase.lemma in MEMBERS:
        return replace(phrase, role="individual")
    return phrase


def with_groups(tree: Dependents, actors: Iterable[int], words: Lexicon) -> list[int]:
    """The actors, and the bodies that they are said to be of ("guerrillas of the front")."""
    out = list(dict.fromkeys(actors))
    for actor in list(out):
        for below in tree.all(actor, "nmod", "compound"):
            if below not in out and (
                _is_body(tree, actor, below, words)
                or _names_group(tree, actor, below, words)
                or _names_body(tree, actor, below)
            ):
                out.append(below)
    return out


def _written(tree: Dependents, token: int, words: Lexicon) -> tuple[PartyWord, Span] | None:
    """The longest name of a body that is written up to a word, however a tree hangs its parts."""
    for first in range(max(0, token - LONGEST + 1), token + 1):
        row = words.parties.get(" ".join(t.text.lower() for t in tree.tokens[first : token + 1]))
        if row is not None and row.role == "organization":
            return row, Span(tree.tokens[first].start, tree.tokens[token].end)
    return None


def _names_body(tree: Dependents, actor: int, below: int) -> bool:
    """Whether a name is that of the body that people are members of, of whatever kind it is."""
    own = actor >= 0 and tree.lemmas[actor] in MEMBERS and tree.tags[below] in ("NNP", "NNPS")
    return own and tree.relations[below] in ("nmod", "compound") and tree.case(below) in ("of", "")


def _is_body(tree: Dependents, actor: int, below: int, words: Lexicon) -> bool:
    """Whether a word stands for the armed body that people are of; of an army only its members say so."""
    written = _written(tree, below, words)
    if written is not None and written[1].contains(tree.word(actor)):
        return False
    row = written[0] if written is not None else party_of(tree, below, words)
    if row is None or row.role != "organization":
        return False
    return row.kind == "armed group" or (row.kind in ARMED_OR_STATE and tree.lemmas[actor] in MEMBERS)


def _names_group(tree: Dependents, actor: int, below: int, words: Lexicon) -> bool:
    """Whether a name that no table has is that of the group of rebels ("guerrillas of the Red Front")."""
    if (
        actor < 0
        or tree.tags[below] not in ("NNP", "NNPS")
        or tree.relations[below] not in ("nmod", "compound")
    ):
        return False
    row = party_of(tree, actor, words)
    if (
        row is None
        or (row.kind, row.role) != ("armed group", "individual")
        or tree.case(below) not in ("of", "")
    ):
        return False
    own = party_of(tree, below, words)
    return own is None or own.kind == "army"  # "fighters of the Desert Army"
