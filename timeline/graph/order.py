"""What relations and dates say about the order of events, as difference constraints.

Every event has a start and an end; node 0 is the origin of all dates. Days are counted in units of `DAY`, so that "after"
can ask for one unit more without asking for another day: two events of one day may follow each other, and a circle of
events each before the next is impossible all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.edtf.bounds import fuzzy_first, fuzzy_last
from timeline.edtf.value import End, Form
from timeline.graph.shortest import Edge
from timeline.model.vocabulary import Occurrence, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.edtf.value import Edtf
    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Ledger, Relation

DAY: Final = 1 << 24
"""Units in a day: more than any chain of events has links."""

ORIGIN: Final = 0

NO_ORDER: Final = frozenset({Occurrence.CANCELLED, Occurrence.DID_NOT_OCCUR})
"""What does not take place comes before nothing and after nothing."""

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
    """Every relation that a counting claim states between two events that may take place."""
    for name, state in states.items():
        if state.occurrence in NO_ORDER:
            continue
        for relation, claim in state.relations:
            other = states.get(relation.event)
            if other is not None and other.listed and other.occurrence not in NO_ORDER:
                yield name, relation, claim


def start(position: int) -> int:
    """The node of the start of the event at a position."""
    return 2 * position + 1


def end(position: int) -> int:
    """The node of its end."""
    return 2 * position + 2


def constraints(states: Sequence[EventState], stated: Iterable[tuple[int, Relation, int, Claim]]) -> Iterator[Edge]:
    """Edges `head <= tail + weight` of the events at their positions and of the relations between positions."""
    for position, state in enumerate(states):
        yield Edge(end(position), start(position), 0)
        if state.date is not None and not state.slot_given_up:
            yield from _dated(position, state.date, tuple(filter(None, [state.given_by.get("when")])))
    for position, relation, other, claim in stated:
        yield from _ordered(position, relation, other, claim)


def _dated(position: int, date: Edtf, claims: tuple[str, ...]) -> Iterator[Edge]:
    first, last = date.fuzzy_bounds
    if first is not None:
        yield Edge(start(position), ORIGIN, -first * DAY, claims)
    if last is not None:
        yield Edge(ORIGIN, end(position), last * DAY + DAY - 1, claims)
    if date.form is Form.SPAN:
        yield from _span_ends(position, date, claims)
    elif date.form is Form.WINDOW:  # some one day of the window
        yield Edge(start(position), end(position), DAY - 1, claims)


def _span_ends(position: int, date: Edtf, claims: tuple[str, ...]) -> Iterator[Edge]:
    """A span lasts: it starts no later than its first date and ends no earlier than its last."""
    if not isinstance(date.start, End):
        yield Edge(ORIGIN, start(position), fuzzy_last(date.start) * DAY + DAY - 1, claims)
    if not isinstance(date.end, End):
        yield Edge(end(position), ORIGIN, -fuzzy_first(date.end) * DAY, claims)


def _ordered(position: int, relation: Relation, other: int, claim: Claim) -> Iterator[Edge]:
    claims = (claim.id,)
    if relation.kind is RelationKind.DURING:
        yield Edge(start(position), start(other), 0, claims, order=True)
        yield Edge(end(other), end(position), 0, claims, order=True)
        return
    earlier, later = (other, position) if relation.kind is RelationKind.AFTER else (position, other)
    yield Edge(start(later), end(earlier), -(days(relation.gap) * DAY or 1), claims, order=True)


def days(gap: str | None) -> int:
    """The length of an ISO 8601 duration in weeks and days; 0 for none and for what cannot be read."""
    match = _GAP.fullmatch(gap) if gap is not None else None
    weeks, single = match.groups(default="0") if match else ("0", "0")
    return int(weeks) * 7 + int(single)
