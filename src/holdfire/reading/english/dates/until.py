"""Ends that hang on an event: "until the pandemic ends"."""

from holdfire.reading.english.dates.meaning import Until
from holdfire.reading.english.dates.writing import date_rule

RULES = (
    date_rule(
        "until.condition",
        at="until",
        says=r"(?:until|till|unless and until) (?P<condition>"
        r"(?!the (?:end|start|beginning|middle|close) of)(?!(?:now|then|later|recently|today"
        r"|tomorrow|further notice)\b)(?!(?:this|last|next) "
        r"(?:week|month|year|spring|summer|autumn|winter)\b)"
        r"(?!<count>[ -](?:more )?<unit>)(?:(?:the|a|an|all|every|this|that|it"
        r"|they|he|she|there|its|their|his|such|these|those|further|any|[a-z]+) )"
        r"(?:[^\s.,;:?!()\"“”]+ ){0,7}?(?:ends?|lifted|lifts?|over|subsides?|returns?|is|are|has"
        r"|have|was|were|ended|arrives?|improves?|passes|passed"
        r"|leaves?|comes?|gets?|receives?|stops?|ceases?|notice|resolved|eases|recedes"
        r"|reopens?|opens?|begins?|starts?|disappears?)(?: (?:over|lifted|ended|contained|resolved"
        r"|passed|signed|reached|eased|reopened|completed|under control|returned|received|stopped"
        r"|found|changed|given|gone|ended|restored))?)",
        means=lambda f: Until(f.match["condition"]),
        reads={
            "until the pandemic ends": "the pandemic ends",
            "until the emergency is lifted": "the emergency is lifted",
        },
        but_not=("until March 5", "until the 26th", "until two weeks after it is over"),
        note="It names no date: the value is the condition in the report's words.",
    ),
)
