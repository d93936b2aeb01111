"""Orders told by what they are on: "the shooting order", "a ban on firing", "a shoot-on-sight policy"."""

from msgspec.structs import replace

from holdfire.model.party import FORCES
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.directives.building import Parts, directive, force_of
from holdfire.reading.english.directives.contents import THROUGH, named_norm, within
from holdfire.reading.english.directives.forces import Deontic
from holdfire.reading.english.directives.givers import HOLDS
from holdfire.reading.english.directives.named import RULES_OF, is_denied, parties_around
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import are_sides, has_power
from holdfire.reading.english.phrases.noun_phrases import is_kind, means_of, named
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

KEPT = frozenset({*FORCES, "civilian", "person crossing"})
"""Whom a ban keeps from something, where it names them."""
TITLE = 3
"""Words before a noun in which its title may stand: "open", "-", "fire"."""
UNDER = frozenset({"under", "by", "according to", "in line with", "on", "pursuant to", "in accordance with"})


def _compound(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the shooting order", "a shoot-on-sight policy", "a ban on firing"."""
    tree, noun = site.tree, site.anchor
    if is_denied(tree, noun) or _is_subject_of_order(site) or _is_title(tree, noun):
        return None
    if "stay_in" in site.row.complements:
        return None  # "the curfew on the town" forbids nobody the town
    giver, told = parties_around(site)
    if site.row.kind in ("threat", "proposal") and not has_power(tree, giver, site.words):
        return None
    things = _named_things(site)
    doing = _banned_doing(tree, noun) if site.row.modality == "prohibition" else []
    if not (things or doing):
        return None
    force = force_of(site, noun)
    found = [_named_norm(site, t, force) for t in things]
    found += [n for c in doing for n in norms(tree, c, force, site.words)]
    told = [t for t in told if tree.tags[t] not in ("CD", "EX")]  # "from 7 pm to 5 am"
    told += [t for head in (*things, *doing) for t in _kept_from(site, head)]
    return directive(_of_sides(site, giver), "order.compound", Parts(found, giver, told, doing, _paper(site)))


def _named_things(site: Site[Lexicon]) -> list[int]:
    """What an order is named for, with all that is listed: "a ban on DRONES and SHELLING"."""
    tree = site.tree
    for case, token in predication(tree, site.anchor).obliques:
        shoots = tree.lemmas[token].startswith("shoot")
        if case in ("compound", "amod", "on", "of") and (shoots or _is_act(site, token)):
            each = [*tree.all(token, "conj"), *_used_beside(site)]
            return [token, *(c for c in each if _is_act(site, c))]
    return []


def _used_beside(site: Site[Lexicon]) -> list[int]:
    """What a ban is also on where a tree has it beside the ban: "a ban on flights and THE USE of mortars"."""
    tree = site.tree
    beside = tree.all(site.anchor, "conj") if site.row.modality == "prohibition" else []
    return [c for c in beside if tree.lemmas[c] in THROUGH and not tree.has(c, ("a", "an"), "det")]


def _named_norm(site: Site[Lexicon], token: int, force: Deontic) -> Norm:
    """The norm on what an order is named for, with whom it is aimed at."""
    tree = site.tree
    found = named_norm(tree, token, force, site.words)
    if tree.lemmas[token].startswith("shoot"):
        found = replace(found, act="fire", means="live_fire", means_span=tree.word(token))
    beside = predication(tree, site.anchor).obliques
    aimed = next((t for case, t in beside if case in ("against", "on", "at")), None)
    beside_it = tree.relations[token] == "conj" and tree.heads[token] == site.anchor
    if aimed is None or beside_it or aimed in tree.conjuncts(token) or token in tree.conjuncts(aimed):
        return found
    which = tree.one(aimed, "acl:relcl")
    conditions = (*found.conditions, *((tree.clause(which),) if which is not None else ()))
    return replace(found, target=named(tree, aimed, site.words), conditions=conditions)


def _banned_doing(tree: Dependents, noun: int) -> list[int]:
    """The verbs of what a ban is on, wherever a tree has them: "on approaching", "on civilians staying"."""
    verb = tree.heads[noun]
    own = [c for c in tree.all(noun, "acl") if _is_banned(tree, c)]
    if own or verb < 0:
        return own[:1]
    loose = [c for c in tree.all(verb, "advcl") if c > noun and _is_banned(tree, c)]
    loose = [c for c in loose if min(tree.branch(c)) == noun + 1]
    beside = [*tree.all(noun, "nmod"), *(t for t in tree.all(verb, "obl") if min(tree.branch(t)) == noun + 1)]
    of = [c for t in beside if tree.case(t) == "on" for c in tree.all(t, "acl") if tree.tags[c] == "VBG"]
    return [*loose, *of][:1]


def _kept_from(site: Site[Lexicon], head: int) -> list[int]:
    """Who is kept from doing what a ban is on: "the movement OF CIVILIANS", "civilians STAYING"."""
    tree = site.tree
    above = [tree.heads[head]] if tree.relations[head] == "acl" and tree.tags[head] == "VBG" else []
    near = [t for t in tree.all(head, "nmod") if tree.case(t) in ("of", "by")] + above
    near = [each for t in near for each in tree.conjuncts(t)]
    return [t for t in near if is_kind(tree, t, site.words, KEPT)]


def _paper(site: Site[Lexicon]) -> int | None:
    """The paper in which a ban stands: "the DEAL foresees a ban on shelling"."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if verb < 0 or tree.lemmas[verb] not in HOLDS:
        return None
    subjects = tree.all(verb, "nsubj")
    papers = (s for s in subjects if tree.lemmas[s] in site.words.directive_nouns)
    return next(papers, None) or next((s for s in subjects if tree.lemmas[s] in ("it", "they")), None)


def _of_sides(site: Site[Lexicon], giver: int | None) -> Site[Lexicon]:
    """The site of what sides agree on or announce together, which is an agreement."""
    verb = site.tree.heads[site.anchor]
    row = site.words.directive_verbs.get(site.tree.lemmas[verb]) if verb >= 0 else None
    agreed = row is not None and row.kind == "agreement"
    if not agreed and (
        giver is None or not are_sides(site.tree, giver) or not _are_several(site.tree, giver)
    ):
        return site
    return replace(site, row=replace(site.row, kind="agreement"))


def _are_several(tree: Dependents, token: int) -> bool:
    return tree.tags[token] in ("NNS", "NNPS")


def _is_banned(tree: Dependents, clause: int) -> bool:
    """Whether a clause says what a ban is on: "the ban ON APPROACHING the fence"."""
    return tree.tags[clause] == "VBG" and tree.has(clause, ("on", "against"), "mark", "case")


def _is_title(tree: Dependents, noun: int) -> bool:
    """Whether rules are only named by what they are about: "the open-fire regulations"."""
    before = "".join(t.text.lower() for t in tree.tokens[max(0, noun - TITLE) : noun])
    return tree.lemmas[noun] in RULES_OF and before.endswith(
        ("open-fire", "openfire", "firing", "opening-fire")
    )


def _is_act(site: Site[Lexicon], token: int) -> bool:
    """Whether a noun beside an order is what it is about: an act, or what a ban is on."""
    lemma = site.tree.lemmas[token]
    if lemma in site.words.act_nouns and site.words.act_nouns[lemma].act != "incident":
        return True
    forbidden = site.row.modality == "prohibition"
    inner = within(site.tree, token) if forbidden and lemma in THROUGH else None
    if inner is not None and means_of(site.tree, inner, site.words) is not None:
        return True  # "a ban on the use of live fire"
    doing = site.tree.tags[token] == "NN" and lemma.endswith("ing") and within(site.tree, token) is not None
    named_means = forbidden and means_of(site.tree, token, site.words) is not None
    known = any(
        lemma in table for table in (site.words.cues["doing"], site.words.cues["barred"], site.words.targets)
    )
    return forbidden and (named_means or known or doing)


def _is_subject_of_order(site: Site[Lexicon]) -> bool:
    """Whether another word tells what the order says: "the shooting rules allow", "under the rules"."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if tree.case(site.anchor) in UNDER:
        row = site.words.directive_verbs.get(tree.lemmas[verb]) if verb >= 0 else None
        return row is None or row.kind != "agreement"  # "agreed on a ban on the use of mortars"
    return (
        verb >= 0
        and tree.relations[site.anchor] == "nsubj"
        and tree.lemmas[verb] in site.words.directive_verbs
    )


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.compound",
        Frame("directive_nouns", tags="N"),
        _compound,
        (
            Example("Soldiers fear the shooting order.", "obligation fire live_fire"),
            Example("The ruler issued a shoot-on-sight order.", "obligation fire live_fire"),
            Example("The ban on fishing was lifted.", "prohibition fish None"),
            Example("The ban on fishing and on movement was extended.", "prohibition fish None"),
            Example("The ban on the loading of oil was extended.", "prohibition loading None"),
            Example("The sides announced a moratorium on attacks.", "prohibition attack None"),
            Example(
                "The sides agreed on a ban on the use of mortars.", "prohibition use_explosive explosive"
            ),
            Example(
                "The deal includes a ban on flights and the use of mortars.",
                "prohibition use_explosive explosive",
            ),
            Example(
                "The staff lifted the ban on civilians entering the strip.", "prohibition enter strip None"
            ),
            Example("The ban on tear gas was lifted.", "prohibition use_less_lethal less_lethal"),
            Example("The ban on approaching the fence was extended.", "prohibition approach fence None"),
            Example("The minister lifted the ban on the use of live fire.", "prohibition fire live_fire"),
        ),
        (
            "The army placed a large order of rifles.",
            "Under the shooting rules, he won.",
            "Death threats from people came in.",
        ),
    ),
)
