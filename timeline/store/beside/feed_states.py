"""How far each feed was read: one small JSON file a feed in `.timeline/<ledger>.feeds/`.

Each may be deleted at any time: then its entries are looked at again, and articles that the ledger holds add nothing.
A feed is known by its address, so that one whose address was corrected begins afresh.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

from timeline.diagnostics import Diagnostic
from timeline.model.feeds import FeedState, Owed
from timeline.model.marks import Seen
from timeline.model.shape import Shape
from timeline.store.beside import state_files

_OWED: Final = "owed.json"
_KEPT: Final = 20_000
"""Entries that are remembered of a feed; of more the oldest go, which no feed lists any more."""


def folder(ledger: Path) -> Path:
    resolved = ledger.resolve()
    return resolved.parent / state_files.FOLDER / f"{resolved.stem}.feeds"


def path(ledger: Path, url: str) -> Path:
    return folder(ledger) / f"{sha256(url.encode('utf-8', 'replace')).hexdigest()[:16]}.json"


def load(ledger: Path, url: str) -> tuple[FeedState, tuple[Diagnostic, ...]]:
    """None of it read, and a finding (W215), when it cannot be read."""
    found, findings = state_files.read(path(ledger, url), FeedState)
    return found if found is not None and found.url == url else FeedState(url=url), findings


def save(ledger: Path, state: FeedState) -> None:
    """Raises `WriteError`."""
    if len(state.entries) > _KEPT:
        latest = sorted(state.entries.items(), key=lambda pair: pair[1].at)[-_KEPT:]
        state = state.model_copy(update={"entries": dict(latest)})
    _write(ledger, path(ledger, state.url), state)


def owed(ledger: Path) -> Seen | None:
    """The mark from which the next digest has to begin, when an earlier one was never shown."""
    found, _ = state_files.read(folder(ledger) / _OWED, Owed)
    return found.seen if found is not None else None


def owe(ledger: Path, seen: Seen) -> None:
    """Raises `WriteError`."""
    _write(ledger, folder(ledger) / _OWED, Owed(seen=seen))


def settle(ledger: Path) -> None:
    """The digest was shown. Raises `WriteError`."""
    from timeline.store.disk import atomic  # noqa: PLC0415 - readers do not pay for what only writers need

    atomic.remove(folder(ledger) / _OWED)


def _write(ledger: Path, file: Path, content: Shape) -> None:
    from timeline.store.disk import atomic, locking  # noqa: PLC0415 - readers do not pay for what only writers need

    with locking.only_writer(ledger.resolve(), 30.0):
        file.parent.mkdir(exist_ok=True)
        atomic.sweep(file)
        atomic.replace(file, (content.model_dump_json() + "\n").encode())
