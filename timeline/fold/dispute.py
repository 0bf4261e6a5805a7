"""Disputes: statements of two voices about one event that cannot both hold and that no later word explains.

A voice is who speaks (`said_by`), else the outlet, else the source; only its last word on a field counts. Of two words,
the one published on a later day explains the other when

- it comes from a better place, which is taken for a change of plan;
- it comes from as good a place and says outright that the plan has changed: postponed, cancelled, not coming;
- it reports what became of a plan: occurred, or did not.

What occurred, or did not, no later day changes: another voice that says otherwise stays against it. Places, best first:
the desk itself; an actor who takes part in the event, save as its patient or addressee; any other speaker with a name;
unnamed speakers, and outlets in their own name. Nothing is superseded by this: every claim goes on being heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.fold.dates import can_both_hold, ends_later
from timeline.fold.publication import published_day
from timeline.fold.speakers import has_name
from timeline.fold.statement import stated_date
from timeline.model.ledger import DESK
from timeline.model.vocabulary import OFF, Occurrence, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.fold.account import Account, Participants
    from timeline.fold.preference import Picked
    from timeline.model.ledger import Claim, Ledger

_FACTS: Final = frozenset({Occurrence.OCCURRED, Occurrence.DID_NOT_OCCUR})
_CHANGES: Final = frozenset({Occurrence.POSTPONED, Occurrence.CANCELLED})
_CLASHES: Final[dict[Occurrence, frozenset[Occurrence]]] = {
    Occurrence.EXPECTED: OFF | {Occurrence.DOUBTFUL},
    Occurrence.CONFIRMED: OFF | {Occurrence.DOUBTFUL},
    Occurrence.UNDERWAY: OFF | {Occurrence.DOUBTFUL},
    Occurrence.OCCURRED: OFF | {Occurrence.DOUBTFUL},
    Occurrence.POSTPONED: OFF,
}
_ANSWERS_FOR_NOTHING: Final = frozenset({Role.PATIENT, Role.ADDRESSEE})
_UNDATED: Final = "9999"
"""The day of a claim that nothing dates: it is the latest word."""


class Dispute(NamedTuple):
    """`field` is `when` or `occurrence`; `claim` has the later word on it, `against` says otherwise."""

    field: str
    claim: str
    against: str


class Ground(NamedTuple):
    """What two claims of an event are weighed on: `answering` are the actors who take part, `picks` the desk's choices."""

    ledger: Ledger
    answering: frozenset[str]
    picks: dict[str, Picked]

    @classmethod
    def of(cls, participants: Participants, picks: dict[str, Picked], ledger: Ledger) -> Ground:
        cast = (who for role, actors in participants if role not in _ANSWERS_FOR_NOTHING for who in actors)
        return cls(ledger, frozenset(cast), picks)

    def place(self, claim: Claim) -> int:
        """The greater, the better its speaker is placed to know."""
        if _is_desk(claim):
            return 3
        named = [speaker for speaker in claim.said_by if has_name(speaker, self.ledger)]
        return 2 if self.answering.intersection(named) else 1 if named else 0

    def day(self, claim: Claim) -> str:
        return published_day(claim, self.ledger) or _UNDATED

    def settled(self, field: str, *claims: Claim) -> bool:
        """Whether the desk picked a reading of the field, knowing them."""
        pick = self.picks.get(field)
        return pick is not None and all(claim is pick.claim or pick.settles(claim, self.ledger) for claim in claims)


def disputes(account: Account, picks: dict[str, Picked], ledger: Ledger) -> tuple[Dispute, ...]:
    """Of the claims an account has heard on the date and on the status."""
    ground = Ground.of(tuple(account.roles.items()), picks, ledger)
    stated = (("when", account.dated, dates_clash), ("occurrence", account.fated, fates_clash))
    return tuple(
        Dispute(field, newer.id, older.id)
        for field, stating, clash in stated
        for newer, older in unexplained(field, stating, clash, ground)
    )


def unexplained(
    field: str, stating: Iterable[Claim], clash: Callable[[Claim, Claim], bool], ground: Ground
) -> Iterator[tuple[Claim, Claim]]:
    """Pairs, later word first, of claims given from the earliest word to the latest."""
    last: dict[str, Claim] = {}
    for claim in stating:
        speaker = voice(claim, ground.ledger)
        last.pop(speaker, None)  # so that the words stand in the order of publication
        last[speaker] = claim
    words = list(last.values())
    desk = max((at for at, claim in enumerate(words) if _is_desk(claim)), default=0)
    words = words[desk:]  # the desk's own word settles what stood before it
    for at, newer in enumerate(words):
        for older in words[:at]:
            if (
                clash(newer, older)
                and _speak_apart(newer, older, ground.ledger)
                and not explains(newer, older, ground)
                and not ground.settled(field, newer, older)
            ):
                yield newer, older


def explains(newer: Claim, older: Claim, ground: Ground) -> bool:
    """Whether the later word tells why the earlier one no longer holds."""
    here, there = ground.place(newer), ground.place(older)
    if older.says in _FACTS or ground.day(newer) <= ground.day(older):
        return False
    if here > there or newer.says in _FACTS:
        return True
    return here == there and (newer.says in _CHANGES or bool(newer.absent))


def voice(claim: Claim, ledger: Ledger) -> str:
    """Who speaks, in a form that only serves to tell voices apart."""
    if claim.said_by:
        return "\n".join(sorted(name.casefold() for name in claim.said_by))
    source = ledger.sources.get(claim.source)
    outlet = source.outlet if source is not None else None
    return f"outlet {outlet.casefold()}" if outlet else f"source {claim.source}"


def _is_desk(claim: Claim) -> bool:
    return claim.source == DESK and not claim.said_by


def _speak_apart(one: Claim, other: Claim, ledger: Ledger) -> bool:
    """Within one source only named speakers can differ: an article that tells a story in steps is one voice."""
    if one.source == other.source and not (one.said_by and other.said_by):
        return False
    return voice(one, ledger) != voice(other, ledger)


def dates_clash(one: Claim, other: Claim) -> bool:
    """Whether two claims give dates that do not meet; a postponement may name the slot that it gives up."""
    left, right = stated_date(one), stated_date(other)
    if left is None or right is None or can_both_hold(left, right):
        return False
    names_old_slot = (one.says is Occurrence.POSTPONED and not ends_later(left, right)) or (
        other.says is Occurrence.POSTPONED and not ends_later(right, left)
    )
    return not names_old_slot


def fates_clash(one: Claim, other: Claim) -> bool:
    """Whether two claims say of one event what cannot be said of it on one day."""
    left, right = one.says, other.says
    if left is None or right is None:
        return False
    return right in _CLASHES.get(left, ()) or left in _CLASHES.get(right, ())
