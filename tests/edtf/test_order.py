"""Which date comes first: comparisons that may say "cannot be told", and a sort key that always decides."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edtf.strategies import dates
from timeline.edtf.order import after, before, contains, overlaps, sort_key, within
from timeline.edtf.parse import parse
from timeline.edtf.value import Edtf, Form, Point

COMPARED: list[tuple[str, str, bool | None, bool | None, bool | None]] = [
    # a, b, a before b, a overlaps b, a within b
    ("2025-10-17", "2025-10-18", True, False, False),
    ("2025-10-18", "2025-10-17", False, False, False),
    ("2025-10-17", "2025-10-17", None, True, True),
    ("2025-10-17", "2025-10", None, None, True),
    ("2025-10", "2025-10-17", None, None, None),
    ("2025", "2026", True, False, False),
    ("2025-10-17", "2025-10-20/2025-10-22", True, False, False),
    ("2025-10-21", "2025-10-20/2025-10-22", False, True, True),
    ("2025-10-20/2025-10-22", "2025-10-22/2025-10-24", None, True, False),
    ("2025-10-20/2025-10-24", "2025-10-22/2025-10-23", False, True, False),
    ("2025-10-20/2025-10-30", "[2025-10-20..2025-10-26]", False, True, False),
    # some day of a week against days in it, at its edges and outside
    ("[2025-10-20..2025-10-26]", "2025-10-22", None, None, None),
    ("2025-10-22", "[2025-10-20..2025-10-26]", None, None, True),
    ("[2025-10-20..2025-10-26]", "2025-10-20/2025-10-26", None, True, True),
    ("[2025-10-20..2025-10-26]", "2025-10-27", True, False, False),
    ("[2025-10-20..2025-10-26]", "[2025-10-20..2025-10-26]", None, None, True),
    # open and unknown ends
    ("../2025-10-16", "2025-10-17", True, False, False),
    ("[..2025-10-16]", "2025-10-17", True, False, False),
    ("2025-10-20/..", "2025-10-17", False, False, False),
    ("2025-10-20/..", "2026", None, None, False),
    ("2026", "2025-10-20/..", False, None, True),
    ("2026", "2025-10-20/", False, None, None),
    ("2025-10-17", "2025-10-20/", True, False, False),
    ("[2025-10-20..]", "2025-10-20", None, None, None),
    ("[2025-10-21..]", "2025-10-20", False, False, False),
    # about
    ("2025-10-17~", "2025-10-18", None, None, None),
    ("2025-10-17~", "2025-10-21", True, False, False),
    ("2025-10-17~", "2025-10", None, None, True),
    ("2025-11-15", "2025-10~", None, None, None),
    ("2025-12-15", "2025-10~", False, False, False),
    # times
    ("2025-10-17T18:30", "2025-10-17T18:31", True, False, False),
    ("2025-10-17T18:30", "2025-10-17T18:30", None, True, True),
    ("2025-10-17T18:30:10", "2025-10-17T18:30:20", True, True, False),
    ("2025-10-17T18:30:10", "2025-10-17T18:30:10", False, True, True),
    ("2025-10-17T18:30", "2025-10-17", None, True, True),
    ("2025-10-17T18:30~", "2025-10-17T19:00", None, None, None),
    ("2025-10-17T18:30Z", "2025-10-17T19:30+02:00", False, False, False),
    ("2025-10-17T23:30-05:00", "2025-10-18T01:00+02:00", False, False, False),
    ("2025-10-17T18:30Z", "2025-10-17T20:00", True, False, False),
    ("2025-10-17T18:00/2025-10-17T20:00", "2025-10-17T19:00/2025-10-17T21:00", False, True, False),
    ("2025-10-18T08:00+09:00/2025-10-17T20:00-10:00", "2025-10-17", None, None, None),
    ("2025-10-18T08:00+09:00/2025-10-17T20:00-10:00", "2025-10-18T05:00Z", False, True, False),
    ("2025-10-18T08:00+09:00/2025-10-17T20:00-10:00", "2025-10-19", True, False, False),
    # several days
    ("{2025-10-20,2025-10-22}", "2025-10-23", True, False, False),
    ("{2025-10-20,2025-10-22}", "2025-10-21/2025-10-23", False, True, False),
    ("[2025-10-20,2025-10-22]", "2025-10-21", None, None, None),
    ("-0043-03-15", "0014", True, False, False),
]


@pytest.mark.parametrize(("a", "b", "is_before", "overlap", "inside"), COMPARED, ids=str)
def test_compares(a: str, b: str, is_before: bool | None, overlap: bool | None, inside: bool | None) -> None:
    assert before(parse(a), parse(b)) is is_before
    assert after(parse(b), parse(a)) is is_before
    assert overlaps(parse(a), parse(b)) is overlap
    assert overlaps(parse(b), parse(a)) is overlap
    assert within(parse(a), parse(b)) is inside
    assert contains(parse(b), parse(a)) is inside


@given(dates(), dates())
def test_comparisons_agree_with_each_other(a: Edtf, b: Edtf) -> None:
    assert overlaps(a, b) is overlaps(b, a)
    if before(a, b):
        assert before(b, a) is False
        assert not overlaps(a, b) or min(a.precision, b.precision) == "second"
        assert not within(a, b)


@given(dates(zoned=False), dates(zoned=False), dates(zoned=False))
def test_before_is_transitive(a: Edtf, b: Edtf, c: Edtf) -> None:
    if before(a, b) and before(b, c):
        assert before(a, c)


@given(dates(qualified=False))
def test_a_date_is_within_itself(date: Edtf) -> None:
    assert within(date, date) or "/" in (date.canonical[0], date.canonical[-1])


@given(st.data(), dates(zoned=False), dates(zoned=False))
def test_what_is_said_holds_wherever_the_things_lie(data: st.DataObject, a: Edtf, b: Edtf) -> None:
    """Put each thing on days that its date allows: no answer but None may turn out wrong."""
    (a_start, a_end), (b_start, b_end) = lie(data, a), lie(data, b)
    if before(a, b):
        assert a_end < b_start or (a_end == b_start and timed(a, b))
    if a_end < b_start:
        assert before(a, b) is not False
    if (a_start <= b_end and b_start <= a_end) and a.precision == b.precision == "day":
        assert overlaps(a, b) is not False
    if a_end < b_start and a.precision == b.precision == "day":
        assert overlaps(a, b) is not True


def timed(*some: Edtf) -> bool:
    return any("T" in date.canonical for date in some)


def lie(data: st.DataObject, date: Edtf) -> tuple[int, int]:
    """First and last day of a thing that happens at this date; an open end lies some years off."""
    known = [(end.first, end.last) for ends in date.ranges for end in ends if isinstance(end, Point)]
    earliest, latest = date.fuzzy_bounds
    if earliest is None:
        earliest = min(first for first, _ in known) - 2000
    if latest is None:
        latest = max(last for _, last in known) + 2000
    if date.form is Form.SPAN:
        start = data.draw(st.integers(earliest, min(latest, getattr(date.start, "last", latest))))
        return start, data.draw(st.integers(max(start, getattr(date.end, "first", start)), latest))
    if date.form is Form.SET:
        return earliest, latest
    day = data.draw(st.integers(earliest, latest))
    return day, day


IN_ORDER = [
    "-0043-03-15",
    "0014",
    "../2025",
    "[..2025]",
    "2025-01-01~",
    "2025-01-01",
    "2025~",
    "2025",
    "2025/..",
    "[..2025-10-16]",
    "2025-10-16",
    "2025-10-17T09:00:00",
    "2025-10-17T09:00",
    "2025-10-17T18:30",
    "2025-10-18~",
    "2025-10-18",
    "2025-10-18/2025-10-20",
    "[2025-10-18..2025-10-26]",
    "2025-10-18/..",
    "[2025-10-18..]",
    "[2025..]",
    "2026-01-01",
    None,
]


def test_sorts_as_documented() -> None:
    keys = [sort_key(None if text is None else parse(text)) for text in IN_ORDER]
    for (first, second), (key, next_key) in zip(pairwise(IN_ORDER), pairwise(keys), strict=True):
        assert key < next_key, f"{first} should come before {second}"


@given(st.data(), st.lists(st.one_of(st.none(), dates()), max_size=6))
def test_sorting_is_total(data: st.DataObject, some: list[Edtf | None]) -> None:
    expected = sorted(some, key=sort_key)
    assert sorted(data.draw(st.permutations(some)), key=sort_key) == expected
    assert None not in expected[: len(expected) - expected.count(None)]
    assert len({sort_key(date) for date in some}) == len(set(some))


@given(dates(zoned=False), dates(zoned=False))
def test_sorting_respects_what_is_known(a: Edtf, b: Edtf) -> None:
    if before(a, b):
        assert sort_key(a) < sort_key(b)
