"""What a date is to the words around it: when something takes effect, ends, or happened."""

import re
from typing import Literal

from holdfire.model.span import Span

Role = Literal["from", "to", "at"]
_FROM = re.compile(
    r"\b(?:from|since|effective(?: from| as of| on)?|in force (?:from|since)|applies from"
    r"|as of|as from|starting(?: on| from| in| at)?"
    r"|beginning(?: on| from| in| at)?|with effect from"
    r"|(?:starts|begins|commences|(?:will|to) (?:start|begin|commence))(?: on| from| in| at)?"
    r"|(?:take|takes|took|taken|come|comes|came|go|goes|went|enter|enters|entered)(?: into)? (?:effect|force)"
    r"(?: on| at| from)?)"
    r"(?: the)?(?: midnight(?: of| on)?)?\s*$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:until|till|through|up to|by the end of"
    r"|(?:end(?:s|ed)?|expire[sd]?|lapse[sd]?|r[ua]ns? out|lifted|suspended|revoked|rescinded|repealed"
    r"|withdrawn|cancell?ed|annulled|scrapped"
    r"|cease[sd]? to apply)(?: on| at| in)?)"
    r"(?: the)?\s*$",
    re.IGNORECASE,
)
WINDOW = 40


def role_of(words: str, span: Span) -> Role:
    """The role that the words before a date, or its own first words, give it."""
    own = words[span.start : span.end].lower()
    before = words[max(0, span.start - WINDOW) : span.start]
    if own.startswith(("until ", "till ", "through ")):  # "remains effective until"
        return "to"
    if _FROM.search(before) or own.startswith(("from ", "since ", "as of ", "starting ", "beginning ")):
        return "from"
    if _TO.search(before):
        return "to"
    return "at"
