"""What relations and dates say about the order of events, as difference constraints.

Every event has a start and an end; node 0 is the origin of all dates. Time is counted in units of which a day has so many
(`DAY`) that all the hours of a day fit into a small part of it (`HOURS`): "after" asks for one unit more without asking
for another day, "on the same day" allows `HOURS`, and whatever chain of relations leads to a moment, the day that is
nearest to it is the day it lies on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.edtf.bounds import fuzzy_first, fuzzy_last
from timeline.edtf.value import End, Form
from timeline.graph.shortest import Edge
from timeline.model.vocabulary import OFF, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.edtf.value import Edtf
    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Ledger, Relation

DAY: Final = 1 << 44

HOURS: Final = 1 << 22
"""From the first moment of a day to its last: more than any chain of events of one day has links."""

ORIGIN: Final = 0

_GAP: Final = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)


def involved(ledger: Ledger) -> frozenset[str]:
    """The events that state a relation or are named in one, at any moment."""
    stating = (
        (name, relation.event)
        for name, event in ledger.events.items()
        for claim in event.claims
        for relation in claim.relations
    )
    return frozenset(name for pair in stating for name in pair)


def relations(states: Mapping[str, EventState]) -> Iterator[tuple[str, Relation, Claim]]:
    """Every relation that a counting claim states between two events that may take place: what is off comes before nothing and after nothing."""
    for name, state in states.items():
        if state.occurrence in OFF:
            continue
        for relation, claim in state.relations:
            other = states.get(relation.event)
            if other is not None and other.listed and other.occurrence not in OFF:
                yield name, relation, claim


def start(position: int) -> int:
    """The node of the start of the event at a position."""
    return 2 * position + 1


def end(position: int) -> int:
    """The node of its end."""
    return 2 * position + 2


def constraints(states: Sequence[EventState], stated: Sequence[tuple[int, Relation, int, Claim]]) -> Iterator[Edge]:
    """Edges `head <= tail + weight` of the events at their positions and of the relations between positions.

    An event without a date is taken to be of one day, unless another is said to lie during it or to begin with it.
    """
    lasting = frozenset(_lasting(stated))
    for position, state in enumerate(states):
        yield Edge(end(position), start(position), 0)
        if state.date is not None and not state.slot_given_up:
            yield from _dated(position, state.date, tuple(filter(None, [state.given_by.get("when")])))
        elif position not in lasting:
            yield Edge(start(position), end(position), HOURS)
    for position, relation, other, claim in stated:
        yield from _ordered(position, relation, other, claim)


def _lasting(stated: Iterable[tuple[int, Relation, int, Claim]]) -> Iterator[int]:
    for position, relation, other, _ in stated:
        if relation.kind in {RelationKind.DURING, RelationKind.STARTS_WITH}:
            yield other
        if relation.kind is RelationKind.STARTS_WITH:
            yield position


def day_of(moment: int) -> int:
    """The day that a moment lies on."""
    return (moment + (DAY >> 1)) // DAY


def _dated(position: int, date: Edtf, claims: tuple[str, ...]) -> Iterator[Edge]:
    first, last = date.fuzzy_bounds
    if first is not None:
        yield Edge(start(position), ORIGIN, -first * DAY, claims)
    if last is not None:
        yield Edge(ORIGIN, end(position), last * DAY + HOURS, claims)
    if date.form is Form.SPAN:
        yield from _span_ends(position, date, claims)
    elif date.form is Form.WINDOW:  # some one day of the window
        yield Edge(start(position), end(position), HOURS, claims)


def _span_ends(position: int, date: Edtf, claims: tuple[str, ...]) -> Iterator[Edge]:
    """A span lasts: it starts no later than its first date and ends no earlier than its last."""
    if not isinstance(date.start, End):
        yield Edge(ORIGIN, start(position), fuzzy_last(date.start) * DAY + HOURS, claims)
    if not isinstance(date.end, End):
        yield Edge(end(position), ORIGIN, -fuzzy_first(date.end) * DAY, claims)


def _ordered(position: int, relation: Relation, other: int, claim: Claim) -> Iterator[Edge]:
    claims = (claim.id,)
    match relation.kind:
        case RelationKind.DURING:
            yield Edge(start(position), start(other), 0, claims, order=True)
            yield Edge(end(other), end(position), 0, claims, order=True)
        case RelationKind.STARTS_WITH:
            yield from _one_day(start(position), start(other), claims)
        case RelationKind.SAME_DAY:
            yield from _one_day(start(position), start(other), claims)
            yield from _one_day(end(position), end(other), claims)
        case RelationKind.AFTER:
            yield from _apart(other, position, relation, claims)
        case RelationKind.BEFORE:
            yield from _apart(position, other, relation, claims)


def _one_day(one: int, other: int, claims: tuple[str, ...]) -> Iterator[Edge]:
    yield Edge(one, other, HOURS, claims, order=True)
    yield Edge(other, one, HOURS, claims, order=True)


def _apart(earlier: int, later: int, relation: Relation, claims: tuple[str, ...]) -> Iterator[Edge]:
    """The later event begins after the earlier one has ended, so many days later at least and at most."""
    yield Edge(start(later), end(earlier), -(days(relation.gap) * DAY or 1), claims, order=True)
    if relation.within is not None:
        yield Edge(end(earlier), start(later), days(relation.within) * DAY + HOURS, claims, order=True)


def days(gap: str | None) -> int:
    """The length of an ISO 8601 duration in weeks and days; 0 for none and for what cannot be read."""
    match = _GAP.fullmatch(gap) if gap is not None else None
    weeks, single = match.groups(default="0") if match else ("0", "0")
    return int(weeks) * 7 + int(single)
