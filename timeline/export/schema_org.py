"""schema.org as JSON-LD, to put into a page: events that are at least expected, and the claims that say so.

A window has no place in schema.org, where two dates mean that it lasts: `startDate` is then the longest ISO prefix that
holds all of it (`2025-10`), or missing, and the description says it in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.export import claim_words, date_words, iso_dates
from timeline.export.claim_review import reviews
from timeline.export.json_rows import dumps
from timeline.export.links import safe
from timeline.export.ninjs import uri
from timeline.export.placing import Extent, placements, placements_of, slot
from timeline.export.plain_text import one_line, printable
from timeline.export.streaming import LeftOut, Streaming
from timeline.export.words import Words, load
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import ClaimRow, EventRow, View

_VOCABULARY: Final = "https://schema.org/"
STATUS: Final = {
    Occurrence.EXPECTED: "EventScheduled",
    Occurrence.CONFIRMED: "EventScheduled",
    Occurrence.UNDERWAY: "EventScheduled",
    Occurrence.OCCURRED: "EventScheduled",
    Occurrence.POSTPONED: "EventPostponed",
    Occurrence.CANCELLED: "EventCancelled",
    Occurrence.DID_NOT_OCCUR: "EventCancelled",
}
_MOVED: Final = frozenset({Occurrence.EXPECTED, Occurrence.CONFIRMED})
_HTML: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""The text goes into a <script> of a page, which nothing in it may end."""


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    words = load(options.language)
    head: dict[str, Any] = {"@context": _VOCABULARY.rstrip("/"), "@type": "ItemList"}
    head["name"] = one_line(options.title or view.title) or "timeline"
    remarks = [f"{len(left.rows)} {left.reason}" for left in _left_out(view)]
    remarks += [one_line(note) for note in view.notes]
    if remarks:
        head["description"] = " ".join(remarks)
    yield _text(head, 1).removesuffix("\n}").encode() + b',\n "itemListElement": ['
    separator = "\n"
    for number, row in enumerate((row for row in view.rows if row.occurrence in STATUS), start=1):
        event = _event(row, view.timezone, words)
        if judged := reviews(row, options, words, _claim):
            event["review"] = judged
        item = {"@type": "ListItem", "position": number, "item": event}
        yield (separator + _text(item)).encode()
        separator = ",\n"
    yield b"\n ]\n}\n"


def _left_out(view: View) -> list[LeftOut]:
    soft = tuple(row for row in view.rows if row.occurrence not in STATUS)
    reason = "less than expected (proposed, possible, doubtful, unknown): not in the file, as schema.org cannot say so"
    return [LeftOut(reason, soft)] if soft else []


def _text(content: Any, indent: int | None = None) -> str:
    return dumps(content, indent).translate(_HTML)


def _event(row: EventRow, zone: str, words: Words) -> dict[str, Any]:
    event: dict[str, Any] = {"@type": "Event", "@id": uri("event", row.id), "name": one_line(row.title)}
    event["eventStatus"] = _VOCABULARY + _status(row)
    event |= _dates(row, zone)
    event["description"] = f"{date_words.of_row(row, words)}; {claim_words.status(row, words)}"
    edtf = slot(row)
    if edtf:
        event["identifier"] = {"@type": "PropertyValue", "propertyID": "EDTF", "value": edtf}
    if row.place:
        event["location"] = {"@type": "Place", "name": one_line(row.place)}
    if row.actors:
        event["contributor"] = [
            {
                "@type": "Role",
                "roleName": actor.role.value,
                "contributor": {"@type": "Thing", "@id": uri("actor", actor.id), "name": one_line(actor.name)},
            }
            for actor in row.actors
        ]
    claims = [_claim(claim) for claim in row.claims if claim.quote]
    if claims:
        event["subjectOf"] = claims
    return event


def _status(row: EventRow) -> str:
    if row.rescheduled and row.occurrence in _MOVED and _previous(row):
        return "EventRescheduled"
    return STATUS[row.occurrence]


def _previous(row: EventRow) -> list[str]:
    """Earlier dates that are plain days, the only ones that it takes."""
    found = [iso_dates.prefix(placed[0]) for edtf in row.previous_when if (placed := placements_of(edtf))]
    return [day for day in found if day is not None and len(day) == 10]


def _dates(row: EventRow, zone: str) -> dict[str, Any]:
    dates: dict[str, Any] = {}
    moved = row.rescheduled or row.occurrence is Occurrence.POSTPONED
    if moved and _previous(row):
        dates["previousStartDate"] = _previous(row)
    found = iso_dates.of_row(row, zone)
    if found is None:
        return dates
    if found.extent is Extent.WINDOW:
        held = iso_dates.prefix(placements(row)[0])
        return dates | ({"startDate": held} if held else {})
    if found.first:
        dates["startDate"] = found.first
    if found.last and found.last != found.first:
        dates["endDate"] = found.last
    return dates


def _claim(claim: ClaimRow) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": "Claim", "@id": uri("claim", claim.id), "text": printable(claim.quote or "")}
    if claim.said_by:
        said["author"] = {"@type": "Thing", "name": one_line(claim.said_by)}
    article: dict[str, Any] = {"@type": "NewsArticle", "@id": uri("source", claim.source)}
    named = {"headline": claim.source_title, "datePublished": claim.published, "url": safe(claim.url)}
    article |= {key: one_line(value) for key, value in named.items() if value}
    if claim.outlet:
        article["publisher"] = {"@type": "Organization", "name": one_line(claim.outlet)}
    said["appearance"] = article
    return said


export = Streaming(_parts, _left_out)
