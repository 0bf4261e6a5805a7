"""`timeline`: the group of commands. Importing this costs little: a command's own file is imported when it runs."""

from __future__ import annotations

import gc
import sys
from functools import partial
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from timeline.cli.command import EXAMPLES, epilog, group
from timeline.cli.ending import exit_code, leave, open_streams
from timeline.cli.table import COMMANDS
from timeline.cli.typed.options import CONTEXT


class LazyGroup(TyperGroup):
    """Knows every command by name, one line and panel; finds the command itself only when it is called."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for name, entry in COMMANDS.items():
            self.add_command(TyperCommand(name, short_help=entry.summary, rich_help_panel=entry.panel))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name) if name in COMMANDS else command, rest

    def main(self, *args: Any, **extra: Any) -> Any:
        run = partial(super().main, *args, **{**extra, "standalone_mode": False})
        return sys.exit(exit_code(run)) if extra.get("standalone_mode", True) else run()


def load(name: str) -> Any:
    """The real command behind a name of the table: one command, or a group for those that are a `typer.Typer`."""
    entry = COMMANDS[name]
    module, attribute = entry.target.split(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        single = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
        single.command(name, epilog=getattr(found, EXAMPLES), context_settings=CONTEXT)(found)
        found = single
    command = typer.main.get_command(found)
    command.name, command.short_help = name, entry.summary
    for shown in (command, *getattr(command, "commands", {}).values()):
        shown.help = _flowing(shown.help or "")
    return command


def _flowing(text: str) -> str:
    """Each paragraph on one line, so that the terminal alone decides where lines end."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


_EPILOG: Final = epilog(
    [
        "timeline ingest article.txt --published 2025-10-17",
        "timeline upcoming",
        "timeline show EVENT -f story.yaml    every command takes -f, --today, --as-of, -O and more: see its --help",
    ]
)

app = typer.Typer(
    cls=LazyGroup,
    name="timeline",
    context_settings=CONTEXT,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def _print_version(asked: bool) -> None:
    if asked:
        from timeline import __version__

        typer.echo(f"timeline {__version__}")
        raise typer.Exit


@app.callback(epilog=_EPILOG)
@group
def timeline(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who said what would happen, when, and did it? Reads articles, keeps their claims, shows what is coming up."""


_OBJECTS_BETWEEN_COLLECTIONS: Final = 500_000
"""A question makes a million objects, nearly none of them in cycles, and ends: looking for cycles took a third of it."""


def main() -> None:
    """The console script."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    open_streams()
    try:
        app(prog_name="timeline")
    except SystemExit as end:
        leave(end.code)
