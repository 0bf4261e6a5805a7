"""Canonical text, and dates built from day numbers or from other dates instead of from text.

Only years from -9999 to 9999 have days in EDTF: builders raise `ValueError` beyond them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.bounds import fuzzy, strict
from timeline.edtf.days import iso_day
from timeline.edtf.value import (
    COARSE_TO_FINE,
    Edtf,
    End,
    Form,
    Point,
    Precision,
    Range,
    whole_day,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_BRACKETS: Final = {Form.WINDOW: ("[", "]"), Form.SET: ("{", "}")}


def render(edtf: Edtf) -> str:
    """The canonical text, made from the parts: what `parse` reads back as the same date."""
    return _text(edtf.form, edtf.ranges)


def day(number: int) -> Edtf:
    """A whole day."""
    text = iso_day(number)
    if text[0] == "Y":
        raise ValueError(f"{text} is beyond the years that EDTF can write")
    return whole_day(text, number)


def window(first: int | None, last: int | None) -> Edtf:
    """Some day from `first` to `last`, both included; `None` is open. One day alone is that day."""
    return _between(Form.WINDOW, first, last)


def span(first: int | None, last: int | None) -> Edtf:
    """All the days from `first` to `last`, both included; `None` is open. One day alone is that day."""
    return _between(Form.SPAN, first, last)


def _between(form: Form, first: int | None, last: int | None) -> Edtf:
    if first is None and last is None:
        raise ValueError("a date open at both ends says nothing")
    if first is not None and last is not None and last < first:
        raise ValueError(f"{iso_day(last)} is before {iso_day(first)}")
    return compose(form, (Range(_end(first), _end(last)),))


def _end(number: int | None) -> Point | End:
    return End.OPEN if number is None else Point(day(number).canonical, number, number, Precision.DAY)


def as_window(edtf: Edtf) -> Edtf:
    """Some day among those the date covers: `a/b` becomes `[a..b]`, a month or a year a window of days.

    Days and times stay as they are, as do years of five digits or more, which have no days in EDTF.
    """
    return _recast(edtf, Form.WINDOW)


def as_span(edtf: Edtf) -> Edtf:
    """All days from the first to the last: `[a..b]` becomes `a/b`, a month or a year a span of days, gaps are filled.

    Days and times stay as they are, as do years of five digits or more, which have no days in EDTF.
    """
    return _recast(edtf, Form.SPAN)


def _recast(edtf: Edtf, form: Form) -> Edtf:
    if edtf.form is form:
        return edtf
    first, last = _outermost(edtf.ranges)
    if first == last and isinstance(first, Point):
        return _spelled_out(edtf, first, form)
    return compose(form, (Range(first, last),))


def _outermost(ranges: Sequence[Range]) -> Range:
    firsts = [end for end, _ in ranges if isinstance(end, Point)]
    lasts = [end for _, end in ranges if isinstance(end, Point)]
    first = min(firsts, key=lambda point: point.first) if len(firsts) == len(ranges) else ranges[0].first
    last = max(lasts, key=lambda point: point.last) if len(lasts) == len(ranges) else ranges[-1].last
    return Range(first, last)


def _spelled_out(edtf: Edtf, point: Point, form: Form) -> Edtf:
    """One month, year or decade as a range of days."""
    if point.first == point.last or iso_day(point.first)[0] == "Y":
        return edtf
    ends = (
        Point(iso_day(number), number, number, Precision.DAY, point.qualifier) for number in (point.first, point.last)
    )
    return compose(form, (Range(*ends),))


def compose(form: Form, ranges: Sequence[Range]) -> Edtf:
    """A date from its parts, in canonical order and form. `Range` ends must not be reversed."""
    kept = tuple(ranges)
    if form in _BRACKETS:
        kept = tuple(sorted({_within_brackets(ends) for ends in ranges}, key=_chronological))
    first, last = kept[0]
    if len(kept) == 1 and first == last and isinstance(first, Point):
        form = _form_alone(form, first)
    return Edtf(_text(form, kept), form, strict(kept), fuzzy(kept), kept)


def _form_alone(form: Form, point: Point) -> Form:
    """One date between brackets is that date; a span from a month to itself lasts all month, a day is a day."""
    if form is Form.SPAN and (point.unspecified or COARSE_TO_FINE.index(point.precision) < _DAY):
        return Form.SPAN
    return Form.WINDOW if point.unspecified else Form.POINT


_DAY = COARSE_TO_FINE.index(Precision.DAY)


def _within_brackets(ends: Range) -> Range:
    """Brackets know only open ends."""
    first, last = (End.OPEN if end is End.UNKNOWN else end for end in ends)
    return Range(first, last)


def _chronological(ends: Range) -> tuple[int, int, int, str, str]:
    """Open starts lead, open ends trail, since nothing may stand beyond them."""
    first, last = ends
    if isinstance(first, End):
        return 0, 0, 0, "", ""
    if isinstance(last, End):
        return 2, first.first, 0, _end_text(first), ""
    return 1, first.first, last.last, _end_text(first), _end_text(last)


def _text(form: Form, ranges: Sequence[Range]) -> str:
    if form is Form.SPAN:
        return "/".join(_end_text(end) for end in ranges[0])
    if form is Form.POINT:
        return _end_text(ranges[0].first)
    members = [_member_text(ends) for ends in ranges]
    if len(ranges) == 1 and "." not in members[0]:
        return members[0]
    opening, closing = _BRACKETS[form]
    return f"{opening}{','.join(members)}{closing}"


def _member_text(ends: Range) -> str:
    first, last = ends
    if first == last:
        return _end_text(first)
    return f"{_end_text(first).removeprefix('..')}..{_end_text(last).removeprefix('..')}"


def _end_text(end: Point | End) -> str:
    return end.value if isinstance(end, End) else f"{end.text}{end.qualifier or ''}"
