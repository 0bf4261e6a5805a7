"""The way of each claim's words: speaker, then outlet after outlet, down to the source that the desk has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.moment import NOW, Moment
from timeline.fold.publication import published_on, unrejected
from timeline.fold.speakers import Standing, has_name, standing
from timeline.model.attribution import Attribution, Speaker
from timeline.query.event import state_of
from timeline.query.rows import name_of
from timeline.query.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.ledger import Claim, Ledger


def attribution(ledger: Ledger, reference: str, moment: Moment = NOW) -> tuple[Attribution, ...]:
    """Of every claim of an event that nobody rejected, from the earliest word to the latest. Raises `UnknownIdError`."""
    story = Story(ledger, moment)
    state = state_of(story, reference)
    counting = {claim.id for claim in state.counting}
    return tuple(
        Attribution(
            claim=claim.id,
            source=claim.source,
            speakers=tuple(
                Speaker(name=name_of(speaker, ledger), named=has_name(speaker, ledger)) for speaker in claim.said_by
            ),
            outlets=tuple(outlets(claim, ledger)),
            on_record=standing(claim, ledger) is Standing.NAMED,
            published=published_on(claim, ledger),
            says=claim.says,
            quote=claim.quote,
            counts=claim.id in counting,
        )
        for claim in unrejected(state.known, ledger, moment)
    )


def outlets(claim: Claim, ledger: Ledger) -> list[str]:
    """The first teller first, the source last: as the claim says (`via`), else as the source copies others (`origin`)."""
    passed = [*(claim.via or _copied(claim.source, ledger)), _outlet(claim.source, ledger)]
    return [one for at, one in enumerate(passed) if at == 0 or one.casefold() != passed[at - 1].casefold()]


def _copied(source: str, ledger: Ledger) -> Iterator[str]:
    """Those whom a source copies, the first teller first; a group that is no source goes by its own name."""
    chain: list[str] = []
    seen = {source}
    known = ledger.sources.get(source)
    while known is not None and known.origin is not None and known.origin not in seen:
        seen.add(known.origin)
        chain.append(_outlet(known.origin, ledger))
        known = ledger.sources.get(known.origin)
    yield from reversed(chain)


def _outlet(source: str, ledger: Ledger) -> str:
    known = ledger.sources.get(source)
    return known.outlet or known.id if known is not None else source
