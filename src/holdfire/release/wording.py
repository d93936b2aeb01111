"""Text → words that can be compared: small letters, no accents, nothing between them."""

import re
import unicodedata

_SMALL = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in bytes(range(256)).lower())
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words and numbers of a text, in their order."""
    if text.isascii():
        return text.encode("ascii").translate(_SMALL).decode("ascii").split()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return _WORD.findall(unicodedata.normalize("NFC", plain))


def phrase(text: str) -> str:
    """The words of a text with a space between them."""
    return " ".join(words(text))
