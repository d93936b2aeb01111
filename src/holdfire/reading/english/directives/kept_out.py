"""Places that people are kept out of: "not allowed into the forest", "banned from the river bank"."""

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import Parts, directive, is_unreal
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.directives.givers import giver
from holdfire.reading.english.directives.provisions import is_bound, is_told, row_of
from holdfire.reading.english.phrases.noun_phrases import longest
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

INTO = frozenset({
    "into", "in", "inside", "near", "beyond", "past", "onto", "on", "within", "across", "through", "at",
    "outside", "out of", "along",
})  # fmt: skip
"""Where those may not be who are not allowed there."""
SITES = frozenset({
    "forest", "wood", "area", "field", "zone", "strip", "belt", "bank", "river", "fence", "line", "border",
    "road", "village", "town", "district", "island", "camp", "territory", "region", "valley", "beach",
    "shore",
    "buoy", "dam", "tunnel", "gate", "cordon", "barrier", "trench", "post", "position",
    "boundary", "crossing", "bridge", "hill", "point", "checkpoint", "wire", "wall", "frontier",
    "land", "pasture", "sea", "water", "kilometre", "kilometer", "metre", "meter", "mile", "yard", "street",
})  # fmt: skip
"""What people are kept out of for a border's sake, and the lengths by which they are kept off."""
OUT_OF = frozenset({"from"})


def _kept_out(site: Site[Lexicon]) -> Directive | None:
    """Forms like "residents are not allowed into forests", "fishermen have been banned from the river"."""
    tree, verb = site.tree, site.anchor
    grants, bans = site.row.modality == "permission", "from" in site.row.complements
    if not (grants and negated(tree, verb)) and not (bans and not negated(tree, verb)):
        return None
    pred = predication(tree, verb)
    if grants and pred.voice != "passive":
        return None  # "ordered them to let nobody through"
    if is_unreal(tree, verb) or tree.one(verb, "xcomp", "ccomp") not in (None, _closer(tree, verb)):
        return None
    where = _where(tree, verb, OUT_OF if bans else INTO)
    told = [t for t in (*pred.patients, *pred.recipients) if _may_be_kept(site, t)]
    told = [t for t in told if tree.tags[t] in ("NNS", "NNPS", "NN", "DT") and t != where and t < verb + 3]
    told = [t for t in told if tree.lemmas[t] not in SITES]
    past = tree.has(verb, ("was", "were"), "aux:pass") or any(
        tree.tokens[c].text.lower() in ("was", "were") for c in tree.all(verb, "aux:pass")
    )
    lasting = pred.voice == "passive" and (not past or bool(pred.agents))
    if where is None or not told or not (lasting or (pred.voice == "active" and pred.agents)):
        return None
    when = circumstances(tree, verb, site.words)
    cue, act = tree.word(verb), f"enter {tree.lemmas[where]}"
    found = Norm(
        "prohibition", act, _words(tree, verb, where), cue, "norm.do", None, None, None, when.conditions,
        when.exception,
    )  # fmt: skip
    issuer, document = giver(site, pred)
    named = [t for t in told if is_told(tree, t)]
    made = site if issuer is not None or document is not None else replace(site, row=row_of(site, named))
    return directive(made, "order.kept_out", Parts([found], issuer, named, [where], document))


def _may_be_kept(site: Site[Lexicon], token: int) -> bool:
    """Whether those are named who may be kept out: people, or what they ride in."""
    thing = longest(site.tree, token, site.words.targets)
    return is_bound(site.tree, token, site.words) or (thing is not None and thing[0] == "vehicle")


def _closer(tree: Dependents, verb: int) -> int | None:
    """The adjective in "not permitted CLOSER than 500 metres to the border"."""
    near = range(verb + 1, min(verb + 3, len(tree.tags)))
    return next((c for c in near if tree.tokens[c].text.lower() in ("closer", "nearer")), None)


def _where(tree: Dependents, verb: int, links: frozenset[str]) -> int | None:
    """What people are kept out of or off, the first that is named."""
    closer = _closer(tree, verb)
    below = tree.all(verb, "obl", "nmod", "obl:unmarked", "obj")
    below += tree.all(closer, "obl", "nmod") if closer is not None else []
    if closer is not None:
        return next((t for t in below if tree.lemmas[t] in SITES), None)
    return next((t for t in below if tree.case(t) in links and tree.lemmas[t] in SITES), None)


def _words(tree: Dependents, verb: int, where: int) -> Span:
    """The words behind the verb that say where: "into forests along the frontier"."""
    return tree.span(list(range(verb + 1, max(tree.branch(where)) + 1)))


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.kept_out",
        Frame("directive_verbs", tags="V"),
        _kept_out,
        (
            Example("Residents are not allowed into forests.", "prohibition enter forest None"),
            Example(
                "Farmers are not permitted closer than 1,500 metres to the border.",
                "prohibition enter metre None",
            ),
            Example("The army banned fishermen from the river.", "prohibition enter river None"),
            Example("Nobody is allowed near the fence.", "prohibition enter fence None"),
        ),
        (
            "Residents are allowed into forests.",
            "Residents were not allowed into the hall.",
            "Two men were not allowed into the zone.",
            "The army banned the paper.",
        ),
        note="kept only where an order is told around it, or a power or a paper says so",
    ),
)
