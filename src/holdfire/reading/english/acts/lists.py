"""What was done told as the items of a list: "Arrested: 19", "Dead: none. Injured: seven"."""

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import made
from holdfire.reading.english.phrases.counts import NOBODY, number_in
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication
from holdfire.reading.grammar.rule import Example, Rule

ACTS = {"killed": "kill", "injured": "injure", "detained": "detain"}
REACH = 4


def _item(site: Site[Lexicon]) -> Deed | None:
    """Forms like "Arrested: at least 26"."""
    tree, label = site.tree, site.anchor
    colon = label + 1
    if colon >= len(tree.tokens) or tree.tokens[colon].text != ":":
        return None
    number = _number_after(tree, colon)
    if number is None:
        return None
    pred = Predication(label, tree.lemmas[label], "active")
    means = ("arrest", tree.word(label)) if site.row == "detained" else (None, None)
    told = made(site, "harm.item", pred, ACTS[site.row], [number], harm=site.row, means=means)
    return replace(told, mood="happened", targets=())


def _number_after(tree: Dependents, colon: int) -> int | None:
    """The number that an item gives, before anything else that ends it."""
    for token in range(colon + 1, min(colon + 1 + REACH, len(tree.tokens))):
        word = tree.tokens[token].text.lower()
        if number_in(word) is not None or word in NOBODY:
            return token
        if tree.tags[token] in (",", ".", ":"):
            return None
    return None


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "harm.item",
        Frame("cues.item", tags="VJN"),
        _item,
        (
            Example("Arrested: at least 26.", "detain arrest  > "),
            Example("Dead: none.", "kill None  > "),
        ),
        ("The injured: who they are is not known.",),
        note="an item of a list that counts the dead, the hurt or the held",
    ),
)
