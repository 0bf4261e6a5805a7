"""Everything registered exists, the names are pinned, and a plug-in is found beside ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline import registry
from timeline.errors import UsageError
from timeline.registry import TABLES

GOLDEN = Path(__file__).parent / "golden" / "registry.json"
ENTRIES = [(table, name) for table, row in TABLES.items() for name in row]


def test_names_are_pinned() -> None:
    """A name that goes or changes breaks somebody's script: change the golden file on purpose."""
    assert {table: sorted(row) for table, row in TABLES.items()} == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("table", "name"), ENTRIES)
def test_what_is_registered_exists(table: str, name: str) -> None:
    assert callable(registry.find(table, name))


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_in_alphabetical_order(table: str) -> None:
    assert list(TABLES[table]) == sorted(TABLES[table])


@pytest.mark.parametrize("table", TABLES)
def test_names_are_words_with_hyphens(table: str) -> None:
    assert all(name.replace("-", "").isalnum() and name == name.lower() for name in TABLES[table])


@pytest.mark.parametrize(("table", "name", "target"), [(t, n, TABLES[t][n]) for t, n in ENTRIES])
def test_targets_live_in_the_room_of_their_table(table: str, name: str, target: str) -> None:
    rooms = {
        "collections": "ingest",
        "readers": "ingest",
        "stores": "store",
        "exporters": "export",
        "checks": "check",
        "importers": "ingest",
    }
    assert target.startswith(f"timeline.{rooms[table]}."), name


@pytest.mark.parametrize("table", TABLES)
def test_an_unknown_name_is_answered_with_the_known_ones(table: str) -> None:
    with pytest.raises(UsageError) as caught:
        registry.find(table, "nonesuch")
    assert "'nonesuch'" in str(caught.value)
    assert all(name in str(caught.value) for name in TABLES[table])


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small installed package that offers an exporter of its own, and one under a name of ours."""
    installed = tmp_path / "timeline_shout-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: timeline-shout\nVersion: 1.0\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text(
        "[timeline.exporters]\nshout = timeline_shout:export\njson = timeline_shout:export\n", encoding="utf-8"
    )
    (tmp_path / "timeline_shout.py").write_text("def export(view, options):\n    return b'LOUD'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.usefixtures("plug_in")
def test_a_plug_in_is_found_by_its_entry_point() -> None:
    assert "shout" in registry.names("exporters")
    assert registry.find("exporters", "shout")(None, None) == b"LOUD"
    assert "shout" not in registry.names("readers")


@pytest.mark.usefixtures("plug_in")
def test_a_plug_in_cannot_take_a_name_of_ours() -> None:
    assert registry.find("exporters", "json").__module__ == "timeline.export.json_rows"
    assert registry.names("exporters").count("json") == 1


def test_names_are_sorted_and_ours_are_all_there() -> None:
    for table, row in TABLES.items():
        known = registry.names(table)
        assert list(known) == sorted(known)
        assert set(row) <= set(known)
