"""An event's state at a moment, derived from its claims and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.fold.account import Account, Participants, Step, cast
from timeline.fold.dispute import Dispute, disputes
from timeline.fold.moment import NOW, Moment
from timeline.fold.publication import publication, stance, visible
from timeline.fold.statement import stated_date, stated_occurrence
from timeline.model.vocabulary import Occurrence, Stance

if TYPE_CHECKING:
    from timeline.edtf.value import Edtf
    from timeline.model.ledger import Claim, Event, Ledger

_DATE_AND_STATUS: Final = frozenset({"when", "occurrence"})


class EventState(NamedTuple):
    """What was known of an event at a moment.

    `when`: canonical EDTF, `date` the same, read. A postponed event without a new date keeps the slot it gave up, and
    `slot_given_up` says so: the day is no longer promised.
    `known`: the claims that existed at the moment; `counting`: those the state rests on; both from the earliest word
    to the latest. `given_by`: field (`when`, `occurrence`, `place`, `actors`) -> id of the claim that gives it.
    `previous_when`: dates given up, oldest first.
    """

    event: Event
    when: str | None
    date: Edtf | None
    occurrence: Occurrence
    place: str | None
    participants: Participants
    stance: Stance
    known: tuple[Claim, ...]
    counting: tuple[Claim, ...]
    given_by: dict[str, str]
    previous_when: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    slot_given_up: bool

    @property
    def exists(self) -> bool:
        """Whether anybody had spoken of it by then; an event without any claim was written down by a person."""
        return bool(self.known) or not self.event.claims

    @property
    def listed(self) -> bool:
        """Whether a question may answer with it: not when every claim was rejected."""
        return self.exists and self.stance is not Stance.REJECTED

    @property
    def disputed(self) -> bool:
        return bool(self.disputes)

    @property
    def rescheduled(self) -> bool:
        return bool(self.previous_when)

    @property
    def log(self) -> tuple[Step, ...]:
        """Every change of a field by a counting claim, oldest first."""
        return tuple(_heard(self.counting).steps)

    @property
    def changes(self) -> int:
        """Changes of date or status since the first claim (the SEQUENCE of a calendar entry)."""
        if len(self.counting) < 2:
            return 0
        first = self.counting[0].id
        return sum(step.field in _DATE_AND_STATUS and step.claim != first for step in self.log)


def fold(event: Event, ledger: Ledger, moment: Moment = NOW) -> EventState:
    """The state of an event; the same whatever the order in which its claims were added."""
    known = event.claims
    if not moment.open:
        known = tuple(claim for claim in known if visible(claim, ledger, moment))
    if len(known) > 1:
        known = tuple(sorted(known, key=lambda claim: publication(claim, ledger)))
    counting, standing = _counting(known, ledger, moment)
    if len(counting) == 1:
        return _single(event, known, counting, standing)
    account = _heard(counting)
    date = account.date
    return EventState(
        event=event,
        when=date.canonical if date is not None else None,
        date=date,
        occurrence=account.occurrence or Occurrence.UNKNOWN,
        place=account.place,
        participants=cast(account.roles.items()),
        stance=standing,
        known=known,
        counting=counting,
        given_by=account.given_by,
        previous_when=account.previous_dates(),
        disputes=disputes(counting, account.given_by, ledger),
        slot_given_up=account.slot_given_up and account.occurrence is Occurrence.POSTPONED,
    )


def _heard(counting: tuple[Claim, ...]) -> Account:
    account = Account()
    for claim in counting:
        account.hear(claim)
    return account


def _single(event: Event, known: tuple[Claim, ...], counting: tuple[Claim, ...], standing: Stance) -> EventState:
    """The state when one claim alone counts: most events of most ledgers, so it is read straight off the claim."""
    claim = counting[0]
    date, says = stated_date(claim), stated_occurrence(claim)
    given_by = {}
    for field, value in (
        ("when", date),
        ("occurrence", says),
        ("place", claim.place),
        ("actors", claim.actors or None),
    ):
        if value is not None:
            given_by[field] = claim.id
    return EventState(
        event,
        date.canonical if date is not None else None,
        date,
        says or Occurrence.UNKNOWN,
        claim.place,
        cast(claim.actors) if len(claim.actors) > 1 else claim.actors,
        standing,
        known,
        counting,
        given_by,
        (),
        (),
        says is Occurrence.POSTPONED and date is not None,
    )


def _counting(known: tuple[Claim, ...], ledger: Ledger, moment: Moment) -> tuple[tuple[Claim, ...], Stance]:
    """Accepted claims, suggested ones only where none is accepted; and what that makes of the event."""
    if not known:
        return (), Stance.ACCEPTED
    if len(known) == 1:
        alone = stance(known[0], ledger, moment)
        return (() if alone is Stance.REJECTED else known), alone
    stances = [stance(claim, ledger, moment) for claim in known]
    for standing in (Stance.ACCEPTED, Stance.SUGGESTED):
        those = stances.count(standing)
        if those == len(known):
            return known, standing
        if those:
            return tuple(claim for claim, its in zip(known, stances, strict=True) if its is standing), standing
    return (), Stance.REJECTED


def states(ledger: Ledger, moment: Moment = NOW) -> dict[str, EventState]:
    """Every event that anybody had spoken of by then, in the order of the ledger."""
    found = ((name, fold(event, ledger, moment)) for name, event in ledger.events.items())
    return {name: state for name, state in found if state.exists}
