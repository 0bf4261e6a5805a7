"""Where things are found by name: `name -> "module:attribute"`, imported only when asked for.

A plug-in adds to a table through the entry-point group `timeline.<table>` (for instance `timeline.exporters`);
a name of ours cannot be taken over by a plug-in.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Final

from timeline.errors import UsageError

TABLES: Final[dict[str, dict[str, str]]] = {
    "collections": {
        "feed": "timeline.ingest.feeds.feed:read",
        "jsonl": "timeline.ingest.collections.lines:read",
        "ninjs": "timeline.ingest.collections.ninjs:read",
        "warc": "timeline.ingest.collections.warc:read",
    },
    "readers": {
        "docx": "timeline.ingest.files.docx:read",
        "eml": "timeline.ingest.files.eml:read",
        "html": "timeline.ingest.page.html:read",
        "mhtml": "timeline.ingest.page.mhtml:read",
        "pdf": "timeline.ingest.files.pdf:read",
        "text": "timeline.ingest.plain:read",
    },
    "stores": {
        "yaml": "timeline.store.yaml_ledger:YamlStore",
    },
    "exporters": {
        "csv": "timeline.export.csv_table:export",
        "ftm": "timeline.export.follow_the_money:export",
        "gexf": "timeline.export.view_graph:gexf",
        "graphml": "timeline.export.view_graph:graphml",
        "html": "timeline.export.html_page:export",
        "ics": "timeline.export.ics_calendar:export",
        "json": "timeline.export.json_rows:export",
        "jsonl": "timeline.export.json_lines:export",
        "markwhen": "timeline.export.markwhen:export",
        "md": "timeline.export.chronology:export",
        "ninjs": "timeline.export.ninjs:export",
        "parquet": "timeline.export.parquet:export",
        "prov": "timeline.export.provenance:export",
        "schema": "timeline.export.json_schema:export",
        "schemaorg": "timeline.export.schema_org:export",
        "timelinejs": "timeline.export.timeline_js:export",
        "xlsx": "timeline.export.workbook:export",
    },
    "importers": {
        "csv": "timeline.ingest.entries.table:read",
        "ics": "timeline.ingest.entries.calendar:read",
        "json": "timeline.ingest.entries.own_json:read",
        "jsonld": "timeline.ingest.entries.linked_data:read",
        "markwhen": "timeline.ingest.entries.markwhen:read",
        "timelinejs": "timeline.ingest.entries.slides:read",
        "tsv": "timeline.ingest.entries.table:read",
        "xlsx": "timeline.ingest.entries.workbook:read",
    },
    "checks": {
        "early-dates": "timeline.check.early_dates:check",
        "embargoes": "timeline.check.embargoes:check",
        "future-facts": "timeline.check.future_facts:check",
        "future-sources": "timeline.check.future_sources:check",
        "idle-actors": "timeline.check.idle_actors:check",
        "kinds": "timeline.check.kinds:check",
        "no-claims": "timeline.check.no_claims:check",
        "order": "timeline.check.order:check",
        "publication": "timeline.check.publication:check",
        "quotes": "timeline.check.quotes:check",
        "regressed": "timeline.check.regressed:check",
        "renamed": "timeline.check.renamed:check",
        "sequence": "timeline.check.sequence:check",
        "twin-actors": "timeline.check.twin_actors:check",
        "twin-events": "timeline.check.twin_events:check",
        "undated": "timeline.check.undated:check",
    },
}


def names(table: str) -> tuple[str, ...]:
    """Every known name of a table, plug-ins included, sorted."""
    plugged = (point.name for point in entry_points(group=f"timeline.{table}"))
    return tuple(sorted({*TABLES[table], *plugged}))


def find(table: str, name: str) -> Any:
    """The object registered under a name. Raises `UsageError` that lists the known names."""
    target = TABLES[table].get(name)
    if target is not None:
        module, attribute = target.split(":")
        return getattr(import_module(module), attribute)
    for point in entry_points(group=f"timeline.{table}", name=name):
        return point.load()
    raise UsageError(f"no {table.removesuffix('s')} is called {name!r}; known: {', '.join(names(table))}")
