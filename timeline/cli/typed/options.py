"""The options that every command takes, before its name or after it; `timeline.cli.command` gives them to commands."""

from __future__ import annotations

import inspect
from copy import copy
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, get_args

import typer

CONTEXT: Final = {"help_option_names": ["-h", "--help"]}
_PANEL: Final = "Options of every command"


class OutputFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Shared:
    """What was asked through the options of every command; a default stands for "not said"."""

    file: Path | None = None
    as_of: str | None = None
    known_at: str | None = None
    on_record: bool = False
    today: str | None = None
    tz: str | None = None
    week_start: str | None = None
    output_format: OutputFormat | None = None
    output: Path | None = None
    dry_run: bool = False
    quiet: bool = False
    verbose: int = 0
    color: bool | None = None

    def then(self, later: Shared) -> Shared:
        """What was said nearer to the command wins."""
        said = {field.name: getattr(later, field.name) for field in fields(later)}
        return replace(
            self, **{field.name: said[field.name] for field in fields(self) if said[field.name] != field.default}
        )


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 the word that typer uses
    return typer.Option(*names, help=help, rich_help_panel=_PANEL, **more)


def _declared(
    *,
    file: Annotated[
        Path | None,
        _option("--file", "-f", metavar="FILE", help="The ledger; else TIMELINE_FILE, data/events.yaml, events.yaml."),
    ] = None,
    as_of: Annotated[
        str | None, _option("--as-of", metavar="DAY", help="Count only what was published by the end of that day.")
    ] = None,
    known_at: Annotated[
        str | None, _option("--known-at", metavar="DAY", help="Count only what the desk had recorded by then.")
    ] = None,
    on_record: Annotated[bool, _option("--on-record", help="Count only what speakers with a name said.")] = False,
    today: Annotated[str | None, _option("--today", metavar="DAY", help="Answer as on that day.")] = None,
    tz: Annotated[
        str | None, _option("--tz", metavar="ZONE", help="Time zone, like Europe/Paris; else the ledger's.")
    ] = None,
    week_start: Annotated[
        str | None,
        _option("--week-start", metavar="DAY", help="First day of the week: monday, friday, saturday, sunday."),
    ] = None,
    output_format: Annotated[
        OutputFormat | None, _option("--output-format", "-O", metavar="FORMAT", help="table, json, jsonl, csv or md.")
    ] = None,
    output: Annotated[Path | None, _option("--output", "-o", metavar="FILE", help="Print into a file.")] = None,
    dry_run: Annotated[bool, _option("--dry-run", "-n", help="Show what would be written; write nothing.")] = False,
    quiet: Annotated[bool, _option("--quiet", "-q", help="Say less.")] = False,
    verbose: Annotated[
        int, _option("--verbose", "-v", count=True, show_default=False, help="Say more; twice: with tracebacks.")
    ] = 0,
    color: Annotated[
        bool | None, _option("--color/--no-color", help="Colour or none; else as the terminal and NO_COLOR say.")
    ] = None,
) -> None:
    """Only its signature is used."""


def _hidden(parameter: inspect.Parameter) -> inspect.Parameter:
    """The same option, left out of the help."""
    kind, option = get_args(parameter.annotation)
    silent = copy(option)
    silent.hidden = True
    return parameter.replace(annotation=Annotated[kind, silent])


PARAMETERS: Final = tuple(inspect.signature(_declared, eval_str=True).parameters.values())
HIDDEN_PARAMETERS: Final = tuple(_hidden(parameter) for parameter in PARAMETERS)
"""For groups: understood before the command's name too, and explained in each command's own help."""
