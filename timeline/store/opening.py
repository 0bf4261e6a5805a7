"""Which store keeps a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from timeline import registry
from timeline.errors import UsageError
from timeline.model.command import Command
from timeline.store.protocol import Store

_BY_SUFFIX: Final = {".yaml": "yaml", ".yml": "yaml"}


def open_store(path: Path, command: Command | None = None) -> Store:
    """The store for a file, chosen by the end of its name; nothing is read yet. Raises `UsageError` for other names.

    What is written through it can be undone as the work of `command`.
    """
    name = _BY_SUFFIX.get(path.suffix.lower())
    if name is None:
        raise UsageError(f"{str(path)!r} is no ledger by its name; it should end in {' or '.join(_BY_SUFFIX)}")
    store: Store = registry.find("stores", name)(path, command=command)
    return store
