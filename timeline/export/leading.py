"""The claim that speaks for a row where there is room for one only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.ledger import DESK

if TYPE_CHECKING:
    from timeline.model.view import ClaimRow, EventRow


def leading(row: EventRow) -> ClaimRow | None:
    """The latest-published claim that counts, those with a quote first; of equals, the last in the row."""
    if len(row.claims) < 2:
        return row.claims[0] if row.claims else None
    ranked = sorted(enumerate(row.claims), key=lambda pair: (*_rank(pair[1]), pair[0]))
    return ranked[-1][1]


def _rank(claim: ClaimRow) -> tuple[bool, bool, str]:
    return claim.current, bool(claim.quote), claim.published or claim.recorded or ""


def source_name(claim: ClaimRow, desk: str) -> str:
    """The outlet, or the source's title or id; `desk` for what the desk itself says."""
    return claim.outlet or claim.source_title or (desk if claim.source == DESK else claim.source)
