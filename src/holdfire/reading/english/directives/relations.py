"""How an order stands to an earlier one: given again, replacing it, changing it, carrying it out, or over."""

from collections.abc import Sequence

from holdfire.model.span import Span
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents

Related = tuple[str, Span, Span | None]
"""A kind of relation, the words that tell it, and those that name the earlier order."""
ENDING = frozenset(
    {"expire", "lapse", "suspend", "end", "scrap", "drop", "repeal", "cease", "annul", "shelve"}
)
FORMER = frozenset({"former", "last", "previous", "earlier", "old", "past"})
PARTS = frozenset({"chapter", "article", "section", "part", "provision", "paragraph", "clause", "rest"})
THINGS = ("obj", "nsubj:pass", "nsubj")
KEPT_BY = frozenset({"", "by", "to", "of", "with"})
KEPT_TO = frozenset({
    "observe", "respect", "honour", "honor", "abide", "adhere", "implement", "comply", "observance",
    "implementation", "adherence", "compliance",
})  # fmt: skip


def relation_of(tree: Dependents, anchor: int, words: Lexicon) -> Related | None:
    """The relation that an ordering word, or what stands beside it, tells ("ordered again")."""
    verb = tree.heads[anchor] if tree.tags[anchor][0] == "N" else anchor
    beside = [anchor, *tree.all(anchor, "advmod")]
    if verb >= 0:
        beside += [verb, *tree.all(verb, "advmod")]
    for token in beside:
        kind = words.cues["relation"].get(tree.lemmas[token]) if tree.tags[token][0] in "VR" else None
        known = earlier_order(tree, token, words) if kind is not None and tree.tags[token][0] == "V" else None
        if kind == "replaces" and known == anchor and negated(tree, token):
            return "reaffirms", tree.word(token), None  # "has not been withdrawn"
        if kind is not None and (known is None or (known == anchor and kind == "reaffirms")):
            return kind, tree.word(token), None
        if tree.lemmas[token] == "more" and token and tree.tokens[token - 1].text.lower() == "once":
            return "reaffirms", Span(tree.tokens[token - 1].start, tree.tokens[token].end), None
    return None


def kept_order(
    tree: Dependents, content: Sequence[int], row: DirectiveWord, words: Lexicon
) -> Related | None:
    """What is to be kept to that was told before: "agreed to observe the understanding of 2003".

    Sides that agree to it say it again; a commander who orders it carries it out.
    """
    for verb in content:
        if tree.lemmas[verb] not in KEPT_TO or negated(tree, verb):
            continue
        below = (t for t in tree.all(verb, "obj", "obl", "nmod") if tree.case(t) in KEPT_BY)
        earlier = next((t for t in below if _is_pact(tree, t, words)), None)
        if earlier is not None:
            kind = "reaffirms" if row.kind == "agreement" else "implements"
            return kind, tree.word(verb), tree.phrase(earlier).span
    return None


def _is_pact(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names an order or an agreement that is known: "the truce", "all understandings"."""
    return tree.lemmas[token] in words.directive_nouns and tree.one(token, "det", "nmod:poss") is not None


def earlier_order(tree: Dependents, verb: int, words: Lexicon) -> int | None:
    """The order that a verb like "replace" or "extend" has for its object, or its subject if passive."""
    for token in (*tree.all(verb, "obj"), *reversed(tree.all(verb, "nsubj:pass"))):
        if tree.lemmas[token] in words.directive_nouns or tree.lemmas[token] in words.cues["measure"]:
            return token
        of = tree.all(token, "nmod") if tree.lemmas[token] in PARTS else []
        if any(tree.lemmas[c] in words.directive_nouns for c in of):
            return token
    return None


def is_former(tree: Dependents, anchor: int, words: Lexicon) -> bool:
    """Whether an order is called the former one, or is told to have been replaced or to have lapsed."""
    if tree.tags[anchor][0] != "N":
        return False
    beside = [c for c in tree.branch(anchor, ("acl", "acl:relcl", "conj")) if c != anchor]
    if any(tree.lemmas[c] in FORMER or tree.tokens[c].text.lower() in FORMER for c in beside):
        return True
    verb = tree.heads[anchor]
    if verb < 0 or tree.relations[anchor] not in THINGS or negated(tree, verb):
        return False
    if any(tree.tags[c] == "MD" for c in tree.all(verb, "aux")):
        return False
    lemma, over = tree.lemmas[verb], tree.relations[anchor] != "nsubj"
    return lemma in ENDING or (over and words.cues["relation"].get(lemma) == "replaces")
