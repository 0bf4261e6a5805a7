"""Chooses the document creation time among what was found, and keeps the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
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
    Signal.SCRIPT,
    Signal.HTMLDATE,
)
"""Most trusted first: what a person said, then what the publisher wrote for machines, then what the page shows."""

_PERSONS: Final = frozenset({Signal.GIVEN, Signal.TYPED, Signal.FRONT_MATTER})
"""What a person said is not outvoted."""
_ESTIMATES: Final = frozenset({Signal.SCRIPT, Signal.HTMLDATE})
"""Found by looking for anything that is a date: they break no tie and are told when they stand alone."""
_LOCAL: Final = frozenset({Signal.URL, Signal.BYLINE, Signal.TIME})
"""What readers see, in the newsroom's own days."""
_EARLIEST: Final = date(1900, 1, 1)


class Page(NamedTuple):
    """What else is known when signs are weighed. `zone` (IANA): the newsroom's; `modified`: an ISO day or time."""

    zone: str | None = None
    modified: str | None = None
    today: date | None = None


class _Sign(NamedTuple):
    candidate: DctCandidate
    dct: Dct

    @property
    def signal(self) -> Signal:
        return self.candidate.signal


def choose(candidates: Sequence[DctCandidate], timezone: str, page: Page = Page()) -> Dct | None:  # noqa: B008 frozen
    """The most trusted candidate that is a date, unless other signs agree against it; a time with an offset keeps it, one
    in UTC is turned to the newsroom's zone, and to `timezone` (IANA) where that is not known.
    """
    signs = _signs(candidates, page.zone or timezone)
    chosen, why = _weighed(signs, page)
    if chosen is None:
        return None
    dct = _day_seen(chosen, signs, page) or chosen.dct
    return dct.model_copy(update={"reason": _reason(chosen, candidates, page.zone or timezone) + why})


def against(chosen: Dct, candidates: Sequence[DctCandidate], timezone: str, page: Page = Page()) -> tuple[str, ...]:  # noqa: B008 frozen
    """The signs that speak for another day, in words. A mere estimate counts neither against two signs that agree nor where
    it found the day of a change.
    """
    if chosen.signal in _PERSONS:
        return ()
    signs = _signs(candidates, page.zone or timezone)
    backed = _support(chosen.day, signs) > 1
    others = [sign for sign in signs if sign.dct.day != chosen.day and not (backed and sign.signal in _ESTIMATES)]
    others = [sign for sign in others if not _reaches(sign, chosen.day) and not _repeats(sign, signs)]
    others = [sign for sign in others if not (sign.signal in _ESTIMATES and changed_on(sign.dct.day, page))]
    return tuple(dict.fromkeys(f"{sign.dct.day} by {sign.signal.value}" for sign in others))


def changed_on(day: str, page: Page) -> bool:
    """Whether the page says that it was changed on that day."""
    return page.modified is not None and page.modified[:10] == day


def _repeats(sign: _Sign, signs: list[_Sign]) -> bool:
    """An estimate that is the beginning of what another sign says, before its zone was looked at."""
    written = sign.candidate.date
    return sign.signal in _ESTIMATES and any(
        one.candidate.date.startswith(written) for one in signs if one.signal not in _ESTIMATES
    )


def is_estimate(chosen: Dct, candidates: Sequence[DctCandidate]) -> bool:
    """No more than a guess at what date on the page is meant."""
    return chosen.signal in _ESTIMATES and not any(one.signal not in _ESTIMATES for one in candidates)


def _signs(candidates: Sequence[DctCandidate], timezone: str) -> list[_Sign]:
    ranked = sorted(candidates, key=lambda one: TRUST.index(one.signal))
    return [_Sign(one, dct) for one in ranked if (dct := _read(one, timezone)) is not None]


def _weighed(signs: list[_Sign], page: Page) -> tuple[_Sign | None, str]:
    """The sign that is believed, and why another was passed over."""
    if not signs or signs[0].signal in _PERSONS:
        return (signs[0], "") if signs else (None, "")
    possible = [sign for sign in signs if _possible(sign.dct.day, page.today)] or signs
    first = possible[0]
    if _support(first.dct.day, possible) > 1 or first.signal in _ESTIMATES:
        return first, ""
    for other in _rivals(first, possible):
        if _support(other.dct.day, possible) > 1:
            return other, "; other signs agree on it"
        if changed_on(first.dct.day, page) and other.dct.day < first.dct.day:
            return other, f"; {first.dct.day} is when it was changed"
    return first, ""


def _rivals(first: _Sign, signs: list[_Sign]) -> Iterator[_Sign]:
    return (one for one in signs if one.dct.day != first.dct.day and one.signal not in _ESTIMATES)


def _possible(day: str, today: date | None) -> bool:
    """Neither a placeholder of the last century's clocks nor, when today is known, still to come."""
    told = date.fromisoformat(day)
    return told > _EARLIEST and told != date(1970, 1, 1) and (today is None or told <= today + timedelta(days=1))


def _support(day: str, signs: list[_Sign]) -> int:
    """How many sorts of signs say so; estimates repeat what others found."""
    return len({one.signal for one in signs if one.dct.day == day and one.signal not in _ESTIMATES})


def _day_seen(chosen: _Sign, signs: list[_Sign], page: Page) -> Dct | None:
    """A time in UTC whose newsroom's zone nobody knows lies on the day that readers see, if that is a neighbouring one."""
    if page.zone is not None or not _in_utc(chosen.candidate.date):
        return None
    seen = {one.dct.day for one in signs if one.signal in _LOCAL and len(one.candidate.date) <= 10}
    if len(seen) != 1 or chosen.dct.day in seen:
        return None
    day = seen.pop()
    return chosen.dct.model_copy(update={"day": day, "time": None}) if _reaches(chosen, day) else None


def _reaches(sign: _Sign, day: str) -> bool:
    """Somewhere on earth a time in UTC falls on that day."""
    if not _in_utc(sign.candidate.date):
        return False
    moment = datetime.fromisoformat(sign.candidate.date.strip())
    first, last = (moment + timedelta(hours=hours) for hours in (-12, 14))
    return first.date().isoformat() <= day <= last.date().isoformat()


def _in_utc(written: str) -> bool:
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return False
    return moment.tzinfo is not None and not moment.utcoffset()


def _read(candidate: DctCandidate, timezone: str) -> Dct | None:
    written = candidate.date.strip()
    try:
        if len(written) <= 10:
            return Dct(day=date.fromisoformat(written).isoformat(), signal=candidate.signal)
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    if _is_bare_day(moment):
        return Dct(day=moment.date().isoformat(), signal=candidate.signal)
    try:
        here = _where_it_was_written(moment, timezone)
    except OverflowError:
        return None
    return Dct(day=here.date().isoformat(), time=here.isoformat(), signal=candidate.signal)


def _is_bare_day(moment: datetime) -> bool:
    """Midnight in UTC to the second is how programs write a day of which they know no time."""
    return _in_utc(moment.isoformat()) and moment == datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def _where_it_was_written(moment: datetime, timezone: str) -> datetime:
    """In the zone whose "today" the article means: that of its own offset.

    UTC is what machines write wherever the newsroom is; such a time is read in the newsroom's zone.
    """
    if moment.tzinfo is None or moment.utcoffset():
        return moment
    return moment.astimezone(ZoneInfo(timezone))


def _reason(chosen: _Sign, candidates: Sequence[DctCandidate], timezone: str) -> str:
    said = f"{chosen.candidate.date} by {chosen.signal.value}, read in {timezone}"
    others = sorted({f"{one.date} by {one.signal.value}" for one in candidates if one != chosen.candidate})
    return f"{said}; not {', '.join(others)}" if others else said
