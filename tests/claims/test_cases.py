"""Sentences in the manner of the press with every claim that they make, by language: nothing missed, nothing besides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml_rs

from tests.claims.reading_articles import claims, names, read
from timeline.model.vocabulary import Role

pytestmark = pytest.mark.model

CASES_DIR = Path(__file__).parent / "cases"


def content(path: Path) -> dict[str, Any]:
    data: Any = yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False)
    found: dict[str, Any] = data
    return found


CASES = [
    pytest.param(path.stem, content(path)["day"], case, id=f"{path.stem}: {case['text']}")
    for path in sorted(CASES_DIR.glob("*.yaml"))
    for case in content(path)["cases"]
]


@pytest.mark.parametrize(("language", "day", "case"), CASES)
def test_case(language: str, day: str, case: dict[str, Any]) -> None:
    found = read(case["text"], language, day)
    who = names(found)
    kinds = {claim: event.kind for event in found.events for claim in event.claims}
    said = sorted(claims(found), key=lambda claim: claim.trigger_start)
    words = [case["text"][claim.trigger_start : claim.trigger_end] for claim in said]
    assert [word.split()[0] for word in words] == [row["trigger"].split()[0] for row in case["claims"]]
    for claim, row in zip(said, case["claims"], strict=True):
        assert (kinds[claim], claim.says.value) == (row["kind"], row["says"])
        if "when" in row:
            assert claim.timex is not None
            assert claim.timex.edtf == row["when"]
        assert set(row.get("who", ())) <= {who[p.actor] for p in claim.participants}
        assert set(row.get("patient", ())) <= {who[p.actor] for p in claim.participants if p.role is Role.PATIENT}
