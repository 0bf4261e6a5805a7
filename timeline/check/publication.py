"""Sources without a publication date: their claims go by the day they were recorded, or outrank everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A source needs no date if each claim has its own: `on`, or for one that a person typed, the day it was recorded."""
    waiting = {
        claim.source
        for _, claim in subject.claims()
        if claim.on is None and (claim.recorded is None or claim.by is not None)
    }
    for source in subject.ledger.sources.values():
        if source.published is None and source.id in waiting:
            yield Diagnostic(
                "W402",
                f"nothing says when {source.title or source.id!r} was published",
                Where(source.id, kind="source"),
            )
