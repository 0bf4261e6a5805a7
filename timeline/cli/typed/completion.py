"""What the shell may complete: ids of the ledger that the command line so far would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from timeline.cli.typed.ledger_file import ledger_file
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.model.ledger import Ledger


def events(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    ledger = _ledger(ctx)
    return (
        [(name, event.title) for name, event in ledger.events.items() if name.startswith(incomplete)] if ledger else []
    )


def actors(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    ledger = _ledger(ctx)
    return (
        [(name, actor.name) for name, actor in ledger.actors.items() if name.startswith(incomplete)] if ledger else []
    )


def sources(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    ledger = _ledger(ctx)
    found = ledger.sources.items() if ledger else ()
    return [(name, source.title or "") for name, source in found if name.startswith(incomplete)]


def watches(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    from timeline.store.beside.watches import load

    named = ctx.params.get("file") or ctx.find_root().params.get("file")
    try:
        return [(name, "") for name in load(ledger_file(named))[0] if name.startswith(incomplete)]
    except TimelineError:
        return []


def _ledger(ctx: typer.Context) -> Ledger | None:
    """Nothing is completed from a ledger that is not there or cannot be read: the command itself will say so."""
    from timeline.store.opening import open_store

    named = ctx.params.get("file") or ctx.find_root().params.get("file")
    try:
        return open_store(ledger_file(named)).load()
    except TimelineError:
        return None
