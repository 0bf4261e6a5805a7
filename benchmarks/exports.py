"""Exports of a hundred thousand events: CPU seconds, megabytes written, and the memory that writing takes beside the events.

`python benchmarks/exports.py [EVENTS] [FORMAT...]`. Each format runs in a process of its own, so that none inherits the peak of
another; the peak is that of the whole process, less what it held before writing began.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

from page_data import view

from timeline import registry
from timeline.export.options import ExportOptions

_MEGABYTE = 1 << 20
_EVENTS = 100_000
_FORMATS = (
    "jsonl",
    "json",
    "csv",
    "md",
    "timelinejs",
    "markwhen",
    "ninjs",
    "schemaorg",
    "ftm",
    "parquet",
    "xlsx",
    "prov",
    "graphml",
    "gexf",
    "ics",
)


def measured(name: str, events: int) -> dict[str, float]:
    made = view(events)
    exporter = registry.find("exporters", name)
    parts = getattr(exporter, "parts", None)
    held = _peak()
    begun = time.process_time()
    chunks = parts(made, ExportOptions()) if parts else [exporter(made, ExportOptions())]
    size = sum(len(chunk) for chunk in chunks)
    return {
        "seconds": round(time.process_time() - begun, 1),
        "written_mb": round(size / _MEGABYTE, 1),
        "memory_mb": round((_peak() - held) / 1024, 1),
        "events_held_mb": round(held / 1024),
    }


def _peak() -> int:
    """Kilobytes, of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    words = sys.argv[1:]
    events = int(words.pop(0)) if words and words[0].isdigit() else _EVENTS
    if len(words) == 2 and words[1] == "--alone":
        print(json.dumps(measured(words[0], events)))
        return
    for name in words or _FORMATS:
        done = subprocess.run(
            [sys.executable, __file__, str(events), name, "--alone"], capture_output=True, text=True, check=True
        )
        print(f"{name:12}{done.stdout.strip()}", flush=True)


if __name__ == "__main__":
    main()
