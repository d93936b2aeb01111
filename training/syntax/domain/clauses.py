"""Clauses of the generated sentences: acts, passives, nominal forms, conditions."""

from training.syntax.domain import words
from training.syntax.domain.actions import simple
from training.syntax.domain.node import Node, mark, node
from training.syntax.domain.orders import FINITE, PASSIVE, Orders
from training.syntax.domain.places import case, determiner
from training.syntax.domain.verbs import auxiliaries, tag_of, to_be, verb


class Clauses(Orders):
    """Makes clauses."""

    def clause(self, relation: str) -> Node:
        """Any clause."""
        c = self.c
        return c.weighted(
            [
                (5, lambda: self.order(relation)),
                (1.6, lambda: self.order_that(relation)),
                (2, lambda: self.ordered(relation)),
                (1.5, lambda: self.issued(relation)),
                (5, lambda: self.act(relation)),
                (5, lambda: self.suffered(relation)),
                (1.2, lambda: self.nominal(relation)),
                (1.2, lambda: self.elliptic(relation)),
                (0.7, lambda: self.died(relation)),
                (0.8, lambda: self.copular(relation)),
                (0.7, lambda: self.controlled(relation)),
            ]
        )

    def act(self, relation: str) -> Node:
        """A clause: "Y fired on Z", in any tense; perhaps with a second verb or a consequence."""
        c = self.c
        subject = self.n.force("nsubj")
        if subject.tag != "PRP" and c.odds(0.05):
            self.who(subject)
        group = c.one(FINITE)
        tag = tag_of(group, plural=subject.plural)
        made = self.a.force(tag, relation)
        self.grouped(made, subject, group)
        if c.odds(0.2):
            other = self.a.force(tag, "conj", depth=1).before(node(c.word("and|and|but"), "CC", "cc"))
            made.after(mark(",") if c.odds(0.1) else None, other)
        elif c.odds(0.2):
            result = verb(c.word("kill|wound|injure|leave"), "VBG", "advcl").after(self.n.target("obj"))
            if result.form == "leaving":
                result.after(node(c.word("dead|wounded|injured"), "JJ", "xcomp"))
            made.after(result.before(mark(",")))
            if c.odds(0.4):
                more = verb(c.word("wound|injure"), "VBG", "conj").after(self.n.target("obj"))
                result.after(more.before(node("and", "CC", "cc")))
        return made

    def who(self, subject: Node) -> Node:
        """The noun with a clause between commas: ", who …,"."""
        group = self.c.word("past|perfect|pluperfect")
        clause = self.a.force(tag_of(group, plural=subject.plural), "acl:relcl", depth=1)
        clause.before(node("who", "WP", "nsubj"), *auxiliaries(group, plural=subject.plural))
        return subject.after(clause.before(mark(",")).after(mark(",")))

    def suffered(self, relation: str) -> Node:
        """A clause: "Z was shot dead by Y"."""
        c = self.c
        subject = self.n.target("nsubj:pass", relative=self.a.crossing if c.odds(0.1) else None)
        group = c.one(PASSIVE)
        if c.odds(0.35):
            made = verb("shoot", "VBN", relation)
            end = c.word("dead|dead|death|in|-|-|kill")
            if end == "dead":
                made.after(node("dead", "JJ", "xcomp"))
            elif end == "death":
                made.after(case(node("death", "NN", "obl"), "to"))
            elif end == "in":
                made.after(self.a.body())
            elif end == "kill":
                made.after(verb(c.word("kill|wound|injure"), "VBN", "conj").before(node("and", "CC", "cc")))
        elif c.odds(0.12):
            made = verb("fire", "VBN", relation).after(node(c.word("on|upon|at"), "IN", "obl"))
        else:
            made = node(c.word(words.HARMED), "VBN", relation)
        self.grouped(made, subject, group)
        agent = case(self.n.force("obl:agent"), "by") if c.odds(0.6) else None
        when = self.n.date() if c.odds(0.25) else None
        where = self.n.place("obl") if c.odds(0.25) else None
        made.after(*([when, agent] if when and c.odds(0.2) else [agent, when]), where)
        if c.odds(0.05):
            crime = simple(
                c.word("cross the border|violate the curfew|carry weapons|resist arrest|leave the country"),
                "VBG",
                "advcl",
            )
            made.after(crime.before(node("for", "IN", "mark")))
        elif c.odds(0.15):
            while_ = simple(
                c.word("cross the border|try to cross|flee|attempt to enter|leave the country"),
                "VBG",
                "advcl",
            )
            made.after(while_.before(node(c.word("while|after"), "IN", "mark")))
        elif c.odds(0.12):
            made.after(self.subordinate("when|as|after"))
        return made

    def elliptic(self, relation: str) -> Node:
        """A clause: "Two were killed and three wounded"."""
        c = self.c
        made = node(c.word(words.HARMED), "VBN", relation)
        self.grouped(made, self.n.target("nsubj:pass"), c.one(("passive", "passive", "perfect passive")))
        subject = self.n.number_alone("nsubj:pass")
        other = node(c.word("wounded|injured|arrested|detained|killed|missing"), "VBN", "conj").before(
            subject
        )
        if other.form == "missing":
            other.tag = "JJ"
        if c.odds(0.3):
            subject_verb = to_be(past=True, plural=subject.plural, relation="aux:pass")
            other.near(subject_verb if other.tag == "VBN" else None)
        made.after(mark(",") if c.odds(0.3) else None, other.before(node("and", "CC", "cc")))
        return made.after(self.occasion() if c.odds(0.4) else None)

    def occasion(self) -> Node:
        """In which incident."""
        c = self.c
        form = c.word("shooting|clash|incident|attack|raid|clashes|gunfire|crackdown|protest|exchange")
        made = node(form, "NNS" if form == "clashes" else "NN", "obl")
        if form not in ("clashes", "gunfire"):
            made.near(determiner("an" if form[0] in "aie" else "a") if c.odds(0.5) else determiner("the"))
        if c.odds(0.3):
            made.after(self.n.place("nmod"))
        return case(made, c.word("in|during|in"))

    def shooting(self, relation: str) -> Node:
        """A clause: "The shooting of Z by Y", "an attack on Z"."""
        c = self.c
        form = c.word(
            "shooting|killing|attack|detention|wounding|execution|arrest|firing|use|shootings|killings|death"
        )
        plural = form.endswith("s")
        made = Node(form, "NNS" if plural else "NN", relation, plural=plural)
        made.near(determiner("the") if c.odds(0.8) or form[0] in "aeu" else determiner("a"))
        if c.odds(0.15):
            made.near(node(c.word("fatal|deadly|indiscriminate|alleged|reckless|recent"), "JJ", "amod"))
        if form in ("use", "firing"):
            made.after(case(self.n.means("nmod"), "of"))
            if c.odds(0.4):
                made.after(case(self.n.target("nmod"), "against" if form == "use" else "at"))
        elif form == "attack":
            made.after(case(self.n.target("nmod"), "on"))
        else:
            made.after(case(self.n.target("nmod"), "of"))
        if c.odds(0.5):
            made.after(case(self.n.force("nmod", plain=True), "by"))
        return made

    def nominal(self, relation: str) -> Node:
        """A clause: "The shooting of Z by Y drew protests"."""
        c = self.c
        subject = self.shooting("nsubj")
        kind = c.word("drew|place|come|passive|condemn")
        if kind == "drew":
            effect = node(c.word("condemnation|protests|outrage|criticism|questions|tensions"), "NN", "obj")
            effect.tag = "NNS" if effect.form.endswith("s") else "NN"
            return self.finite(
                c.word("spark|cause|provoke|raise"), relation, subject, groups=("past", "perfect")
            ).after(effect)
        if kind == "place":
            made = self.finite("take", relation, subject, groups=("past", "past")).after(
                node("place", "NN", "obj")
            )
            return made.after(self.n.place("obl"), self.n.date() if c.odds(0.5) else None)
        if kind == "come":
            made = self.finite(c.word("come|occur|happen"), relation, subject, groups=("past",))
            return made.after(self.subordinate("after|as|when|while"))
        if kind == "passive":
            subject.relation = "nsubj:pass"
            made = self.finite(
                c.word("condemn|report|investigate|confirm|criticize"), relation, subject, groups=PASSIVE
            )
            return made.after(case(self.n.source("obl:agent"), "by"))
        made = self.finite(c.word("condemn|deny|investigate|admit|order|justify|criticize|witness"), relation,
                           self.n.leader("nsubj"), groups=("past", "perfect"))  # fmt: skip
        return made.after(subject.to("obj"))

    def died(self, relation: str) -> Node:
        """A clause: "Z died after being shot"."""
        c = self.c
        made = self.finite("die", relation, self.n.target("nsubj"), groups=("past", "perfect", "pluperfect"))
        if c.odds(0.5):
            shot = verb(c.word("shoot|beat|hit"), "VBN", "advcl").before(node("being", "VBG", "aux:pass"))
            shot.before(node("after", "IN", "mark"))
            if c.odds(0.6):
                shot.after(case(self.n.force("obl:agent"), "by"))
            return made.after(shot)
        if c.odds(0.4):
            return made.after(self.subordinate("when|after|as"))
        cause = node(c.word("wounds|injuries|gunfire"), "NNS", "obl")
        return made.after(case(cause, c.word("of|from")), self.n.place("obl") if c.odds(0.4) else None)

    def copular(self, relation: str) -> Node:
        """A clause: "The order is to Z", "Z are to be shot", "there were reports that …"."""
        c = self.c
        kind = c.word("order|free|there|responsible|choice")
        if kind == "order":
            subject = self._order("nsubj:outer")
            made = self.a.infinitive(relation)
            return made.before(subject, to_be(past=c.odds(0.6), plural=subject.plural, relation="cop"))
        if kind == "there":
            past = c.odds(0.6)
            made = node(
                "reports",
                "NNS",
                relation,
                node("there", "EX", "expl"),
                to_be(past=past, plural=True, relation="cop"),
            )
            made.left[-1].relation = "cop"
            root = made.left.pop()
            root.relation, made.relation = relation, "nsubj"
            there = made.left.pop()
            content = self.clause_light("acl").before(node("that", "IN", "mark"))
            return root.before(there).after(made.after(content))
        subject = self.n.force("nsubj")
        past = c.odds(0.6)
        be = to_be(past=past, plural=subject.plural, relation="cop")
        if subject.form == "they":
            be.form = "were" if past else "are"
        if kind == "choice":
            made = verb(
                "have", tag_of("past" if past else "present", plural=subject.plural), relation
            ).before(subject)
            if c.odds(0.5):
                choice = node("choice", "NN", "obj", determiner("no"))
                return made.after(
                    choice.after(self.a.infinitive("acl", depth=1).before(node("but", "IN", "mark")))
                )
            return made.after(self.a.infinitive("xcomp", depth=1))
        if kind == "free":
            made = node(c.word("ready|able|free|unwilling|reluctant|entitled"), "JJ", relation, subject, be)
            return made.after(self.a.infinitive("xcomp", depth=1))
        made = node("responsible", "JJ", relation, subject, be)
        return made.after(case(self.shooting("obl"), "for"))

    def clause_light(self, relation: str) -> Node:
        """A clause without further clauses of report."""
        return self.act(relation) if self.c.odds(0.5) else self.suffered(relation)

    def controlled(self, relation: str) -> Node:
        """A clause: "Z was seen crossing", "Y is accused of shooting", "Y tried to shoot"."""
        kind = self.c.word("accuse|try|prevent|see|deny|threaten|accused|refuse|help")
        made = {
            "prevent": self._prevent,
            "see": self._see,
            "deny": self._deny,
            "accuse": self._accuse,
            "accused": self._accused,
            "help": self._refuse_help,
        }
        return made.get(kind, self._try)(relation)

    def _try(self, relation: str) -> Node:
        lemma = self.c.word("try|attempt|begin|want|refuse|threaten|agree|decide|vow|plan|fail|continue")
        made = self.finite(lemma, relation, self.n.force("nsubj"))
        return made.after(self.a.infinitive("xcomp", depth=1))

    def _prevent(self, relation: str) -> Node:
        made = self.finite(self.c.word("prevent|stop|deter|ban|bar"), relation, self.n.force("nsubj"))
        made.after(self.n.target("obj"))
        what = simple(self.c.word("cross the border|flee|enter the zone|leave the country"), "VBG", "advcl")
        return made.after(what.before(node("from", "IN", "mark")))

    def _see(self, relation: str) -> Node:
        made = self.finite(self.c.word("see|catch|spot|notice"), relation, self.n.force("nsubj"))
        made.after(self.n.target("obj"))
        what = "cross the border|approach the fence|flee|throw stones|swim across"
        return made.after(simple(self.c.word(what), "VBG", "xcomp"))

    def _deny(self, relation: str) -> Node:
        return self.finite("deny", relation, self.n.leader("nsubj")).after(self.a.gerund("xcomp"))

    def _accuse(self, relation: str) -> Node:
        groups = ("past", "perfect", "present")
        made = self.finite("accuse", relation, self.n.source("nsubj"), groups=groups)
        made.after(self.n.force("obj", plain=True))
        return made.after(self.a.gerund("advcl").before(node("of", "IN", "mark")))

    def _accused(self, relation: str) -> Node:
        made = self.finite("accuse", relation, self.n.force("nsubj:pass"), groups=PASSIVE)
        return made.after(self.a.gerund("advcl").before(node("of", "IN", "mark")))

    def _refuse_help(self, relation: str) -> Node:
        made = self.finite("refuse", relation, self.n.force("nsubj"), groups=("past",))
        what = verb("help", "VB", "xcomp").before(node("to", "TO", "mark"))
        return made.after(what.after(self.n.target("obj")))

    def subordinate(
        self, markers: str = "if|when|unless|if|after|before|because|whenever|even if|while|as|until|only if"
    ) -> Node:
        """A clause of condition, time or reason."""
        c = self.c
        word = c.word(markers)
        past = word in ("after", "as", "when", "while", "because", "before", "until") and c.odds(0.7)
        subject = self.n.pronoun("nsubj", plural=True) if c.odds(0.4) else self.n.target("nsubj")
        if c.odds(0.25):
            subject = self.n.force("nsubj", plain=True)
        tag = "VBD" if past else ("VBP" if subject.plural else "VBZ")
        if c.odds(0.12):
            made = verb("have", tag, "advcl").after(node("choice", "NN", "obj", determiner("no")))
            use = (
                verb("use", "VB", "acl")
                .after(self.n.means("obj"))
                .before(node("but", "IN", "mark"), node("to", "TO", "mark"))
            )
            made.right[-1].after(use)
        elif c.odds(0.35):
            made = self.a.force(tag, "advcl", depth=1)
        elif c.odds(0.15):
            made = verb(c.word("see|sense|detect|spot|notice"), tag, "advcl").after(self.n.target("obj"))
        else:
            made = self.a.crosses(tag, "advcl")
        made.before(subject)
        *adverb, last = word.split()
        marker = node(last, "WRB", "advmod") if last in ("when", "whenever") else node(last, "IN", "mark")
        return made.before(*[node(a, "RB", "advmod") for a in adverb], marker)
