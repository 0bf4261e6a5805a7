"""`timeline bounds`: on which days an event may lie, with the chain of quotes behind each end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from timeline.cli.command import command
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.shown.answer import Answer, Column, Section

if TYPE_CHECKING:
    from timeline.model.bounds import BoundAnswer, BoundChange, ChainStep

_COLUMNS: Final = (
    Column("step", "Step", wide=True),
    Column("who", "Who said so"),
    Column("published", "Published", under="who"),
    Column("quote", "Quote", wide=True),
    Column("claim", "Claim", under="step"),
)


@command("timeline bounds budapest-summit", "timeline bounds budapest --as-of 2025-10-19 -O json")
def bounds(run: Run, event: Reference) -> None:
    """Say on which days an event may lie, and which quotes say so.

    For an event without a date: its earliest and its latest day, each with the chain of claims that leads from the event
    to somebody's date; how these bounds moved as claims came in, and when a cancellation opened them; and claims about
    it that no calendar allows together, with every quote on the circle.
    """
    from timeline.query.bounds import event_bounds

    found = event_bounds(run.ledger, event, run.moment)
    run.out.show(Answer(_COLUMNS, tuple(_sections(found)), found.contract(), empty=_heading(found)))


def _heading(found: BoundAnswer) -> str:
    from timeline.cli.shown.dates import human, not_placed

    said = human(found.when) if found.when else not_placed(found.earliest, found.latest)
    return f"{found.title}  ({found.event}): {said}"


def _sections(found: BoundAnswer) -> Iterator[Section]:
    from timeline.cli.shown.dates import human_day

    heading = _heading(found)
    parts = [
        (f"not before {human_day(found.earliest or '')}, because", _steps(found.earliest_chain)),
        (f"not after {human_day(found.latest or '')}, because", _steps(found.latest_chain)),
        ("how the bounds moved", tuple(map(_change, found.changes))),
        *(("cannot all hold, none of these relations is used", _steps(one.steps)) for one in found.contradictions),
    ]
    shown = [(title, rows) for title, rows in parts if rows]
    for place, (title, rows) in enumerate(shown):
        yield Section(rows, title if place else f"{heading}\n{title}")


def _steps(steps: Iterable[ChainStep]) -> tuple[Mapping[str, str], ...]:
    return tuple(_step(step) for step in steps)


def _step(step: ChainStep) -> Mapping[str, str]:
    from timeline.cli.shown.news import cited

    return {"step": saying(step), "claim": step.said.claim, **cited(step.said)}


def saying(step: ChainStep) -> str:
    """`summit after talks, 3 days at least`; `talks: some day 20–26 Oct 2025`."""
    from timeline.cli.shown.dates import human

    if step.other is None:
        return f"{step.event}: {human(step.when)}"
    gaps = [f"{gap[1:-1]} days at {what}" for gap, what in ((step.gap, "least"), (step.within, "most")) if gap]
    return ", ".join([f"{step.event} {step.relation} {step.other}", *gaps])


def _change(change: BoundChange) -> Mapping[str, str]:
    from timeline.cli.shown.dates import human, human_day
    from timeline.cli.shown.news import cited

    before, after = (human(window) if window else "nothing limits it" for window in (change.before, change.after))
    moved = f"{human_day(change.on)}: {before} → {after}, because {change.why}"
    return {"step": moved, "claim": change.said.claim, **cited(change.said)}
