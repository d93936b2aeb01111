"""Noun phrases of the generated sentences: forces, targets, leaders, sources, means."""

from collections.abc import Callable

from training.syntax.domain import words
from training.syntax.domain.node import Node, mark, node
from training.syntax.domain.places import Places, case, determiner


class Nouns(Places):
    """Makes noun phrases."""

    def person(self, relation: str) -> Node:
        """A person by name, perhaps with a title."""
        head = node(self.c.word(words.GIVEN), "NNP", relation)
        if head.form in ("Kim", "Lee", "Park", "Choe"):
            first, second = self.c.word(words.KOREAN).split("-")
            hyphen = node("-", "HYPH", "punct")
            hyphen.glued = True
            last = node(second, "NNP", "flat", hyphen)
            last.glued = True
            head.after(node(first, "NNP", "flat"), last)
        else:
            head.after(node(self.c.word(words.FAMILY), "NNP", "flat"))
        if self.c.odds(0.5):
            head.before(self._title())
        if self.c.odds(0.1):
            head.after(mark(","), self.described("appos"), mark(","))
        return head

    def _title(self) -> Node:
        if self.c.odds(0.25):
            title = node("Gen.", "NNP", "nmod:desc", node(self.c.word("Lt.|Maj.|Brig."), "NNP", "compound"))
        elif self.c.odds(0.3):
            title = node(self.c.word(words.SHORT_TITLES), "NNP", "nmod:desc")
        else:
            title = node(self.c.word(words.TITLES), "NNP", "nmod:desc")
            if self.c.odds(0.3):
                title.near(
                    *self.kind(self.c.word("Border Patrol|Defense|Interior|Army|Police|Foreign|Prime"))
                )
        return title

    def described(self, relation: str) -> Node:
        """Someone by office: "a spokesman for the ministry"."""
        made = node(self.c.word("spokesman|commander|head|resident|member|official"), "NN", relation)
        made.near(determiner(self.c.word("a|the")))
        return made.after(case(self.leader("nmod", plain=True), self.c.word("for|of|at|in")))

    def count(self) -> tuple[Node, bool]:
        """A number as a modifier, and whether it makes a plural."""
        c = self.c
        form = c.word(words.NUMBERS)
        if form.endswith(" of") or form in ("many", "some", "several"):
            form = "two"
        made = node(form, "CD", "nummod")
        if c.odds(0.18):
            made.before(case(node("least", "JJS", "nmod"), "at"))
        elif c.odds(0.1):
            made.before(node("more", "JJR", "advmod").after(node("than", "IN", "fixed")))
        elif c.odds(0.08):
            made.before(node(c.word("about|nearly|almost|around|some|only"), "RB", "advmod"))
        elif c.odds(0.06):
            made.after(node(c.word("three|four"), "CD", "conj", node("or", "CC", "cc")))
        elif c.odds(0.05):
            made.after(case(node(c.word("three|ten|five"), "CD", "nmod"), "to"))
        return made, True

    def force(self, relation: str, *, plain: bool = False) -> Node:
        """Those who hold the guns."""
        c = self.c
        return c.weighted(
            [
                (6, lambda: self._forces(relation, plain=plain)),
                (1.2, lambda: self._one_force(relation)),
                (0.7, lambda: self.name(c.word(words.BODIES), relation).before(determiner("the"))),
                (0.3, lambda: self.person(relation)),
                (0.3, lambda: self.pronoun(relation, plural=True)),
                (0.4, lambda: self._members(relation)),
            ]
        )

    def _forces(self, relation: str, *, plain: bool) -> Node:
        c = self.c
        made = Node(c.word(words.FORCES), "NNS", relation, plural=True)
        if c.odds(0.3):
            made.before(determiner(c.word("the|the|all|some|its|their|the|those")))
        elif c.odds(0.1):
            made.before(self.count()[0])
        if c.odds(0.25):
            made.near(self.national())
        elif c.odds(0.08):
            made.near(node(c.word("armed|masked|masked|drunken|local|joint|rebel|elite"), "JJ", "amod"))
        if c.odds(0.45):
            made.near(*self.kind(c.word(words.FORCE_KINDS)))
        if plain:
            return made
        if c.odds(0.12):
            made.after(self.place("nmod"))
        elif c.odds(0.06):
            stationed = node(c.word("stationed|deployed|based|posted"), "VBN", "acl")
            made.after(stationed.after(self.place("obl")))
        elif c.odds(0.05):
            made.after(node(c.word(words.FORCES), "NNS", "conj", node("and", "CC", "cc")))
        return made

    def _one_force(self, relation: str) -> Node:
        c = self.c
        made = node(c.word(words.FORCE_ONE), "NN", relation, determiner(c.word("a|the|another|one|a")))
        if c.odds(0.3):
            made.near(self.national())
        if c.odds(0.4):
            made.near(*self.kind(c.word(words.FORCE_KINDS)))
        return made

    def _members(self, relation: str) -> Node:
        made = Node(self.c.word("members|units|soldiers|elements"), "NNS", relation, plural=True)
        return made.after(case(self.name(self.c.word(words.BODIES), "nmod").before(determiner("the")), "of"))

    def pronoun(self, relation: str, *, plural: bool) -> Node:
        """A personal pronoun."""
        subject = relation.startswith("nsubj")
        form = (
            ("they" if subject else "them")
            if plural
            else (self.c.word("he|she") if subject else self.c.word("him|her"))
        )
        return Node(form, "PRP", relation, plural=plural)

    def target(self, relation: str, *, relative: Callable[[bool], Node] | None = None) -> Node:
        """Those who are shot at, and the like; `relative` makes a clause about them, given their number."""
        c = self.c
        made = c.weighted(
            [
                (5, lambda: self._targets(relation)),
                (3, lambda: self._one_target(relation)),
                (0.8, lambda: self.pronoun(relation, plural=c.odds(0.5))),
                (0.5, lambda: self.number_alone(relation)),
                (0.3, lambda: self.person(relation)),
                (0.4, lambda: self._those(relation)),
            ]
        )
        if made.tag == "DT" and relative is None:
            made = self._targets(relation)
        return made.after(relative(made.plural)) if relative and made.tag != "PRP" else made

    def _targets(self, relation: str) -> Node:
        c = self.c
        made = self._common(c.word(words.TARGETS), relation)
        made.tag, made.plural = "NNS", True
        if c.odds(0.4):
            made.before(self.count()[0])
        elif c.odds(0.3):
            made.before(determiner(c.word("the|the|any|all|these")))
        if c.odds(0.3):
            made.adjective(node(c.word(words.TARGET_KINDS), "JJ", "amod"))
        elif c.odds(0.1):
            made.adjective(self.national())
        if c.odds(0.12):
            also = node(c.word("animals|women|vehicles|bystanders|children|boats"), "NNS", "conj")
            if c.odds(0.2):
                also.before(node("even", "RB", "advmod"))
            made.after(also.before(node(c.word("and|or"), "CC", "cc")))
        if c.odds(0.12):
            made.after(self.place("nmod"))
        elif c.odds(0.06):
            some = self.plain_targets("nmod").before(node(c.word("two|three|many|several"), "CD", "nummod"))
            some.before(mark(","), node("including", "VBG", "case"))
            made.after(some, mark(","))
        return made

    def _one_target(self, relation: str) -> Node:
        c = self.c
        made = self._common(c.word(words.TARGET_ONE), relation)
        made.tag, made.plural = "NN", False
        made.before(determiner(c.word("a|a|the|another|any")))
        if c.odds(0.25):
            made.adjective(node(c.word(words.TARGET_KINDS), "JJ", "amod"))
        elif c.odds(0.15):
            made.adjective(self.age())
        if c.odds(0.1):
            years = node(c.word("20s|30s|40s"), "NNS", "nmod", node(c.word("his|her"), "PRP$", "nmod:poss"))
            made.after(case(years, "in"))
        elif c.odds(0.1):
            made.after(self.place("nmod"))
        elif c.odds(0.06):
            made.after(node(c.word("named|identified"), "VBN", "acl").after(self.person("xcomp")))
        return made

    def age(self) -> Node:
        """An age: "25-year-old"."""
        hyphens = [node("-", "HYPH", "punct") for _ in range(2)]
        year = node(
            "year", "NN", "obl:unmarked", node(str(self.c.number(6, 80)), "CD", "nummod").after(hyphens[0])
        )
        made = node("old", "JJ", "amod", year.after(hyphens[1]))
        for each in (*hyphens, year, made):
            each.glued = True
        return made

    def number_alone(self, relation: str) -> Node:
        """People by number alone: "at least two", "dozens", "three others"."""
        c = self.c
        if c.odds(0.35):
            made = Node(c.word("dozens|hundreds|scores|thousands"), "NNS", relation, plural=True)
            return made.after(case(self.plain_targets("nmod"), "of")) if c.odds(0.7) else made
        if c.odds(0.3):
            made = Node("others", "NNS", relation, plural=True)
            return made.near(node(c.word("two|three|several|many"), "CD", "nummod"))
        made = Node(c.word("two|three|four|five|one|12|seven"), "CD", relation)
        made.plural = made.form != "one"
        if c.odds(0.3):
            made.before(case(node("least", "JJS", "nmod"), "at"))
        if c.odds(0.3):
            made.after(case(self.pronoun("nmod", plural=True), "of"))
        return made

    def plain_targets(self, relation: str) -> Node:
        """Targets in one word."""
        made = self._common(self.c.word(words.TARGETS), relation)
        made.tag, made.plural = "NNS", True
        return made

    def _those(self, relation: str) -> Node:
        form = self.c.word("anyone|anybody|those|those|everyone|people|persons")
        tag = "DT" if form == "those" else "NNS" if form in ("people", "persons") else "NN"
        return Node(form, tag, relation, plural=tag != "NN")

    def leader(self, relation: str, *, plain: bool = False) -> Node:
        """Those who give orders."""
        c = self.c
        return c.weighted(
            [
                (2.5, lambda: self.name(c.word(words.COUNTRIES), relation)),
                (1.2, lambda: self.name(c.word(words.BODIES), relation).before(determiner("the"))),
                (0.8, lambda: self.name(c.word(words.BODIES_OF), relation).before(determiner("the"))),
                (1, lambda: self._of_country(relation)),
                (3, lambda: self._lead(relation, plain=plain)),
                (0 if plain else 0.8, lambda: self.pronoun(relation, plural=c.odds(0.3))),
                (0 if plain else 0.8, lambda: self.person(relation)),
            ]
        )

    def _of_country(self, relation: str) -> Node:
        c = self.c
        owner = self.name(c.word(words.COUNTRIES), "nmod:poss")
        clitic = node(c.word("’s|'s"), "POS", "case")
        clitic.glued = True
        return self._common(c.word(words.LEADERS), relation).near(owner.after(clitic))

    def _lead(self, relation: str, *, plain: bool) -> Node:
        c = self.c
        if c.odds(0.3):
            made = Node(c.word(words.LEADERS_MANY), "NNS", relation, plural=True)
            if c.odds(0.4):
                made.near(determiner("the"))
        else:
            made = node(c.word(words.LEADERS), "NN", relation, determiner(c.word("the|the|the|a")))
        if c.odds(0.25):
            made.near(self.national())
        elif c.odds(0.15):
            made.near(
                node(c.word("military|local|interim|senior|new|provincial|central|regional"), "JJ", "amod")
            )
        if not plain and c.odds(0.08):
            made.after(self.place("nmod"))
        return made

    def source(self, relation: str) -> Node:
        """Those who tell of it."""
        c = self.c
        if c.odds(0.5):
            made = node(c.word(words.SOURCES), "NN", relation, determiner(c.word("a|the|one|another")))
            if c.odds(0.2):
                made.near(node(c.word("military|local|senior|anonymous"), "JJ", "amod"))
            if c.odds(0.35):
                made.after(self.place("nmod"))
            elif c.odds(0.15):
                made.after(case(self.leader("nmod", plain=True), "for"))
            return made
        if c.odds(0.5):
            phrase = c.word(words.SOURCES_MANY)
            made = self._common(phrase, relation)
            made.tag, made.plural = "NNS", True
            return made.near(self.national()) if c.odds(0.15) else made
        if c.odds(0.3):
            return self.name(c.word(words.OUTLETS), relation)
        return self.leader(relation)

    def means(self, relation: str) -> Node:
        """With what."""
        c = self.c
        *before, last = c.word(words.MEANS).split()
        plural = last not in words.MASS_MEANS
        made = Node(last, "NNS" if plural else "NN", relation, plural=plural)
        for word in before:
            adjective = word in words.ADJECTIVE_MEANS
            made.near(node(word, "JJ" if adjective else "NN", "amod" if adjective else "compound"))
        if not before and plural and c.odds(0.15):
            made.near(self.count()[0])
        elif c.odds(0.08):
            made.before(determiner(c.word("their|the")))
        if c.odds(0.08):
            made.after(
                node(
                    c.word("grenades|flares|batons|rifles"), "NNS", "conj", node(c.word("and|or"), "CC", "cc")
                )
            )
        return made
