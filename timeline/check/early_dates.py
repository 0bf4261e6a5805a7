"""Claims that date an event before it was conceivable: earlier than the day on which somebody first spoke of it as a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.edtf.days import iso_day, parse_day
from timeline.fold.publication import published_day
from timeline.fold.statement import stated_date
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject
    from timeline.model.ledger import Claim

_STILL_TO_COME: Final = frozenset({Occurrence.PROPOSED, Occurrence.POSSIBLE, Occurrence.EXPECTED, Occurrence.CONFIRMED})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What was still to come on a day cannot lie before that day; margins of `~` are granted."""
    for state in subject.states.values():
        claims = subject.heard(state)
        plan = _first_plan(claims, subject)
        if plan is None:
            continue
        planned, day = plan
        for claim in claims:
            latest = _last_day(claim)
            if latest is not None and latest < parse_day(day):
                message = (
                    f"{claim.source} dates it {iso_day(latest)} or earlier; "
                    f"on {day} {planned.source} still says {planned.says}: {state.event.title!r}"
                )
                yield Diagnostic("W413", message, Where(claim.id, kind="claim"))


def _first_plan(claims: list[Claim], subject: Subject) -> tuple[Claim, str] | None:
    """The first word of a plan, with its day of publication; claims stand from the earliest word to the latest."""
    for claim in claims:
        day = published_day(claim, subject.ledger)
        if claim.says in _STILL_TO_COME and day is not None:
            return claim, day
    return None


def _last_day(claim: Claim) -> int | None:
    date = stated_date(claim)
    return date.fuzzy_bounds.latest if date is not None else None
