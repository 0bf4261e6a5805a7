"""A story recorded day by day, command after command, and the same story recorded at once: two files, one digest."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline
from tests.query.year import Report, ledger, reports
from timeline.model.change import AddActor, AddClaim, AddEvent, AddSource, Change
from timeline.store.opening import open_store

TOLD = reports(80)
LOOKS = ("2031-01-01", "2031-04-17", "2031-08-02", "2031-10-30")


def changes(told: Iterable[Report], *, at_once: bool, known: set[str]) -> list[Change]:
    part = ledger(list(told), at_once=at_once)
    found: list[Change] = [AddSource(source=source) for source in part.sources.values()]
    found += [AddActor(actor=actor) for actor in part.actors.values()]
    found += [
        AddEvent(event=event.model_copy(update={"claims": ()}))
        for name, event in part.events.items()
        if name not in known
    ]
    known |= set(part.events)
    found += [AddClaim(event=name, claim=claim) for name, event in part.events.items() for claim in event.claims]
    return found


@pytest.fixture
def files(folder: Path) -> tuple[str, str]:
    """Relations are left out: a claim may point to an event that comes later in the year."""
    told = [report._replace(claim=report.claim.model_copy(update={"relations": ()})) for report in TOLD]
    daily, once = (open_store(folder / name) for name in ("daily.yaml", "once.yaml"))
    known: set[str] = set()
    daily.create("Europe/Paris")
    for _, day in groupby(told, key=lambda report: report.day):
        daily.apply(changes(day, at_once=False, known=known))
    once.create("Europe/Paris")
    once.apply(changes(told, at_once=True, known=set()))
    return "daily.yaml", "once.yaml"


def test_the_digests_are_the_same(timeline: Timeline, files: tuple[str, str]) -> None:
    for since in LOOKS:
        for form in ("json", "md", "table"):
            asked = ["digest", "--since", since, "--today", "2032-01-15", "-O", form]
            daily, once = (timeline(*asked, "-f", file).stdout for file in files)
            assert daily == once
            assert "event-" in daily or "Event" in daily
