"""Who met whom: events as meetings of the actors who are present, in the order of time."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.model.vocabulary import OFF, Occurrence, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from networkx import Graph

    from timeline.fold.state import EventState

PRESENT: Final = frozenset(Role) - {Role.AGENT, Role.PATIENT}
"""Whoever acts upon somebody has not thereby met him."""

HAPPENED: Final = frozenset({Occurrence.OCCURRED, Occurrence.UNDERWAY})

Days = tuple[int | None, int | None]


class Meeting(NamedTuple):
    """`first`, `last`: day numbers between which it lies, `None` where nothing limits; `actors`: ids, sorted, two or more."""

    event: str
    title: str
    when: str | None
    first: int | None
    last: int | None
    occurrence: Occurrence
    place: str | None
    actors: tuple[str, ...]

    def surely_before(self, other: Meeting) -> bool:
        return self.last is not None and other.first is not None and self.last < other.first


def meetings(
    states: Iterable[EventState],
    days: Callable[[EventState], Days],
    *,
    happened: bool = False,
    kinds: frozenset[str] = frozenset(),
) -> list[Meeting]:
    """From the earliest to the latest, undated ones last. What was called off is none; `happened`: nor is what is planned."""
    found = []
    for state in states:
        present = {who for role, actors in state.participants if role in PRESENT for who in actors}
        held = state.occurrence in HAPPENED if happened else state.occurrence not in OFF
        if len(present) > 1 and held and (not kinds or state.event.kind in kinds):
            first, last = days(state)
            event, who = state.event, tuple(sorted(present))
            found.append(Meeting(event.id, event.title, state.when, first, last, state.occurrence, state.place, who))
    return sorted(found, key=_by_day)


def _by_day(meeting: Meeting) -> tuple[bool, int, int, str]:
    first = meeting.first if meeting.first is not None else meeting.last
    last = meeting.last if meeting.last is not None else first
    return (first is None, first or 0, last or 0, meeting.event)


def within(found: Iterable[Meeting], start: int | None, end: int | None) -> list[Meeting]:
    """Those that may lie in a period; one of which nothing is known on either side may not."""
    if start is None and end is None:
        return list(found)
    return [
        one
        for one in found
        if (one.first is not None or one.last is not None)
        and (end is None or one.first is None or one.first <= end)
        and (start is None or one.last is None or one.last >= start)
    ]


def between(found: Iterable[Meeting], one: str, other: str) -> list[Meeting]:
    return [meeting for meeting in found if one in meeting.actors and other in meeting.actors]


def acquaintance(found: Iterable[Meeting]) -> Graph:
    """Actors as nodes, joined when they met; `weight` counts the meetings. In the order of ids: same question, same answer."""
    from networkx import Graph  # noqa: PLC0415  # loading it costs more than most questions

    graph = Graph()
    held = list(found)
    graph.add_nodes_from(sorted({actor for meeting in held for actor in meeting.actors}))
    for meeting in held:
        for one, other in combinations(meeting.actors, 2):
            known = graph.get_edge_data(one, other, {"weight": 0})
            graph.add_edge(one, other, weight=known["weight"] + 1)
    return graph
