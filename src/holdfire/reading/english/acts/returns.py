"""People put back across a line: "pushed back forty people", "forced back across the river"."""

from msgspec.structs import replace

from holdfire.geography.peoples import is_country
from holdfire.model.span import Span
from holdfire.model.statement import Deed, Phrase
from holdfire.reading.english.acts.custody import REMAINS
from holdfire.reading.english.acts.participants import can_act, is_armed, made
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.counts import GROUPS, count_of
from holdfire.reading.english.phrases.noun_phrases import is_kind, is_person
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

TURNING = frozenset({"turn"})
"""Verbs that say so with "back" or "away" where a force does it."""
SENDING = frozenset({"return", "send", "hand", "lead", "escort", "march", "transfer", "deliver"})
BACK = frozenset({"back"})
WAYS = frozenset({"back", "away"})
PUSHING = frozenset({"push", "force", "drive", "herd", "chase", "throw", "tow", "beat"})
"""Verbs that put people back by themselves; the others need the side or line that people are put across."""
DRIVING = frozenset({"push", "drive", "herd", "drag", "march", "escort", "force", "throw", "put", "make"})
SHIPPING = frozenset({"row", "ferry", "paddle"})
"""What takes people over a water, be it to save them: the other side is told, or that they go back."""
BRINGING = frozenset({"send", "take", "bring"})
"""What is told of people whom the armed bring to the side of others."""
FOREIGN = frozenset({"other", "opposite", "far", "foreign"})
MAKING = frozenset({"force", "make"})
"""What is done to people who are to do something: "made them crawl back"."""
CROSSING = frozenset({"wade", "swim", "walk", "crawl", "run", "climb", "cross", "go", "return", "jump"})
"""What people are forced to do who are put over a line."""
VESSELS = frozenset({"raft", "dinghy", "boat", "inflatable", "canoe", "kayak", "vessel"})
SHOVING = frozenset({"push", "tow", "drag", "force", "drive"})
"""What is done to a boat with people."""
CROSSERS = frozenset({"person crossing"})
BY_FORCE = frozenset({"push", "drag", "throw", "force", "make"})
"""What is done to one person too who is put over a line."""
OVER = frozenset({"through", "across", "over", "into", "towards", "toward", "to"})
THEM = frozenset({"he", "she", "they"})
LINES = frozenset(
    {
        "border",
        "frontier",
        "line",
        "river",
        "fence",
        "bridge",
        "side",
        "bank",
        "boundary",
        "water",
        "gate",
        "gap",
        "sea",
    }
)
DOING = ("xcomp", "advcl", "ccomp", "conj", "parataxis")


def _put_back(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police pushed back forty people", "they were taken back to the other side"."""
    tree, verb = site.tree, site.anchor
    back = _back(tree, verb)
    if back is None:
        return _put_over(site)
    if negated(tree, verb):
        return None
    pred = predication(tree, verb)
    if _shares_auxiliary(tree, pred):
        pred = replace(pred, voice="passive", patients=pred.agents, agents=())
    whom = [p for p in pred.patients if _are_people(tree, p, site.words)]
    actors = [a for a in pred.agents if can_act(tree, a, site.words)]
    if not whom and any(is_armed(tree, a, site.words) for a in actors):
        whom = [p for p in pred.patients if _carries_people(tree, pred, p, back, site.words)]
    if not whom and pred.voice == "passive" and not actors:
        whom = [p for p in pred.patients if _is_put_over(tree, pred, p, back, site.words)]
    if not whom or not (actors or pred.voice == "passive"):
        return None
    lemma = tree.lemmas[verb]
    counted = _is_counted(tree, whom)
    others = ("PRP", "NNP") if tree.lemmas[back] == "back" else ("PRP",)
    sent = counted or (any(tree.lemmas[p] in THEM for p in whom) and _is_across(tree, pred))
    by_force = any(is_armed(tree, a, site.words) or (counted and tree.tags[a] in others) for a in actors)
    if lemma == "drag" and not by_force:
        return None
    forced = by_force and (lemma in TURNING or (lemma in SENDING and sent))
    crossing = lemma in SENDING and any(is_kind(tree, p, site.words, CROSSERS) for p in whom)
    forced = forced or (crossing and not _goes_inland(tree, pred, back))
    forced = forced or (
        counted and lemma in TURNING and pred.voice == "passive" and tree.lemmas[back] == "back"
    )
    if lemma not in PUSHING and not forced and not _across(tree, verb, back):
        return None
    means = ("other", tree.word(verb))
    told = made(site, "act.pushed_back", pred, "push_back", whom, means=means, actors=actors)
    return replace(told, targets=tuple(without(tree, back, t) for t in told.targets))


def _put_over(site: Site[Lexicon]) -> Deed | None:
    """Forms like "guards pushed a group towards the line", "escorted 17 people through a gate"."""
    tree, verb, words = site.tree, site.anchor, site.words
    lemma = tree.lemmas[verb]
    if lemma not in DRIVING | SHIPPING | BRINGING:
        return None
    pred = predication(tree, verb)
    does = [c for c in tree.all(verb, *DOING) if tree.lemmas[c] in CROSSING]
    made_to = (
        [s for c in does for s in tree.all(c, "nsubj") if s > verb] if tree.lemmas[verb] == "make" else []
    )
    whom = [p for p in (*pred.patients, *made_to) if _are_people(tree, p, words)]
    ways = [t for _, t in pred.obliques] + [t for p in whom for t in tree.all(p, "nmod")]
    if tree.lemmas[verb] in MAKING:
        ways += [t for c in does for _, t in predication(tree, c).obliques]
    over = any(tree.case(t) in OVER and tree.lemmas[t] in LINES for t in ways)
    if lemma in SHIPPING | BRINGING:
        over = any(tree.case(t) in OVER and _is_other_side(tree, t) for t in ways)
    over = over or any(_goes_back(tree, c) for c in does) or any(_is_named_water(tree, t) for t in ways)
    if not over or negated(tree, verb):
        return None
    if tree.lemmas[verb] == "make" and not does:
        return None  # "made a road to the border"
    sent = lemma in BY_FORCE | {"send"} and any(_is_other_side(tree, t) for t in ways)
    if pred.voice == "passive" and (does or sent) and whom and not pred.agents:
        return made(site, "act.put_over", pred, "push_back", whom, means=("other", tree.word(verb)))
    actors = [a for a in pred.agents if is_armed(tree, a, words)]
    some = _is_counted(tree, whom) or any(tree.lemmas[p] in THEM for p in whom)
    if not actors or not (some or (whom and tree.lemmas[verb] in BY_FORCE)):
        return None
    means = ("other", tree.word(verb))
    return made(site, "act.put_over", pred, "push_back", whom, means=means, actors=actors)


def _is_other_side(tree: Dependents, token: int) -> bool:
    """Whether a phrase names the side or bank of others: "to the other bank", "the Turkish side"."""
    beside = tree.all(token, "amod", "compound")
    said = (tree.lemmas[t] in FOREIGN or tree.tokens[t].text[:1].isupper() for t in beside)
    return tree.lemmas[token] in ("side", "bank", "shore") and any(said)


def _goes_back(tree: Dependents, verb: int) -> bool:
    """Whether what people are made to do takes them back to a country, or over what has a name."""
    back = [c for c in tree.all(verb, "advmod") if tree.lemmas[c] in BACK]
    ways = [t for _, t in predication(tree, verb).obliques] + [
        t for b in back for t in tree.all(b, "obl", "nmod")
    ]
    return bool(back) and any(_is_abroad(tree, t) for t in ways)


def _is_abroad(tree: Dependents, token: int) -> bool:
    """Whether a phrase names a country, or a line or river by its name: "to Bosnia", "across the Evros"."""
    for name in (token, *tree.all(token, "compound")):
        led = (tree.case(name) or tree.case(token)) in ("to", "into")
        if led and tree.tags[name] == "NNP" and is_country(tree.tokens[name].text):
            return True
    return tree.case(token) in ("across", "over") and tree.tags[token] == "NNP"


def _is_named_water(tree: Dependents, token: int) -> bool:
    """Whether people are put into what has a name with "the": "into the Glina"."""
    the = tree.has(token, ("the",), "det")
    return the and tree.tags[token] == "NNP" and tree.case(token) == "into"


def _carries_people(tree: Dependents, pred: Predication, token: int, back: int, words: Lexicon) -> bool:
    """Whether a boat with people is put back, or one into the waters of another country or to it."""
    if pred.lemma not in SHOVING or tree.lemmas[token] not in (VESSELS | {"it"}):
        return False
    named = any(tree.tags[t] == "NNP" for t in _ends(tree, pred, back))
    return named or _is_over(tree, pred, back) or _holds_people(tree, pred, token, words)


def _is_put_over(tree: Dependents, pred: Predication, token: int, back: int, words: Lexicon) -> bool:
    """Whether a boat with people is put over a line by who is not told: to a port it may be helped."""
    boat = pred.lemma in SHOVING and tree.lemmas[token] in VESSELS
    return boat and _is_over(tree, pred, back) and _holds_people(tree, pred, token, words)


def _ends(tree: Dependents, pred: Predication, back: int) -> list[int]:
    """Where something is put back to."""
    return [t for case, t in pred.obliques if case in OVER] + tree.all(back, "obl", "nmod")


def _goes_inland(tree: Dependents, pred: Predication, back: int) -> bool:
    """Whether people are put back to where no line is: "sent back to the camp"."""
    ends = [t for t in _ends(tree, pred, back) if tree.case(t) == "to"]
    return any(tree.lemmas[t] not in LINES and not _is_abroad(tree, t) for t in ends)


def _is_over(tree: Dependents, pred: Predication, back: int) -> bool:
    return any(tree.lemmas[t] in LINES for t in _ends(tree, pred, back))


def _holds_people(tree: Dependents, pred: Predication, boat: int, words: Lexicon) -> bool:
    """Whether people are said to be in a boat: "with nine men aboard", "carrying 34 people"."""
    beside = [*tree.all(boat, "nmod"), *(t for case, t in pred.obliques if case == "with")]
    carried = (t for c in tree.all(boat, "acl") if tree.lemmas[c] == "carry" for t in tree.all(c, "obj"))
    with_them = (t for t in beside if tree.case(t) == "with")
    return any(is_person(tree, t, words) for t in (*with_them, *carried))


def _are_people(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names people, or a group of them."""
    if tree.lemmas[token] in REMAINS:
        return False
    of = (c for c in tree.all(token, "nmod") if tree.case(c) == "of" and tree.lemmas[token] in GROUPS)
    return any(is_person(tree, t, words) for t in (token, *of))


def _shares_auxiliary(tree: Dependents, pred: Predication) -> bool:
    """Whether a participle that the tree has as a past tense goes with "were" before another verb."""
    above = tree.heads[pred.head]
    alone = pred.voice == "active" and pred.controlled and not pred.patients
    return alone and tree.relations[pred.head] == "conj" and tree.one(above, "aux:pass") is not None


def without(tree: Dependents, back: int, people: Phrase) -> Phrase:
    """A phrase without the word "back" that stands before or behind it."""
    word = tree.word(back)
    if people.span.end == word.end and people.span.start < word.start:
        return replace(people, span=Span(people.span.start, tree.tokens[back - 1].end))
    if people.span.start != word.start or back + 1 >= len(tree.tokens):
        return people
    return replace(people, span=Span(tree.tokens[back + 1].start, people.span.end))


def _is_counted(tree: Dependents, people: list[int]) -> bool:
    """Whether more than one person is counted: "sent back 400", not "sent him back"."""
    counts = [count_of(tree, p) for p in people]
    return any(c not in (None, 0, 1) for c in counts)


def _back(tree: Dependents, verb: int) -> int | None:
    """The word "back" beside a verb, or before the number that follows it; "return" says it by itself."""
    beside = [c for t in tree.all(verb, "obl") for c in tree.all(t, "advmod")]
    after = [o + 1 for o in tree.all(verb, "obj")]  # "ferried 40 people back", wherever the tree has it
    near = [*tree.children[verb], verb + 1, *after, *beside]  # "forced a group, with them children, back …"
    ways = WAYS if tree.lemmas[verb] in TURNING else BACK
    found = next((c for c in near if c < len(tree.lemmas) and tree.lemmas[c] in ways), None)
    return verb if found is None and tree.lemmas[verb] == "return" else found


def _is_across(tree: Dependents, pred: Predication) -> bool:
    return any(_is_abroad(tree, t) for _, t in pred.obliques)


def _across(tree: Dependents, verb: int, back: int) -> bool:
    """Whether people are put back across a line, to a bank or to a side of it."""
    ways = [
        t
        for case, t in predication(tree, verb).obliques
        if case in ("across", "over", "to", "into", "through")
    ]
    ways += tree.all(back, "obl", "nmod")
    return any(tree.lemmas[t] in LINES or (tree.case(t) != "to" and _is_abroad(tree, t)) for t in ways)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.pushed_back",
        Frame("cues.return", tags="V"),
        _put_back,
        (
            Example("Guards pushed back forty people at the river.", "push_back other Guards > forty people"),
            Example("Troops beat back some 500 men at the river.", "push_back other Troops > some 500 men"),
            Example("Forty people were pushed back to Serbia.", "push_back other  > Forty people"),
            Example("They were taken back to the other side of the line.", "push_back other  > They"),
            Example(
                "Officers have turned away some 20,000 people.",
                "push_back other Officers > some 20,000 people",
            ),
            Example("Police returned 400 migrants to Serbia.", "push_back other Police > 400 migrants"),
            Example("Soldiers returned them over the fence.", "push_back other Soldiers > them"),
            Example(
                "Spanish agents handed 470 people back to Morocco.",
                "push_back other Spanish agents > 470 people",
            ),
            Example("Bangladesh turned back 70 people.", "push_back other Bangladesh > 70 people"),
            Example("Six others were turned back.", "push_back other  > Six others"),
            Example("Soldiers sent them back to Turkey.", "push_back other Soldiers > them"),
            Example("Ten men were sent back across the Evros.", "push_back other  > Ten men"),
            Example("Forty migrants were beaten and sent back.", "push_back other  > Forty migrants"),
            Example("Police ferried 40 people back over the Evros.", "push_back other Police > 40 people"),
            Example(
                "A patrol pushed a raft with 12 people back into Turkish waters.",
                "push_back other A patrol > a raft",
            ),
            Example(
                "The navy towed a boat with 40 people back to Libya.", "push_back other The navy > a boat"
            ),
            Example(
                "A dinghy carrying 34 people was towed back into Turkish waters.",
                "push_back other  > A dinghy",
            ),
        ),
        (
            "Guards pushed back the gate.",
            "The boy was taken back to his mother.",
            "The army did not push them back.",
            "Police sent them back to the station.",
            "The migrants were sent back to the camp.",
            "The embassy turned away 90 applicants.",
            "Police returned the boy to his mother.",
            "The customs office returned 300 crates of fruit.",
            "The navy towed a broken ferry back to port.",
            "A boat with 40 people was towed back to harbour.",
        ),
        note="people made to go back across a border, without a procedure being told",
    ),
    Rule(
        "act.put_over",
        Frame("cues.return", tags="V", needs=("obj",)),
        _put_over,
        (
            Example(
                "Guards pushed a group of 40 towards the line.", "push_back other Guards > a group of 40"
            ),
            Example("Policemen dragged a woman over the line.", "push_back other Policemen > a woman"),
            Example(
                "A patrol escorted 17 people through a gate in the fence.",
                "push_back other A patrol > 17 people",
            ),
            Example(
                "Officers burned their clothes and marched them to the border.",
                "push_back other Officers > them",
            ),
            Example(
                "Guards forced 30 migrants to wade back across the river.",
                "push_back other Guards > 30 migrants",
            ),
            Example("Guards threw nine people into the sea.", "push_back other Guards > nine people"),
            Example("Guards put 92 men over the river.", "push_back other Guards > 92 men"),
            Example("Guards sent 40 men over to the Iraqi side.", "push_back other Guards > 40 men"),
            Example("Police made them crawl back across the border.", "push_back other Police > them"),
            Example("Guards threw nine men into the Evros.", "push_back other Guards > nine men"),
            Example("Soldiers rowed them to the other bank.", "push_back other Soldiers > them"),
            Example(
                "Soldiers ferried 40 people to the Turkish side.", "push_back other Soldiers > 40 people"
            ),
        ),
        (
            "The guards drove their car to the border.",
            "The bus driver drove 40 people to the border.",
            "The guards did not push them towards the line.",
            "Police made him walk back to his car.",
            "Soldiers made a road to the border.",
            "Police pushed two men into a van.",
            "Guards dragged their bodies across the river.",
            "Soldiers ferried 40 people across the flooded river.",
            "Guards rowed 40 people to the bank.",
        ),
        note="people driven by a force to or over a line, a river or a fence",
    ),
)
