"""The first day of the week: said, of the country in a language's tag, of the ledger, else Monday."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import tag
from timeline.errors import UsageError
from timeline.lang import packs, weeks
from timeline.model.vocabulary import WeekStart
from timeline.temporal.calendars.calendar import STARTS, days_of, index_of, timex_value

SUNDAY = "2025-10-12"
CASES = [
    ("next week", "monday", "2025-W42", "2025-10-13", "2025-10-19"),
    ("next week", "sunday", "2025-W43", "2025-10-19", "2025-10-25"),
    ("next week", "saturday", "2025-W43", "2025-10-18", "2025-10-24"),
    ("this week", "sunday", "2025-W42", "2025-10-12", "2025-10-18"),
    ("last week", "sunday", "2025-W41", "2025-10-05", "2025-10-11"),
    ("the start of next week", "sunday", "2025-W43", "2025-10-19", "2025-10-20"),
    ("the end of the week", "sunday", "2025-W42", "2025-10-16", "2025-10-18"),
    ("Friday of next week", "monday", "2025-10-17", "2025-10-17", "2025-10-17"),
    ("Friday of next week", "sunday", "2025-10-24", "2025-10-24", "2025-10-24"),
    ("this weekend", "sunday", "2025-W41-WE", "2025-10-11", "2025-10-12"),
    ("next weekend", "saturday", "2025-W42-WE", "2025-10-17", "2025-10-18"),
    ("the first week of October", "sunday", "2025-W40", "2025-09-28", "2025-10-04"),
]


@pytest.mark.parametrize(("words", "start", "value", "first", "last"), CASES)
def test_windows(words: str, start: str, value: str, first: str, last: str) -> None:
    (found,) = tag(f"They meet in {words}.", published=SUNDAY, language="en", week_start=start)
    assert (found.value, found.earliest, found.latest) == (value, first, last)
    assert found.edtf == (first if first == last else f"[{first}..{last}]")


def test_a_week_with_a_number_is_of_the_iso_calendar() -> None:
    (found,) = tag("Die Arbeiten beginnen in KW 43.", published=SUNDAY, language="de", week_start="sunday")
    assert (found.value, found.earliest) == ("2025-W43", "2025-10-20")


@pytest.mark.parametrize(
    ("language", "value"),
    [("en", "2025-W42"), ("en-GB", "2025-W42"), ("en-US", "2025-W43"), ("pt-BR", "2025-W43"), ("es_MX", "2025-W43")],
)
def test_the_country_of_a_language(language: str, value: str) -> None:
    words = {"en": "next week", "pt": "na próxima semana", "es": "la próxima semana"}[language[:2]]
    (found,) = tag(words, published=SUNDAY, language=language.replace("_", "-"))
    assert found.value == value
    assert tag(words, published=SUNDAY, language=language.replace("_", "-"), week_start="monday")[0].value == "2025-W42"


def test_tags() -> None:
    assert weeks.of_tag("fr") is None
    assert weeks.of_tag("uk-Cyrl-UA") is WeekStart.MONDAY
    assert weeks.of_tag("ar-EG") is WeekStart.SATURDAY
    assert weeks.of_tag("dv_MV") is WeekStart.FRIDAY


def test_a_day_no_week_starts_on() -> None:
    with pytest.raises(UsageError, match="monday, friday, saturday, sunday"):
        tag("next week", published=SUNDAY, language="en", week_start="tuesday")


@pytest.mark.parametrize("code", packs.available())
def test_every_pack_says_where_its_week_starts(code: str) -> None:
    assert packs.load(code).time.week_start in set(STARTS.values())


@given(
    day=st.integers(1, 900_000),
    grain=st.sampled_from(["week", "weekend", "fortnight"]),
    start=st.sampled_from([*WeekStart]),
)
def test_units_tile_the_line_of_days(day: int, grain: str, start: WeekStart) -> None:
    """A day lies in the unit that its index names, units follow each other, and most of a week is of its ISO week."""
    week = STARTS[start]
    index = index_of(grain, day, week)
    first, last = days_of(grain, index, week)
    assert day <= last
    assert grain == "weekend" or first <= day
    assert days_of(grain, index + 1, week).last - last == (14 if grain == "fortnight" else 7)
    inside = [timex_value("week", index_of("week", one)) for one in range(first, last + 1)]
    assert grain != "week" or inside.count(timex_value(grain, index, week)) >= 4
