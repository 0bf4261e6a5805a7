"""Sources that were published after today: their claims have the last word until then, so a slip of the pen must be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where
from timeline.fold.moment import local_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Claims of their own day (`on`) too."""
    zone = subject.ledger.timezone
    for source in subject.ledger.sources.values():
        day = local_day(source.published, zone) if source.published is not None else None
        if day is not None and day > subject.today:
            message = f"{source.title or source.id!r} is dated {day}, after today ({subject.today})"
            yield Diagnostic("W412", message, Where(source.id, kind="source"))
    for event, claim in subject.claims():
        day = local_day(claim.on, zone) if claim.on is not None else None
        if day is not None and day > subject.today:
            message = f"a claim on {event.title!r} counts as published on {day}, after today ({subject.today})"
            yield Diagnostic("W412", message, Where(claim.id, kind="claim"))
