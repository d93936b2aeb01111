"""What was left undone, held back, or called out before: omissions, restraint and warnings as acts of their own.

Guards who look on, police who refuse help, soldiers who hold their fire or shout a warning.
"""

from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.english.moods import condition_of, hedge_of, mood_of
from holdfire.reading.english.norms import negated
from holdfire.reading.english.noun_phrases import named, party_of
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

POWERS = frozenset({"army", "border guard", "police", "state", "armed group"})
SPEECH = frozenset({"comment", "say", "speak", "reveal", "identify", "name", "elaborate", "confirm", "disclose",
                    "discuss", "answer", "respond", "acknowledge", "admit"})  # fmt: skip
HELP = frozenset({"act", "help", "intervene", "respond", "come", "protect", "stop", "assist", "rescue", "treat",
                  "investigate", "arrest", "register", "save"})  # fmt: skip
NOTHING = frozenset({"nothing", "little", "action"})
LIGHT_FIRE = frozenset({"fire", "shot"})


def _deed(site: Site[Lexicon], rule: str, act: str, pred: Predication, span: Span | None = None) -> Deed:
    tree = site.tree
    return Deed(
        rule,
        act,
        span or tree.word(site.anchor),
        site.sentence,
        tree.clause(site.anchor),
        mood_of(tree, site.anchor, site.words),
        actors=tuple(named(tree, a, site.words) for a in pred.agents),
        targets=tuple(named(tree, p, site.words) for p in pred.patients if party_of(tree, p, site.words)),
        condition=condition_of(tree, site.anchor),
        hedge=hedge_of(tree, site.anchor, site.words),
    )


def _powerful(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether someone acts who has force or office."""
    kinds = (party_of(tree, a, words) for a in pred.agents)
    return any(k is not None and k.kind in POWERS for k in kinds)


def _refused(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police refused to register the complaint", "guards failed to help"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    content = tree.one(verb, "xcomp", "ccomp")
    if content is None or not _powerful(tree, pred, site.words):
        return None
    if tree.lemmas[content] in SPEECH or tree.lemmas[content] in site.words.act_verbs or negated(tree, verb):
        return None
    return _deed(site, "omission.refused", "omission", pred)


def _idle(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police looked on", "soldiers stood by", "guards did nothing"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    if not _powerful(tree, pred, site.words):
        return None
    wanted = site.row.split()
    below = {tree.lemmas[c] for c in tree.children[verb]}
    objects = {tree.lemmas[c] for c in tree.all(verb, "obj")}
    taken = "action" not in objects or negated(tree, verb) or _no(tree, verb)
    if not below & set(wanted) or not taken:
        return None
    return _deed(site, "omission.idle", "omission", pred)


def _no(tree: Dependents, verb: int) -> bool:
    return any(tree.tokens[d].text.lower() == "no" for o in tree.all(verb, "obj") for d in tree.all(o, "det"))


def _did_not(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police did not intervene", "the guards never came to help"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    if not negated(tree, verb) or not _powerful(tree, pred, site.words):
        return None
    if pred.voice == "passive" or tree.one(verb, "aux") is None:
        return None
    return _deed(site, "omission.did_not", "omission", pred)


def _held_fire(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the guards held their fire", "withheld fire"."""
    tree, verb = site.tree, site.anchor
    fire = next((c for c in tree.all(verb, "obj") if tree.lemmas[c] in LIGHT_FIRE), None)
    if fire is None:
        return None
    pred = predication(tree, verb)
    pred.patients = []
    return _deed(site, "restraint.held_fire", "hold_fire", pred)


def _warned(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the guards warned them to go back", "soldiers shouted at him to stop"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    if not _powerful(tree, pred, site.words):
        return None
    told = [*pred.patients, *pred.recipients, *(t for case, t in pred.obliques if case in ("at", "to"))]
    back = tree.one(verb, "xcomp", "ccomp") is not None or site.row == "halt"
    if site.row == "shout" and not (told or back):
        return None
    if site.row == "warn" and (not told or tree.one(verb, "ccomp") is not None):
        return None
    pred.patients = told
    return _deed(site, "restraint.warned", "warn", pred)


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
        "restraint.held_fire",
        Frame("cues.hold", tags="V", needs=("obj",)),
        _held_fire,
        (Example("The guards held their fire.", "hold_fire None The guards > "),),
        ("The guards held the bridge.",),
    ),
    Rule(
        "restraint.warned",
        Frame("cues.warn", tags="V"),
        _warned,
        (Example("The guards warned the men to go back.", "warn None The guards > the men"),),
        ("The guards warned that the river was rising.",),
    ),
)
