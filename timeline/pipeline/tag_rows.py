"""The timexes of one text of a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from timeline.model.vocabulary import WeekStart
from timeline.pipeline.rows import Found, Row
from timeline.pipeline.tagging import tagged
from timeline.pipeline.weeks import in_weeks

SHOWN: Final = {"start", "end", "text", "type", "value"}


def tag_rows(
    rows: Sequence[Row], timezone: str, *, tree: bool = False, week_start: WeekStart | None = None
) -> list[Callable[[], Found]]:
    """Of each, rows {"start", "end", "text", "type", "value"}."""
    return [partial(_tag, row, timezone, week_start, tree=tree) for row in rows]


def _tag(row: Row, timezone: str, week_start: WeekStart | None, *, tree: bool) -> Found:
    dct, doubts = row.created(timezone)
    dct = in_weeks(dct, week_start) if dct else None
    found = tagged(row.text, dct, row.language, row.genre, tree=tree)
    return [timex.model_dump(mode="json", include=SHOWN) for timex in found.timexes], (*doubts, *found.findings)
