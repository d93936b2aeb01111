"""The reader's codes for acts held against the coder's.

The coder says how an act was done (fire, shell, stab); the reader may say what came of it (kill, injure).
So an act that the reader names by its harm, or by no more than a vague word, stands for what its means
says, and "kill" also for any act that the coder counts dead by.
"""

from holdfire.model.incident import Count

VIOLENT = frozenset({"fire", "shell", "explode", "stab", "beat", "kill"})
ACTS: dict[str, frozenset[str]] = {
    "shoot": frozenset({"fire"}),
    "fire_flare": frozenset({"fire", "warn"}),
    "fire_warning_shot": frozenset({"fire", "warn"}),
    "fire_blank": frozenset({"fire"}),
    "use_less_lethal": frozenset({"fire", "explode"}),
    "use_explosive": frozenset({"explode", "shell"}),
    "lay_mines": frozenset({"explode"}),
    "explode": frozenset({"explode", "shell"}),
    "shell": frozenset({"explode", "shell"}),
    "torture": frozenset({"beat"}),
    "abduct": frozenset({"detain"}),
    "push_back": frozenset({"pushback"}),
    "threaten": frozenset({"warn"}),
}
BY_MEANS: dict[str, frozenset[str]] = {
    "live_fire": frozenset({"fire"}),
    "warning_shot": frozenset({"fire", "warn"}),
    "blank": frozenset({"fire"}),
    "flare": frozenset({"fire", "warn"}),
    "less_lethal": frozenset({"fire", "explode"}),
    "explosive": frozenset({"shell", "explode"}),
    "landmine": frozenset({"explode"}),
    "blade": frozenset({"stab"}),
    "beating": frozenset({"beat"}),
    "arrest": frozenset({"detain"}),
}
BY_HARM = frozenset({"kill", "injure"})
VAGUE = BY_HARM | {"hit", "attack", "disperse", "use", "act"}
KNOWN = VIOLENT | {"detain", "pushback", "warn", "hold_fire", "omission"}

# What clauses are about, by the first word of the act.
CLAUSE_WORDS = {
    "fire": "fire firing shoot shooting aim discharge open respond answer",
    "kill": "kill",
    "beat": "beat",
    "detain": "detain arrest seize capture apprehend",
    "hand over": "hand surrender deliver",
    "warn": "warn shout call",
    "report": "report inform tell notify",
    "watch": "film watch monitor surveil observe record fly",
    "carry": "carry bear",
    "enter": "enter go move approach come cross stay",
    "withdraw": "withdraw pull retreat leave",
    "aid": "treat give help assist aid",
}
CLAUSE_ACTS = {word: code for code, words in CLAUSE_WORDS.items() for word in words.split()}
CLAUSE_MEANS = {
    **dict.fromkeys(("live_fire", "warning_shot", "blank", "flare", "less_lethal", "explosive"), "fire"),
    "surveillance": "watch",
    "arrest": "detain",
    "beating": "beat",
}


def accepted_acts(act: str, means: str | None, *, lethal: bool, wounding: bool) -> frozenset[str]:
    """The coder's codes that an act of the reader's may stand for.

    `lethal`, `wounding`: whether the coder counts dead or injured.
    """
    out = ACTS.get(act, frozenset({act if act in KNOWN else "other"}))
    if act in VAGUE:
        out = out | BY_MEANS.get(means or "", frozenset())
    if (act == "kill" and lethal) or (act == "injure" and wounding):
        out = out | VIOLENT
    return out


def clause_act(act: str, means: str | None) -> str | None:
    """What a clause is about as one word, from the first word of its act, else from its means."""
    first = act.lower().replace("_", " ").split(" ")[0]
    return CLAUSE_ACTS.get(first) or CLAUSE_MEANS.get(means or "")


def counts_some(count: int | Count | None) -> bool:
    """Whether a count says that there was at least one."""
    if isinstance(count, Count):
        return bool(count.low or count.high)
    return bool(count)
