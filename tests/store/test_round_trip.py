"""Whatever the model can hold, the file gives back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from tests.store.ledger_strategies import additions, ledgers
from timeline.model.ledger import Ledger
from timeline.store.yaml_ledger import YamlStore


@given(ledgers())
@settings(deadline=None)
def test_what_is_saved_is_loaded(ledger: Ledger) -> None:
    with TemporaryDirectory() as folder:
        store = YamlStore(Path(folder) / "events.yaml")
        store.create("UTC")
        assert store.apply(additions(ledger)) == ledger
        assert store.load() == ledger
        assert [list(part) for part in (store.load().sources, store.load().events)] == [
            list(ledger.sources),
            list(ledger.events),
        ]


@given(ledgers())
@settings(deadline=None, max_examples=30)
def test_the_same_again_changes_nothing(ledger: Ledger) -> None:
    with TemporaryDirectory() as folder:
        store = YamlStore(Path(folder) / "events.yaml")
        store.create("UTC")
        store.apply(additions(ledger))
        before = store.path.read_bytes()
        assert store.apply(additions(ledger)) == ledger
        assert store.path.read_bytes() == before
        assert store.preview(additions(ledger)) == ""
