"""Dates in words: `un jour entre le 20 et le 26 octobre 2025`. The patterns are data; the grammar of EDTF is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import civil, parse_day, weekday
from timeline.edtf.parse import parse
from timeline.edtf.value import Edtf, End, Form, Point, Precision, Qualifier, Range
from timeline.export.placing import Extent, slot, whole_days

if TYPE_CHECKING:
    from timeline.edtf.value import Clock
    from timeline.export.words import Words
    from timeline.model.view import EventRow

_TO_THE_DAY: Final = frozenset({Precision.DAY, Precision.MINUTE, Precision.SECOND})


def of_row(row: EventRow, words: Words) -> str:
    """An undated row says so, with the bounds that its relations give it."""
    edtf = slot(row)
    if edtf is not None:
        return of_edtf(edtf, words)
    if row.earliest is None and row.latest is None:
        return words.say("date.none")
    return words.say("date.bounded", bound=of_bounds(row.earliest, row.latest, words))


def of_bounds(earliest: str | None, latest: str | None, words: Words) -> str:
    """Two ISO days, inclusive, at least one of them known."""
    first = of_day(parse_day(earliest), words) if earliest else ""
    last = of_day(parse_day(latest), words) if latest else ""
    pattern = "only" if first == last else "between" if first and last else "not_before" if first else "not_after"
    return words.say(f"date.days.{pattern}", first=first, last=last)


def of_edtf(edtf: str, words: Words) -> str:
    whole = whole_days(edtf)
    if whole is not None and whole.first is not None and whole.last is not None:
        return _of_whole_days(whole.extent, whole.first, whole.last, words)
    date = parse(edtf)
    if date.form is Form.POINT and isinstance(date.start, Point):
        return _qualified(_alone(date.start, words), date, words)
    if date.form is Form.SPAN:
        return _qualified(_range(date.ranges[0], words, lasting=True), date, words)
    return _qualified(_members(date, words), date, words)


def _of_whole_days(extent: Extent, first: int, last: int, words: Words) -> str:
    if extent is Extent.POINT:
        return of_day(first, words, named=True)
    opening, closing = _day(first, _shared(first, last), words), of_day(last, words)
    return words.say(f"date.days.{extent.value}", first=opening, last=closing)


def of_published(published: str, words: Words) -> str:
    """A publication date, an ISO day or time: the day alone, which is what readers are read against."""
    return of_day(parse_day(published[:10]), words)


def of_day(number: int, words: Words, *, named: bool = False, short: bool = False) -> str:
    """`named` puts the day of the week in front; `short` abbreviates the month."""
    text = _day(number, "full", words, months="short_months" if short else "months")
    if not named:
        return text
    return words.say("date.weekday", weekday=words.at("weekdays")[weekday(number) - 1], date=text)


def _day(number: int, pattern: str, words: Words, months: str = "months") -> str:
    year, month, day = civil(number)
    name = words.say("date.first_of_month") if day == 1 else str(day)
    return words.say(f"date.{pattern}", day=name, month=words.at(months)[month - 1], year=_year(year, words))


def _year(year: int, words: Words) -> str:
    """Year 0 is 1 BC (ISO 8601)."""
    return str(year) if year > 0 else words.say("date.before_era", year=1 - year)


def _alone(point: Point, words: Words) -> str:
    if point.precision in _TO_THE_DAY:
        return _with_clock(of_day(point.first, words, named=True), point.clock, words)
    text = _point(point, words)
    return words.say("date.unspecified", date=text) if point.unspecified and _named(point) else text


def _named(point: Point) -> bool:
    """Whether the period has a name of its own: `octobre 2025`, unlike a decade, which is a range of years."""
    return point.precision in {Precision.MONTH, Precision.YEAR}


def _point(point: Point, words: Words) -> str:
    year, month, _ = civil(point.first)
    if point.precision in _TO_THE_DAY:
        return _with_clock(of_day(point.first, words), point.clock, words)
    if point.precision is Precision.MONTH:
        return words.say("date.month", month=words.at("months")[month - 1], year=_year(year, words))
    if point.precision is Precision.YEAR:
        return _year(year, words)
    if point.precision is Precision.DECADE:
        return words.say("date.decade", year=_year(year, words))
    return words.say("date.century", first=_year(year, words), last=_year(civil(point.last)[0], words))


def _with_clock(text: str, clock: Clock | None, words: Words) -> str:
    if clock is None:
        return text
    timed = words.say("date.clock", date=text, hour=clock.hour, minute=clock.minute)
    return timed if clock.offset is None else words.say("date.zone", date=timed, zone=zone(clock.offset))


def zone(offset: int) -> str:
    """Minutes east of UTC as `UTC+2`, `UTC-3:30`, `UTC`."""
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours}{f':{minutes:02d}' if minutes else ''}"


def _range(part: Range, words: Words, *, lasting: bool) -> str:
    """`lasting` tells a span (every day) from a window (one day of them)."""
    first, last = part
    if isinstance(first, Point) and isinstance(last, Point):
        return _closed(first, last, words, "span" if lasting else "window")
    if isinstance(first, Point):
        pattern = "not_before" if not lasting else "from" if last is End.OPEN else "from_unknown"
        return words.say(f"date.{_scale(first)}.{pattern}", first=_point(first, words))
    if isinstance(last, Point):
        pattern = "not_after" if not lasting else "until" if first is End.OPEN else "until_unknown"
        return words.say(f"date.{_scale(last)}.{pattern}", last=_point(last, words))
    return words.say("date.none")


def _closed(first: Point, last: Point, words: Words, pattern: str) -> str:
    if first == last:
        return _alone(first, words) if _named(first) or first.precision in _TO_THE_DAY else _point(first, words)
    shown = _point(first, words)
    if first.precision is last.precision is Precision.DAY:
        shown = _day(first.first, _shared(first.first, last.first), words)
    return words.say(f"date.{_scale(first, last)}.{pattern}", first=shown, last=_point(last, words))


def _shared(first: int, last: int) -> str:
    """How much of the first day need not be said again: `20` of `20 octobre 2025` before `26 octobre 2025`."""
    one, other = civil(first), civil(last)
    if one[0] != other[0]:
        return "full"
    return "in_month" if one[1] == other[1] else "in_year"


def _scale(*points: Point) -> str:
    return "days" if all(point.precision in _TO_THE_DAY for point in points) else "coarse"


def _members(date: Edtf, words: Words) -> str:
    texts = [_range(part, words, lasting=date.form is Form.SET) for part in date.ranges]
    if len(texts) == 1:
        return texts[0]
    joined = words.say("date.list").join(texts[:-1])
    return words.say(f"date.{'and' if date.form is Form.SET else 'or'}", first=joined, last=texts[-1])


def _qualified(text: str, date: Edtf, words: Words) -> str:
    """`?` doubts the source, `~` is not exact, `%` is both."""
    if date.qualifier in {Qualifier.APPROXIMATE, Qualifier.BOTH}:
        scale = "days" if date.form is Form.POINT and date.precision in _TO_THE_DAY else "coarse"
        text = words.say(f"date.{scale}.about", date=text)
    if date.qualifier in {Qualifier.UNCERTAIN, Qualifier.BOTH}:
        text = words.say("date.uncertain", date=text)
    return text
