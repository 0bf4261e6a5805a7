"""`timeline import`: events come in from other programs' files, go out and come back, once each."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Timeline
from tests.export.sample_views import STORY
from timeline.export import json_rows
from timeline.export.options import ExportOptions

TABLE = "Titre;Date;Lieu;Statut;Qui\nFoire;05/12/2025;Lyon;confirmé;Ana Bravo (host)\nDéfilé;24/12/2025;;;\n"
DAY = ("--today", "2025-10-18", "--tz", "Europe/Paris")


def events(timeline: Timeline, ledger: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(timeline("export", "json", "-f", ledger, "-q").stdout)["events"]
    return found


@pytest.fixture
def table(folder: Path) -> Path:
    path = folder / "fair.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("table")
def test_a_guess_is_shown_and_nothing_is_read_before_somebody_agrees(timeline: Timeline, folder: Path) -> None:
    done = timeline("import", "fair.csv", *DAY)
    assert done.exit_code == 2
    assert "'Titre' is title (guessed), for example 'Foire'" in done.stderr
    assert "--yes" in done.stderr
    assert not (folder / "data").exists()


@pytest.mark.usefixtures("table")
def test_entries_become_suggested_claims_of_one_source(timeline: Timeline) -> None:
    done = timeline("import", "fair.csv", "-f", "s.yaml", "--yes", "-O", "json", *DAY)
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert (answer["source"], answer["events"], answer["refused"]) == ("fair-csv", 2, 0)
    fair, parade = events(timeline, "s.yaml")
    assert (fair["when"], fair["occurrence"], fair["place"], fair["judgement"]) == (
        "2025-12-05", "confirmed", "Lyon", "suggested",
    )  # fmt: skip
    assert [(actor["name"], actor["role"]) for actor in fair["actors"]] == [("Ana Bravo", "host")]
    assert parade["occurrence"] == "expected"
    assert {claim["source"] for event in (fair, parade) for claim in event["claims"]} == {"fair-csv"}


def test_the_same_again_adds_nothing_and_a_change_one_claim(timeline: Timeline, table: Path, folder: Path) -> None:
    timeline("import", "fair.csv", "-f", "s.yaml", "--yes", "--accept", *DAY)
    before = (folder / "s.yaml").read_bytes()
    again = timeline("import", "fair.csv", "-f", "s.yaml", "--yes", "--accept", "--today", "2026-02-01", "-O", "json")
    assert json.loads(again.stdout)["known"] == 2
    assert (folder / "s.yaml").read_bytes() == before
    table.write_text(TABLE.replace("24/12/2025", "23/12/2025"), encoding="utf-8")
    moved = timeline("import", "fair.csv", "-f", "s.yaml", "--yes", "--accept", "-O", "json", *DAY)
    assert [claim["event"] for claim in json.loads(moved.stdout)["claims"]] == ["defile"]
    fair, parade = events(timeline, "s.yaml")
    assert (parade["when"], len(parade["claims"]), len(fair["claims"])) == ("2025-12-23", 2, 1)


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(timeline: Timeline, table: Path) -> None:
    table.write_text(
        f"{TABLE}Messe;32/13/2025;;;\nMarché;samedi;;;\nBal;31/12/2025;;peut-être bien;\n", encoding="utf-8"
    )
    done = timeline("import", "fair.csv", "-f", "s.yaml", "--yes", *DAY)
    assert done.exit_code == 1
    told = sorted(re.findall(r"fair\.csv:(\d+): error (E\d+)", done.stderr))
    assert told == [("4", "E126"), ("5", "E126"), ("6", "E126")]
    assert len(events(timeline, "s.yaml")) == 2
    timeline("import", "fair.csv", "-f", "t.yaml", "--yes", "--published", "2025-12-01", *DAY)
    assert [event["when"] for event in events(timeline, "t.yaml") if event["title"] == "Marché"] == ["2025-12-06"]


@pytest.mark.usefixtures("table")
def test_a_dry_run_writes_nothing(timeline: Timeline, folder: Path) -> None:
    done = timeline("import", "fair.csv", "-f", "s.yaml", "-n", *DAY)
    assert done.exit_code == 0
    assert "+" in done.stdout
    assert not (folder / "s.yaml").exists()


def test_an_article_is_no_file_of_events(timeline: Timeline, table: Path, folder: Path) -> None:
    (folder / "a.txt").write_text("The minister will visit Lyon on 5 December 2025.\n", encoding="utf-8")
    timeline(
        "ingest", "a.txt", "--published", "2025-12-01", "--outlet", "Gazette", "-f", "s.yaml", "--lang", "en", *DAY
    )
    done = timeline("import", str(table), "-f", "s.yaml", "--yes", "--source", "gazette-2025-12-01")
    assert done.exit_code == 2
    assert "is an article" in done.stderr


EXACT = ("title", "when", "occurrence", "place", "kind")
WAYS = [
    ("json", "json", (*EXACT, "id", "actors")),
    ("jsonl", "json", (*EXACT, "id", "actors")),
    ("csv", "csv", (*EXACT, "id", "actors")),
    ("xlsx", "xlsx", (*EXACT, "id", "actors")),
    ("ics", "ics", (*EXACT, "id")),
    ("timelinejs", "timelinejs", (*EXACT, "id")),
    ("markwhen", "markwhen", (*EXACT, "id", "actors")),
    ("schemaorg", "jsonld", ("title", "when", "place", "id", "actors")),
]
LEFT_OUT = {
    "ics": {"budapest-summit"},
    "timelinejs": {"budapest-summit"},
    "markwhen": {"budapest-summit"},
    "schemaorg": {"answer-of-moscow"},
}
"""What a format has no room for, as the documentation says."""


def said(event: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    people = sorted((actor["name"], actor["role"]) for actor in event["actors"])
    return {key: people if key == "actors" else event[key] for key in keys}


@pytest.mark.parametrize(("out", "into", "keys"), WAYS, ids=[way[0] for way in WAYS])
def test_what_goes_out_comes_back(out: str, into: str, keys: tuple[str, ...], timeline: Timeline, folder: Path) -> None:
    (folder / "seed.json").write_bytes(json_rows.export(STORY, ExportOptions()))
    assert timeline("import", "seed.json", "-f", "one.yaml", "--accept", *DAY).exit_code == 0
    before = {event["id"]: said(event, keys) for event in events(timeline, "one.yaml")}
    assert set(before) == {row.id for row in STORY.rows}
    timeline("export", out, "-f", "one.yaml", "-o", f"story.{out}")
    done = timeline("import", f"story.{out}", "--format", into, "-f", "two.yaml", "--accept", "--yes", *DAY)
    assert done.exit_code == 0, done.stderr
    after = {event["id"]: said(event, keys) for event in events(timeline, "two.yaml")}
    assert after == {name: row for name, row in before.items() if name not in LEFT_OUT.get(out, set())}
