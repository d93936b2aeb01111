"""An HTML page → its main words: adds what the page says of itself; drops all else on the page.

Imported only where there is a page, for it loads the HTML parser.
"""

import importlib
import re
from itertools import accumulate

from resiliparse.extract.html2text import extract_plain_text

from holdfire.errors import SourceError
from holdfire.sources.content import Content
from holdfire.sources.limits import DEPTH, PAGE
from holdfire.sources.pages.facts import facts_of

_FEW_TAGS = 6_000  # so few cannot be nested deep enough to matter
# Elements that do not end by themselves: only these can be within each other without bound.
_NESTING = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
    r"|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|rp|rt|html|head|body|a|button)[\s/>])[a-zA-Z]"
)


def read_page(source: str, *, url: str | None = None, careful: bool = False) -> Content:
    """Read decoded HTML that was got from `url`.

    `careful` takes ten times as long over which part is the main one. Where no part stands out, all visible
    words are taken.
    """
    facts = facts_of(source, url=url)
    return Content(
        careful_words(source) if careful else main_words(source),
        title=facts.title,
        published=facts.published,
        outlet=facts.outlet,
        url=facts.url,
    )


def main_words(source: str) -> str:
    """The words of the page's main part, a blank line between paragraphs."""
    _require_bearable(source)
    words = _extract(source, main=True)
    return words if sum(map(str.isalpha, words[:400])) >= 40 else _extract(source, main=False)


def all_words(source: str) -> str:
    """All words of a page, or of a piece of one, that a reader sees."""
    _require_bearable(source)
    return _extract(source, main=False)


def careful_words(source: str) -> str:
    """The words of the page's main part as trafilatura finds them, an extra that is installed apart."""
    _require_bearable(source)
    try:
        careful = importlib.import_module("holdfire.sources.pages.careful")
    except ImportError as error:
        remedy = "install it with: pip install trafilatura lxml-html-clean"
        raise SourceError(f"cannot be read carefully: {error}", remedy=remedy) from None
    return str(careful.main_words(source)) or main_words(source)


def _extract(source: str, *, main: bool) -> str:
    words = extract_plain_text(
        source, main_content=main, alt_texts=False, links=False, list_bullets=False, comments=False
    )
    return str(words)


def _require_bearable(source: str) -> None:
    """SourceError for a page so large or deep that finding its main part would not end."""
    if len(source) > PAGE:
        raise SourceError(
            f"is too large for one page ({len(source) / 1e6:,.0f} MB; the limit is {PAGE / 1e6:,.0f} MB)",
            remedy="save the text of the report alone",
        )
    if source.count("<") > _FEW_TAGS:
        steps = (-1 if closing else 1 for closing in _NESTING.findall(source))
        if max(accumulate(steps), default=0) > DEPTH:
            raise SourceError(
                f"holds elements within each other more than {DEPTH} deep, as no person makes a page",
                remedy="save the text of the report alone",
            )
