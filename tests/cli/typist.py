"""Somebody at the keyboard of a real pseudo-terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PATIENCE = 60.0


class Typist:
    """`seen`: everything that was shown, with its colours."""

    def __init__(self, leader: int, process: subprocess.Popen[bytes]) -> None:
        self._leader, self.process = leader, process
        self.seen = ""

    def press(self, keys: str, until: str) -> str:
        """Types, waits until words are shown after that, and gives what was shown since, without colours.

        A terminal that changes its mode drops what was typed the moment before; like anybody, a typist to whom nothing
        answers for a while presses the keys again.
        """
        self._ready()
        at = len(self.seen)
        os.write(self._leader, keys.encode())
        if not self._answered(at):
            os.write(self._leader, keys.encode())
        return self.wait(until, at)

    def _answered(self, since: int) -> bool:
        limit = time.monotonic() + _PATIENCE / 3
        while len(self.seen) == since and self._more():
            if time.monotonic() > limit:
                return False
        return True

    def wait(self, until: str, since: int = 0) -> str:
        limit = time.monotonic() + _PATIENCE
        while until not in self._plain(since):
            if time.monotonic() > limit or not self._more():
                raise AssertionError(f"{until!r} was never shown, but:\n{self._plain(since)}")
        return self._plain(since)

    def _ready(self) -> None:
        """Until keys are asked for: what is typed before that is dropped, lest it decide what nobody has seen."""
        limit = time.monotonic() + _PATIENCE
        while termios.tcgetattr(self._leader)[3] & termios.ICANON and time.monotonic() < limit:
            time.sleep(0.01)

    def leave(self) -> int:
        """Reads to the end; the exit code."""
        while self._more():
            pass
        return self.process.wait(_PATIENCE)

    def _plain(self, since: int) -> str:
        return ESCAPE.sub("", self.seen[since:]).replace("\r\n", "\n")

    def _more(self) -> bool:
        if not select.select([self._leader], [], [], 1.0)[0]:
            return self.process.poll() is None
        try:
            piece = os.read(self._leader, 65536)
        except OSError:  # the other end is gone
            return False
        self.seen += piece.decode(errors="replace")
        return bool(piece)


def _take_the_terminal() -> None:
    """So that Ctrl-C on it interrupts."""
    ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def typing(
    words: list[str], folder: Path, *, rows: int = 50, columns: int = 100, **environment: str
) -> Iterator[Typist]:
    """`timeline` with these words, on a terminal of its own that also sends its Ctrl-C."""
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONUNBUFFERED": "1", **environment}
    for name in ("COLUMNS", "LINES"):
        env.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", *words],
        cwd=folder,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=env,
        start_new_session=True,
        preexec_fn=_take_the_terminal,  # noqa: PLW1509  # no threads here
    )
    os.close(follower)
    try:
        yield Typist(leader, process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(leader)
