"""The reference page names every format and every column."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.export.csv_table import COLUMNS
from timeline.registry import TABLES, find


def page(root: Path) -> str:
    return (root / "docs" / "reference" / "exporters.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TABLES["exporters"])
def test_every_exporter_has_a_section_and_loads(name: str, root: Path) -> None:
    assert f"\n## {name}\n" in page(root)
    assert callable(find("exporters", name))


def test_every_column_is_documented(root: Path) -> None:
    assert [column for column in COLUMNS if f"`{column}`" not in page(root)] == []
