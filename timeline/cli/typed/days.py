"""Days that are typed after an option: ISO days at once, everything else as an article could say it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Final

from timeline.errors import DateError, UsageError

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.model.document import Dct
    from timeline.model.vocabulary import WeekStart


_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(words: str, option: str, run: Run, anchor: date) -> date:
    """One day. Raises `DateError` that names the option when the words say none, or a longer time."""
    if _DAY.fullmatch(words):  # Python would take 2025-W43 for the Monday of that week
        with suppress(ValueError):
            return date.fromisoformat(words)
    first, last = read_period(words, option, run, anchor)
    if first is None or first != last:
        raise DateError(f"{option} wants one day; {words!r} is {first or 'open'} to {last or 'open'}")
    return date.fromisoformat(first)


def read_period(words: str, option: str, run: Run, anchor: date) -> tuple[str | None, str | None]:
    """First and last ISO day of the words, inclusive; `None` is open. Raises `DateError` that names the option."""
    from timeline.lang import asked
    from timeline.temporal import typed

    known, others = asked.first(), asked.after(words)
    try:
        return typed.read_period(
            words, packs=known, dct=typed_on(anchor, run.week_start), timezone=run.timezone, others=others
        )
    except DateError as error:
        raise DateError(f"{option}: {error}") from error


def read_span(
    run: Run, first: str | None, last: str | None, options: tuple[str, str] = ("--from", "--to")
) -> tuple[str | None, str | None]:
    """From the first day of the one words to the last of the other. Raises `DateError`, `UsageError` when they are turned round."""
    start = read_period(first, options[0], run, run.today)[0] if first else None
    end = read_period(last, options[1], run, run.today)[1] if last else None
    if start and end and start > end:
        raise UsageError(f"{options[0]} {start} is after {options[1]} {end}")
    return start, end


def typed_on(day: date, week_start: WeekStart | None) -> Dct:
    """The anchor of words that a person types, and the first day of the week as they count it."""
    from timeline.model.document import Dct
    from timeline.model.vocabulary import Signal

    return Dct(day=day.isoformat(), signal=Signal.TYPED, reason="the day it was typed", week_start=week_start)
