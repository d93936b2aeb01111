"""Those held, bound or hurt before force was used on them: "handcuffed", "in custody", "lay wounded"."""

from collections.abc import Iterable

from msgspec.structs import replace

from holdfire.model.statement import Bearing
from holdfire.reading.english.circumstances.clauses import bearing, holder, is_denied, may_hold
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

PARTS = frozenset({"hand", "wrist", "arm", "foot", "leg", "ankle", "eye", "limb"})
TIED_TO = frozenset(
    {"tree", "post", "pole", "chair", "stake", "fence", "bed", "pillar", "stretcher", "bench"}
)
TIED_WITH = frozenset({"rope", "wire", "cord", "tie", "chain", "belt", "string", "shoelace", "cable"})
HURT = frozenset(
    {"wound", "wounded", "injured", "injure", "unconscious", "motionless", "bleed", "bleeding", "helpless"}
)
DOWN = frozenset({"ground", "road", "floor", "snow", "street", "grass", "sand", "mud", "face"})
WHILE = frozenset({"while", "when", "as"})


def _bound(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "were handcuffed", "the hands of three had been tied", "tied to a tree"."""
    tree, verb = site.tree, site.anchor
    if is_denied(tree, verb):
        return None
    pred = predication(tree, verb)
    passive = pred.voice == "passive" or tree.tags[verb][0] == "J"
    suffering = [*pred.patients, *tree.all(verb, "nsubj", "nsubj:pass")] if passive else pred.patients
    if site.row and not _is_body(tree, suffering, pred.obliques):
        return None
    who = next((t for t in suffering if may_hold(tree, t, site.words)), None)
    part = next((t for t in suffering if tree.lemmas[t] in PARTS), None)
    if part is not None:
        who = _owner(tree, part)
    elif who is None and tree.relations[verb] in ("amod", "acl"):
        who = holder(tree, verb, site.words)
    return bearing(site, "captivity.bound", "held", who) if who is not None else None


def _is_body(tree: Dependents, suffering: Iterable[int], obliques: Iterable[tuple[str, int]]) -> bool:
    """Whether it is a body that is tied: its hands, to a tree, with a rope."""
    if any(tree.lemmas[t] in PARTS for t in suffering):
        return True
    return any(case in ("to", "with") and tree.lemmas[t] in TIED_TO | TIED_WITH for case, t in obliques)


def _owner(tree: Dependents, part: int) -> int | None:
    """Whose hands they are: "their hands", "the hands of three"."""
    return next(iter((*tree.all(part, "nmod:poss"), *tree.all(part, "nmod"))), None)


def _in_custody(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "was beaten in custody", "died in police detention"."""
    tree, place = site.tree, site.anchor
    verb = tree.heads[place]
    if tree.case(place) != "in" or verb < 0 or tree.tags[verb][0] != "V":
        return None
    hurt = site.words.act_verbs.get(tree.lemmas[verb])
    used = hurt is not None and hurt.act != "detain" and place > verb
    if not used or any(tree.tags[t] == "," for t in range(verb, place)) or is_denied(tree, verb):
        return None
    pred = predication(tree, verb)
    who = next((t for t in (*pred.patients, *pred.agents) if may_hold(tree, t, site.words)), None)
    return bearing(site, "captivity.custody", "held", who, standing=True) if who is not None else None


def _while_held(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "while being held", "while detained at the post", "as he was being held down"."""
    tree, verb = site.tree, site.anchor
    marks = {tree.lemmas[c] for c in tree.all(verb, "mark", "advmod")}
    if tree.relations[verb] != "advcl" or marks.isdisjoint(WHILE) or is_denied(tree, verb):
        return None
    pred = predication(tree, verb)
    if pred.voice != "passive" and tree.tags[verb] != "VBN":
        return None
    who = next((t for t in pred.patients if may_hold(tree, t, site.words)), None)
    return bearing(site, "captivity.while_held", "held", who, standing=True)


def _captive(site: Site[Lexicon]) -> Bearing | None:
    """Words for those held: "beat a prisoner", "the detainees"; whom force was used on."""
    tree, noun = site.tree, site.anchor
    suffers = tree.relations[noun] in ("obj", "nsubj:pass") or tree.case(noun) in ("at", "on", "of")
    return bearing(site, "captivity.captive", "held", noun, standing=True) if suffers else None


def _lying(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "a man who lay wounded", "as he was lying on the ground"."""
    tree, verb = site.tree, site.anchor
    if tree.relations[verb] in ("aux", "cop"):  # "lay wounded", where the tree has a verb with its helper
        site = replace(site, anchor=tree.heads[verb])
        verb = site.anchor
    near = [verb, *tree.children[verb]]
    hurt = any(tree.lemmas[t] in HURT for t in near)
    down = any(tree.lemmas[t] in DOWN and tree.case(t) in ("on", "in") for t in near)
    who = holder(tree, verb, site.words)
    if not (hurt or down) or who is None or tree.one(verb, "obj") is not None:
        return None
    return bearing(site, "captivity.lying", "disabled", who)


RULES: tuple[Rule[Frame, Site[Lexicon], Bearing], ...] = (
    Rule(
        "captivity.bound",
        Frame("cues.tied_up", tags="VJ"),
        _bound,
        (
            Example("Four men were beaten by police while they were handcuffed.", "held they"),
            Example("The hands of at least three had been tied behind their backs.", "held at least three"),
            Example("Her wrists were bound with rope.", "held Her"),
            Example("One of them had been blindfolded.", "held One of them"),
        ),
        ("The case was tied to the murder.", "The treaty is binding.", "They were not handcuffed."),
        note="somebody is handcuffed, tied or blindfolded",
    ),
    Rule(
        "captivity.custody",
        Frame("cues.in_custody", tags="N"),
        _in_custody,
        (Example("A man was beaten to death in custody.", "held A man"),),
        ("He was taken into custody.", "The suspects remained in custody."),
        note="force used in custody",
    ),
    Rule(
        "captivity.while_held",
        Frame("cues.while_held", tags="V"),
        _while_held,
        (Example("They were beaten while being held at the post.", "held They"),),
        ("Police held three men.", "He was detained on Monday."),
        note="held or detained while something else was done",
    ),
    Rule(
        "captivity.captive",
        Frame("cues.captives", tags="N"),
        _captive,
        (Example("Guards beat two prisoners with sticks.", "held two prisoners"),),
        ("Prisoners cook for themselves.",),
        note="a word for somebody who is held",
    ),
    Rule(
        "captivity.lying",
        Frame("cues.lying", tags="V"),
        _lying,
        (
            Example("A guard fired again at a man who lay wounded in the road.", "disabled a man"),
            Example("He was shot again as he was lying on the ground.", "disabled he"),
        ),
        ("The town lies on the river.", "He lied to the court."),
        note="somebody lies wounded or on the ground",
    ),
)
