"""The stores that are held to the contract: a new one is one line here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from timeline.store.protocol import Store
from timeline.store.yaml_ledger import YamlStore

Opener = Callable[[Path], Store]
"""A store kept in a folder; called twice for one folder it gives two views of one ledger."""


def yaml_store(folder: Path) -> Store:
    return YamlStore(folder / "events.yaml", patience=20)


STORES: Final[dict[str, Opener]] = {"yaml": yaml_store}
