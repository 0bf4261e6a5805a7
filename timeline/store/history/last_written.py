"""The ledger as the last command left it: what was edited by hand since is the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.merging import united
from timeline.store.entries.ledger_file import read_bytes
from timeline.store.history.journal import Journal
from timeline.store.text.yaml_values import MalformedError

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model.ledger import Ledger


def last_written(ledger: Path) -> Ledger | None:
    """`None` where no command wrote to it, or nobody knows."""
    content = Journal(ledger.resolve()).last(ledger.resolve())
    try:
        return None if content is None else united(read_bytes(content, str(ledger)).ledger)
    except MalformedError:
        return None
