"""Who “he”, “they” and “it” are that did something: subjects named shortly before."""

import pytest

MEANT = {
    "Soldiers came at dawn on Friday. They shot two men.": ["Soldiers"],
    "A soldier walked to the gate on Friday. He shot two men.": ["soldier"],
    "Guards fled after they shot two men on Friday.": ["Guards"],
    "A policeman was dismissed after he beat a boy on Friday.": ["policeman"],
    "A BSF jawan was suspended after he shot a smuggler on Friday.": ["BSF jawan"],
    "The soldier said that he shot a smuggler on Friday.": ["soldier"],
    "A villager said that soldiers surrounded the hamlet. They shot two men, he said.": ["soldiers"],
    "Soldiers came at dawn on Friday. “They shot two men,” a villager said.": ["Soldiers"],
    "A soldier and a policeman stood at the gate. On Friday they shot two men.": ["soldier", "policeman"],
}


@pytest.mark.parametrize(("words", "actors"), MEANT.items(), ids=str)
def test_a_pronoun_that_acts_is_the_subject_before_it(incidents, words, actors):
    (incident,) = incidents(words)
    assert [a.value.name for a in incident.actor] == actors
    assert incident.actor[0].basis == "resolved"


def test_a_story_told_again_with_its_warning_is_one_incident(record):
    words = (
        "Border guards shot a man dead near Musan at about 11 p.m. on Sept. 14, a source in the province told"
        " Daily NK on Sept. 17. The man was in his 30s, the source said. Late that night the guards noticed a"
        " dark shape. They first fired three blank rounds. When it moved on, they took aim and fired."
    )
    (incident,) = record(words, "2020-09-18").incidents
    assert (incident.act.value, incident.date.value[:10]) == ("kill", "2020-09-14")


NOBODY = (
    "Residents said they fired at the crowd on Friday.",
    "Fishermen were on the lake. “They shot two of us,” a survivor said on Friday.",
    "A soldier walked to the gate. They shot two men on Friday.",
)


@pytest.mark.parametrize("words", NOBODY, ids=str)
def test_who_only_tells_or_does_not_agree_did_not_do_it(incidents, words):
    assert [a.value.name for i in incidents(words) for a in i.actor] == []
