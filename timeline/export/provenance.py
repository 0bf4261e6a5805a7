"""PROV-JSON (W3C): how each event comes from its claims, each claim from its quote, each quote from its article, and
whose words they are.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from timeline.export.json_rows import dumps
from timeline.export.links import safe
from timeline.export.plain_text import printable
from timeline.fold.moment import zone as zone_named

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.model.view import ClaimRow, EventRow, View

_OURS: Final = "urn:timeline:"
_PREFIXES: Final = {"timeline": _OURS, "dcterms": "http://purl.org/dc/terms/"}
_DESK: Final = "desk"


class _Document:
    """Collects the records; each thing is described once."""

    def __init__(self, zone: str) -> None:
        self._zone: Final = zone
        self.records: Final[dict[str, dict[str, Any]]] = {
            name: {} for name in ("entity", "agent", "wasDerivedFrom", "wasAttributedTo", "wasGeneratedBy")
        }

    def entity(self, kind: str, name: str, **attributes: Any) -> str:
        return self._thing("entity", kind, name, attributes)

    def agent(self, kind: str, name: str) -> str:
        return self._thing("agent", kind, name, {"prov:label": name})

    def _thing(self, record: str, kind: str, name: str, attributes: dict[str, Any]) -> str:
        named = f"timeline:{kind}.{quote(name, safe='', errors='replace').replace('%', '=')}"
        said = {
            key: printable(value) if isinstance(value, str) else value for key, value in attributes.items() if value
        }
        self.records[record].setdefault(named, said)
        return named

    def derived(self, made: str, used: str, type_: str | None = None) -> None:
        relation = {"prov:generatedEntity": made, "prov:usedEntity": used}
        if type_:
            relation["prov:type"] = {"$": type_, "type": "prov:QUALIFIED_NAME"}  # type: ignore[assignment]
        self._relate("wasDerivedFrom", relation)

    def attributed(self, entity: str, agent: str) -> None:
        self._relate("wasAttributedTo", {"prov:entity": entity, "prov:agent": agent})

    def generated(self, entity: str, time: str) -> None:
        """Recorded in the ledger at that time."""
        read = _zoned(time, self._zone)
        if read is not None:
            self._relate("wasGeneratedBy", {"prov:entity": entity, "prov:time": read})

    def _relate(self, name: str, relation: dict[str, Any]) -> None:
        held = self.records[name]
        held[f"_:{name}{len(held) + 1}"] = relation


def _zoned(time: str, zone: str) -> str | None:
    try:
        read = datetime.fromisoformat(time)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=zone_named(zone))).isoformat()


def export(view: View, options: ExportOptions) -> bytes:
    document = _Document(view.timezone)
    for row in view.rows:
        _event(row, document)
    title = options.title or view.title
    selection = document.entity("selection", "this", **{"dcterms:title": title, "timeline:notes": " ".join(view.notes)})
    for row in view.rows:
        document.derived(selection, document.entity("event", row.id))
    records = {name: held for name, held in document.records.items() if held}
    return (dumps({"prefix": _PREFIXES, **records}, indent=1) + "\n").encode()


def _event(row: EventRow, document: _Document) -> None:
    event = document.entity(
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
    for claim in row.claims:
        document.derived(event, _claim(claim, document))


def _claim(claim: ClaimRow, document: _Document) -> str:
    named = document.entity(
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
    if claim.recorded:
        document.generated(named, claim.recorded)
    if claim.said_by:
        document.attributed(named, document.agent("speaker", claim.said_by))
    if claim.source == _DESK:
        document.attributed(named, document.agent("desk", _DESK))
        return named
    article = document.entity(
        "source",
        claim.source,
        **{
            "prov:label": claim.source_title or claim.source,
            "dcterms:publisher": claim.outlet,
            "dcterms:issued": claim.published,
            "dcterms:source": safe(claim.url),
        },
    )
    document.derived(named, article, "prov:PrimarySource")
    if claim.quote:
        words = document.entity("quote", claim.id, **{"prov:value": claim.quote, "timeline:start": claim.start})
        document.derived(words, article, "prov:Quotation")
        document.derived(named, words)
    return named
