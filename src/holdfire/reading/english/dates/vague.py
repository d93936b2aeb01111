"""The past, the present and the future, without more."""

from holdfire.reading.english.dates.meaning import Ref
from holdfire.reading.english.dates.writing import date_rule

RULES = (
    date_rule(
        "vague.past",
        at="ref unit",
        says=r"(?:more |most |very )?recently|(?:the )?recent (?:past"
        r"|days?|weeks?|months?|years?|times?|decades?)|(?:in )?the past(?! (?:<count>|few|several"
        r"|couple|<unit>|<month>|<season>|<daypart>|<weekday>|weekend|fiscal|fortnight|tense))|lately",
        means=lambda _: Ref("PAST_REF"),
        reads={"recently": "PAST_REF", "in recent years": "PAST_REF", "in the past": "PAST_REF"},
        but_not=("the past two years", "past the gate"),
    ),
    date_rule(
        "vague.present",
        at="ref unit",
        says=r"(?:right |just )?now|currently|at present|presently|nowadays|these days|at the moment"
        r"|this (?:very |crucial )?moment",
        means=lambda _: Ref("PRESENT_REF"),
        reads={"now": "PRESENT_REF", "these days": "PRESENT_REF"},
        but_not=("nowhere",),
    ),
    date_rule(
        "vague.future",
        at="ref unit",
        says=r"(?:the (?:near |foreseeable |not-too-distant )?|near |foreseeable |in )future"
        r"|(?<!as[ ])soon(?! after|er| as)|(?:the )?(?:days|weeks|months|years) (?:ahead|to come)"
        r"|the (?:near|short) term",
        means=lambda _: Ref("FUTURE_REF"),
        reads={"in the near future": "FUTURE_REF", "in the months ahead": "FUTURE_REF", "soon": "FUTURE_REF"},
        but_not=("sooner", "as soon as he left"),
    ),
)
