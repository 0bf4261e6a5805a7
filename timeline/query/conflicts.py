"""Claims that cannot both hold, side by side, with how many independent sources stand behind each.

Dates that do not meet, what happened against what did not, two places, who takes part against who stays away, and orders
that close a circle. What a later word from the same or a better place explains is no conflict (`fold.dispute`), nor is
what the desk has settled. Suggested claims are weighed like accepted ones: what an article says against the ledger must
be seen before it is accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.fold.dispute import Ground, dates_clash, fates_clash, unexplained
from timeline.fold.moment import NOW, Moment
from timeline.fold.origin import independent
from timeline.fold.preference import picked
from timeline.fold.publication import unrejected
from timeline.fold.statement import stated_occurrence, stated_when
from timeline.link.places import agree
from timeline.model.bounds import Conflict, Side
from timeline.model.filter import Filter
from timeline.query.evidence import evidence
from timeline.query.rows import name_of
from timeline.query.selection import Selection
from timeline.query.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.fold.state import EventState
    from timeline.graph.bounds import Contradiction
    from timeline.model.ledger import Claim, Ledger

PLACES = ("in its own name or unnamed", "on record", "takes part", "the desk")
"""How well a speaker is placed to know, from `Ground.place`."""


class _Field(NamedTuple):
    """`value`: what a claim says of it, `None` for nothing; `about`: the actor, where it is about one."""

    name: str
    value: Callable[[Claim], str | None]
    clash: Callable[[Claim, Claim], bool]
    about: str | None = None


def conflicts(
    ledger: Ledger, wanted: Filter | None = None, moment: Moment = NOW, *, event: str | None = None
) -> tuple[Conflict, ...]:
    """In the order of the ledger, then those of order. `event`: only of the event with that id."""
    story = Story(ledger, moment)
    selection = Selection(wanted or Filter(), story)
    states = [story.state(event)] if event is not None else story.states()
    kept = [state for state in states if selection.keeps(state)]
    found = [conflict for state in kept if len(state.known) > 1 for conflict in of_event(state, story)]
    names = {state.event.id for state in kept}
    circles = (one for one in story.bounds.contradictions if names & set(one.events))
    return (*found, *(of_order(one, story) for one in circles))


def of_event(state: EventState, story: Story) -> Iterator[Conflict]:
    """Those of one event, but for orders."""
    ledger, moment = story.ledger, story.moment
    claims = unrejected(state.known, ledger, moment)
    ground = Ground.of(state.participants, picked(claims, ledger, moment), ledger)
    for field in (*_FIELDS, *_participation(claims)):
        stating = [claim for claim in claims if field.value(claim) is not None]
        if len({field.value(claim) for claim in stating}) > 1:
            yield from _of_field(field, stating, state, ground, story)


def _of_field(
    field: _Field, stating: list[Claim], state: EventState, ground: Ground, story: Story
) -> Iterator[Conflict]:
    """One conflict for each two values that clash, however many voices give them; the latest words speak for them."""
    pairs: dict[frozenset[str | None], tuple[Claim, Claim]] = {}
    for newer, older in unexplained(field.name, stating, field.clash, ground):
        pairs[frozenset((field.value(newer), field.value(older)))] = (newer, older)
    for newer, older in pairs.values():
        sides = (_side(newer, older, field, stating, ground, story), _side(older, newer, field, stating, ground, story))
        about = name_of(field.about, story.ledger) if field.about is not None else None
        yield Conflict(field=field.name, events=(state.event.id,), title=state.event.title, about=about, sides=sides)


def _side(claim: Claim, other: Claim, field: _Field, stating: list[Claim], ground: Ground, story: Story) -> Side:
    """With it stand the claims that agree with it and cannot hold beside the other."""
    behind = [one for one in stating if one is claim or (field.clash(one, other) and not field.clash(one, claim))]
    return Side(
        value=field.value(claim) or "",
        said=evidence(claim, story),
        place=PLACES[ground.place(claim)],
        claims=tuple(one.id for one in behind),
        origins=tuple(sorted(independent(behind, story.ledger))),
    )


def of_order(found: Contradiction, story: Story) -> Conflict:
    """The claims on a circle are its sides, each with the date or the order that it gives."""
    sides = []
    for name in found.claims:
        home, claim = story.homes[name]
        ground = Ground.of(story.state(home.id).participants, {}, story.ledger)
        sides.append(
            Side(
                value=_order_of(claim, found),
                said=evidence(claim, story),
                place=PLACES[ground.place(claim)],
                claims=(name,),
                origins=independent([claim], story.ledger),
            )
        )
    titles = (story.ledger.events[name].title for name in found.events)
    return Conflict(field="order", events=found.events, title=" / ".join(titles), sides=tuple(sides))


def _order_of(claim: Claim, found: Contradiction) -> str:
    said = [f"{relation.kind} {relation.event}" for relation in claim.relations if relation.event in found.events]
    return ", ".join(said) or stated_when(claim) or ""


def _place(claim: Claim) -> str | None:
    return claim.place


def _places_clash(one: Claim, other: Claim) -> bool:
    return agree(one.place, other.place) == 0.0


_FIELDS = (
    _Field("when", stated_when, dates_clash),
    _Field("occurrence", stated_occurrence, fates_clash),
    _Field("place", _place, _places_clash),
)


def _participation(claims: list[Claim]) -> Iterator[_Field]:
    """For each actor whom some claim keeps away: who says that it takes part, and who that it does not."""
    for actor in dict.fromkeys(actor for claim in claims for actor in claim.absent):

        def value(claim: Claim, actor: str = actor) -> str | None:
            if actor in claim.absent:
                return "stays away"
            return "takes part" if any(actor in who for _, who in claim.actors) else None

        def clash(one: Claim, other: Claim, value: Callable[[Claim], str | None] = value) -> bool:
            return value(one) != value(other)

        yield _Field("actors", value, clash, actor)


def preferable(ledger: Ledger, event: str, claim: str) -> tuple[str, ...]:
    """The fields on which a claim is in conflict with another."""
    return tuple(
        dict.fromkeys(
            one.field
            for one in conflicts(ledger, event=event)
            if one.field != "order" and any(claim in side.claims for side in one.sides)
        )
    )
