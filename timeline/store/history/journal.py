"""What each command wrote, line by line, so that `undo` can take it back: `.timeline/<ledger>.journal`, one entry a line.

Only lines that changed are kept, with one packed copy of each file as the last command left it: what a person edits
meanwhile is the difference from that copy, and gets an entry of its own before the next command's. The journal may be
deleted at any time: then nothing can be taken back.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from timeline.model.command import Command
from timeline.model.shape import Shape
from timeline.store.disk import atomic
from timeline.store.history import line_changes

_KEPT: Final = 32_000_000
"""Bytes of a journal; of a longer one the older half goes."""

BY_HAND: Final = ""
"""The key of entries that no command made."""


class Entry(Shape):
    """One file before and after. `file` is relative to the ledger's folder; `was`, `now` are sha256, `None`: not there.

    `hunks`: first line from 0, old lines, new lines; none for a file that was made, which goes as it came.
    """

    command: Command
    file: str
    was: str | None
    now: str
    hunks: tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...] = ()

    @property
    def by_hand(self) -> bool:
        return self.command.key == BY_HAND

    def back(self, text: list[str]) -> list[str]:
        """The text before, from the text after. Raises `OverlapError` for another text."""
        return line_changes.applied(text, line_changes.turned([line_changes.Hunk(*hunk) for hunk in self.hunks]))


class Journal:
    """Of one ledger. Only for who holds its lock."""

    def __init__(self, ledger: Path) -> None:
        self._home: Final = ledger.parent
        self._folder: Final = ledger.parent / ".timeline"
        self.path: Final = self._folder / f"{ledger.name}.journal"

    def entries(self) -> list[Entry]:
        """From the first to the last; what cannot be read ends it, as nothing before can be taken back over a gap."""
        try:
            written = self.path.read_bytes().splitlines()
        except OSError:
            return []
        found: list[Entry] = []
        for line in reversed(written):
            try:
                found.append(Entry.model_validate_json(line))
            except ValidationError:
                break
        return found[::-1]

    def note(self, command: Command | None, file: Path, before: bytes | None, after: bytes) -> None:
        """To be called when the file is about to be written. Without a command it is no command's work: see `BY_HAND`."""
        if command is None or before == after:
            return
        name = file.relative_to(self._home).as_posix()
        new = [self._entry(command, name, before, after)]
        seen = self.last(file)
        if before is not None and seen is not None and seen != before:
            hand = Command(key=BY_HAND, words="edited by hand", at=command.at)
            new.insert(0, self._entry(hand, name, seen, before))
        self._append(new)
        self.remember(file, after)

    def last(self, file: Path) -> bytes | None:
        """The file as the last command left it; `None` where that is not known."""
        try:
            return zlib.decompress(self._copy(file).read_bytes())
        except (OSError, zlib.error):
            return None

    def remember(self, file: Path, content: bytes | None) -> None:
        """Article texts are not copied: they never change."""
        if file.parent.name == "sources" and file.suffix == ".txt":
            return
        if content is None:
            with suppress(OSError):
                self._copy(file).unlink()
            return
        atomic.replace(self._copy(file), zlib.compress(content, 1))

    def rewrite(self, entries: list[Entry]) -> None:
        atomic.replace(self.path, b"".join(map(_line, entries)))

    def _copy(self, file: Path) -> Path:
        return self._folder / f"{file.name}.last"

    def _append(self, new: list[Entry]) -> None:
        lines = b"".join(map(_line, new))
        if self.path.is_file() and self.path.stat().st_size + len(lines) > _KEPT:
            entries = self.entries()
            self.rewrite([*entries[len(entries) // 2 :], *new])
            return
        atomic.append(self.path, lines)

    @staticmethod
    def _entry(command: Command, file: str, before: bytes | None, after: bytes) -> Entry:
        hunks = () if before is None else line_changes.changes(line_changes.lines(before), line_changes.lines(after))
        was = None if before is None else sha256(before).hexdigest()
        return Entry(
            command=command,
            file=file,
            was=was,
            now=sha256(after).hexdigest(),
            hunks=tuple((hunk.start, hunk.old, hunk.new) for hunk in hunks),
        )


def _line(entry: Entry) -> bytes:
    return json.dumps(entry.model_dump(exclude_defaults=True)).encode() + b"\n"
