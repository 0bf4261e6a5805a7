"""Sources by what a person types of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import UnknownIdError

if TYPE_CHECKING:
    from timeline.model.ledger import Ledger


def resolve(reference: str, ledger: Ledger) -> str:
    """The id, from itself, its beginning or its address. Raises `UnknownIdError` that names the nearest."""
    if reference in ledger.sources:
        return reference
    meant = [name for name, known in ledger.sources.items() if name.startswith(reference) or known.url == reference]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise UnknownIdError(f"{reference!r} may be any of: {', '.join(meant)}")
    from difflib import get_close_matches

    near = get_close_matches(reference, ledger.sources, n=3)
    raise UnknownIdError(f"no source is called {reference!r}" + (f"; the nearest: {', '.join(near)}" if near else ""))
