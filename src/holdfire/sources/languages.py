"""Which language words are in, and whether Holdfire can read it."""

import importlib

from holdfire.errors import LanguageError
from holdfire.model.report import Report

READABLE = ("en",)
UNKNOWN = "und"
ENOUGH = 2000  # code points that settle it
NAMES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "my": "Burmese", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Function words that no other language in Latin letters shares in such numbers.
_ENGLISH = _words(
    "the and of to was were with that this from for by at has have had not who which they their he she it is"
    " are been be will would said says after before when there but about into near on as an"
)
# Weaker signs, asked only where nothing speaks for another language.
_LIKE_ENGLISH = _words(
    "in a i his her our its over out up off new two three four more man men woman women people police shot"
    " killed dead troops soldiers guards border army order child boy girl arrest"
)
_LIKE_ENGLISH_ENDS = ("ing", "ed", "'s", "’s", "s'", "s’")
_LATIN = {
    "es": _words("el los las del que por con una para se su fue más según no al"),
    "fr": _words("le les des du est une dans pour que qui aux au été sur pas par ont et ne"),
    "de": _words("der die das und nicht ist den dem von mit auf zu ein eine hat bei nach wurde sich"),
    "nl": _words("het een van niet de en op te zijn voor met werd naar dat"),
    "pt": _words("os as da do das dos não que uma para com em às aos foi ao se por"),
    "it": _words("il di che per non della del alle gli una sono dei ha nel con sulle dal"),
    "pl": _words("nie się do że na jest przez oraz został by od po"),
    "tr": _words("ve bir için ile bu olarak göre dedi olan da de"),
    "id": _words("yang dan untuk dari dengan tidak pada ini itu akan oleh di"),
    "vi": _words("của và không được cho người các những đã là một trong"),
}
_EDGES = ".,;:!?\"'()[]“”‘’«»…-–—"
# Scripts of one language: first and last code point, and how many letters one of them settles.
_SCRIPTS = (
    ("ko", "가", "힣", 3),
    ("ja", "ぁ", "ヿ", 5),
    ("zh", "㐀", "鿿", 3),
    ("th", "\u0e00", "\u0e7f", 3),
    ("my", "\u1000", "\u109f", 3),
    ("he", "\u0590", "\u05ff", 3),
)
_SHARED = (("ru", "\u0400", "\u04ff"), ("ar", "\u0600", "\u06ff"), ("hi", "\u0900", "\u0dff"))


def language_of(words: str) -> str:
    """The ISO 639-1 code of the words' language, or "und" where nothing settles it."""
    sample = words[:ENOUGH]
    return (None if sample.isascii() else _by_script(sample)) or _latin(sample)


def is_readable(language: str | None) -> bool:
    """Whether reports in a language are read; where it is not known, it is tried."""
    return language in (*READABLE, UNKNOWN, None)


def require_readable(report: Report) -> None:
    """LanguageError where the report is in a language that Holdfire has no reader for.

    Words too few to tell are let pass: they are read as English.
    """
    language = report.language or language_of(report.words)
    if is_readable(language):
        return
    raise LanguageError(
        f"this report seems to be in {NAMES.get(language, f'a language with the code {language!r}')};"
        " Holdfire reads English only so far",
        remedy="give an English translation of it",
    )


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    wide = [char for char in sample if char > "\u03ff"]
    for code, first, last, settles in _SCRIPTS:
        if sum(1 for char in wide if first <= char <= last) * settles > letters:
            return code
    for likely, first, last in _SHARED:
        if sum(1 for char in wide if first <= char <= last) * 3 > letters:
            return _cyrillic(sample) or _detected(sample) or likely
    return None


def _cyrillic(sample: str) -> str | None:
    letters = set(sample.lower())
    return "uk" if letters & set("іїєґ") else "ru" if letters & set("ыэъё") else None


def _latin(sample: str) -> str:
    tokens = [token.strip(_EDGES) for token in sample.lower().split()]
    english = sum(1 for token in tokens if token in _ENGLISH)
    if english >= 2 and english * 8 >= len(tokens):
        return "en"
    code = max(_LATIN, key=lambda code: len(_LATIN[code].intersection(tokens)))
    cues = len(_LATIN[code].intersection(tokens))
    if cues >= 2 and cues > english:
        return code
    if english == 0 and (len(tokens) >= 20 or _marked(sample)):
        return _detected(sample) or UNKNOWN
    return "en" if english or _like_english(tokens) > cues else UNKNOWN


def _like_english(tokens: list[str]) -> int:
    return sum(1 for token in tokens if token in _LIKE_ENGLISH or token.endswith(_LIKE_ENGLISH_ENDS))


def _marked(sample: str) -> bool:
    """Whether letters with marks are too many for names in an English line."""
    letters = sum(map(str.isalpha, sample))
    return sum(1 for char in sample if char > "\x7f" and char.isalpha()) * 20 > letters


def _detected(sample: str) -> str | None:
    # English is told by its function words above; the detector is loaded only for what they leave open.
    code, _ = importlib.import_module("resiliparse.parse.lang").detect_fast(sample)
    return None if code == "unknown" else str(code)
