"""What the fold asks of two dates: can both hold, does one merely contain the other, does one end later."""

from __future__ import annotations

from functools import lru_cache

from timeline.edtf.order import overlaps
from timeline.edtf.parse import EdtfError, parse
from timeline.edtf.value import Bounds, Edtf, Form, Precision


@lru_cache(maxsize=1 << 16)
def read(text: str) -> Edtf | None:
    """A date, or `None` for one that cannot be read: the store has already reported it."""
    try:
        return parse(text)
    except EdtfError:
        return None


@lru_cache(maxsize=1 << 14)
def can_both_hold(one: Edtf, other: Edtf) -> bool:
    """Whether one event may have both dates: they may share a day, or a minute where both state a clock time."""
    return overlaps(one, other) is not False


def merely_contains(wide: Edtf, current: Edtf) -> bool:
    """Whether a date says nothing that the current one does not say better, so that it need not replace it.

    A span tells how long an event lasts, which no window and no day tells.
    """
    if wide.form is Form.SPAN and current.form is not Form.SPAN:
        return False
    if wide.bounds != current.bounds:
        return _contains(wide.bounds, current.bounds)
    if _timed(wide):
        return False
    return _timed(current) or wide.qualifier is not None or current.qualifier is None


def ends_later(one: Edtf, other: Edtf) -> bool:
    """Whether a date reaches past the last day of another, or names another time of that day."""
    if one.bounds.latest == other.bounds.latest:
        return not can_both_hold(one, other)
    if one.bounds.latest is None or other.bounds.latest is None:
        return one.bounds.latest is None
    return one.bounds.latest > other.bounds.latest


def _timed(date: Edtf) -> bool:
    return date.precision in {Precision.MINUTE, Precision.SECOND}


def _contains(wide: Bounds, narrow: Bounds) -> bool:
    starts = wide.earliest is None or (narrow.earliest is not None and wide.earliest <= narrow.earliest)
    return starts and (wide.latest is None or (narrow.latest is not None and narrow.latest <= wide.latest))
