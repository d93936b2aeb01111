"""Who was hurt, told by the wound: "suffered a gunshot wound", "was found with injuries to the head"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.casualties import HURTS, harmed
from holdfire.reading.english.acts.contexts import is_accident, is_natural
from holdfire.reading.english.clauses.moods import bears_no, clause_of, negated
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.companions import BULLETS
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

DEADLY = frozenset({"fatal", "mortal", "deadly"})
BESIDE = frozenset({"with", "from", "for"})
HAVING = frozenset({"have"})
LIMBS = frozenset({"foot", "leg", "arm", "hand", "eye", "finger", "toe", "limb", "sight", "hearing"})
PARTS = frozenset({
    "leg", "arm", "foot", "hand", "knee", "thigh", "shoulder", "chest", "back", "head", "neck", "stomach",
    "abdomen", "hip", "face", "eye", "calf", "ankle", "ribs", "rib", "side", "body",
})  # fmt: skip
"""Where somebody is hit."""


def _suffered(site: Site[Lexicon]) -> Deed | None:
    """Forms like "he suffered a gunshot wound", "ten sustained injuries"."""
    tree, verb = site.tree, site.anchor
    hurt = next((o for o in tree.all(verb, "obj") if tree.lemmas[o] in HURTS), None)
    if hurt is None:
        return None
    pred = predication(tree, verb)
    whom = [a for a in pred.agents if is_person(tree, a, site.words)]
    causes = (c for c in tree.all(hurt, "nmod") if tree.case(c) != "to")
    if (
        not whom
        or is_accident(tree, pred, site.words)
        or any(is_natural(tree, c, site.words) for c in causes)
    ):
        return None
    deadly = tree.has(hurt, DEADLY, "amod")
    return harmed(site, "harm.suffered", whom, "killed" if deadly else "injured")


def _lost_limb(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a boy lost a foot"."""
    tree, verb = site.tree, site.anchor
    if not tree.has(verb, LIMBS, "obj") or negated(tree, verb):
        return None
    whom = [a for a in predication(tree, verb).agents if is_person(tree, a, site.words)]
    return harmed(site, "harm.lost_limb", whom, "injured") if whom else None


def _limb_torn_off(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a mine blew off his leg", "a soldier whose foot was torn off by a mine"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    limbs = [p for p in pred.patients if tree.lemmas[p] in LIMBS]
    off = tree.has(verb, ("off",), "compound:prt", "advmod") or tree.lemmas[verb] == "sever"
    if not limbs or not off or negated(tree, verb):
        return None
    owners = [t for limb in limbs for t in tree.all(limb, "nmod:poss")]
    whose = tree.heads[verb] if any(tree.lemmas[t] == "whose" for t in owners) else None
    whom = [whose if tree.lemmas[t] == "whose" and whose is not None else t for t in owners]
    return harmed(site, "harm.limb_torn_off", whom, "injured") if whom else None


def _took_bullet(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a trader took a bullet in the leg", "caught shrapnel in the shoulder"."""
    tree, verb = site.tree, site.anchor
    shot = next((o for o in tree.all(verb, "obj") if tree.lemmas[o] in BULLETS), None)
    if shot is None or negated(tree, verb):
        return None
    pred = predication(tree, verb)
    parts = (*pred.obliques, *((tree.case(c), c) for c in tree.all(shot, "nmod")))
    into = any(case in ("in", "to") and tree.lemmas[t] in PARTS for case, t in parts)
    whom = [a for a in pred.agents if is_person(tree, a, site.words)]
    if not into or not whom:
        return None
    told = harmed(site, "harm.took_bullet", whom, "injured")
    return replace(told, means="live_fire", means_span=tree.word(shot))


def _wounds(site: Site[Lexicon]) -> Deed | None:
    """Forms like "five people with gunshot wounds", "came to the hospital with injuries", "has a wound"."""
    tree, hurt = site.tree, site.anchor
    if bears_no(tree, hurt):
        return None
    whom = [t for t in _bearers(tree, hurt) if is_person(tree, t, site.words)]
    above = clause_of(tree, hurt)
    verb = None if tree.lemmas[above] in HAVING or tree.tags[above][0] != "V" else above
    return harmed(site, "harm.wounds", whom, "injured", verb) if whom else None


def _bearers(tree: Dependents, hurt: int) -> Sequence[int]:
    """Who bears a wound: the noun that it stands with, or who came, was found or was taken with it."""
    above = tree.heads[hurt]
    if above < 0:
        return []
    if tree.relations[hurt] == "obj" and tree.lemmas[above] in HAVING:
        return [] if negated(tree, above) else predication(tree, above).agents
    if tree.case(hurt) not in BESIDE or not tree.relations[hurt].startswith(("nmod", "obl")):
        return []
    if tree.tags[above][0] == "N" and tree.relations[above] in ("obl", "nmod") and tree.case(above):
        above = tree.heads[above]  # "came to the hospital with …"
    if tree.tags[above][0] != "V":
        return tree.conjuncts(above) if tree.case(hurt) == "with" else []
    if negated(tree, above) or tree.lemmas[above] == "die":
        return []
    told = predication(tree, above)
    return told.agents if told.voice == "active" and not told.patients else told.patients


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "harm.lost_limb",
        Frame("cues.lose_limb", tags="V", needs=("obj",)),
        _lost_limb,
        (Example("A boy lost a foot when he stepped on a mine.", "injure landmine  > A boy"),),
        ("The boy lost a shoe.",),
    ),
    Rule(
        "harm.limb_torn_off",
        Frame("cues.tear_off", tags="V", needs=("obj|nsubj:pass",)),
        _limb_torn_off,
        (
            Example("A soldier's foot was blown off by a mine.", "injure landmine  > A soldier"),
            Example(
                "Doctors showed them a soldier whose foot had been torn off by a mine.",
                "injure landmine  > a soldier",
            ),
        ),
        ("The wind tore off his hat.", "Rebels blew up the bridge."),
    ),
    Rule(
        "harm.suffered",
        Frame("cues.suffer", tags="V", needs=("obj",)),
        _suffered,
        (Example("The soldier suffered a gunshot wound.", "injure None  > The soldier"),),
        ("The company suffered a loss.", "The driver sustained injuries in a road accident."),
    ),
    Rule(
        "harm.took_bullet",
        Frame("cues.bullet", tags="V", needs=("obj",), beside=BULLETS),
        _took_bullet,
        (
            Example("A trader took a bullet in the leg.", "injure live_fire  > A trader"),
            Example("The boy caught a bullet in the shoulder.", "injure live_fire  > The boy"),
        ),
        ("The surgeon took a bullet from his leg.", "The guard took a bullet from the box."),
    ),
    Rule(
        "harm.wounds",
        Frame("cues.wound", tags="N"),
        _wounds,
        (
            Example("Medics found five people with gunshot wounds.", "injure None  > five people"),
            Example("Two men came to the clinic with injuries.", "injure None  > Two men"),
            Example("The other four people have minor injuries.", "injure None  > The other four people"),
        ),
        (
            "The guards treat wounds with salt.",
            "The two men escaped with no injuries.",
            "The insurer deals with injuries at work.",
        ),
        note="people told of by the wounds that they have, and not by a verb of harm",
    ),
)
