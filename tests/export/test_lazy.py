"""Nobody pays for a library that the format asked for does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("plotly", "icalendar", "numpy", "networkx", "spacy", "dateparser", "xlsxwriter", "openpyxl", "pyarrow")
NEEDS = {
    "timeline.export": (),
    "timeline.export.json_rows": (),
    "timeline.export.json_lines": (),
    "timeline.export.csv_table": (),
    "timeline.export.html_page": (),
    "timeline.export.ics_calendar": ("icalendar",),
    "timeline.export.workbook": (),
    "timeline.export.parquet": (),
    "timeline.export.view_graph": (),
    "timeline.export.follow_the_money": (),
    "timeline.export.figure": ("plotly",),
    "timeline.export.graph_figure": ("plotly",),
}


@pytest.mark.parametrize(("module", "needed"), NEEDS.items(), ids=str)
def test_imports(module: str, needed: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert tuple(done.stdout.split()) == needed
