"""The ledger of orders, and the question which of them was in force."""

import pytest

from tests.store.reports import AT, plain


def test_without_orders_the_ledger_says_what_to_do(ada, book):
    with book.change(who="ada", at=AT) as change:
        change.keep([plain("Nothing of the kind.")])
    assert "No orders yet" in ada.get("/ledger").text


def test_orders_are_bars_over_time(ada, told):
    page = ada.get("/ledger").text
    assert "18 January 2022" in page
    assert '<rect class="sure"' in page
    assert '<path class="goes-on"' in page


def test_the_answer_is_a_sentence_with_quotes(ada, told):
    page = ada.get("/ledger", params={"on": "1 March 2022", "at": "Musan"}).text
    assert "One order was" in page
    assert "as far as these reports tell" in page
    answer = page.split('id="answer"')[1].split("</section>")[0]
    assert "<blockquote" in answer
    assert f"/reports/{told}#w" in answer


def test_before_all_orders_none_was_in_force(ada, told):
    assert "No order that these reports tell of was in force" in ada.get("/ledger?on=1999-01-01").text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"on": "soon"}, "not a date"),
        ({"on": "2022-03-01", "at": "Xyzzyville"}, "no place is known"),
        ({"on": "2022-03-01", "at": "999,999"}, "off the globe"),
        ({"on": "2022-03-01", "act": "warnin shot"}, "no act is known"),
    ],
)
def test_a_question_that_cannot_be_answered_keeps_what_was_typed(ada, told, asked, said):
    page = ada.get("/ledger", params=asked).text
    assert said in page.lower()
    for value in asked.values():
        assert f'value="{value}"' in page
