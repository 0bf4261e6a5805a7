"""Libraries that only some formats need, and that come with an extra."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from timeline.diagnostics import Diagnostic
from timeline.errors import MissingPartError


def part(module: str, extra: str, what: str) -> Any:
    """The module; raises `MissingPartError` (E503) with the line that installs it."""
    try:
        return import_module(module)
    except ImportError as error:
        hint = f"pip install 'timeline[{extra}]'"
        finding = Diagnostic("E503", f"{what} needs {module.partition('.')[0]}, which is not installed", hint=hint)
        raise MissingPartError(finding.render(), findings=[finding]) from error
