"""Where a source has its words from: a wire story printed by nine outlets is one origin, not nine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.ledger import Claim, Ledger


def origin(source: str, ledger: Ledger) -> str:
    """The group that a source belongs to; its outlet when it copies nobody: two articles of one house are one voice.

    A source that names another source as its origin shares that one's origin; what the machine found (`resembles`)
    counts where nobody has said anything. Copies that name each other stop at the smallest id among them, so that the
    answer does not depend on where one begins.
    """
    seen: list[str] = []
    while source not in seen:
        seen.append(source)
        said = _copied(source, ledger)
        if said is None or said == source:
            return _house(source, ledger)
        source = said
    return _house(min(seen[seen.index(source) :]), ledger)


def _copied(source: str, ledger: Ledger) -> str | None:
    """Whom it copies; itself when a person says that it copies nobody."""
    known = ledger.sources.get(source)
    if known is None:
        return None
    return known.origin or (known.resembles.source if known.resembles is not None else None)


def _house(source: str, ledger: Ledger) -> str:
    known = ledger.sources.get(source)
    return known.outlet.casefold() if known is not None and known.outlet else source


def independent(claims: Iterable[Claim], ledger: Ledger) -> tuple[str, ...]:
    """The origins behind claims, each once, in the order of the claims."""
    return tuple(dict.fromkeys(origin(claim.source, ledger) for claim in claims))
