"""Whether a text is news or tells what happened long ago, for texts of which nobody has said so.

News opens with a day near its publication (today, Friday, the date of its line); a narrative counts on from full dates of
years past. A retrospective article has many of those as well, so what the opening says decides first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from timeline.model.vocabulary import Anchor
from timeline.temporal.tag import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.lang.packs import LanguagePack
    from timeline.model.document import Dct
    from timeline.model.timex import Timex

Genre = Literal["news", "narrative"]

_READ: Final = 20_000
"""Code points that are enough to tell."""
_OPENING: Final = 600
_LEAST: Final = 5
"""Full dates of years past below which a text stays news."""
_LEAST_ALONE: Final = 3
"""As many, where nothing at all is counted from the publication day."""
_OLD: Final = 2
_SHARE: Final = 1 / 3
_CALENDAR: Final = frozenset({"day", "month", "year"})


def detect(text: str, dct: Dct | None, pack: LanguagePack) -> Genre:
    """The genre of a text that has not been tagged yet."""
    return genre_of(tag(text[:_READ], pack, dct, join_ranges=False), dct)


def genre_of(tagged: Sequence[Timex], dct: Dct | None) -> Genre:
    """By the timexes of a text, tagged as news: `narrative` for several dates of years past, against few near ones and
    none in the opening.
    """
    timexes = [one for one in tagged if one.end <= _READ]
    published = None if dct is None else int(dct.day[:4])
    past = sum(_is_old(one, published) for one in timexes)
    near = [one for one in timexes if _is_near(one, published)]
    if past < (_LEAST if near else _LEAST_ALONE) or any(one.start < _OPENING for one in near):
        return "news"
    return "narrative" if past >= _SHARE * (past + len(near)) else "news"


def _is_full(one: Timex) -> bool:
    return one.anchor is Anchor.ABSOLUTE and one.earliest is not None and one.granularity in _CALENDAR


def _is_old(one: Timex, published: int | None) -> bool:
    """A full date years before the publication; without a publication day, any full date."""
    return _is_full(one) and (published is None or published - _year(one) >= _OLD)


def _is_near(one: Timex, published: int | None) -> bool:
    """A date counted from the publication day (today, Friday, last week), or a full date not years before it."""
    if _is_full(one):
        return published is not None and published - _year(one) < _OLD
    pointed = "month" not in one.certain and "season" not in one.certain
    return one.anchor is Anchor.PUBLISHED and one.type.value in {"DATE", "TIME"} and pointed and "REF" not in one.value


def _year(one: Timex) -> int:
    year = (one.earliest or "")[:-6]
    return int(year)
