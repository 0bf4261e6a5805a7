"""The last resort: absolute dates in the languages that `dateparser` knows and we have no pack for.

It is never asked about bare weekdays, relative words or windows, for which it returns nothing or invents a day: every
part it is not given must be in the words, or there is no date. What comes from it says so: its rule is `dateparser`.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from timeline.edtf.parse import parse
from timeline.model.timex import Timex
from timeline.model.vocabulary import Anchor, TimexType

RULE: Final = "dateparser"
_SETTINGS: Final[dict[str, Any]] = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RETURN_AS_TIMEZONE_AWARE": False,
    "NORMALIZE": True,
}
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMBER: Final = re.compile(r"\d+")
_BEFORE, _AFTER = 40, 24
"""Characters around a year in which the rest of its date is looked for."""
LONGEST: Final = 60


def absolute_date(words: str, timezone: str) -> Timex | None:
    """A full date with its year, or nothing. `timezone` is what a time of day without a zone is in."""
    del timezone  # the day is written as it stands; only full dates come this far
    if len(words) > LONGEST or not _YEAR.search(words):
        return None
    moment = _parsed(words, None)
    if moment is None or _YEAR.findall(words) != [f"{moment.year:04d}"]:
        return None
    return _timex(words, 0, moment)


def speaks(language: str) -> bool:
    """Whether `dateparser` has that language (ISO 639 code)."""
    from dateparser.data.languages_info import language_order  # noqa: PLC0415  # only the last resort pays for it

    return language in language_order


def absolute_dates(text: str, language: str) -> tuple[Timex, ...]:
    """The full dates of a text, each with its year in digits; cost is linear in the number of years it names.

    Raises `ValueError` for a language that is not known: ask `speaks` first.
    """
    found: list[Timex] = []
    for year in _YEAR.finditer(text):
        if found and year.start() < found[-1].end:
            continue
        floor = max(year.start() - _BEFORE, found[-1].end if found else 0, text.rfind("\n", 0, year.start()) + 1)
        stop = text.find("\n", year.end(), year.end() + _AFTER)
        found += _around(text, floor, stop if stop >= 0 else year.end() + _AFTER, language, year[0])
    return tuple(found)


def _around(text: str, floor: int, stop: int, language: str, year: str) -> Iterator[Timex]:
    from dateparser.search import search_dates  # noqa: PLC0415  # 0.3 s that only the last resort pays

    with _quietly():
        hits = search_dates(text[floor:stop], languages=[language], settings=_SETTINGS) or ()
    for words, moment in hits:
        start = text.find(words, floor, stop)
        if start < 0 or f"{moment.year:04d}" != year or not _stated(words, moment):
            continue
        begin, date_words = _trimmed(start, words, language, moment)
        yield _timex(date_words, begin, moment)
        return


def _stated(words: str, moment: datetime) -> bool:
    """Day and year stand there in digits: nothing is filled in."""
    numbers = [int(number) for number in _NUMBER.findall(words)]
    return moment.year in numbers and moment.day in numbers


def _trimmed(start: int, words: str, language: str, moment: datetime) -> tuple[int, str]:
    """Without prepositions and other words at the edges that say nothing of the date."""
    edges = [found.span() for found in _NUMBER.finditer(words)]
    for first, last in ((edges[0][0], edges[-1][1]), (0, edges[-1][1]), (edges[0][0], len(words))):
        shorter = words[first:last]
        if shorter != words and _parsed(shorter, [language]) == moment:
            return start + first, shorter
    return start, words


def _parsed(words: str, languages: list[str] | None) -> datetime | None:
    with _quietly():
        import dateparser  # noqa: PLC0415  # 0.3 s that only the last resort pays

        moment: datetime | None = dateparser.parse(words, languages=languages, settings=_SETTINGS)
    return moment


def _quietly() -> warnings.catch_warnings[None]:
    """`dateparser` warns about its own use of the standard library."""
    return warnings.catch_warnings(action="ignore")


def _timex(words: str, start: int, moment: datetime) -> Timex:
    day = parse(moment.date().isoformat()).canonical
    return Timex(
        start=start, end=start + len(words), text=words, type=TimexType.DATE, value=day, edtf=day, earliest=day, latest=day,
        granularity="day", anchor=Anchor.ABSOLUTE, rule=RULE, certain=("year", "month", "day"),
    )  # fmt: skip
