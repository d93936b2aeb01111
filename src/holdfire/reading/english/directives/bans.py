"""What is banned: "banned from shooting", "warning shots are prohibited", "the deal bans firing"."""

from msgspec.structs import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import Parts, directive, force_of, is_not_given, is_unreal
from holdfire.reading.english.directives.contents import named_norm
from holdfire.reading.english.directives.givers import giver, lacks_giver
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import can_be_told
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule


def _ban(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X banned Y from V-ing", "warning shots are prohibited", "the deal bans firing"."""
    tree, verb = site.tree, site.anchor
    if not {"from", "on"} & set(site.row.complements) or is_unreal(tree, verb) or is_not_given(site):
        return None
    pred = predication(tree, verb)
    content = next((t for case, t in pred.obliques if case == "from"), None)
    if content is not None and tree.tags[content][0] == "N":
        between = (c for c in tree.all(verb, "advcl", "xcomp") if tree.tags[c] == "VBG" and c == content - 1)
        content = next(between, content)  # "from GRAZING cattle"
    clauses = (c for c in tree.all(verb, "advcl", "xcomp") if not _is_when(tree, c))
    clause = next(clauses, None) if content is None else content
    if clause is None and tree.one(verb, "obj") is None:
        clause = next((c for c in tree.all(verb, "acl") if c > verb and tree.tags[c] == "VBG"), None)
    if clause is None:
        whom = (*pred.patients, *pred.recipients)
        hung = (c for p in whom for c in tree.all(p, "acl") if _is_from_doing(tree, c))
        clause = next(hung, None)
    barred = clause is not None and _is_from_doing(tree, clause)
    acts = [] if barred else [p for p in pred.patients if _is_act(site, p)]
    told_of = clause is not None and (tree.tags[clause][0] == "V" or tree.one(clause, "cop") is not None)
    heads = acts or ([clause] if clause is not None and told_of else [])
    force = force_of(site, verb)
    verbal = [h for h in heads if tree.tags[h][0] == "V" or h not in acts]
    found = [n for h in verbal for n in norms(tree, h, force, site.words)]
    found += [named_norm(tree, h, force, site.words) for h in heads if h not in verbal]
    if acts:
        outer = circumstances(tree, verb, site.words)
        found = [
            replace(
                n, conditions=(*n.conditions, *outer.conditions), exception=n.exception or outer.exception
            )
            for n in found
        ]
    told = [p for p in pred.patients if p not in acts and can_be_told(tree, p, site.words)]
    headed = barred and pred.voice == "active" and not told and not pred.recipients and not acts
    if headed and tree.relations[verb] == "root":  # "Guards barred from firing", a headline
        told = [a for a in pred.agents if can_be_told(tree, a, site.words) and tree.tags[a][-1] == "S"]
        return directive(site, "order.ban", Parts(found, None, told, heads)) if told else None
    if barred and not told:
        told = [p for p in pred.recipients if can_be_told(tree, p, site.words)]
    issuer, document = giver(site, pred)
    made = directive(site, "order.ban", Parts(found, issuer, told, heads, document))
    return None if lacks_giver(site, pred, document) else made


def _is_when(tree: Dependents, clause: int) -> bool:
    """Whether a clause says when something is banned, not what: "WHEN IT COMES to cameras, they are"."""
    asks = any(tree.tags[c] == "WRB" for c in tree.all(clause, "advmod"))
    return asks or tree.has(clause, ("when", "if", "as", "once", "because", "while"), "mark")


def _is_from_doing(tree: Dependents, clause: int) -> bool:
    """Whether "from" leads a verb, so that whom is banned stands before it: "bans patrols from firing"."""
    before = tree.tokens[clause - 1].text.lower() if clause else ""
    leads = tree.all(clause, "case", "mark")
    doing = tree.tags[clause] == "VBG" or tree.has(clause, ("be",), "cop")
    return doing and (before == "from" or any(tree.lemmas[c] == "from" for c in leads))


def _is_act(site: Site[Lexicon], token: int) -> bool:
    tree, words = site.tree, site.words
    if tree.tags[token] == "VBG" or tree.lemmas[token] in words.act_nouns:
        return True
    lemma = tree.lemmas[token]
    return (
        lemma in words.cues["doing"]
        or lemma in words.cues["barred"]
        or lemma in ("use", "firing")
        or means_of(tree, token, words) is not None
    )


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.ban",
        Frame("directive_verbs"),
        _ban,
        (
            Example("The ministry banned guards from shooting at boats.", "prohibition fire live_fire"),
            Example("The directive bans patrols from firing at boats.", "prohibition fire live_fire"),
            Example("Warning shots are prohibited.", "prohibition fire_warning_shot warning_shot"),
            Example(
                "The use of live ammunition against unarmed people is forbidden.",
                "prohibition fire live_fire",
            ),
            Example("Shooting at a car that is driving away is barred.", "prohibition fire live_fire"),
            Example("Live fire has not been banned.", "permission fire live_fire"),
            Example("The army restricted residents from crossing the river.", "prohibition cross river None"),
            Example(
                "The army banned outsiders from being present at the line.", "prohibition be present None"
            ),
            Example(
                "When it comes to night work, patrols are forbidden from using lamps.",
                "prohibition use lamp None",
            ),
            Example(
                "The army issued orders preventing farmers from going to fields.",
                "prohibition go None",
            ),
        ),
        (
            "The ministry banned the newspaper.",
            "Soldiers prevented farmers from entering fields.",
            "Blocks of stone restrict access to the gate.",
        ),
    ),
)
