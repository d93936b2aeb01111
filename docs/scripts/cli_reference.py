# ruff: noqa: ANN401
"""The command line → docs/reference/cli.md, from the commands themselves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from holdfire.cli.app import app

PAGE = Path(__file__).parents[1] / "reference" / "cli.md"
HEAD = """\
# The command line

<!-- Written by `make docs` from the commands; change those, not this. -->

`holdfire COMMAND --help` says the same in the terminal.

| exit status | means |
|---|---|
| 0 | all was read |
| 1 | with `--jsonl`: at least one line could not be read; its error stands in its place |
| 2 | at least one file or row could not be read (the others were), or the command was given wrongly |
| 130 | stopped with Ctrl-C |

Colours are left out where `NO_COLOR` is set and where the output is no terminal. A file named with `--output`
is written whole or not at all.
"""


def reference() -> str:
    """The whole page."""
    root: Any = typer.main.get_command(app)
    sections = (_section(name, command) for name, command in _commands(root, "holdfire"))
    return "\n".join([HEAD, *sections])


def _commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _section(name: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = [name, *(["[OPTIONS]"] if options else []), *(f"{_shown(each)}" for each in arguments)]
    rows = [f"| `{_shown(each)}` | {each.help} |" for each in arguments]
    rows += [f"| {_option(each)} | {_what(each)} |" for each in options]
    table = ["", "| | |", "|---|---|", *rows] if rows else []
    return "\n".join([f"## `{name}`", "", command.help, "", f"    {' '.join(usage)}", *table, ""])


def _shown(argument: Any) -> str:
    return str(argument.metavar)


def _option(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in sorted(option.opts, key=len, reverse=True))
    return f"{names} `{option.metavar}`" if option.metavar else names


def _what(option: Any) -> str:
    default = getattr(option.default, "value", None)
    return f"{option.help} Default: `{default}`." if default else option.help


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
