"""Orders in their own words: "Citizens shall not enter", "will be shot on sight"."""

from dataclasses import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.acts.act_words import act_of
from holdfire.reading.english.acts.participants import ARMED
from holdfire.reading.english.clauses.conditions import only_under_condition
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.norms import Deontic, negated, norms
from holdfire.reading.english.phrases.noun_phrases import party_of
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

SUBJECT = ("nsubj", "nsubj:outer", "nsubj:pass")
SIDES = frozenset({"side", "party", "army", "country", "force"})


def _row(site: Site[Lexicon], told: list[int]) -> DirectiveWord:
    """The kind of a provision by whom it binds: two sides agree, the armed have rules, residents are told."""
    tree = site.tree
    if any(tree.lemmas[t] in SIDES for t in told):
        kind = "agreement"
    else:
        kinds = {p.kind for t in told if (p := party_of(tree, t, site.words)) is not None}
        kind = "standing rule" if kinds & ARMED else "proclamation"
    return DirectiveWord("obligation", kind, ())


def _provision(site: Site[Lexicon]) -> Directive | None:
    """Forms like "Citizens shall not enter": a provision in the words of the order itself.

    Whether the text is an order that speaks for itself is decided where orders are brought together.
    """
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if tree.relations[site.anchor] not in ("aux", "aux:pass") or tree.lemmas[site.anchor] == "will":
        return None
    if site.row == "permission" and not negated(tree, verb) and not only_under_condition(tree, verb):
        return None
    if (
        tree.relations[verb] not in ("root", "conj", "parataxis", "ccomp")
        or tree.one(verb, "aux:have") is not None
    ):
        return None
    pred = predication(tree, verb)
    told = [a for a in pred.agents if pred.voice == "active" and _is_bound(tree, a, site.words)]
    if not told and not _is_of_force(site, pred):
        return None
    if any(tree.lemmas[c] == "have" for c in tree.all(verb, "aux")):
        return None
    found = norms(tree, verb, Deontic(site.row, tree.word(site.anchor)), site.words)
    made = replace(site, row=_row(site, told))
    return directive(made, "order.provision", Parts(found, None, told, [verb]))


def _are_to(site: Site[Lexicon]) -> Directive | None:
    """Forms like "guards are to study the target", "intruders are to be arrested"."""
    tree, be = site.tree, site.anchor
    if tree.tags[be] not in ("VBP", "VBZ"):
        return None
    verb = next((c for c in tree.all(be, "xcomp", "ccomp") if c > be), None)
    if verb is None and tree.relations[be] in ("aux", "cop", "aux:pass"):
        verb = tree.heads[be]
    if verb is None or not any(tree.tags[m] == "TO" for m in tree.all(verb, "mark", "aux")):
        return None
    subject = tree.one(be, *SUBJECT) if tree.heads[be] != verb else tree.one(verb, *SUBJECT)
    if subject is None or not _is_bound(tree, subject, site.words):
        return None
    passive = tree.one(verb, "aux:pass") is not None
    found = norms(tree, verb, Deontic("obligation", tree.word(be)), site.words)
    told = [] if passive else [subject]
    return directive(replace(site, row=_row(site, told)), "order.are_to", Parts(found, None, told, [verb]))


def _is_bound(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a provision may bind who is named: a party, or "they" for one named before."""
    return party_of(tree, token, words) is not None or tree.tokens[token].text.lower() == "they"


def _is_of_force(site: Site[Lexicon], pred: Predication) -> bool:
    """Whether a passive provision is about force: "live ammunition may be used only if …"."""
    return pred.voice == "passive" and act_of(site.tree, pred, site.words)[1] is not None


def _foretold(site: Site[Lexicon]) -> Directive | None:
    """Forms like "anyone who enters will be shot on sight": fire foretold is fire ordered."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if tree.lemmas[site.anchor] != "will" or tree.relations[site.anchor] != "aux":
        return None
    entry = site.words.act_verbs.get(tree.lemmas[verb])
    pred = predication(tree, verb)
    if entry is None or pred.voice != "passive" or pred.agents or negated(tree, verb):
        return None
    if entry.act not in ("fire", "kill", "detain") or not any(_is_anyone(tree, p) for p in pred.patients):
        return None
    found = norms(tree, verb, Deontic("obligation", tree.word(site.anchor)), site.words)
    made = replace(site, row=DirectiveWord("obligation", "proclamation", ()))
    return directive(made, "order.foretold", Parts(found, content=[verb]))


def _is_anyone(tree: Dependents, token: int) -> bool:
    """Whether a phrase means whoever fits: "anyone", "any person", bare plurals, "those who"."""
    words = {tree.tokens[c].text.lower() for c in tree.all(token, "det")}
    if any(tree.lemmas[c] in ("whoever", "anyone") for c in tree.all(token, "nsubj")):
        return True
    if tree.lemmas[token] in ("anyone", "anybody", "those", "everyone", "whoever"):
        return True
    if words & {"any", "every", "all", "each"}:
        return True
    return tree.tags[token] == "NNS" and not words and tree.one(token, "nummod", "nmod:poss") is None


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.provision",
        Frame("modals", tags="M"),
        _provision,
        (
            Example("Citizens shall not enter the zone.", "prohibition enter zone None"),
            Example("Agents may not shoot at vehicles.", "prohibition fire live_fire"),
            Example("Neither side shall fire.", "prohibition fire live_fire"),
            Example("Live ammunition may be used only if a guard is attacked.", "permission fire live_fire"),
        ),
        ("The price of rice must have risen.", "It may rain."),
    ),
    Rule(
        "order.foretold",
        Frame("modals", tags="M"),
        _foretold,
        (
            Example("Anyone who enters the zone will be shot on sight.", "obligation fire live_fire"),
            Example("Whoever breaks the order will be shot.", "obligation fire live_fire"),
        ),
        ("The film will be shot in Spain.", "He will be shot."),
    ),
    Rule(
        "order.are_to",
        Frame("copula", tags="V"),
        _are_to,
        (Example("Guards are to arrest intruders.", "obligation detain arrest"),),
        ("Guards are in the town.", "The talks are to begin on Monday."),
    ),
)
