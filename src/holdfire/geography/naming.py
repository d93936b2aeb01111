"""Place names as keys: spellings that differ only in case, accents or punctuation share one key."""

import unicodedata

SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_MARKS = str.maketrans(
    {"-": " ", "–": " ", "/": " ", ".": None, "'": None, "’": None, "‘": None, "`": None, "ʼ": None}
)
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)


def fold(name: str) -> str:
    """The key of a name: lower case, no accents, apostrophes or full stops, hyphens as spaces.

    "St. Petersburg" and "Saint Petersburg" share a key, and so do "Ji'an" and "Jian".
    """
    plain = name.lower()
    if plain.isascii() and plain.isalpha():
        return SHORT.get(plain, plain)
    if not plain.isascii():
        small = unicodedata.normalize("NFKD", plain).lower()
        parts = unicodedata.normalize("NFKD", small.translate(_LETTERS))
        plain = "".join(c for c in parts if not unicodedata.combining(c))
        plain = unicodedata.normalize("NFC", plain)
    words = plain.translate(_MARKS).split()
    return " ".join([SHORT.get(w, w) for w in words])
