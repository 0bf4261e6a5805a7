"""Chooses the document creation time among what was found, and keeps the reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from timeline.model.document import Dct, DctCandidate
from timeline.model.vocabulary import Signal

TRUST: Final = (
    Signal.GIVEN,
    Signal.TYPED,
    Signal.FRONT_MATTER,
    Signal.JSON_LD,
    Signal.META,
    Signal.TIME,
    Signal.FEED,
    Signal.URL,
    Signal.BYLINE,
)
"""Most trusted first: what a person said, then what the publisher wrote for machines, then what the page shows."""


def choose(candidates: Sequence[DctCandidate], timezone: str) -> Dct | None:
    """The most trusted candidate that is a date; a time with an offset keeps it, one in UTC is turned to `timezone` (IANA)."""
    for candidate in sorted(candidates, key=lambda one: TRUST.index(one.signal)):
        found = _read(candidate, timezone)
        if found is not None:
            return found.model_copy(update={"reason": _reason(candidate, candidates, timezone)})
    return None


def _read(candidate: DctCandidate, timezone: str) -> Dct | None:
    written = candidate.date.strip()
    try:
        if len(written) <= 10:
            return Dct(day=date.fromisoformat(written).isoformat(), signal=candidate.signal)
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    here = _where_it_was_written(moment, timezone)
    return Dct(day=here.date().isoformat(), time=here.isoformat(), signal=candidate.signal)


def _where_it_was_written(moment: datetime, timezone: str) -> datetime:
    """In the zone whose "today" the article means: that of its own offset.

    UTC is what machines write wherever the newsroom is; such a time is read in the desk's zone.
    """
    if moment.tzinfo is None or moment.utcoffset():
        return moment
    return moment.astimezone(ZoneInfo(timezone))


def _reason(chosen: DctCandidate, candidates: Sequence[DctCandidate], timezone: str) -> str:
    said = f"{chosen.date} by {chosen.signal.value}, read in {timezone}"
    others = sorted({f"{one.date} by {one.signal.value}" for one in candidates if one != chosen})
    return f"{said}; not {', '.join(others)}" if others else said
