"""The actors of an article as the extraction gives them: only those that some claim speaks of, with every mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.claims.tree.mention import NATIONALITY, Mention, Sort
from timeline.model.extraction import FoundActor
from timeline.model.extraction import Mention as FoundMention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.claims.tree.reading import Reading
    from timeline.claims.who.actors import Actor


def found(reading: Reading, actors: Iterable[Actor], used: set[str]) -> tuple[FoundActor, ...]:
    """In the order of their first mention."""
    rows = sorted((a for a in actors if a.key in used), key=lambda a: min((m.first for m in a.mentions), default=0))
    return tuple(_found(reading, actor) for actor in rows)


def _found(reading: Reading, actor: Actor) -> FoundActor:
    mentions = tuple(
        FoundMention(
            start=reading.tokens[m.first].start,
            end=reading.tokens[m.last - 1].end,
            text=reading.span_text(m.first, m.last),
            reason=_reason(m),
        )
        for m in sorted(actor.mentions, key=lambda m: m.first)
    )
    return FoundActor(
        key=actor.key,
        name=actor.name,
        kind=actor.kind,
        mentions=tuple(dict.fromkeys(mentions)),
        wikidata=actor.wikidata,
        country=actor.country,
    )


def _reason(mention: Mention) -> str:
    if mention.sort is Sort.PLACE and mention.reason != NATIONALITY:
        return "metonymy"
    return "name" if mention.reason == "guess" else mention.reason
