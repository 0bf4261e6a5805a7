"""Paths that respect time: A met B, and only then did B meet C."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.graph.meetings import Meeting

_ALWAYS: Final = -(10**9)
_NEVER: Final = 10**9
MOST: Final = 6
"""Meetings on a path: beyond that everybody is linked to everybody."""


class Hop(NamedTuple):
    """`actor` meets `other`. `surely`: the meeting before this one lies on earlier days, whatever the windows allow."""

    actor: str
    other: str
    meeting: Meeting
    surely: bool


class _Reach(NamedTuple):
    """The earliest day on which word may have come to an actor, and by which hops."""

    day: int
    hops: tuple[Hop, ...]


def path(found: Sequence[Meeting], start: str, goal: str) -> tuple[Hop, ...]:
    """The fewest meetings by which word can have come from one actor to another, the earliest of those; `()` for none.

    A path on which every meeting surely follows the one before goes before one that windows merely allow.
    """
    return _search(found, start, goal, surely=True) or _search(found, start, goal, surely=False)


def _search(found: Sequence[Meeting], start: str, goal: str, *, surely: bool) -> tuple[Hop, ...]:
    """One more meeting in each round; for each actor the earliest arrival is all that later rounds can use."""
    held: dict[str, list[Meeting]] = {}
    for meeting in found:
        for actor in meeting.actors:
            held.setdefault(actor, []).append(meeting)
    reached = {start: _Reach(_ALWAYS, ())}
    newly = reached
    for _ in range(MOST):
        arrivals: dict[str, _Reach] = {}
        for actor, reach in newly.items():
            for meeting in held.get(actor, ()):
                _spread(actor, reach, meeting, arrivals, surely=surely)
        newly = {who: at for who, at in arrivals.items() if who not in reached or at.day < reached[who].day}
        if goal in newly:
            return newly[goal].hops
        reached = {**reached, **newly}
    return ()


def _spread(actor: str, reach: _Reach, meeting: Meeting, arrivals: dict[str, _Reach], *, surely: bool) -> None:
    before = reach.hops[-1].meeting if reach.hops else None
    follows = before is None or before.surely_before(meeting)
    if (surely and not follows) or (meeting.last if meeting.last is not None else _NEVER) < reach.day:
        return
    opening = meeting.first if meeting.first is not None else _ALWAYS
    closing = meeting.last if meeting.last is not None else _NEVER
    day = closing if surely else max(reach.day, opening)
    for other in meeting.actors:
        if other != actor and (other not in arrivals or day < arrivals[other].day):
            arrivals[other] = _Reach(day, (*reach.hops, Hop(actor, other, meeting, follows)))
