"""The scorer counts as TempEval-3 does, floors only rise, and the corpora are measured where they are given."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.eval import gate
from tests.eval.scoring import Row, Tally
from timeline.lang import packs

CORPUS = [
    {"id": "1", "lang": "fr", "dct": "2025-10-15", "text": "Il a parlé jeudi.",
     "timexes": [{"start": 11, "end": 16, "text": "jeudi", "type": "DATE", "value": "2025-10-09"}]},
    {"id": "2", "lang": "fr", "dct": "2025-10-15", "text": "Rien.",
     "timexes": [{"start": 0, "end": 4, "text": "Rien", "type": "DATE", "value": "2025"}]},
]  # fmt: skip


def test_scores() -> None:
    tally = Tally()
    gold: list[Row] = [
        {"start": 0, "end": 5, "value": "2025"},
        {"start": 10, "end": 15, "value": "P1D"},
        {"start": 20, "end": 25},
    ]
    said: list[Row] = [
        {"start": 0, "end": 5, "value": "2025"},
        {"start": 11, "end": 15, "value": "P2D"},
        {"start": 30, "end": 35, "value": "X"},
    ]
    tally.add(gold, said)
    assert tally.figures() == {"strict": 33.33, "relaxed": 66.67, "value": 40.0}


def test_floors_only_rise(tmp_path: Path) -> None:
    path = tmp_path / "own.fr.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in CORPUS), encoding="utf-8")
    row: dict[str, Any] = {"genre": "news", "floors": {"value": 10.0, "strict": 99.0}}
    assert not gate.passes(tmp_path, "own.fr", row, lift=True)
    assert row["floors"] == {"strict": 99.0, "relaxed": 66.67, "value": 66.67}
    assert gate.passes(tmp_path, "absent.fr", row, lift=False)


@pytest.mark.parametrize("name", json.loads(gate.OWN.read_text(encoding="utf-8")))
def test_own_articles(name: str) -> None:
    """Articles of our own, annotated before the rules were run on them: their floors only rise."""
    row = json.loads(gate.OWN.read_text(encoding="utf-8"))[name]
    assert row["floors"]["value"] > 0
    assert (gate.OWN_FOLDER / f"{name}.jsonl").exists()
    assert gate.passes(gate.OWN_FOLDER, name, row, lift=False)


def test_every_language_has_a_floor() -> None:
    assert set(packs.available()) <= set(json.loads(gate.OWN.read_text(encoding="utf-8")))


@pytest.mark.skipif("TIMELINE_EVAL" not in os.environ, reason="set TIMELINE_EVAL to the folder of the corpora")
@pytest.mark.parametrize("name", json.loads(gate.BASELINE.read_text(encoding="utf-8")))
def test_corpus(name: str) -> None:
    row = json.loads(gate.BASELINE.read_text(encoding="utf-8"))[name]
    assert gate.passes(Path(os.environ["TIMELINE_EVAL"]), name, row, lift=False)
