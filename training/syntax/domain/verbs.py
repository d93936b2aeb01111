"""Forms of the verbs that the generator uses, and verb groups that agree with their subjects."""

from dataclasses import dataclass

from training.syntax.domain.node import Node, node

IRREGULAR = {
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "tell": ("tells", "told", "told", "telling"),
    "give": ("gives", "gave", "given", "giving"),
    "say": ("says", "said", "said", "saying"),
    "hold": ("holds", "held", "held", "holding"),
    "take": ("takes", "took", "taken", "taking"),
    "come": ("comes", "came", "come", "coming"),
    "leave": ("leaves", "left", "left", "leaving"),
    "flee": ("flees", "fled", "fled", "fleeing"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "bring": ("brings", "brought", "brought", "bringing"),
    "send": ("sends", "sent", "sent", "sending"),
    "lay": ("lays", "laid", "laid", "laying"),
    "let": ("lets", "let", "let", "letting"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "set": ("sets", "set", "set", "setting"),
    "keep": ("keeps", "kept", "kept", "keeping"),
    "begin": ("begins", "began", "begun", "beginning"),
    "see": ("sees", "saw", "seen", "seeing"),
    "catch": ("catches", "caught", "caught", "catching"),
    "stand": ("stands", "stood", "stood", "standing"),
    "spread": ("spreads", "spread", "spread", "spreading"),
    "die": ("dies", "died", "died", "dying"),
    "swim": ("swims", "swam", "swum", "swimming"),
    "strike": ("strikes", "struck", "struck", "striking"),
    "find": ("finds", "found", "found", "finding"),
    "make": ("makes", "made", "made", "making"),
    "get": ("gets", "got", "got", "getting"),
    "go": ("goes", "went", "gone", "going"),
    "run": ("runs", "ran", "run", "running"),
    "drive": ("drives", "drove", "driven", "driving"),
    "lose": ("loses", "lost", "lost", "losing"),
    "put": ("puts", "put", "put", "putting"),
    "know": ("knows", "knew", "known", "knowing"),
    "become": ("becomes", "became", "become", "becoming"),
    "bear": ("bears", "bore", "borne", "bearing"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "do": ("does", "did", "done", "doing"),
    "have": ("has", "had", "had", "having"),
    "forbid": ("forbids", "forbade", "forbidden", "forbidding"),
    "blow": ("blows", "blew", "blown", "blowing"),
}
DOUBLING = frozenset(
    [
        "stop",
        "patrol",
        "permit",
        "grab",
        "gun",
        "plan",
        "step",
        "commit",
        "prefer",
        "ban",
        "drag",
        "rob",
        "drop",
        "flog",
        "occur",
    ]
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    def of(self, tag: str) -> str:
        """The form under a Penn tag."""
        return {
            "VB": self.base, "VBP": self.base, "VBZ": self.third,
            "VBD": self.past, "VBN": self.participle, "VBG": self.gerund,
        }[tag]  # fmt: skip


def forms(verb: str) -> Forms:
    """The forms of a verb, by rule where it is regular."""
    if verb in IRREGULAR:
        return Forms(verb, *IRREGULAR[verb])
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return Forms(verb, verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if verb.endswith("e"):
        return Forms(verb, third, verb + "d", verb + "d", verb[:-1] + "ing")
    stem = verb + verb[-1] if verb in DOUBLING else verb
    return Forms(verb, third, stem + "ed", stem + "ed", stem + "ing")


def verb(lemma: str, tag: str, relation: str) -> Node:
    """A verb in some form, without dependents."""
    return node(forms(lemma).of(tag), tag, relation)


def to_be(*, past: bool, plural: bool, relation: str) -> Node:
    """The finite form of "be"."""
    if past:
        return node("were" if plural else "was", "VBD", relation)
    return node("are" if plural else "is", "VBP" if plural else "VBZ", relation)


def to_have(*, past: bool, plural: bool) -> Node:
    """The finite form of "have" as an auxiliary."""
    if past:
        return node("had", "VBD", "aux")
    return node("have" if plural else "has", "VBP" if plural else "VBZ", "aux")


GROUPS = {
    "past": "VBD",
    "present": "VBZ",
    "perfect": "VBN",
    "pluperfect": "VBN",
    "perfect progressive": "VBG",
    "progressive": "VBG",
    "past progressive": "VBG",
    "modal": "VB",
    "did not": "VB",
    "passive": "VBN",
    "present passive": "VBN",
    "perfect passive": "VBN",
    "pluperfect passive": "VBN",
    "modal passive": "VBN",
}
"""Verb groups, and the tag of their last word."""


def auxiliaries(group: str, *, plural: bool, modal: str = "will") -> list[Node]:
    """The auxiliaries of a verb group, agreeing with a subject."""
    had, has = to_have(past=True, plural=plural), to_have(past=False, plural=plural)
    been, been_passive = node("been", "VBN", "aux"), node("been", "VBN", "aux:pass")
    made = {
        "perfect": [has],
        "pluperfect": [had],
        "perfect progressive": [has, been],
        "progressive": [to_be(past=False, plural=plural, relation="aux")],
        "past progressive": [to_be(past=True, plural=plural, relation="aux")],
        "modal": [node(modal, "MD", "aux")],
        "did not": [node("did", "VBD", "aux")],
        "passive": [to_be(past=True, plural=plural, relation="aux:pass")],
        "present passive": [to_be(past=False, plural=plural, relation="aux:pass")],
        "perfect passive": [has, been_passive],
        "pluperfect passive": [had, been_passive],
        "modal passive": [node(modal, "MD", "aux"), node("be", "VB", "aux:pass")],
    }
    return made.get(group, [])


def tag_of(group: str, *, plural: bool) -> str:
    """The tag of the main verb of a group."""
    return "VBP" if group == "present" and plural else GROUPS[group]
