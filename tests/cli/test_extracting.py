"""`timeline extract`: claims of articles and of batches, printed and not kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline
from timeline.pipeline.extracting import in_days

TEXT = "Emmanuel Macron doit recevoir vendredi Volodymyr Zelensky à Paris."
ROWS = [
    {"id": "a", "lang": "fr", "dct": "2025-10-15", "text": TEXT},
    {"id": "b", "lang": "fr", "text": TEXT},
    {"id": "c", "lang": "de", "dct": "2025-10-15", "text": "Er kommt am Freitag."},
]
pytestmark = pytest.mark.model


@pytest.fixture
def batch(folder: Path) -> Path:
    path = folder / "docs.jsonl"
    path.write_text("\n".join([json.dumps(ROWS[0]), "{", *map(json.dumps, ROWS[1:])]), encoding="utf-8")
    return path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch(timeline: Timeline, batch: Path, jobs: str) -> None:
    result = timeline("extract", str(batch), "-O", "jsonl", "--jobs", jobs)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", None, "b", "c"]
    codes = [[one["code"] for one in row.get("diagnostics", ())] for row in rows]
    assert codes == [[], ["E109"], ["E105"], ["W501"]]
    (claim,) = rows[0]["claims"]
    assert TEXT[claim["start"] : claim["end"]] == claim["quote"]
    assert TEXT[claim["trigger_start"] : claim["trigger_end"]] == "recevoir"
    assert {key: claim[key] for key in ("kind", "plover", "when", "when_words", "says", "place", "said_by")} == {
        "kind": "visit", "plover": "AGREE", "when": "2025-10-17", "when_words": "vendredi", "says": "expected",
        "place": "Paris", "said_by": [],
    }  # fmt: skip
    assert [{key: one[key] for key in ("name", "role")} for one in claim["actors"]] == [
        {"name": "Emmanuel Macron", "role": "host"},
        {"name": "Volodymyr Zelensky", "role": "visitor"},
    ]
    assert result.exit_code == 1


def test_an_article_is_not_kept(timeline: Timeline, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    result = timeline("extract", "a.txt", "--published", "2025-10-15", "--lang", "fr")
    assert "Emmanuel Macron" in result.stdout
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
    assert timeline("extract", "a.txt", "--lang", "fr").exit_code == 1


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2025-10-17T18:00", "2025-10-17"),
        ("[2025-10-17T18:00+02:00..2025-10-18]", "[2025-10-17..2025-10-18]"),
        ("198X", "1980/1989"),
        ("19XX", "1900/1999"),
        ("../2025-10-20", "../2025-10-20"),
        ("2025-10", "2025-10"),
    ],
)
def test_dates_in_days(edtf: str, days: str) -> None:
    assert in_days(edtf) == days
