"""What somebody with power decides on or makes known: "voted to shut", "announced a closure"."""

from msgspec.structs import replace

from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import Parts, directive, is_foretold, is_unreal
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.directives.givers import behind
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import has_forces, who_can_order
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

TAKE = frozenset({"take", "make", "reach", "announce"})
TAKEN = ("obj", "nsubj:pass")
CLOSURES = frozenset({"closure", "shutdown", "sealing", "closing"})
SHUT = frozenset({"close", "shut", "seal", "reopen", "open"})
OPEN = frozenset({"open", "reopen"})
MOVES = frozenset({"withdraw", "redeploy", "deploy", "recall", "disarm"})
FORCES = frozenset(
    {"force", "troop", "soldier", "army", "fighter", "unit", "brigade", "battalion", "tank", "gun"}
)
"""What an authority decides to move: "decided to withdraw its FORCES"."""
WAYS = frozenset({
    "border", "frontier", "crossing", "checkpoint", "gate", "bridge", "strait", "airspace", "water", "sea",
    "port", "corridor", "boundary", "road", "pass", "passage", "gateway", "highway", "route",
})  # fmt: skip

LINES = frozenset({"border", "frontier", "crossing", "checkpoint", "airspace", "boundary", "pass"})
"""What is closed by an authority alone; a road or a bridge may be closed for repairs."""
OF_AN_AGE = frozenset({"beginning", "start", "outbreak", "onset", "outset"})
"""What a closing is told by that is long known: it is no news, and who gave it is not told."""
TOLD = frozenset({"root", "ccomp", "conj", "parataxis", "acl:relcl"})


def _decided(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the government decided to close its border", "the cabinet voted to shut the crossing"."""
    tree, verb = site.tree, site.anchor
    below = [c for c in tree.all(verb, "xcomp", "advcl") if c > verb]
    content = next((c for c in below if tree.lemmas[c] in SHUT | MOVES or _is_kept_shut(tree, verb, c)), None)
    if content is None or is_unreal(tree, verb) or is_foretold(tree, verb) or negated(tree, verb):
        return None
    if not tree.led_by_to(content) or negated(tree, content):
        return None
    issuer = who_can_order(tree, predication(tree, verb).agents, site.words)
    moved = tree.lemmas[content] in MOVES
    things = [o for o in tree.all(content, "obj") if tree.lemmas[o] in (FORCES if moved else WAYS)]
    if issuer is None or not things:
        return None
    found = _shut(site, tree.lemmas[content], content, content, things)
    made = replace(site, row=DirectiveWord("obligation", "order", ()))
    return directive(made, "order.decided", Parts(found, issuer, (), [content]))


def _settled(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the cabinet decided not to use lethal weapons", "took the decision to stop firing"."""
    tree, verb = site.tree, site.anchor
    noun = tree.tags[verb][0] == "N"
    above = tree.heads[verb] if noun else verb
    if above < 0 or (noun and (tree.lemmas[above] not in TAKE or tree.relations[verb] not in TAKEN)):
        return None
    below = [c for c in tree.all(verb, "xcomp", "advcl", "acl", "ccomp") if c > verb]
    content = next((c for c in below if tree.led_by_to(c)), None)
    if content is None or is_unreal(tree, above) or is_foretold(tree, above) or negated(tree, above):
        return None
    if tree.tags[above] == "VB" or any(tree.tags[c] == "WRB" for c in tree.all(content, "advmod")):
        return None  # "were authorised to decide when to fire"
    pred = predication(tree, above)
    issuer = who_can_order(tree, pred.agents, site.words)
    unnamed = pred.voice == "passive" and not pred.agents  # "it was decided to cease hostilities"
    found = norms(tree, content, Deontic("obligation", tree.word(verb)), site.words)
    if (issuer is None and not unnamed) or not any(
        n.means not in (None, "surveillance", "arrest") for n in found
    ):
        return None
    made = replace(site, row=DirectiveWord("obligation", "order", ()))
    return directive(made, "order.decision" if noun else "order.settled", Parts(found, issuer, (), [content]))


def _announced(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the vice president announced the temporary closure of three bridges"."""
    tree, verb = site.tree, site.anchor
    closure = next((o for o in tree.all(verb, "obj") if tree.lemmas[o] in CLOSURES), None)
    if closure is None or negated(tree, verb) or is_unreal(tree, verb) or is_foretold(tree, verb):
        return None
    of = [t for t in tree.all(closure, "nmod") if tree.case(t) == "of"]
    things = [each for t in of for each in tree.conjuncts(t) if tree.lemmas[each] in WAYS]
    issuer = behind(site, verb) or who_can_order(tree, predication(tree, verb).agents, site.words)
    if not things or issuer is None:
        return None
    found = _shut(site, "close", closure, verb, things)
    made = replace(site, row=DirectiveWord("obligation", "proclamation", ()))
    return directive(made, "order.closure", Parts(found, issuer, (), [closure]))


def _closes(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the government has closed its border with Chad", "the crossing was sealed by the army".

    What nobody with power is told to have closed is only found closed.
    """
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    things = [p for p in pred.patients if tree.lemmas[p] in LINES]
    to = tree.led_by_to(verb) or _is_to_some(tree, verb)
    if not things or to or tree.tags[verb][0] != "V" or tree.relations[verb] not in TOLD:
        return None
    if negated(tree, verb) or is_unreal(tree, verb) or is_foretold(tree, verb):
        return None
    if any(tree.lemmas[t] in OF_AN_AGE for _, t in pred.obliques):
        return None  # "closed the border at the beginning of the pandemic"
    issuer = next((a for a in pred.agents if has_forces(tree, a, site.words)), None)
    orderer = behind(site, verb)
    issuer = issuer if orderer is None else orderer
    found_so = pred.voice == "passive" and not pred.agents and _teller(site, verb) is not None
    if issuer is None and not found_so:
        return None
    found = _shut(site, tree.lemmas[verb], verb, verb, things)
    made = replace(site, row=DirectiveWord("obligation", "order", ()))
    return directive(made, "order.closes", Parts(found, issuer))


def _is_to_some(tree: Dependents, verb: int) -> bool:
    """Whether a way is closed to some only: "closed the border to lorries"."""
    return any(tree.case(t) == "to" and tree.tags[t][0] == "N" for t in tree.all(verb, "obl"))


def _teller(site: Site[Lexicon], verb: int) -> int | None:
    """Who with power says what a clause tells: "the crossing will be closed, THE ARMY said"."""
    tree = site.tree
    tellers = [*tree.all(verb, "parataxis")]
    if tree.relations[verb] in ("ccomp", "parataxis"):
        tellers.append(tree.heads[verb])
    agents = (a for t in tellers if tree.tags[t][0] == "V" for a in predication(tree, t).agents)
    return who_can_order(tree, agents, site.words)


def _to_be_closed(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the crossing will be closed from Monday, the border guard said", "will reopen"."""
    tree, verb = site.tree, site.anchor
    above = tree.heads[verb]
    stays = tree.relations[verb] == "xcomp" and tree.lemmas[above] in ("remain", "stay")
    head = above if stays else verb
    helpers = tree.all(head, "aux", "aux:pass", "cop")
    coming = any(tree.lemmas[c] in ("will", "would") for c in helpers)
    opens = tree.lemmas[verb] in OPEN
    be = stays or (coming and opens) or any(tree.lemmas[c] == "be" for c in helpers)
    ways = WAYS if coming else LINES
    things = [s for s in tree.all(head, "nsubj:pass", "nsubj") if tree.lemmas[s] in ways]
    if not (be and things) or negated(tree, head) or not (coming or tree.tags[verb][0] == "J"):
        return None
    issuer = _teller(site, head)
    if issuer is None and stays and not opens and _is_until_notice(tree, verb):
        issuer = _named_teller(tree, head)
    if issuer is None:
        return None
    found = _shut(site, tree.lemmas[verb] if opens else "close", verb, verb, things)
    made = replace(site, row=DirectiveWord("obligation", "proclamation", ()))
    return directive(made, "order.to_be_closed", Parts(found, issuer, (), [verb]))


def _is_until_notice(tree: Dependents, verb: int) -> bool:
    """Whether something stays shut "until further notice", which nobody says who cannot open it."""
    below = (c for v in (verb, tree.heads[verb]) for c in tree.all(v, "obl", "nmod", "obj"))
    return any(tree.lemmas[c] == "notice" and tree.case(c) in ("until", "till") for c in below)


def _named_teller(tree: Dependents, head: int) -> int | None:
    """Who is called by his name alone and says it: "KATO said the border would remain closed"."""
    above = tree.heads[head]
    if tree.relations[head] != "ccomp" or above < 0 or tree.tags[above][0] != "V":
        return None
    return next((a for a in predication(tree, above).agents if tree.tags[a] == "NNP"), None)


def _shut(site: Site[Lexicon], act: str, content: int, cue: int, things: list[int]) -> list[Norm]:
    """What is to be shut, each a clause, with the conditions told beside it."""
    tree = site.tree
    when = circumstances(tree, content, site.words)
    return [
        Norm(
            "obligation",
            f"{act} {tree.lemmas[thing]}",
            tree.word(thing),
            tree.word(cue),
            "norm.do",
            conditions=when.conditions,
            exception=when.exception,
        )
        for thing in things
    ]


def _is_kept_shut(tree: Dependents, verb: int, content: int) -> bool:
    """Whether it is decided that something stays shut: "decided to KEEP the border CLOSED"."""
    below = [*tree.all(content, "xcomp", "advcl", "acl", "amod"), *tree.all(verb, "advcl", "xcomp")]
    below += [c for o in tree.all(content, "obj") for c in tree.all(o, "acl", "amod")]
    shut = any(tree.lemmas[c] in ("close", "closed", "shut", "sealed", "seal") and c > content for c in below)
    return tree.lemmas[content] == "keep" and shut


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.settled",
        Frame("cues.decide", needs=("xcomp|advcl|ccomp",)),
        _settled,
        (
            Example("The cabinet decided not to use lethal weapons.", "prohibition fire live_fire"),
            Example("The army has decided to stop firing at boats.", "prohibition fire live_fire"),
            Example("The cabinet voted to use rubber bullets.", "obligation use_less_lethal less_lethal"),
            Example("It was decided to cease fire from October 10.", "prohibition fire live_fire"),
        ),
        (
            "The two men decided to fire at the house.",
            "The cabinet decided not to send envoys.",
            "The cabinet may decide to use lethal weapons.",
            "The army decided to buy rifles.",
        ),
    ),
    Rule(
        "order.decision",
        Frame("cues.decision", tags="N", needs=("acl|xcomp",)),
        _settled,
        (Example("India took the decision not to use lethal weapons.", "prohibition fire live_fire"),),
        ("The decision not to use lethal weapons was criticised.", "India took the decision to leave."),
    ),
    Rule(
        "order.closure",
        Frame("cues.make_known", tags="V", needs=("obj",), beside=CLOSURES),
        _announced,
        (
            Example("The minister announced the closure of the crossing.", "obligation close crossing None"),
            Example(
                "The president announced the temporary closure of three bridges.",
                "obligation close bridge None",
            ),
        ),
        (
            "The firm announced the closure of a shop.",
            "The minister announced the closure of a school.",
            "The minister did not announce the closure of the crossing.",
        ),
    ),
    Rule(
        "order.closes",
        Frame("cues.close_or_open", tags="V"),
        _closes,
        (
            Example("The government has closed its border with Chad.", "obligation close border None"),
            Example("The crossing was sealed by the army.", "obligation seal crossing None"),
            Example("The Taliban closed the crossing on Sunday.", "obligation close crossing None"),
            Example("The army reopened the border on Monday.", "obligation reopen border None"),
            Example(
                "The minister confirmed that the border with Chad was closed.", "obligation close border None"
            ),
        ),
        (
            "The border was closed when they came.",
            "The army did not close the crossing.",
            "The army may close the border.",
            "The government closed the border at the outbreak of war.",
            "The police closed the road after a crash.",
            "A driver said that the border was closed.",
        ),
    ),
    Rule(
        "order.to_be_closed",
        Frame("cues.close_or_open", tags="VJ"),
        _to_be_closed,
        (
            Example(
                "The crossing will be closed from Monday, the army said.", "obligation close crossing None"
            ),
            Example(
                "The ministry announced that the border would be closed.", "obligation close border None"
            ),
            Example("The ministry said the border would stay closed.", "obligation close border None"),
            Example(
                "The crossings will be open only from 8 a.m. to 4 p.m., the army said.",
                "obligation open crossing None",
            ),
            Example("The crossing will reopen on Monday, the army said.", "obligation reopen crossing None"),
        ),
        (
            "The shop will be closed, the owner said.",
            "The crossing will be closed, a driver said.",
            "The crossing will not be closed, the army said.",
        ),
    ),
    Rule(
        "order.decided",
        Frame("cues.decide", tags="V", needs=("xcomp|advcl",)),
        _decided,
        (
            Example(
                "The government decided to close its border with Russia.", "obligation close border None"
            ),
            Example("The cabinet has voted to shut the crossing.", "obligation shut crossing None"),
            Example("The government decided to withdraw its troops.", "obligation withdraw troop None"),
        ),
        (
            "The government decided to send envoys.",
            "The party decided to withdraw its candidate.",
            "The shop decided to close the gate.",
            "The government may decide to close its border.",
            "The cabinet did not vote to shut the crossing.",
        ),
    ),
)
