"""Aid given to the hurt, or not: "was given first aid", "flown to hospital", "left bleeding"."""

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.omissions import keeps_order
from holdfire.reading.english.acts.participants import made
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.counts import NOBODY
from holdfire.reading.english.phrases.noun_phrases import is_person, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

AID = "aid"
CARRY = frozenset(
    {"take", "bring", "fly", "rush", "transport", "airlift", "carry", "admit", "evacuate", "drive", "move"}
)
GIVE = frozenset(
    {"give", "provide", "administer", "receive", "offer", "get", "begin", "perform", "start", "render"}
)
CALL = frozenset({"call", "send", "summon"})
REFUSE = frozenset({"refuse", "deny", "withhold"})
STOP = frozenset({"stop", "block", "prevent", "keep", "bar", "obstruct", "hinder", "halt", "delay", "detain"})
LET = frozenset({"let", "allow", "permit"})
NEAR = frozenset(
    {"near", "approach", "fetch", "reach", "help", "get", "come", "go", "retrieve", "touch", "move"}
)
"""What people do who would help the hurt."""
LIMBS = frozenset({"leg", "arm", "head", "hand", "foot", "shoulder", "thigh"})
COMING = frozenset({"ambulance", "medic", "doctor"})
HURT = frozenset({"wounded", "injured", "victim", "casualty"})
NEEDED = frozenset({"water", "food", "help", "aid", "treatment", "care", "shelter", "medicine", "attention"})
WOUNDS = frozenset({"wound", "injury"})
HOW = frozenset({"badly", "well", "like", "cruelly", "roughly", "kindly", "harshly", "respect", "way"})
"""How people are treated where no wound is."""
DRESSING = frozenset({"dress", "bandage", "clean"})
BLEEDING = frozenset({"bleed", "die", "lie"})
GROUND = frozenset({"road", "roadside", "street", "ground", "snow", "field", "mud", "ditch"})
LEAN = ("advcl", "conj", "cc", "parataxis", "acl:relcl", "ccomp", "punct")


def _to_care(site: Site[Lexicon]) -> Deed | None:
    """Forms like "was flown to hospital", "was given first aid", "they were denied treatment"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.tags[verb][0] != "V":
        return None
    lemma = tree.lemmas[verb]
    carried = lemma in CARRY and tree.case(noun) in ("to", "into", "by")
    taken = tree.relations[noun] in ("obj", "nsubj:pass", "iobj") or (
        tree.relations[noun] == "obl" and not tree.case(noun)
    )
    given = lemma in GIVE and taken
    coming = tree.lemmas[noun] in COMING
    stopped = taken and coming and (lemma in STOP or _is_held_back(tree, verb) or _is_not_let(tree, verb))
    denied = lemma in REFUSE and taken
    without = tree.case(noun) in ("without", "with no")
    uncalled = lemma in CALL and taken and (negated(tree, verb) or bears_no(tree, noun))
    refused = lemma in CALL and taken and tree.lemmas[tree.heads[verb]] in REFUSE | {"decline", "fail"}
    if uncalled or (refused and tree.relations[verb] == "xcomp"):
        return replace(_aid(site, verb, "no", "aid.care"), targets=(), mood="happened")
    if not (carried or given or denied or without or stopped):
        return None
    if carried and tree.has(verb, NOBODY, "nsubj:pass"):
        return None  # nobody had to be admitted to hospital
    by = [t for t in tree.all(noun, "nmod") if tree.case(t) == "by"]
    if carried and any(_is_bystander(site, a) for a in (*predication(tree, verb).agents, *by)):
        return None  # "was taken to a clinic by other drivers": no aid of those who hurt him
    no = denied or without or stopped or negated(tree, verb) or _nobody(tree, verb) or bears_no(tree, noun)
    return _aid(site, verb, "no" if no else "yes", "aid.care")


def _is_held_back(tree: Dependents, verb: int) -> bool:
    """Forms like "the ambulance was held up", "medics were turned back"."""
    ways = {"hold": ("up", "back"), "turn": ("back", "away")}.get(tree.lemmas[verb], ())
    return bool(ways) and tree.has(verb, ways, "advmod", "compound:prt")


def _is_not_let(tree: Dependents, verb: int) -> bool:
    """Forms like "did not let the ambulance through", "no doctor was allowed in"."""
    return tree.lemmas[verb] in LET and (negated(tree, verb) or _nobody(tree, verb))


def _kept_away(site: Site[Lexicon]) -> Deed | None:
    """Forms like "nobody was allowed near him", "would not let us come near him"."""
    tree, verb = site.tree, site.anchor
    nobody = _nobody(tree, verb) or any(bears_no(tree, s) for s in tree.all(verb, "nsubj"))
    nobody = nobody or any(tree.lemmas[s] == "neither" for t in tree.all(verb, "nsubj") for s in (t, t - 1))
    if not (nobody or negated(tree, verb)):
        return None
    below = [c for c in tree.all(verb, "xcomp", "ccomp") if tree.lemmas[c] in NEAR]
    reached = [o for c in below for o in tree.all(c, "obj")]
    reached += [o for c in (verb, *below) for o in tree.all(c, "obl") if tree.case(o) in ("near", "to")]
    whom = [t for t in reached if tree.tags[t] == "PRP" or tree.lemmas[t] in HURT]
    if not whom:
        return None
    refusing = [a for a in predication(tree, verb).agents if keeps_order(tree, a, site.words)]
    told = made(site, "aid.kept_away", predication(tree, verb), AID, whom, actors=refusing)
    return replace(told, aid=("no", tree.clause(verb, LEAN)), mood="happened")


def _is_bystander(site: Site[Lexicon], agent: int) -> bool:
    """Whether somebody carries the hurt who is neither of a force nor there to help."""
    party = party_of(site.tree, agent, site.words)
    helping = site.tree.lemmas[agent] in COMING or site.tree.tags[agent] == "PRP"
    return party is not None and party.kind in ("civilian", "person crossing") and not helping


def _left_bleeding(site: Site[Lexicon]) -> Deed | None:
    """Forms like "was left bleeding", "they left him to die", "left on the road"."""
    tree, verb = site.tree, site.anchor
    below = [c for c in tree.all(verb, "xcomp", "advcl", "ccomp") if tree.lemmas[c] in BLEEDING]
    lying = [t for t in tree.all(verb, "obl") if tree.lemmas[t] in GROUND and tree.case(t) in ("on", "in")]
    passive = bool(tree.all(verb, "nsubj:pass")) or tree.relations[verb] == "conj"
    lacking = any(tree.lemmas[t] in NEEDED and tree.case(t) == "without" for t in tree.all(verb, "obl"))
    return _aid(site, verb, "no", "aid.left") if below or lacking or (lying and passive) else None


def _untreated(site: Site[Lexicon]) -> Deed | None:
    """Forms like "no one gave them water", "nobody came to treat them"."""
    tree, verb = site.tree, site.anchor
    if not (_nobody(tree, verb) or negated(tree, verb)):
        return None
    if tree.has(verb, site.words.cues["aid"], "obj"):
        return None  # told by what was not given
    pred = predication(tree, verb)
    whom = [p for p in (*pred.patients, *pred.recipients) if is_person(tree, p, site.words)]
    wounds = any(tree.lemmas[p] in WOUNDS | LIMBS for p in pred.patients)
    if not whom and tree.lemmas[verb] != "treat" and not (wounds and tree.lemmas[verb] in DRESSING):
        return None
    return replace(_aid(site, verb, "no", "aid.untreated"), mood="happened")


def _treated(site: Site[Lexicon]) -> Deed | None:
    """Forms like "soldiers bandaged him", "was treated by the guards", "was bandaged on the spot"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    whom = [p for p in pred.patients if is_person(tree, p, words)]
    by_force = any(keeps_order(tree, a, words) or tree.lemmas[a] == "medic" for a in pred.agents)
    dressed = tree.lemmas[verb] in DRESSING
    if dressed and by_force and any(tree.lemmas[p] in WOUNDS | LIMBS for p in pred.patients):
        return replace(_aid(site, verb, "yes", "aid.treated"), targets=())
    there = dressed and pred.voice == "passive" and any(tree.lemmas[t] == "spot" for _, t in pred.obliques)
    ill = tree.has(verb, HOW, "advmod", "obl")
    if not (dressed or tree.lemmas[verb] == "treat") or not whom or ill or not (by_force or there):
        return None
    return _aid(site, verb, "yes", "aid.treated")


def _nobody(tree: Dependents, verb: int) -> bool:
    """Whether nobody does it: "nobody came", "with no one to treat them"."""
    subjects = tree.all(verb, "nsubj", "nsubj:pass")
    if tree.relations[verb].startswith("acl"):
        subjects = [*subjects, tree.heads[verb]]
    return any(tree.lemmas[s] in NOBODY or bears_no(tree, s) for s in subjects)


def _aid(site: Site[Lexicon], verb: int, given: str, rule: str) -> Deed:
    """A deed that only adds to the act before it whether aid was given."""
    pred = predication(site.tree, verb)
    people = (*pred.patients, *pred.recipients)
    whom = [p for p in people if site.tree.lemmas[p] not in site.words.targets]
    whom = [p for p in whom if site.tree.lemmas[p] not in WOUNDS.union(site.words.cues["aid"])]
    refusing = [a for a in pred.agents if given == "no" and keeps_order(site.tree, a, site.words)]
    told = made(site, rule, pred, AID, whom, actors=refusing)
    return replace(told, aid=(given, site.tree.clause(verb, LEAN)))


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "aid.care",
        Frame("cues.aid", tags="N"),
        _to_care,
        (
            Example("The wounded man was taken to hospital.", "aid None  > The wounded man"),
            Example("The smuggler was given first aid.", "aid None  > The smuggler"),
            Example("The men were denied treatment.", "aid None  > The men"),
            Example("No ambulance was called.", "aid None  > "),
            Example("Troops stopped ambulances from reaching the gate.", "aid None Troops > "),
            Example("The ambulance was held up at a checkpoint.", "aid None  > "),
            Example("Soldiers did not let the ambulance through.", "aid None Soldiers > "),
            Example("The guards refused to call a doctor.", "aid None The guards > "),
        ),
        (
            "The hospital stands by the river.",
            "An ambulance was called.",
            "Nobody was admitted to hospital.",
            "The wounded man was taken to a clinic by villagers.",
        ),
    ),
    Rule(
        "aid.left",
        Frame("cues.leave", tags="V"),
        _left_bleeding,
        (
            Example("A porter was left bleeding.", "aid None  > A porter"),
            Example("The guards left him without water.", "aid None The guards > him"),
        ),
        ("The soldiers left the village.",),
    ),
    Rule(
        "aid.kept_away",
        Frame("cues.letting", tags="V"),
        _kept_away,
        (
            Example("Nobody was allowed near him.", "aid None  > him"),
            Example("The soldiers would not let us come near him.", "aid None The soldiers > him"),
            Example("Neither side would let anyone fetch him.", "aid None  > him"),
        ),
        (
            "Nobody was allowed near the fence.",
            "The soldiers let us come near him.",
            "He was not allowed to work.",
        ),
        note="that those who would help the hurt were kept from them",
    ),
    Rule(
        "aid.untreated",
        Frame("cues.tend", tags="V"),
        _untreated,
        (
            Example("No one gave them water.", "aid None  > them"),
            Example("Nobody dressed the wound.", "aid None  > "),
            Example("The injured lay there with no one to treat them.", "aid None  > them"),
        ),
        ("The baker gave them bread.",),
    ),
    Rule(
        "aid.treated",
        Frame("cues.tend", tags="V"),
        _treated,
        (
            Example("The soldiers bandaged a herder.", "aid None  > a herder"),
            Example("The man was bandaged on the spot.", "aid None  > The man"),
            Example("A guard bandaged his leg.", "aid None  > "),
        ),
        (
            "The man was treated in hospital.",
            "The soldiers treated them badly.",
            "The soldiers cleaned the post.",
        ),
        note="that those hurt were treated by the force that hurt them",
    ),
)
