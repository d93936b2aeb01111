"""What stands around orders and acts: zones set up, an authority's review of its forces, fears and hopes."""

from typing import Literal

from holdfire.model.party import FORCES
from holdfire.model.span import Span
from holdfire.model.statement import Setting
from holdfire.reading.english.phrases.noun_phrases import named, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import MARKS, Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

ZONE_WORDS = frozenset(
    {
        "buffer",
        "security",
        "exclusion",
        "strict",
        "border",
        "closed",
        "demilitarized",
        "free-fire",
        "no-go",
        "kilometer",
        "kilometre",
        "meter",
        "km",
        "restricted",
        "prohibited",
    }
)
HOLD = frozenset({"express", "voice", "have", "hold", "raise", "share"})
ISSUE = frozenset({"issue", "exception"})


def _zone(site: Site[Lexicon]) -> Setting | None:
    """Forms like "a one to two kilometer buffer zone along the border"."""
    tree, noun = site.tree, site.anchor
    modifiers = {tree.tokens[t].text.lower() for c in tree.children[noun] for t in tree.branch(c)}
    if not modifiers & ZONE_WORDS:
        return None
    phrase = named(tree, noun, site.words)
    return Setting(
        "zone.named",
        "zone",
        tree.word(noun),
        site.sentence,
        _sentence_of(tree, noun),
        None,
        phrase,
        phrase.span,
    )


def _sentence_of(tree: Dependents, token: int) -> Span:
    top = [token, *tree.above(token)][-1]
    return tree.clause(top)


def _review(site: Site[Lexicon]) -> Setting | None:
    """Forms like "a review of the border patrol's performance", by whoever judges in that sentence."""
    tree, noun = site.tree, site.anchor
    about = next((t for case, t in predication(tree, noun).obliques if case == "of"), None)
    if about is None:
        return None
    owner = tree.one(about, "nmod:poss")
    body = owner if owner is not None else about
    party = party_of(tree, body, site.words)
    if party is None or party.kind not in FORCES:
        return None
    judge = _judge(tree, noun)
    return Setting(
        "review.noun",
        "review",
        tree.word(noun),
        site.sentence,
        tree.clause(noun),
        named(tree, judge, site.words) if judge is not None else None,
        named(tree, body, site.words),
        tree.clause(noun),
    )


def _judge(tree: Dependents, noun: int) -> int | None:
    owner = tree.one(noun, "nmod:poss")
    if owner is not None:
        return owner
    for above in tree.above(noun):
        if tree.tags[above][0] == "V":
            agents = predication(tree, above).agents
            return agents[0] if agents else None
    return None


def _blame(site: Site[Lexicon]) -> Setting | None:
    """Forms like "the authorities criticized this behavior": an authority's finding on its own forces."""
    tree, verb = site.tree, site.anchor
    taken = site.row == "issue" and tree.has(verb, ISSUE, "obj")
    if site.row == "issue" and not taken:
        return None
    pred = predication(tree, verb)
    judge = pred.agents[0] if pred.agents else None
    party = party_of(tree, judge, site.words) if judge is not None else None
    if judge is None or party is None or party.kind != "state":
        return None
    about = next((t for case, t in pred.obliques if case == "with"), None) if taken else None
    return Setting(
        "review.blame",
        "blame",
        tree.word(verb),
        site.sentence,
        tree.clause(verb),
        named(tree, judge, site.words),
        named(tree, about, site.words) if about is not None else None,
        tree.clause(verb),
    )


def _expectation(site: Site[Lexicon]) -> Setting | None:
    """Forms like "concerns remain among leaders that …", "officials fear that …"."""
    tree, anchor = site.tree, site.anchor
    content = _content(tree, anchor)
    if content is None:
        return None
    kind: Literal["fear", "hope", "prediction"] = site.row
    holder = _holder(tree, anchor)
    return Setting(
        "expectation.held",
        kind,
        tree.word(anchor),
        site.sentence,
        tree.clause(anchor),
        named(tree, holder, site.words) if holder is not None else None,
        None,
        tree.span([t for t in tree.branch(content) if t >= _opening(tree, content)]),
    )


def _content(tree: Dependents, anchor: int) -> int | None:
    """The clause that says what is feared or hoped; "that" may stand apart from its noun."""
    inner = tree.one(anchor, "acl", "ccomp")
    above = tree.heads[anchor]
    if inner is None and tree.tags[anchor][0] == "N" and above >= 0:
        near = (*tree.children[anchor], *tree.children[above])
        inner = next((c for c in near if c > anchor and _opens_with_that(tree, c)), None)
    if inner is None or inner < anchor:
        return None
    return inner if tree.one(inner, "nsubj", "nsubj:pass", "csubj") is not None else None


def _opening(tree: Dependents, clause: int) -> int:
    """The first word of a clause, past marks and adverbs ("however")."""
    return next((t for t in tree.branch(clause) if tree.tags[t] not in MARKS | {"RB"}), clause)


def _opens_with_that(tree: Dependents, clause: int) -> bool:
    return tree.tokens[_opening(tree, clause)].text.lower() == "that"


def _holder(tree: Dependents, anchor: int) -> int | None:
    pred = predication(tree, anchor)
    if tree.tags[anchor][0] == "V":
        return pred.agents[0] if pred.agents else None
    for case, token in pred.obliques:
        if case in ("among", "of", "by", "from", "poss"):
            return token
    for above in tree.above(anchor):
        if tree.tags[above][0] == "V":
            upper = predication(tree, above)
            among = next((t for case, t in upper.obliques if case in ("among", "from", "by")), None)
            agents = [a for a in upper.agents if a != anchor]
            return among if among is not None else agents[0] if agents else None
    return None


RULES: tuple[Rule[Frame, Site[Lexicon], Setting], ...] = (
    Rule(
        "zone.named",
        Frame("cues.zone", tags="N"),
        _zone,
        (
            Example(
                "The army set up a two-kilometer buffer zone along the border.", "a two-kilometer buffer zone"
            ),
        ),
        ("The time zone changed.",),
    ),
    Rule(
        "review.noun",
        Frame("cues.review", tags="N"),
        _review,
        (Example("During a review of the border guards’ performance, leaders found faults.", "leaders"),),
        ("She wrote a review of the film.",),
    ),
    Rule(
        "review.blame",
        Frame("cues.blame", tags="V"),
        _blame,
        (Example("The authorities criticized this behavior as reckless.", "The authorities"),),
        ("Residents criticized the price of rice.",),
    ),
    Rule(
        "expectation.held",
        Frame("cues.expectation", tags="NV"),
        _expectation,
        (Example("Officials fear that smuggling will grow.", "Officials"),),
        ("The fear of heights is common.",),
    ),
)
