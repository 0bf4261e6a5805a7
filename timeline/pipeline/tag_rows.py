"""The timexes of one text of a batch."""

from __future__ import annotations

from typing import Final

from timeline.pipeline.rows import Found, Row
from timeline.pipeline.tagging import tagged

SHOWN: Final = {"start", "end", "text", "type", "value"}


def tag_row(row: Row, timezone: str, *, tree: bool = False) -> Found:
    """Rows {"start", "end", "text", "type", "value"}."""
    dct, doubts = row.created(timezone)
    found = tagged(row.text, dct, row.language, row.genre, tree=tree)
    return [timex.model_dump(mode="json", include=SHOWN) for timex in found.timexes], (*doubts, *found.findings)
