"""`timeline export timeml`: the kept articles of a selection, dates marked up."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.cli.conftest import Timeline

ARTICLES = {
    "a.txt": "The minister will visit Lyon on Friday, the ministry said.\n",
    "b.txt": "The mayor will open the fair in Nice on 5 December 2025.\n",
}


def ledger(timeline: Timeline, folder: Path) -> None:
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
        timeline(
            "ingest",
            name,
            "--published",
            "2025-10-15",
            "--outlet",
            name[0],
            "--lang",
            "en",
            "-f",
            "s.yaml",
            "--tz",
            "UTC",
        )


def test_one_article_is_one_document(timeline: Timeline, folder: Path) -> None:
    ledger(timeline, folder)
    done = timeline("export", "timeml", "--place", "Lyon", "-f", "s.yaml")
    assert done.exit_code == 0, done.stderr
    root = ET.fromstring(done.stdout)  # noqa: S314  # our own output
    assert root.findtext("DCT/TIMEX3") == "2025-10-15"
    assert [(timex.text, timex.get("value")) for timex in root.iterfind("TEXT/TIMEX3")] == [("Friday", "2025-10-17")]
    assert "".join(root.find("TEXT").itertext()) == ARTICLES["a.txt"]  # type: ignore[union-attr]


def test_several_are_a_zip_that_is_always_the_same(timeline: Timeline, folder: Path) -> None:
    ledger(timeline, folder)
    assert timeline("export", "timeml", "-f", "s.yaml").exit_code == 2
    for name in ("one.zip", "two.zip"):
        timeline("export", "timeml", "-f", "s.yaml", "-o", name, "--today", f"2026-01-0{len(name) % 3 + 1}")
    assert (folder / "one.zip").read_bytes() == (folder / "two.zip").read_bytes()
    with zipfile.ZipFile("one.zip") as packed:
        assert packed.namelist() == ["a-2025-10-15.tml", "b-2025-10-15.tml"]


def test_without_kept_articles_there_is_nothing_to_write(timeline: Timeline) -> None:
    timeline("add", "A fair", "--when", "2025-12-05", "-f", "s.yaml", "--tz", "UTC")
    assert "whose text is kept" in timeline("export", "timeml", "-f", "s.yaml").stderr
