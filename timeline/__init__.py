"""timeline: who said what would happen, when, and did it?

The public names, loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

__version__ = "0.1.0"

_PUBLIC: Final[dict[str, str]] = {
    "Diagnostic": "timeline.diagnostics",
    "Settings": "timeline.config",
    "TimelineError": "timeline.errors",
    "figure": "timeline.export.figure",
    "graph_figure": "timeline.export.graph_figure",
    "tag": "timeline.pipeline.tagging",
}

__all__ = ["Diagnostic", "Settings", "TimelineError", "__version__", "figure", "graph_figure", "tag"]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
