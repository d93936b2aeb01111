"""How those were on whom force was used: read at their words, of the incident that it befell."""

import pytest

from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader


@pytest.fixture(scope="module")
def told(incidents):
    def of(words: str) -> list[tuple[str, str]]:
        found = incidents(words)
        return [(i.act.value, " ".join(sorted(c.value for c in i.circumstances))) for i in found]

    return of


READ = {
    "Soldiers shot dead an unarmed farmer near the fence.": "unarmed",
    "Border guards shot a smuggler dead on Friday. He was unarmed, his family said.": "unarmed",
    "Guards shot a man dead as he fled.": "fleeing",
    "Police shot and wounded two men while they were trying to escape.": "fleeing",
    "A man who was carrying a rifle was shot dead by a patrol.": "armed",
    "Guards fired on a man who approached the fence, wounding him.": "approaching",
    "Soldiers opened fire on protesters at the crossing, killing two.": "assembly",
    "Soldiers opened fire on peaceful protesters at the crossing, killing two.": "assembly peaceful",
    "Residents had gathered to protest at the crossing. Soldiers opened fire, killing two.": "assembly",
    "A 12-year-old boy was shot dead by a guard.": "child",
    "Two prisoners were beaten by guards while they were handcuffed.": "held",
    "A patrol shot two men dead. Both had put their hands up, a witness said.": "surrendering",
    "Soldiers shot a man dead after he had surrendered.": "surrendering",
    "Two men were shot dead by soldiers. The men had opened fire first, the army said.": "attacking",
    "Police shot a man dead in Batang on Monday. They said that they had fired in self-defence.": "threat",
    "Guards shot the driver dead. The driver posed no threat to anyone, the ombudsman found.": "no_threat",
}


@pytest.mark.parametrize("words", READ)
def test_it_is_read_of_the_incident(told, words):
    assert READ[words] in [codes for _, codes in told(words)]


NOTHING = (
    "Armed guards shot a shepherd dead at the wall.",
    "Guards shot a man dead. Other men fled when they heard the shots.",
    "Guards shot a man dead and fled.",
    "Soldiers killed two traders on Friday. The army denied that the traders were armed.",
    "Soldiers killed two traders on Friday. Armed men are often seen on the trail.",
    "Guards beat a driver on Monday and then took him into custody.",
    "Soldiers killed two traders on Friday. The ministry lodged a protest with the embassy.",
    "Soldiers killed two traders on Friday. If they had been armed, the army would have said so.",
    "A patrol shot two men dead. The soldiers were armed with rifles.",
)


@pytest.mark.parametrize("words", NOTHING)
def test_what_came_later_what_others_did_and_what_is_denied_is_nothing(told, words):
    found = told(words)
    assert found and not any(codes for _, codes in found)


def test_rival_accounts_stand_side_by_side(told):
    words = (
        "A patrol shot two men dead on Monday. The army said that the men had opened fire first. "
        "A farmer said that neither of them was armed."
    )
    assert "attacking unarmed" in [codes for _, codes in told(words)]


def test_who_tells_it_stands_beside_its_words():
    report = Report(
        id="r",
        words="Border guards shot a smuggler dead on Friday. He was unarmed, his family said.",
        raw_sha256="r",
        published="2022-06-20",
    )
    (incident,) = english_reader()(report).record.incidents
    (one,) = incident.circumstances
    assert one.quote == "He was unarmed" and [piece.quote for piece in one.more] == ["his family", "said"]
    assert report.words[one.start : one.end] == one.quote
