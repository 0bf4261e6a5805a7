"""conflicts, prefer, bounds, link, sources that print one text: from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline

LEDGER = """\
timeline: 1
timezone: Europe/Paris
sources:
  left: {outlet: Left, published: "2025-10-16"}
  right: {outlet: Right, published: "2025-10-18"}
actors:
  ann: {name: Ann Lee, kind: person}
  bob: {name: Bob Ray, kind: person}
events:
  talks:
    title: Talks
    claims:
      - {id: c1, source: left, says: expected, when: 2025-10-22, quote: "on the 22nd", actors: [ann, bob]}
      - {id: c2, source: right, says: expected, when: 2025-10-24, quote: "on the 24th", judgement: suggested}
  vote:
    title: Vote
    claims:
      - {id: c3, source: left, says: expected}
"""


@pytest.fixture(autouse=True)
def ledger(folder: Path) -> Path:
    path = folder / "events.yaml"
    path.write_text(LEDGER, encoding="utf-8")
    return path


def test_conflicts_side_by_side(timeline: Timeline) -> None:
    result = timeline("conflicts", "--exit-code")
    assert result.exit_code == 1
    assert all(words in result.stdout for words in ("“on the 22nd”", "“on the 24th”", "Left", "Right", "suggested"))
    (one,) = json.loads(timeline("conflicts", "talks", "-O", "json").stdout)
    assert [side["origins"] for side in one["sides"]] == [["right"], ["left"]]


def test_a_choice_is_kept_with_its_reason_and_taken_back(timeline: Timeline, ledger: Path) -> None:
    assert timeline("prefer", "c2", "--because", "checked by telephone").exit_code == 0
    text = ledger.read_text(encoding="utf-8")
    assert "preferred: {about: when" in text
    assert text.count("why: checked by telephone") == 2, "accepted and preferred"
    assert "c1, source: left" in text
    assert "no conflict" in timeline("conflicts").stdout
    assert json.loads(timeline("show", "talks", "-O", "json").stdout)["when"] == "2025-10-24"
    assert timeline("prefer", "c2", "--withdraw").exit_code == 0
    assert "preferred" not in ledger.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["prefer", "c9", "--because", "x"], "E603"),
        (["prefer", "c1"], "E602"),
        (["link", "talks", "before", "talks"], "E602"),
        (["link", "talks", "before", "nothing"], "E603"),
        (["link", "talks", "during", "vote", "--gap", "3d"], "E602"),
        (["link", "talks", "before", "vote", "--gap", "3d", "--within", "1d"], "E602"),
        (["link", "talks", "beside", "vote"], "E602"),
        (["source", "edit", "left"], "E602"),
        (["graph", "--joins", "--communities"], "E602"),
        (["graph", "--from", "2025"], "E602"),
        (["graph", "--joins", "--from", "2025-10-22", "--to", "2025-10-20"], "E602"),
        (["log", "--since", "2025-10-22", "--until", "2025-10-20"], "E602"),
        (["graph", "--between", "Ann Lee", "Ann Lee"], "E602"),
    ],
)
def test_requests_that_make_no_sense(timeline: Timeline, line: list[str], code: str) -> None:
    result = timeline(*line)
    assert result.exit_code == 2
    assert f"error {code}" in result.stderr


def test_bounds_with_their_quotes_open_when_the_event_is_cancelled(timeline: Timeline) -> None:
    timeline("reject", "c2")
    timeline("link", "vote", "after", "talks", "--gap", "2d", "--source", "left", "--quote", "two days after")
    shown = json.loads(timeline("bounds", "vote", "-O", "json").stdout)
    assert (shown["earliest"], shown["latest"]) == ("2025-10-24", None)
    assert [step["said"]["quote"] for step in shown["earliest_chain"]] == ["two days after", "on the 22nd"]
    timeline("cancel", "talks", "--source", "Right", "--published", "2025-10-20", "--quote", "called off")
    shown = json.loads(timeline("bounds", "vote", "-O", "json").stdout)
    assert shown["earliest"] is None
    assert shown["changes"][-1]["why"] == "talks is cancelled"
    assert shown["changes"][-1]["said"]["quote"] == "called off"
    assert "talks is cancelled" in timeline("log", "vote").stdout


def test_a_circle_is_named_with_its_quotes_and_kept(timeline: Timeline) -> None:
    timeline("link", "vote", "after", "talks", "--source", "left", "--quote", "first the talks")
    result = timeline("link", "vote", "before", "talks", "--source", "right", "--quote", "first the vote")
    assert result.exit_code == 0
    assert "E406" in result.stderr
    found = timeline("bounds", "vote").stdout
    assert "“first the talks”" in found
    assert "“first the vote”" in found
    fields = [one["field"] for one in json.loads(timeline("conflicts", "-O", "json").stdout)]
    assert fields == ["when", "order"]


def test_a_relation_to_nothing_is_named_and_the_rest_answers(timeline: Timeline, ledger: Path) -> None:
    broken = LEDGER.replace("says: expected}\n", "says: expected, relations: [{after: nowhere}, {after: vote}]}\n")
    ledger.write_text(broken, encoding="utf-8")
    result = timeline("list", "-O", "json")
    assert result.exit_code == 0
    assert [event["id"] for event in json.loads(result.stdout)] == ["talks", "vote"]
    assert "events.yaml:18:" in result.stderr
    assert "W213" in result.stderr
    assert "W214" in result.stderr
    fields = [one["field"] for one in json.loads(timeline("conflicts", "-O", "json").stdout)]
    assert "order" not in fields  # what counts for nothing contradicts nothing


def test_copies_are_found_and_denied(timeline: Timeline, folder: Path) -> None:
    words = [f"word{number * number % 97}" for number in range(300)]
    (folder / "a.txt").write_text(" ".join(words), encoding="utf-8")
    (folder / "b.txt").write_text("Our own line. " + " ".join(words[:200]), encoding="utf-8")
    for name, outlet in (("a.txt", "Wire"), ("b.txt", "Echo")):
        line = timeline("ingest", name, "--outlet", outlet, "--published", "2025-10-20", "--lang", "en")
    assert "I113" in line.stderr
    origins = {row["outlet"]: row["origin"] for row in json.loads(timeline("source", "copies", "-O", "json").stdout)}
    assert origins == {"Echo": "wire"}
    timeline("source", "edit", "echo-2025-10-20", "--own")
    (row,) = json.loads(timeline("source", "copies", "-O", "json").stdout)
    assert row["origin"] == "echo"


def test_somebody_stays_away(timeline: Timeline) -> None:
    timeline("claim", "talks", "--absent", "Bob Ray", "--source", "right", "--quote", "without Mr Ray")
    shown = json.loads(timeline("show", "talks", "-O", "json").stdout)
    assert [actor["id"] for actor in shown["actors"]] == ["ann"]
