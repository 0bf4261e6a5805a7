"""Actors by the names that a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import UnknownIdError

if TYPE_CHECKING:
    from timeline.model.ledger import Ledger


def actor_id(name: str, ledger: Ledger) -> str:
    """The id of the actor that is meant. Raises `UnknownIdError` that names the nearest."""
    from timeline.link.actors import find, suggest

    found = find(name, ledger)
    if found is not None:
        return found
    near = suggest(name, ledger)
    meant = f"; the nearest: {', '.join(near)}" if near else ""
    raise UnknownIdError(f"no actor is called {name!r}{meant}")
