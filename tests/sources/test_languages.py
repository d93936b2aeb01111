"""Languages: English is never called unknown or foreign, and what we cannot read is named."""

import pytest

from holdfire.errors import LanguageError
from holdfire.model.report import Report
from holdfire.sources.languages import language_of, require_readable

ENGLISH = [
    "Guards fired.",
    "Two men were shot dead near the border on Friday.",
    "guards fired at two men near the river, residents said",
    "SOLDIERS OPEN FIRE AT BORDER CROSSING",
    "Kim Jong Un, Ri Pyong Chol and Pak Jong Chon attended, KCNA said.",
    "In Hoeryong, Musan, Onsong, Saebyol, Kyongwon, Sinuiju, Hyesan and Samjiyon.",
    "Teen shot in Los Angeles",
    "José Muñoz and François Müller of the Fédération de Genève said so.",
    "4 Shot, 1 Killed in Stockton Park",
    "Order: stop.",
]
FOREIGN = [
    ("ko", "국경경비대"),
    ("ko", "북한 국경경비대 25여단에 사격 지시가 내려졌다고 Daily NK 소식통이 전했다."),
    ("ja", "国境警備隊は発砲を命じられた。"),
    ("zh", "边防部队接到命令"),
    ("ru", "Пограничникам приказано не стрелять на поражение, сообщил источник."),
    ("uk", "Прикордонникам наказано не стріляти на ураження."),
    ("ar", "أمر الجيش حرس الحدود بعدم إطلاق النار"),
    ("es", "El ejército ordenó a las tropas no disparar contra las personas que cruzan."),
    ("fr", "L'armée a ordonné aux gardes de ne pas tirer sur les personnes."),
    ("de", "Die Armee hat den Grenzsoldaten befohlen, nicht zu schießen."),
    ("pt", "O exército ordenou às tropas que não disparassem contra as pessoas."),
    ("it", "L'esercito ha ordinato alle guardie di non sparare sulle persone."),
    ("nl", "Het leger beval de grenswachten niet op mensen te schieten."),
    ("tr", "Ordu sınır muhafızlarına bir emir verdi ve bu emir göre ateş yok."),
    ("vi", "Quân đội ra lệnh cho lính biên phòng không được bắn người dân."),
    ("he", "הצבא הורה לחיילים לא לירות"),
    ("th", "กองทัพสั่งทหารชายแดนไม่ให้ยิง"),
]


@pytest.mark.parametrize("words", ENGLISH)
def test_english_is_english(words):
    assert language_of(words) == "en"


@pytest.mark.parametrize(("code", "words"), FOREIGN)
def test_other_languages(code, words):
    assert language_of(words) == code


@pytest.mark.parametrize("words", ["", "2014", "7 p.m.", "-- 41.24, -76.91 --"])
def test_nothing_settles_it(words):
    assert language_of(words) == "und"


@pytest.mark.parametrize(("code", "words"), FOREIGN)
def test_a_language_that_cannot_be_read_is_named(code, words):
    report = Report(id="", words=words, raw_sha256="", language=code)
    with pytest.raises(LanguageError, match=r"seems to be in .*English only") as caught:
        require_readable(report)
    assert "translation" in caught.value.remedy


@pytest.mark.parametrize("words", [*ENGLISH, "2014"])
def test_english_and_the_undecided_are_let_pass(words):
    require_readable(Report(id="", words=words, raw_sha256=""))
