"""Bare weekdays: those that lie ahead and those that lie behind, in news sentences of our own, a file a language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml_rs

from timeline.lang import packs
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.temporal.tag import tag

FOLDER = Path(__file__).parent / "weekdays"
LEAST = {True: 0.85, False: 0.95}
"""Share that must be right, of those ahead and of those behind."""


@pytest.mark.parametrize("ahead", [True, False], ids=["ahead", "behind"])
@pytest.mark.parametrize("code", packs.available())
def test_the_side_of_a_weekday(code: str, ahead: bool) -> None:
    rows: Any = yaml_rs.loads((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))
    asked = [row for row in rows if row["ahead"] is ahead]
    wrong = [row["text"] for row in asked if not _right(code, row)]
    assert len(asked) >= 15
    assert 1 - len(wrong) / len(asked) >= LEAST[ahead], wrong


def _right(code: str, row: dict[str, Any]) -> bool:
    timexes = tag(row["text"], packs.load(code), Dct(day=str(row["dct"]), signal=Signal.GIVEN))
    return any(one.text == row["found"] and one.value == str(row["value"]) for one in timexes)
