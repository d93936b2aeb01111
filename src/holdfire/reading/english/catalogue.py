"""Every rule and convention of the English grammar by its name: for `explain` and for the docs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from holdfire.reading.english import circumstances, directives, settings
from holdfire.reading.english.acts import (
    deeds,
    omissions,  # fmt: skip
    warnings,
)
from holdfire.reading.english.dates import finding
from holdfire.reading.english.directives import norms
from holdfire.reading.english.furniture import bylines, captions, navigation
from holdfire.reading.english.saying import attributions
from holdfire.reading.grammar.frame import Frame
from holdfire.reading.grammar.pattern import Pattern, Seam
from holdfire.reading.grammar.rule import Convention, Example, Rule

SLOTS = (
    Convention(
        "attribution.narration", "No one is named as saying so: the report tells it in its own voice."
    ),
    Convention(
        "date.and_day",
        "A number after a day of a month is a day of that month: January 17 and 18.",
        (Example("on January 17 and 18.", "2022-01-18"),),
    ),
    Convention(
        "order.heading", "A text headed “Notice”, “Order of …”, “Agreement” is an order in its own words."
    ),
    Convention("order.purpose", "A clause with “to” or “so that” after what is ordered says what it is for."),
    Convention(
        "order.relation", "Words that tie an order to an earlier one: again, re-emphasised, instead of."
    ),
    Convention("incident.warning", "“without warning” or “after a warning” beside the act."),
    Convention("incident.warned_first", "A warning, warning shot or flare told before the act it goes with."),
    Convention("practice.condition", "A clause with “when” or “whenever” beside what is wont to be done."),
    Convention(
        "target.word", "The type of target that a word of the tables `parties` and `targets` stands for."
    ),
    Convention("status.hedge", "“reportedly”, “allegedly” and the like beside the act."),
    Convention("count.killed", "The number in the phrase that names who was killed."),
    Convention("count.injured", "The number in the phrase that names who was injured."),
    Convention("count.detained", "The number in the phrase that names who was detained."),
    Convention(
        "count.shot", "Of those who were shot, the ones who are not told to have died count as injured."
    ),
    Convention(
        "incident.aid", "The hurt were treated or brought to a doctor, or it is said that they were not."
    ),
    Convention(
        "actor.implied",
        "Who holds people where no one is named: the force that acted last before, else the report's police.",
    ),
    Convention(
        "actor.alleged",
        "Somebody charged with, or accused of, what the report itself tells as having happened.",
    ),
    Convention("restraint.not_fired", "“did not fire”, “did not strike back”: fire held."),
    Convention("restraint.not_opened", "“did not open fire”: fire held."),
    Convention("omission.not_held", "“did not arrest anyone”: a duty not done."),
    Convention(
        "place.strip", "A zone with a width and a line is drawn on the side where the report's places lie."
    ),
    Convention("place.within", "The province or state that a town told of lies in, by the gazetteer."),
    Convention("place.corridor", "Places joined by “from … to …”, along a line that is named beside them."),
    Convention("width.length", "A length beside the words for a zone, in kilometres."),
    Convention("media.caption", "A picture's caption, set apart by the text stage."),
    Convention("media.credit", "Whose picture it is: “Image: …”, “Photo: …”."),
)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What a rule is for, what it looks for, and the words it must and must not read."""

    name: str
    note: str
    pattern: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def catalogue() -> Mapping[str, CatalogueEntry]:
    """All entries by name, in the order of the stages."""
    rules: list[Rule[Any, Any, Any]] = [
        *bylines.BYLINES,
        *bylines.DATELINES,
        *captions.TAGS,
        *captions.CAPTIONS,
        *navigation.RULES,
        *finding.RULES,
        *finding.SEAMS,
        *attributions.RULES,
        *directives.RULES,
        *deeds.RULES,
        *omissions.RULES,
        *circumstances.RULES,
        *warnings.RULES,
        *settings.RULES,
    ]
    entries = [*map(_of_rule, rules), *map(_of_convention, (*norms.CONVENTIONS, *SLOTS))]
    return {entry.name: entry for entry in entries}


def notes() -> dict[str, str]:
    """One line for each name: the note, or the pattern where there is none."""
    return {name: entry.note or entry.pattern for name, entry in catalogue().items()}


def _of_rule(rule: Rule[Any, Any, Any]) -> CatalogueEntry:
    examples = tuple(f"{e.words} → {e.value}" for e in rule.examples)
    return CatalogueEntry(
        rule.name, rule.note, _pattern(rule.pattern), examples, _words(rule.counterexamples)
    )


def _words(counterexamples: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, counterexamples))


def _of_convention(convention: Convention) -> CatalogueEntry:
    examples = tuple(f"{e.words} → {e.value}" for e in convention.examples)
    return CatalogueEntry(convention.name, convention.note, "", examples, ())


def _pattern(pattern: object) -> str:
    """A rule's pattern in words."""
    if isinstance(pattern, Frame):
        needs = f" with {', '.join(pattern.needs)} below it" if pattern.needs else ""
        lacks = f" and no {', '.join(pattern.lacks)}" if pattern.lacks else ""
        beside = f" and {' or '.join(sorted(pattern.beside))} in the sentence" if pattern.beside else ""
        return (
            f"a word of the table “{pattern.table}” (tags {', '.join(pattern.tags)}…){needs}{lacks}{beside}"
        )
    if isinstance(pattern, Pattern):
        return f"at {', '.join(pattern.anchors)}: {pattern.regex}"
    if isinstance(pattern, Seam):
        return f"{'|'.join(pattern.left)} + “{pattern.between.pattern}” + {'|'.join(pattern.right)}"
    regex = getattr(pattern, "regex", None)
    return str(regex.pattern) if regex is not None else str(pattern)
