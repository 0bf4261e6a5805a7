"""A made-up year of a developing story: plans announced, moved, put off, called off, held, doubted by other voices."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Final, NamedTuple

from timeline.model.ledger import Actor, Claim, Event, Judgement, Ledger, Relation, Source, When
from timeline.model.vocabulary import ActorKind, Occurrence, RelationKind, Role, Stance

FIRST: Final = date(2031, 1, 1)
DAYS: Final = 365
_OUTLETS: Final = ("Coast Courier", "Harbour Radio", "Island Gazette", "Northern Wire")
_PEOPLE: Final = ("ada-berg", "bo-castell", "cem-duval", "dora-eik")
_TOWNS: Final = ("Port Valmy", "Sankt Orlan", "Brimhaven")
_COURSE: Final = (Occurrence.POSSIBLE, Occurrence.EXPECTED, Occurrence.CONFIRMED)
_ENDS: Final = (Occurrence.OCCURRED, Occurrence.CANCELLED, Occurrence.DID_NOT_OCCUR, Occurrence.POSTPONED, None)


class Report(NamedTuple):
    """One claim of the day on which it was published."""

    day: date
    source: Source
    event: str
    claim: Claim


_Said = tuple[date, Occurrence, str | None]
"""On which day, whether it happens, and when."""


def reports(claims: int, seed: int = 31) -> list[Report]:
    """In the order of publication."""
    dice = random.Random(seed)  # noqa: S311 (made-up data, not a secret)
    found: list[Report] = []
    number = 0
    while len(found) < claims:
        found += _course(f"event-{number}", dice, number)
        number += 1
    return sorted(found[:claims], key=lambda report: (report.day, report.claim.id))


def ledger(told: list[Report], *, at_once: bool, seed: int = 3) -> Ledger:
    """`at_once`: everything recorded after the year, in any order; else each claim on the evening of its day."""
    told = list(told)
    if at_once:
        random.Random(seed).shuffle(told)  # noqa: S311
    sources: dict[str, Source] = {}
    events: dict[str, list[Claim]] = {}
    for report in told:
        recorded = "2032-02-01T09:00:00+01:00" if at_once else f"{report.day}T21:00:00+01:00"
        sources[report.source.id] = report.source.model_copy(update={"recorded": recorded})
        events.setdefault(report.event, []).append(report.claim.model_copy(update={"recorded": recorded}))
    return Ledger(
        timezone="Europe/Paris",
        sources=sources,
        actors={who: Actor(id=who, name=who.replace("-", " ").title(), kind=ActorKind.PERSON) for who in _PEOPLE},
        events={
            name: Event(id=name, title=f"Event {name[6:]}", kind="meeting", claims=tuple(claims))
            for name, claims in events.items()
        },
    )


def _course(event: str, dice: random.Random, number: int) -> list[Report]:
    """The reports on one event: its plan, its moves, and perhaps its end."""
    announced = FIRST + timedelta(days=dice.randrange(DAYS - 30))
    planned = announced + timedelta(days=dice.randrange(3, 60))
    said: list[_Said] = []
    for turn in range(dice.randint(1, 7)):
        announced += timedelta(days=dice.randrange(6))
        if dice.random() < 0.2:
            planned += timedelta(days=dice.randrange(1, 20))
        said.append(
            (announced, dice.choice(_COURSE), _date(planned, dice) if turn == 0 or dice.random() < 0.5 else None)
        )
    end = dice.choice(_ENDS)
    if end is not None:
        said.append((max(announced, planned) + timedelta(days=dice.randrange(3)), end, None))
    return [_report(event, turn, one, dice, number) for turn, one in enumerate(said)]


def _date(day: date, dice: random.Random) -> str:
    if dice.random() < 0.7:
        return day.isoformat()
    return f"[{day.isoformat()}..{(day + timedelta(days=6)).isoformat()}]"


def _report(event: str, turn: int, said: _Said, dice: random.Random, number: int) -> Report:
    day, says, when = said
    outlet = dice.choice(_OUTLETS)
    hour = f"T{dice.randrange(24):02d}:15:00+0{dice.randrange(3)}:00" if dice.random() < 0.4 else ""
    source = Source(
        id=f"{outlet.split()[0].lower()}-{day}-{event}-{turn}",
        title=f"On {event}",
        outlet=outlet,
        published=f"{day}{hour}",
    )
    after = Relation(kind=RelationKind.AFTER, event=f"event-{dice.randrange(number)}") if number else None
    claim = Claim(
        id=f"c-{event}-{turn}",
        source=source.id,
        says=says,
        quote=f"words {turn} on {event}",
        at=(turn * 10, turn * 10 + 9),
        when=When(edtf=when) if when else None,
        place=dice.choice((*_TOWNS, None)),
        actors=((Role.PARTICIPANT, tuple(dice.sample(_PEOPLE, 2))),) if dice.random() < 0.5 else (),
        said_by=dice.choice(((), ("ada-berg",), ("an official",))),
        relations=(after,) if after is not None and when is None and dice.random() < 0.1 else (),
        judgement=dice.choice((None, Judgement(stance=Stance.SUGGESTED), Judgement(stance=Stance.REJECTED)))
        if dice.random() < 0.3
        else None,
    )
    return Report(day, source, event, claim)
