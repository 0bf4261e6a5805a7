"""JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given

from tests.export.sample_views import EMPTY, PAYLOADS, STORY, hostile
from tests.export.view_strategies import views
from timeline.export import csv_table, json_lines, json_rows
from timeline.export.options import ExportOptions
from timeline.model.view import View

PLAIN = ExportOptions()


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


def test_json_is_as_documented(golden: Callable[[str, bytes], None]) -> None:
    golden("story.json", json_rows.export(STORY, PLAIN))


def test_csv_is_as_documented(golden: Callable[[str, bytes], None]) -> None:
    golden("story.csv", csv_table.export(STORY, PLAIN))


def test_an_empty_view_is_no_error() -> None:
    assert json.loads(json_rows.export(EMPTY, PLAIN))["events"] == []
    assert json_lines.export(EMPTY, PLAIN) == b""
    assert read_csv(csv_table.export(EMPTY, PLAIN)) == [list(csv_table.COLUMNS)]


def test_a_title_may_be_given() -> None:
    assert json.loads(json_rows.export(STORY, ExportOptions(title="Mine")))["title"] == "Mine"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    row = STORY.rows[0].model_copy(update={"title": f"{start}1+1"})
    content = csv_table.export(View(today=STORY.today, rows=(row,)), PLAIN)
    assert read_csv(content)[1][1] == f"'{start}1+1"


def test_hostile_text_stays_in_its_cell() -> None:
    table = read_csv(csv_table.export(hostile(), PLAIN))
    assert [row[1] for row in table[1:]] == [csv_table.harmless(text) for text in PAYLOADS]


@given(views)
def test_any_text_survives_json(view: View) -> None:
    content = json_rows.export(view, PLAIN)
    assert json.loads(content)["events"] == [row.exported() for row in view.rows]
    assert content == json_rows.export(view.model_copy(deep=True), PLAIN)


@given(views)
def test_any_text_survives_json_lines(view: View) -> None:
    lines = json_lines.export(view, PLAIN).decode().splitlines()
    assert [json.loads(line) for line in lines] == [row.exported() for row in view.rows]


@given(views)
def test_any_text_survives_csv(view: View) -> None:
    content = csv_table.export(view, PLAIN)
    table = read_csv(content)
    assert [row[1].removeprefix("'") for row in table[1:]] == [row.title.removeprefix("'") for row in view.rows]
    assert {len(row) for row in table} == {len(csv_table.COLUMNS)}
    assert content == csv_table.export(view.model_copy(deep=True), PLAIN)
