import json
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

import pytest
import typer.main

from holdfire import __version__
from holdfire.cli.app import app


def test_the_version_is_told(holdfire):
    assert holdfire("--version").stdout == f"holdfire {__version__}\n"


def test_the_package_has_the_same_version():
    try:
        assert version("holdfire") == __version__
    except PackageNotFoundError:
        pytest.skip("run from the source folder")


def test_without_arguments_there_is_help(holdfire):
    assert "Commands" in holdfire().output


def test_the_schema_is_json(holdfire):
    assert json.loads(holdfire("schema", "record").stdout)["title"] == "holdfire-record/1"


def test_help_loads_nothing_heavy():
    code = "import sys, holdfire.cli.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"rich", "numpy", "msgspec", "jinja2", "resiliparse"} & set(done.stdout.split())


def test_a_reader_that_goes_away_is_no_error():
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "holdfire", "schema", "record"],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert done.stderr == ""


def test_the_demo_tells_the_story(holdfire):
    done = holdfire("demo")
    assert done.exit_code == 0
    assert "holdfire explain" in done.stdout


@pytest.mark.slow
def test_a_terminal_without_the_letters_gets_question_marks(tmp_path):
    (tmp_path / "a.txt").write_text(
        "On Jan. 17 the army ordered “guards” in 회령 to stop firing.", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "holdfire", "read", str(tmp_path / "a.txt")],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?guards?" in done.stdout


def _helps(command, name="holdfire"):
    yield name, command
    for below, each in getattr(command, "commands", {}).items():
        yield from _helps(each, f"{name} {below}")


@pytest.mark.parametrize(("name", "command"), list(_helps(typer.main.get_command(app))))
def test_help_says_what_a_command_is_for_in_a_line_that_is_not_cut(name, command):
    with command.make_context(name, [], resilient_parsing=True, terminal_width=80) as context:
        assert "..." not in command.get_help(context).partition("Commands:")[2]
