"""What was left undone or held back: guards look on, police refuse help, soldiers hold their fire."""

from msgspec.structs import replace

from holdfire.model.party import FORCES
from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.act_words import target_of
from holdfire.reading.english.clauses.moods import condition_of, hedge_of, mood_of
from holdfire.reading.english.directives.building import OBEY
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.directives.named import content_of, is_denied
from holdfire.reading.english.directives.powers import is_forceful
from holdfire.reading.english.phrases.noun_phrases import is_person, named, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

KEEPERS = frozenset({"authority", "administration", "official", "force", "personnel", "agent", "machinery"})
NOTHING = frozenset({"nothing", "little", "action"})
SAID = frozenset({"detail", "information", "comment", "name", "figure", "number", "interview", "reason"})
"""What is refused by words alone: "declined to give details"."""
LIGHT_FIRE = frozenset({"fire", "shot"})


def deed_of(site: Site[Lexicon], rule: str, act: str, pred: Predication, span: Span | None = None) -> Deed:
    """A deed of a predicate and those who act, with its mood and what stands around it."""
    tree = site.tree
    return Deed(
        rule,
        act,
        span or tree.word(site.anchor),
        site.sentence,
        tree.clause(site.anchor),
        mood_of(tree, site.anchor, site.words),
        actors=tuple(named(tree, a, site.words) for a in pred.agents),
        targets=tuple(named(tree, p, site.words) for p in pred.patients if is_person(tree, p, site.words)),
        condition=condition_of(tree, site.anchor),
        hedge=hedge_of(tree, site.anchor, site.words),
    )


def _powerful(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether someone acts whose duty it is to keep order."""
    return any(keeps_order(tree, agent, words) for agent in pred.agents)


def keeps_order(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names soldiers, guards, police, or those of the state who keep order."""
    party = party_of(tree, token, words)
    if party is None:
        return False
    return party.kind in FORCES or (party.kind == "state" and tree.lemmas[token] in KEEPERS)


def _refused(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police refused to register the complaint", "guards failed to help"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    content = tree.one(verb, "xcomp", "ccomp")
    if content is None or not _powerful(tree, pred, site.words):
        return None
    lemma = tree.lemmas[content]
    if lemma in OBEY and _order_under(site, content) is not None:
        return None
    force = site.words.act_verbs.get(lemma)
    words = tree.has(content, SAID, "obj")
    if lemma in site.words.cues["statement"] or words or negated(tree, verb):
        return None
    if force is not None and force.act != "detain":
        return None
    told = deed_of(site, "omission.refused", "omission", pred)
    helping = lemma in site.words.cues["tend"]
    return replace(told, aid=("no", tree.clause(verb))) if helping else told


def _idle(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police looked on", "soldiers stood by", "guards did nothing"."""
    tree, verb = site.tree, site.anchor
    wanted = set(site.row.split())
    below = {tree.lemmas[c] for c in tree.children[verb]}
    if tree.lemmas[verb] != "watch" and not below & wanted:
        return None
    pred = predication(tree, verb)
    if not _powerful(tree, pred, site.words):
        return None
    objects = {tree.lemmas[c] for c in tree.all(verb, "obj")}
    if tree.lemmas[verb] == "turn" and not objects & wanted:
        return None  # "turned back", and not "turned their backs"
    if tree.lemmas[verb] == "watch" and not objects and _past(tree, verb):
        return deed_of(site, "omission.idle", "omission", pred)
    taken = "action" not in objects or negated(tree, verb) or _no(tree, verb)
    if not below & wanted or not taken:
        return None
    return deed_of(site, "omission.idle", "omission", pred)


def _past(tree: Dependents, verb: int) -> bool:
    return tree.tags[verb] == "VBD" or tree.relations[verb] in ("conj", "advcl")


def _no(tree: Dependents, verb: int) -> bool:
    return any(tree.tokens[d].text.lower() == "no" for o in tree.all(verb, "obj") for d in tree.all(o, "det"))


def _did_not(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police did not intervene", "the guards never came to help"."""
    tree, verb = site.tree, site.anchor
    if not negated(tree, verb):
        return None
    pred = predication(tree, verb)
    if not _powerful(tree, pred, site.words):
        return None
    if tree.one(verb, "aux") is None and pred.voice != "passive":
        return None
    wanted = site.row.split()
    if wanted and not any(tree.lemmas[c] in wanted for c in (*tree.all(verb, "obj"), *pred.patients)):
        return None
    return deed_of(site, "omission.did_not", "omission", pred)


def _noun(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police inaction", "the failure of the army to act", "apathy on the part of the police"."""
    tree, noun = site.tree, site.anchor
    if site.row and not any(tree.tags[c][0] == "V" for c in tree.all(noun, "acl", "advcl", "xcomp")):
        return None
    below = [*tree.all(noun, "compound", "nmod:poss", "amod")]
    for child in tree.all(noun, "nmod", "obl"):
        below += tree.all(child, "nmod") if tree.lemmas[child] == "part" else [child]
    agents = [t for c in below for t in tree.conjuncts(c) if keeps_order(tree, t, site.words)]
    if not agents:
        return None
    pred = replace(predication(tree, noun), agents=agents, patients=())
    return replace(deed_of(site, "omission.noun", "omission", pred), mood="happened")


def _held_fire(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the guards held their fire", "withheld fire"."""
    tree, verb = site.tree, site.anchor
    fire = next((c for c in tree.all(verb, "obj") if tree.lemmas[c] in LIGHT_FIRE), None)
    if fire is None:
        return None
    pred = replace(predication(tree, verb), patients=())
    return deed_of(site, "restraint.held_fire", "hold_fire", pred)


def _disobeyed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "conscripts disobeyed an order to fire", "soldiers refused to carry out orders to shoot"."""
    tree, verb = site.tree, site.anchor
    inner = tree.one(verb, "xcomp")
    inner = inner if inner is not None and tree.lemmas[inner] in OBEY else verb
    order = _order_under(site, inner)
    content = content_of(tree, order) if order is not None else None
    pred = predication(tree, verb)
    if order is None or content is None or negated(tree, content) or is_denied(tree, order):
        return None
    bids = site.words.directive_nouns[tree.lemmas[order]].modality == "obligation"
    if not bids or not _powerful(tree, pred, site.words) or not is_forceful(tree, content, site.words):
        return None
    aimed = target_of(tree, predication(tree, content), site.words)
    pred = replace(pred, patients=() if aimed is None else (aimed,))
    return deed_of(site, "restraint.disobeyed", "hold_fire", pred)


def _order_under(site: Site[Lexicon], verb: int) -> int | None:
    """The order that a verb has for its object."""
    below = site.tree.all(verb, "obj")
    return next((o for o in below if site.tree.lemmas[o] in site.words.directive_nouns), None)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "omission.refused",
        Frame("cues.refuse", tags="V", needs=("xcomp|ccomp",)),
        _refused,
        (Example("The police refused to help the wounded man.", "omission None The police > "),),
        ("The police refused to comment.", "The farmer refused to sell his land."),
    ),
    Rule(
        "omission.idle",
        Frame("cues.idle", tags="V"),
        _idle,
        (
            Example("Soldiers looked on as the man bled.", "omission None Soldiers > "),
            Example("The guards did nothing.", "omission None The guards > "),
        ),
        ("The tourists looked on as the sun set.", "The guards did their work."),
    ),
    Rule(
        "omission.did_not",
        Frame("cues.help", tags="V"),
        _did_not,
        (Example("The police did not intervene.", "omission None The police > "),),
        ("The police intervened at once.",),
    ),
    Rule(
        "omission.noun",
        Frame("cues.failing", tags="N"),
        _noun,
        (
            Example("Residents spoke of police inaction.", "omission None police > "),
            Example("There was total inaction on the part of the police.", "omission None the police > "),
        ),
        ("The failure of the harvest was feared.", "The police spoke of the failure of the talks."),
    ),
    Rule(
        "restraint.disobeyed",
        Frame("cues.disobey", tags="V", needs=("obj|xcomp",)),
        _disobeyed,
        (
            Example("Two conscripts disobeyed an order to fire.", "hold_fire None Two conscripts > "),
            Example(
                "Soldiers refused to obey orders to shoot at villagers.",
                "hold_fire None Soldiers > villagers",
            ),
        ),
        (
            "The guards ignored an order to stop shooting.",
            "Soldiers refused an order to cook.",
            "Drivers refused an order to open fire.",
            "Guards defied an order not to shoot.",
            "Guards defied a ban on firing.",
        ),
        note="who disobeys an order to use force holds it back",
    ),
    Rule(
        "restraint.held_fire",
        Frame("cues.hold", tags="V", needs=("obj",)),
        _held_fire,
        (Example("The guards held their fire.", "hold_fire None The guards > "),),
        ("The guards held the bridge.",),
    ),
)
