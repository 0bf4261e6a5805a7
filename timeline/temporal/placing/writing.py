"""The last step: a candidate and its place become a `Timex`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import iso_day
from timeline.model.timex import Timex
from timeline.model.vocabulary import Anchor, TimexType
from timeline.temporal.calendars.meaning import (
    Between,
    Length,
    OfDay,
    Offset,
    Part,
    Ref,
    Repeat,
    ToEvent,
    Window,
)
from timeline.temporal.context.anchors import anchor_of
from timeline.temporal.placing import wording
from timeline.temporal.placing.dating import date
from timeline.temporal.placing.resolve import CLOCK, other_places

if TYPE_CHECKING:
    from timeline.temporal.calendars.meaning import Meaning, Place
    from timeline.temporal.context.situation import Situation
    from timeline.temporal.matching.candidate import Candidate

_WHERE = tuple[int, int, str]
_MODS: Final = frozenset({"START", "MID", "END"})


def write(one: Candidate, where: _WHERE, place: Place | None, situation: Situation) -> Timex:
    """`where`: code points and words of the span; without a place the timex stays underspecified."""
    start, end, words = where
    meaning = one.meaning
    fields: dict[str, object] = {} if place is None else _placed(one, place, situation)
    words_only = wording.underspecified(meaning)
    return Timex(
        start=start,
        end=end,
        text=words,
        type=_type(meaning),
        value=words_only if place is None else place.value,
        mod=one.mod or _mod(meaning),
        quant=meaning.quantifier if isinstance(meaning, Repeat) else None,
        freq=meaning.frequency if isinstance(meaning, Repeat) else None,
        underspecified=words_only if words_only != fields.get("value") else None,
        granularity=place.grain if place else _grain(meaning),
        anchor=_anchor(meaning, situation),
        rule=one.rules[0],
        certain=wording.settled(meaning),
        **{key: value for key, value in fields.items() if key != "value"},
    )


def _placed(one: Candidate, place: Place, situation: Situation) -> dict[str, object]:
    meaning = one.meaning
    lasting = isinstance(meaning, Between)
    dating = date(place, None if isinstance(meaning, Window) else one.bound, lasting=lasting)
    others = other_places(meaning, situation)
    against = situation.base(
        story=getattr(meaning, "story", False) or (isinstance(meaning, OfDay) and meaning.base is None)
    )
    absolute = anchor_of(meaning, situation) is Anchor.ABSOLUTE
    return {
        "value": place.value,
        "edtf": dating.edtf,
        "earliest": dating.earliest,
        "latest": dating.latest,
        "window": dating.window,
        "anchor_day": None if absolute or against is None else iso_day(against),
        "direction": None if absolute else situation.direction,
        "implied": wording.supplied(meaning, place.grain),
        "alternatives": tuple(date(other, one.bound).edtf for other in others),
    }


def _type(meaning: Meaning) -> TimexType:
    if isinstance(meaning, OfDay) or (isinstance(meaning, Offset) and meaning.unit in CLOCK):
        return TimexType.TIME
    if isinstance(meaning, Between):
        return _type(meaning.last)
    if isinstance(meaning, Length | Window | ToEvent):
        return TimexType.DURATION
    return TimexType.SET if isinstance(meaning, Repeat) else TimexType.DATE


def _mod(meaning: Meaning) -> str | None:
    if isinstance(meaning, Part) and meaning.part in _MODS:
        return meaning.part
    return None


def _grain(meaning: Meaning) -> str:
    if isinstance(meaning, Length | Repeat | ToEvent):
        return "duration" if not isinstance(meaning, Repeat) else "set"
    if isinstance(meaning, Ref):
        return "unknown"
    if isinstance(meaning, Offset | Window):
        return meaning.unit
    return getattr(meaning, "grain", None) or "unknown"


def _anchor(meaning: Meaning, situation: Situation) -> Anchor:
    if isinstance(meaning, ToEvent):
        return Anchor.EVENT
    if isinstance(meaning, Length | Repeat) or (isinstance(meaning, OfDay) and meaning.habit):
        return Anchor.ABSOLUTE
    return anchor_of(meaning, situation)
