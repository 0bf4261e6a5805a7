"""Taking back the last command: every file it wrote becomes what it was, byte for byte.

What a person edited since stays, where it is on other lines and about other things; else nothing is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, NoReturn

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import ConflictError, LedgerError, UsageError
from timeline.model.command import Command
from timeline.store.disk import atomic, locking
from timeline.store.history import line_changes
from timeline.store.history.journal import Entry, Journal
from timeline.store.history.same_story import refuse_other_story


class Restored(NamedTuple):
    """A file before and after the undoing; `None`: it is not there. `left`: how the journal knows it from then on."""

    file: Path
    before: bytes | None
    after: bytes | None
    left: bytes | None


class Undoing(NamedTuple):
    """What taking back the last command takes: made in full before anything is written."""

    command: Command
    files: tuple[Restored, ...]
    remaining: tuple[Entry, ...]


def commands(ledger: Path) -> list[Command]:
    """What can be taken back, the last one first."""
    found: dict[str, Command] = {}
    for entry in reversed(Journal(ledger.resolve()).entries()):
        if not entry.by_hand:
            found.setdefault(entry.command.key, entry.command)
    return list(found.values())


def undo(ledger: Path, *, dry: bool = False, patience: float = 30.0) -> Undoing:
    """Takes back the last command; with `dry`, only says what that takes.

    Raises `UsageError` when there is none, `ConflictError` (E216) when somebody edited what it wrote, `LedgerError` when
    the ledger as edited cannot be read, `WriteError`.
    """
    path = ledger.resolve()
    journal = Journal(path)
    if not journal.path.exists():
        raise UsageError(f"nothing to undo: no command has written to {ledger}, or its journal is gone")
    with locking.only_writer(path, patience):
        entries = journal.entries()
        first = _start(entries)
        if first is None:
            raise UsageError(f"nothing to undo: every command that wrote to {ledger} was taken back")
        shown = path if ledger.is_symlink() else ledger
        files = _restored(entries[first:], journal, shown)
        found = Undoing(entries[first].command, tuple(files), tuple(entries[:first]))
        if not dry:
            _write(found, journal)
    return found


def _start(entries: Sequence[Entry]) -> int | None:
    """Where the entries of the last command begin; what was edited by hand before it stays in the journal."""
    first = None
    for at in range(len(entries) - 1, -1, -1):
        if entries[at].by_hand:
            continue
        if first is not None and entries[at].command.key != entries[first].command.key:
            break
        first = at
    return first


def _restored(tail: Sequence[Entry], journal: Journal, ledger: Path) -> list[Restored]:
    """The ledger first: what its sources name is not removed."""
    names = sorted({entry.file for entry in tail}, key=lambda name: (name != ledger.name, name))
    found: list[Restored] = []
    for name in names:
        file = ledger.parent / name
        current = _content(file)
        one = _one(file, current, [entry for entry in tail if entry.file == name], journal)
        if file == ledger:
            _prove(one, journal.last(file))
        elif one.after is None and _named(file, found[0].after if found and found[0].file == ledger else None):
            continue
        found.append(one)
    return found


def _one(file: Path, current: bytes | None, tail: Sequence[Entry], journal: Journal) -> Restored:
    """Back through the entries of one file, what was edited by hand kept at each."""
    last = journal.last(file)
    if last is None:
        last = current
        if current is not None and _sha256(current) != tail[-1].now:
            _refuse(file, None)
    if current is None or last is None:
        return Restored(file, current, None, None) if tail[0].was is None else _refuse(file, None)
    base, text = line_changes.lines(last), line_changes.lines(current)
    for entry in reversed(tail):
        if entry.was is None:
            if base != text:
                _refuse(file, _first_difference(base, text))
            return Restored(file, current, None, None)
        try:
            before = entry.back(base)
        except line_changes.OverlapError:
            _refuse(file, None)
        if not entry.by_hand:
            text = _without(file, base, text, before)
        base = before
    return Restored(file, current, line_changes.content(text), line_changes.content(base))


def _without(file: Path, base: list[str], text: list[str], before: list[str]) -> list[str]:
    """The text without what led from `before` to `base`, and with what led from `base` to the text.

    It may be so already: somebody took it back by hand, or the machine stopped before it was written.
    """
    if text in (base, before):
        return before
    try:
        return line_changes.joined(base, line_changes.changes(base, text), line_changes.changes(base, before))
    except line_changes.OverlapError:
        _refuse(file, _first_difference(base, text))


def _first_difference(base: Sequence[str], text: Sequence[str]) -> int:
    """The line, from 1, of the text as it is now."""
    pairs = enumerate(zip(base, text, strict=False), 1)
    return next((at for at, (one, other) in pairs if one != other), min(len(base), len(text)) + 1)


def _prove(one: Restored, last: bytes | None) -> None:
    """What a person edited must say after the undoing what it said before."""
    if one.before is None or one.after is None or last is None:
        return
    if one.before not in (last, one.after):
        try:
            refuse_other_story(one.file, base=last, ours=one.before, theirs=one.left or b"", made=one.after)
        except ConflictError:
            _refuse(one.file, _first_difference(line_changes.lines(last), line_changes.lines(one.before)))


def _named(text: Path, ledger: bytes | None) -> bool:
    """Whether the ledger, as it will be, still names an article text."""
    return text.suffix == ".txt" and ledger is not None and text.stem.encode() in ledger


def _write(found: Undoing, journal: Journal) -> None:
    for one in found.files:
        if one.after is None:
            atomic.remove(one.file)
            if one.file.parent.name == "sources":
                with suppress(OSError):  # other texts are in it
                    one.file.parent.rmdir()
        elif one.after != one.before:
            atomic.replace(one.file, one.after)
    for one in found.files:
        journal.remember(one.file, one.left)
    journal.rewrite(list(found.remaining))


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        finding = Diagnostic("E211", f"cannot be read: {error.strerror or error}", Where(str(file)))
        raise LedgerError(finding.render(), findings=[finding]) from error


def _sha256(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


def _refuse(file: Path, line: int | None) -> NoReturn:
    finding = Diagnostic(
        "E216", "what the last command wrote was edited since; nothing was undone", Where(str(file), line)
    )
    raise ConflictError(finding.render(), findings=[finding])
