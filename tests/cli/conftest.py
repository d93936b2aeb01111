import pytest
from typer.testing import CliRunner

from holdfire.cli.app import app
from holdfire.workflows import readers
from holdfire.workflows.own.folder import VARIABLE
from tests import stories


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder for what is a user's own, so that no test reads with what a developer keeps."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))


@pytest.fixture
def holdfire(monkeypatch):
    """Run the command line over the reading made by hand."""
    monkeypatch.setattr(readers, "english_reader", lambda *_own: stories.reading_of)
    return lambda *arguments, given=None: CliRunner().invoke(
        app, [str(each) for each in arguments], input=given
    )


@pytest.fixture
def story(tmp_path):
    """The story as a file."""
    path = tmp_path / "story.txt"
    path.write_text(stories.WORDS, encoding="utf-8")
    return path
