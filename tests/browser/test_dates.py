"""The page says dates in the very words that Python does: two programs, one grammar."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.export.view_strategies import DATES
from timeline.edtf.days import civil, day_number, iso_day, weekday
from timeline.edtf.parse import parse
from timeline.export import date_words
from timeline.export.page import script
from timeline.export.words import available, load

pytestmark = pytest.mark.browser

MODULES = ("days", "words", "edtf", "date_words")
MORE = (
    "20XX", "19XX", "-0043", "-0043-03", "0000", "0000-02-29", "Y12025", "Y-12025", "2025-XX-XX", "2025-XX", "2025-10-XX~", "2024%", "2025-03-01",
    "2025-03-01~", "2025-03-01?", "2025-03-01%", "2025-10-01T09:05", "2025-10-17T18:30:15", "2025-10-17T18:30-03:30",
    "2025-10-17T18:30+05:45", "2025-10-17T10:00/2025-10-17T12:00", "2025-12-30/2026-01-02", "2025-11-28/2025-12-02",
    "[2025-12-30..2026-01-02]", "[2025-11-28..2025-12-02]", "[2025..2027]", "[2025-10..2025-12]", "2025/2027",
    "2025/..", "../2025", "/2025-10-22", "[..2025]", "[2025..]", "[2025-10-20,2025-10-22,2025-10-25..2025-10-27]",
    "{2025-10-20,2025-10-22..2025-10-24}", "[2025-10-20?..2025-10-22~]", "202X/203X", "2025-10/2025-10", "2025-10-20?/2025-10-22",
)  # fmt: skip


def every_date() -> list[str]:
    dice = random.Random(5)  # noqa: S311  # dates for a test
    days = [dice.randint(-800_000, 3_000_000) for _ in range(300)]
    windows = [f"[{iso_day(day)}..{iso_day(day + dice.randint(1, 500))}]" for day in days[:100]]
    spans = [f"{iso_day(day)}/{iso_day(day + dice.randint(1, 500))}" for day in days[100:200]]
    return [parse(text).canonical for text in (*DATES, *MORE, *map(iso_day, days), *windows, *spans)]


@pytest.fixture(scope="module")
def scope(browser: Any) -> Any:
    """The modules of the page that say dates, without the page."""
    page = browser.new_page()
    page.goto("about:blank")
    page.evaluate(
        f"(async () => {{ {''.join(map(script.scoped, MODULES))} globalThis.it = {{_days, _words, _date_words}}; }})()"
    )
    yield page
    page.close()


@pytest.mark.parametrize("language", available())
def test_dates_in_words(scope: Any, language: str) -> None:
    words = load(language)
    dates = every_date()
    scope.evaluate(
        "(table) => it._words.speak([table.code], () => table, table.code)", {**words.content, "code": language}
    )
    said = scope.evaluate("(dates) => dates.map(it._date_words.dateWords)", dates)
    assert list(zip(dates, said, strict=True)) == [(date, date_words.of_edtf(date, words)) for date in dates]


def test_days_are_numbered_alike(scope: Any) -> None:
    dice = random.Random(6)  # noqa: S311  # dates for a test
    days = [dice.randint(-5_000_000, 5_000_000) for _ in range(2000)] + [0, 1, -1, 366, 730_120, -306]
    told = scope.evaluate(
        "(days) => days.map((day) => [it._days.civil(day), it._days.weekday(day), it._days.dayNumber(...it._days.civil(day))])",
        days,
    )
    assert told == [[list(civil(day)), weekday(day), day] for day in days]
    assert scope.evaluate("it._days.dayNumber(2025, 10, 17)") == day_number(2025, 10, 17)
