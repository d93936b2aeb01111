"""Who says so: the rules that hand words on, with examples and counter-examples that the tests execute.

`saying` has the shapes, the rules by kind, and what weighs the shapes where no table of words is asked.
"""

from holdfire.model.statement import Attribution
from holdfire.reading.english.saying import according, claims, denials, hearsay, perceived, speech, tolls
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Rule

RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    *speech.RULES,
    *hearsay.RULES,
    *claims.RULES,
    *denials.RULES,
    *according.RULES,
    *tolls.RULES,
    *perceived.RULES,
)
