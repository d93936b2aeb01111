"""Who says so, as the record tells it: chains, quotations over sentences, voices that point back."""

import hashlib

import pytest

from holdfire.model.incident import ReportedIncident
from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader

READ = english_reader()


def incidents(words: str) -> tuple[ReportedIncident, ...]:
    digest = hashlib.sha256(words.encode()).hexdigest()
    report = Report(id=digest, words=words, raw_sha256=digest, published="2022-05-25", language="en")
    return READ(report).record.incidents


def voices(incident: ReportedIncident) -> list[str]:
    return [voice.value.speaker for voice in incident.attribution]


def told(words: str) -> list[list[str]]:
    """For each incident the names of its chain of voices, narration as ""."""
    return [voices(incident) for incident in incidents(words)]


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("Guards shot two men at the river.", [""]),
        ("Guards shot two men at the river, a resident said.", ["resident"]),
        ("A resident told Daily NK that guards had shot two men.", ["Daily NK", "resident"]),
        ("The newspaper reported that the army said its guards had shot two men.", ["newspaper", "army"]),
        ("A commander was quoted by KCNA as saying that guards had shot two men.", ["KCNA", "commander"]),
        ("“They ran. The guards shot two men,” said a villager.", ["villager"]),
        ("“They ran,” said a villager. “The guards shot two men.”", ["villager"]),
        ("The commander said:\n\n“Our guards shot two men.”", ["commander"]),
        ("Guards shot two men, the State Security Service (SSS) said.", ["State Security Service"]),
        ("Guards shot two men, according to the press service.", ["press service"]),
        ("Omed, 22, said guards had shot two men.", ["Omed"]),
        ("Interviewed at the camp, three women said masked men had beaten two men.", ["three women"]),
        ("Narin, a teacher from Duhok, said guards shot two men.", ["Narin"]),
        ("The Mission saw a soldier shoot two men.", ["Mission"]),
        ("The Mission heard bursts of fire near Hoeryong.", ["Mission"]),
        ("Guards shot two men. Nobody was killed, the mayor said.", ["mayor"]),
        ("Guards shot two men. This was reported by the mayor.", ["mayor"]),
        ("“They ran.\n\n“The guards shot two men,” said a villager.", ["villager"]),
    ],
)
def test_the_chain_of_voices_runs_from_the_outlet_inwards(words, chain):
    assert told(words)[0] == chain


SHOT = "guards shot two men"
LINKS = {
    f"A monitor said {SHOT}. The guards denied it.": [("monitor", "says"), ("guards", "denies")],
    f"A source told Daily NK that {SHOT}.": [("Daily NK", "says"), ("source", "told")],
    f"Officials said a witness had told them that {SHOT}.": [("Officials", "says"), ("witness", "told")],
    "Guards shot two men, a lawmaker said, according to Reuters.": [
        ("Reuters", "says"),
        ("lawmaker", "told"),
    ],
    f"According to the Yonhap news agency, a lawmaker said that {SHOT}.": [
        ("Yonhap news agency", "says"),
        ("lawmaker", "told"),
    ],
    f"A lawmaker said that, according to Reuters, {SHOT}.": [("lawmaker", "says"), ("Reuters", "told")],
    "Guards shot two men, Reuters reported, quoting a lawmaker.": [("Reuters", "says"), ("lawmaker", "told")],
    f"Reuters, citing two officials, said {SHOT}.": [("Reuters", "says"), ("two officials", "told")],
    f"Quoting unnamed officials, the newspaper reported that {SHOT}.": [
        ("newspaper", "says"),
        ("unnamed officials", "told"),
    ],
    f"The paper cited a local official as saying that {SHOT}.": [
        ("paper", "says"),
        ("local official", "told"),
    ],
    "“Guards shot two men,” a source in the province, who asked not to be named, told RFA.": [
        ("RFA", "says"),
        ("source in the province", "told"),
    ],
}


@pytest.mark.parametrize(("words", "links"), LINKS.items(), ids=str)
def test_a_voice_says_so_told_one_before_it_or_denies_it(words, links):
    found = incidents(words)[0].attribution
    assert [(voice.value.speaker, voice.value.link) for voice in found] == links


def test_who_says_so_in_another_sentence_told_nobody_before_it():
    words = "Guards shot two men on Friday, an officer said. Guards shot them at a bridge, a villager said."
    (incident,) = incidents(words)
    assert [v.value.link for v in incident.attribution] == ["says", "says"]


def test_the_source_is_the_source_named_before():
    words = (
        "A source in Ryanggang Province told Daily NK on the 21st that nobody sleeps.\n\n"
        "Guards shot a trader on Monday, the source said."
    )
    incident = incidents(words)[0]
    voice = incident.attribution[0]
    assert voice.value.speaker == "source in Ryanggang Province"
    assert voice.value.told_on == "2022-05-21"
    assert voice.basis == "resolved"
    assert voice.quote == "A source in Ryanggang Province"
    assert [piece.quote for piece in voice.more] == ["the source"]


def test_a_pronoun_is_who_spoke_before_and_can_be_meant():
    words = "The ministry said nobody crossed. A villager said it was dark. Guards shot two men, he said."
    assert told(words)[0] == ["villager"]
    words = "A villager said it was dark. The ministry said nobody crossed. Guards shot two men, it said."
    assert told(words)[0] == ["ministry"]


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        ("The embassy gave another account. Guards shot two men at dawn, it said.", "embassy"),
        ("Neighbours ran to the field. Guards shot two men, one of them said.", "Neighbours"),
        ("The ministry met. A villager saw it all. Guards shot two men, she said.", "villager"),
    ],
)
def test_a_speaker_may_point_back_to_who_was_spoken_of(words, voice):
    assert told(words)[0] == [voice]


def test_a_day_of_the_deed_is_not_the_day_of_telling():
    words = "The shooting was on May 2, a witness said. One man died. Guards shot him at the river."
    assert {v.value.told_on for i in incidents(words) for v in i.attribution} == {None}


def test_a_source_may_tell_of_the_sentence_before():
    words = "Guards shot two men at the river.\n\nA source in Ryanggang told Daily NK about it on May 20."
    assert told(words)[0] == ["Daily NK", "source in Ryanggang"]
    assert incidents(words)[0].attribution[1].value.told_on == "2022-05-20"


def test_a_transcript_names_its_speakers_before_a_colon():
    words = "Minister: It was dark. Guards shot two men.\n\nDeputy: Soldiers killed a farmer in May."
    assert told(words) == [["Minister"], ["Deputy"]]


def test_a_paragraph_keeps_its_voice_and_says_that_this_is_inferred():
    words = "The mission said it was dark. Guards then shot two men.\n\nSoldiers killed a farmer."
    first, second = incidents(words)
    assert (first.attribution[0].value.speaker, first.attribution[0].basis) == ("mission", "inferred")
    assert second.attribution[0].value.kind == "narration"


@pytest.mark.parametrize(
    "words",
    [
        "The ministry denied that its guards had shot two men.",
        "The ministry denied shooting two men.",
        "A rights group said guards shot two men. The ministry denied it.",
        "The ministry rejected the claim that its guards had shot two men.",
    ],
)
def test_what_is_denied_keeps_who_denies_it(words):
    incident = incidents(words)[0]
    assert incident.status == "denied"
    assert "ministry" in voices(incident)


@pytest.mark.parametrize(
    "words",
    [
        "Guards reportedly shot two men.",
        "Guards are accused of shooting two men.",
        "Residents claimed that guards had shot two men.",
    ],
)
def test_what_others_only_say_is_alleged(words):
    assert incidents(words)[0].status == "alleged"
