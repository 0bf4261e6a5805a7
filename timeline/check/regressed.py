"""Events that had begun, or were over, and of which a later claim speaks as if they were still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.model.vocabulary import PLANNED, Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject

_OVER: Final = frozenset({Occurrence.UNDERWAY, Occurrence.OCCURRED})
_TO_COME: Final = PLANNED | {Occurrence.CANCELLED}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What did not take place may be planned anew; what did cannot be: the later claim is about another event, or wrong."""
    for state in subject.states.values():
        sources = {claim.id: claim.source for claim in state.known}
        for step in state.log:
            if step.field == "occurrence" and step.previous in _OVER and step.value in _TO_COME:
                message = f"{state.event.title!r} was {step.previous}; later {sources[step.claim]} says {step.value}"
                yield Diagnostic("W416", message, Where(step.claim, kind="claim"))
