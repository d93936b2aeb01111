"""Acts told by nouns: "the shooting of two men by border guards", "police firing", "the attack"."""

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.act_words import is_bare_place, is_month
from holdfire.reading.english.acts.noun_doers import doers, with_what
from holdfire.reading.english.acts.participants import (
    LANDS,
    Means,
    is_armed,
    made,
)
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of, party_of
from holdfire.reading.english.words.lexicon import ActWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

REFERENCE = "act.reference"
DEADLY = frozenset({"fatal", "deadly", "lethal", "murderous"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
THWARTED = frozenset({
    "foil", "foiled", "thwart", "thwarted", "avert", "averted", "prevent", "prevented", "plan", "planned",
    "threaten", "threatened", "possible", "imminent", "potential",
})  # fmt: skip
"""What is said of acts that did not come about."""
ATTEMPTED = frozenset(
    {"attempt", "attempted", "unsuccessful", "abortive", "frustrate", "frustrated", "botch", "botched"}
)
CHANCES = frozenset({
    "possibility", "chance", "risk", "threat", "plan", "opportunity", "potential", "preparation", "danger",
    "likelihood", "prospect", "scenario", "pretext", "anniversary",
})  # fmt: skip
"""What is of or for an act that nobody has done yet, or that was done long ago."""
LEADS_TO = frozenset({"of", "for"})
TREND = frozenset({
    "rise", "increase", "grow", "surge", "spike", "escalate", "intensify", "mount", "decline", "decrease",
    "drop", "persist", "multiply",
})  # fmt: skip
"""What acts do that become more, or fewer."""
NOT_DONE = frozenset(
    {
        "deny",
        "prevent",
        "avoid",
        "avert",
        "plan",
        "threaten",
        "fear",
        "foil",
        "thwart",
        "demand",
        "seek",
        "urge",
        "include",
        "face",
        "risk",
    }
)
HARDENED = frozenset({"toughen", "tighten", "strengthen", "step", "intensify", "stiffen", "announce"})
"""What is done to a course, which is no act by itself: "stepped up its crackdown on smugglers"."""
RULERS = frozenset({
    "leader", "king", "queen", "emperor", "president", "dictator", "ruler", "premier", "sultan", "emir",
    "pope",
})  # fmt: skip
OF_A_BODY = frozenset(
    {"group", "party", "union", "gang", "rebel", "community", "village", "student", "militant"}
)
"""Of what he is a leader who rules no country."""
WITH = ("with",)
"""How the other side of a fight is told."""
ANOTHER = frozenset({"similar", "another", "separate", "previous", "earlier"})
"""What tells an act from the one told before."""
OF_LABOUR = frozenset({"strike"})
"""Acts of force only where their weapon is told: "air strikes on a village", not "a strike of nurses"."""
VICTIM_AFTER = frozenset({"death", "victim", "deaths"})


def _by_noun(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the shooting of two men by border guards", "the death of a farmer"."""
    tree, entry = site.tree, site.row
    if entry.act == "incident" or _heads_a_thing(tree, site.anchor, site.words):
        return None
    first = tree.heads[site.anchor] if tree.relations[site.anchor] == "conj" else site.anchor
    if _above(tree, first) in NOT_DONE or _is_not_made(tree, site.anchor, site.words):
        return None
    if _is_thought_of(tree, site.anchor) or _is_course(tree, site.anchor):
        return None
    pred = predication(tree, site.anchor)
    actors = doers(tree, pred, site.words)
    victims = [t for case, t in pred.obliques if case in entry.target and t not in actors]
    victims = [t for t in victims if not is_bare_place(tree, t, site.words)]
    victims = [t for t in victims if tree.lemmas[t] not in site.words.cues["extent"]]
    victims += _aimed_elsewhere(tree, site.anchor, entry) if not victims else []
    victims = [t for t in victims if not _is_of_first(tree, t, victims)]
    victims += _listed_beside(tree, site.anchor, victims, site.words)
    owners = [t for case, t in pred.obliques if case == "poss" and t not in actors and entry.harm]
    owners += [t for t in tree.all(site.anchor, "compound") if entry.harm and _crosses(tree, t, site.words)]
    owners = [_relative_owner(tree, t) for t in owners if tree.lemmas[t] not in LANDS]
    victims = [t for t in (*victims, *owners) if _can_suffer(tree, t, site.words)]
    if not actors and tree.lemmas[site.anchor] == "death" and any(_is_ruler(tree, t) for t in victims):
        return None  # "since the death of the king"
    if entry.target == WITH and not actors and all(is_armed(tree, t, site.words) for t in victims):
        actors, victims = victims, []  # "two guards were killed in a clash with rebels"
    means = with_what(tree, pred, entry, site.words)
    if _tells_nothing(tree, site.anchor, means, site.words) or not (
        actors or victims or _is_blast(entry, means)
    ):
        return None
    harm = entry.harm
    if harm == "shot" and tree.has(site.anchor, DEADLY, "amod"):
        harm = "killed"
    act = "kill" if harm == "killed" else entry.act
    if is_only_attempted(tree, site.anchor):
        act, harm = "attack", None
    told = made(site, "act.noun", pred, act, victims, harm=harm, means=means, actors=actors)
    return replace(told, mood="habitual") if _comes_often(tree, site.anchor) else told


def _tells_nothing(tree: Dependents, noun: int, means: Means, words: Lexicon) -> bool:
    """Whether a strike is told without a weapon, one of workers most often; or who "came under fire"."""
    if tree.lemmas[noun] in words.cues["gunfire"] and tree.case(noun) == "under":
        return tree.lemmas[tree.heads[noun]] in ("come", "be")
    return tree.lemmas[noun] in OF_LABOUR and means[0] is None


def _is_course(tree: Dependents, noun: int) -> bool:
    """Whether a crackdown is a course that is taken and no act: "part of a crackdown on", "toughened its"."""
    if tree.lemmas[noun] != "crackdown":
        return False
    above = _above(tree, noun)
    return (above == "part" and tree.case(noun) == "of") or above in HARDENED


def _comes_often(tree: Dependents, noun: int) -> bool:
    """Whether it is only told that acts become more or fewer: "sniper attacks have been on the rise"."""
    above = next((t for t in tree.above(noun) if t > noun and tree.lemmas[t] in TREND), None)
    if above is None or tree.case(noun) or tree.one(noun, "det", "nummod") is not None:
        return False
    return all(tree.tags[t][0] != "V" or tree.heads[t] == above for t in range(noun + 1, above))


def _is_thought_of(tree: Dependents, noun: int) -> bool:
    """Whether an act did not come about, or only might: "a foiled attack", "the possibility of an attack"."""
    first = min(tree.branch(noun))
    return tree.has(noun, THWARTED, "amod") or (
        first > 0 and tree.lemmas[first - 1] in CHANCES and tree.lemmas[first] in LEADS_TO
    )


def _aimed_elsewhere(tree: Dependents, noun: int, entry: ActWord) -> list[int]:
    """What an attack is on, told by another word: "was the target of an attack", "carried out against"."""
    above = tree.heads[noun]
    if above < 0 or entry.act != "attack":
        return []
    if tree.lemmas[above] == "target" and tree.case(noun) == "of" and tree.one(noun, "nummod") is None:
        subjects = tree.all(above, "nsubj") if tree.one(above, "cop") is not None else []
        return [t for s in subjects[-1:] for t in tree.conjuncts(s)]
    if tree.relations[noun] not in ("nsubj:pass", "obj") or tree.tags[above][0] != "V":
        return []
    return [t for t in tree.all(above, "obl", "obj") if tree.case(t) == "against" and t > noun]


def _listed_beside(tree: Dependents, noun: int, victims: list[int], words: Lexicon) -> list[int]:
    """More of those whom an act is of, where a tree has them beside it: "murders of judges, officials"."""
    if not victims or tree.case(victims[0]) != "of":
        return []
    listed = (each for c in tree.all(noun, "conj") for each in tree.conjuncts(c))
    beside = [c for c in listed if c > victims[-1] and c not in victims]
    between = range(victims[-1], max(beside, default=victims[-1]))
    if "," not in [tree.lemmas[t] for t in between] or any(tree.tags[t][0] == "V" for t in between):
        return []
    return [c for c in beside if not tree.case(c) and is_person(tree, c, words) and tree.tags[c] != "CD"]


def _is_of_first(tree: Dependents, token: int, victims: list[int]) -> bool:
    """Whether somebody is only whose relative was killed: "the murder of the wife of the mayor"."""
    before = next((v for v in victims if v < token and tree.relations[token] != "conj"), None)
    if before is None or tree.case(token) != "of" or tree.lemmas[token] == tree.lemmas[before]:
        return False
    return min(tree.branch(token)) == max(tree.branch(before)) + 1


def is_only_attempted(tree: Dependents, noun: int) -> bool:
    """Whether a killing did not come about: "the attempted murder of two officers"."""
    return tree.has(noun, ATTEMPTED, "amod")


def _relative_owner(tree: Dependents, owner: int) -> int:
    """Whom "whose" stands for: "the farmer, whose death …"."""
    if tree.tags[owner] != "WP$":
        return owner
    clause = next((t for t in tree.above(owner) if tree.relations[t].startswith("acl")), None)
    return tree.heads[clause] if clause is not None else owner


def _is_not_made(tree: Dependents, noun: int, words: Lexicon) -> bool:
    """Forms like "has not made any arrests", "did not carry out an attack"; of "the attack" more is told."""
    above = tree.heads[noun]
    if above < 0 or tree.relations[noun] not in ("obj", "nsubj:pass") or not negated(tree, above):
        return False
    definite = tree.has(noun, DEFINITE, "det", "nmod:poss")
    return tree.lemmas[above] in words.cues["commit"] and not definite


def _is_blast(entry: ActWord, means: Means) -> bool:
    """Whether a noun tells of an act by its weapon alone: "a dynamite attack", not "the explosion"."""
    return entry.means is None and means[0] in ("explosive", "landmine")


def _is_ruler(tree: Dependents, token: int) -> bool:
    """Whether somebody rules a country, whose bare death is told as an event of state."""
    near = (token, *tree.all(token, "compound", "flat", "appos", "nmod:desc"))
    return any(tree.lemmas[t] in RULERS for t in near) and not tree.has(
        token, OF_A_BODY, "nmod", "compound", "amod"
    )


def _crosses(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody before an act is one who crosses, and so suffered it: "a refugee shooting"."""
    party = party_of(tree, token, words)
    return party is not None and party.kind == "person crossing"


def _can_suffer(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase after "of" or "on" may be whom an act is done to; not a means, date or place."""
    if means_of(tree, token, words) is not None or is_month(tree, token):
        return False
    if tree.tags[token] == "CD" and len(tree.tokens[token].text) > 3:
        return False
    return tree.tags[token][0] in "NPCW" and tree.lemmas[token] not in words.cues["abstract"]


def _heads_a_thing(tree: Dependents, noun: int, words: Lexicon) -> bool:
    """Whether a noun only stands before another that is no party ("attack helicopter", "murder suspect")."""
    return (
        tree.relations[noun] in ("compound", "amod") and tree.lemmas[tree.heads[noun]] not in words.act_nouns
    )


def _reference(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the shooting happened on Friday", "in the incident": an act told before."""
    tree, noun = site.tree, site.anchor
    if _heads_a_thing(tree, noun, site.words) or tree.lemmas[noun] == "fire":
        return None
    if tree.lemmas[noun] in OF_LABOUR and means_of(tree, noun, site.words) is None:
        return None
    if tree.has(noun, ANOTHER, "amod", "det"):
        return None
    definite = tree.has(noun, DEFINITE, "det", "nmod:poss")
    happens = tree.relations[noun].startswith("nsubj") and _above(tree, noun) in site.words.cues["happen"]
    if not definite and not happens:
        return None
    pred = predication(tree, noun)
    means = with_what(tree, pred, site.row, site.words)
    act = "attack" if is_only_attempted(tree, noun) else site.row.act
    return made(site, REFERENCE, pred, act, (), means=means)


def _it_happened(site: Site[Lexicon]) -> Deed | None:
    """Forms like "it happened on Friday near the bridge", after an act was told."""
    tree, verb = site.tree, site.anchor
    subject = tree.one(verb, "nsubj", "expl")
    obj = tree.one(verb, "obj")
    if subject is None or tree.lemmas[subject] not in ("it", "this", "that"):
        return None
    if tree.one(verb, "aux") is not None or (tree.lemmas[obj] if obj is not None else "") != site.row:
        return None
    pred = predication(tree, verb)
    told = made(site, REFERENCE, pred, "incident", ())
    return replace(told, undated=(*told.undated, *_around(tree, verb)))


def _around(tree: Dependents, verb: int) -> tuple[Span, ...]:
    """In "the news has spread in the province where it happened": the words that date another verb."""
    where = tree.has(verb, ("where",), "advmod", "mark")
    if tree.relations[verb] != "acl:relcl" and not where:
        return ()
    own, whole = tree.clause(verb), Span(tree.tokens[0].start, tree.tokens[-1].end)
    return Span(whole.start, own.start), Span(own.end, whole.end)


def _above(tree: Dependents, token: int) -> str:
    return tree.lemmas[tree.heads[token]] if tree.heads[token] >= 0 else ""


def before_death(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the shooting death of a man", "shooting victims": the act stands before what it led to."""
    tree, noun = site.tree, site.anchor
    head = tree.heads[noun]
    if tree.relations[noun] not in ("compound", "amod") or tree.lemmas[head] not in VICTIM_AFTER:
        return None
    pred = predication(tree, head)
    harm = "killed" if tree.lemmas[head] == "death" else "shot"
    victims = [t for case, t in pred.obliques if case in ("of", "poss") and is_person(tree, t, site.words)]
    if tree.lemmas[head] == "victim":
        victims, harm = [head], site.row.harm or harm
    if not victims:
        return None
    act = "kill" if harm == "killed" else site.row.act
    means = (site.row.means, tree.word(noun) if site.row.means else None)
    return made(site, "act.before_death", pred, act, victims, harm=harm, means=means)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.noun",
        Frame("act_nouns", tags="N"),
        _by_noun,
        (
            Example(
                "The shooting of two men by border guards caused anger.",
                "fire live_fire border guards > two men",
            ),
            Example("The fatal shooting of a farmer caused anger.", "kill live_fire  > a farmer"),
            Example("The embassy was the target of a dynamite attack.", "attack explosive  > The embassy"),
            Example(
                "The attack was perpetrated by smugglers against the office of the union.",
                "attack None smugglers > the office of the union",
            ),
            Example("The attack on the mast was carried out with grenades.", "attack explosive  > the mast"),
            Example(
                "The murder by machine-gun fire of two nurses shocked the town.",
                "kill live_fire  > two nurses",
            ),
            Example(
                "The murders of judges, officials and farmers go on.",
                "kill None  > judges, officials, farmers",
            ),
            Example(
                "They condemned the murder of the wife of the mayor.", "kill None  > the wife of the mayor"
            ),
            Example("He was unhurt after a dynamite attack near the bank.", "attack explosive  > "),
            Example(
                "The raid on the post was carried out by a couple in a car.",
                "attack None a couple > the post",
            ),
            Example("The smugglers were behind the killing of a guard.", "kill None The smugglers > a guard"),
            Example("The attempted murder of two guards shook the town.", "attack None  > two guards"),
            Example("A refugee shooting was filmed on Monday.", "fire live_fire  > refugee"),
            Example("A soldier was killed in Pakistani firing at Uri.", "fire live_fire Pakistani > "),
            Example("Attacks by troops have been on the rise.", "attack None troops > "),
            Example("The army carried out an air strike on a house.", "explode explosive The army > a house"),
        ),
        (
            "The shooting season begins in May.",
            "The murder suspect fled.",
            "The attack began at dawn.",
            "The fishermen went on strike against the navy.",
            "They spoke of the foiled attack on the post.",
            "They looked for possibilities for attacks on the post.",
            "The risk of an ambush on the patrol was high.",
            "The toll from the bombing rose to 11.",
            "Police have not made any arrests.",
        ),
    ),
    Rule(
        "act.before_death",
        Frame("act_nouns", tags="N"),
        before_death,
        (Example("The murder victim was a farmer.", "kill None  > The murder victim"),),
        ("The shooting range was closed.",),
    ),
    Rule(
        "act.it_happened",
        Frame("cues.occur", tags="V"),
        _it_happened,
        (
            Example("It happened on Friday near the bridge.", "incident None  > "),
            Example("The town where it took place is angry.", "incident None  > "),
        ),
        ("The accident happened to him.", "It may happen again."),
    ),
    Rule(
        REFERENCE,
        Frame("act_nouns", tags="N"),
        _reference,
        (Example("The shooting happened on Friday.", "fire live_fire  > "),),
        ("A shooting range was built.",),
        note="an act told before is taken up again; it adds its day and place to that one",
    ),
)
