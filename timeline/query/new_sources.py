"""Sources that are new, each with the words that stand nearest to its top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.moment import instant
from timeline.fold.publication import publication, unrejected
from timeline.model.news import Evidence, NewsRow, Topic
from timeline.query.evidence import evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Source
    from timeline.query.story import Story


def new_sources(
    about: Iterable[EventState], story: Story, is_new: Callable[[Source], bool], *, silent: bool
) -> tuple[NewsRow, ...]:
    """In the order of publication: those that speak of these events, and with `silent` those that speak of none."""
    sources = story.ledger.sources
    fresh = {source.id for source in sources.values() if is_new(source)}
    if not fresh:
        return ()
    leads = _leads(fresh, about, story)
    found = [sources[name] for name in (fresh if silent else leads)]
    found.sort(key=lambda source: (instant(source.published or "", story.ledger.timezone) or 0, source.id))
    return tuple(_row(source, leads.get(source.id), story) for source in found)


def _leads(fresh: set[str], states: Iterable[EventState], story: Story) -> dict[str, Claim]:
    """Of each source the claim that has its latest word, one with a quote before one without."""
    leads: dict[str, Claim] = {}
    for state in states:
        for claim in unrejected((one for one in state.known if one.source in fresh), story.ledger, story.moment):
            known = leads.get(claim.source)
            if known is None or _rank(claim, story) > _rank(known, story):
                leads[claim.source] = claim
    return leads


def _rank(claim: Claim, story: Story) -> tuple[bool, object]:
    return bool(claim.quote), publication(claim, story.ledger)


def _row(source: Source, lead: Claim | None, story: Story) -> NewsRow:
    said = (
        evidence(lead, story)
        if lead is not None
        else Evidence(
            claim="",
            source=source.id,
            outlet=source.outlet,
            source_title=source.title,
            url=source.url,
            published=source.published,
        )
    )
    return NewsRow(topic=Topic.SOURCE, title=source.title or source.id, after=source.id, said=said)
