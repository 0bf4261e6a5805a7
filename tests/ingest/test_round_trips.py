"""Whatever text an event holds: a file that we wrote is read as the events that went into it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.view_strategies import views
from timeline.export.options import ExportOptions
from timeline.export.placing import placements, slot
from timeline.export.plain_text import one_line, printable
from timeline.ingest.entries.asked import Asked
from timeline.model.entry import Entry
from timeline.model.view import EventRow, View
from timeline.model.vocabulary import Occurrence
from timeline.registry import find

ASKED = Asked(date(2026, 1, 1), "UTC")
WORDS = st.text("aéŽ7 '#!:/.,&<>\"=|;-", max_size=20).map(lambda text: one_line(f"A{text}"))


@st.composite
def readable(draw: st.DrawFn) -> View:
    """Views whose events have titles, which is what an entry must have, and ids of their own."""
    view = draw(views)
    rows = [row.model_copy(update={"title": draw(WORDS), "id": f"e{at}"}) for at, row in enumerate(view.rows)]
    return view.model_copy(update={"rows": tuple(rows)})


def read(out: str, into: str, view: View, folder: Path) -> list[Entry]:
    path = folder / f"story.{out}"
    path.write_bytes(find("exporters", out)(view, ExportOptions()))
    found = list(find("importers", into)(path, ASKED))
    assert all(isinstance(one, Entry) for one in found), found
    return [one for one in found if isinstance(one, Entry)]


def facts(row: EventRow | Entry, when: str | None) -> tuple[str, str | None, Occurrence | None]:
    return row.title, when, row.occurrence if isinstance(row, EventRow) else row.says


def after_year_1(row: EventRow) -> bool:
    return not (slot(row) or "").startswith("-")


@pytest.mark.parametrize(("out", "into"), [("jsonl", "json"), ("json", "json"), ("csv", "csv")])
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(view=readable())
def test_exact(out: str, into: str, view: View, tmp_path: Path) -> None:
    """Tables with control characters are taken for binary files, as any text is."""
    plain = printable(view.model_dump_json()) == view.model_dump_json() and "\\u00" not in view.model_dump_json()
    if view.rows and (plain or out != "csv"):
        entries = read(out, into, view, tmp_path)
        assert [facts(entry, entry.when) for entry in entries] == [facts(row, row.when) for row in view.rows]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(view=readable())
def test_slides(view: View, tmp_path: Path) -> None:
    entries = read("timelinejs", "timelinejs", view, tmp_path)
    placed = [row for row in view.rows if placements(row)]
    assert [facts(entry, entry.when) for entry in entries] == [facts(row, slot(row)) for row in placed]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(view=readable())
def test_markwhen(view: View, tmp_path: Path) -> None:
    placed = [row for row in view.rows if placements(row) and after_year_1(row)]
    if placed:
        entries = read("markwhen", "markwhen", view, tmp_path)
        assert [facts(entry, entry.when) for entry in entries] == [facts(row, slot(row)) for row in placed]
