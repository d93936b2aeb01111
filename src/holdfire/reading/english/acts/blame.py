"""Who is said to stand behind an act: "claimed responsibility for the attack", "was blamed for it"."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.laid_to import TAKING, behind, can_be_blamed, is_nobody, row_of
from holdfire.reading.english.acts.participants import is_armed, made
from holdfire.reading.english.acts.sides import is_hurt
from holdfire.reading.english.clauses.moods import bears_no, hedge_of, negated
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

HOLDING = frozenset({"hold", "consider", "deem"})
ON = frozenset({"on", "to", "upon"})
FOR = frozenset({"for", "of", "with", "in"})
THOSE = frozenset({"that", "person", "people", "man", "one"})
"""Lemmas of "those", "the persons"."""
ENGAGED = frozenset(
    {"have", "take", "plan", "organize", "organise", "order", "play", "help", "direct", "finance"}
)
"""What leads from a charge to the act: "charged with taking part in the murder"."""
WAYS = {"accuse": "of", "suspected": "of", "suspect": "of", "charge": "with"}
"""What leads from a verb of blame to the act, where it is not "for"."""
PROTESTING = frozenset({"lodge", "file", "register", "protest", "complain", "make", "deliver", "send"})
"""Verbs with which somebody protests; those that need the word for it have it as their object."""
PROTESTS = frozenset({"protest", "complaint", "objection"})
NEAR = 7
WITHIN = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "HYPH", "CD", "PRP$"})
"""Tags of the words of one noun phrase."""


def _claimed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "rebels claimed responsibility for the attack", "the army was responsible for it"."""
    tree, word = site.tree, site.anchor
    found = _answerable(tree, word)
    if found is None:
        return None
    subjects, above = found
    if bears_no(tree, word) or negated(tree, above) or negated(tree, word):
        return None
    acts = [*tree.all(word, "nmod", "obl"), *tree.all(above, "obl", "nmod", "obj")]
    subjects = _in_whose_name(tree, above) or subjects
    told = behind(site, above, subjects, acts, FOR)
    if told is None and (doing := _doing(tree, above, word, site.words)):
        return _behind_doing(site, above, subjects, doing[0])
    if told is None and tree.relations[above] == "acl:relcl":  # "the attack, for which they claimed credit"
        told = behind(site, above, subjects, [tree.heads[above]], None)
    return told


def _in_whose_name(tree: Dependents, verb: int) -> list[int]:
    """For whom somebody claims an act: "a caller claimed it on behalf of the front", "in the name of"."""
    names = (
        t for t in tree.branch(verb) if tree.lemmas[t] in ("behalf", "name") and tree.case(t) in ("on", "in")
    )
    of = [t for name in names for t in tree.all(name, "nmod") if tree.case(t) == "of"]
    told = (
        c
        for s in tree.all(verb, "nsubj")
        for c in tree.all(s, "acl:relcl", "acl")
        if tree.lemmas[c] == "speak"
    )
    of += [t for c in told for t in tree.all(c, "obl", "obj") if tree.case(t) == "for"]
    return of if tree.lemmas[verb] in TAKING else []


def _answerable(tree: Dependents, word: int) -> tuple[Sequence[int], int] | None:
    """Who is said to be responsible or to claim it, and the word that says so."""
    verb = tree.heads[word]
    if tree.one(word, "cop") is not None and tree.one(word, "nsubj") is not None:
        return tree.all(word, "nsubj"), word
    if verb < 0:
        return None
    pred = predication(tree, verb)
    if tree.lemmas[word] != "responsible":
        own = tree.relations[word] in ("obj", "iobj") or (pred.voice == "passive" and word in pred.patients)
        return (pred.agents, verb) if own and tree.lemmas[verb] in TAKING else None
    if tree.relations[word] in ("xcomp", "advcl") and pred.patients:  # "accused them of being responsible"
        return pred.patients, word if tree.one(word, "cop") is not None else verb
    return _said_to_be(tree, word, verb) if tree.relations[word] == "amod" else None


def _said_to_be(tree: Dependents, word: int, noun: int) -> tuple[Sequence[int], int] | None:
    """Who is held responsible, or who "those responsible" are said to be."""
    if tree.lemmas[tree.heads[noun]] in HOLDING and noun < word:
        return [noun], word
    if tree.lemmas[noun] in THOSE and _is_told_to_be(tree, noun):
        return [tree.heads[noun]], word
    return None


def _is_told_to_be(tree: Dependents, token: int) -> bool:
    """Whether it is said who somebody is: "those responsible for the raid are smugglers"."""
    above = tree.heads[token]
    told = above >= 0 and tree.relations[token] == "nsubj" and tree.one(above, "cop") is not None
    return told and not negated(tree, above)


def _behind_doing(site: Site[Lexicon], above: int, subjects: Iterable[int], verb: int) -> Deed | None:
    """The act told by a verb that somebody claims, with the word for the claim as its hedge."""
    tree, words = site.tree, site.words
    actors = [t for d in subjects if not is_nobody(tree, d) for t in tree.conjuncts(d)]
    actors = [t for t in actors if can_be_blamed(tree, t, words)]
    row, pred = words.act_verbs[tree.lemmas[verb]], predication(tree, verb)
    victims = [p for p in pred.patients if is_hurt(tree, p, words)]
    if not actors or not victims:
        return None
    means = (row.means, tree.word(verb)) if row.means else (None, None)
    told = made(
        site, "act.claimed", Predication(above, "", "active"), row.act, victims, means=means, actors=actors
    )
    return replace(told, mood="happened", hedge=tree.word(site.anchor))


def _work_of(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the murder was the work of smugglers"."""
    tree, word = site.tree, site.anchor
    if tree.one(word, "cop") is None or negated(tree, word):
        return None
    doers = [t for t in tree.all(word, "nmod") if tree.case(t) == "of"]
    told = behind(site, word, doers, tree.all(word, "nsubj"), None)
    return told and replace(told, rule="act.work_of", hedge=hedge_of(tree, word, site.words))


def _blamed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the attack was blamed on rebels", "he blamed the army for the murder of the priests"."""
    tree, verb = site.tree, site.anchor
    if negated(tree, verb):
        return None
    pred = predication(tree, verb)
    things = [t for t in pred.patients if row_of(tree, t, site.words) is not None]
    if pred.lemma == "claim":
        things = [t for t in things if tree.lemmas[t] != "death"]  # "the war claimed more than 120 deaths"
        return behind(site, verb, _in_whose_name(tree, verb) or pred.agents, things, None)
    if things:
        doers = [t for case, t in pred.obliques if case in ON]
        doers += [t for p in things for t in tree.all(p, "nmod") if tree.case(t) in ON and t > verb]
        return behind(site, verb, doers, things, None)
    acts = [t for case, t in pred.obliques if case in FOR]
    acts += [t for p in pred.patients for t in tree.all(p, "nmod") if tree.case(t) in FOR]
    whom = tree.all(verb, "nsubj", "nsubj:pass") if tree.tags[verb] == "JJ" else pred.patients
    told = behind(site, verb, whom, acts, FOR)
    return told or behind(site, verb, whom, _next_act(tree, verb, site.words), None)


def _next_act(tree: Dependents, verb: int, words: Lexicon) -> list[int]:
    """The act behind what leads to it, where a tree has it elsewhere ("for the murder of two men")."""
    way = WAYS.get(tree.lemmas[verb], "for")
    for start in (t for t in range(verb + 1, len(tree.lemmas)) if tree.lemmas[t] == way):
        near = range(start + 1, min(start + NEAR, len(tree.lemmas)))
        first = tree.lemmas[near.start] if near else ""
        if first == "have" and near.start + 1 < len(tree.tags) and tree.tags[near.start + 1] != "VBN":
            continue  # "of having ties to"
        if first in ENGAGED or first in words.cues["commit"]:
            led = next((t for t in near if tree.tags[t] in ("IN", "DT")), near.start)
            near = range(led + 1, min(near.stop + 2, len(tree.tags)))
        end = next((t for t in near if tree.tags[t] not in WITHIN), near.stop)
        found = next((t for t in range(start + 1, end) if row_of(tree, t, words) is not None), None)
        if found is not None:
            return [found]
    return []


def _protested(site: Site[Lexicon]) -> Deed | None:
    """Forms like "lodged a protest with the force over the killing of a trader"."""
    tree, noun = site.tree, site.anchor
    above = tree.heads[noun]
    if tree.case(noun) not in ("over", "against", "about") or above < 0:
        return None
    if tree.tags[above][0] == "N" and tree.lemmas[above] in PROTESTS:  # "a protest over the killing"
        above = tree.heads[above]
    if above < 0 or tree.lemmas[above] not in PROTESTING or negated(tree, above):
        return None
    pred = predication(tree, above)
    said = [t for t in pred.patients if tree.lemmas[t] in PROTESTS]
    if not said and tree.lemmas[above] not in ("protest", "complain"):
        return None
    near = [*pred.obliques, *((tree.case(t), t) for s in said for t in tree.all(s, "nmod"))]
    doers = [t for case, t in near if case in ("with", "to") and is_armed(tree, t, site.words)]
    told = behind(site, above, doers, [noun], None)
    word = tree.word(said[0] if said else above)
    before = Span(tree.tokens[0].start, tree.tokens[noun].start)
    return told and replace(told, rule="act.protested", cue=word, hedge=word, undated=(before,))


def _doing(tree: Dependents, above: int, word: int, words: Lexicon) -> list[int]:
    """The acts that somebody claims to have done: "claimed responsibility for killing the guard"."""
    below = (*tree.all(word, "acl", "advcl"), *tree.all(above, "advcl"))
    marked = (t for t in below if tree.has(t, ("for",), "mark"))
    return [t for t in marked if tree.tags[t] == "VBG" and tree.lemmas[t] in words.act_verbs]


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.claimed",
        Frame("cues.responsible", tags="NJ"),
        _claimed,
        (
            Example("The rebels claimed responsibility for the attack.", "attack None The rebels > "),
            Example(
                "The army was responsible for the killing of two priests.",
                "kill None The army > two priests",
            ),
            Example(
                "The attack, for which the rebels claimed credit, shook the town.",
                "attack None the rebels > ",
            ),
            Example(
                "The rebels claimed responsibility for killing two guards.",
                "kill None The rebels > two guards",
            ),
            Example("Responsibility for the attack was claimed by the rebels.", "attack None the rebels > "),
            Example("He accused the rebels of being responsible for the raid.", "attack None the rebels > "),
            Example("The villagers hold the army responsible for the massacre.", "kill None the army > "),
            Example("The army is held responsible for the massacre.", "kill None The army > "),
            Example(
                "A caller claimed responsibility for the raid in the name of the Red Brigade.",
                "attack None the Red Brigade > ",
            ),
            Example(
                "Those responsible for killing the priest are members of a gang.",
                "kill None members of a gang, a gang > the priest",
            ),
        ),
        (
            "The rebels denied responsibility for the attack.",
            "No group has claimed responsibility for the attack.",
            "The army was not responsible for the killing.",
            "The ministry is responsible for roads.",
        ),
        note="an act laid to somebody by his own claim or by another's; that word stands as its hedge",
    ),
    Rule(
        "act.blamed",
        Frame("cues.lay_to", tags="VJ"),
        _blamed,
        (
            Example("The attack was blamed on rebels.", "attack None rebels > "),
            Example("She blamed the army for the murder of the priests.", "kill None the army > the priests"),
            Example(
                "Officials accused the militia of an attack on the post.",
                "attack None the militia > the post",
            ),
            Example(
                "Officials accused militias run by the army through a bureau of the raid.",
                "attack None militias > ",
            ),
            Example("The army is charged with the murder of two men.", "kill None The army > two men"),
            Example("She attributed the bombing to the militia.", "explode explosive the militia > "),
            Example("He blamed armed groups for the murder of two union men.", "kill None armed groups > "),
            Example(
                "The soldier is also suspected of having taken part in the murder.",
                "kill None The soldier > ",
            ),
            Example("The raid was claimed by the Red Front.", "attack None the Red Front > "),
            Example(
                "A man who spoke for the Red Front claimed the attack on the post.",
                "attack None the Red Front > the post",
            ),
            Example(
                "Two soldiers were charged with taking part in the murder of a priest.",
                "kill None Two soldiers > a priest",
            ),
            Example(
                "Two soldiers were accused of involvement in the murder of a priest.",
                "kill None Two soldiers > a priest",
            ),
        ),
        (
            "The delay was blamed on snow.",
            "He was not accused of the murder.",
            "The attack claimed two lives.",
        ),
    ),
    Rule(
        "act.protested",
        Frame("act_nouns", tags="N"),
        _protested,
        (
            Example(
                "Officials lodged a protest with the army over the killing of two traders.",
                "kill None the army > two traders",
            ),
            Example(
                "They protested to the army about the shooting of a fisherman.",
                "fire live_fire the army > a fisherman",
            ),
        ),
        (
            "Officials lodged a protest with the ministry over the delay.",
            "The army lodged a protest over the killing of two soldiers.",
            "Police broke up a protest over the killing of a student.",
        ),
        note="a force to which somebody protests over an act; the protest stands as its hedge",
    ),
    Rule(
        "act.work_of",
        Frame("cues.work_of", tags="N", needs=("cop", "nmod")),
        _work_of,
        (Example("The murder of the guard was the work of smugglers.", "kill None smugglers > the guard"),),
        ("The attack was the work of a moment.", "The murder was not the work of smugglers."),
    ),
)
