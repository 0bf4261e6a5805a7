"""Single keys and whole lines from a terminal."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import Final, Protocol

import typer

_ARROWS: Final = {"\x1b[C": "n", "\x1bOC": "n", "\x1b[D": "b", "\x1bOD": "b"}
_INTERRUPT, _END = "\x03", "\x04"


class Hand(Protocol):
    """Whoever presses the keys."""

    def key(self) -> str:
        """One key, a letter in lower case. Raises `KeyboardInterrupt`; the end of the input is `q`."""
        ...

    def line(self, question: str) -> str | None:
        """What was typed after a question; `None` when it was called off."""
        ...


class Keyboard:
    def __init__(self) -> None:
        self._waiting: deque[str] = deque()

    def key(self) -> str:
        """Keys that were pressed faster than they were asked for come one at a time; unknown escape sequences are none."""
        while not self._waiting:
            try:
                pressed = typer.getchar()
            except EOFError:
                return "q"
            self._waiting.extend(_ARROWS.get(pressed, "") if pressed.startswith("\x1b") else pressed)
        key = self._waiting.popleft()
        if key == _INTERRUPT:
            raise KeyboardInterrupt
        return "q" if key == _END else key.lower()

    def line(self, question: str) -> str | None:
        """Ctrl-C and Ctrl-D call the question off, not the review."""
        self._waiting.clear()
        with suppress(ImportError):
            import readline  # noqa: F401  # from then on a line can be edited while it is typed
        try:
            typed: str = typer.prompt(question, default="", show_default=False, prompt_suffix=" ")
        except typer.Abort:
            return None
        return typed.strip()
