"""Text to date: EDTF level 1, `[..]` and `{..}` of level 2, and what people type besides (weeks, quarters, minutes).

Weeks, quarters and seasons are spelled out as days, since they are no more than names of windows or spans; letters may
be small; `u` stands for `X` as in the drafts of the standard; a space may stand for the `T` before a time.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from timeline.edtf.error import EdtfError, Excerpt
from timeline.edtf.moments import reversed_range
from timeline.edtf.reading import read_date
from timeline.edtf.render import compose
from timeline.edtf.value import Edtf, End, Form, Point, Range, whole_day

__all__ = ["EdtfError", "parse"]

_SETS: Final = {"[": (Form.WINDOW, "]"), "{": (Form.SET, "}")}
_SHORT_END: Final = re.compile(r"T?\d\d([-:]\d\d)?", re.ASCII)
_DAY_FIRST: Final = re.compile(r"\d\d?/\d\d?/\d{2,4}", re.ASCII)
"""17/10/2025: left to the reader of single dates, which says that the year comes first."""
_TELL_APART: Final = "write [{0}] for one day in between, or {1} when it lasts all that time"


@lru_cache(maxsize=32_768)
def parse(text: str) -> Edtf:
    """Reads a date. Raises `EdtfError`, which names the place and what belongs there."""
    if len(text) == 10 and text[4] == "-" == text[7]:
        # the plain day, by far the most frequent: straight through the parser that datetime has in C
        try:
            number = date.fromisoformat(text).toordinal()
        except ValueError:
            return _read(Excerpt(text, text).cut(0))
        return whole_day(text, number)
    return _read(Excerpt(text, text).cut(0))


def _read(source: Excerpt) -> Edtf:
    text = source.text
    if text[:1] in _SETS:
        return _read_members(source)
    if "/" in text and not _DAY_FIRST.fullmatch(text):
        return _read_span(source)
    if ".." in text:
        source.refuse(text.index(".."), "a window needs its square brackets", _two_ways(text))
    ends = read_date(source)
    return compose(Form.POINT if ends.first is ends.last else Form.WINDOW, (ends,))


def _two_ways(text: str) -> str:
    first, _, last = text.partition("..")
    return _TELL_APART.format(text, f"{first or '..'}/{last or '..'}")


def _read_members(source: Excerpt) -> Edtf:
    form, closing = _SETS[source.text[0]]
    if not source.text.endswith(closing):
        at = source.text.find(closing)
        if at >= 0:
            source.refuse(at + 1, "nothing may follow the brackets", "put ?, ~ or % behind each date inside them")
        source.refuse(len(source.text), f"the closing {closing} is missing", f"write {source.whole.strip()}{closing}")
    members = source.cut(1, len(source.text) - 1).split(",")
    ranges = [_read_member(member) for member in members]
    _only_outer_ends_open(source, members, ranges)
    return compose(form, ranges)


def _only_outer_ends_open(source: Excerpt, members: list[Excerpt], ranges: list[Range]) -> None:
    for member, ends in zip(members, ranges, strict=True):
        if (ends.first is End.OPEN and ends is not ranges[0]) or (ends.last is End.OPEN and ends is not ranges[-1]):
            member.refuse(0, "only the first and the last date may be open", "leave out the '..'")
    if ranges[0].first is ranges[-1].last is End.OPEN:
        source.refuse(0, "a date open at both ends says nothing", "leave the date out if nothing is known")


def _read_member(source: Excerpt) -> Range:
    if "/" in source.text:
        source.refuse(source.text.index("/"), "a span cannot stand between brackets", "write .. instead of /")
    if ".." not in source.text:
        return read_date(source)
    left, right, *others = source.split("..")
    if others or not (left.text or right.text):
        source.refuse(0, "'..' needs a date on one of its sides", "leave the date out if nothing is known")
    first = read_date(left).first if left.text else End.OPEN
    last = read_date(right).last if right.text else End.OPEN
    return _in_order(source, first, last)


def _read_span(source: Excerpt) -> Edtf:
    left, right, *others = source.split("/")
    if others:
        source.refuse(
            right.at - source.at + len(right.text), "a span has two ends", "write one slash between two dates"
        )
    if _SHORT_END.fullmatch(right.text):
        right.refuse(0, "both ends of a span are written in full", "write 2025-10-20/2025-10-22")
    first, last = _span_end(left), _span_end(right)
    start = first if isinstance(first, End) else first.first
    end = last if isinstance(last, End) else last.last
    if isinstance(start, End) and isinstance(end, End):
        source.refuse(0, "a date open at both ends says nothing", "leave the date out if nothing is known")
    return compose(Form.SPAN, (_in_order(source, start, end),))


def _span_end(source: Excerpt) -> Range | End:
    if source.text in {"", ".."}:
        return End(source.text)
    if source.text[0] in _SETS or ".." in source.text:
        source.refuse(0, "a window cannot be the end of a span", "write one date, '..' (open) or nothing (unknown)")
    return read_date(source)


def _in_order(source: Excerpt, first: Point | End, last: Point | End) -> Range:
    if isinstance(first, Point) and isinstance(last, Point) and reversed_range(first, last):
        source.refuse(0, f"it ends ({last.text}) before it starts ({first.text})", "put the earlier date first")
    return Range(first, last)
