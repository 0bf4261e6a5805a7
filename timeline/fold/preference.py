"""Readings that the desk picked: what they outweigh, and from when on there is news again.

A preference settles what was known when it was given. A claim recorded later is news: it is heard like every other, and
may start the contradiction anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.fold.moment import instant
from timeline.fold.publication import recorded_on, stance
from timeline.fold.statement import stated_occurrence, stated_when
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.fold.moment import Moment
    from timeline.model.ledger import Claim, Ledger


class Picked(NamedTuple):
    """`claim` is preferred for one field since the instant `since` (`None`: always)."""

    claim: Claim
    since: int | None

    def settles(self, other: Claim, ledger: Ledger) -> bool:
        """Whether the other claim was known when this one was picked."""
        recorded = recorded_on(other, ledger)
        when = instant(recorded, ledger.timezone) if recorded is not None else None
        return self.since is None or when is None or when <= self.since


def picked(known: Iterable[Claim], ledger: Ledger, moment: Moment) -> dict[str, Picked]:
    """For each field the reading preferred at a moment: the one picked last, and of two the one with the greater id."""
    found: dict[str, Picked] = {}
    limit = instant(moment.known_at, ledger.timezone) if moment.known_at is not None else None
    for claim in known:
        if claim.preferred is None or stance(claim, ledger, moment) is Stance.REJECTED:
            continue
        at = claim.preferred.at
        since = instant(at, ledger.timezone) if at is not None else None
        if since is not None and limit is not None and since > limit:
            continue
        for field in claim.preferred.about:
            found[field] = max(found.get(field, Picked(claim, since)), Picked(claim, since), key=_lateness)
    return found


def _lateness(one: Picked) -> tuple[int, str]:
    return (-1 if one.since is None else one.since, one.claim.id)


def picked_at(known: Iterable[Claim], ledger: Ledger, now: str) -> str:
    """The stamp of a pick that settles all these claims: now, or the last time at which one of them was recorded.

    Claims that were typed within one second bear the stamps of the seconds after it (`publication.free_stamp`).
    """
    stamps = [now, *filter(None, (recorded_on(claim, ledger) for claim in known))]
    places = {stamp: at for stamp in stamps if (at := instant(stamp, ledger.timezone)) is not None}
    return max(places, key=places.__getitem__)


def outweighed(known: Iterable[Claim], picks: dict[str, Picked], ledger: Ledger) -> dict[str, set[str]]:
    """By claim id, the fields on which a claim is not heard because another reading was picked."""
    muted: dict[str, set[str]] = {}
    for claim in known:
        for field, pick in picks.items():
            value = _VALUES[field](claim) if field in _VALUES else None
            differs = value is not None and value != _VALUES[field](pick.claim)
            if differs and claim is not pick.claim and pick.settles(claim, ledger):
                muted.setdefault(claim.id, set()).add(field)
    return muted


def _place(claim: Claim) -> str | None:
    return claim.place.casefold() if claim.place is not None else None


_VALUES: dict[str, Callable[[Claim], str | None]] = {
    "when": stated_when,
    "occurrence": stated_occurrence,
    "place": _place,
}
"""What a claim says about a field. Who takes part is no single value: the pick is heard once more instead."""


def last_known(known: tuple[Claim, ...], pick: Picked, ledger: Ledger) -> str:
    """Of claims in the order in which they are heard, the last one known when a reading was picked."""
    return next(claim.id for claim in reversed(known) if claim is pick.claim or pick.settles(claim, ledger))
