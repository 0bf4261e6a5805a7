"""Where a source has its words from: a wire story printed by nine outlets is one origin, not nine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.ledger import Claim, Ledger


def origin(source: str, ledger: Ledger) -> str:
    """The group that a source belongs to; its own id when it copies nobody.

    A source that names another source as its origin shares that one's origin; copies that name each other stop at the
    smallest id among them, so that the answer does not depend on where one begins.
    """
    seen: list[str] = []
    while source not in seen:
        seen.append(source)
        known = ledger.sources.get(source)
        if known is None or known.origin is None or known.origin == source:
            return source
        source = known.origin
    return min(seen[seen.index(source) :])


def independent(claims: Iterable[Claim], ledger: Ledger) -> tuple[str, ...]:
    """The origins behind claims, each once, in the order of the claims."""
    return tuple(dict.fromkeys(origin(claim.source, ledger) for claim in claims))
