import pytest

from docs.scripts import cli_reference, rules


@pytest.mark.parametrize("script", [cli_reference, rules])
def test_what_the_docs_take_from_the_program_is_up_to_date(script):
    assert script.PAGE.read_text(encoding="utf-8") == script.reference(), "run `make docs`"
