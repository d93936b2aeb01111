"""Orders told by a verb with an infinitive: "ordered troops to", "the law lets guards shoot"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.party import ARMED
from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import (
    Parts,
    directive,
    force_of,
    is_foretold,
    is_not_given,
    is_unreal,
)
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.directives.givers import PASSED, giver, lacks_giver
from holdfire.reading.english.directives.infinitives import infinitive_of, is_at_edge, loose_verb
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import (
    UNITS,
    are_sides,
    bound_by_agreeing,
    can_be_told,
    has_power,
    is_civil,
    is_forceful,
    is_group,
    is_state,
    meant_by,
    represents,
    who_agrees,
)
from holdfire.reading.english.directives.unbidden import are_in_their_hands, is_force, is_no_order
from holdfire.reading.english.phrases.noun_phrases import is_kind, means_of, party_of
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

PROMISES = frozenset({"promise", "pledge", "vow", "commit"})
WEAK = frozenset({"tell", "ask", "remind", "demand", "require", "advise"})
"""Verbs that order only where someone with power speaks or someone armed is told."""
SOFT = frozenset({"demand", "advise"})
"""Of these, what is an order only to the armed, whoever speaks."""
EMPOWER = frozenset({"authorize", "authorise", "empower"})
GRANTS = frozenset({"allow", "permit", "let", "authorize", "authorise", "enable", "clear"})
TELLING = frozenset({"speak", "comment", "talk", "discuss", "brief", "disclose", "testify"})
POSTS = frozenset({"post", "outpost", "checkpoint", "battery", "garrison"})
"""What is told to those in it: "its outposts were told to answer any fire"."""
ORDERED = frozenset({"order", "instruction"})


def _infinitive(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered Y to V", "Y were ordered to V", "X let Y V"."""
    tree, verb = site.tree, site.anchor
    content = infinitive_of(tree, verb, bare="bare" in site.row.complements)
    takes = {"infinitive", "bare"} & set(site.row.complements)
    if site.row.kind == "order" and tree.lemmas[verb] == "decide":
        if decide_together(tree, verb):
            site, takes = replace(site, row=replace(site.row, kind="agreement")), {"infinitive"}
        elif content is not None and _decides_on_force(site, content):
            takes = {"infinitive"}
    if content is None:
        content = loose_verb(tree, verb, bare="bare" in site.row.complements)
    if not takes or content is None or is_not_given(site) or is_no_order(site, content):
        return None
    pred = predication(tree, verb)
    told = _told(tree, pred, content)
    could = [meant_by(tree, t, site.words) for t in told if can_be_told(tree, t, site.words)]
    could = [t for t in could if tree.lemmas[t] != "it"]
    could = [t for t in could if means_of(tree, t, site.words) is None or _is_soldier(tree, t, site.words)]
    empowered = not could and tree.lemmas[verb] in EMPOWER and is_forceful(tree, content, site.words)
    if empowered:  # "authorised the mission to use force"
        could = [t for t in told if means_of(tree, t, site.words) is None]
    itself = bool(told) and (tree.lemmas[told[0]] == "it" or _is_to_be_done(site, pred, content))
    if (
        is_unreal(tree, verb)
        or (told and not could and not itself)
        or are_in_their_hands(site, pred, could, content)
    ):
        return None
    issuer, document = giver(site, pred)
    agents = list(pred.agents)
    if site.row.kind == "agreement":
        agents = who_agrees(tree, verb)
        issuer = _agreeing(tree, pred, issuer, agents) if document is None else issuer
    powerful = document is not None or empowered or has_power(tree, issuer, site.words)
    powerful = powerful or _tells_its_own(site, issuer, could) or _are_two(site, agents)
    armed = powerful or any(has_power(tree, t, site.words) for t in told)
    civil = issuer is not None and site.row.kind in ORDERED and is_civil(tree, issuer, site.words)
    if civil or (tree.lemmas[verb] in GRANTS and (not armed or _grants_nothing(site, pred, content))):
        return None
    powerful = powerful and tree.lemmas[verb] not in SOFT
    made = weighed(site, content, powerful=powerful or is_group(tree, issuer, site.words))
    if (
        made is None
        or lacks_giver(site, pred, document)
        or not (powerful or itself or _can_be_bound(site, content, could))
    ):
        return None
    found = norms(tree, content, force_of(made, verb), site.words)
    by_force = any(n.means is not None for n in found)
    named_party = any(party_of(tree, t, site.words) is not None or _are_his_men(tree, t) for t in could)
    light = tree.lemmas[verb] in PROMISES and made.row.kind != "threat"
    sides = any(are_sides(tree, a) for a in agents)
    sides = sides or sum(is_state(tree, a, site.words) for a in agents) > 1
    ceasing = light and tree.lemmas[content] in site.words.cues["cease"]
    pledged = ceasing and any(is_kind(tree, a, site.words, ARMED) for a in pred.agents)
    bound = pledged or ((powerful or itself or named_party) and (sides or not light))
    threatened = made.row.kind == "threat"
    stranger = not powerful and not threatened and issuer is not None and _is_of_no_power(site, issuer, could)
    if (stranger and not pledged) or not (by_force or bound):
        return None
    if site.row.kind == "agreement" and not could:
        could = bound_by_agreeing(tree, agents, site.words)
    return directive(made, "order.infinitive", Parts(found, issuer, could, [content], document))


def _agreeing(tree: Dependents, pred: Predication, issuer: int | None, agents: Sequence[int]) -> int | None:
    """Who agrees first; a tree may take "agreed" for a passive, and "they" are those who say so."""
    if issuer is None:
        return next(iter(pred.patients), None)
    return agents[0] if tree.tags[issuer] == "PRP" and agents else issuer


def _are_two(site: Site[Lexicon], agents: Sequence[int]) -> bool:
    """Whether those who agree to something are countries, those who speak for them, or sides."""
    tree = site.tree
    if site.row.kind != "agreement":
        return False
    return represents(tree, site.anchor) or any(
        is_state(tree, a, site.words) or are_sides(tree, a) for a in agents
    )


def _tells_its_own(site: Site[Lexicon], issuer: int | None, told: Sequence[int]) -> bool:
    """Whether a country tells its own people something: "the North has told ITS residents not to"."""
    tree = site.tree
    if issuer is None or not is_state(tree, issuer, site.words):
        return False
    return bool(told) and all(tree.has(t, ("its", "his", "their"), "nmod:poss") for t in told)


def decide_together(tree: Dependents, verb: int) -> bool:
    """Whether two sides decide to do something, and so agree on it."""
    return any(are_sides(tree, a) and tree.tags[a] == "NNS" for a in predication(tree, verb).agents)


def _decides_on_force(site: Site[Lexicon], content: int) -> bool:
    """Whether a force decides how it uses force: "the force has decided not to use lethal weapons"."""
    agents = predication(site.tree, site.anchor).agents
    forces = any(is_force(site.tree, a, site.words) for a in agents)
    return forces and is_forceful(site.tree, content, site.words)


def _grants_nothing(site: Site[Lexicon], pred: Predication, content: int) -> bool:
    """Whether what is "allowed" only follows from something, is to be said, or is let by who has no say.

    "Gave himself up, allowing the police to enter"; "was not authorized to speak"; "his mother let them in".
    """
    tree, verb = site.tree, pred.head
    if tree.tags[verb] == "VBG":
        above = tree.heads[verb]
        blamed = tree.has(verb, ("for",), "mark", "case")
        follows = tree.relations[verb] == "advcl" and above >= 0
        passed = follows and tree.lemmas[above] in PASSED
        changed = follows and tree.lemmas[above] in site.words.cues["relation"]  # "eased its rules, letting"
        follows = follows and not (passed or changed)
        if blamed or (follows and tree.tokens[verb - 1].text == ","):
            return True
    if not pred.agents:
        return tree.lemmas[content] in TELLING
    issuer = pred.agents[0]
    if _let_by_those_there(site, issuer, pred):
        return True
    return tree.tags[issuer] == "VBG" or is_civil(tree, issuer, site.words)


def _let_by_those_there(site: Site[Lexicon], issuer: int, pred: Predication) -> bool:
    """Whether men of a force let others do something then and there: "guards let the family pass".

    A command or a law that lets them do so gives leave to whoever comes.
    """
    tree = site.tree
    if not is_force(tree, issuer, site.words) or tree.lemmas[issuer] in ("commander", "chief", "command"):
        return False
    there = tree.lemmas[pred.head] == "let" or tree.tags[issuer] in ("NNS", "NNPS", "PRP")
    return there and not any(has_power(tree, t, site.words) for t in (*pred.recipients, *pred.patients))


def _is_to_be_done(site: Site[Lexicon], pred: Predication, content: int) -> bool:
    """Whether a force orders what is to be done with a thing: "ordered loudspeakers to be switched on"."""
    able = any(is_force(site.tree, a, site.words) or _is_paper(site, a) for a in pred.agents)
    return able and site.tree.one(content, "aux:pass") is not None


def _is_paper(site: Site[Lexicon], token: int) -> bool:
    """Whether a phrase names an order or a law, or takes one up: "a directive THAT allows"."""
    return site.tree.lemmas[token] in site.words.directive_nouns


def _is_soldier(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a word that may be a means names a man: "snipers"; not "lethal force"."""
    party = party_of(tree, token, words)
    return party is not None and party.role == "individual"


def _told(tree: Dependents, pred: Predication, content: int) -> list[int]:
    """Who is told: the object of the verb, or the subject of what is ordered."""
    told = [*pred.recipients, *(p for p in pred.patients if tree.relations[p] != "ccomp")]
    return told or tree.all(content, "nsubj", "nsubj:pass")


def _is_of_no_power(site: Site[Lexicon], issuer: int, told: Sequence[int]) -> bool:
    """Whether someone without power orders, and nobody armed is told: "the referee ordered the players"."""
    tree = site.tree
    armed = any(has_power(tree, t, site.words) for t in told)
    return not armed and tree.tags[issuer] in ("NN", "NNS")


def _can_be_bound(site: Site[Lexicon], content: int, told: Sequence[int]) -> bool:
    """Whether a weak verb binds those it tells, though nobody with power speaks."""
    if site.tree.lemmas[site.anchor] not in WEAK:
        return True
    armed = any(has_power(site.tree, t, site.words) or _are_his_men(site.tree, t) for t in told)
    if site.tree.lemmas[site.anchor] in SOFT:
        return armed
    return armed or _is_moved(site.tree, content, told)


def _are_his_men(tree: Dependents, token: int) -> bool:
    """Whether those told are somebody's men, and so armed: "his men", "his company had been told"."""
    men = tree.tokens[token].text.lower() == "men"
    of_body = men and any(tree.tags[c] in ("NNP", "NNPS") for c in tree.all(token, "compound"))
    if of_body:  # "Assam Rifles men"
        return True
    manned = men or tree.lemmas[token] in UNITS or tree.lemmas[token] in POSTS
    of_force = tree.lemmas[token] in POSTS and tree.one(token, "compound") is not None
    return manned and (of_force or tree.one(token, "nmod:poss") is not None)


def _is_moved(tree: Dependents, content: int, told: Sequence[int]) -> bool:
    """Whether residents are told to leave or keep away, whoever tells them: "not to approach the river"."""
    civil = any(tree.tags[t] in ("NNS", "NNP", "NNPS") for t in told)
    near = tree.has(content, ("away", "indoors", "out"), "advmod", "compound:prt")
    kept_off = negated(tree, content) and is_at_edge(tree, content)
    return civil and (tree.lemmas[content] in ("evacuate", "leave") or near or kept_off)


def weighed(site: Site[Lexicon], content: int, *, powerful: bool) -> Site[Lexicon] | None:
    """The site with the kind that its words come to; None for a threat without power or without force."""
    row: DirectiveWord = site.row
    if row.kind == "threat" and not (powerful and is_forceful(site.tree, content, site.words)):
        return None
    if row.kind not in ("threat", "proposal") and is_foretold(site.tree, site.anchor):
        return replace(site, row=replace(row, kind="proposal"))
    return site


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.infinitive",
        Frame("directive_verbs", needs=("xcomp|ccomp|advcl|csubj|obj|iobj|obl",)),
        _infinitive,
        (
            Example("The government ordered border troops to fire flares.", "obligation fire_flare flare"),
            Example("Soldiers were ordered not to shoot at boats.", "prohibition fire live_fire"),
            Example("The navy told its boats not to fire first.", "prohibition fire live_fire"),
            Example("The army told guards to stop firing.", "prohibition fire live_fire"),
            Example("The two armies agreed to hold their fire.", "prohibition fire live_fire"),
            Example("The law lets guards shoot at vehicles.", "permission fire live_fire"),
            Example("The army allowed farmers to enter their fields.", "permission enter field None"),
            Example("The army ordered loudspeakers to be switched on.", "obligation switch loudspeaker None"),
            Example("The rules allow snipers to shoot at them.", "permission fire live_fire"),
            Example("The draft law would allow guards to use firearms.", "permission fire live_fire"),
            Example("The new rules enable troops to fire at boats.", "permission fire live_fire"),
            Example("Troops are no longer allowed to fire first.", "prohibition fire live_fire"),
            Example("The army threatened to open fire on boats.", "permission fire live_fire"),
            Example(
                "The general told soldiers to fire into the air.", "obligation fire_warning_shot warning_shot"
            ),
            Example("Border police have been cleared to use live rounds.", "permission fire live_fire"),
            Example("Both sides pledged to pull back their guns.", "obligation pull back gun None"),
            Example("The rebels have promised to stop attacks on convoys.", "prohibition attack None"),
            Example("The two sides decided to hold joint patrols.", "obligation hold patrol None"),
            Example("Both sides agreed to a truce and to pull back.", "obligation pull back None"),
            Example(
                "He signed a decree allowing border guards to fire at boats.", "permission fire live_fire"
            ),
            Example("The border force has decided not to use lethal weapons.", "prohibition fire live_fire"),
            Example(
                "Soldiers were issued with rifles and told to fire at boats.", "obligation fire live_fire"
            ),
            Example("“They told us to fire at everything,” a conscript said.", "obligation fire live_fire"),
            Example("Residents were told not to approach the river.", "prohibition approach river None"),
            Example(
                "The North has told its residents not to touch balloons.", "prohibition touch balloon None"
            ),
            Example("The command told its members not to fire.", "prohibition fire live_fire"),
            Example("The army eased its rules, letting guards shoot at cars.", "permission fire live_fire"),
            Example("The council authorised the mission to use force.", "permission use force None"),
            Example("A directive allows weapons to be used in self-defence.", "permission fire live_fire"),
            Example("He said his company had been told to shoot swimmers.", "obligation fire live_fire"),
            Example(
                "The army rejected claims that it had ordered its men to fire.", "obligation fire live_fire"
            ),
            Example(
                "The mission welcomed an order by the general staff, instructing units to leave the school.",
                "obligation leave school None",
            ),
            Example(
                "The mission took note of a directive by the general staff, instructing units to hold fire.",
                "prohibition fire live_fire",
            ),
            Example("The army vowed to respond with full force.", "permission use force None"),
        ),
        (
            "The army ordered new rifles to replace the old ones.",
            "A source told the outlet that guards fired.",
            "A teacher told the children to go home.",
            "The residents were told not to open the letter.",
            "The suspect was cleared to use the phone.",
            "The mayor ordered the road to be repaired.",
            "The party had decided to launch a drive.",
            "The guards let them go.",
            "Guards let the family pass.",
            "The guards allowed villagers to collect the bodies.",
            "Soldiers may fire if they are ordered to shoot.",
            "No president can order them to kill a man.",
            "Will you order your men to leave?",
            "The soldiers were not ordered to fire.",
            "There is no order telling guards to fire.",
            "Officers told Luke repeatedly to drop the knife.",
            "He ordered the boys to put up their hands.",
            "County Judge Rita Hathaway ordered the police to pay him.",
            "There was no directive or policy telling guards to withhold water.",
            "A farmer threatened to shoot the guard.",
            "The minister threatened to resign.",
            "The referee ordered the players to stop shooting.",
            "The company ordered its boats to stay in port.",
            "A court ordered the army to pay the family.",
            "The mayor wants guards to be ordered to shoot.",
            "Nobody ordered the guards to shoot.",
            "The sheriff ordered residents to shelter in place.",
            "The suspect was ordered to be held without bond.",
            "He told the guards where to find the gun.",
            "A doctor ordered two conscripts to stay in bed.",
            "A ruling ordered the patrol to stop cutting the wire.",
            "The clerk said the company had been told to pay.",
        ),
    ),
)
