"""What the desk has seen and put off: a small JSON file in `.timeline/` beside the ledger.

It may be deleted at any time: then everything is new again, and nothing rests. It is not in the ledger, because where one
reader stopped is no knowledge about the story, and would change the file that all of them share.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from timeline.diagnostics import Diagnostic
from timeline.model.command import Command
from timeline.model.marks import Marks
from timeline.store.beside import state_files


def path(ledger: Path) -> Path:
    resolved = ledger.resolve()
    return resolved.parent / state_files.FOLDER / f"{resolved.stem}.marks.json"


def load(ledger: Path) -> tuple[Marks, tuple[Diagnostic, ...]]:
    """The marks; none, and a finding (W215), when they cannot be read."""
    found, findings = state_files.read(path(ledger), Marks)
    return found or Marks(), findings


def change(
    ledger: Path, make: Callable[[Marks], Marks], *, command: Command | None = None, patience: float = 30.0
) -> None:
    """Changes the marks as they stand now, while no other command of this ledger writes. Raises `WriteError`."""
    from timeline.store.disk import atomic, locking  # noqa: PLC0415 - readers do not pay for what only writers need
    from timeline.store.history.journal import Journal  # noqa: PLC0415

    file = path(ledger)
    with locking.only_writer(ledger.resolve(), patience):
        found, _ = load(ledger)
        content = (make(found).model_dump_json(indent=2) + "\n").encode()
        before = file.read_bytes() if file.is_file() else None
        atomic.replace(file, content, lambda: Journal(ledger.resolve()).note(command, file, before, content))
