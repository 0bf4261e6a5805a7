"""Answers about who met whom, as tables; each with the events that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.cli.shown.answer import Answer, Column, Section, table
from timeline.cli.shown.events import STATUS_STYLES, words
from timeline.query.rows import name_of

if TYPE_CHECKING:
    from timeline.graph.meetings import Meeting
    from timeline.model.ledger import Ledger

_MEETING: Final = (
    Column("when", "When"),
    Column("status", "Status", styles=STATUS_STYLES),
    Column("what", "What", wide=True),
    Column("place", "Where", under="when"),
    Column("id", "Id", under="what"),
    Column("who", "Who", wide=True),
)
_PATH: Final = (
    Column("from", "From"),
    Column("to", "Met"),
    Column("when", "When"),
    Column("order", "", under="when"),
    Column("status", "Status", styles=STATUS_STYLES),
    Column("what", "At", wide=True),
    Column("id", "Id", under="what"),
)
_CONNECTED: Final = (
    Column("name", "Who", wide=True),
    Column("id", "Id", under="name"),
    Column("met", "Met"),
    Column("meetings", "At events"),
    Column("between", "Between others"),
)
_CIRCLES: Final = (
    Column("circle", "Circle"),
    Column("size", "Actors"),
    Column("who", "Who", wide=True),
    Column("events", "Events"),
)
_JOINS: Final = (
    Column("when", "When"),
    Column("status", "Status", styles=STATUS_STYLES),
    Column("what", "What", wide=True),
    Column("id", "Id", under="what"),
    Column("one", "From one circle", wide=True),
    Column("other", "From the other", wide=True),
    Column("only", ""),
)


class Found(NamedTuple):
    """`events`: the ids of those that the answer rests on, for the formats that draw them."""

    answer: Answer
    events: tuple[str, ...]


def between(found: Sequence[Meeting], one: str, other: str, ledger: Ledger) -> Found:
    from timeline.graph.meetings import between as ask

    met = ask(found, one, other)
    rows = [{**_cells(meeting), "who": _names(meeting.actors, ledger)} for meeting in met]
    names = f"{name_of(one, ledger)} and {name_of(other, ledger)}"
    empty = f"no meeting of {names} is known"
    return Found(table(_MEETING, rows, [_data(meeting) for meeting in met], empty=empty), _events(met))


def path(found: Sequence[Meeting], start: str, goal: str, ledger: Ledger) -> Found:
    from timeline.graph.paths import path as ask

    hops = ask(found, start, goal)
    rows = [
        {
            **_cells(hop.meeting),
            "from": name_of(hop.actor, ledger),
            "to": name_of(hop.other, ledger),
            "order": "" if hop.surely else "perhaps not after the one above",
        }
        for hop in hops
    ]
    data = [
        {"from": hop.actor, "to": hop.other, "surely_after": hop.surely, "meeting": _data(hop.meeting)} for hop in hops
    ]
    empty = f"no chain of meetings leads from {name_of(start, ledger)} to {name_of(goal, ledger)} in the order of time"
    return Found(table(_PATH, rows, data, empty=empty), _events([hop.meeting for hop in hops]))


def connected(found: Sequence[Meeting], ledger: Ledger, most: int) -> Found:
    from timeline.graph.circles import connected as ask

    shown = ask(found)[:most]
    rows = [
        {
            "name": name_of(one.actor, ledger),
            "id": one.actor,
            "met": f"{one.met} other{'s' if one.met != 1 else ''}",
            "meetings": str(one.meetings),
            "between": f"{one.between:.0%}",
        }
        for one in shown
    ]
    named = {one.actor for one in shown}
    events = _events([meeting for meeting in found if named & set(meeting.actors)])
    return Found(table(_CONNECTED, rows, [one._asdict() for one in shown], empty="nobody met anybody"), events)


def communities(found: Sequence[Meeting], ledger: Ledger) -> Found:
    from timeline.graph.circles import communities as ask

    rows, data = [], []
    for number, circle in enumerate(ask(found), 1):
        inside = [meeting.event for meeting in found if set(meeting.actors) <= set(circle)]
        who = _names(circle, ledger)
        rows.append({"circle": str(number), "size": str(len(circle)), "who": who, "events": str(len(inside))})
        data.append({"circle": number, "actors": list(circle), "events": inside})
    return Found(table(_CIRCLES, rows, data, empty="nobody met anybody"), _events(found))


def joins(found: Sequence[Meeting], ledger: Ledger) -> Found:
    from timeline.graph.circles import communities as circles_of
    from timeline.graph.circles import joins as ask

    circles = circles_of(found)
    rows, data = [], []
    for join in ask(found):
        parts = [[who for who in join.meeting.actors if who in circles[number]] for number in join.circles]
        sides = dict(zip(("one", "other"), (_names(part, ledger) for part in parts), strict=True))
        rows.append({**_cells(join.meeting), **sides, "only": "the only link" if join.only else ""})
        circled = [{"circle": number + 1, "actors": part} for number, part in zip(join.circles, parts, strict=True)]
        data.append({"meeting": _data(join.meeting), "joins": circled, "only": join.only})
    empty = "no event joins two circles"
    return Found(table(_JOINS, rows, data, empty=empty), _events([join.meeting for join in ask(found)]))


def links(graph: Any) -> Answer:
    """Actors with their events, and events with what comes after; claims and sources are for programs."""
    from timeline.cli.shown.dates import human

    columns = (
        Column("from", "From", wide=True),
        Column("link", "Link"),
        Column("to", "To", wide=True),
        Column("when", "When"),
    )
    nodes = graph.nodes
    rows = []
    for tail, head, data in graph.edges(data=True):
        if data["type"] not in {"about", "stands_in", "said_by"}:
            event = nodes[head]
            date = human(event["when"]) if event.get("when") else ""
            link = words(data.get("role") or data["type"])
            rows.append({"from": nodes[tail]["label"], "link": link, "to": event["label"], "when": date})
    return Answer(columns, (Section(tuple(rows)),), rows, empty="no link")


def _cells(meeting: Meeting) -> Mapping[str, str]:
    from timeline.cli.shown.dates import human, not_placed

    first, last = _iso(meeting)
    return {
        "when": human(meeting.when) if meeting.when else not_placed(first, last),
        "status": words(meeting.occurrence),
        "what": meeting.title,
        "place": meeting.place or "",
        "id": meeting.event,
    }


def _iso(meeting: Meeting) -> tuple[str | None, str | None]:
    from timeline.edtf.days import iso_day

    first, last = (None if day is None else iso_day(day) for day in (meeting.first, meeting.last))
    return first, last


def _data(meeting: Meeting) -> dict[str, Any]:
    first, last = _iso(meeting)
    return {
        "event": meeting.event,
        "title": meeting.title,
        "when": meeting.when,
        "earliest": first,
        "latest": last,
        "occurrence": meeting.occurrence.value,
        "place": meeting.place,
        "actors": list(meeting.actors),
    }


def _names(actors: Sequence[str], ledger: Ledger) -> str:
    return ", ".join(name_of(actor, ledger) for actor in actors)


def _events(found: Sequence[Meeting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(meeting.event for meeting in found))
