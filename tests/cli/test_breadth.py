"""`--breadth wide`: the same articles read for everything that somebody by name says or does; and whom `--actor` finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline

TEXT = "Anne Rowe opened a plant in Lima on Monday. Rowe said the plant was safe.\n"
ASKED = ("--published", "2025-10-15", "--lang", "en")
pytestmark = pytest.mark.model


def _kinds(timeline: Timeline) -> list[str]:
    shown = timeline("list", "--actor", "Anne Rowe", "-O", "jsonl").stdout
    return [json.loads(line)["kind"] for line in shown.splitlines()]


def test_extract(timeline: Timeline, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    for breadth, said in (("news", 0), ("wide", 1)):
        (row,) = json.loads(timeline("extract", "a.txt", *ASKED, "--breadth", breadth, "-O", "json").stdout)
        assert sum(claim["kind"] == "statement" for claim in row["claims"]) == said


def test_rows(timeline: Timeline, folder: Path) -> None:
    row = {"id": "a", "lang": "en", "dct": "2025-10-15", "text": TEXT}
    (folder / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    shown = timeline("extract", "a.jsonl", "--breadth", "wide", "-O", "jsonl").stdout
    assert "statement" in {claim["kind"] for claim in json.loads(shown)["claims"]}


def test_read_again_for_everything_and_back(timeline: Timeline, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    timeline("ingest", "a.txt", *ASKED)
    assert "statement" not in _kinds(timeline)
    timeline("ingest", "a.txt", *ASKED, "--breadth", "wide")
    assert "statement" not in _kinds(timeline)
    timeline("ingest", "a.txt", *ASKED, "--breadth", "wide", "--replace")
    assert "statement" in _kinds(timeline)
    timeline("ingest", "a.txt", *ASKED, "--replace")
    assert "statement" not in _kinds(timeline)


def test_such_a_claim_is_explained(timeline: Timeline, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    timeline("ingest", "a.txt", *ASKED, "--breadth", "wide")
    rows = json.loads(timeline("list", "--kind", "statement", "-O", "json").stdout)
    told = json.loads(timeline("explain", rows[0]["claims"][0]["id"], "-O", "json").stdout)
    assert told["found"]
    assert "en-say" in told["steps"][0]["why"]


def test_another_breadth_is_refused(timeline: Timeline) -> None:
    assert timeline("ingest", "a.txt", "--breadth", "deep").exit_code == 2


def test_the_nearest_actor_is_taken_and_told(timeline: Timeline, folder: Path) -> None:
    (folder / "a.txt").write_text("The Northern Coast Rail Agency sued Anne Rowe on Monday.\n", encoding="utf-8")
    timeline("ingest", "a.txt", *ASKED)
    for name in ("NCRA", "Northern Coast Rail Agnecy"):
        result = timeline("list", "--actor", name, "-O", "jsonl")
        assert json.loads(result.stdout)["kind"] == "trial"
        assert ("taken for Northern Coast Rail Agency" in result.stderr) is (name != "NCRA")
    assert timeline("list", "--actor", "Southern Bank", "-O", "jsonl").stdout == ""
