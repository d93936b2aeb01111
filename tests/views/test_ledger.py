from holdfire.model.record import Record
from holdfire.views.ledger import ledger
from holdfire.views.values import values_of
from tests import stories

PAGE = ledger(stories.record())
SECTIONS = {section.name: section for section in PAGE.sections}
ORDER = SECTIONS["orders"].cards[0]


def _entries(card):
    yield from filter(None, (card.name,))
    for line in (card.left, card.right, *card.lines):
        yield from line.entries if line else ()
    for clause in card.clauses:
        yield from filter(None, (clause.cue, clause.act, clause.means, clause.target))
        yield from (limit for _, limit in clause.limits)


def test_the_heading_names_the_report():
    assert PAGE.title == "Guards on the Tumen told to use flares, not bullets"
    assert PAGE.facts == ("Tumen Courier", "published 26 January 2022")


def test_an_order_reads_who_to_whom():
    assert ORDER.left
    assert ORDER.right
    assert [entry.said for entry in ORDER.left.entries] == ["the government"]
    assert ORDER.right.label == "to whom"


def test_clauses_say_must_or_must_not_and_when():
    assert [clause.must for clause in ORDER.clauses] == ["must not", "must", "must", "must"]
    limits = [[(word, limit.said) for word, limit in clause.limits] for clause in ORDER.clauses]
    assert limits[2] == [("", "When they have no choice but to use weapons")]
    assert limits[3] == [("when", "refuse to comply")]


def test_an_open_slot_has_no_line():
    assert "in force to" not in {line.label for line in ORDER.lines}


def test_a_resolved_value_says_from_what():
    line = next(line for line in ORDER.lines if line.label == "in force from")
    assert (line.entries[0].said, line.entries[0].note) == (
        "18 January 2022",
        "resolved: published 2022-01-26",
    )


def test_every_value_of_the_record_is_in_the_ledger_with_its_words():
    shown = {
        entry.value: entry for section in PAGE.sections for card in section.cards for entry in _entries(card)
    }
    for value in values_of(stories.record()):
        if value.slot != "evidence":
            assert shown[value.path].words[0].quote == value.grounded.quote


def test_a_record_that_says_nothing_has_an_empty_ledger():
    base = stories.record()
    assert ledger(Record(base.report, base.reader)).is_empty
