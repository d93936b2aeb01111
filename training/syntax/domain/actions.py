"""Verb phrases of the generated sentences: what forces do, what people do, what is ordered."""

from training.syntax.domain import words
from training.syntax.domain.chance import Chance
from training.syntax.domain.node import Node, closing, mark, node
from training.syntax.domain.nouns import Nouns
from training.syntax.domain.places import case, determiner
from training.syntax.domain.verbs import verb

PARTICLES = frozenset(["away", "home", "back", "by", "up", "down"])
PREPOSITIONS = frozenset(["across", "near", "to", "with", "at", "on", "in"])
ADJECTIVES = frozenset(["live", "entire", "strict"])


def simple(phrase: str, tag: str, relation: str) -> Node:
    """The tree of a plain verb phrase: verb, particle, object, prepositional phrase, infinitive."""
    first, *rest = phrase.split()
    made = verb(first, tag, relation)
    if rest and rest[0] in PARTICLES:
        particle = rest.pop(0)
        prt = particle in ("by", "up")
        made.after(node(particle, "RP" if prt else "RB", "compound:prt" if prt else "advmod"))
    preposition, noun = "", list[str]()
    for i, word in enumerate(rest):
        if word == "to" and rest[i + 1] not in ("the", "orders"):
            made.after(_noun(noun, preposition))
            return made.after(simple(" ".join(rest[i + 1 :]), "VB", "xcomp").before(node("to", "TO", "mark")))
        if word in PREPOSITIONS:
            made.after(_noun(noun, preposition))
            preposition, noun = word, []
        else:
            noun.append(word)
    return made.after(_noun(noun, preposition))


def _noun(phrase: list[str], preposition: str) -> Node | None:
    if not phrase:
        return None
    *before, last = phrase
    if last == "themselves":
        return node(last, "PRP", "obj")
    made = node(last, "NNS" if last.endswith("s") else "NN", "obl" if preposition else "obj")
    for word in before:
        made.near(determiner(word) if word in ("the", "their", "a") else node(word, "NN", "compound"))
    return case(made, preposition) if preposition else made


class Actions:
    """Makes verb phrases."""

    def __init__(self, chance: Chance, nouns: Nouns) -> None:
        self.c = chance
        self.n = nouns

    def crossing(self, plural: bool) -> Node:
        """A relative or reduced clause about those targeted."""
        c = self.c
        if c.odds(0.25):
            return simple(
                c.word("cross the border|enter the zone|approach the fence|flee|come near the river"),
                "VBG",
                "acl",
            )
        tag = "VBD" if c.odds(0.35) else "VBP" if plural else "VBZ"
        clause = self.crosses(tag, "acl:relcl")
        clause.before(node(c.word("who|who|that"), "WP", "nsubj"))
        return clause

    def crosses(self, tag: str, relation: str) -> Node:
        """What those targeted do: cross, flee, resist."""
        c = self.c
        made = simple(c.word(words.CROSSINGS), tag, relation)
        if c.odds(0.15):
            other = simple(c.word("resist|flee|fail to stop|ignore orders|resist to the end"), tag, "conj")
            made.after(other.before(node(c.word("or|and"), "CC", "cc")))
        return made

    def manner(self, *, quotable: bool = True) -> Node:
        """An adverb of manner, perhaps quoted."""
        made = node(self.c.word(words.MANNERS), "RB", "advmod")
        return self.n.quoted(made) if quotable and self.c.odds(0.12) else made

    def target(self, relation: str, preposition: str = "") -> Node:
        """A target, perhaps with a clause about it."""
        made = self.n.target(relation, relative=self.crossing if self.c.odds(0.2) else None)
        return case(made, preposition) if preposition else made

    def force(self, tag: str, relation: str, *, depth: int = 0) -> Node:
        """A verb phrase of force or restraint."""
        c = self.c
        made = c.weighted(
            [
                (5, lambda: self._shoot(tag, relation)),
                (5, lambda: self._fire(tag, relation)),
                (3.5, lambda: self._open_fire(tag, relation)),
                (4, lambda: verb(c.word(words.HARMS), tag, relation).after(self.target("obj"))),
                (2, lambda: self._use(tag, relation)),
                (1, lambda: self._throw(tag, relation)),
                (1, lambda: self._hold(tag, relation)),
                (1.5, lambda: simple(c.word(words.DUTIES), tag, relation)),
                (0.6, lambda: self._return(tag, relation)),
                (1.2 if depth < 1 else 0, lambda: self._stop(tag, relation)),
                (0.7, lambda: self._launch(tag, relation)),
                (0.5, lambda: self._warn(tag, relation)),
            ]
        )
        return self.adorned(made, depth=depth)

    def adorned(self, made: Node, *, depth: int = 0) -> Node:
        """The phrase with manner, place, contrast, condition or consequence."""
        c = self.c
        if c.odds(0.15):
            made.before(self.manner())
        elif c.odds(0.05):
            made.after(self.manner(quotable=False))
        if c.odds(0.1):
            made.after(self.n.place("obl"))
        if c.odds(0.05):
            made.after(case(node("warning", "NN", "obl"), "without"))
        elif depth < 1 and c.odds(0.06):
            made.after(self.gerund("advcl", depth=depth).before(node("without", "IN", "mark")))
        elif depth < 1 and c.odds(0.06):
            instead = node("instead", "RB", "mark").after(node("of", "IN", "fixed"))
            made.after(self.gerund("advcl", depth=depth).before(instead))
        elif c.odds(0.03):
            made.after(
                case(node("orders", "NNS", "obl", *([determiner("the")] if c.odds(0.3) else [])), "on")
            )
        return made

    def gerund(self, relation: str, *, depth: int = 0) -> Node:
        """An -ing phrase of force."""
        return self.force("VBG", relation, depth=depth + 1)

    def _shoot(self, tag: str, relation: str) -> Node:
        c = self.c
        made = verb("shoot", tag, relation)

        def sight() -> Node:
            return case(node("sight", "NN", "obl"), "on")

        def dead() -> Node:
            return node("dead", "JJ", "xcomp")

        c.weighted(
            [
                (4, lambda: made.after(self.target("obj"))),
                (1.5, lambda: made.after(sight(), self.target("obj") if c.odds(0.3) else None)),
                (1.2, lambda: made.after(self.target("obj"), sight())),
                (2.5, lambda: made.after(self.target("obl", c.word("at|at|toward|into")))),
                (1.5, lambda: made.after(dead(), self.target("obj"))),
                (1, lambda: made.after(self.target("obj"), dead())),
                (1, lambda: made.after(node("kill", "VB", "advcl", node("to", "TO", "mark")))),
                (1.5, lambda: made),
                (0.8, lambda: self._shoot_and_kill(made, tag)),
                (0.5, lambda: made.after(self.target("obj"), self.body())),
                (0.4, lambda: made.after(case(node("death", "NN", "obl"), "to"))),
            ]
        )
        return made

    def _shoot_and_kill(self, made: Node, tag: str) -> Node:
        second = verb(self.c.word("kill|wound|injure"), tag, "conj").before(node("and", "CC", "cc"))
        return made.after(second, self.target("obj"))

    def body(self) -> Node:
        """Where someone is hit."""
        part = self.c.word("head|chest|back|leg|stomach|shoulder")
        return case(node(part, "NN", "obl", determiner("the")), "in")

    def _fire(self, tag: str, relation: str) -> Node:
        c = self.c
        made = verb("fire", tag, relation)
        if c.odds(0.45):
            return made.after(self.target("obl", c.word("on|on|at|upon|into|at"))) if c.odds(0.9) else made
        made.after(self.n.means("obj"))
        if c.odds(0.25):
            made.after(case(self.n.means("obl"), "instead of"))
        elif c.odds(0.45):
            made.after(self.target("obl", c.word("at|at|toward|over|into")))
        elif c.odds(0.3):
            air = c.word("air|crowd|sky|river|water|village|house|vehicle")
            made.after(case(node(air, "NN", "obl", determiner("the")), c.word("into|in|at|over")))
        return made

    def _open_fire(self, tag: str, relation: str) -> Node:
        c = self.c
        made = verb("open", tag, relation).after(node("fire", "NN", "obj"))
        if c.odds(0.6):
            made.after(self.target("obl", c.word("on|on|at|against")))
        if c.odds(0.1):
            made.after(case(self.n.means("obl"), "with"))
        return made

    def _use(self, tag: str, relation: str) -> Node:
        c = self.c
        made = verb("use", tag, relation).after(self.n.means("obj"))
        if c.odds(0.3):
            purpose = simple(c.word("disperse|stop|deter|repel|control"), "VB", "advcl")
            purpose.before(node("to", "TO", "mark")).after(self.n.target("obj"))
            made.after(purpose)
        elif c.odds(0.4):
            made.after(self.target("obl", c.word("against|on")))
        elif c.odds(0.2):
            made.after(case(self.n.means("obl"), "instead of"))
        return made

    def _throw(self, tag: str, relation: str) -> Node:
        c = self.c
        made = verb(c.word("throw|launch|hurl|lob|drop"), tag, relation)
        made.after(node(c.word("grenades|stones|bombs|rockets|shells"), "NNS", "obj"))
        return made.after(self.target("obl", c.word("at|on|into"))) if c.odds(0.6) else made

    def _hold(self, tag: str, relation: str) -> Node:
        c = self.c
        if c.odds(0.4):
            return verb(c.word("hold|cease"), tag, relation).after(
                node("fire", "NN", "obj", determiner(c.word("their|its|the")))
            )
        made = verb("refrain", tag, relation)
        return made.after(self.gerund("advcl", depth=1).before(node("from", "IN", "mark")))

    def _return(self, tag: str, relation: str) -> Node:
        c = self.c
        if c.odds(0.4):
            return verb("return", tag, relation).after(node("fire", "NN", "obj"))
        if c.odds(0.5):
            made = verb("exchange", tag, relation).after(node(c.word("fire|shots"), "NN", "obj"))
            return made.after(case(self.n.force("obl", plain=True), "with"))
        made = verb("look", tag, relation)
        return made.after(node("on", "RP", "compound:prt"))

    def _stop(self, tag: str, relation: str) -> Node:
        c = self.c
        first = c.word("stop|stop|begin|start|continue|avoid|keep")
        made = verb(first, tag, relation)
        if first in ("begin", "continue", "start") and c.odds(0.5):
            return made.after(self.infinitive("xcomp", depth=1))
        return made.after(self.gerund("xcomp", depth=0))

    def _launch(self, tag: str, relation: str) -> Node:
        c = self.c
        attack = node(
            c.word("attack|assault|operation|crackdown|raid"), "NN", "obj", determiner(c.word("an|a|the"))
        )
        if c.odds(0.7):
            attack.after(
                case(
                    self.n.target("nmod") if c.odds(0.6) else self.n.place("nmod", preposition=False),
                    c.word("on|against"),
                )
            )
        return verb(c.word("launch|carry|conduct|begin"), tag, relation).after(attack)

    def _warn(self, tag: str, relation: str) -> Node:
        c = self.c
        if c.odds(0.5):
            warning = node(c.word("warning|warnings"), "NN", "obj")
            if warning.form == "warnings":
                warning.tag = "NNS"
            else:
                warning.near(determiner(c.word("a|the|any")))
            return verb(c.word("issue|give|shout|ignore"), tag, relation).after(warning)
        made = verb("warn", tag, relation).after(self.n.target("obj"))
        return made.after(self.infinitive("xcomp", depth=1))

    def infinitive(self, relation: str, *, depth: int = 0) -> Node:
        """A clause: "To" with a phrase of force, perhaps negated, quoted or with a second one."""
        c = self.c
        made = self.force("VB", relation, depth=depth)
        if depth < 1 and c.odds(0.2):
            other = self.force("VB", "conj", depth=1)
            if c.odds(0.6):
                other.before(node("to", "TO", "mark"))
            made.after(other.before(node(c.word("and|and|or"), "CC", "cc")))
        quoted = c.odds(0.1)
        if quoted and c.odds(0.5):
            made.before(mark("“")).after(closing("”"))
        elif quoted:
            made.before(mark("“")).next(closing("”"))
        made.before(node("to", "TO", "mark"))
        if c.odds(0.1):
            made.before(node(c.word("not|not|never"), "RB", "advmod"))
        return made
