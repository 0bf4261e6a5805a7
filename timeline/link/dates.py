"""Whether two claims can speak of one event as far as their dates go."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.edtf.days import parse_day
from timeline.edtf.order import overlaps
from timeline.edtf.parse import EdtfError, parse
from timeline.edtf.value import Edtf
from timeline.model.vocabulary import PLANNED
from timeline.model.vocabulary import Occurrence as Occ

PAST: Final = frozenset({Occ.OCCURRED, Occ.UNDERWAY})
MOVED: Final = frozenset({Occ.POSTPONED, Occ.CANCELLED, Occ.DID_NOT_OCCUR})

NEAR_DAYS: Final = 21
"""Articles further apart than this do not join undated events."""
CLOSE_DAYS: Final = 7
SLIP_DAYS: Final = 3
"""Plans whose dates differ by no more than this are one plan, told twice; the fold shows the difference."""
MOVE_DAYS: Final = 120
"""How far a postponed event may have moved."""
LATE_DAYS: Final = 14
"""News of what has happened comes no later than this after it."""

SAME_DAY, OVERLAP, LIKELY, POSSIBLE = 1.0, 0.9, 0.6, 0.4


class Dated(NamedTuple):
    """When a claim puts its event (`None`: undated), whether it happens, and the publication day of its article."""

    when: Edtf | None
    says: Occ | None
    published: int | None


def dated(edtf: str | None, says: Occ | None, published: str | None) -> Dated:
    """Dates that cannot be read count as none: a ledger is judged elsewhere."""
    return Dated(_edtf(edtf), says, _day(published))


def agree(new: Dated, old: Dated) -> float:
    """How well the dates of two claims agree, 0 when they cannot be of one event."""
    if new.when and old.when:
        return _both(new, old)
    if not _in_one_story(new, old):
        return 0.0
    if new.when or old.when:
        known, undated = (new, old) if new.when else (old, new)
        return _one(known, undated)
    if _lived_before(old, new) or _lived_before(new, old):
        return 0.0
    return LIKELY if _apart(new, old) <= CLOSE_DAYS else POSSIBLE


def _both(new: Dated, old: Dated) -> float:
    if new.when is None or old.when is None:
        return 0.0
    if overlaps(new.when, old.when) is not False:
        return SAME_DAY if new.when.bounds == old.when.bounds else OVERLAP
    if old.says in PAST and new.says in PAST:
        return 0.0
    gap = _gap(new.when, old.when)
    if _moves(new, old) or _moves(old, new):
        return LIKELY if gap is not None and gap <= MOVE_DAYS else 0.0
    return POSSIBLE if gap is not None and gap <= SLIP_DAYS else 0.0


def _moves(mover: Dated, moved: Dated) -> bool:
    """Whether one claim calls off, or puts off, a date that had not passed when its article appeared."""
    if mover.says not in MOVED or moved.says in PAST or moved.when is None:
        return False
    latest = moved.when.bounds.latest
    return latest is None or mover.published is None or latest >= mover.published


def _one(known: Dated, undated: Dated) -> float:
    """The date must lie where the undated claim's article would see it: ahead if planned, just behind if past."""
    if known.when is None or undated.published is None:
        return POSSIBLE
    earliest, latest = known.when.bounds
    if undated.says in PAST:
        ahead = earliest is not None and earliest > undated.published
        long_gone = latest is not None and latest < undated.published - LATE_DAYS
        return 0.0 if ahead or long_gone else LIKELY
    over = latest is not None and latest < undated.published - 1
    return 0.0 if over else LIKELY


def _lived_before(one: Dated, other: Dated) -> bool:
    """Both undated: one had happened before the other was still being planned."""
    if one.says not in PAST or other.says not in PLANNED or None in {one.published, other.published}:
        return False
    return (one.published or 0) < (other.published or 0)


def _in_one_story(new: Dated, old: Dated) -> bool:
    return None in {new.published, old.published} or _apart(new, old) <= NEAR_DAYS


def _apart(new: Dated, old: Dated) -> int:
    if new.published is None or old.published is None:
        return 0
    return abs(new.published - old.published)


def _gap(one: Edtf, other: Edtf) -> int | None:
    """Days between two dates that do not meet; `None` when an end is open."""
    a, b = sorted((one.bounds, other.bounds), key=lambda bounds: (bounds.earliest is not None, bounds.earliest or 0))
    if a.latest is None or b.earliest is None:
        return None
    return b.earliest - a.latest


def _edtf(text: str | None) -> Edtf | None:
    if text is None:
        return None
    try:
        return parse(text)
    except EdtfError:
        return None


def _day(published: str | None) -> int | None:
    try:
        return parse_day(published[:10]) if published else None
    except ValueError:
        return None
