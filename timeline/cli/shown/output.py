"""Where an answer goes (terminal, pipe, file) and what is said beside it (always on the error stream)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from timeline.cli.ending import discard
from timeline.cli.typed.options import OutputFormat, Shared
from timeline.diagnostics import Diagnostic, Severity, Where
from timeline.errors import WriteError

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.cli.shown.answer import Answer

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


class Output:
    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self._told: set[Diagnostic] = set()
        self.format = shared.output_format or OutputFormat.TABLE

    @property
    def on_terminal(self) -> bool:
        return self._is_terminal(sys.stdout)

    def console(self) -> Console:
        """Standard output as a terminal, coloured or not as it was asked for."""
        return self._console(sys.stdout)

    def show(self, answer: Answer) -> None:
        """Prints an answer as it was asked for: on a terminal as wide as it is, everywhere else in full."""
        if self.on_terminal and self.format is OutputFormat.TABLE and self.shared.output is None:
            from timeline.cli.shown import terminal

            terminal.show(self._console(sys.stdout), answer)
            return
        from timeline.cli.shown.formats import RENDERERS

        self.write(RENDERERS[self.format](answer))

    def write(self, content: str | bytes) -> None:
        """Prints text as it is, into the file of `--output` when one was named."""
        if self.shared.output is not None:
            save(self.shared.output, content)
            return
        try:
            if isinstance(content, bytes):
                sys.stdout.buffer.write(content)
            else:
                sys.stdout.write(content)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            discard()
            raise _unwritten("standard output", error) from error

    def write_parts(self, parts: Iterator[bytes]) -> None:
        """Prints bytes as they come, or puts them into the file of `--output`, which is there when all of them are."""
        if self.shared.output is not None:
            save_parts(self.shared.output, parts)
            return
        try:
            for part in parts:
                sys.stdout.buffer.write(part)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            discard()
            raise _unwritten("standard output", error) from error

    @contextmanager
    def stream(self) -> Iterator[TextIO]:
        """Where to print what comes bit by bit: standard output, or the file of `--output`. Raises `WriteError` (E601)."""
        try:
            if self.shared.output is None:
                yield sys.stdout
                sys.stdout.flush()
            else:
                self.shared.output.parent.mkdir(parents=True, exist_ok=True)
                with self.shared.output.open("w", encoding="utf-8") as sink:
                    yield sink
        except BrokenPipeError:
            raise
        except OSError as error:
            if self.shared.output is None:
                discard()
            raise _unwritten(str(self.shared.output or "standard output"), error) from error

    def say(self, words: str) -> None:
        """What happened, for the person at the keyboard; `-q` leaves it out."""
        if not self.shared.quiet:
            self._err(words)

    def detail(self, words: str) -> None:
        """How it came about, for `-v`."""
        if self.shared.verbose:
            self._err(words)

    def tell(self, finding: Diagnostic) -> None:
        """A diagnostic, once; `-q` leaves out what is no error."""
        if finding in self._told or (self.shared.quiet and finding.severity is not Severity.ERROR):
            return
        self._told.add(finding)
        self._err(finding.render(), _STYLES[finding.severity])

    def _err(self, words: str, style: str | None = None) -> None:
        """Without rich where there is nothing to colour: loading it costs more than many commands do.

        What was printed goes first: both streams may end in the same place.
        """
        sys.stdout.flush()
        if style is None or not self._coloured(sys.stderr):
            sys.stderr.write(f"{words}\n")
        else:
            self._errors.print(words, style=style, highlight=False, markup=False, soft_wrap=True)

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Progress]:
        """A bar on the error stream while something long runs, when that is a terminal."""
        if self.shared.quiet or not self._is_terminal(sys.stderr):
            yield Progress()
            return
        from rich.progress import Progress as Bar

        with Bar(console=self._errors, transient=True) as bar:
            yield _ShownProgress(bar, bar.add_task(what, total=total))

    @cached_property
    def _errors(self) -> Console:
        return self._console(sys.stderr)

    def _console(self, stream: TextIO) -> Console:
        from rich.console import Console

        return Console(file=stream, no_color=not self._coloured(stream), force_terminal=self.shared.color, emoji=False)

    def _coloured(self, stream: TextIO) -> bool:
        if self.shared.color is not None:
            return self.shared.color
        return self._is_terminal(stream) and not os.environ.get("NO_COLOR")

    @staticmethod
    def _is_terminal(stream: TextIO) -> bool:
        return stream.isatty()


class Progress:
    """Does nothing: what is shown when nobody watches."""

    def advance(self, what: str) -> None:
        """One more is done; `what` is the next."""


class _ShownProgress(Progress):
    def __init__(self, bar: object, task: object) -> None:
        self._bar, self._task = bar, task

    def advance(self, what: str) -> None:
        self._bar.update(self._task, advance=1, description=what)  # type: ignore[attr-defined]


def save(path: Path, content: str | bytes) -> None:
    """Writes a file that was asked for, with its folders. Raises `WriteError` (E601)."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise _unwritten(str(path), error) from error


def save_parts(path: Path, parts: Iterator[bytes]) -> None:
    """As `save`, of what comes bit by bit: a file that was there stays as it is until the new one is complete."""
    if path.exists() and not path.is_file():
        save(path, b"".join(parts))
        return
    target = path.resolve()
    draft = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as sink:
            sink.writelines(parts)
        draft.replace(target)
    except OSError as error:
        raise _unwritten(str(path), error) from error
    finally:
        draft.unlink(missing_ok=True)


def _unwritten(name: str, error: OSError) -> WriteError:
    finding = Diagnostic("E601", f"cannot write: {error.strerror}", Where(name))
    return WriteError(finding.render(), findings=[finding])
