"""Cases of the peers: what is set aside is said by line and reason, and figures only rise."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.eval import peers
from tests.eval.agreement import right
from timeline.lang import packs

NAMES = sorted(path.stem for path in peers.SET_ASIDE.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_set_aside_has_its_reason(name: str) -> None:
    peer, language = name.split(".")
    assert peer in {"chrono", "recognizers"}
    assert language in packs.available()
    rows = peers.reasons(name)
    lines = [line for row in rows for line in row["lines"]]
    assert all(set(row) == {"reason", "lines"} and len(row["reason"].split()) > 3 for row in rows)
    assert len(lines) == len(set(lines)), "a line is set aside twice"


def test_notations_are_bridged() -> None:
    def said(text: str, *expected: dict[str, object]) -> bool:
        case = {"text": text, "reference": "2025-10-15T12:00:00", "expected": list(expected)}
        return right(case, peers.answer(case, "en"))

    assert said("They met on Monday.", {"start": 8, "end": 18, "value": "2025-10-13"})
    assert not said("They met on Monday.", {"start": 8, "end": 18, "value": "2025-10-20"})
    assert said("They will meet in 2026.", {"start_value": "2026-01-01", "end_value": "2027-01-01"})
    assert said("They will meet in two weeks.", {"value": "2025-10-29"})
    assert not said("They will meet in two weeks.", {"value": "2025-11-19"})
    assert said("Nothing of the kind.")
    assert not said("They met on Monday.")


@pytest.mark.skipif("TIMELINE_PEERS" not in os.environ, reason="set TIMELINE_PEERS to the folder of the peers' cases")
@pytest.mark.parametrize("name", json.loads(peers.FLOORS.read_text(encoding="utf-8")))
def test_floor(name: str) -> None:
    floor = json.loads(peers.FLOORS.read_text(encoding="utf-8"))[name]
    path = Path(os.environ["TIMELINE_PEERS"]) / f"{name}.cases.jsonl"
    if not path.exists():
        pytest.skip(f"{path.name} is not in the folder")
    assert peers.measure(path).share >= floor - peers.NOISE
