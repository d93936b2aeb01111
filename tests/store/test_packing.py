"""Bytes as a casebook keeps them."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.errors import BookError
from holdfire.store.packing import ZSTD, packed, packed_pieces, unpacked


@given(st.lists(st.binary(max_size=400), max_size=12))
def test_pieces_come_back_as_the_whole_that_they_were(pieces):
    whole, made = b"".join(pieces), packed_pieces(iter(pieces))
    assert (made.size, made.sha256) == (len(whole), hashlib.sha256(whole).hexdigest())
    assert unpacked(ZSTD, made.kept, size=made.size) == whole


@given(st.binary(max_size=2000))
def test_bytes_come_back_as_they_were(raw):
    codec, kept = packed(raw)
    assert unpacked(codec, kept, size=len(raw)) == raw


def test_no_more_comes_back_than_was_promised():
    made = packed_pieces([b"a" * 5000])
    with pytest.raises(BookError, match="damaged"):
        unpacked(ZSTD, made.kept[:-3], size=made.size)
    with pytest.raises(BookError):
        unpacked(ZSTD, made.kept, size=100)
