"""How a run ends: one place for usage errors, interruptions and readers that leave, and for the exit code of each."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, NoReturn

import typer

from timeline.errors import WriteError

INTERRUPTED: Final = 130
_USAGE: Final = 2


def exit_code(run: Callable[[], Any]) -> int:
    """Runs the program (`run` returns its exit code, or `None`) and turns what stops it into an exit code.

    A reader that stops reading (`| head`) is no error.
    """
    try:
        return _code(run) or _flushed()
    except BrokenPipeError:
        return _quiet()


def open_streams() -> None:
    """A stream that was closed before we began (`>&-`) takes what it is given and drops it."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # lives as long as we do
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def leave(code: object) -> NoReturn:
    """Ends the process without taking its objects apart one by one, which takes 0.1 s after a large ledger.

    Everything that asked to be told of the end is told first.
    """
    atexit._run_exitfuncs()  # noqa: SLF001  # what the interpreter itself calls first on its way out
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else bool(code))


def _code(run: Callable[[], Any]) -> int:
    try:
        return run() or 0
    except SystemExit as end:
        if _reader_left(end):
            raise BrokenPipeError from end
        return end.code if isinstance(end.code, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return _usage(error)


def _flushed() -> int:
    """0, or what an output gives that could not take everything: a full disk, unlike a reader that has left."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        return WriteError.exit_code
    return 0


def _usage(error: Any) -> int:
    """An error of the command line's own parser, said like every other."""
    message = error.format_message().replace("Value error, ", "")
    if message:
        from timeline.diagnostics import Diagnostic

        context = getattr(error, "ctx", None)
        command = context.command_path if context else "timeline"
        sys.stderr.write(Diagnostic("E602", message, hint=f"see '{command} --help'").render() + "\n")
    return int(getattr(error, "exit_code", _USAGE))


def _reader_left(error: BaseException | None) -> bool:
    """Libraries turn a broken pipe into an exit of their own; the cause stands behind it."""
    while error is not None:
        if isinstance(error, BrokenPipeError):
            return True
        error = error.__context__
    return False


def discard() -> None:
    """What is still buffered for standard output goes nowhere, so that no later flush of it can fail."""
    with suppress(OSError, ValueError):  # a stream without a file has nothing to redirect
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _quiet() -> int:
    discard()
    return 0
