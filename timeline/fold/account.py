"""The account of an event, built by hearing its claims from the earliest word to the latest.

Each field goes by itself: the latest claim that states it gives its value. Three exceptions, all because a vaguer
statement is no news: a date that merely contains the current one, a role that names only some of the actors already
known in it, and a machine's `unknown`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.fold.dates import can_both_hold, ends_later, merely_contains
from timeline.fold.statement import stated_date, stated_occurrence
from timeline.model.vocabulary import Occurrence, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from timeline.edtf.value import Edtf
    from timeline.model.ledger import Claim, Relation

Participants = tuple[tuple[Role, tuple[str, ...]], ...]

NO_REVIVAL: Final = frozenset(
    {None, Occurrence.UNKNOWN, Occurrence.POSTPONED, Occurrence.CANCELLED, Occurrence.DID_NOT_OCCUR}
)
"""Any other word on an event whose date was given up puts it back on the calendar, on the date that comes with it."""


class Step(NamedTuple):
    """One change of one field (`when`, `occurrence`, `place`, or `actors` with a `role`), and the claim that made it.

    Values are EDTF, an occurrence, a place, or actor ids joined with a comma; `previous` is `None` the first time.
    """

    field: str
    value: str
    previous: str | None
    claim: str
    role: Role | None = None


class Account:
    """Mutable while claims are heard; `state.fold` reads it off at the end.

    `dated`, `fated`: the claims heard on the date and on the status.
    """

    __slots__ = (
        "date", "dated", "fated", "given_by", "moved_by", "occurrence", "past_dates", "place", "relations", "roles",
        "slot_given_up", "steps",
    )  # fmt: skip

    def __init__(self) -> None:
        self.date: Edtf | None = None
        self.past_dates: list[Edtf] = []
        self.moved_by: str | None = None
        self.slot_given_up = False
        self.occurrence: Occurrence | None = None
        self.place: str | None = None
        self.roles: dict[Role, tuple[str, ...]] = {}
        self.given_by: dict[str, str] = {}
        self.steps: list[Step] = []
        self.dated: list[Claim] = []
        self.fated: list[Claim] = []
        self.relations: list[tuple[Relation, Claim]] = []

    def hear(self, claim: Claim, without: Collection[str] = ()) -> None:
        """`without`: fields (`statement.stated_fields`) on which the claim is not heard.

        The date first: whether it revives a plan depends on what was said before this claim.
        """
        before = self.date
        date = stated_date(claim)
        if date is not None and "when" not in without:
            self.dated.append(claim)
            self._hear_date(date, claim)
        says = stated_occurrence(claim)
        if says is not None and "occurrence" not in without:
            self.fated.append(claim)
            self._hear_occurrence(says, claim)
            if says is Occurrence.POSTPONED:
                self.slot_given_up = self._leaves_no_date(claim, before)
        if claim.place is not None and "place" not in without:
            self._hear_place(claim.place, claim)
        for role, actors in claim.actors:
            if role not in without:
                self._hear_role(role, actors, claim)
        if claim.absent and "absent" not in without:
            self._hear_absent(claim)
        if "relations" not in without:
            self.relations += [(relation, claim) for relation in claim.relations]

    def _hear_date(self, date: Edtf, claim: Claim) -> None:
        current = self.date
        revived = claim.says not in NO_REVIVAL
        if current is None or date.canonical == current.canonical:
            self._give("when", date.canonical, current.canonical if current is not None else None, claim)
            self.date = date
            self.slot_given_up &= not revived
        elif claim.says is Occurrence.POSTPONED:
            if ends_later(date, current):  # else it names the slot that is given up
                self._move(date, current, claim, given_up=True)
        elif revived and (self.slot_given_up or self.occurrence is Occurrence.CANCELLED):
            self._move(date, current, claim, given_up=True)
        elif not merely_contains(date, current):
            self._move(date, current, claim, given_up=not can_both_hold(date, current))

    def _move(self, date: Edtf, current: Edtf, claim: Claim, *, given_up: bool) -> None:
        if given_up:
            self.past_dates.append(current)
            self.moved_by = claim.source
        self._give("when", date.canonical, current.canonical, claim)
        self.date = date
        self.slot_given_up = False

    def _leaves_no_date(self, claim: Claim, before: Edtf | None) -> bool:
        """Whether a postponement gives up the slot without a new one: none came with it, here or in the same article."""
        if self.date is None or self.date != before or self.moved_by == claim.source:
            return False
        named = stated_date(claim)
        return named is None or can_both_hold(named, self.date)

    def _hear_occurrence(self, says: Occurrence, claim: Claim) -> None:
        previous = self.occurrence
        self._give("occurrence", says, previous, claim)
        self.occurrence = says

    def _hear_place(self, place: str, claim: Claim) -> None:
        if self.place is not None and place.casefold() == self.place.casefold():
            place = self.place
        self._give("place", place, self.place, claim)
        self.place = place

    def _hear_role(self, role: Role, actors: tuple[str, ...], claim: Claim) -> None:
        known = self.roles.get(role)
        if known is not None and len(actors) < len(known) and set(actors) <= set(known):
            return
        self.given_by["actors"] = claim.id
        if known is None or set(actors) != set(known):
            previous = ", ".join(known) if known is not None else None
            self.steps.append(Step("actors", ", ".join(actors), previous, claim.id, role))
            self.roles[role] = actors

    def hear_actors(self, claim: Claim) -> None:
        """Who takes part, once more: a reading that the desk picked."""
        for role, actors in claim.actors:
            self._hear_role(role, actors, claim)
        if claim.absent:
            self._hear_absent(claim)

    def _hear_absent(self, claim: Claim) -> None:
        """Who is said to stay away leaves every role."""
        for role, known in list(self.roles.items()):
            left = tuple(actor for actor in known if actor not in claim.absent)
            if len(left) < len(known):
                self.given_by["actors"] = claim.id
                self.steps.append(Step("actors", ", ".join(left), ", ".join(known), claim.id, role))
                self.roles[role] = left
                if not left:
                    del self.roles[role]

    def _give(self, field: str, value: str, previous: str | None, claim: Claim) -> None:
        self.given_by[field] = claim.id
        if value != previous:
            self.steps.append(Step(field, value, previous, claim.id))

    def previous_dates(self) -> tuple[str, ...]:
        """Dates given up, oldest first, each once, without the present one."""
        present = self.date.canonical if self.date is not None else None
        return tuple(dict.fromkeys(old.canonical for old in self.past_dates if old.canonical != present))


def cast(roles: Iterable[tuple[Role, tuple[str, ...]]]) -> Participants:
    """Who takes part, by role, in the order given. Who has a role of its own is no mere participant besides."""
    given = tuple(roles)
    if len(given) < 2 or all(role is not Role.PARTICIPANT for role, _ in given):
        return given
    named = {actor for role, actors in given if role is not Role.PARTICIPANT for actor in actors}
    shown = (
        (role, tuple(actor for actor in actors if role is not Role.PARTICIPANT or actor not in named))
        for role, actors in given
    )
    return tuple((role, actors) for role, actors in shown if actors)
