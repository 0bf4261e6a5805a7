"""ninjs 3.1 (IPTC): one composite news object whose associations are the events.

An exact time is a `startDate`; a day, a window, a month is an `expectedStartDate`. `eventStatus` is a code of IPTC's
`eventoccurstatus`, as its address; it has none for "it took place", so such events carry none unless nobody could plan them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from timeline.export import claim_words, date_words, iso_dates
from timeline.export.json_rows import dumps
from timeline.export.placing import Extent, slot
from timeline.export.plain_text import one_line, printable
from timeline.export.streaming import Streaming
from timeline.export.words import Words, load
from timeline.lang import kinds
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View

SCHEMA: Final = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
STATUS: Final = "http://cv.iptc.org/newscodes/eventoccurstatus/"
CODES: Final = {
    Occurrence.PROPOSED: "eos1",
    Occurrence.DOUBTFUL: "eos2",
    Occurrence.POSSIBLE: "eos3",
    Occurrence.EXPECTED: "eos4",
    Occurrence.CONFIRMED: "eos5",
    Occurrence.CANCELLED: "eos6",
}
_UNPLANNED: Final = "eos0"
_PLANS: Final = frozenset(CODES) - {Occurrence.CANCELLED}
_NOBODY_PLANS: Final = frozenset({"accident", "death"})
"""Families of kinds: what befalls people."""


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    words = load(options.language)
    head = {
        "uri": "urn:timeline:selection",
        "type": "composite",
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "title": one_line(options.title or view.title) or "timeline",
    }
    if view.notes:
        head["edNote"] = " ".join(one_line(note) for note in view.notes)
    yield dumps(head, indent=1).removesuffix("\n}").encode() + b',\n "associations": ['
    separator = "\n"
    for row in view.rows:
        yield (separator + dumps(_event(row, view.timezone, words))).encode()
        separator = ",\n"
    yield b"\n ]\n}\n"


def uri(kind: str, name: str) -> str:
    """An address for a thing of the ledger, safe whatever its id is made of."""
    return f"urn:timeline:{kind}:{quote(name, safe='', errors='replace')}"


def code(row: EventRow) -> str | None:
    """The code of `eventoccurstatus`. What was put off keeps the last one that it had."""
    if row.occurrence is Occurrence.POSTPONED:
        plans = [claim.says for claim in row.claims if claim.says in _PLANS]
        return CODES[plans[-1]] if plans and plans[-1] else None
    if row.occurrence in {Occurrence.OCCURRED, Occurrence.UNDERWAY}:
        kind = kinds.load().get(row.kind)
        planned = any(claim.says in _PLANS for claim in row.claims)
        return _UNPLANNED if kind and kind.family in _NOBODY_PLANS and not planned else None
    return CODES.get(row.occurrence)


def _event(row: EventRow, zone: str, words: Words) -> dict[str, Any]:
    title = one_line(row.title)
    item: dict[str, Any] = {"name": title, "uri": uri("event", row.id), "type": "event", "title": title}
    item["headlines"] = [{"value": title}]
    item["descriptions"] = list(_descriptions(row, words))
    details: dict[str, Any] = {}
    status = code(row)
    if status is not None:
        details["eventStatus"] = STATUS + status
    dates = _dates(row, zone)
    if dates:
        details["dates"] = dates
    if details:
        item["eventDetails"] = details
    if row.place:
        item["places"] = [{"name": one_line(row.place)}]
    if row.actors:
        item["subjects"] = [
            {"name": one_line(actor.name), "rel": actor.role.value, "uri": uri("actor", actor.id)}
            for actor in row.actors
        ]
    sources = dict.fromkeys(one_line(claim.outlet or claim.source) for claim in row.claims)
    if sources:
        item["infoSources"] = [{"name": name} for name in sources]
    return item


def _dates(row: EventRow, zone: str) -> dict[str, str]:
    found = iso_dates.of_row(row, zone)
    if found is None:
        return {}
    if found.timed and found.first and found.last:
        same = found.extent is Extent.POINT
        return {"startDate": found.first} if same else {"startDate": found.first, "endDate": found.last}
    first, last = (end.partition("T")[0] if end and end[0] != "Y" else None for end in (found.first, found.last))
    dates = {"expectedStartDate": first} if first else {}
    return dates | ({"expectedEndDate": last} if last and last != first else {})


def _descriptions(row: EventRow, words: Words) -> Iterator[dict[str, str]]:
    yield {"role": "when", "value": date_words.of_row(row, words)}
    edtf = slot(row)
    if edtf:
        yield {"role": "edtf", "value": edtf}
    yield {"role": "occurrence", "value": row.occurrence.value}
    for claim in row.claims:
        if claim.quote:
            said = one_line(claim_words.attribution(claim, words))
            yield {"role": "quote", "value": f"{words.say('claim.quote', quote=printable(claim.quote))} ({said})"}


export = Streaming(_parts)
