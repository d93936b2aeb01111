"""Text → sentences: adds sentence and token spans; drops nothing (spans point into the text)."""

import re
from collections.abc import Iterator, Sequence

from holdfire.model.sentence import Sentence, Token
from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.english.words import abbreviations

__all__ = ["Sentence", "Token", "split", "tokenize"]
_CAPITAL = re.compile(r"[A-Z]")
_ABBREVIATION = "|".join(sorted((re.escape(word) for word in abbreviations.KNOWN), key=len, reverse=True))
_CLITIC = r"(?:s|re|ve|ll|d|m)(?!\w)"
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_PREFIX = (
    "anti|non|pre|post|co|ex|mid|semi|multi|pro|re|un|sub|inter|intra|ultra|neo|pan|trans|cross|over|under"
    "|counter|vice|e"
)
_WITHIN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[\w/]                          # an address
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | \w[\w-]*(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|int|eu|uk|pdf|docx?|xlsx?|html?|jpe?g|png)(?!\w)
  | (?<![\w.])(?:[a-z]\.)+[a-z](?![\w])\.?                        # U.S., a.m.
  | (?<![\w.])(?:{_ABBREVIATION})\.(?!\w)
  | (?<![\w.'’])[a-z]\.(?=$|[a-z]|[)\]"”,])                       # initials
  | [^\W\d_]+?(?=n['’]t(?!\w)) | n['’]t(?!\w)
  | ['’]{_CLITIC}
  | \d{{3}}-(?:\d{{3}}-)?\d{{4}}(?!\w)                            # telephone numbers
  | \d{{1,4}}(?:/\d{{1,4}}){{1,2}}(?!\w)                                # 9/11, 05/22/2001
  | \d++(?:[.,:]\d++)*+(?:st|nd|rd|th|s)?(?![^\W_])
  | \d++(?:[.,:]\d++)*+(?=[^\W\d_])
  | (?<!\w)(?:{_PREFIX})-[^\W\d_]+
  | {_LETTERS}(?:&{_LETTERS}|['’](?!{_CLITIC})[^\W\d_]+)*
  | \.{{2,}} | -{{2,}} | ={{2,}} | \*{{2,}} | _{{2,}} | ~{{2,}} | \+{{2,}}
  | \#{{2,}} | …{{2,}} | '{{2}} | `{{2}} | [!?]{{2,}}
  | [:;]-?[)(DP](?!\w)
  | .
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KEPT_AT_MOST = 50_000
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3}
_SPECIAL = abbreviations.KNOWN | _FUSED.keys()
_BREAK = re.compile(r"(?P<sure>\n[ \t]*\n\s*|\n[ \t]*(?=[•●▪‣*–—-]\s|\(?\d{1,2}[.)]\s))|\n")
_WRAPPED = 0.6
_STOPS = frozenset((".", "?", "!", "...", "…", "....", "。"))
_CLOSING = frozenset("”’\"')]»")
_ELLIPSES = frozenset(("...", "…", "...."))


def tokenize(words: str, span: Span) -> tuple[Token, ...]:
    """The tokens of `words` within `span`, in order; together they cover all that is not white space."""
    tokens: list[Token] = []
    kept, index = _kept.get, words.index
    end = span.start
    for chunk in words[span.start : span.end].split():
        start = index(chunk, end)
        end = start + len(chunk)
        pieces = kept(chunk) or _cut(chunk, words[end + 1 : min(end + 2, span.end)])
        if len(pieces) == 1:
            tokens.append(Token(chunk, start, end))
        else:
            tokens += [Token(piece, start + a, start + b) for piece, a, b in pieces]
    return tuple(tokens)


def split(text: Text) -> tuple[Sentence, ...]:
    """The sentences of the report's own paragraphs, in order."""
    sentences = []
    for number, paragraph in enumerate(text.paragraphs):
        cased = _CAPITAL.search(text.words, paragraph.start, paragraph.end) is not None
        for block in _blocks(text.words, paragraph):
            tokens = tokenize(text.words, block)
            begun = 0
            for end in _ends(tokens, cased=cased):
                sentences.append(Sentence(tokens[begun:end], number))
                begun = end
    return tuple(sentences)


Pieces = tuple[tuple[str, int, int], ...]

_kept: dict[str, Pieces] = {}
"""How runs without white space are cut, for those seen before: the same run is always cut alike."""


def _cut(chunk: str, following: str) -> Pieces:
    """The tokens of a run without white space, with their offsets in it."""
    if chunk[-1] == "." and chunk[:-1].lower() in abbreviations.NUMBERED:
        # `No. 5`, but `He said no.`: the only runs whose cut depends on what follows are never kept.
        return ((chunk, 0, len(chunk)),) if following.isdigit() else _within(chunk)
    if len(_kept) >= _KEPT_AT_MOST:
        _kept.clear()
    pieces = _kept[chunk] = _within(chunk)
    return pieces


def _within(chunk: str) -> Pieces:
    if chunk.isalpha() and chunk.lower() not in _FUSED:
        return ((chunk, 0, len(chunk)),)
    word, last = chunk[:-1], len(chunk) - 1
    if chunk[-1] in ".,;:?!”)" and last > 1 and word.isalpha() and word.lower() not in _SPECIAL:
        return (word, 0, last), (chunk[-1], last, last + 1)
    tokens = []
    for match in _WITHIN.finditer(chunk):
        start, end = match.span()
        tokens += _unfused(match.group(), start, end)
    return tuple(_mended(tokens))


def _unfused(word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    cut = _FUSED.get(word.lower())
    if cut is None:
        return [(word, start, end)]
    return [(word[:cut], start, start + cut), (word[cut:], start + cut, end)]


def _mended(tokens: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The tokens, where an abbreviation that is a common word in lower case gives its stop back."""
    for text, start, end in tokens:
        word = text[:-1]
        if text.endswith(".") and word.islower() and word in abbreviations.AMBIGUOUS_WORDS:
            yield word, start, end - 1
            yield ".", end - 1, end
        else:
            yield text, start, end


def _blocks(words: str, paragraph: Span) -> Iterator[Span]:
    """The stretches of a paragraph that no sentence crosses: list items, lines cut short on purpose."""
    start = paragraph.start
    if words.find("\n", paragraph.start, paragraph.end) < 0:
        yield paragraph
        return
    widest = max(len(line) for line in words[paragraph.start : paragraph.end].split("\n"))
    for newline in _BREAK.finditer(words, paragraph.start, paragraph.end):
        if newline["sure"] or _ended_early(words, newline.start(), newline.end(), widest):
            yield Span(start, newline.start())
            start = newline.end()
    yield Span(start, paragraph.end)


def _ended_early(words: str, end: int, following: int, widest: int) -> bool:
    """Whether a line ends before the margin and the next begins afresh, so that it is no soft wrap."""
    line = words[words.rfind("\n", 0, end) + 1 : end].rstrip()
    after = words[following : following + 1]
    return len(line) < _WRAPPED * widest and (after.isupper() or after.isdigit() or after in "“\"'")


def _ends(tokens: Sequence[Token], *, cased: bool) -> Iterator[int]:
    """After which tokens a sentence ends."""
    for i in [i for i, token in enumerate(tokens) if token.text[-1] in ".?!…。"]:
        token = tokens[i]
        end = _closed(tokens, i + 1) if token.text in _STOPS or token.text[-1] in "?!" else i + 1
        if end < len(tokens) and _ends_at(tokens, i, end, cased=cased):
            yield end
    if tokens:
        yield len(tokens)


def _closed(tokens: Sequence[Token], i: int) -> int:
    """Past the quotes and brackets that close directly after a stop."""
    while i < len(tokens) and tokens[i].text in _CLOSING and tokens[i].start == tokens[i - 1].end:
        i += 1
    return i


def _space_lost(before: str, after: str) -> bool:
    """Whether two words around a stop look like the end and the beginning of sentences: `shot.He`."""
    return (
        len(before) > 2
        and before.isalpha()
        and before.islower()
        and after[0].isupper()
        and after[1:].islower()
    )


def _ends_at(tokens: Sequence[Token], stop: int, end: int, *, cased: bool) -> bool:
    """Whether the stop (a mark, or an abbreviation with one) ends a sentence before token `end`."""
    mark, after = tokens[stop].text, tokens[end]
    if after.start == tokens[end - 1].end:
        return mark == "." and stop > 0 and _space_lost(tokens[stop - 1].text, after.text)
    if stop == 1 and mark == "." and tokens[0].text.isdigit():
        return False
    small = after.text[0].islower()
    if mark not in _STOPS and mark[-1] == ".":
        known = mark[:-1].lower()
        return known in abbreviations.ENDING and not small and after.text.lower() in abbreviations.BEGINNERS
    if mark in _ELLIPSES:
        return not small and cased
    closed = end > stop + 1
    if small and mark != "." and tokens[end - 1].text in ")]":
        return False
    return not (small and (closed or mark != ".") and cased)
