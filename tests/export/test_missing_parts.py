"""Formats whose library comes with an extra say which one."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from tests.export.sample_views import STORY
from timeline.errors import MissingPartError
from timeline.export.options import ExportOptions
from timeline.ingest.entries.asked import Asked
from timeline.registry import find


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("xlsx", "xlsxwriter", "xlsx"), ("parquet", "pyarrow", "parquet")]
)
def test_writing(name: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingPartError, match=rf"pip install 'timeline\[{extra}\]'") as caught:
        find("exporters", name)(STORY, ExportOptions())
    assert [finding.code for finding in caught.value.findings] == ["E503"]


def test_reading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(MissingPartError, match=r"pip install 'timeline\[xlsx\]'"):
        list(find("importers", "xlsx")(tmp_path / "a.xlsx", Asked(date(2026, 1, 1), "UTC")))
