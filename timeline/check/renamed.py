"""Ids that were changed by hand: whoever holds the old one (a calendar, a link, a colleague's branch) loses the thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from typing import TypeVar

    from timeline.check.subject import Subject
    from timeline.model.ledger import Claim, Ledger

    One = TypeVar("One")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Against the ledger as the last command left it, where that is known."""
    before, now = subject.before, subject.ledger
    if before is None:
        return
    old, new = _claims(before), _claims(now)
    yield from _renamed("event", _events(before), _events(now), lambda claims: claims)
    yield from _renamed("claim", old, new, lambda claim: (claim.source, claim.quote, claim.at) if claim.quote else None)
    yield from _renamed("source", before.sources, now.sources, lambda source: source.text or source.url)
    yield from _renamed("actor", before.actors, now.actors, lambda actor: actor.name)


def _renamed(
    kind: str, before: Mapping[str, One], now: Mapping[str, One], mark: Callable[[One], Hashable]
) -> Iterator[Diagnostic]:
    """`mark`: what tells one from all others, whatever its id; nothing where there is no telling."""
    gone = {mark(one): name for name, one in before.items() if name not in now and mark(one)}
    for name, one in now.items():
        old = gone.get(mark(one)) if name not in before and mark(one) else None
        if old is not None:
            yield Diagnostic("W418", f"the {kind} {old!r} is now called {name!r}", Where(name, kind=kind))


def _claims(ledger: Ledger) -> dict[str, Claim]:
    return {claim.id: claim for event in ledger.events.values() for claim in event.claims}


def _events(ledger: Ledger) -> dict[str, Hashable]:
    """Each by its quotes, by its title where it quotes nobody: the ids of claims may hang on that of their event."""
    return {
        name: tuple((claim.source, claim.quote) for claim in event.claims if claim.quote) or event.title
        for name, event in ledger.events.items()
    }
