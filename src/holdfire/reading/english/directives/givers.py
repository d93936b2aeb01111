"""Who gives an order: whoever tells it, or whose the paper is that says it."""

from collections.abc import Sequence

from holdfire.reading.english.directives.powers import can_be_told, who_can_order
from holdfire.reading.english.phrases.noun_phrases import means_of, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication, predication

LAYS_DOWN = frozenset({
    "tell", "require", "allow", "permit", "let", "ban", "bar", "forbid", "prohibit", "authorize", "oblige",
})  # fmt: skip
"""What an order does that is told of as "it"."""
BIDS = LAYS_DOWN | {"order", "instruct", "direct", "command", "oblige"}
"""What a letter or a telegram does that hands an order on."""
HOLDS = frozenset({
    "foresee", "contain", "provide", "envisage", "envision", "include", "stipulate", "entail", "comprise",
    "mandate", "require", "prescribe", "specify", "involve", "cover", "impose", "guarantee", "establish",
})  # fmt: skip
"""What a paper does with what it lays down."""
PASSED = frozenset({
    "adopt", "pass", "approve", "vote", "issue", "sign", "publish", "release", "introduce", "propose",
    "draft", "draw", "put", "submit", "present", "back", "announce", "enact", "post", "send", "circulate",
})  # fmt: skip
BY = frozenset({"by", "under", "according to", "in line with", "pursuant to", "in accordance with"})
BEHESTS = frozenset({"order", "instruction", "command", "behest", "direction"})
DECISIONS = frozenset({"decision", "resolution", "vote", "ruling"})
"""What an authority gives an order by that is no paper: "by a decision of the council"."""
CHANNELS = frozenset({"phone", "telephone", "radio", "loudspeaker", "megaphone", "email", "e-mail", "fax"})
"""By what an order is told that nobody gives it by: "was told by phone"."""
CALENDAR = frozenset({
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
})  # fmt: skip


def giver(site: Site[Lexicon], pred: Predication) -> tuple[int | None, int | None]:
    """(who gives the order, the paper that says it): of a memo or a law, whose it is."""
    tree = site.tree
    agents = [
        a
        for a in pred.agents
        if tree.lemmas[a] not in CHANNELS and not _is_weapon(tree, a, site.words) and not _is_day(tree, a)
    ]
    paper = _paper_before(site, pred.head)
    if paper is not None:
        return owner_of(site, paper), paper
    agent = agents[0] if agents else tree.one(pred.head, "expl")
    return _unnamed(site, pred) if agent is None else _of_agent(site, pred, agents, agent)


def lacks_giver(site: Site[Lexicon], pred: Predication, document: int | None) -> bool:
    """Whether a verb that bids only by a paper ("the rules enable") or a power ("restricted") has neither."""
    by = site.row.complements
    if document is not None or not {"paper", "power"}.intersection(by):
        return False
    return "paper" in by or who_can_order(site.tree, pred.agents, site.words) is None


def behind(site: Site[Lexicon], verb: int) -> int | None:
    """On whose orders something is closed or made known: "closed the road ON THE ORDERS of the king"."""
    tree = site.tree
    heads = (verb, *tree.all(verb, "obj", "nsubj:pass"))
    below = ((case, t) for head in heads for case, t in predication(tree, head).obliques)
    papers = (t for case, t in below if case in ("on", "upon", "at", "under") and tree.lemmas[t] in BEHESTS)
    owners = (owner_of(site, paper) for paper in papers)
    return next((owner for owner in owners if owner is not None), None)


def _paper_before(site: Site[Lexicon], verb: int) -> int | None:
    """The paper that bids by a participle: "took note of a DIRECTIVE by the staff, instructing units to"."""
    tree = site.tree
    if (
        tree.tags[verb] != "VBG"
        or tree.one(verb, "nsubj", "aux") is not None
        or tree.tokens[verb - 1].text != ","
    ):
        return None
    for token in range(verb - 1, -1, -1):
        if tree.tags[token] in ("VBD", "VBZ", "VBP", "MD", "VBN"):
            return None
        if tree.lemmas[token] in site.words.directive_nouns and tree.tags[token][0] == "N":
            of_rules = tree.relations[token] == "nmod" and tree.lemmas[tree.heads[token]] == "rule"
            paper = tree.heads[token] if of_rules else token  # "rules of ENGAGEMENT"
            of = tree.relations[paper] != "obj" or tree.lemmas[tree.heads[paper]] in PASSED
            of = of or any(case in ("by", "from") for case, _ in predication(tree, paper).obliques)
            return paper if of and tree.lemmas[paper] not in ("command", "authority") else None
    return None


def _unnamed(site: Site[Lexicon], pred: Predication) -> tuple[int | None, int | None]:
    """Who gives an order by no subject of its own: by the paper it is under, or a decision."""
    tree = site.tree
    above = [tree.heads[pred.head]] if tree.relations[pred.head] in ("acl:relcl", "acl") else []
    above += [t for case, t in pred.obliques if case == "under"]
    paper = next((t for t in above if tree.lemmas[t] in site.words.directive_nouns), None)
    if paper is not None:
        return owner_of(site, paper), paper
    decided = (t for case, t in pred.obliques if case in BY and tree.lemmas[t] in DECISIONS)
    decision = next(decided, None)
    return (None if decision is None else owner_of(site, decision)), None


def _of_agent(
    site: Site[Lexicon], pred: Predication, agents: Sequence[int], agent: int
) -> tuple[int | None, int | None]:
    """Who gives an order by its subject, which may be a body or a paper."""
    tree = site.tree
    if tree.lemmas[agent] == "it" and (body := _body_before(tree, agent, site.words)) is not None:
        return body, None
    if tree.lemmas[agent] in ("it", "this", "which") and pred.lemma in BIDS:
        return None, agent
    agent = _held_to(tree, agent)
    if site.words.speakers.get(tree.lemmas[agent]) == "document" and pred.lemma in BIDS:
        sender = owner_of(site, agent)
        if sender is not None or tree.has(agent, ("same",), "amod"):
            return sender, agent
    if tree.lemmas[agent] not in site.words.directive_nouns or _is_body(tree, agent, pred):
        return (agent if tree.relations[agent] != "expl" else None), None
    astray = next((a for a in agents[1:] if tree.case(a) == "by"), None)
    return astray if astray is not None else owner_of(site, agent), agent


def _body_before(tree: Dependents, it: int, words: Lexicon) -> int | None:
    """The body that "it" means within its sentence: "rules decreed by the group, when IT told drivers to"."""
    found = None
    for token in range(it):
        row = party_of(tree, token, words) if tree.tags[token][0] == "N" else None
        led = tree.relations[token] in ("nsubj", "obl:agent") or tree.case(token) == "by"
        if row is not None and row.role == "organization" and led:
            found = token
        elif tree.lemmas[token] in words.directive_nouns and tree.relations[token] == "nsubj":
            found = None  # "the order says that it lets"
    return found


def _is_day(tree: Dependents, token: int) -> bool:
    """Whether what a tree has for who orders is the day of a paper: "a directive dated June 8 tells"."""
    return tree.tags[token] == "CD" and any(
        tree.tokens[c].text in CALENDAR or tree.tokens[c].text.endswith(".")
        for c in tree.all(token, "nmod:unmarked", "compound", "nmod")
    )


def _is_weapon(tree: Dependents, agent: int, words: Lexicon) -> bool:
    """Whether what a tree has for who orders is a thing: "mortars would be fired, and forbade movement"."""
    return (
        tree.tags[agent] == "NNS"
        and means_of(tree, agent, words) is not None
        and party_of(tree, agent, words) is None
    )


def _held_to(tree: Dependents, agent: int) -> int:
    """What a clause is about that a tree hangs from the day before it: "a law came on 1 July that lets"."""
    if tree.tokens[agent].text not in CALENDAR:
        return agent
    subject = tree.one(tree.heads[agent], "nsubj", "nsubj:pass") if tree.heads[agent] >= 0 else None
    return agent if subject is None else subject


def _is_body(tree: Dependents, agent: int, pred: Predication) -> bool:
    """Whether authorities or a "command" tell somebody something: "the command told outposts".

    A command of an army is a body whatever it does: "the army command has forbidden".
    """
    named = tree.one(agent, "compound", "amod", "nmod") is not None
    command = tree.lemmas[agent] == "command" and (named or pred.lemma not in LAYS_DOWN - {"tell"})
    return command or (tree.lemmas[agent] == "authority" and tree.one(agent, "acl") is None)


def _passed_by(site: Site[Lexicon], paper: int) -> Sequence[int]:
    """Who passes a law or issues a paper whose content is told ("parliament adopted a law that permits")."""
    tree, verb = site.tree, site.tree.heads[paper]
    if verb < 0 or tree.relations[paper] not in ("obj", "obl") or tree.lemmas[verb] not in PASSED:
        return []
    return predication(tree, verb).agents


def owner_of(site: Site[Lexicon], paper: int) -> int | None:
    """Whose order or memo it is: "the ministry's", "of the general staff", "signed by", "released by"."""
    tree = site.tree
    owners = [t for case, t in predication(tree, paper).obliques if case in ("poss", "by", "of", "from")]
    for clause in tree.all(paper, "acl", "acl:relcl"):
        if tree.lemmas[clause] not in PASSED | {"give", "send", "order", "write"}:
            continue
        owners += [t for t in predication(tree, clause).agents if t != paper]
        owners += [t for case, t in predication(tree, clause).obliques if case == "by"]
    owners += _passed_by(site, paper)
    owners += [t for c in _signed(tree, paper) for t in _by(tree, c)]
    return next((t for t in owners if _can_own(tree, t, site.words)), None)


def _by(tree: Dependents, signed: int) -> list[int]:
    """Who signed, also where a tree has him under what stands before."""
    near = (*tree.all(signed, "obl", "obl:agent"), *tree.all(tree.heads[signed], "obl", "obl:agent"))
    return [t for t in near if t > signed and tree.case(t) == "by"]


def _signed(tree: Dependents, paper: int) -> list[int]:
    """What is told of a paper beside another thing: "a pamphlet seen in the town and SIGNED by rebels"."""
    beside = (c for clause in tree.all(paper, "acl", "acl:relcl") for c in tree.all(clause, "conj"))
    return [c for c in beside if tree.lemmas[c] in PASSED and tree.tags[c] == "VBN"]


def _can_own(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether an order can be someone's: an order "of January" is not."""
    if tree.lemmas[token] == "engagement":
        return False  # "rules of engagement"
    if tree.tokens[token].text not in CALENDAR and tree.tags[token] != "CD":
        return can_be_told(tree, token, words)
    return False
