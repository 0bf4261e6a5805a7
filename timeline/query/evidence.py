"""A claim as proof: who said it, through whom, where, when, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.publication import publication, published_on, stance
from timeline.fold.speakers import Standing, standing
from timeline.model.news import Evidence
from timeline.query.rows import name_of

if TYPE_CHECKING:
    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim
    from timeline.query.story import Story

_NAMED = {Standing.NAMED: True, Standing.UNNAMED: False, Standing.OUTLET: None}


def evidence(claim: Claim, story: Story) -> Evidence:
    ledger = story.ledger
    source = ledger.sources.get(claim.source)
    return Evidence(
        claim=claim.id,
        source=claim.source,
        outlet=source.outlet if source is not None else None,
        source_title=source.title if source is not None else None,
        url=source.url if source is not None else None,
        published=published_on(claim, ledger),
        speakers=tuple(name_of(speaker, ledger) for speaker in claim.said_by),
        named=_NAMED[standing(claim, ledger)],
        via=claim.via,
        quote=claim.quote,
        note=claim.note,
        judgement=stance(claim, ledger, story.moment),
    )


def named(claim: str | None, state: EventState, story: Story) -> Evidence | None:
    """Of the claim with an id, among those of an event."""
    found = next((one for one in state.known if one.id == claim), None)
    return evidence(found, story) if found is not None else None


def latest_word(state: EventState, story: Story) -> Evidence | None:
    """The claim that speaks for an event: the latest that counts, one with its own words before one without."""
    if not state.counting:
        return None
    quoted = [claim for claim in state.counting if claim.quote]
    return evidence((quoted or list(state.counting))[-1], story)


def order(state: EventState, claim: str | None, story: Story) -> int:
    """The instant by which a line about an event is sorted: that of its claim."""
    found = next((one for one in state.known if one.id == claim), None)
    return publication(found, story.ledger).instant if found is not None else 0
