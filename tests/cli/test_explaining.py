"""`timeline explain`, and `timeline ingest --accept-above`: how sure a claim is, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline

TEXT = "Emmanuel Macron doit recevoir vendredi Volodymyr Zelensky à Paris. Le sommet de Budapest a été annulé.\n"
pytestmark = pytest.mark.model


@pytest.fixture
def claims(timeline: Timeline, folder: Path) -> dict[str, str]:
    """Claim ids by the kind of their event, in a ledger where the surest are accepted."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    asked = ["ingest", "a.txt", "--published", "2025-10-15", "--lang", "fr", "--accept-above", "0.9", "--tz", "UTC"]
    assert timeline(*asked).exit_code == 0
    rows = json.loads(timeline("list", "-O", "json").stdout)
    return {row["kind"]: row["claims"][0]["id"] for row in rows}


def test_only_the_sure_are_accepted(timeline: Timeline, claims: dict[str, str]) -> None:
    rows = json.loads(timeline("list", "-O", "json").stdout)
    judged = {row["kind"]: row["claims"][0]["judgement"] for row in rows}
    assert judged == {"visit": "accepted", "summit": "suggested"}


def test_each_step_is_replayed(timeline: Timeline, claims: dict[str, str]) -> None:
    told = json.loads(timeline("explain", claims["visit"], "-O", "json").stdout)
    assert told["found"]
    steps = [(step["stage"], step["words"]) for step in told["steps"]]
    assert ("event", "recevoir") in steps
    assert ("status", "doit") in steps
    assert ("date", "vendredi") in steps
    assert ("actor", "Volodymyr Zelensky") in steps
    assert any("score of at least 0.9" in step["why"] for step in told["steps"])


def test_what_a_person_typed_was_not_read(timeline: Timeline, folder: Path) -> None:
    added = ["add", "Sommet", "--when", "2025-11-03", "--source", "note", "--kind", "summit"]
    assert timeline(*added).exit_code == 0
    told = timeline("explain", "sommet")
    assert "typed by a person" in told.stdout


def test_an_unknown_claim(timeline: Timeline, claims: dict[str, str]) -> None:
    result = timeline("explain", "c000000")
    assert result.exit_code == 2
    assert "E603" in result.stderr
