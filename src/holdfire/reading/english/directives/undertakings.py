"""Threats: what someone with power says that his forces will do."""

from collections.abc import Iterable

from msgspec.structs import replace

from holdfire.model.party import ARMED_OR_STATE
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.forces import Deontic, modal, negated
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import (
    ATTACKS,
    are_sides,
    bound_by_agreeing,
    can_order,
    has_forces,
    is_forceful,
    meant_by,
)
from holdfire.reading.english.directives.provisions import MAIN, bound_by, is_anyone, is_modal
from holdfire.reading.english.directives.relations import kept_order
from holdfire.reading.english.phrases.noun_phrases import is_kind, means_of
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

WILL = frozenset({"will", "would", "shall"})
WE = frozenset({"we", "he", "they", "i", "it"})
THREATENS = frozenset({"vow", "threaten", "promise", "pledge", "warn"})
WARN = frozenset({"warn", "threaten", "vow", "caution"})
ARMED_ONLY = frozenset({"action", "measure", "step", "move", "blow"})
"""What is threatened with arms only where it is said: "military action"."""
THREAT = DirectiveWord("permission", "threat", ())
ANNOUNCED = DirectiveWord("obligation", "proclamation", ())


def _threat(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the minister warned that the army would shoot anyone who", "that they would be shot"."""
    tree, verb = site.tree, site.anchor
    told = tree.all(verb, "ccomp", "parataxis", "xcomp")
    told += [c for t in tree.all(verb, "obj") for c in tree.all(t, "acl:relcl") if tree.one(c, "mark")]
    told += [c for t in (verb, *told) for c in tree.all(t, "conj")]
    content = next((c for c in told if _threatens(tree, c, site.words)), None)
    if content is None:
        return None
    said = predication(tree, verb)
    speaker = next(iter(said.agents), None)
    if speaker is None and said.voice == "passive" and _are_warned(site, said, content):
        return directive(
            replace(site, row=ANNOUNCED),
            "order.threat",
            Parts(_bidden(site, content), None, said.patients, [content]),
        )
    if speaker is None or not has_forces(tree, speaker, site.words):
        return None
    pred = predication(tree, content)
    acting = [a for a in pred.agents if has_forces(tree, a, site.words) or tree.lemmas[a] in WE]
    if pred.voice == "active" and not acting:
        return None
    if pred.voice == "passive" and any(means_of(tree, p, site.words) for p in pred.patients):
        return None  # "mortars would be fired"
    found = _norms(site, content)
    announces = tree.lemmas[verb] not in WARN or _is_by_paper(site)
    if pred.voice == "passive" and announces and _is_for_all(tree, pred.patients):
        found = _bidden(site, content)
        made = replace(site, row=ANNOUNCED)
    else:
        made = replace(site, row=THREAT)
    return directive(
        made, "order.threat", Parts(found, speaker, [a for a in acting if tree.lemmas[a] != "it"], [content])
    )


def _threatens(tree: Dependents, clause: int, words: Lexicon) -> bool:
    """Whether a clause foretells force: "would shoot", "would not hesitate to shoot"."""
    if tree.lemmas[clause] == "hesitate" and negated(tree, clause):
        return modal(tree, clause) is not None and any(
            is_forceful(tree, c, words) for c in tree.all(clause, "xcomp")
        )
    return _is_foretold(tree, clause) and is_forceful(tree, clause, words)


def _are_warned(site: Site[Lexicon], said: Predication, content: int) -> bool:
    """Whether people are told what befalls whoever comes: "were warned that anyone … would be shot"."""
    inner = predication(site.tree, content)
    people = any(site.tree.tags[p] == "NNS" for p in said.patients)
    return people and inner.voice == "passive" and not inner.agents and _is_for_all(site.tree, inner.patients)


def _bidden(site: Site[Lexicon], content: int) -> list[Norm]:
    """The norms of what is announced for whoever does something."""
    return [replace(n, modality="obligation") for n in _norms(site, content)]


def _is_by_paper(site: Site[Lexicon]) -> bool:
    """Whether who warns issues a proclamation in the same breath: "issued a notice and warned that"."""
    tree, verb = site.tree, site.anchor
    first = tree.heads[verb] if tree.relations[verb] == "conj" else verb
    near = [
        *tree.all(first, "obj"),
        *(c for s in tree.all(verb, "obl") for c in (s,) if tree.case(s) == "in"),
    ]
    rows = (site.words.directive_nouns.get(tree.lemmas[t]) for t in near)
    return any(row is not None and row.kind == "proclamation" for row in rows)


def _is_for_all(tree: Dependents, patients: Iterable[int]) -> bool:
    """Whether what is announced holds for whoever does something: it is then a rule, and no threat."""
    return any(is_anyone(tree, p) for p in patients)


def _is_foretold(tree: Dependents, verb: int) -> bool:
    """Whether will or would stands over a verb that is not negated."""
    word = modal(tree, verb)
    return word is not None and tree.lemmas[word] in WILL and not negated(tree, verb)


def _norms(site: Site[Lexicon], content: int) -> list[Norm]:
    """The norms of what is threatened: those who threaten allow it themselves."""
    tree = site.tree
    word = modal(tree, content)
    found = norms(
        tree, content, Deontic("permission", tree.word(word if word is not None else content)), site.words
    )
    return [replace(n, modality="permission") if n.modality == "obligation" else n for n in found]


def _vowed_response(site: Site[Lexicon]) -> Directive | None:
    """Forms like "vowed a crushing response to any attack", "threatened strikes if": force by a noun."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in THREATENS or negated(tree, verb):
        return None
    if tree.lemmas[noun] in ARMED_ONLY and not tree.has(noun, ("military", "retaliatory"), "amod"):
        return None
    object_of = tree.relations[noun] == "obj" or tree.case(noun) == "of"
    speaker = next(iter(predication(tree, verb).agents), None)
    powerful = speaker is not None and has_forces(tree, speaker, site.words)
    behind = [*tree.all(noun, "nmod"), *(t for t in tree.all(verb, "obl") if t > noun)]
    aimed = [t for t in behind if tree.case(t) in ("to", "for", "against")]
    answers = any(tree.lemmas[t] in ATTACKS for t in aimed)
    when = () if answers else circumstances(tree, verb, site.words).conditions
    dared = [c for c in when if c.start > tree.word(noun).start]
    if not (object_of and powerful and (answers or dared)):
        return None
    clause = tree.clause(noun)
    found = Norm("permission", tree.lemmas[noun], clause, tree.word(verb), "norm.do", conditions=tuple(dared))
    return directive(replace(site, row=THREAT), "order.vowed_response", Parts([found], speaker))


def _vowed(site: Site[Lexicon]) -> Directive | None:
    """Forms like "The army will fire on anyone who comes near": said by someone with power."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if tree.lemmas[site.anchor] != "will" or tree.relations[site.anchor] != "aux" or verb < 0:
        return None
    if tree.relations[verb] not in ("root", "ccomp", "parataxis", "conj") or not _is_foretold(tree, verb):
        return None
    pred = predication(tree, verb)
    acting = [a for a in pred.agents if can_order(tree, a, site.words) or tree.lemmas[a] in ("we", "i")]
    if pred.voice != "active" or not acting or not is_forceful(tree, verb, site.words):
        return None
    found = _norms(site, verb)
    you = tree.has(verb, ("you",), "obj", "obl")
    if you or (not any(n.target is not None or n.conditions for n in found) and not _answers(tree, verb)):
        return None
    return directive(replace(site, row=THREAT), "order.vowed", Parts(found, None, acting, [verb]))


def _answers(tree: Dependents, verb: int) -> bool:
    """Whether force is to be used on whoever does something: "any attack", "every intrusion"."""
    return any(is_anyone(tree, t) for t in tree.all(verb, "obj", "obl"))


def _will_keep(site: Site[Lexicon]) -> Directive | None:
    """Forms like "both armies said they would observe the truce", "both sides will abide by the accord"."""
    tree, verb = site.tree, site.anchor
    if not _is_foretold(tree, verb) or tree.has(verb, ("if",), "mark"):
        return None
    row = DirectiveWord("obligation", "agreement", ())
    word = modal(tree, verb)
    found = norms(tree, verb, Deontic("obligation", tree.word(verb if word is None else word)), site.words)
    agents = [meant_by(tree, a, site.words) for a in predication(tree, verb).agents]
    agents += [a for v in tree.above(verb) for a in predication(tree, v).agents if tree.lemmas[a] != "they"]
    told = bound_by_agreeing(tree, list(dict.fromkeys(agents)), site.words)
    if kept_order(tree, [verb], row, site.words) is None or not told:
        return None
    found = [replace(n, modality="obligation") for n in found]
    return directive(replace(site, row=row), "order.will_keep", Parts(found, told[0], told, [verb]))


def _will(site: Site[Lexicon]) -> Directive | None:
    """Forms like "Sentries will call out twice", in a text that is an order itself."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if tree.lemmas[site.anchor] != "will" or not is_modal(site) or tree.one(verb, "nsubj") is None:
        return None
    agents = predication(tree, verb).agents
    armed = [a for a in agents if _is_armed(tree, a, site.words) or are_sides(tree, a)]
    return bound_by(site, verb, "order.will") if armed else None


def _would_cease(site: Site[Lexicon]) -> Directive | None:
    """Forms like "both forces would refrain from building": what sides undertake, told of as to come."""
    tree, verb = site.tree, site.anchor
    word = modal(tree, verb)
    if word is None or tree.lemmas[word] not in ("will", "would") or negated(tree, verb):
        return None
    agents = [meant_by(tree, a, site.words) for a in predication(tree, verb).agents]
    meant = [_subject_above(tree, verb) if tree.lemmas[a] == "they" else a for a in agents]
    told = [a for a in meant if a is not None and are_sides(tree, a)]
    if not told or tree.relations[verb] not in MAIN or tree.has(verb, ("if",), "mark"):
        return None
    found = norms(tree, verb, Deontic("obligation", tree.word(word)), site.words)
    made = replace(site, row=DirectiveWord("obligation", "agreement", ()))
    return directive(made, "order.would_cease", Parts(found, told[0], told, [verb]))


def _subject_above(tree: Dependents, verb: int) -> int | None:
    """Who says that they will do something: "THE PARTIES reaffirmed that they would refrain"."""
    return next((s for v in tree.above(verb) for s in tree.all(v, "nsubj")), None)


def _is_armed(tree: Dependents, token: int, words: Lexicon) -> bool:
    return is_kind(tree, token, words, ARMED_OR_STATE) or tree.lemmas[token] in words.cues["bound"]


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.threat",
        Frame("speech", tags="V", beside=WILL),
        _threat,
        (
            Example(
                "The minister warned that the army would shoot anyone who crosses.",
                "permission fire live_fire",
            ),
            Example(
                "The minister warned smugglers that they would be shot.",
                "permission fire live_fire",
            ),
            Example("The ministry said that anyone who entered would be shot.", "obligation fire live_fire"),
            Example(
                "The ministry issued a proclamation and warned that anyone who entered would be shot.",
                "obligation fire live_fire",
            ),
            Example(
                "Residents were warned that anyone near the river would be shot.", "obligation fire live_fire"
            ),
            Example(
                "The command said that any vehicle would be treated as hostile.",
                "obligation treat vehicle None",
            ),
            Example("The army said its forces would not hesitate to shoot.", "permission fire live_fire"),
            Example("Turkey warned it would fire on any boat that comes near.", "permission fire live_fire"),
        ),
        (
            "The minister said that the army would send doctors.",
            "A farmer said that the army would shoot him.",
            "The minister said that the army would not shoot anyone.",
            "The minister said that smugglers would be tried.",
        ),
    ),
    Rule(
        "order.threat_that",
        Frame("cues.threaten", tags="V"),
        _threat,
        (
            Example(
                "The officer threatened villagers that he would open fire if they came near.",
                "permission fire live_fire",
            ),
        ),
        ("The officer threatened that he would resign.", "A farmer threatened that he would shoot."),
    ),
    Rule(
        "order.vowed_response",
        Frame("cues.response", tags="N"),
        _vowed_response,
        (
            Example("Tehran vowed a crushing response to any violation.", "permission response None"),
            Example("The army warned of harsh retaliation for attacks.", "permission retaliation None"),
            Example("The army threatened attacks if its boats were stopped.", "permission attack None"),
            Example(
                "North Korea threatened military action if the drills went on.", "permission action None"
            ),
        ),
        (
            "The team vowed a response to the defeat.",
            "A farmer warned of retaliation for the attack.",
            "The union threatened strikes if wages fell.",
            "The ministry threatened legal action if the shop stayed open.",
            "The army threatened strikes.",
        ),
    ),
    Rule(
        "order.vowed",
        Frame("modals", tags="M"),
        _vowed,
        (
            Example("The army will fire on anyone who approaches the wall.", "permission fire live_fire"),
            Example("Yerevan will respond to any provocation.", "permission respond None"),
        ),
        (
            "The army will send doctors.",
            "The smugglers will fire on anyone who comes near.",
            "The army will not fire on anyone.",
        ),
        note="kept only where someone with power says so",
    ),
    Rule(
        "order.will_keep",
        Frame("cues.keep_to", tags="V", needs=("aux",)),
        _will_keep,
        (
            Example("Both armies said they would observe the truce.", "obligation observe truce None"),
            Example("The two sides will abide by the accord.", "obligation abide None"),
        ),
        (
            "The minister said he would respect the law.",
            "A farmer would observe the curfew.",
            "Both armies will not observe the truce.",
        ),
    ),
    Rule(
        "order.would_cease",
        Frame("cues.cease", tags="V", needs=("aux",)),
        _would_cease,
        (
            Example("Both forces would refrain from moving troops.", "prohibition move troop None"),
            Example("The two sides will cease fire.", "prohibition fire live_fire"),
            Example("The parties said they would refrain from shelling.", "prohibition shell explosive"),
        ),
        ("The army would refrain from firing.", "Both sides would not stop."),
    ),
    Rule(
        "order.will",
        Frame("modals", tags="M"),
        _will,
        (Example("Sentries will call out twice.", "obligation call out None"),),
        ("The talks will begin.",),
        note="kept only in a text that is an order itself, or of both sides beside their agreement",
    ),
)
