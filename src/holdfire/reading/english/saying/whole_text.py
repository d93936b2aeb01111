"""Statements of a text → the same with the voices that hand them on, over sentences and paragraphs."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from holdfire.model.statement import Attribution, Deed, Directive, Statement
from holdfire.reading.english.directives.provisions import OWN_WORDS
from holdfire.reading.english.saying.antecedents import bind, topics_of
from holdfire.reading.english.saying.carrying import carried_on, carriers, drawn_out
from holdfire.reading.english.saying.claims import UNTRUE
from holdfire.reading.english.saying.denials import BACKWARDS, told_before
from holdfire.reading.english.saying.nesting import chained
from holdfire.reading.english.saying.perceived import PERCEIVED
from holdfire.reading.english.saying.quotations import Quotations
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import RuleIndex

Rules = RuleIndex[Lexicon, Attribution]
Said = dict[int, list[Attribution]]


def attributed(
    found: Mapping[int, Sequence[Statement]],
    trees: Mapping[int, Dependents],
    rules: Rules,
    quotations: Quotations,
) -> list[Statement]:
    """The statements of all sentences in order, each with its chain of voices."""
    stating = [number for number, made in found.items() if made]
    if not stating:
        return []
    said = _said(stating, trees, rules, quotations)
    every = [each for some in said.values() for each in some]
    out = [_with_voices(s, every) for number in stating for s in found[number]]
    out = [s if s.attribution else _carried(s, said, quotations) for s in out]
    return told_before(out, said, quotations)


def _said(
    stating: Sequence[int], trees: Mapping[int, Dependents], rules: Rules, quotations: Quotations
) -> Said:
    """What is handed on in the sentences that state something, or that name a speaker for them."""
    speaking = {*stating, *carriers(quotations, stating)} & trees.keys()
    made = {
        number: [drawn_out(a, number, quotations) for a in rules.produced(trees[number], number)]
        for number in sorted(speaking)
    }
    topics = [topic for number in speaking for topic in topics_of(trees[number], rules.words)]
    every = [a for some in made.values() for a in some]
    bound = iter(bind(every, topics, quotations.words, rules.words, is_quoted=quotations.holds))
    return {n: [next(bound) for _ in some] for n, some in made.items()}


def _with_voices(statement: Statement, said: Sequence[Attribution]) -> Statement:
    """The statement with the voices that hand it on, the outermost first."""
    around = [a for a in said if a.hands_on(statement.cue) and a.rule not in BACKWARDS]
    around = [a for a in around if a.cue != statement.cue or a.rule == PERCEIVED] + _own(statement, said)
    deniers = {a.speaker.span for a in around if a.rule in UNTRUE and a.speaker is not None}
    around = [a for a in around if a.stance == "deny" or a.speaker is None or a.speaker.span not in deniers]
    return replace(statement, attribution=tuple(chained(around)))


def _own(statement: Statement, said: Sequence[Attribution]) -> list[Attribution]:
    """The speaker of an order that is itself spoken ("warned that his men would shoot")."""
    if not isinstance(statement, Directive):
        return []
    return [a for a in said if a.cue == statement.cue and a.speaker is not None][:1]


def _carried(statement: Statement, said: Said, quotations: Quotations) -> Statement:
    """A deed told without a voice, with the voice of the sentences before; an order has its own issuer.

    What may be an order in its own words is somebody's words, as a deed is; so is one told in a quotation.
    """
    own = isinstance(statement, Directive) and statement.rule in OWN_WORDS
    if isinstance(statement, Directive) and not own and quotations.around(statement.cue) is None:
        return statement
    if not isinstance(statement, Deed | Directive):
        return statement
    on = carried_on(statement.sentence, said, quotations)
    return replace(statement, attribution=tuple(on)) if on else statement
