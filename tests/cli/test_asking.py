"""list, upcoming, show, search: what they answer, in each format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Timeline

CONTRACT = ["id", "title", "kind", "when", "earliest", "latest", "occurrence", "judgement", "place", "actors", "claims"]
CLAIM = {"id", "source", "quote", "start", "end", "when", "when_words", "rule", "says", "said_by"}

pytestmark = pytest.mark.usefixtures("story")


def ids(output: str) -> list[str]:
    return [event["id"] for event in json.loads(output)]


FILTERS = {
    "all": ([], ["call", "visit", "talks", "council", "summit"]),
    "from": (["--from", "2025-10-18"], ["talks", "council"]),
    "to": (["--to", "2025-10-17"], ["call", "visit"]),
    "period": (["--period", "2025-W43"], ["talks"]),
    "period counted": (["-p", "week+1", "--today", "2025-10-17"], ["talks"]),
    "actor by last name": (["--actor", "zelensky"], ["visit"]),
    "actor in another spelling": (["--actor", "Zelenskiy"], ["visit"]),
    "two actors": (["--actor", "Poutine", "--actor", "Zelensky"], ["call", "visit"]),
    "place": (["--place", "budapest"], ["summit"]),
    "kind": (["--kind", "summit"], ["council", "summit"]),
    "two kinds": (["--kind", "visit", "--kind", "talks"], ["visit", "talks"]),
    "status": (["--status", "occurred"], ["call"]),
    "judgement": (["--judgement", "suggested"], ["talks"]),
    "source": (["--source", "LSI", "--kind", "visit"], ["visit"]),
    "tag": (["--tag", "ukraine"], ["visit"]),
    "undated": (["--undated"], ["summit"]),
    "text": (["--text", "haut niveau"], ["talks"]),
    "reverse": (["--reverse", "--sort", "title", "--limit", "1"], ["visit"]),
    "limit": (["--limit", "2"], ["call", "visit"]),
    "as of": (["--as-of", "2025-10-05"], ["council"]),
    "known at": (["--known-at", "2025-09-30", "--kind", "talks"], ["talks"]),
}


@pytest.mark.parametrize(("options", "expected"), FILTERS.values(), ids=FILTERS)
def test_filters(timeline: Timeline, options: list[str], expected: list[str]) -> None:
    result = timeline("list", "-O", "json", *options)
    assert result.exit_code == 0
    assert ids(result.stdout) == expected


def test_a_list_is_the_documented_objects(timeline: Timeline) -> None:
    for event in json.loads(timeline("list", "-O", "json").stdout):
        assert list(event) == CONTRACT
        assert all(set(actor) == {"id", "name", "role"} for actor in event["actors"])
        assert all(set(claim) >= CLAIM for claim in event["claims"])


def test_one_event_is_one_object(timeline: Timeline) -> None:
    event = json.loads(timeline("show", "visit", "-O", "json").stdout)
    assert event["when"] == "2025-10-17"
    assert event["actors"] == [
        {"id": "donald-trump", "name": "Donald Trump", "role": "host"},
        {"id": "volodymyr-zelensky", "name": "Volodymyr Zelensky", "role": "visitor"},
    ]
    assert event["claims"][0]["when_words"] == "vendredi"


@pytest.mark.parametrize("reference", ["visit", "vis", "c000002", "reçoit zelensky", "RECOIT"])
def test_an_event_by_what_one_remembers(timeline: Timeline, reference: str) -> None:
    assert json.loads(timeline("show", reference, "-O", "json").stdout)["id"] == "visit"


def test_show_tells_everything_of_a_claim(timeline: Timeline) -> None:
    shown = timeline("show", "visit").stdout
    for told in (
        "Fri 17 Oct 2025",
        "“doit recevoir vendredi Volodymyr Zelensky à Washington”",
        "“vendredi”",
        "fr-weekday-bare",
        "Fri 10 Oct 2025",
        "lsi-2025-10-17",
        "accepted",
        "Donald Trump (host)",
        "expected",
        "Washington",
    ):
        assert told in shown


def test_an_unknown_event_names_the_nearest(timeline: Timeline) -> None:
    result = timeline("show", "sumit")
    assert result.exit_code == 2
    assert "E603" in result.stderr
    assert "summit" in result.stderr


def test_upcoming_in_its_sections(timeline: Timeline) -> None:
    result = timeline("upcoming", "--today", "2025-10-17")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Today, October 17",
        "Fri 17 Oct 2025             expected              Trump reçoit Zelensky       Washington  visit",
        "",
        "Next week",
        "some day 20–26 Oct 2025     expected   suggested  Réunions entre conseillers              talks",
        "",
        "November 2025",
        "13–14 Nov 2025              confirmed             Conseil européen            Bruxelles   council",
        "",
        "No date yet",
        "not before Mon 20 Oct 2025  expected              Sommet de Budapest          Budapest    summit",
    ]


def test_a_window_that_has_begun_still_counts(timeline: Timeline) -> None:
    result = timeline("upcoming", "--today", "2025-10-22")
    assert "This week\nsome day 20–26 Oct 2025" in result.stdout
    assert "Today" not in result.stdout


def test_upcoming_within_days(timeline: Timeline) -> None:
    assert ids(timeline("upcoming", "--today", "2025-10-17", "--days", "2", "-O", "json").stdout) == ["visit"]


def test_search(timeline: Timeline) -> None:
    assert ids(timeline("search", "sommet", "budapest", "-O", "json").stdout) == ["summit"]
    nothing = timeline("search", "orchestra")
    assert nothing.exit_code == 0
    assert "no event holds 'orchestra'" in nothing.stdout


def test_exit_code_asks_whether_there_is_anything(timeline: Timeline) -> None:
    assert timeline("list", "--undated", "--exit-code").exit_code == 1
    assert timeline("list", "--place", "Oslo", "--exit-code").exit_code == 0


def test_json_lines(timeline: Timeline) -> None:
    lines = timeline("list", "-O", "jsonl").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["call", "visit", "talks", "council", "summit"]


def test_csv(timeline: Timeline) -> None:
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(timeline("list", "-O", "csv").stdout)))
    assert rows[1]["id"] == "visit"
    assert rows[1]["quote"] == "doit recevoir vendredi Volodymyr Zelensky à Washington"
    assert timeline("list", "-O", "csv").stdout == timeline("export", "csv").stdout


def test_markdown(timeline: Timeline) -> None:
    lines = timeline("upcoming", "--today", "2025-10-17", "-O", "md").stdout.splitlines()
    assert lines[0] == "## Today, October 17"
    assert lines[2].startswith("| When | Status |")
    assert "| Trump reçoit Zelensky |" in lines[4]


def test_options_before_and_after_the_command(timeline: Timeline, story: Path) -> None:
    other = story.rename(story.with_name("other.yaml"))
    before = timeline("-f", str(other), "-O", "json", "list")
    after = timeline("list", "-f", str(other), "-O", "json")
    assert before.stdout == after.stdout
    assert ids(timeline("-O", "table", "list", "-f", str(other), "-O", "json").stdout), "the nearer one wins"


def test_output_into_a_file(timeline: Timeline, folder: Path) -> None:
    result = timeline("list", "-O", "json", "-o", "out/list.json")
    assert result.stdout == ""
    assert ids((folder / "out" / "list.json").read_text(encoding="utf-8"))


def test_an_output_that_cannot_be_written(timeline: Timeline, folder: Path) -> None:
    (folder / "out").write_text("a file, no folder")
    result = timeline("list", "-o", "out/list.txt")
    assert result.exit_code == 7
    assert "E601" in result.stderr


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--from", "2025-10-20", "--to", "2025-10-01"], "E602", "--from 2025-10-20 is after --to 2025-10-01"),
        (["--period", "2025", "--from", "2025"], "E602", "not both"),
        (["--from", "blah"], "E301", "--from: 'blah'"),
        (["--today", "2025-10"], "E301", "--today wants one day"),
        (["--tz", "Europe/Atlantis"], "E602", "Europe/Atlantis"),
        (["--status", "maybe"], "E602", "expected"),
        (["-O", "xml"], "E602", "jsonl"),
    ],
)
def test_a_request_that_cannot_be_understood(timeline: Timeline, options: list[str], code: str, told: str) -> None:
    result = timeline("list", *options)
    assert result.exit_code == 2
    assert f"error {code}: " in result.stderr
    assert told in result.stderr
    assert "Traceback" not in result.output
