"""Places and times of the generated sentences, and what every noun phrase needs."""

from training.syntax.domain import words
from training.syntax.domain.chance import Chance
from training.syntax.domain.node import Node, closing, mark, node


def case(noun: Node, preposition: str) -> Node:
    """The noun with a preposition (of one word or several) in front."""
    first, *rest = preposition.split()
    marker = node(first, {"according": "VBG", "due": "JJ", "instead": "RB"}.get(first, "IN"), "case")
    marker.after(*[node(word, "IN", "fixed") for word in rest])
    return noun.before(marker)


def determiner(form: str) -> Node:
    """An article, or a possessive."""
    if form in ("its", "their", "his", "her", "our"):
        return node(form, "PRP$", "nmod:poss")
    if form in ("other", "such"):
        return node(form, "JJ", "amod")
    return node(form, "DT", "det")


class Places:
    """Makes names, places and dates."""

    def __init__(self, chance: Chance) -> None:
        self.c = chance

    def name(self, phrase: str, relation: str) -> Node:
        """A name of several words, the last its head; "X of Y" by its first part."""
        if " of " in phrase:
            first, _, rest = phrase.partition(" of ")
            return self.name(first, relation).after(case(self.name(rest, "nmod"), "of"))
        *before, last = phrase.split()
        adjectives = ("Supreme", "Foreign", "General", "Central", "Rapid", "National", "Special", "Seventh")
        made = node(last, "NNP", relation)
        for word in before:
            made.near(node(word, "NNP", "amod" if word in adjectives else "compound"))
        return made

    def national(self) -> Node:
        """An adjective of nationality."""
        if self.c.odds(0.15):
            return node("Korean", "JJ", "amod", node(self.c.word("North|South"), "NNP", "compound"))
        return node(self.c.word(words.NATIONAL), "JJ", "amod")

    def kind(self, phrase: str) -> list[Node]:
        """What a noun is compounded with."""
        *before, last = phrase.split()
        tag = "NNP" if last[0].isupper() else "NN"
        relation = "amod" if last in ("Prime", "Foreign") else "compound"
        return [node(last, tag, relation, *[node(word, tag, "compound") for word in before])]

    def place(self, relation: str, *, preposition: bool = True) -> Node:
        """A place, named or described."""
        c = self.c
        made = c.weighted(
            [
                (4, lambda: self.named_place(relation)),
                (
                    1.5,
                    lambda: self.name(
                        f"{c.word(words.PLACES).split()[0]} {c.word(words.DIVISIONS)}", relation
                    ),
                ),
                (0.7, lambda: self._river(relation)),
                (4, lambda: self._nearby(relation)),
                (1, lambda: self.name(c.word(words.COUNTRIES), relation)),
            ]
        )
        named = made.tag == "NNP"
        if preposition:
            choices = (
                "in|in|in|near|at|from" if named else "near|along|at|on|across|around|by|in|outside|inside"
            )
            case(made, c.word(choices))
        return made

    def named_place(self, relation: str) -> Node:
        """A named place, perhaps with another name in brackets or the division after a comma."""
        c = self.c
        made = self.name(c.word(words.PLACES), relation)
        if c.odds(0.1):
            other = self.name(f"{c.word(words.PLACES)} {c.word(words.DIVISIONS)}", "appos")
            made.after(other.before(mark("(")).after(mark(")")))
        elif c.odds(0.12):
            made.after(
                self.name(f"{c.word(words.PLACES)} {c.word(words.DIVISIONS)}", "nmod").before(mark(",")),
                mark(","),
            )
        return made

    def _river(self, relation: str) -> Node:
        return self.name(f"{self.c.word(words.RIVERS)} River", relation).before(determiner("the"))

    def _nearby(self, relation: str) -> Node:
        c = self.c
        made = self._common(c.word(words.PLACES_NEAR), relation)
        made.before(determiner(c.word("the|the|the|a")))
        if c.odds(0.25):
            made.near(
                *self.kind(
                    c.word("border|Yalu|Tumen|buffer|China - North Korea|sea|land|refugee").split(" -")[0]
                )
            )
        elif c.odds(0.2):
            made.near(
                node(c.word("northern|southern|main|disputed|closed|eastern|nearby|remote"), "JJ", "amod")
            )
        if c.odds(0.15):
            made.after(case(self.named_place("nmod"), c.word("in|near|with|between")))
        return made

    def _common(self, phrase: str, relation: str) -> Node:
        *before, last = phrase.split()
        plural = last.endswith("s") and not last.endswith("ss")
        made = Node(last, "NNS" if plural else "NN", relation, plural=plural)
        return made.near(*[node(word, "NN", "compound") for word in before])

    def stretch(self) -> list[Node]:
        """A stretch: "along the border from A to B"."""
        c = self.c
        line = self._common(c.word("border|river|line|frontier|coast"), "obl").before(determiner("the"))
        start = case(self.name(c.word(words.PLACES), "obl"), "from")
        end = case(self.name(c.word(words.PLACES), "obl"), "to")
        return [case(line, "along"), start, end] if c.odds(0.7) else [start, end]

    def date(self, relation: str = "obl") -> Node:
        """A date with its preposition, or an adverb of time."""
        c = self.c
        return c.weighted(
            [
                (4, lambda: case(node(c.word(words.DAYS), "NNP", relation), "on")),
                (3, lambda: self._day(relation)),
                (1.5, lambda: self._month(relation)),
                (1, lambda: case(node(str(c.number(1990, 2025)), "CD", relation), c.word("in|since"))),
                (2, self._relative),
                (
                    1.5,
                    lambda: node(
                        c.word("recently|overnight|yesterday|today|again|earlier|twice"), "RB", "advmod"
                    ),
                ),
                (1, self._ago),
                (1, lambda: self._hour(relation)),
                (0.8, lambda: self._morning(relation)),
            ]
        )

    def _day(self, relation: str) -> Node:
        c = self.c
        month = node(c.word(words.SHORT_MONTHS if c.odds(0.6) else words.MONTHS), "NNP", "nmod:unmarked")
        made = node(str(c.number(1, 31)), "CD", relation, month)
        if c.odds(0.3):
            made.after(mark(","), node(str(c.number(1990, 2025)), "CD", "nmod:unmarked"))
        return case(made, c.word("on|on|on|from|since|until|by"))

    def _month(self, relation: str) -> Node:
        c = self.c
        made = node(c.word(words.MONTHS), "NNP", relation)
        if c.odds(0.5):
            made.after(node(str(c.number(1990, 2025)), "CD", "nmod:unmarked"))
        elif c.odds(0.3):
            made.near(node(c.word("late|early|last"), "JJ", "amod"))
        return case(made, c.word("in|since|in|until"))

    def _relative(self) -> Node:
        c = self.c
        made = node(c.word("week|month|year|night|summer"), "NN", "obl:unmarked")
        return made.near(node(c.word("last|this|last|next|that"), "JJ", "amod"))

    def _ago(self) -> Node:
        c = self.c
        span = node(c.word("days|weeks|months|years|hours"), "NNS", "obl:unmarked")
        return node("ago", "RB", "advmod", span.near(node(c.word("two|three|several|ten"), "CD", "nummod")))

    def _hour(self, relation: str) -> Node:
        c = self.c
        made = node(c.word("a.m.|p.m."), "NN", relation, node(str(c.number(1, 12)), "CD", "nummod"))
        return case(made, c.word("at|around|at|by"))

    def _morning(self, relation: str) -> Node:
        c = self.c
        day = node(c.word(words.DAYS), "NNP", "compound")
        return case(node(c.word("morning|night|evening|afternoon"), "NN", relation, day), "on")

    def quoted(self, made: Node) -> Node:
        """The phrase in quotation marks."""
        if self.c.odds(0.75):
            return made.before(mark("“")).after(closing("”"))
        return made.before(mark('"')).after(closing('"'))
