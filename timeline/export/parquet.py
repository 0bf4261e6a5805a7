"""Parquet: a row an event, its actors and claims as lists of structures, for DuckDB, pandas, Polars and their like."""

from __future__ import annotations

from io import RawIOBase
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from timeline.export.missing_part import part
from timeline.export.streaming import Streaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View

_TOGETHER: Final = 10_000
"""Rows that are turned into columns at a time."""
_EVENT_TEXTS: Final = ("id", "title", "kind", "when", "earliest", "latest", "occurrence", "judgement", "place")
_CLAIM_TEXTS: Final = (
    "id", "source", "outlet", "url", "published", "quote", "when", "when_words", "rule", "says", "said_by", "judgement",
)  # fmt: skip


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    arrow = part("pyarrow", "parquet", "Parquet")
    writing = part("pyarrow.parquet", "parquet", "Parquet")
    told = {"title": options.title or view.title, "today": view.today, "timezone": view.timezone}
    schema = _schema(arrow).with_metadata({**told, "notes": "\n".join(view.notes)})
    out = _Sink()
    rows = iter(view.rows)
    with writing.ParquetWriter(arrow.PythonFile(out, mode="w"), schema, compression="zstd") as writer:
        while batch := list(islice(rows, _TOGETHER)):
            writer.write_table(arrow.Table.from_pylist([_row(row) for row in batch], schema=schema))
            yield out.taken()
    yield out.taken()


class _Sink(RawIOBase):
    """Gives away what was written since the last time: the format is written from front to back."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._held += content
        return len(content)

    def taken(self) -> bytes:
        taken = bytes(self._held)
        self._held.clear()
        return taken


def _schema(arrow: Any) -> Any:
    text = arrow.string()
    actor = arrow.struct([(name, text) for name in ("id", "name", "role")])
    claim = arrow.struct([*((name, text) for name in _CLAIM_TEXTS), ("current", arrow.bool_())])
    return arrow.schema(
        [
            *((name, text) for name in _EVENT_TEXTS),
            ("disputed", arrow.bool_()),
            ("rescheduled", arrow.bool_()),
            ("unnamed", arrow.bool_()),
            ("tags", arrow.list_(text)),
            ("actors", arrow.list_(actor)),
            ("claims", arrow.list_(claim)),
        ]
    )


def _row(row: EventRow) -> dict[str, Any]:
    plain = row.model_dump(mode="json", include={*_EVENT_TEXTS, "disputed", "rescheduled", "unnamed", "tags", "actors"})
    claims = [claim.model_dump(mode="json", include={*_CLAIM_TEXTS, "current"}) for claim in row.claims]
    return {**plain, "claims": claims}


export = Streaming(_parts)
