"""What is read and what is refused: the tables in `cases/`, and properties that hold for every date."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.edtf.strategies import dates
from timeline.edtf.days import parse_day
from timeline.edtf.parse import EdtfError, parse
from timeline.edtf.render import render
from timeline.edtf.value import Bounds, Edtf

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[Any]:
    table: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["text"].strip() or "empty") for row in table]


def bounds(days: list[str]) -> Bounds:
    earliest, latest = (None if text == ".." else parse_day(text) for text in days)
    return Bounds(earliest, latest)


@pytest.mark.parametrize("row", rows("valid.yaml"))
def test_reads(row: dict[str, Any]) -> None:
    date = parse(row["text"])
    assert date.canonical == row.get("as", row["text"])
    assert date.form == row.get("form", "point")
    assert date.precision == row.get("precision", "day")
    assert date.qualifier == row.get("qualifier")
    assert date.bounds == bounds(row["days"])
    assert date.fuzzy_bounds == bounds(row.get("fuzzy", row["days"]))


@pytest.mark.parametrize("row", rows("invalid.yaml"))
def test_refuses(row: dict[str, Any]) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(row["text"])
    assert row["says"] in str(caught.value)
    assert caught.value.position == row["at"]
    assert caught.value.text == row["text"]


@given(dates())
def test_canonical_text_is_read_as_the_same_date(date: Edtf) -> None:
    again = parse.__wrapped__(render(date))
    assert again == date
    assert (again.form, again.bounds, again.fuzzy_bounds) == (date.form, date.bounds, date.fuzzy_bounds)
    assert again.ranges == date.ranges
    assert str(date) == date.canonical == render(date)


@given(dates())
def test_bounds_are_in_order_and_strict_ones_inside_fuzzy_ones(date: Edtf) -> None:
    (earliest, latest), (loose_earliest, loose_latest) = date.bounds, date.fuzzy_bounds
    assert earliest is None or latest is None or earliest <= latest
    assert (earliest is None) == (loose_earliest is None)
    assert (latest is None) == (loose_latest is None)
    assert earliest is None or loose_earliest is None or loose_earliest <= earliest
    assert latest is None or loose_latest is None or loose_latest >= latest
    assert date.qualifier is not None or date.bounds == date.fuzzy_bounds


def error_of(text: str) -> EdtfError | None:
    try:
        parse(text)
    except EdtfError as error:
        return error
    return None


@given(st.text(alphabet="0123456789-/.[]{},XuTZWQY:+?~% ", max_size=30))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    error = error_of(text)
    if error is None:
        assert parse(parse(text).canonical) == parse(text)
    else:
        assert 0 <= error.position <= len(text)
        assert error.problem
        assert error.expected


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    error = error_of(text)
    assert error is None or str(error)


def test_dates_and_errors_survive_pickling() -> None:
    date = parse("[2025-10-20~..2025-10-26]")
    assert pickle.loads(pickle.dumps(date)) == date  # noqa: S301 - our own bytes
    with pytest.raises(EdtfError) as caught:
        parse("2025-13")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (str(again), again.position) == (str(caught.value), 5)


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        parse("2025-10-17").canonical = "2025-10-18"  # type: ignore[misc]
