"""FollowTheMoney entities, a line each, as `ftm` and Aleph read them: events, calls, who takes part, the articles.

Its dates are ISO prefixes without ranges: a window is the longest prefix that holds all of it (`2025-10`), else its
first and last day. The EDTF, the status and the roles, for which it has no fields, stand in `summary` and `description`.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from timeline.export import claim_words, date_words, iso_dates
from timeline.export.json_rows import dumps
from timeline.export.links import safe
from timeline.export.placing import Extent, placements, slot
from timeline.export.plain_text import one_line, printable
from timeline.export.streaming import Streaming
from timeline.export.words import Words, load
from timeline.model.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import ActorRow, ClaimRow, EventRow, View

_CALL: Final = "phone_call"
_ORGANISES: Final = frozenset({Role.HOST, Role.CHAIR})
_STARTS_A_CALL: Final = frozenset({Role.SPEAKER, Role.AGENT, Role.PARTICIPANT})


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    """What an entity points to comes before it; each is written once."""
    words = load(options.language)
    written: set[str] = set()
    for row in view.rows:
        for entity in (*map(_actor, row.actors), *map(_article, row.claims), _event(row, view.timezone, words)):
            if entity["id"] not in written:
                written.add(entity["id"])
                yield (dumps(entity) + "\n").encode()


def _entity(kind: str, name: str, schema: str, properties: dict[str, list[str | None]]) -> dict[str, Any]:
    """Empty values are no values; each stands once."""
    said = {key: list(dict.fromkeys(filter(None, values))) for key, values in properties.items()}
    return {"id": _id(kind, name), "schema": schema, "properties": {key: value for key, value in said.items() if value}}


def _id(kind: str, name: str) -> str:
    """Ids may hold anything and FollowTheMoney's may not: a digest is safe and always the same."""
    return f"timeline-{kind}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:24]}"


def _actor(actor: ActorRow) -> dict[str, Any]:
    return _entity("actor", actor.id, "LegalEntity", {"name": [one_line(actor.name) or actor.id]})


def _article(claim: ClaimRow) -> dict[str, Any]:
    return _entity(
        "source",
        claim.source,
        "Article",
        {
            "title": [one_line(claim.source_title or claim.source)],
            "publisher": [one_line(claim.outlet or "")],
            "publishedAt": [claim.published[:10] if claim.published else None],
            "sourceUrl": [safe(claim.url)],
        },
    )


def _event(row: EventRow, zone: str, words: Words) -> dict[str, Any]:
    call = row.kind == _CALL
    when = f"{date_words.of_row(row, words)}; {claim_words.status(row, words)}"
    edtf = slot(row)
    people = "; ".join(f"{one_line(actor.name)} ({words.say(f'role.{actor.role.value}')})" for actor in row.actors)
    properties: dict[str, list[str | None]] = {
        "summary": [one_line(f"{row.title}. {when}" if call else when), f"EDTF {edtf}" if edtf else None],
        "description": [people, *(_quote(claim, words) for claim in row.claims)],
        "proof": [_id("source", claim.source) for claim in row.claims],
        "sourceUrl": [safe(claim.url) for claim in row.claims],
        "publisher": [one_line(claim.outlet or "") for claim in row.claims],
        **_dates(row, zone),
        **(_callers(row) if call else _involved(row)),
    }
    if not call:
        properties |= {
            "name": [one_line(row.title)],
            "location": [one_line(row.place or "")],
            "keywords": [row.kind, *row.tags],
        }
    return _entity("event", row.id, "Call" if call else "Event", properties)


def _involved(row: EventRow) -> dict[str, list[str | None]]:
    organisers = [_id("actor", actor.id) for actor in row.actors if actor.role in _ORGANISES]
    others = [_id("actor", actor.id) for actor in row.actors if actor.role not in _ORGANISES]
    return {"organizer": [*organisers], "involved": [*others]}


def _callers(row: EventRow) -> dict[str, list[str | None]]:
    """Nobody says who dialled: the first of those who speak counts as the caller, all others are called."""
    caller = next((actor for actor in row.actors if actor.role in _STARTS_A_CALL), None)
    others = [_id("actor", actor.id) for actor in row.actors if actor is not caller]
    return {"caller": [_id("actor", caller.id)] if caller else [], "receiver": [*others]}


def _dates(row: EventRow, zone: str) -> dict[str, list[str | None]]:
    found = iso_dates.of_row(row, zone)
    if found is None:
        return {}
    held = iso_dates.prefix(placements(row)[0])
    if found.extent is not Extent.SPAN and held is not None:
        return {"date": [_told(found.first) if found.timed else held]}
    return {"startDate": [_told(found.first)], "endDate": [_told(found.last)]}


def _told(iso: str | None) -> str | None:
    """It knows the years 1 to 9999; times are cut to the day, as it would move them to UTC."""
    return iso[:10] if iso and iso[0].isdigit() else None


def _quote(claim: ClaimRow, words: Words) -> str | None:
    if not claim.quote:
        return None
    said = words.say("claim.quote", quote=printable(claim.quote))
    return f"{said} ({one_line(claim_words.attribution(claim, words))})"


export = Streaming(_parts)
