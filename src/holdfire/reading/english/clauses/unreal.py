"""Acts that are only thought of: asked, feared, called for, banned, wanted or averted."""

from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

UNREAL = frozenset({"would", "could", "might", "may", "can", "should", "must", "shall", "will", "'ll"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
PAST = ("VBD", "VBN", "VBG", "JJ")
SUBJECT = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
IF = frozenset({"if", "unless", "whether"})
AIMS = ("xcomp", "acl", "advcl", "ccomp", "csubj", "conj", "obl")
AVERTED = ("advcl", "xcomp", "ccomp", "acl", "obl")
COURSES = frozenset({
    "policy", "risk", "threat", "possibility", "danger", "fear", "way", "means", "method", "idea", "prospect",
    "intention", "plan", "aim", "hope", "likelihood", "chance",
})  # fmt: skip
JUDGED = frozenset({
    "illegal", "unlawful", "legal", "lawful", "legitimate", "permissible", "impermissible", "justified",
    "unacceptable", "acceptable", "crime", "offence", "offense", "violation", "wrong",
})  # fmt: skip
"""What the law, or who speaks, says of doing something, whoever may do it."""
LEFT_OPEN = ("ccomp", "csubj", "csubj:pass", "advcl")
HAVING_DONE = frozenset(
    {"let", "make", "allow", "permit", "require", "force", "oblige", "compel", "have", "forbid", "bar"}
)
CALLED_FOR = frozenset({"demand", "insist", "urge", "recommend", "propose"})


def is_asked(tree: Dependents) -> bool:
    """Whether a sentence is a question."""
    return any(token.text == "?" for token in tree.tokens[-2:])


def is_imagined(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a clause tells what might be, is feared, asked for, forbidden or wanted, and not what was."""
    for token in (verb, *tree.above(verb)):
        if any(tree.lemmas[c] in UNREAL and tree.tags[c] == "MD" for c in tree.all(token, "aux")):
            return True  # and not "on 28 and 29 May the guards shot"
        marks = [tree.lemmas[c] for c in tree.all(token, "mark")]
        if tree.relations[token] in ("advcl", "ccomp") and not IF.isdisjoint(marks):
            return True
        if tree.relations[token] == "ccomp" and (
            tree.lemmas[tree.heads[token]] in words.cues["fearing"] or _is_called_for(tree, token, words)
        ):
            return True
        if tree.relations[token] in LEFT_OPEN and _asks_how_many(tree, token):
            return True
        if tree.relations[token] in ("ccomp", "parataxis", "root", "acl:relcl"):
            break
    if (
        _is_within_rule(tree, verb, words)
        or _is_ruled_on(tree, verb, words)
        or _is_aimed_at(tree, verb, words)
    ):
        return True
    return _is_banned(tree, verb, words) or _is_averted(tree, verb, words) or _is_only_thought_of(tree, verb)


def _is_only_thought_of(tree: Dependents, verb: int) -> bool:
    """Whether a gerund is what a course or a chance is of: "any policy of using weapons", "the risk of"."""
    if tree.tags[verb] == "VB" and tree.relations[verb] == "conj":
        return tree.lemmas[tree.heads[verb]] == "face"  # "they face detention and torture"
    if tree.tags[verb] != "VBG" or verb < 2 or tree.lemmas[verb - 1] != "of":
        return False
    return tree.lemmas[verb - 2] in COURSES


def _is_averted(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether an act is what somebody was kept from: "to keep men from being shot", "escaped being hit"."""
    above = tree.heads[verb]
    if above < 0 or tree.relations[verb] not in AVERTED or tree.lemmas[above] not in words.cues["avert"]:
        return False
    if tree.has(verb, ("from",), "mark", "case"):
        return True
    bare = tree.one(verb, "mark", "case") is None and "," not in tree.lemmas[above:verb]
    gerund = tree.tags[verb] == "VBG" or tree.has(verb, ("be",), "aux:pass", "aux")
    return bare and gerund and words.cues["avert"][tree.lemmas[above]] == "bare"


def _asks_how_many(tree: Dependents, clause: int) -> bool:
    """Whether a clause leaves a number open: "did not say how many had died"."""
    if "how" not in tree.lemmas or "many" not in tree.lemmas:
        return False  # "to hear how the three people died"
    first = (min(tree.branch(s)) for s in tree.all(clause, *SUBJECT))
    return any(tree.lemmas[t] == "how" or (t > 0 and tree.lemmas[t - 1] == "how") for t in first)


def _is_banned(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a gerund says what a ban or a rule is on: "a prohibition on firing", "the rules of firing"."""
    if tree.tags[verb] != "VBG" or verb < 2:
        return False
    link, row = tree.lemmas[verb - 1], words.directive_nouns.get(tree.lemmas[verb - 2])
    if row is not None and row.modality == "prohibition":
        return link in ("on", "against")
    ruled = row is not None and row.kind in ("standing rule", "instruction")
    if row is not None and link == "[":
        return True  # "this policy [opening fire]"
    return ruled and link in ("on", "of", "for", "about") and tree.lemmas[verb - 2] != "policy"


def _is_within_rule(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether an act is in what a rule has people do: "a rule that made guards wait before firing"."""
    for token in (verb, *tree.above(verb)):
        if tree.relations[token] in ("acl:relcl", "acl") and tree.lemmas[token] in HAVING_DONE:
            return tree.lemmas[tree.heads[token]] in words.directive_nouns and token != verb
    return False


def _is_called_for(tree: Dependents, clause: int, words: Lexicon) -> bool:
    """Whether a clause is what somebody asks for: "demanded that Hungary stop firing"."""
    above = tree.heads[clause]
    if tree.lemmas[above] not in CALLED_FOR and tree.lemmas[above] not in words.cues["wish"]:
        return False
    that = tree.has(clause, ("that",), "mark")
    be = any(tree.tags[c] == "VB" for c in tree.all(clause, "aux:pass"))
    return be or (that and tree.tags[clause] in ("VB", "VBP"))


def _is_ruled_on(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether an act is the subject of a ban or leave: "shooting at vehicles is barred"."""
    above = tree.heads[verb]
    if tree.tags[verb] == "VBG" and 0 <= above < verb and tree.relations[verb] in ("xcomp", "ccomp"):
        after = (c for c in tree.all(above, "ccomp") if c > verb and tree.one(c, *SUBJECT) is None)
        return any(_is_judged(tree, c) or _is_bidden(tree, c, words) for c in after)
    if above < verb or tree.tags[verb] != "VBG":
        return False
    if _is_judged(tree, above) and tree.relations[verb].startswith(("csubj", "nsubj")):
        return True  # "pushing people back is illegal"
    if tree.one(above, "aux:pass") is None:
        return tree.relations[verb] == "advcl" and _opens_a_ban(tree, verb, above, words)
    subject = tree.relations[verb] in ("csubj", "csubj:pass", "nsubj", "nsubj:pass")
    alone = tree.relations[verb] == "advcl" and tree.one(above, *SUBJECT) is None
    return (subject or alone) and tree.lemmas[above] in words.directive_verbs


def _is_judged(tree: Dependents, word: int) -> bool:
    return tree.one(word, "cop") is not None and tree.lemmas[word] in JUDGED


def _is_bidden(tree: Dependents, verb: int, words: Lexicon) -> bool:
    return tree.one(verb, "aux:pass") is not None and tree.lemmas[verb] in words.directive_verbs


def _opens_a_ban(tree: Dependents, verb: int, above: int, words: Lexicon) -> bool:
    """Whether a gerund is the subject of a ban that the tree has under a later clause: "is barred; …"."""
    return any(
        verb < c < above
        and tree.lemmas[c] in words.directive_verbs
        and tree.one(c, "aux:pass") is not None
        and all(s > c for s in tree.all(c, *SUBJECT))
        for c in tree.all(above, "ccomp", "parataxis")
    )


def _is_aimed_at(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether an infinitive tells what is wanted; not "had to fire" or "is said to have shot"."""
    bare = tree.tags[verb] == "VB"
    if bare and tree.relations[verb] == "conj" and tree.one(verb, "aux", "mark", *SUBJECT) is None:
        return tree.lemmas[tree.heads[verb]] in words.directive_verbs  # "agreed for a halt and cease firing"
    under_noun = bare and tree.relations[verb] == "nmod" and tree.has(verb, ("to",), "case")
    to = under_noun or any(tree.tags[c] == "TO" for c in tree.all(verb, "mark", "aux"))
    if tree.relations[verb] not in AIMS and not under_noun:
        return False
    if not to:  # "called on both sides to stop firing"
        above = tree.heads[verb]
        ceasing = tree.tags[verb] == "VBG" and tree.lemmas[above] in words.cues["cease"]
        return ceasing and _is_aimed_at(tree, above, words)
    if tree.has(verb, ("have",), "aux"):
        return False  # "are said to have shot" tells what was done
    above = tree.heads[verb]
    if above >= 0 and tree.lemmas[above] == "enough" and tree.heads[above] >= 0:
        above = tree.heads[above]
    real = above >= 0 and tree.lemmas[above] in words.cues["real"] and tree.tags[above] in PAST
    real = real or (above >= 0 and _is_enough(tree, above))
    if real and tree.lemmas[above] == "use" and tree.one(above, "obj") is not None:
        real = False  # "used the ruins to fire from"
    return not real or tree.has(above, NEGATIONS, "advmod")


def _is_enough(tree: Dependents, state: int) -> bool:
    """Whether somebody was so that he did it: "were bold enough to shoot"."""
    if tree.tags[state] != "JJ" or not tree.has(state, ("enough",), "advmod"):
        return False
    return any(tree.tags[c] == "VBD" for c in tree.all(state, "cop", "aux", "aux:pass"))
