"""Open ends, and ends that hang on an event."""

import re

from holdfire.reading.english.dates.meaning import Between, Until
from holdfire.reading.english.dates.writing import date_rule

BEFORE = re.compile(
    r"\b(?:(?P<since>(?:ever |dating )?since|as of|effective|starting|beginning|from)"
    r"|(?P<until>until|till|up to|through|by|no later than|not later than|as late as)"
    r"|(?P<after>after|later than)|(?P<before>before|prior to|earlier than))"
    r"(?: on| from| about| around| the| the start of)?[ \n]{1,2}$"
)
OPENERS = frozenset(
    ["since", "of", "effective", "starting", "beginning", "from", "until", "till", "to", "through", "by", "than", "as", "after", "before"]
)


def opened(match: re.Match[str], value: object) -> Between:
    """Open one end of a date: "since" and "after" leave its end open, "until" and "before" its start."""
    forward = match["since"] or match["after"]
    return Between(value, None) if forward else Between(None, value)  # type: ignore[arg-type]


RULES = (
    date_rule(
        "until.condition",
        at="until",
        says=r"(?:until|till|unless and until) (?P<condition>(?!(?:now|then|later|recently|today|tomorrow|further notice)\b)(?:(?:the|a|an|all|every|this|that|it|they|he|she|there|its|their|his|such|these|those|further|any|[a-z]+) )(?:[^\s.,;:?!()\"“”]+ ){0,7}?(?:ends?|lifted|lifts?|over|subsides?|returns?|is|are|has|have|was|were|ended|arrives?|improves?|passes|passed|leaves?|comes?|gets?|receives?|stops?|ceases?|notice|resolved|eases|recedes|reopens?|opens?|begins?|starts?|disappears?)(?: (?:over|lifted|ended|contained|resolved|passed|signed|reached|eased|reopened|completed|under control|returned|received|stopped|found|changed|given|gone|ended|restored))?)",
        means=lambda f: Until(f.match["condition"]),
        reads={"until the pandemic ends": "the pandemic ends", "until the emergency is lifted": "the emergency is lifted"},
        but_not=("until March 5", "until the 26th"),
        note="It names no date: the value is the condition in the report's words.",
    ),
)  # fmt: skip
