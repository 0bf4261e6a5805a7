"""Made-up views of any size: thirty bodies, ten years, the mixture of dates and statuses that a newsroom would have."""

from __future__ import annotations

import random

from timeline.edtf.days import iso_day, parse_day
from timeline.model.view import ActorRow, ClaimRow, EventRow, View
from timeline.model.vocabulary import Anchor, Occurrence, Role, Stance

TODAY = "2026-11-22"
BODIES = (
    "City council", "Mayor's office", "Transport ministry", "Prefecture", "Builder Lorvin", "Film festival",
    "Residents' union", "Court of accounts", "Green party", "Regional council", "Environment agency",
    "Railway operator", "Central bank", "Port authority", "Hospital trust", "Labour tribunal", "Energy regulator",
    "Data protection office", "Opposition group", "University", "Fire service", "Housing office", "Water board",
    "Heritage trust", "Airport company", "Chamber of commerce", "Dockers' union", "Senate committee", "Science academy",
    "Border guard",
)  # fmt: skip
_NOUNS = ("hearing", "vote", "tender", "strike", "visit", "audit", "ruling", "opening", "report", "talks")
_MATTERS = (
    "the north tramway",
    "the harbour",
    "the budget",
    "the water tariff",
    "the new bridge",
    "housing",
    "schools",
)
_KINDS = ("meeting", "vote", "visit", "talks", "strike", "statement", "trial")
_PAST = (Occurrence.OCCURRED,) * 7 + (Occurrence.CANCELLED, Occurrence.POSSIBLE, Occurrence.DID_NOT_OCCUR)
_AHEAD = (Occurrence.EXPECTED,) * 5 + (
    Occurrence.CONFIRMED,
    Occurrence.CANCELLED,
    Occurrence.POSTPONED,
    Occurrence.POSSIBLE,
)


def view(events: int, seed: int = 3) -> View:
    """The same number gives the same view."""
    dice = random.Random(seed)  # noqa: S311 (made-up data, not a secret)
    people = [ActorRow(id=f"b{number}", name=name, role=Role.PARTICIPANT) for number, name in enumerate(BODIES)]
    rows = tuple(_row(number, people, dice) for number in range(events))
    return View(title=f"{events:,} dated statements", today=TODAY, timezone="Europe/Paris", rows=rows)


def _date(dice: random.Random) -> tuple[str, int]:
    """EDTF and the day that the status is told by."""
    day = parse_day("2018-01-01") + round(dice.betavariate(2.4, 1.3) * 3650)
    shape = dice.random()
    if shape < 0.62:
        return iso_day(day), day
    last = iso_day(day + dice.randint(2, 60))
    if shape < 0.8:
        return f"{iso_day(day)}/{last}", day
    if shape < 0.95:
        return f"[{iso_day(day)}..{last}]", day
    return (f"{iso_day(day)}/..", day) if shape < 0.98 else (f"[..{iso_day(day)}]", day)


def _row(number: int, people: list[ActorRow], dice: random.Random) -> EventRow:
    when, day = _date(dice)
    ahead = day > parse_day(TODAY)
    published = iso_day(day - dice.randint(1, 40))
    noun, matter = dice.choice(_NOUNS), dice.choice(_MATTERS)
    subject = _MATTERS[number // 3 % len(_MATTERS)]
    says = dice.choice(_AHEAD if ahead else _PAST)
    claim = ClaimRow(
        id=f"c{number:06x}",
        source=f"article-{number // 3}",
        quote=f"The {noun} on {matter} number {number} was announced by the body concerned.",
        when=when,
        when_words="on that day",
        says=says,
        judgement=Stance.ACCEPTED,
        anchor=Anchor.PUBLISHED,
        outlet=f"Courier {number // 3 % 17}",
        source_title=f"Article number {number // 3} on {subject}",
        url=f"https://courier.example/{number // 3}",
        published=published,
    )
    return EventRow(
        id=f"event-{number}",
        title=f"{noun.capitalize()} on {matter}, number {number}",
        kind=dice.choice(_KINDS),
        when=when,
        occurrence=says,
        judgement=Stance.ACCEPTED,
        disputed=dice.random() < 0.08,
        place=dice.choice(("Town hall", "Harbour", "Court", None)),
        actors=tuple(dice.sample(people, dice.choice((1, 1, 1, 2, 3)))),
        claims=(claim,),
        since=published,
    )
