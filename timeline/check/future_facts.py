"""Claims that report as past what their own date puts after their publication."""

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

_BEGUN: Final = frozenset({Occurrence.OCCURRED, Occurrence.UNDERWAY})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Only days count: what happened at nine may be reported at eight in another zone. Margins of `~` are granted."""
    for _, claim in subject.claims():
        published = published_day(claim, subject.ledger)
        date = stated_date(claim) if claim.says in _BEGUN else None
        if date is None or published is None:
            continue
        earliest = date.fuzzy_bounds.earliest
        if earliest is not None and earliest > parse_day(published):
            message = (
                f"{claim.source} reported on {published} as {claim.says} what it dates {iso_day(earliest)} or later"
            )
            yield Diagnostic("W408", message, Where(claim.id, kind="claim"))
