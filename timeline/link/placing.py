"""Gives each event of an article its place in the ledger: an event that is there, or a new one. No two share one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.link import dates, ids
from timeline.link.events import EventIndex, Match, Profile, longer_words
from timeline.link.standing import Standing
from timeline.model.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.link.casting import Casting
    from timeline.link.earlier import Earlier
    from timeline.model.extraction import Extraction, FoundEvent
    from timeline.model.ledger import Ledger, Source


class Placed(NamedTuple):
    """`match` says why, when the event was in the ledger and no earlier reading of the article had put it there."""

    found: FoundEvent
    event: str
    match: Match | None


def place(
    extraction: Extraction, source: Source, before: Earlier, ledger: Ledger, casting: Casting
) -> tuple[Placed, ...]:
    """In the article's order. First what an earlier reading had placed, then the best matches, then new events."""
    places = _again(extraction.events, before)
    open_events = [found for found in extraction.events if found.key not in places]
    index = EventIndex(before.without(ledger), Standing(casting.index))
    matches = _assign({one.key: index.good(_profile(one, source, casting)) for one in open_events}, {*places.values()})
    places |= {key: match.event for key, match in matches.items()}
    names = ids.events_taken(ledger)
    for found in extraction.events:
        if found.key not in places:
            places[found.key] = ids.event_id(found.title, names)
            names.add(places[found.key])
    return tuple(Placed(found, places[found.key], matches.get(found.key)) for found in extraction.events)


def _again(events: Sequence[FoundEvent], before: Earlier) -> dict[str, str]:
    """Events whose quotes an earlier reading of the same article had, where that reading had them."""
    places: dict[str, str] = {}
    for found in events:
        earlier = before.events_of((claim.start, claim.end) for claim in found.claims)
        event = next((one for one in earlier if one not in places.values()), None)
        if event:
            places[found.key] = event
    return places


def _assign(wanted: dict[str, list[Match]], taken: set[str]) -> dict[str, Match]:
    """The best pairs first; the article's order, then the ledger's, among equals."""
    pairs = [(key, match) for key, matches in wanted.items() for match in matches]
    chosen: dict[str, Match] = {}
    for key, match in sorted(pairs, key=lambda pair: -pair[1].score):
        if key not in chosen and match.event not in taken:
            chosen[key] = match
            taken.add(match.event)
    return chosen


def _profile(found: FoundEvent, source: Source, casting: Casting) -> Profile:
    claims = found.claims
    return Profile(
        words=tuple(longer_words(claim.quote) for claim in claims),
        kinds=frozenset({found.kind}),
        actors=frozenset(casting.actor(one.actor) for claim in claims for one in claim.participants),
        chairs=frozenset(
            casting.actor(one.actor) for claim in claims for one in claim.participants if one.role is Role.CHAIR
        ),
        places=tuple(dict.fromkeys(claim.place for claim in claims if claim.place)),
        dates=tuple(dates.dated(one.timex.edtf if one.timex else None, one.says, source.published) for one in claims),
    )
