"""JSON Lines: one event a line, the same objects as in JSON, without the envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.json_rows import dumps

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.model.view import View


def export(view: View, options: ExportOptions) -> bytes:  # noqa: ARG001  # the signature of every exporter
    return "".join(dumps(row.contract()) + "\n" for row in view.rows).encode()
