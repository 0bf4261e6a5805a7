"""Events of which nothing tells when: no date, and no other event that limits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where
from timeline.model.vocabulary import OFF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What is off needs no date."""
    for name, state in subject.states.items():
        if state.date is not None or not state.listed or not state.known or state.occurrence in OFF:
            continue
        bound = subject.bounds.by_event.get(name)
        if bound is None or (bound.earliest is None and bound.latest is None):
            message = f"nothing tells when {state.event.title!r} is"
            yield Diagnostic("I417", message, Where(name, kind="event"))
