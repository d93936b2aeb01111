"""The text stage: paragraphs are the report's own, the rest is set aside with its reason, nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.model.report import Report
from holdfire.model.text import Text
from holdfire.reading.text import RULES, clean


def text_of(words: str) -> Text:
    return clean(Report(id="", words=words, raw_sha256=""))


def kept(words: str) -> list[str]:
    return [span.of(words) for span in text_of(words).paragraphs]


def left_out(words: str) -> list[tuple[str, str]]:
    return [(piece.reason, piece.quote) for piece in text_of(words).left_out]


STORY = """By JANE DOE

SEOUL, South Korea — Guards were told to use flares instead of live ammunition.

A source in the province said so on Tuesday.

soldier border river winter guard post rifle
A guard post in Pungso County. This photo was taken in February 2019. / Image: The Watch

“They must not shoot,” the source said.

Please direct any comments or questions about this article to desk@example.net.
Read in Korean
"""


def test_a_story_keeps_its_own_words():
    assert kept(STORY) == [
        "Guards were told to use flares instead of live ammunition.",
        "A source in the province said so on Tuesday.",
        "“They must not shoot,” the source said.",
    ]


def test_a_story_sets_the_rest_aside_with_reasons():
    assert left_out(STORY) == [
        ("byline", "By JANE DOE"),
        ("dateline", "SEOUL, South Korea —"),
        ("tags", "soldier border river winter guard post rifle"),
        (
            "caption",
            "A guard post in Pungso County. This photo was taken in February 2019. / Image: The Watch",
        ),
        ("contact", "Please direct any comments or questions about this article to desk@example.net."),
        ("navigation", "Read in Korean"),
    ]


def test_captions_are_spans_of_pictures():
    text = text_of(STORY)
    assert [span.of(STORY)[:12] for span in text.captions] == ["A guard post"]


def test_every_piece_names_its_rule():
    names = {rule.name for rule in RULES}
    assert all(piece.rule in names for piece in text_of(STORY).left_out)


@pytest.mark.parametrize(
    "sentence",
    [
        "A photograph seen by the outlet shows parts of the order.",
        "The photo was posted on Twitter by a guard, who said he had contacted the police.",
        "Anyone with information is asked to contact the police at tips@police.example.",
        "“Read in full, the order is lawful,” he said.",
        "The guards shared the food, the source said.",
        "By Monday the guards had left the post.",
        "NOTICE — Do not do anything that interferes with the blockade.",
        "- Citizens shall on no account go into the zone.",
        "1. A buffer zone is set up 1-2 km from the border.",
        "Follow the order or be shot, the captain told them.",
        "Reuters could not verify the video independently.",
        "The general (photo below) denied the report.",
        "According to the AP, two men died.",
        "Updated orders were published on Jan. 17 and took effect on Jan. 18.",
        "Copyright was not the issue; the shooting was.",
        "12:31 Guards fire at the boat.",
        "Posted soldiers fled",
        "THE GENERAL: I gave no such order.",
    ],
)
def test_sentences_of_a_report_are_kept(sentence):
    before = "The guards were told so."
    assert kept(f"{before}\n\n{sentence}\n\n{before}") == [before, sentence, before]


def test_a_title_before_its_posting_time_is_kept():
    posted = "Posted: Tuesday, January 28, 2014 8:18 PM EST Updated: Wednesday, January 29, 2014"
    words = f"Two dead at the border {posted}"
    assert kept(words) == ["Two dead at the border"]


def test_lower_case_texts_have_no_tags():
    words = "guerrillas ambushed army patrols burning five trucks\n\nthe army denied it"
    assert left_out(words) == []


def test_single_lines_are_paragraphs():
    words = "Guards fired at two men near the river, and one of them died.\nThe other fled.\nNobody spoke."
    assert len(kept(words)) == 3


WRAPPED = """Guards at the border were told on Monday to fire flares instead of live
ammunition, a source in the province said. The order took effect on the
next day.
   The source said that commanders had read it out at a meeting, and that
nobody had asked a question."""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_joined_and_indents_begin_paragraphs(newline):
    paragraphs = kept(WRAPPED.replace("\n", newline))
    assert len(paragraphs) == 2
    assert paragraphs[0].endswith("next day.")
    assert paragraphs[1].startswith("The source said")


def test_a_sentence_that_runs_over_a_line_end_is_one_paragraph():
    words = "The guards at the river were ordered to fire at anyone who\ncomes near.\n\nThey did."
    assert kept(words)[0].endswith("comes near.")


def test_furniture_beside_wrapped_lines():
    words = "FILE PHOTO: Guards at the river.\n" + WRAPPED
    assert left_out(words) == [("caption", "FILE PHOTO: Guards at the river.")]


@pytest.mark.parametrize("words", ["", " \n\t\r\n ", "\n\n\n"])
def test_nothing_gives_nothing(words):
    assert text_of(words) == Text(words=words, paragraphs=())


PIECES = st.sampled_from(
    [
        *(example.words for rule in RULES for example in rule.examples),
        *(words for rule in RULES for words in rule.counterexamples),
        "İstanbul'da",
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        " ",
        "\t",
        "— ",
    ]
)


def check_laws(words: str) -> None:
    text = text_of(words)
    assert text == text_of(words)
    covered = [0] * len(words)
    for piece in text.left_out:
        assert piece.quote == words[piece.start : piece.end]
        assert piece.quote.strip() == piece.quote != ""
    for span in (*text.paragraphs, *(piece.span for piece in text.left_out)):
        for at in range(span.start, span.end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    assert all(covered[at] for at, char in enumerate(words) if not char.isspace())
    assert list(text.paragraphs) == sorted(text.paragraphs)
    assert list(text.left_out) == sorted(text.left_out, key=lambda piece: piece.start)
    assert set(text.captions) == {piece.span for piece in text.left_out if piece.reason == "caption"}


@given(st.text(max_size=300))
def test_laws_on_any_unicode(words):
    check_laws(words)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_laws_on_furniture(words):
    check_laws(words)


@given(st.lists(PIECES, max_size=8).map("\n\n".join))
def test_laws_on_paragraphs_of_furniture(words):
    check_laws(words)


TOLD = "Guards shot a man at the river. Nobody else was hurt, the army said.\n\n" * 4


def test_what_readers_say_behind_a_report_is_not_its_own():
    words = f"{TOLD}3 Comments\n\nThe curfew should be extended to Yobe.\n\nReplyDelete"
    (left,) = clean(Report(id="r", words=words, raw_sha256="r")).left_out
    assert words[left.start :] == left.quote
    assert (left.rule, left.end) == ("text.navigation.readers", len(words))


def test_a_line_about_comments_above_a_report_takes_nothing_of_it():
    text = clean(Report(id="r", words=f"3 Comments\n\n{TOLD}", raw_sha256="r"))
    assert [piece.quote for piece in text.left_out] == ["3 Comments"]
