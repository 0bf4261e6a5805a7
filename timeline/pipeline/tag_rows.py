"""The timexes of one text of a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from timeline.pipeline.rows import Found, Row
from timeline.pipeline.tagging import tagged

SHOWN: Final = {"start", "end", "text", "type", "value"}


def tag_rows(rows: Sequence[Row], timezone: str, *, tree: bool = False) -> list[Callable[[], Found]]:
    """Of each, rows {"start", "end", "text", "type", "value"}."""
    return [partial(_tag, row, timezone, tree=tree) for row in rows]


def _tag(row: Row, timezone: str, *, tree: bool) -> Found:
    dct, doubts = row.created(timezone)
    found = tagged(row.text, dct, row.language, row.genre, tree=tree)
    return [timex.model_dump(mode="json", include=SHOWN) for timex in found.timexes], (*doubts, *found.findings)
