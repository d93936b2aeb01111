"""Truces broken: "committed 3,097 violations", "broke the ceasefire 17 times", "broke it with mortars"."""

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.act_words import gravest
from holdfire.reading.english.acts.participants import is_armed, made
from holdfire.reading.english.acts.tallies import TRUCES
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import count_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

COMMITTING = frozenset({"commit", "make", "carry"})
GOING_TO_IT = frozenset({"resort", "initiate", "indulge", "engage", "begin", "start"})
"""What is done with a violation that is told by what it was done with."""
BEING = frozenset({"be", "take", "occur", "happen", "report"})
SHOT = frozenset({"live_fire", "explosive"})
NAMES = ("NNP", "NNPS")


def _broken(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the army violated the truce 5,133 times"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    broken = [p for p in pred.patients if tree.lemmas[p] in TRUCES]
    truce = bool(broken)
    near = (*tree.children[verb], *(c for p in broken for c in tree.children[p]))
    times = next((c for c in near if _is_many_times(tree, c)), None)
    if not truce or times is None or negated(tree, verb):
        return None
    actors = [a for a in pred.agents if _may_break(tree, a, site.words)]
    means = ("live_fire", tree.word(verb))
    return replace(
        made(site, "act.truce_broken", pred, "fire", (), means=means, actors=actors), mood="habitual"
    )


def _violations(site: Site[Lexicon]) -> Deed | None:
    """Forms like "India committed 3,097 violations": of a truce, where a state or an army commits them."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    committed = verb >= 0 and tree.lemmas[verb] in COMMITTING and tree.relations[noun] == "obj"
    others = [c for c in tree.all(noun, "nmod", "compound") if tree.lemmas[c] not in TRUCES]
    if any(tree.case(c) == "of" for c in others) or count_of(tree, noun) in (None, 0, 1):
        return None
    pred = predication(tree, verb if committed else noun)
    doing = pred.agents if committed else [c for c in others if tree.case(c) == "by"]
    if not doing and verb >= 0 and tree.lemmas[verb] == "responsible" and tree.case(noun) == "for":
        doing = tree.all(verb, "nsubj")
    actors = [a for a in doing if _may_break(tree, a, site.words)]
    told = verb < 0 or tree.tags[verb][0] != "V" or not negated(tree, verb)
    if not told or not (actors or (not committed and _is_of_truce(tree, noun))):
        return None
    means = ("live_fire", tree.word(noun))
    return replace(
        made(site, "act.violations", pred, "fire", (), means=means, actors=actors), mood="habitual"
    )


def _broken_with(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the army broke the truce with mortars", "violated the ceasefire, using small arms"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    if not any(tree.lemmas[p] in TRUCES for p in pred.patients):
        return None
    return _by_means(site, "act.truce_broken_with", pred)


def _violation_with(site: Site[Lexicon]) -> Deed | None:
    """Forms like "resorted to ceasefire violations with heavy mortar fire"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    going = verb >= 0 and tree.tags[verb][0] == "V" and tree.lemmas[verb] in COMMITTING | GOING_TO_IT
    if not going or not tree.has(noun, TRUCES, "compound", "nmod", "amod"):
        return None
    return _by_means(site, "act.violation_with", predication(tree, verb))


def _by_means(site: Site[Lexicon], rule: str, pred: Predication) -> Deed | None:
    """Fire by the weapon with which a truce was broken."""
    tree = site.tree
    inside = [t for t in tree.branch(pred.head) if t > pred.head]
    tools = [t for t in inside if tree.case(t) == "with"]
    tools += [
        o for t in inside if tree.lemmas[t] == "use" and tree.tags[t] == "VBG" for o in tree.all(t, "obj")
    ]
    found = gravest(tree, [each for t in tools for each in tree.conjuncts(t)], site.words)
    actors = [a for a in pred.agents if _may_break(tree, a, site.words)]
    if found is None or found[0] not in SHOT or not actors or negated(tree, pred.head):
        return None
    act = "shell" if found[0] == "explosive" else "fire"
    return made(site, rule, pred, act, (), means=found, actors=actors)


def _is_of_truce(tree: Dependents, noun: int) -> bool:
    """Whether violations are said to be of a truce, and to have been: "ceasefire violations took place"."""
    truce = tree.has(noun, TRUCES, "compound", "nmod")
    verb = tree.heads[noun]
    return truce and (tree.one(noun, "expl") is not None or (verb >= 0 and tree.lemmas[verb] in BEING))


def _is_many_times(tree: Dependents, token: int) -> bool:
    """Whether a phrase counts how often: "17 times"."""
    return tree.lemmas[token] == "time" and count_of(tree, token) not in (None, 0, 1)


def _may_break(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names an army, a state, or a country."""
    return is_armed(tree, token, words) or tree.tags[token] in NAMES


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.truce_broken",
        Frame("cues.break", tags="V", needs=("obj|nsubj:pass",)),
        _broken,
        (Example("The army violated the truce 5,133 times.", "fire live_fire The army > "),),
        ("The firm violated the rules 12 times.", "The army violated the truce."),
        note="fire across a line of truce, counted; told as a practice",
    ),
    Rule(
        "act.truce_broken_with",
        Frame("cues.break", tags="V", needs=("obj|nsubj:pass",)),
        _broken_with,
        (
            Example("The army broke the truce with mortars.", "shell explosive The army > "),
            Example("Troops violated the truce near Zarit using small arms.", "fire live_fire Troops > "),
        ),
        ("The army broke the truce with the rebels.", "The army did not break the truce with its mortars."),
    ),
    Rule(
        "act.violation_with",
        Frame("cues.breach", tags="N"),
        _violation_with,
        (
            Example(
                "The army resorted to ceasefire violations at noon with heavy mortar fire.",
                "shell explosive The army > ",
            ),
        ),
        ("The army protested the ceasefire violation with a note.",),
    ),
    Rule(
        "act.violations",
        Frame("cues.breach", tags="N"),
        _violations,
        (
            Example("India committed 3,097 violations last year.", "fire live_fire India > "),
            Example("India is responsible for 2,729 breaches this year.", "fire live_fire India > "),
            Example("There have been 2,300 violations by Pakistan this year.", "fire live_fire Pakistan > "),
            Example("Last year 5,133 ceasefire violations took place.", "fire live_fire  > "),
        ),
        ("The ministry committed 12 violations of the tender rules.", "The driver committed two violations."),
        note="fire across a line of truce, counted; told as a practice",
    ),
)
