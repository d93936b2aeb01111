"""Whole sentences: report and quotation, dates and conditions around clauses, headlines."""

from collections.abc import Callable

from training.syntax.domain import words
from training.syntax.domain.actions import simple
from training.syntax.domain.chance import Chance
from training.syntax.domain.clauses import Clauses
from training.syntax.domain.node import Node, closing, example, mark, node
from training.syntax.domain.places import case, determiner
from training.syntax.domain.verbs import forms, verb
from training.syntax.treebank import Example


class Sentences:
    """Makes sentences."""

    def __init__(self, chance: Chance) -> None:
        self.c = chance
        self.k = Clauses(chance)
        self.n, self.a = self.k.n, self.k.a

    def sentence(self) -> Example:
        """One sentence of any kind."""
        c = self.c
        if c.odds(0.08):
            return example(self.headline(), capital=c.odds(0.9))
        root = c.weighted(
            [
                (7, lambda: self.framed(self.k.clause("root"))),
                (3, self.said_that),
                (3, self.quoted_before),
                (2.2, self.according),
                (1, self.joined),
                (1, self.concluding),
            ]
        )
        return example(root.after(mark(".")) if c.odds(0.97) else root)

    def fronted(self, root: Node, part: Node, *, comma: float = 0.8) -> Node:
        """The clause with something in front of it."""
        return root.before(part.after(mark(",") if self.c.odds(comma) else None))

    def framed(self, root: Node) -> Node:
        """A clause, perhaps with a date, a condition or an adverb around it."""
        frames: tuple[tuple[int, Callable[[], Node]], ...] = (
            (16, lambda: self.fronted(root, self.n.date(), comma=0.7)),
            (26, lambda: root.after(self.n.date())),
            (32, lambda: self.fronted(root, self.k.subordinate())),
            (42, lambda: root.after(self.k.subordinate())),
            (48, lambda: self.fronted(root, self._adverb(), comma=0.9)),
            (52, lambda: self.fronted(root, self.n.place("obl"))),
            (55, lambda: root.before(node(self.c.word("But|And|Yet"), "CC", "cc"))),
            (58, lambda: self.fronted(root, self._following())),
            (60, lambda: root.after(self._due())),
            (100, lambda: root),
        )
        draw = self.c.number(1, 100)
        return next(frame for limit, frame in frames if draw <= limit)()

    def _adverb(self) -> Node:
        return node(self.c.word(words.FRAME_ADVERBS), "RB", "advmod")

    def _following(self) -> Node:
        c = self.c
        event = node(
            c.word("attack|incident|review|shooting|announcement|outbreak|coup|protest|establishment"),
            "NN",
            "obl",
        )
        event.near(determiner("the"))
        if c.odds(0.5):
            event.after(case(self.n.place("nmod", preposition=False), c.word("of|in|near")))
        preposition = c.word("during|after|following|despite|before|since")
        made = case(event, preposition)
        if preposition == "following":
            made.left[0].tag = "VBG"
        return made

    def _due(self) -> Node:
        c = self.c
        cause = node(
            c.word("pandemic|unrest|shortages|fighting|escape|outbreak|curfew"),
            "NN",
            "obl",
            determiner("the"),
        )
        return case(cause, c.word("due to|because of|amid|for|over"))

    def _saying(self, relation: str, *, speaker: Node) -> Node:
        c = self.c
        lemma = c.word(words.SAYING) if c.odds(0.5) else "say"
        tag = "VBD" if c.odds(0.85) else ("VBP" if speaker.plural else "VBZ")
        made = node(forms(lemma).of(tag), tag, relation)
        return made.before(speaker)

    def said_that(self) -> Node:
        """A clause: "X said (on Tuesday) that …", "X told Y that …"."""
        c = self.c
        if c.odds(0.25):
            root = verb("tell", "VBD", "root").before(self.n.source("nsubj"))
            hearer = c.word("reporters|us|journalists|parliament")
            tags = {"us": "PRP", "parliament": "NN"}
            listener = self.n.name(c.word(words.OUTLETS), "iobj")
            root.after(listener if c.odds(0.6) else node(hearer, tags.get(hearer, "NNS"), "iobj"))
        elif c.odds(0.1):
            root = self.k.finite(
                "report", "root", node("it", "PRP", "expl"), groups=("passive", "perfect passive")
            )
        else:
            root = self._saying("root", speaker=self.n.source("nsubj"))
        if c.odds(0.3):
            root.after(self.n.date())
        content = self.k.clause("ccomp")
        if c.odds(0.15):
            content.before(self.n.date())
        if c.odds(0.1):
            content.after(self.k.subordinate())
        if c.odds(0.82):
            content.before(node("that", "IN", "mark"))
        return root.after(content)

    def quoted_before(self) -> Node:
        """A clause: "…, X said", with or without quotation marks."""
        c = self.c
        content = self.framed(self.k.clause("ccomp"))
        if c.odds(0.35):
            curly = c.odds(0.7)
            content.before(mark("“" if curly else '"')).after(mark(","), closing("”" if curly else '"'))
        else:
            content.after(mark(","))
        speaker = self.n.source("nsubj")
        root = self._saying("root", speaker=speaker)
        if c.odds(0.15):
            root.left.remove(speaker)
            root.after(speaker)
        root.before(content)
        return root.after(self.n.date() if c.odds(0.3) else None, self._adding() if c.odds(0.12) else None)

    def _adding(self) -> Node:
        content = self.k.clause_light("ccomp").before(node("that", "IN", "mark"))
        return node("adding", "VBG", "advcl", mark(",")).after(content)

    def according(self) -> Node:
        """A clause: "According to X, …" and "…, according to X"."""
        source = case(self.n.source("obl"), "according to")
        root = self.k.clause("root")
        if self.c.odds(0.65):
            return self.fronted(root, source, comma=0.95)
        return root.after(source.before(mark(",") if self.c.odds(0.8) else None))

    def joined(self) -> Node:
        """Two clauses joined by "and", "but" or a semicolon."""
        c = self.c
        other = self.k.clause_light("conj")
        if c.odds(0.2):
            other.relation = "parataxis"
            return self.k.clause("root").after(other.before(mark(";")))
        comma = mark(",") if c.odds(0.7) else None
        return self.k.clause("root").after(other.before(comma, node(c.word("and|but|and|while"), "CC", "cc")))

    def concluding(self) -> Node:
        """A clause with a participle that comments on it."""
        c = self.c
        root = self.framed(self.k.clause("root"))
        if c.odds(0.5):
            content = self.k.clause_light("ccomp").before(node("that", "IN", "mark"))
            part = verb(c.word("conclude|say|warn|claim|argue|add|note"), "VBG", "advcl").after(content)
        else:
            part = simple(
                c.word("leave the area|use cameras|ignore orders|seal the border|violate the ceasefire"),
                "VBG",
                "advcl",
            )
        return root.after(part.before(mark(",")))

    def headline(self) -> Node:
        """A headline: no articles, no full stop, present tense or bare participle."""
        c = self.c
        kind = c.word("present|killed|ordered|ordered|present|noun")
        if kind == "present":
            subject = self.n.force("nsubj", plain=True)
            if subject.tag == "PRP":
                subject = node("Troops", "NNS", "nsubj")
                subject.plural = True
            subject.left = [child for child in subject.left if child.relation != "det"]
            return self.a.force("VBP" if subject.plural else "VBZ", "root").before(subject)
        if kind == "killed":
            subject = self.n.number_alone("nsubj:pass")
            root = node(c.word(words.HARMED), "VBN", "root", subject)
            if c.odds(0.4):
                other = node(c.word("wounded|injured|held"), "VBN", "conj")
                other.before(mark(","), node(c.word("three|two|five"), "CD", "nsubj:pass"))
                root.after(other)
            agent = case(self.n.force("obl:agent", plain=True), "by") if c.odds(0.3) else None
            return root.after(agent, self.k.occasion() if c.odds(0.5) else None)
        if kind == "noun":
            return self.k.shooting("root")
        if c.odds(0.5):
            subject = self.n.force("nsubj:pass", plain=True)
            root = node(c.word("ordered|told|instructed|authorized"), "VBN", "root", subject)
            return root.after(self.a.infinitive("xcomp"))
        subject = self.n.name(c.word(words.COUNTRIES), "nsubj")
        root = node(c.word("orders|tells|instructs|allows"), "VBZ", "root", subject)
        return root.after(
            self.n.force("obj" if root.form == "orders" else "iobj", plain=True), self.a.infinitive("xcomp")
        )
