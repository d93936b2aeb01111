"""What is called out before force is used: warnings, shouts, orders to halt, and that there was none."""

from holdfire.model.span import Span
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.clauses.unreal import NEGATIONS
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.predication import Predication

CALLS = frozenset({"call", "warn", "shout", "yell", "hail", "challenge", "issue", "give", "signal"})
CALLED = frozenset({"warning", "shout", "call", "challenge", "signal", "announcement"})
"""What is given before force is used: a warning, a call."""
BODILY = frozenset({"lie", "drop", "kneel", "disperse"})
"""What the armed also bid people whom they only search or send off."""
HALTS = frozenset({"halt", "stop", "freeze", "surrender"}) | BODILY
AWAY = frozenset({"keep", "stay", "turn", "leave", "move", "go", "step"})
ORDERED = frozenset({"order", "demand", "command", "instruction", "request", "appeal"})
"""What is a call where it bids people halt or go."""
GOES = frozenset({
    "go", "return", "approach", "move", "travel", "cross", "enter", "come", "leave", "evacuate", "stay",
    "keep", "gather", "venture", "get", "drive", "walk", "sail", "fish", "graze", "swim", "head",
})  # fmt: skip
"""What people are warned to do or not to do for the sake of a border or a front."""
HEARING = frozenset({"react", "respond", "comply", "listen"})
"""What people do to a call, or do not."""
WITHOUT = frozenset({"without", "with no"})
BEFORE_FORCE = WITHOUT | {"after", "following", "despite", "in spite of"}
AFTER = frozenset({"after", "once", "following", "despite"})
IN_VAIN = frozenset({"fail", "go"})
"""What warnings do that nobody heeds: "after warnings had failed", "went unheeded"."""
REFUSING = frozenset({"fail", "refuse", "decline", "neglect"})


def warning_of(tree: Dependents, verb: int) -> tuple[str, Span] | None:
    """Forms like "without warning", "after shouting at them": whether a warning was given before the act."""
    for child in tree.children[verb]:
        if tree.relations[child] == "obj" and is_warning_shot(tree, child):
            return "yes", tree.clause(child)  # "fired warning shots and then at the boat"
        if is_call(tree, child) and (case := tree.case(child)) in BEFORE_FORCE:
            no = case in WITHOUT or bears_no(tree, child)
            return ("no" if no else "yes"), tree.clause(child)
        if tree.lemmas[child] == "word" and tree.case(child) in WITHOUT:
            return "no", tree.clause(child)
        if tree.relations[child] == "advcl" and (found := _called_before(tree, child)) is not None:
            return found
    above = tree.heads[verb]
    before = tree.relations[verb] == "advcl" and tree.has(verb, ("before",), "mark")
    call = next((c for c in tree.all(above, "nsubj:pass") if is_call(tree, c)), None) if before else None
    if call is None or negated(tree, above):  # "a warning was broadcast before they fired"
        return None
    return ("no" if bears_no(tree, call) else "yes"), tree.clause(call)


def _called_before(tree: Dependents, clause: int) -> tuple[str, Span] | None:
    """Forms like "after calling to them", "without giving a warning", "when they ignored calls to stop"."""
    marks = {tree.lemmas[c] for c in tree.all(clause, "mark", "case", "advmod")}
    lemma = tree.lemmas[clause]
    if lemma in ("say", "utter") and "without" in marks and tree.one(clause, "obj") is not None:
        return "no", tree.clause(clause)  # "without saying a word"
    calls = any(is_call(tree, o) for o in tree.all(clause, "obj", "nsubj:pass"))
    if lemma in CALLS and marks & {"without", "after", "once"} and (calls or lemma not in ("give", "issue")):
        return ("no" if "without" in marks else "yes"), tree.clause(clause)
    if marks & AFTER and (_repeats(tree, clause) or _went_unheeded(tree, clause)):
        return "yes", tree.clause(clause)
    if calls and "if" not in marks and (is_unheeded(tree, clause) or lemma in REFUSING):
        return "yes", tree.clause(clause)
    heeds = next((c for c in tree.all(clause, "xcomp") if lemma in REFUSING), None)
    if heeds is not None and "if" not in marks and is_unheeded(tree, heeds):
        return ("yes", tree.clause(clause)) if any(is_call(tree, o) for o in tree.all(heeds, "obj")) else None
    return None


def _repeats(tree: Dependents, clause: int) -> bool:
    """Whether a tree has "repeated warnings" as a clause: "after repeated warnings to turn back"."""
    return tree.lemmas[clause] == "repeat" and any(is_call(tree, o) for o in tree.all(clause, "obj"))


def _went_unheeded(tree: Dependents, clause: int) -> bool:
    """Forms like "after warnings had failed", "after these calls had gone unheeded"."""
    vain = tree.lemmas[clause] in IN_VAIN and not negated(tree, clause)
    return vain and any(is_call(tree, s) for s in tree.all(clause, "nsubj"))


def is_unheeded(tree: Dependents, verb: int) -> bool:
    """Whether a verb says that nobody heeded: "ignored", "did not obey", "failed to heed"."""
    if tree.lemmas[verb] in ("ignore", "disregard", "defy"):
        return True
    if tree.lemmas[verb] not in HEARING | {"heed", "obey"}:
        return False
    above = tree.heads[verb]
    refused = tree.relations[verb] == "xcomp" and tree.lemmas[above] in REFUSING and not negated(tree, above)
    return refused or tree.has(verb, NEGATIONS, "advmod", "neg")


def warned_off(tree: Dependents, pred: Predication) -> tuple[int, list[int]] | None:
    """(what, who) where people at large are warned off something: "residents not to return", "against going".

    Some who are warned then and there are not warned at large: "warned two men not to go on".
    """
    told = [t for t in (*pred.patients, *pred.recipients) if tree.tags[t] in ("NNS", "NNPS")]
    told = [t for t in told if tree.one(t, "det", "nummod", "nmod:poss") is None]
    below = tree.all(pred.head, "xcomp", "ccomp", "advcl", "obl")
    below += [c for t in told for c in tree.all(t, "acl")]
    content = next((c for c in below if c > pred.head and _is_off(tree, c)), None)
    return (content, told) if content is not None and told else None


def _is_off(tree: Dependents, clause: int) -> bool:
    """Whether a clause tells what not to do, or to keep away: "not to return", "against moving"."""
    if tree.has(clause, ("against",), "mark", "case"):
        return tree.tags[clause] == "VBG" and tree.lemmas[clause] in GOES
    to = tree.led_by_to(clause)
    if not to or tree.lemmas[clause] not in GOES:
        return False
    away = tree.has(clause, ("away", "indoors", "clear", "back"), "advmod", "compound:prt", "xcomp")
    return away or tree.lemmas[clause] in ("leave", "evacuate") or tree.has(clause, NEGATIONS, "advmod")


def is_call(tree: Dependents, token: int) -> bool:
    """Whether a noun names what is called out before force is used; an order only if it is to halt."""
    lemma = tree.lemmas[token]
    if lemma == "shot":
        return is_warning_shot(tree, token)
    return lemma in CALLED or (lemma in ORDERED and (is_halt(tree, token) or _is_away(tree, token)))


def is_halt(tree: Dependents, token: int, bidden: frozenset[str] = HALTS) -> bool:
    """Whether a word is told to come to a stop: "told them to halt", "an order to stop"."""
    below = tree.all(token, "xcomp", "ccomp", "advcl", "acl", "obj", "obl")
    quoted = tree.all(token, "ccomp")  # "they did not halt, he told the paper"
    return any(tree.lemmas[c] in bidden and (c > token or c not in quoted) for c in below)


def _is_away(tree: Dependents, token: int) -> bool:
    """Whether an order is to keep away or to go: "instructions to stay back"."""
    return any(tree.lemmas[c] in AWAY and tree.tags[c] == "VB" for c in tree.all(token, "acl", "xcomp"))


def is_warning_shot(tree: Dependents, token: int) -> bool:
    """Whether shots are called warnings: "the warning shots"."""
    return tree.has(token, ("warning",), "compound")
