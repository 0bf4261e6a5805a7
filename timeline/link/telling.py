"""The claims of an article as changes: into events that are there, or with new events; what was said before is not said again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.link import blocks
from timeline.model.change import AddClaim, AddEvent, Change
from timeline.model.ledger import Claim, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.link.drafting import Draft
    from timeline.link.earlier import Earlier
    from timeline.link.placing import Placed
    from timeline.model.ledger import Ledger


def tell(
    placed: Iterable[Placed], draft: Draft, ledger: Ledger, before: Earlier
) -> tuple[tuple[Change, ...], set[str]]:
    """The changes, and the ids of earlier claims of the article that still stand."""
    taken = set(blocks.of(ledger).claims)
    changes: list[Change] = []
    kept: set[str] = set()
    for one in placed:
        known = ledger.events.get(one.event)
        kind = one.found.kind if known and known.kind != one.found.kind else None
        claims = [draft.claim(found, one.event, kind, taken) for found in one.found.claims]
        fresh = [claim for claim in claims if not _standing(claim, one.event, before, kept)]
        changes.extend(_changes(one, _distinct(fresh), known=known is not None))
    return tuple(changes), kept


def _standing(claim: Claim, event: str, before: Earlier, kept: set[str]) -> bool:
    """Whether an earlier reading says the same; if so it is kept."""
    same = before.same(event, claim)
    if same:
        kept.add(same.id)
    return same is not None


def _distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """One claim a quote: the first."""
    first: dict[tuple[int, int] | None, Claim] = {}
    for claim in claims:
        first.setdefault(claim.at, claim)
    return tuple(first.values())


def _changes(one: Placed, claims: tuple[Claim, ...], *, known: bool) -> tuple[Change, ...]:
    if known:
        return tuple(AddClaim(event=one.event, claim=claim) for claim in claims)
    if not claims:
        return ()
    event = Event(id=one.event, title=one.found.title, kind=one.found.kind, claims=claims)
    return (AddEvent(event=event),)
