"""What a person laid out stays as it is, byte for byte, but for the lines that a change must touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.splice_cases import CASES, Case
from timeline.store.yaml_ledger import YamlStore


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_only_what_must_change_changes(case: Case, tmp_path: Path) -> None:
    store = YamlStore(tmp_path / "events.yaml")
    store.path.write_bytes(case.before.encode())
    ledger = store.apply(case.changes)
    assert store.path.read_bytes().decode() == case.after
    assert store.load() == ledger
