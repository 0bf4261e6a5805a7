"""JSON Lines: one event a line, the same objects as in JSON, without the envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.json_rows import dumps
from timeline.export.streaming import Streaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import View


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:  # noqa: ARG001  # the signature of every exporter
    for row in view.rows:
        yield (dumps(row.exported()) + "\n").encode()


export = Streaming(_parts)
