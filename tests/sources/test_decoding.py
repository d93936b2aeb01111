"""Charsets: what was written is what is read, and what cannot be read is named by its offset."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from holdfire.errors import SourceError
from holdfire.sources.bytes_of import byte_offsets, byte_span
from holdfire.sources.decoding import declared_charset, decode

KOREAN = "함경북도 회령시의 국경경비대가 총을 쏘지 말라는 지시를 받았다고 소식통이 화요일 전했다."
CHINESE = "据消息人士周二说,朝鲜边防部队接到命令,不得向越境者开枪。"
TRADITIONAL = "消息人士週二說，邊防部隊接到命令不得開槍。"
JAPANESE = "北朝鮮の国境警備隊に発砲を禁じる命令が出たと消息筋が伝えた。"
RUSSIAN = "Источник сообщил, что пограничникам приказано не стрелять на поражение."
FRENCH = "Le général a ordonné de cesser le feu à la frontière, a-t-il déclaré."
GERMAN = "Die Grenzwächter müssen ab Dienstag Leuchtkugeln benützen, heißt es."
ENGLISH = "The leadership’s order – read out on “Tuesday” – cost the café 500€."
MIXED = "The order (국경경비대 명령) was read out in 회령 on Tuesday, the source said."

WRITTEN = [
    (KOREAN, "cp949"),
    (KOREAN, "euc_kr"),
    ("국경경비대", "cp949"),
    (MIXED, "cp949"),
    (CHINESE, "gb18030"),
    (TRADITIONAL, "big5"),
    (TRADITIONAL, "gb18030"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8_r"),
    ("The word Москва was on the wall near the border, he said.", "cp1251"),
    (FRENCH, "cp1252"),
    (FRENCH, "latin_1"),
    (GERMAN, "cp1252"),
    (ENGLISH, "cp1252"),
    ("The soldier’s gun", "cp1252"),
    ("El ejército ordenó a José Muñoz no disparar.", "cp1252"),
]


@pytest.mark.parametrize(("words", "encoding"), WRITTEN)
def test_legacy_charsets_are_read_right(words, encoding):
    assert decode(words.encode(encoding)).words == words


@pytest.mark.parametrize("words", [KOREAN, CHINESE, JAPANESE, RUSSIAN, FRENCH, ENGLISH, MIXED])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_right_and_loses_only_its_mark(words, encoding):
    decoded = decode(words.encode(encoding))
    assert decoded.words == words
    assert decoded.undecodable == ()


def test_line_endings_and_spaces_stay_as_they_are():
    assert decode(b"One.\r\nTwo.\r\r  Three.\t\n").words == "One.\r\nTwo.\r\r  Three.\t\n"


@pytest.mark.parametrize(
    ("raw", "offsets"),
    [
        (ENGLISH.encode() + b" x\xffy", (len(ENGLISH.encode()) + 2,)),
        (b"Guards fired at \xff\xfe people at the border.", (16, 17)),
        (b"He left the caf\xc3", (15,)),
        (b"\xef\xbb\xbfbad \x81 byte", (7,)),
        (KOREAN.encode("cp949") + b" \xff end", (len(KOREAN.encode("cp949")) + 1,)),
    ],
)
def test_undecodable_bytes_are_shown_and_named(raw, offsets):
    decoded = decode(raw)
    assert decoded.undecodable == offsets
    assert decoded.words.count("\ufffd") == len(offsets)


def test_hopeless_bytes_are_refused_with_the_first_offset():
    with pytest.raises(SourceError, match=r"byte 0x80 at offset 3 .* UTF-8"):
        decode(b"abc" + bytes(range(0x80, 0x100)) * 3)


def test_a_declared_charset_goes_before_a_guess():
    raw = '<html><head><meta charset="windows-1251"></head><body>Приказ</body></html>'.encode("cp1251")
    assert declared_charset(raw) == "windows-1251"
    assert "Приказ" in decode(raw, declared=("windows-1251",)).words


@pytest.mark.parametrize("declared", ["no-such-charset", "base64", "rot13", ""])
def test_a_declared_charset_that_is_none_is_passed_over(declared):
    assert decode(FRENCH.encode("cp1252"), declared=(declared,)).words == FRENCH


def test_a_lie_about_utf8_is_not_believed():
    assert decode(KOREAN.encode("cp949"), declared=("utf-8",)).words == KOREAN


def _check_every_span(raw: bytes) -> None:
    decoded = decode(raw)
    offsets = byte_offsets(raw, decoded.encoding)
    assert len(offsets) == len(decoded.words) + 1
    stateless = not decoded.encoding.startswith("iso2022")
    for at, char in enumerate(decoded.words):
        if stateless:
            assert raw[offsets[at] : offsets[at + 1]].decode(decoded.encoding, "replace") == char


@pytest.mark.parametrize(("words", "encoding"), WRITTEN)
def test_bytes_of_every_code_point_in_legacy_charsets(words, encoding):
    _check_every_span(f"{words}\r\n{words}".encode(encoding))


@given(st.text(min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
@example("\x0000\U00010000", "utf-16")
def test_bytes_of_every_code_point_in_unicode(words, encoding):
    _check_every_span(words.encode(encoding))


@given(st.binary(max_size=40))
@example(b"\xe2\x82")
@example(b"\xf0\x9f\x92A")
def test_bytes_of_every_code_point_with_slips(slip):
    _check_every_span(MIXED.encode() * 6 + slip + " – ende".encode())


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_byte_span_is_the_words_bytes(words, one, other):
    start, end = sorted((min(one, len(words)), min(other, len(words))))
    raw = words.encode()
    first, last = byte_span(raw, "utf-8", start, end)
    assert raw[first:last].decode() == words[start:end] or raw.startswith(b"\xef\xbb\xbf")


@given(st.binary(max_size=400))
def test_decoding_is_total(raw):
    try:
        decoded = decode(raw)
    except SourceError:
        return
    assert decoded.words.count("\ufffd") >= len(decoded.undecodable)
    assert len(byte_offsets(raw, decoded.encoding)) == len(decoded.words) + 1


@pytest.mark.parametrize("before", [0, 150_000, 3_000_000])
def test_a_charset_is_told_by_the_part_that_needs_one(before):
    words = "The guards fired.\n" * (before // 18) + (KOREAN + "\n") * 20_000
    decoded = decode(words.encode("cp949"))
    assert (decoded.encoding, decoded.words == words) == ("cp949", True)


def test_a_long_text_full_of_unreadable_bytes_is_refused_as_soon_as_a_short_one():
    with pytest.raises(SourceError, match="at offset 4"):
        decode(b"abc \xff" * 4_000_000)
