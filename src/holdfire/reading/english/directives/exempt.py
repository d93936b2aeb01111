"""Whom an order leaves out: "the ban does not apply to doctors", "ambulances are exempt from the curfew"."""

from msgspec.structs import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule

SUBJECT = ("nsubj", "nsubj:pass")
POINTING = frozenset({"it", "this", "they", "these"})
MADE = frozenset({"make", "allow", "grant", "provide"})


def _exempt(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the ban does not apply to X", "X are exempt from it", "an exception is made for X"."""
    tree, anchor = site.tree, site.anchor
    if site.row == "not":
        about = negated(tree, anchor) and any(_is_order(site, t) for t in tree.all(anchor, *SUBJECT))
        whom = [*tree.all(anchor, "obj"), *_led_by(tree, anchor, "to")] if about else []
    elif site.row == "from":
        about = any(_is_order(site, t) for t in _led_by(tree, anchor, "from"))
        whom = tree.all(anchor, *SUBJECT) if about and not negated(tree, anchor) else []
    else:
        verb = tree.heads[anchor]
        made = verb >= 0 and tree.lemmas[verb] in MADE and not negated(tree, verb)
        whom = _led_by(tree, verb, "for") if made else []
    if not whom:
        return None
    row = replace(site, row=DirectiveWord("permission", "order", ()))
    return directive(row, "order.exempt", Parts((), content=whom), bare=True)


def _is_order(site: Site[Lexicon], token: int) -> bool:
    lemma, words = site.tree.lemmas[token], site.words
    return lemma in words.directive_nouns or lemma in words.cues["measure"] or lemma in POINTING


def _led_by(tree: Dependents, head: int, case: str) -> list[int]:
    return [c for c in tree.all(head, "obl", "nmod") if tree.case(c) == case]


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.exempt",
        Frame("cues.exempt", tags="VJN"),
        _exempt,
        (
            Example("The ban does not apply to doctors.", "from "),
            Example("Ambulances are exempt from the curfew.", "from "),
            Example("An exception is made for the hills.", "from "),
        ),
        ("The ban applies to doctors.", "The paint does not apply well.", "He took exception."),
        note="who is left out stands as an exception in the clauses of the order told before",
    ),
)
