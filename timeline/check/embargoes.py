"""Embargoes that still run, and those that have passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where
from timeline.fold.moment import local_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """An embargo until a day ends as the day begins; one until an hour still runs on that day, as only today is known."""
    for event, claim in subject.claims():
        if claim.embargo is None:
            continue
        day = local_day(claim.embargo, subject.ledger.timezone)
        if day is None:
            continue
        if day > subject.today or (day == subject.today and claim.embargo != day):
            yield Diagnostic(
                "W409", f"{event.title!r} is under embargo until {claim.embargo}", Where(claim.id, kind="claim")
            )
        else:
            yield Diagnostic(
                "I410", f"the embargo on {event.title!r} ended: {claim.embargo}", Where(claim.id, kind="claim")
            )
