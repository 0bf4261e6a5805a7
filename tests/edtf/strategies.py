"""Dates for property tests: texts as a person may type them, and the dates they stand for."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from timeline.edtf.days import day_number, iso_day, iso_year
from timeline.edtf.parse import EdtfError, parse
from timeline.edtf.value import Edtf

FIRST, LAST = day_number(-9999, 1, 1), day_number(9999, 12, 31)
NOWADAYS = st.integers(day_number(2025, 9, 1), day_number(2026, 3, 31))

days = st.one_of(NOWADAYS, st.integers(FIRST, LAST))
"""Day numbers, most of them near each other."""

qualifiers = st.sampled_from(["", "", "", "?", "~", "%"])
zones = st.sampled_from(["", "", "Z", "+02:00", "-05:00", "+05:30"])


@st.composite
def clocks(draw: st.DrawFn) -> str:
    time = draw(st.times())
    second = draw(st.sampled_from(["", f":{time.second:02d}"]))
    return f"T{time.hour:02d}:{time.minute:02d}{second}"


@st.composite
def single_texts(draw: st.DrawFn, *, zoned: bool = True, qualified: bool = True) -> str:
    """One date: a day, a month, a year, a decade, or a time."""
    day = iso_day(draw(days))
    month, year = day[:-3], day[:-6]
    clock = draw(clocks()) + (draw(zones) if zoned else "")
    choices = [day, day, day, month, year, f"{month}-XX", f"{year}-XX", f"{year[:-1]}X", f"{day}{clock}"]
    return draw(st.sampled_from(choices)) + (draw(qualifiers) if qualified else "")


@st.composite
def range_texts(draw: st.DrawFn, separator: str, *, zoned: bool = True, qualified: bool = True) -> str:
    """Two dates in order, or one with an open end."""
    first, last = (draw(single_texts(zoned=zoned, qualified=qualified)) for _ in range(2))
    opening = ".." if separator == "/" else ""
    text = draw(
        st.sampled_from(
            [f"{first}{separator}{last}"] * 4 + [f"{opening}{separator}{last}", f"{first}{separator}{opening}"]
        )
    )
    if text == f"{first}{separator}{last}" and parse(first).bounds > parse(last).bounds:
        return f"{last}{separator}{first}"
    return text


@st.composite
def texts(draw: st.DrawFn, *, zoned: bool = True, qualified: bool = True) -> str:
    """Any date that is read."""
    single = single_texts(zoned=zoned, qualified=qualified)
    members = st.lists(st.one_of(single, range_texts("..", zoned=zoned, qualified=qualified)), min_size=1, max_size=3)
    week = st.builds(lambda year, week: f"{iso_year(year)}-W{week:02d}", st.integers(-9998, 9998), st.integers(1, 52))
    part = st.builds(lambda year, code: f"{iso_year(year)}-{code}", st.integers(-9998, 9998), st.integers(21, 41))
    long = st.integers(10_000, 10**9).map(lambda year: f"Y{year}")
    kinds: list[st.SearchStrategy[str]] = [
        single,
        range_texts("/", zoned=zoned, qualified=qualified),
        members.map(lambda texts: f"[{','.join(texts)}]"),
        members.map(lambda texts: f"{{{','.join(texts)}}}"),
        week,
        part,
        long,
    ]
    return draw(st.one_of(kinds))


@st.composite
def dates(draw: st.DrawFn, *, zoned: bool = True, qualified: bool = True) -> Edtf:
    """Any date. Texts that come out reversed or open in the middle are thrown away."""
    text = draw(texts(zoned=zoned, qualified=qualified))
    try:
        return parse(text)
    except EdtfError:
        assume(False)
        raise


def windows() -> st.SearchStrategy[Edtf]:
    """Some day from one to another."""
    return st.tuples(days, days).map(lambda pair: parse(f"[{iso_day(min(pair))}..{iso_day(max(pair))}]"))
