"""The ledger as somebody has seen it: by what was recorded, and judged, before a mark.

A moment (`known_at`) names a day; a mark names an instant, and must neither lose nor repeat what has no stamp (typed into
the file by a person) or bears the stamp of that very second. So it lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.fold.moment import instant
from timeline.fold.publication import recorded_on
from timeline.model.ledger import Judgement
from timeline.model.marks import Seen
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.model.ledger import Claim, Event, Ledger


class SeenLedger(NamedTuple):
    """The ledger as it was, and the events that are told differently since."""

    ledger: Ledger
    differ: frozenset[str]


def mark(ledger: Ledger, at: str, day: str) -> Seen:
    """Everything in the ledger was seen, at an ISO time."""
    zone = ledger.timezone
    claims = {
        claim.id: claim.stance
        for event in ledger.events.values()
        for claim in event.claims
        if not (_before(recorded_on(claim, ledger), at, zone) and _judged_before(claim, at, zone))
    }
    sources = tuple(sorted(source.id for source in ledger.sources.values() if not _before(source.recorded, at, zone)))
    return Seen(at=at, day=day, claims=dict(sorted(claims.items())), sources=sources)


def as_seen(ledger: Ledger, seen: Seen) -> SeenLedger:
    """Events keep their labels, which have no history; one of which no claim was seen is not there."""
    events: dict[str, Event] = {}
    differ = set()
    for name, event in ledger.events.items():
        claims = tuple(_as_seen(claim, ledger, seen) for claim in event.claims)
        if all(then is now for then, now in zip(claims, event.claims, strict=True)):
            events[name] = event
            continue
        differ.add(name)
        if known := tuple(claim for claim in claims if claim is not None):
            events[name] = event.model_copy(update={"claims": known})
    return SeenLedger(ledger.model_copy(update={"events": events}), frozenset(differ))


def source_seen(source: str, ledger: Ledger, seen: Seen) -> bool:
    return source in seen.sources or _before(ledger.sources[source].recorded, seen.at, ledger.timezone)


def _as_seen(claim: Claim, ledger: Ledger, seen: Seen) -> Claim | None:
    """The claim with the stance it had; `None` when it was not there."""
    then = seen.claims.get(claim.id)
    if then is None:
        if not _before(recorded_on(claim, ledger), seen.at, ledger.timezone):
            return None
        then = claim.stance if _judged_before(claim, seen.at, ledger.timezone) else Stance.SUGGESTED
    changes: dict[str, object] = {} if then is claim.stance else {"judgement": Judgement(stance=then)}
    if claim.preferred is not None and _before(seen.at, claim.preferred.at or seen.at, ledger.timezone):
        changes["preferred"] = None
    return claim.model_copy(update=changes) if changes else claim


def _judged_before(claim: Claim, at: str, zone: str) -> bool:
    """A suggestion needs no stamp: that is what a claim is until somebody judges it."""
    judgement = claim.judgement
    if judgement is None or judgement.stance is Stance.SUGGESTED:
        return True
    return _before(judgement.at, at, zone)


def _before(text: str | None, at: str, zone: str) -> bool:
    """Whether a stamp is surely earlier; a missing one is not."""
    left, right = instant(text, zone) if text is not None else None, instant(at, zone)
    return left is not None and right is not None and left < right
