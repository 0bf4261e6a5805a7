"""Actors that stand in the ledger and in no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Rejected claims count as mentions: taking a rejection back must not find its actors gone."""
    mentioned: set[str] = set()
    for event in subject.ledger.events.values():
        for claim in event.claims:
            mentioned.update(claim.said_by, claim.absent)
            for _, actors in claim.actors:
                mentioned.update(actors)
    for actor in subject.ledger.actors.values():
        if actor.id not in mentioned:
            yield Diagnostic("I405", f"no claim mentions {actor.name!r}", Where(actor.id, kind="actor"))
