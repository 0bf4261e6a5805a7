"""Kinds of event that no table knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.check.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Of the event, and of claims that give it another kind."""
    from timeline.lang.kinds import load  # noqa: PLC0415  # reads a data file that no other check needs

    known = load().keys()
    for event in subject.ledger.events.values():
        if event.kind not in known:
            yield Diagnostic("W407", _message(event.kind, known), Where(event.id, kind="event"))
        for claim in event.claims:
            if claim.kind is not None and claim.kind not in known:
                yield Diagnostic("W407", _message(claim.kind, known), Where(claim.id, kind="claim"))


def _message(kind: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # only a finding pays for it

    close = get_close_matches(kind, known, n=1)
    return f"no kind of event is called {kind!r}" + (f"; did you mean {close[0]!r}?" if close else "")
