"""Which charset bytes are in that are not UTF-8: three plain tests first, then faust-cchardet.

The detector takes short Korean for Big5 and English with curly quotes for windows-1250; the tests
before it know what English with a few marks, Korean and Japanese look like.
"""

import re

import cchardet

ENOUGH = 200_000  # bytes that settle it
_HIGH = re.compile(rb"[\x80-\xff]")
_NAMES = {"UHC": "cp949", "EUC-KR": "cp949", "GB2312": "gb18030", "GBK": "gb18030", "SHIFT_JIS": "cp932"}
_NAMES |= {"ISO-8859-1": "cp1252", "WINDOWS-1252": "cp1252", "ISO-8859-15": "cp1252", "ISO-8859-9": "cp1254"}

# Signs that bytes are not windows-1252: letters that only Icelandic has, marks inside words, capitals after
# small letters, accents in a row, letters that stand alone.
_LONE = "ßÿÃÂÇÑËÏÜŠŽŸ"
_IMPLAUSIBLE = re.compile(
    rf"[ÐÝÞðýþ]|(?<![^\W\d_])[{_LONE}{_LONE.lower()}](?![^\W\d_])|[a-z][À-ÖØ-Þ]|[À-ÖØ-öø-ÿ]{{3}}|ÿ(?![a-z])"
    r"|[^\W\d_][¡-©«-¶¸¹»-¿×÷][^\W\d_]|[¿¡](?!\w)"
)


def guess(raw: bytes) -> str | None:
    """The name of the Python codec that most likely reads these bytes, None where none does."""
    raw = _telling(raw)
    high = sum(1 for byte in raw if byte > 0x7F)
    likely = _western(raw, high) or _korean(raw) or _japanese(raw)
    # The detector is sure of something even with three bytes to go by; so few are slips, not another charset.
    return likely or (_detected(raw) if high > 3 or high * 10 > len(raw) else None)


def _telling(raw: bytes) -> bytes:
    """Of a long text a part that begins with the first bytes that are not ASCII, in whole lines."""
    if len(raw) <= ENOUGH:
        return raw
    high = _HIGH.search(raw)
    start = raw.rfind(b"\n", 0, high.start() if high else 0) + 1
    return raw[max(start, (high.start() if high else 0) - ENOUGH // 10) :][:ENOUGH]


def _western(raw: bytes, high: int) -> str | None:
    """English or the like, with a few marks and accents that look right."""
    if high * 10 > len(raw):
        return None
    words = raw.decode("cp1252", "replace")
    odd = len(_IMPLAUSIBLE.findall(words)) + words.count("\ufffd")
    return "cp1252" if odd * 5 <= high else None


def _korean(raw: bytes) -> str | None:
    """Nearly all wide letters are Hangul, and Hangul of the common set (lead bytes B0-C8)."""
    words = raw.decode("cp949", "replace")
    wide = [char for char in words if char > "\x7f" and char.isalpha()]
    hangul = [char.encode("cp949") for char in wide if "가" <= char <= "힣"]
    common = sum(1 for lead, trail in hangul if lead >= 0xB0 and trail >= 0xA1)
    return "cp949" if wide and _few_bad(words) and common >= 0.85 * len(wide) else None


def _japanese(raw: bytes) -> str | None:
    """Kana among the wide characters, as no Chinese or Korean text has them."""
    for encoding in ("cp932", "euc_jp"):
        words = raw.decode(encoding, "replace")
        wide = sum(1 for char in words if char > "\x7f")
        kana = sum(1 for char in words if "ぁ" <= char <= "ヿ")
        if wide and _few_bad(words) and kana >= 0.1 * wide:
            return encoding
    return None


def _detected(raw: bytes) -> str | None:
    name = cchardet.detect(raw)["encoding"]
    if not name or name.upper().startswith("UTF-"):
        return None
    codec = _NAMES.get(name.upper(), name.lower())
    try:
        words = raw.decode(codec, "replace")
    except LookupError:
        return None
    return codec if _few_bad(words) and not _controls(words) else None


def _few_bad(words: str) -> bool:
    return words.count("\ufffd") <= max(3, len(words) // 20)


def _controls(words: str) -> bool:
    """Whether the reading holds control characters that no text has."""
    return any((char < "\x20" and char not in "\t\n\r\f\v\x1b") or "\x7f" <= char < "\xa0" for char in words)
