"""What a verb of force says was not done: nobody hurt, fire held, nobody arrested."""

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts import sides
from holdfire.reading.english.acts.participants import can_act, is_armed, made
from holdfire.reading.english.acts.shots import SHOTS
from holdfire.reading.english.clauses.moods import is_done_by_nobody
from holdfire.reading.english.phrases.counts import NOBODY
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication

ANYONE = frozenset({"anyone", "anybody"})


def is_none_since(tree: Dependents, pred: Predication) -> bool:
    """Forms like "had killed no one there since 2014": no count of an act."""
    since = any(case == "since" for case, _ in pred.obliques)
    return since and any(tree.lemmas[p] in NOBODY or tree.has(p, ("no",), "det") for p in pred.patients)


def hurts_nobody(tree: Dependents, pred: Predication) -> bool:
    """Forms like "without hurting anyone", "killing nobody", "nobody was hit"."""
    if pred.voice == "passive" and pred.lemma == "hit":
        return any(tree.lemmas[p] in NOBODY for p in pred.patients)
    without = tree.has(pred.head, ("without",), "mark", "case")
    wanted = ANYONE if without else NOBODY
    return (
        pred.voice == "active"
        and bool(pred.patients)
        and all(tree.lemmas[p] in wanted for p in pred.patients)
    )


def without_harm(site: Site[Lexicon], pred: Predication) -> Deed | None:
    """What an act beside it did not do: a count of 0."""
    kind = site.row.harm if site.row.harm != "shot" else "injured"
    nobody = [p for p in pred.patients if site.tree.lemmas[p] in ANYONE | NOBODY]
    if kind not in ("killed", "injured"):
        return None
    told = made(site, "harm.none", pred, site.row.act, nobody, harm=kind)
    harms = tuple(replace(h, phrase=replace(h.phrase, count=0)) for h in told.harms)
    return replace(told, mood="happened", targets=(), harms=harms)


def left_undone(site: Site[Lexicon], pred: Predication) -> Deed | None:
    """Forms like "the guards did not fire", "police did not arrest anyone": fire held, a duty not done."""
    tree, words = site.tree, site.words
    if pred.voice == "passive" and site.row.act == "hit":
        return None  # what was not hit tells of no restraint
    nobody = is_done_by_nobody(tree, site.anchor)
    agents = [a for a in pred.agents if can_act(tree, a, words) and not nobody]
    if site.row.means == "live_fire" or site.row.act in ("hit", "attack"):
        victims, _ = sides.victims(tree, pred, site)
        victims = [v for v in victims if tree.lemmas[v] not in SHOTS]
        return made(site, "restraint.not_fired", pred, "hold_fire", victims, actors=agents)
    armed = any(is_armed(tree, a, words) for a in agents)
    if site.row.act == "detain" and armed and pred.voice == "active":
        return made(site, "omission.not_held", pred, "omission", (), actors=agents)
    return None
