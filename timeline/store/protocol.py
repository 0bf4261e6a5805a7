"""What every store promises; `tests/store/test_contract.py` holds each of them to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from timeline.diagnostics import Diagnostic
from timeline.model.change import Change
from timeline.model.ledger import Ledger


class Store(Protocol):
    """Where one ledger is kept."""

    def create(self, timezone: str) -> None:
        """Makes an empty ledger in that IANA zone. Raises `UsageError` if there is one already."""
        ...

    def load(self, tell: Callable[[Diagnostic], None] | None = None) -> Ledger:
        """The whole ledger, its warnings told. Raises `LedgerError` with every finding when there is an error in it."""
        ...

    def diagnose(self) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
        """What can still be read (`None`: nothing), and every finding; a broken claim or event is left out."""
        ...

    def locate(self, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The same findings; those about a claim, an event, a source or an actor say where that stands, as far as it does."""
        ...

    def apply(self, changes: Sequence[Change]) -> Ledger:
        """Makes the changes in order, all or none, on what the ledger holds now, and returns the new ledger.

        Waits for another writer, then merges. Raises `ConflictError` when a change no longer fits or the wait was
        too long, `LedgerError` when the ledger cannot be read, `WriteError` when it cannot be written; after any of
        them the ledger is as it was.
        """
        ...

    def preview(self, changes: Sequence[Change]) -> str:
        """What `apply` would do, as a unified diff; empty when nothing would change. Writes nothing."""
        ...

    def read_text(self, sha256: str) -> str:
        """The kept text of an article, exactly as it was added. Raises `LedgerError` if it is missing or altered."""
        ...
