"""Closures that somebody with power decides on: "decided to close the border", "voted to shut"."""

from msgspec.structs import replace

from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import Parts, directive, has_power, is_foretold, is_unreal
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

SHUT = frozenset({"close", "shut", "seal", "reopen", "open"})
WAYS = frozenset({
    "border", "frontier", "crossing", "checkpoint", "gate", "bridge", "strait", "airspace", "water", "sea",
    "port", "corridor", "boundary", "road", "pass", "passage",
})  # fmt: skip


def _decided(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the government decided to close its border", "the cabinet voted to shut the crossing"."""
    tree, verb = site.tree, site.anchor
    below = [c for c in tree.all(verb, "xcomp", "advcl") if c > verb]
    content = next((c for c in below if tree.lemmas[c] in SHUT or _is_kept_shut(tree, verb, c)), None)
    if content is None or is_unreal(tree, verb) or is_foretold(tree, verb) or negated(tree, verb):
        return None
    if not any(tree.tags[m] == "TO" for m in tree.all(content, "mark")) or negated(tree, content):
        return None
    issuer = next((a for a in predication(tree, verb).agents if has_power(tree, a, site.words)), None)
    things = [o for o in tree.all(content, "obj") if tree.lemmas[o] in WAYS]
    if issuer is None or not things:
        return None
    when = circumstances(tree, content, site.words)
    found = [
        Norm(
            "obligation",
            f"{tree.lemmas[content]} {tree.lemmas[thing]}",
            tree.word(thing),
            tree.word(content),
            "norm.do",
            conditions=when.conditions,
            exception=when.exception,
        )
        for thing in things
    ]
    made = replace(site, row=DirectiveWord("obligation", "order", ()))
    return directive(made, "order.decided", Parts(found, issuer, (), [content]))


def _is_kept_shut(tree: Dependents, verb: int, content: int) -> bool:
    """Whether it is decided that something stays shut: "decided to KEEP the border CLOSED"."""
    below = [*tree.all(content, "xcomp", "advcl", "acl", "amod"), *tree.all(verb, "advcl", "xcomp")]
    below += [c for o in tree.all(content, "obj") for c in tree.all(o, "acl", "amod")]
    shut = any(tree.lemmas[c] in ("close", "closed", "shut", "sealed", "seal") and c > content for c in below)
    return tree.lemmas[content] == "keep" and shut


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.decided",
        Frame("cues.decide", tags="V", needs=("xcomp|advcl",)),
        _decided,
        (
            Example(
                "The government decided to close its border with Russia.", "obligation close border None"
            ),
            Example("The cabinet has voted to shut the crossing.", "obligation shut crossing None"),
        ),
        (
            "The government decided to send envoys.",
            "The shop decided to close the gate.",
            "The government may decide to close its border.",
            "The cabinet did not vote to shut the crossing.",
        ),
    ),
)
