"""What is printed when something goes wrong, and the exit code it gives. No traceback, unless asked for with `-v -v`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import typer

from timeline.diagnostics import Diagnostic
from timeline.errors import (
    ConflictError,
    DateError,
    LedgerError,
    MissingPartError,
    SourceError,
    TimelineError,
    UnknownIdError,
    UsageError,
    WriteError,
)

if TYPE_CHECKING:
    from timeline.cli.shown.output import Output

_CODES: Final[dict[type[TimelineError], str]] = {
    UnknownIdError: "E603",
    DateError: "E301",
    UsageError: "E602",
    SourceError: "E101",
    LedgerError: "E201",
    ConflictError: "E208",
    MissingPartError: "E503",
    WriteError: "E210",
}
"""The code of an error that carries no finding of its own."""


@contextmanager
def reported(out: Output) -> Iterator[None]:
    """Turns errors into messages and exit codes."""
    try:
        yield
    except TimelineError as error:
        _traceback(out, error)
        for finding in findings(error):
            out.tell(finding)
        raise typer.Exit(error.exit_code) from error
    except (BrokenPipeError, typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if hasattr(error, "format_message"):  # the command line's own parser
            raise
        _traceback(out, error)
        if isinstance(error, ImportError):
            out.tell(Diagnostic("E503", str(error), hint="install timeline again, with everything it needs"))
            raise typer.Exit(MissingPartError.exit_code) from error
        out.tell(Diagnostic("E604", f"{type(error).__name__}: {error}"))
        raise typer.Exit(TimelineError.exit_code) from error


def findings(error: TimelineError) -> tuple[Diagnostic, ...]:
    """What an error carries, or one finding made of its message."""
    carried = tuple(finding for finding in error.findings if isinstance(finding, Diagnostic))
    if carried:
        return carried
    code = next((code for kind, code in _CODES.items() if isinstance(error, kind)), "E604")
    return (Diagnostic(code, str(error)),)


def _traceback(out: Output, error: Exception) -> None:
    if out.shared.verbose > 1:
        import traceback

        traceback.print_exception(error)
