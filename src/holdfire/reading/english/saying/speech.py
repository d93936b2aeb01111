"""Rules for those who say so: a clause, a quotation, what is denied, what is heard from someone."""

from msgspec.structs import replace

from holdfire.model.statement import Attribution
from holdfire.reading.english.phrases.noun_phrases import named
from holdfire.reading.english.saying.rows import at_the_end
from holdfire.reading.english.saying.shape import Shape, cue_of, speaker_of
from holdfire.reading.english.saying.telling import first_of, is_negated, told
from holdfire.reading.english.saying.verbs import clauses, complements
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import SUBJECTS, Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule
from holdfire.reading.grammar.voice import is_passive

CLAUSES = ("said_that", "said_aside", "said_beside", "said_before")
STANDING = ("root", "conj", "ccomp", "parataxis", "advcl")
HEARING = frozenset({"learn", "hear", "gather", "obtain"})
DEEDS = ("VBG", "NN", "NNS")
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBG"})
COLON_WITHIN = 6
QUOTES = frozenset({"``", "''"})


def _said_that(site: Site[Lexicon]) -> Attribution | None:
    """A clause before, after or around a verb of speech, and what follows its colon."""
    tree, verb = site.tree, site.anchor
    shape = first_of(clauses(tree, verb), CLAUSES)
    if shape is None or _raised(tree, verb) or _misread(tree, shape) or _denies_more(site, shape):
        return None
    if shape.name == "said_aside" and tree.one(verb, *SUBJECTS) is None:
        return None
    if shape.source is None and tree.relations[verb] not in STANDING:
        return None
    made = told(site, shape, "attribution.said_that")
    if made is None:
        return None
    after = _behind_colon(tree, verb)
    made = replace(made, more=(*made.more, tree.span(after))) if after else made
    if made.speaker is not None or not is_passive(tree, verb):
        return made
    return replace(made, stance="claim" if made.stance == "assert" else made.stance)


def _denies_more(site: Site[Lexicon], shape: Shape) -> bool:
    """Whether what is denied stands behind the verb, and not before: "two hurt, the army denies firing"."""
    tree, verb = site.tree, site.anchor
    if site.row not in ("deny", "admit", "confirm") or not shape.content or shape.content[-1] > verb:
        return False
    return any(c > verb and tree.tags[c] in DEEDS for c in tree.all(verb, "obj", "xcomp", "ccomp"))


def _behind_colon(tree: Dependents, verb: int) -> list[int]:
    """The words behind a colon right after a verb of speech ("…, a source said: patrols are to …").

    A quotation behind a colon farther on is also the speaker's.
    """
    colons = (t for t in range(verb + 1, len(tree.tokens) - 1) if tree.tokens[t].text == ":")
    colon = next((t for t in colons if t - verb < COLON_WITHIN or tree.tags[t + 1] == "``"), None)
    return [] if colon is None else list(range(colon + 1, len(tree.tokens)))


def _misread(tree: Dependents, shape: Shape) -> bool:
    """Whether the row of words shows another speaker, or more that is said, than the tree."""
    row = at_the_end(tree, shape.anchor)
    if row is None or row.source is None:
        return False
    return shape.source is None or shape.source < row.content[-1] or shape.content[-1] > row.content[-1] + 1


def _said_last(site: Site[Lexicon]) -> Attribution | None:
    """A clause, a comma, a speaker and a verb of speech, where the tree has them wrong."""
    tree, verb = site.tree, site.anchor
    row = at_the_end(tree, verb)
    if row is None or _from(tree, verb) is not None:
        return None
    shape = first_of(clauses(tree, verb), CLAUSES)
    if shape is not None and not _misread(tree, shape):
        return None
    return told(site, row, "attribution.said_last")


def _from(tree: Dependents, verb: int) -> int | None:
    """Whom something is learnt or heard from."""
    if tree.lemmas[verb] not in HEARING:
        return None
    return next((c for c in tree.all(verb, "obl") if tree.case(c) == "from"), None)


def _raised(tree: Dependents, verb: int) -> bool:
    """Whether it is "is said to have done": the rules of hearsay read that."""
    clause = tree.one(verb, "ccomp")
    if clause is None or not is_passive(tree, verb):
        return False
    return tree.led_by_to(clause)


def _as_said(site: Site[Lexicon]) -> Attribution | None:
    if site.tree.relations[site.anchor] != "advcl" or site.tree.one(site.anchor, "xcomp") is not None:
        return None  # "as tensions continue to rise"
    shape = first_of(clauses(site.tree, site.anchor), ("as_said",))
    return told(site, shape, "attribution.as_said") if shape is not None else None


def _quoted(site: Site[Lexicon]) -> Attribution | None:
    """A verb of speech with quotation marks beside it that no clause of its own holds."""
    tree, verb = site.tree, site.anchor
    if tree.tags[verb] not in FINITE or QUOTES.isdisjoint(tree.tags):
        return None
    if first_of(clauses(tree, verb), CLAUSES) is not None:
        return None
    source = speaker_of(tree, verb)
    quoted = [t for t in _between_marks(tree) if t != verb]
    if source is None or source in quoted or len(quoted) < 2:
        return None
    return told(
        site, Shape("said_quoted", verb, tuple(quoted), cue_of(tree, verb), source), "attribution.quoted"
    )


def _between_marks(tree: Dependents) -> list[int]:
    """The tokens of a sentence in quotation marks; what closes without opening opened before."""
    out: list[int] = []
    opened: int | None = None if "''" not in tree.tags or "``" in tree.tags[: tree.tags.index("''")] else 0
    for token, tag in enumerate(tree.tags):
        if tag == "``" and opened is None:
            opened = token
        elif tag == "''" and opened is not None:
            out += range(opened, token + 1)
            opened = None
    return out if opened is None else [*out, *range(opened, len(tree.tags))]


def _ahead(site: Site[Lexicon]) -> Attribution | None:
    """A verb of speech that ends in a colon: the next words are its speaker's."""
    tree, verb = site.tree, site.anchor
    if tree.tokens[-1].text != ":" or tree.one(verb, "parataxis") is not None:
        return None
    source = speaker_of(tree, verb)
    if source is None:
        return None
    return told(site, Shape("said_next", verb, (), cue_of(tree, verb), source), "attribution.said_next")


def _denied(site: Site[Lexicon]) -> Attribution | None:
    """What someone denies, admits or confirms, as a deed and not as a clause."""
    if site.row not in ("deny", "admit", "confirm") or is_passive(site.tree, site.anchor):
        return None
    shape = first_of(complements(site.tree, site.anchor), ("said_to", "object_and_more", "object"))
    if shape is None or shape.source is None or not any(site.tree.tags[t] in DEEDS for t in shape.content):
        return None
    return told(site, shape, "attribution.denied")


def _announced(site: Site[Lexicon]) -> Attribution | None:
    """What someone announces, as a thing and not as a clause: "announced the closure of"."""
    tree, verb = site.tree, site.anchor
    shape = first_of(complements(tree, verb), ("object_and_more", "object"))
    if shape is None or shape.source is None or is_passive(tree, verb) or is_negated(tree, verb):
        return None
    if tree.one(verb, "ccomp") is not None or not any(tree.tags[t] in DEEDS for t in shape.content):
        return None
    return told(site, shape, "attribution.announced", stance="assert")


def _heard_from(site: Site[Lexicon]) -> Attribution | None:
    """A hearer and a source: what was "learned from a relative" is the relative's."""
    tree, verb = site.tree, site.anchor
    source = _from(tree, verb)
    if source is None:
        return None
    shape = first_of(clauses(tree, verb), CLAUSES) or at_the_end(tree, verb)
    under = tree.one(source, "acl", "ccomp", "acl:relcl")
    content = shape.content if shape is not None else tuple(tree.branch(under)) if under is not None else ()
    made = told(
        site, Shape("heard_from", verb, content, cue_of(tree, verb), source), "attribution.heard_from"
    )
    who = speaker_of(tree, verb)
    if made is None or who is None:
        return made
    return replace(made, hearer=named(tree, who, site.words))


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        "attribution.heard_from",
        Frame("telling.hearing"),
        _heard_from,
        (
            Example("We learned from a relative that the guards had shot her brother.", "a relative"),
            Example("Guards shot two men, the paper has learned from a source.", "a source"),
        ),
        ("The guards learned that a man had crossed.",),
        note="what is learnt or heard from someone is theirs",
    ),
    Rule(
        "attribution.said_that",
        Frame("speech"),
        _said_that,
        (
            Example("A source told the outlet on Tuesday that the army had shot two men.", "A source"),
            Example("The ministry said guards fired at the boat.", "The ministry"),
            Example("Guards opened fire on the boat, a witness said.", "a witness"),
            Example("Guards, a witness said, opened fire on the boat.", "a witness"),
            Example("The commander said: “Shoot anyone who crosses.”", "The commander"),
            Example("The commander was quoted as saying that the troops had fired.", "The commander"),
            Example("The ministry denied that its guards had fired.", "The ministry"),
            Example("A statement by the ministry said two soldiers had been wounded.", "the ministry"),
            Example("It was reported that soldiers had shot a man at the river.", ""),
        ),
        ("The guards shot two men near the river.", "Soldiers are said to have shot a trader."),
        note="a clause before, after or around a verb of speech",
    ),
    Rule(
        "attribution.said_last",
        Frame("speech"),
        _said_last,
        (
            Example(
                "A 15-year-old and a 16-year-old each had gunshot wounds to the leg, herders said.", "herders"
            ),
        ),
        (
            "The guards fired at the boat, and a witness said nothing.",
            "When the guards fired, the man said a prayer.",
        ),
        note="a clause, a comma, a speaker and a verb of speech, where the tree has them wrong",
    ),
    Rule(
        "attribution.as_said",
        Frame("speech"),
        _as_said,
        (Example("Soldiers fired only in the air, as the spokesman said.", "the spokesman"),),
        ("Soldiers fired as the spokesman arrived.",),
        note="a clause with “as” beside what is said",
    ),
    Rule(
        "attribution.quoted",
        Frame("speech"),
        _quoted,
        (Example("The officer described the march as “a threat to the border”.", "The officer"),),
        ("The officer described the march as a threat.",),
        note="quotation marks beside a verb of speech",
    ),
    Rule(
        "attribution.said_next",
        Frame("speech"),
        _ahead,
        (Example("The commander then added:", "The commander"),),
        ("The commander left the following men: his deputies and a guard.",),
        note="a sentence that ends in a colon hands on the next",
    ),
    Rule(
        "attribution.denied",
        Frame("speech"),
        _denied,
        (
            Example("The ministry denied shooting the men.", "The ministry"),
            Example("The ministry rejected the claim that its guards had opened fire.", "The ministry"),
            Example("The army confirmed the shooting of a farmer.", "The army"),
        ),
        ("The ministry reported the shooting.",),
        note="a deed that someone denies, admits or confirms",
    ),
    Rule(
        "attribution.announced",
        Frame("cues.announce", tags="V", needs=("obj",)),
        _announced,
        (
            Example("The governor announced the closure of the border.", "The governor"),
            Example("The army announced a ban on fishing in the river.", "The army"),
        ),
        (
            "The governor announced that the border is closed.",
            "The governor did not announce a curfew.",
            "The governor declared a curfew.",
        ),
        note="a measure or deed that someone announces; who declares one does it, and is not who tells of it",
    ),
)  # fmt: skip
