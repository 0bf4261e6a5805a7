"""PROV-JSON (W3C): how each event comes from its claims, each claim from its quote, each quote from its article, and
whose words they are.

The format wants all records of a sort together. So the events are gone through once for each sort, and no more is held of
them than the names of what was described already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from timeline.export.json_rows import dumps
from timeline.export.links import safe
from timeline.export.plain_text import printable
from timeline.export.streaming import Streaming
from timeline.fold.moment import zone as zone_named

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.model.view import ClaimRow, EventRow, View

_OURS: Final = "urn:timeline:"
_PREFIXES: Final = {"timeline": _OURS, "dcterms": "http://purl.org/dc/terms/"}
_DESK: Final = "desk"

Record = tuple[str, dict[str, Any]]
"""The name of what is described, and what is said of it; relations have no names yet."""


def _named(kind: str, name: str) -> str:
    return f"timeline:{kind}.{quote(name, safe='', errors='replace').replace('%', '=')}"


def _thing(kind: str, name: str, **attributes: Any) -> Record:
    said = {key: printable(value) if isinstance(value, str) else value for key, value in attributes.items() if value}
    return _named(kind, name), said


def _entities(view: View, options: ExportOptions) -> Iterator[Record]:
    for row in view.rows:
        yield _event(row)
        for claim in row.claims:
            yield _claim(claim)
            if claim.source != _DESK:
                yield _article(claim)
                if claim.quote:
                    yield _thing("quote", claim.id, **{"prov:value": claim.quote, "timeline:start": claim.start})
    title = options.title or view.title
    yield _thing("selection", "this", **{"dcterms:title": title, "timeline:notes": " ".join(view.notes)})


def _agents(view: View, _: ExportOptions) -> Iterator[Record]:
    for claim in _claims(view):
        if claim.said_by:
            yield _thing("speaker", claim.said_by, **{"prov:label": claim.said_by})
        if claim.source == _DESK:
            yield _thing("desk", _DESK, **{"prov:label": _DESK})


def _derivations(view: View, _: ExportOptions) -> Iterator[Record]:
    for row in view.rows:
        for claim in row.claims:
            named, article = _named("claim", claim.id), _named("source", claim.source)
            if claim.source != _DESK:
                yield _derived(named, article, "prov:PrimarySource")
                if claim.quote:
                    words = _named("quote", claim.id)
                    yield _derived(words, article, "prov:Quotation")
                    yield _derived(named, words)
            yield _derived(_named("event", row.id), named)
    for row in view.rows:
        yield _derived(_named("selection", "this"), _named("event", row.id))


def _derived(made: str, used: str, type_: str | None = None) -> Record:
    relation: dict[str, Any] = {"prov:generatedEntity": made, "prov:usedEntity": used}
    if type_:
        relation["prov:type"] = {"$": type_, "type": "prov:QUALIFIED_NAME"}
    return "", relation


def _attributions(view: View, _: ExportOptions) -> Iterator[Record]:
    for claim in _claims(view):
        speakers = [("speaker", claim.said_by)] if claim.said_by else []
        speakers += [("desk", _DESK)] if claim.source == _DESK else []
        for kind, name in speakers:
            yield "", {"prov:entity": _named("claim", claim.id), "prov:agent": _named(kind, name)}


def _generations(view: View, _: ExportOptions) -> Iterator[Record]:
    """Recorded in the ledger at that time."""
    for claim in _claims(view):
        time = _zoned(claim.recorded, view.timezone) if claim.recorded else None
        if time is not None:
            yield "", {"prov:entity": _named("claim", claim.id), "prov:time": time}


_SORTS: Final[dict[str, Callable[[View, ExportOptions], Iterator[Record]]]] = {
    "entity": _entities,
    "agent": _agents,
    "wasDerivedFrom": _derivations,
    "wasAttributedTo": _attributions,
    "wasGeneratedBy": _generations,
}


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    yield dumps({"prefix": _PREFIXES}, indent=1).removesuffix("\n}").encode()
    for sort, records in _SORTS.items():
        separator = f',\n "{sort}": {{\n  '
        for name, said in _once(sort, records(view, options)):
            text = dumps(said, indent=1).replace("\n", "\n  ")
            yield f"{separator}{dumps(name)}: {text}".encode()
            separator = ",\n  "
        if separator == ",\n  ":
            yield b"\n }"
    yield b"\n}\n"


def _once(sort: str, records: Iterator[Record]) -> Iterator[Record]:
    """Each thing is described where it is first met; relations are numbered."""
    met: set[str] = set()
    for number, (name, said) in enumerate(records, start=1):
        if name not in met:
            yield name or f"_:{sort}{number}", said
        if name:
            met.add(name)


def _claims(view: View) -> Iterator[ClaimRow]:
    return (claim for row in view.rows for claim in row.claims)


def _zoned(time: str, zone: str) -> str | None:
    try:
        read = datetime.fromisoformat(time)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=zone_named(zone))).isoformat()


def _event(row: EventRow) -> Record:
    return _thing(
        "event",
        row.id,
        **{
            "prov:label": row.title,
            "timeline:kind": row.kind,
            "timeline:when": row.when,
            "timeline:occurrence": row.occurrence.value,
            "timeline:place": row.place,
            "timeline:judgement": row.judgement.value,
        },
    )


def _claim(claim: ClaimRow) -> Record:
    return _thing(
        "claim",
        claim.id,
        **{
            "timeline:says": claim.says.value if claim.says else None,
            "timeline:when": claim.when,
            "timeline:rule": claim.rule,
            "timeline:by": claim.by,
            "timeline:judgement": claim.judgement.value,
        },
    )


def _article(claim: ClaimRow) -> Record:
    return _thing(
        "source",
        claim.source,
        **{
            "prov:label": claim.source_title or claim.source,
            "dcterms:publisher": claim.outlet,
            "dcterms:issued": claim.published,
            "dcterms:source": safe(claim.url),
        },
    )


export = Streaming(_parts)
