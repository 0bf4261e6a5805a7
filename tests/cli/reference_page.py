"""docs/reference/cli.md, made from the commands themselves: their help, options and examples."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from types import NoneType
from typing import Any, Final, get_args

import typer
from typer.models import ArgumentInfo, OptionInfo

from timeline.cli.command import EXAMPLES
from timeline.cli.table import COMMANDS
from timeline.cli.typed.options import PARAMETERS

INTRODUCTION: Final = """\
# Commands

Every command is `timeline COMMAND`, takes the options of the first section before or after its name, and explains
itself with `--help`. `timeline --install-completion` teaches them to your shell.

Answers go to the standard output, everything that is said about them to the standard error. On a terminal, tables are as
wide as it is; anywhere else nothing is wrapped, cut or coloured. Exit codes are listed with the
[diagnostics](diagnostics.md), the environment with the [settings](settings.md).
"""
_SHARED: Final = {parameter.name for parameter in PARAMETERS}


@dataclass(frozen=True, slots=True)
class Option:
    """One option or argument as typer was told of it."""

    name: str
    kind: Any
    info: Any
    default: Any

    @property
    def is_argument(self) -> bool:
        return isinstance(self.info, ArgumentInfo)

    @property
    def help(self) -> str:
        return self.info.help or ""

    @property
    def written(self) -> str:
        """`--file`, `-f` FILE."""
        if self.is_argument:
            return f"`{self.info.metavar or self.name.upper()}`"
        names = [self.info.default, *(self.info.param_decls or ())] if self.info.param_decls else [self.info.default]
        long = [name for name in names if isinstance(name, str)] or [f"--{self.name.replace('_', '-')}"]
        shown = ", ".join(f"`{name}`" for name in long)
        return f"{shown} {self.value}".rstrip()

    @property
    def value(self) -> str:
        kinds = [kind for kind in (get_args(self.kind) or (self.kind,)) if kind is not NoneType]
        if bool in kinds or self.info.count:
            return ""
        return self.info.metavar or ""

    @property
    def choices(self) -> tuple[str, ...]:
        kinds = [self.kind, *get_args(self.kind), *(inner for kind in get_args(self.kind) for inner in get_args(kind))]
        for kind in kinds:
            if inspect.isclass(kind) and issubclass(kind, Enum):
                return tuple(str(member.value) for member in kind)
        return ()


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    function: Any

    @property
    def help(self) -> str:
        return inspect.getdoc(self.function) or ""

    @property
    def examples(self) -> list[str]:
        epilog: str = getattr(self.function, EXAMPLES)
        return [line.strip() for line in epilog.split("\n\n")[1:]]

    @property
    def options(self) -> list[Option]:
        """Its own, without those of every command."""
        return [option for option in options_of(self.function) if option.name not in _SHARED]


def options_of(function: Any) -> list[Option]:
    return [
        _option(parameter) for parameter in inspect.signature(function).parameters.values() if parameter.name != "ctx"
    ]


def _option(parameter: inspect.Parameter) -> Option:
    kind, info = get_args(parameter.annotation)
    assert isinstance(info, ArgumentInfo | OptionInfo)
    return Option(parameter.name, kind, info, parameter.default)


def commands() -> Iterator[Command]:
    """Every command, those inside groups too, in the order of the table."""
    for name, entry in COMMANDS.items():
        module, attribute = entry.target.split(":")
        found = getattr(import_module(module), attribute)
        if isinstance(found, typer.Typer):
            yield from (Command(f"{name} {inner.name}", inner.callback) for inner in found.registered_commands)
        else:
            yield Command(name, found)


def page() -> str:
    shared = [_option(parameter) for parameter in PARAMETERS]
    parts = [INTRODUCTION, "## Options of every command\n", _table(shared)]
    panel = ""
    for command in commands():
        entry = COMMANDS[command.name.split()[0]]
        if entry.panel != panel:
            panel = entry.panel
            parts.append(f"## {panel}\n")
        parts.append(_section(command))
    return "\n".join(parts)


def _section(command: Command) -> str:
    arguments = [option for option in command.options if option.is_argument]
    usage = " ".join(["timeline", command.name, *(_in_usage(option) for option in arguments), "[OPTIONS]"])
    parts = [f"### `timeline {command.name}`", "", command.help, "", "```", usage, "```", ""]
    if command.options:
        parts.append(_table(command.options))
    return "\n".join([*parts, "```", *command.examples, "```", ""])


def _in_usage(option: Option) -> str:
    name: str = option.info.metavar or option.name.upper()
    return name if option.default is inspect.Parameter.empty else f"[{name}]"


def _table(options: list[Option]) -> str:
    rows = [f"| {option.written} | {_said(option)} |" for option in options]
    return "\n".join(["| | |", "|---|---|", *rows, ""])


def _said(option: Option) -> str:
    said = option.help.replace("|", "\\|")
    if option.choices and not option.info.metavar:
        said += f" One of {', '.join(f'`{choice}`' for choice in option.choices)}."
    default = option.default.value if isinstance(option.default, Enum) else option.default
    if default not in {None, False, inspect.Parameter.empty, ""} and not isinstance(default, bool):
        said += f" Default: `{default}`."
    return said
