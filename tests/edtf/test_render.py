"""Dates made from day numbers and from other dates."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.edtf.strategies import FIRST, LAST, NOWADAYS, dates, days, windows
from timeline.edtf.days import iso_day, parse_day
from timeline.edtf.intersection import intersection
from timeline.edtf.parse import parse
from timeline.edtf.render import as_span, as_window, day, span, window
from timeline.edtf.value import Edtf, Form

CONVERTED = [
    # text, as a window, as a span
    ("2025-10-17", "2025-10-17", "2025-10-17"),
    ("2025-10-17T18:30", "2025-10-17T18:30", "2025-10-17T18:30"),
    ("2025-10", "[2025-10-01..2025-10-31]", "2025-10-01/2025-10-31"),
    ("2025~", "[2025-01-01~..2025-12-31~]", "2025-01-01~/2025-12-31~"),
    ("2025-10-XX", "2025-10-XX", "2025-10-01/2025-10-31"),
    ("2025-10-20/2025-10-22", "[2025-10-20..2025-10-22]", "2025-10-20/2025-10-22"),
    ("[2025-10-20..2025-10-22]", "[2025-10-20..2025-10-22]", "2025-10-20/2025-10-22"),
    ("[2025-10..2025-12]", "[2025-10..2025-12]", "2025-10/2025-12"),
    ("2025-10/2025-10", "[2025-10-01..2025-10-31]", "2025-10/2025-10"),
    ("../2025-10-16", "[..2025-10-16]", "../2025-10-16"),
    ("[2025-10-20..]", "[2025-10-20..]", "2025-10-20/.."),
    ("2025/", "[2025..]", "2025/"),
    ("{2025-10-20,2025-10-22}", "[2025-10-20..2025-10-22]", "2025-10-20/2025-10-22"),
    ("[2025-10-20,2025-10-22]", "[2025-10-20,2025-10-22]", "2025-10-20/2025-10-22"),
    ("Y17000", "Y17000", "Y17000"),
]


@pytest.mark.parametrize(("text", "as_a_window", "as_a_span"), CONVERTED)
def test_converts(text: str, as_a_window: str, as_a_span: str) -> None:
    assert as_window(parse(text)).canonical == as_a_window
    assert as_span(parse(text)).canonical == as_a_span


@given(dates())
def test_conversions_keep_the_bounds(date: Edtf) -> None:
    for converted in (as_window(date), as_span(date)):
        assert converted.bounds == date.bounds
        assert parse(converted.canonical) == converted
    assert as_window(as_window(date)) == as_window(date)
    assert as_span(as_span(date)) == as_span(date)


@given(days)
def test_a_day(number: int) -> None:
    assert day(number) == parse(iso_day(number))
    assert window(number, number) == span(number, number) == day(number)


@given(NOWADAYS, NOWADAYS)
def test_from_one_day_to_another(a: int, b: int) -> None:
    first, last = min(a, b), max(a, b)
    assert window(first, last).bounds == span(first, last).bounds == (first, last)
    if first < last:
        assert window(first, last).canonical == f"[{iso_day(first)}..{iso_day(last)}]"
        assert span(first, last).canonical == f"{iso_day(first)}/{iso_day(last)}"


def test_open_ends() -> None:
    number = parse_day("2025-10-20")
    assert str(window(number, None)) == "[2025-10-20..]"
    assert str(window(None, number)) == "[..2025-10-20]"
    assert str(span(number, None)) == "2025-10-20/.."
    assert str(span(None, number)) == "../2025-10-20"


@pytest.mark.parametrize("build", [window, span])
def test_impossible_ranges_are_refused(build: type) -> None:
    with pytest.raises(ValueError, match="2025-10-20 is before 2025-10-21"):
        build(parse_day("2025-10-21"), parse_day("2025-10-20"))
    with pytest.raises(ValueError, match="says nothing"):
        build(None, None)


@pytest.mark.parametrize("number", [FIRST - 1, LAST + 1])
def test_days_beyond_the_standard_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="beyond the years"):
        day(number)


MEETINGS = [
    ("[2025-10-20..2025-10-26]", "[2025-10-24..2025-10-30]", "[2025-10-24..2025-10-26]"),
    ("[2025-10-20..2025-10-26]", "[2025-10-26..2025-10-30]", "2025-10-26"),
    ("[2025-10-20..2025-10-26]", "2025-10-27", None),
    ("2025-10-17", "2025-10-18", None),
    ("2025-10", "2025-10-17", "2025-10-17"),
    ("2025-10", "2025-10-20/2025-10-22", "2025-10-20/2025-10-22"),
    ("2025-10", "[2025-10-24..2025-11-30]", "[2025-10-24..2025-10-31]"),
    ("2025", "2025-10", "2025-10"),
    ("2025-10-17", "2025-10-17T18:30", "2025-10-17T18:30"),
    ("[..2025-10-21]", "[2025-10-20..]", "[2025-10-20..2025-10-21]"),
    ("[..2025-10-21]", "[..2025-10-16]", "[..2025-10-16]"),
    ("2025-10-20/..", "[2025-10-01..2025-10-31]", "[2025-10-20..2025-10-31]"),
    ("[2025-10-20,2025-10-24]", "2025-10-22/2025-10-30", "2025-10-24"),
    ("[2025-10-20,2025-10-24]", "2025-10-22", None),
]


@pytest.mark.parametrize(("a", "b", "common"), MEETINGS)
def test_meets(a: str, b: str, common: str | None) -> None:
    expected = None if common is None else parse(common)
    assert intersection(parse(a), parse(b)) == expected
    assert intersection(parse(b), parse(a)) == expected


@given(windows(), windows())
def test_windows_meet_in_what_both_allow(a: Edtf, b: Edtf) -> None:
    common = intersection(a, b)
    first = max(FIRST if day is None else day for day in (a.bounds.earliest, b.bounds.earliest))
    last = min(
        LAST if day is None else day for day in (a.bounds.latest, b.bounds.latest)
    )  # 0 is the day before 0001-01-01
    assert common == (window(first, last) if first <= last else None)


@given(dates(), dates())
def test_any_two_dates_meet_inside_both(a: Edtf, b: Edtf) -> None:
    common = intersection(a, b)
    other_way = intersection(b, a)
    assert (common is None) == (other_way is None)
    if common is not None and other_way is not None:
        assert common.bounds == other_way.bounds
        assert parse(common.canonical) == common
        for whole in (a, b):
            assert inside(common, whole)


def inside(part: Edtf, whole: Edtf) -> bool:
    (first, last), (earliest, latest) = part.bounds, whole.bounds
    starts = earliest is None or (first is not None and first >= earliest)
    return starts and (latest is None or (last is not None and last <= latest))


@given(dates())
def test_a_date_meets_itself(date: Edtf) -> None:
    assert intersection(date, date) == date
    assert date.form in set(Form)
