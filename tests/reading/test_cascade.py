"""Laws of reading: quotes stand at their offsets, reading again changes nothing, nothing raises."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader

ROOT = Path(__file__).parents[2]
TEXTS = [p.read_text("utf-8") for p in sorted(ROOT.glob("gold/*.txt"))[::4]]
TEXTS += [p.read_text("utf-8") for p in sorted(ROOT.glob("examples/tumen/*.txt"))[::3]]
SENTENCES = sorted({s.strip() + "." for text in TEXTS for s in text.split(".") if 20 < len(s) < 300})
READ = english_reader()


def read(words: str, published: str | None = "2022-01-26"):
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return READ(Report(id=digest, words=words, raw_sha256=digest, published=published, language="en"))


def grounded(value) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "quote" in value and "start" in value:
            yield value
        for inner in value.values():
            yield from grounded(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from grounded(inner)


def misplaced(words: str, record: Record) -> list[dict[str, Any]]:
    return [
        v
        for v in grounded(msgspec.to_builtins(record))
        if v["quote"] is not None and words[v["start"] : v["end"]] != v["quote"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("words", TEXTS, ids=lambda words: words[:30])
def test_every_quote_of_a_real_text_stands_at_its_offsets(words):
    assert misplaced(words, read(words).record) == []


@pytest.mark.slow
def test_most_real_texts_give_values():
    holding = [words for words in TEXTS if list(grounded(msgspec.to_builtins(read(words).record)))]
    assert len(holding) > 0.8 * len(TEXTS)


NOISE = st.text(st.characters(codec="utf-8"), max_size=20)
MIXED = st.lists(st.one_of(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), NOISE), max_size=8)
GLUE = st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", "\u00a0", "”", " — "])


@pytest.mark.slow
@settings(max_examples=60)
@given(pieces=MIXED, glue=GLUE, lower=st.booleans())
def test_any_text_is_read_and_its_quotes_stand(pieces, glue, lower):
    words = glue.join(pieces)
    words = words.lower() if lower else words
    assert misplaced(words, read(words).record) == []


def test_reading_again_changes_nothing():
    words = TEXTS[0] + "\n\n" + TEXTS[-1]
    assert msgspec.json.encode(read(words).record) == msgspec.json.encode(read(words).record)


def test_ids_follow_from_the_content():
    text = "The ministry ordered guards to fire flares.\n"
    one, other = read(text).record, read(text + "\nMore.").record
    assert one.orders[0].id == read(text).record.orders[0].id
    assert one.orders[0].id != other.orders[0].id


def test_without_a_publication_date_a_year_stays_open_and_a_warning_says_so():
    text = "On Jan. 17, the government ordered all guards to use flares from Jan. 18."
    record = read(text, published=None).record
    assert [o.issued.value for o in record.orders if o.issued] == ["XXXX-01-17"]
    assert any(w.kind == "open year" and w.quote == "Jan. 17" for w in record.warnings)
    assert [o.issued.value for o in read(text).record.orders if o.issued] == ["2022-01-17"]
