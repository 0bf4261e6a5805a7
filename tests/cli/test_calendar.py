"""A calendar that somebody subscribed to: the same entry through all that happens to its event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import vobject
from icalendar import Calendar

from tests.cli.conftest import Timeline

LEDGER = """\
timeline: 1
timezone: Europe/Paris
sources:
  lsi: {outlet: LSI, published: "2025-10-17"}
  afp: {outlet: AFP, published: "2025-10-19"}
events:
  summit:
    title: Sommet de Budapest
    kind: summit
    claims:
      - {id: c1, source: lsi, quote: "prévu le 30 octobre", says: expected, when: "2025-10-30"}
  talks:
    title: Réunions
    claims:
      - {id: c2, source: lsi, says: expected, relations: [{before: summit}]}
  week:
    title: Conseillers
    claims:
      - {id: c3, source: afp, says: expected, when: "[2025-10-20..2025-10-26]"}
"""


def calendar(timeline: Timeline, *options: str) -> tuple[bytes, Any]:
    result = timeline("export", "ics", "-f", "events.yaml", "--today", "2025-10-20", *options)
    assert result.exit_code == 0
    assert vobject.readOne(result.stdout_bytes.decode()).name == "VCALENDAR"
    return result.stdout_bytes, Calendar.from_ical(result.stdout_bytes)


def entries(found: Any) -> dict[str, Any]:
    return {str(event["uid"]): event for event in found.events}


def test_an_entry_lives_with_its_event(folder: Path, timeline: Timeline) -> None:
    (folder / "events.yaml").write_text(LEDGER, encoding="utf-8")
    first, found = calendar(timeline)
    assert first == calendar(timeline, "--today", "2026-03-01")[0], "the same ledger gives the same bytes"
    before = entries(found)
    assert set(before) == {"summit", "week"}
    assert (before["week"]["summary"], before["week"]["transp"]) == ("[some day] Conseillers", "TRANSPARENT")
    assert "Réunions" in found["x-comment"], "an undated event borrows no date, and is told"

    moved = ("--source", "afp", "--to", "2025-11-06", "--quote", "reporté au 6 novembre", "-f", "events.yaml")
    assert timeline("postpone", "summit", *moved).exit_code == 0
    event = entries(calendar(timeline)[1])["summit"]
    assert event["sequence"] > before["summit"]["sequence"]
    assert event["dtstamp"].dt > before["summit"]["dtstamp"].dt
    assert event["dtstart"].dt.isoformat() == "2025-11-06"
    for told in ("Moved from: Thursday 30 October 2025", "“prévu le 30 octobre”", "LSI, 17 October 2025"):
        assert told in event["description"]

    assert timeline("cancel", "summit", "-f", "events.yaml").exit_code == 0
    assert timeline("edit", "summit", "--title", "Sommet", "-f", "events.yaml").exit_code == 0
    visible, strict = (entries(calendar(timeline, *more)[1])["summit"] for more in ((), ("--strict-ics",)))
    assert visible["sequence"] > event["sequence"]
    assert (visible["summary"], visible["status"], visible["transp"]) == (
        "CANCELLED: Sommet",
        "TENTATIVE",
        "TRANSPARENT",
    )
    assert strict["status"] == "CANCELLED"

    for _ in range(3):
        assert timeline("undo", "-f", "events.yaml").exit_code == 0
    assert calendar(timeline)[0] == first


def test_how_many_were_left_out_is_said(folder: Path, timeline: Timeline) -> None:
    (folder / "events.yaml").write_text(LEDGER, encoding="utf-8")
    result = timeline("export", "ics", "-f", "events.yaml", "-o", "story.ics")
    assert "1 event without a date: not in the calendar: Réunions" in result.stderr
