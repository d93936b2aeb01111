from hypothesis import given
from hypothesis import strategies as st

from holdfire.model.grounded import ground
from holdfire.model.record import Record
from holdfire.model.setting import Expectation
from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.views.annotated import annotate
from holdfire.views.values import spans_of, values_of
from tests import stories

RUNS = [run for block in annotate(stories.record(), stories.reading().text) for run in block.runs]


def _run(words):
    return next(run for run in RUNS if run.words == words)


def test_the_runs_give_back_the_text_at_their_offsets():
    assert "".join(run.words for run in RUNS) == stories.WORDS.replace("\n", "")
    assert all(stories.WORDS[run.start : run.start + len(run.words)] == run.words for run in RUNS)


def test_a_value_stands_on_its_words():
    assert _run("from Jan. 18").values == ("orders.0.effective_from",)
    assert _run("from Jan. 18").kind == "date"


def test_words_shared_by_values_name_the_narrowest_first():
    assert _run("flares").values[:2] == ("orders.0.clauses.1.means", "orders.0.clauses.1.act")


def test_evidence_frames_words_that_hold_no_value():
    assert (_run(" and to ").frame, _run(" and to ").values) == ("order", ())
    assert _run(" and to ").owners == ("orders.0",)
    assert _run(" crossing the frozen river, and ").frame == "incident"


def test_words_outside_every_frame_are_plain():
    plain = next(run for run in RUNS if run.words.startswith("North Korea has told"))
    assert (plain.frame, plain.kind, plain.left_out) == (None, None, None)


def test_what_is_left_out_is_kept_with_its_reason():
    blocks = annotate(stories.record(), stories.reading().text)
    assert [block.left_out for block in blocks if block.left_out] == ["tags", "caption", "navigation"]


def test_every_value_starts_a_run():
    starts = {run.start for run in RUNS}
    assert all(
        span.start in starts for value in values_of(stories.record()) for span in spans_of(value.grounded)
    )


@given(
    st.text(alphabet="ab \n<", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_no_words_are_lost_or_doubled_wherever_values_stand(words, pairs):
    spans = [Span(min(a, b, len(words)), min(max(a, b), len(words))) for a, b in pairs]
    fears = tuple(Expectation(ground("x", words, span, rule="test")) for span in spans)
    base = stories.record()
    record = Record(base.report, base.reader, expectations=fears)
    lines = [line for line in words.split("\n") if line.strip()]
    blocks = annotate(record, Text(words, ()))
    assert ["".join(run.words for run in block.runs) for block in blocks] == lines
