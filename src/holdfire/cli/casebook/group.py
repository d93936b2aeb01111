"""Commands of one word on a casebook: says in which order they stand where the casebook was named first."""

from pathlib import Path
from typing import Any

from typer.core import TyperGroup


class CasebookGroup(TyperGroup):
    """A group whose commands take a casebook, behind their own names: `holdfire judge reject BOOK …`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - the types are typer's own
        """The command that is named; ends with the order of words where a casebook stands in its place."""
        first, *rest = args
        if self.get_command(ctx, first) is None and (Path(first).exists() or "://" in first):
            command = next((word for word in rest if word in self.commands), "COMMAND")
            book = "BOOK" if "://" in first else first
            ctx.fail(f"The casebook stands behind the command: {ctx.command_path} {command} {book} …")
        return super().resolve_command(ctx, args)
