"""Clauses about orders: who ordered, told or authorised whom to do what."""

from functools import partial

from training.syntax.domain import words
from training.syntax.domain.actions import Actions
from training.syntax.domain.chance import Chance
from training.syntax.domain.node import Node, node
from training.syntax.domain.nouns import Nouns
from training.syntax.domain.places import case, determiner
from training.syntax.domain.verbs import auxiliaries, tag_of, verb

ORDERING = (
    ("order", "obj", 8),
    ("tell", "iobj", 5),
    ("instruct", "iobj", 3),
    ("direct", "obj", 2),
    ("command", "iobj", 1),
    ("authorize", "obj", 1.5),
    ("urge", "iobj", 1),
    ("force", "obj", 0.7),
    ("allow", "iobj", 1),
    ("ask", "iobj", 0.7),
    ("permit", "iobj", 0.6),
    ("forbid", "iobj", 0.6),
    ("require", "obj", 0.6),
    ("encourage", "obj", 0.4),
    ("warn", "obj", 0.6),
    ("send", "obj", 0.4),
    ("prepare", "obj", 0.1),
    ("expect", "obj", 0.3),
)
"""Verbs of ordering, the role of the one ordered, and how often each comes."""
FINITE = (
    *("past",) * 3,
    *("perfect", "pluperfect", "present", "progressive", "modal"),
    *("past progressive", "perfect progressive", "did not"),
)
PASSIVE = (
    *("passive",) * 3,
    *("perfect passive", "pluperfect passive", "modal passive", "present passive"),
)
MODALS = "will|must|can|could|would|should|may|shall|might"


class Orders:
    """Makes clauses about orders."""

    def __init__(self, chance: Chance) -> None:
        self.c = chance
        self.n = Nouns(chance)
        self.a = Actions(chance, self.n)

    def grouped(self, made: Node, subject: Node, group: str) -> Node:
        """The main verb with its subject and auxiliaries before it."""
        c = self.c
        helpers = auxiliaries(group, plural=subject.plural, modal=c.word(MODALS))
        if helpers and (group == "did not" or c.odds(0.07)):
            helpers.insert(1, node(c.word("not|not|n't") if group == "did not" else "not", "RB", "advmod"))
            if helpers[1].form == "n't":
                helpers[1].glued = True
                if helpers[0].form not in (
                    "did",
                    "was",
                    "were",
                    "is",
                    "are",
                    "has",
                    "have",
                    "had",
                    "could",
                    "would",
                ):
                    helpers[1].form, helpers[1].glued = "not", False
        elif c.odds(0.08):
            helpers.insert(1, node(c.word(words.REPORTING_ADVERBS), "RB", "advmod"))
        return made.before(subject, *helpers)

    def finite(self, lemma: str, relation: str, subject: Node, *, groups: tuple[str, ...] = FINITE) -> Node:
        """A verb in a finite group with its subject; objects are still to come."""
        group = self.c.one(groups)
        return self.grouped(verb(lemma, tag_of(group, plural=subject.plural), relation), subject, group)

    def order(self, relation: str) -> Node:
        """A clause: "X ordered Y to Z"."""
        lemma, role = self._ordering()
        groups = ("past", "past", "past", "perfect", "pluperfect", "present", "progressive")
        made = self.finite(lemma, relation, self.n.leader("nsubj"), groups=groups)
        made.after(self.n.force(role))
        if self.c.odds(0.06):
            made.after(*self.n.stretch())
        return made.after(self.a.infinitive("xcomp"))

    def _ordering(self) -> tuple[str, str]:
        pairs = [(weight, partial(tuple[str, str], (lemma, role))) for lemma, role, weight in ORDERING]
        return self.c.weighted(pairs)

    def order_that(self, relation: str) -> Node:
        """A clause: "X ordered that Y (should) Z"."""
        c = self.c
        lemma = c.word(
            "order|order|announce|declare|instruct|demand|decree|propose|recommend|insist|emphasize"
        )
        made = self.finite(
            lemma, relation, self.n.leader("nsubj"), groups=("past", "past", "perfect", "pluperfect")
        )
        subject = self.n.force("nsubj") if c.odds(0.7) else self.n.target("nsubj", relative=self.a.crossing)
        if subject.tag == "PRP":
            subject.plural = subject.form == "they"
        if c.odds(0.35):
            content = self.a.force("VB", "ccomp").before(subject)
        elif c.odds(0.3):
            content = self.a.infinitive("ccomp").before(subject)
        elif c.odds(0.3):
            content = verb(c.word("shoot|arrest|kill|punish|detain"), "VBN", "ccomp")
            content.before(subject.to("nsubj:pass"), node("be", "VB", "aux:pass"))
        else:
            content = self.a.force("VB", "ccomp").before(
                node(c.word("should|must|will|would|shall|may"), "MD", "aux")
            )
            if c.odds(0.15):
                content.left.insert(1, node("not", "RB", "advmod"))
            content.before(subject)
        if c.odds(0.12):
            made.after(self.n.date())
        return made.after(content.before(node("that", "IN", "mark")))

    def ordered(self, relation: str) -> Node:
        """A clause: "Y was ordered to Z"."""
        c = self.c
        subject = self.n.force("nsubj:pass")
        lemma = c.word(
            "order|order|tell|instruct|authorize|direct|allow|permit|force|forbid|expect|require|command"
        )
        made = self.finite(lemma, relation, subject, groups=PASSIVE)
        if c.odds(0.12):
            made.after(case(self.n.leader("obl:agent"), "by"))
        return made.after(self.a.infinitive("xcomp"))

    def issued(self, relation: str) -> Node:
        """A clause: "X issued an order (for Y) to Z", "orders were given to Z"."""
        c = self.c
        order = self._order("obj")
        content = self.a.infinitive("acl")
        if c.odds(0.25):
            content.before(node("for", "IN", "mark"), self.n.force("nsubj", plain=True))
        if c.odds(0.25):
            order.relation = "nsubj:pass"
            made = self.finite(c.word("issue|give|hand|send"), relation, order, groups=PASSIVE)
            return made.after(content) if c.odds(0.3) else (order.after(content) and made)
        lemma = c.word("issue|issue|give|send|receive|have|follow|repeat|hand|obey|cancel")
        made = self.finite(
            lemma, relation, self.n.leader("nsubj"), groups=("past", "past", "perfect", "pluperfect")
        )
        if lemma in ("give", "send", "hand") and c.odds(0.5):
            made.after(self.n.force("iobj", plain=True))
        if c.odds(0.15):
            order.after(case(self.n.force("nmod", plain=True), c.word("to|for")))
        return made.after(order.after(content))

    def _order(self, relation: str) -> Node:
        c = self.c
        form = c.word(words.ORDERS)
        plural = form.endswith("s")
        made = Node(form, "NNS" if plural else "NN", relation, plural=plural)
        if not plural:
            made.near(determiner("an" if form[0] in "oi" else "a") if c.odds(0.6) else determiner("the"))
        elif c.odds(0.4):
            made.near(determiner(c.word("the|his|their")))
        if c.odds(0.1):
            made.near(self._shoot_on_sight())
        elif c.odds(0.2):
            made.near(node(c.word("new|strict|verbal|standing|written|special|emergency"), "JJ", "amod"))
        return made

    def _shoot_on_sight(self) -> Node:
        """A clause: "shoot-on-sight", as it stands before "order"."""
        hyphens = [node("-", "HYPH", "punct") for _ in range(2)]
        if self.c.odds(0.5):
            last = node("sight", "NN", "obl", node("on", "IN", "case"))
        else:
            last = node("kill", "VB", "advcl", node("to", "TO", "mark"))
        last.left[0].glued = last.glued = hyphens[0].glued = hyphens[1].glued = True
        return node("shoot", "VB", "compound").after(hyphens[0], last.near(hyphens[1]))
