"""Events that nobody claims: a title alone says neither when nor who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    for event in subject.ledger.events.values():
        if not event.claims:
            yield Diagnostic("W401", f"{event.title!r} rests on no claim", Where(event.id, kind="event"))
