"""Threats and promises: what someone with power says that his forces will do."""

from dataclasses import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive, has_power
from holdfire.reading.english.directives.norms import Deontic, modal, negated, norms
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

WILL = frozenset({"will", "would"})
ANSWERS = frozenset({"respond", "retaliate", "answer", "use", "strike", "hit", "defend"})
MEANS = frozenset({"force", "means", "weapon", "fire", "power"})


def _threat(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the minister warned that the army would shoot anyone who crosses"."""
    tree, verb = site.tree, site.anchor
    content = next((c for c in tree.all(verb, "ccomp", "parataxis") if c != verb), None)
    word = modal(tree, content) if content is not None else None
    if content is None or word is None or tree.lemmas[word] not in WILL or negated(tree, content):
        return None
    speaker = next(iter(predication(tree, verb).agents), None)
    pred = predication(tree, content)
    acting = [
        a for a in pred.agents if has_power(tree, a, site.words) or tree.lemmas[a] in ("we", "he", "they")
    ]
    if not has_power(tree, speaker, site.words) or not acting or not _is_forceful(tree, content, site.words):
        return None
    found = norms(tree, content, Deontic("permission", tree.word(word)), site.words)
    found = [replace(n, modality="permission") if n.modality == "obligation" else n for n in found]
    made = replace(site, row=DirectiveWord("permission", "threat", ()))
    return directive(made, "order.threat", Parts(found, speaker, acting, [content]))


def _is_forceful(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a verb uses force: shoot, open fire, use all means, retaliate."""
    lemma = tree.lemmas[verb]
    if lemma in words.act_verbs and words.act_verbs[lemma].act in ("fire", "kill", "shell", "attack"):
        return True
    objects = {tree.lemmas[o] for o in tree.all(verb, "obj")}
    if lemma in ("open", "return") or lemma == "use":
        return bool(objects & MEANS)
    return lemma in ANSWERS and lemma not in ("use", "defend", "answer")


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.threat",
        Frame("speech", tags="V"),
        _threat,
        (
            Example(
                "The minister warned that the army would shoot anyone who crosses.",
                "permission fire live_fire",
            ),
        ),
        (
            "The minister said that the army would send doctors.",
            "A farmer said that the army would shoot him.",
            "The minister said that the army would not shoot anyone.",
        ),
    ),
)
