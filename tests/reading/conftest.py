"""Whole reports, read as a person would have them read."""

import pytest

from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader


@pytest.fixture(scope="module")
def record():
    read = english_reader()

    def of(words: str, published: str = "2022-06-20") -> Record:
        return read(Report(id="r", words=words, raw_sha256="r", published=published)).record

    return of


@pytest.fixture(scope="module")
def incidents(record):
    return lambda *given: record(*given).incidents
