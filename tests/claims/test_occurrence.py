"""Whether an event happens, by what the sentence says around it; with the cue that decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.claims.reading_articles import claims, read

pytestmark = pytest.mark.model

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "occurrence.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["text"])
def test_occurrence(case: dict[str, str]) -> None:
    text = f"{DATA['before'][case['in']]} {case['text']}"
    found = [
        c
        for c in claims(read(text, case["in"], DATA["day"]))
        if text[c.trigger_start : c.trigger_end] == case["trigger"]
    ]
    assert [(claim.says.value, claim.cue) for claim in found] == [(case["said"], case.get("cue"))]
