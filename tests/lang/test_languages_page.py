"""The page of languages is generated; run this file as a script to write it anew."""

from __future__ import annotations

from pathlib import Path

from timeline.lang import packs
from timeline.temporal import coverage

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "languages.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == coverage.page()


def test_every_language_covers_the_usual_constructions() -> None:
    usual = {
        "full_date",
        "partial_date",
        "weekday",
        "deictic_day",
        "deictic_unit",
        "offset",
        "month",
        "clock",
        "duration",
        "set",
    }
    for one in coverage.matrix():
        assert one.code in packs.available()
        assert not usual & set(coverage.uncovered(one))


if __name__ == "__main__":
    PAGE.write_text(coverage.page(), encoding="utf-8")
