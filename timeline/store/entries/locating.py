"""From the id of what a finding is about to its line in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.diagnostics import Diagnostic, Where
from timeline.store.text.positions import Positions

if TYPE_CHECKING:
    from timeline.model.ledger import Ledger
    from timeline.store.entries.ledger_file import LedgerText
    from timeline.store.text.problem import Steps


def located(findings: Sequence[Diagnostic], current: LedgerText, file: str) -> tuple[Diagnostic, ...]:
    """What no longer stands there, and what is about no single thing, stays as it is."""
    ways = _ways(current.ledger, current.data)
    positions = Positions(current.text, current.data)

    def placed(finding: Diagnostic) -> Diagnostic:
        where = finding.where
        steps = ways.get((where.kind, where.file)) if where is not None else None
        if where is None or steps is None:
            return finding
        line, column = positions.place(steps, at_key=where.kind != "claim")
        return replace(finding, where=Where(file, line, column, where.kind, where.file))

    return tuple(map(placed, findings))


def _ways(ledger: Ledger, data: dict[Any, Any]) -> dict[tuple[str | None, str], Steps]:
    """By kind and id. Claims go by their rank, since most of what a person types has no id of its own."""
    ways: dict[tuple[str | None, str], Steps] = {}
    for kind, section in (("source", "sources"), ("actor", "actors"), ("event", "events")):
        part = data.get(section)
        ways |= {(kind, str(key)): (section, key) for key in part or ()}
    for event in ledger.events.values():
        home = ways.get(("event", event.id), ())
        ways |= {("claim", claim.id): (*home, "claims", rank) for rank, claim in enumerate(event.claims)}
    return ways
