"""An event's state at a moment, derived from its claims and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.fold.account import Account, Participants, Step, cast
from timeline.fold.dispute import Dispute, disputes
from timeline.fold.moment import NOW, Moment
from timeline.fold.preference import last_known, outweighed, picked
from timeline.fold.publication import publication, stance, visible
from timeline.fold.statement import stated_date, stated_fields, stated_occurrence
from timeline.model.vocabulary import Occurrence, Stance

if TYPE_CHECKING:
    from timeline.edtf.value import Edtf
    from timeline.fold.preference import Picked
    from timeline.model.ledger import Claim, Event, Ledger, Relation

_NOTHING: Final[frozenset[str]] = frozenset()
_DATE_AND_STATUS: Final = frozenset({"when", "occurrence"})


class EventState(NamedTuple):
    """What was known of an event at a moment.

    `when`: canonical EDTF, `date` the same, read. A postponed event without a new date keeps the slot it gave up, and
    `slot_given_up` says so: the day is no longer promised.
    `known`: the claims that existed at the moment; `counting`: those the state rests on; both from the earliest word
    to the latest. `given_by`: field (`when`, `occurrence`, `place`, `actors`) -> id of the claim that gives it.
    `relations`: those that count, each with its claim. `previous_when`: dates given up, oldest first. `log`: every change
    of a field, oldest first.
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
    relations: tuple[tuple[Relation, Claim], ...]
    steps: tuple[Step, ...] | None

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
        if self.steps is not None:
            return self.steps
        account = Account()
        account.hear(self.counting[0])
        return tuple(account.steps)

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
    stances = [stance(claim, ledger, moment) for claim in known]
    if len(known) == 1 and stances[0] is not Stance.REJECTED:
        return _single(event, known, stances[0])
    account = Account()
    picks = picked(known, ledger, moment)
    if picks:  # a suggestion that the desk picked is accepted, though nobody wrote so
        chosen = {pick.claim.id for pick in picks.values()}
        stances = [Stance.ACCEPTED if claim.id in chosen else its for claim, its in zip(known, stances, strict=True)]
    counting = _hear(account, known, stances, _Picks.of(known, picks, ledger))
    date = account.date
    return EventState(
        event=event,
        when=date.canonical if date is not None else None,
        date=date,
        occurrence=account.occurrence or Occurrence.UNKNOWN,
        place=account.place,
        participants=cast(account.roles.items()),
        stance=_standing(stances),
        known=known,
        counting=counting,
        given_by=account.given_by,
        previous_when=account.previous_dates(),
        disputes=disputes(account, picks, ledger) if len(counting) > 1 else (),
        slot_given_up=account.slot_given_up and account.occurrence is Occurrence.POSTPONED,
        relations=_to_others(account.relations, event) if account.relations else (),
        steps=tuple(account.steps),
    )


class _Picks(NamedTuple):
    """What the desk's choices change in the hearing: `muted`: claim id -> fields; `again`: who is heard once more after whom."""

    muted: dict[str, set[str]]
    again: dict[str, Claim]

    @classmethod
    def of(cls, known: tuple[Claim, ...], picks: dict[str, Picked], ledger: Ledger) -> _Picks:
        if not picks:
            return cls({}, {})
        cast = picks.get("actors")
        return cls(
            outweighed(known, picks, ledger), {last_known(known, cast, ledger): cast.claim} if cast is not None else {}
        )


def _hear(account: Account, known: tuple[Claim, ...], stances: list[Stance], picks: _Picks) -> tuple[Claim, ...]:
    """Tells an account the claims that count, and returns them.

    Accepted claims are heard on everything; suggested ones on the fields that no accepted claim states. A date to which
    an accepted claim postpones the event leaves suggestions their say on the date it had until then.
    """
    accepted = [claim for claim, its in zip(known, stances, strict=True) if its is Stance.ACCEPTED]
    settled = {field for claim in accepted for field in stated_fields(claim)} if len(accepted) < len(known) else set()
    dating = next((claim for claim in accepted if stated_date(claim) is not None), None)
    postponing = dating is not None and dating.says is Occurrence.POSTPONED
    if postponing:
        settled.discard("when")
    if any(claim.actors or claim.absent for claim in accepted):
        settled.add("absent")
    counting = []
    for claim, its in zip(known, stances, strict=True):
        muted = picks.muted.get(claim.id, _NOTHING)
        if its is Stance.ACCEPTED:
            account.hear(claim, without=muted)
            counting.append(claim)
            if claim is dating:
                settled.add("when")
        elif its is Stance.SUGGESTED and not stated_fields(claim) <= settled:
            account.hear(claim, without=settled | muted)
            counting.append(claim)
        if claim.id in picks.again:
            account.hear_actors(picks.again[claim.id])
    return tuple(counting)


def _to_others(stated: list[tuple[Relation, Claim]], event: Event) -> tuple[tuple[Relation, Claim], ...]:
    """A relation of an event to itself, which a slip of the hand or a merge can leave, orders nothing."""
    return tuple((relation, claim) for relation, claim in stated if relation.event != event.id)


def _standing(stances: list[Stance]) -> Stance:
    if Stance.ACCEPTED in stances or not stances:
        return Stance.ACCEPTED
    return Stance.SUGGESTED if Stance.SUGGESTED in stances else Stance.REJECTED


def _single(event: Event, known: tuple[Claim, ...], standing: Stance) -> EventState:
    """The state when there is one claim: most events of most ledgers, so it is read straight off the claim."""
    claim = known[0]
    date, says, place = stated_date(claim), stated_occurrence(claim), claim.place
    given_by = {}
    for field, value in (("when", date), ("occurrence", says), ("place", place), ("actors", claim.actors or None)):
        if value is not None:
            given_by[field] = claim.id
    return EventState(
        event=event,
        when=date.canonical if date is not None else None,
        date=date,
        occurrence=says or Occurrence.UNKNOWN,
        place=place,
        participants=cast(claim.actors) if len(claim.actors) > 1 else claim.actors,
        stance=standing,
        known=known,
        counting=known,
        given_by=given_by,
        previous_when=(),
        disputes=(),
        slot_given_up=False,
        relations=_to_others([(relation, claim) for relation in claim.relations], event) if claim.relations else (),
        steps=None,
    )


def states(ledger: Ledger, moment: Moment = NOW) -> dict[str, EventState]:
    """Every event that anybody had spoken of by then, in the order of the ledger."""
    found = ((name, fold(event, ledger, moment)) for name, event in ledger.events.items())
    return {name: state for name, state in found if state.exists}
