"""Acts that are only counted: "counted 17 deaths", "138 ceasefire violations", "26 shooting incidents"."""

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import made
from holdfire.reading.english.phrases.counts import NUMBERS, VAGUE
from holdfire.reading.english.phrases.noun_phrases import count_of, is_person
from holdfire.reading.english.words.lexicon import ActWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

CASES = frozenset({"case", "incident", "instance", "episode"})
TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})
RETURNED = frozenset({"return", "push"})


def _counted(site: Site[Lexicon]) -> Deed | None:
    """Forms like "counted 17 deaths", "45 cases of torture", "138 ceasefire violations": a total, no act."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    noun, row = next(((p, r) for p in pred.patients if (r := _tallied(tree, p, words))), (verb, None))
    if row is None or count_of(tree, noun) in (None, 0, 1):
        return None
    harm = row.harm if row.harm != "shot" else None
    means = (row.means, tree.word(noun) if row.means else None)
    told = made(site, "act.counted", pred, row.act, [noun], harm=harm, means=means)
    people = told.targets if harm is not None or is_person(tree, noun, words) else ()
    return replace(told, mood="habitual", targets=people)


def _incidents(site: Site[Lexicon]) -> Deed | None:
    """Forms like "26 shooting incidents last year": a number of acts of one kind."""
    tree, noun = site.tree, site.anchor
    if noun < 2 or not is_kind_of_case(tree, noun - 1) or not _is_many(tree, noun - 2):
        return None
    kind = tree.tokens[noun - 1].text.lower()
    row = site.words.act_nouns.get(kind) or site.words.act_verbs.get(tree.lemmas[noun - 1])
    if row is None:
        return None
    means = (row.means, tree.word(noun - 1) if row.means else None)
    return made(site, "act.incidents", predication(tree, noun), row.act, (), means=means)


def is_kind_of_case(tree: Dependents, token: int) -> bool:
    """Whether an act says of which kind an incident or case is ("shooting incidents")."""
    after = token + 1
    return after < len(tree.tokens) and tree.lemmas[after] in CASES and tree.tags[after][0] == "N"


def _is_many(tree: Dependents, token: int) -> bool:
    """Whether a word is a number above one, or one of an open many."""
    said = tree.tokens[token].text.lower().replace(",", "")
    return said in VAGUE or int(said if said.isdigit() else NUMBERS.get(said, 0)) > 1


def _tallied(tree: Dependents, noun: int, words: Lexicon) -> ActWord | None:
    """The act that is counted: of "cases of beatings" the beatings, of "ceasefire violations" the fire."""
    lemma = tree.lemmas[noun]
    if lemma in CASES:
        of = [c for c in tree.all(noun, "nmod", "acl") if tree.case(c) == "of" or tree.one(c, "mark")]
        beside = tree.all(tree.heads[noun], "obl") if tree.heads[noun] >= 0 else []
        of += [c for c in beside if tree.case(c) == "of" and min(tree.branch(c)) == noun + 1]
        return next((r for c in of if (r := _act_row(tree, c, words)) is not None), None)
    if lemma == "violation":
        beside = tree.all(noun, "compound", "nmod")
        truce = not beside or any(tree.lemmas[c] in TRUCES for c in beside)
        return ActWord("fire", "live_fire", (), None) if truce else None
    if is_person(tree, noun, words):
        said = (*tree.all(noun, "acl"), *tree.all(tree.heads[noun], "xcomp"))
        return next((r for c in said if (r := _suffered(tree, c, words)) is not None), None)
    return words.act_nouns.get(lemma)


def _suffered(tree: Dependents, participle: int, words: Lexicon) -> ActWord | None:
    """What was done to people who are counted: "counted 1,870 people returned", "twelve men shot"."""
    if tree.tags[participle] != "VBN":
        return None
    if tree.lemmas[participle] in RETURNED:
        return ActWord("push_back", "other", (), None)
    row = words.act_verbs.get(tree.lemmas[participle])
    return row if row is not None and "obj" in row.target else None


def _act_row(tree: Dependents, token: int, words: Lexicon) -> ActWord | None:
    return (words.act_verbs if tree.tags[token] == "VBG" else words.act_nouns).get(tree.lemmas[token])


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.counted",
        Frame("cues.tally_up", tags="V"),
        _counted,
        (
            Example("The group counted 17 deaths this year.", "kill None  > 17 deaths"),
            Example("The group documented 45 cases of torture.", "torture beating  > "),
            Example("Volunteers have counted 70 people returned.", "push_back other  > 70 people"),
            Example("The mission recorded 138 ceasefire violations.", "fire live_fire  > "),
        ),
        ("The group counted its money.", "The police recorded one death."),
    ),
    Rule(
        "act.incidents",
        Frame("act_nouns", tags="N"),
        _incidents,
        (
            Example("The panel studied 26 shooting incidents.", "fire live_fire  > "),
            Example("Several stabbing incidents were reported.", "stab blade  > "),
        ),
        (
            "One shooting incident was reported.",
            "The panel studied 26 incidents.",
            "26 shooting ranges opened.",
        ),
        note="a number of acts of one kind, told as a practice where it is of months or years",
    ),
)
