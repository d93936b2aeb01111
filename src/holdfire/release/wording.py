"""Text → words that can be compared: small letters, no accents, nothing between them."""

import re
import unicodedata

_SMALL = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in bytes(range(256)).lower())
_WORD = re.compile(r"[^\W_]+")
_OTHER = re.compile(r"[^\x00-\x7f]+")


def words(text: str) -> list[str]:
    """The words and numbers of a text, in their order."""
    plain = text if text.isascii() else _OTHER.sub(_folded, text)
    if plain.isascii():
        return plain.encode("ascii").translate(_SMALL).decode("ascii").split()
    return _WORD.findall(plain.lower())


def _folded(found: re.Match[str]) -> str:
    """Letters beyond ASCII without accents; what is no letter becomes a space."""
    parts = unicodedata.normalize("NFKD", found[0].casefold())
    plain = "".join(c if c.isalnum() else " " for c in parts if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def phrase(text: str) -> str:
    """The words of a text with a space between them."""
    return " ".join(words(text))
