"""`timeline tag`: articles as TimeML or rows, batches of rows in order whatever goes wrong in one of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Timeline

ARTICLE = "Le ministre recevra vendredi <son> homologue & amie.\n"
ROWS = [
    '{"id": "a", "lang": "fr", "dct": "2025-10-15", "text": "Il part demain."}',
    "not JSON",
    "",
    '{"id": "b", "lang": "fr", "dct": "soon", "text": "Il part demain, né le 3 mai 1990."}',
    '{"id": "c", "lang": "xx", "dct": "2025-10-15", "text": "Il part demain."}',
    '{"id": "d", "lang": "en-GB", "dct": "2025-10-15T10:00:00Z", "text": "He left on Monday.", "genre": "news"}',
    '{"id": "e", "lang": "en", "text": 3}',
    '{"id": "f", "text": "Mötet hölls den 17 oktober 2025 i Lund.", "lang": "sv"}',
]


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def batch(folder: Path) -> Path:
    path = folder / "docs.jsonl"
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    return path


def test_timeml(timeline: Timeline, article: Path) -> None:
    result = timeline("tag", str(article), "--published", "2025-10-15", "--lang", "fr")
    assert result.exit_code == 0
    root = ET.fromstring(result.stdout)  # noqa: S314  # our own output
    marked = root.find("TEXT")
    assert marked is not None
    assert "".join(marked.itertext()) == ARTICLE
    timex = marked.find("TIMEX3")
    assert timex is not None
    assert timex.attrib == {"tid": "t1", "type": "DATE", "value": "2025-10-17", "anchorTimeID": "t0"}
    assert timex.text == "vendredi"


def test_several_articles_need_a_folder(timeline: Timeline, article: Path, folder: Path) -> None:
    (folder / "b.txt").write_text("Rien ici, ni demain ni hier.", encoding="utf-8")
    assert timeline("tag", str(article), "b.txt").exit_code == 2
    result = timeline("tag", str(article), "b.txt", "missing.txt", "--lang", "fr", "--into", "marked")
    assert result.exit_code == 1
    assert sorted(path.name for path in (folder / "marked").iterdir()) == ["a.tml", "b.tml"]
    assert "E101" in result.stderr
    assert "W303" in result.stderr


def test_articles_of_one_name_are_all_written(timeline: Timeline, folder: Path) -> None:
    days = {"north/a.txt": "Den 3 maj 1990.", "south/A.txt": "Den 4 maj 1990."}
    for name, text in days.items():
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    rows = [{"text": f"Den {day} maj 1990.", "lang": "sv"} for day in (5, 6)]
    (folder / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    result = timeline("tag", *days, "a.json", "--lang", "sv", "--into", "marked")
    assert "wrote 4 TimeML files" in result.stderr
    written = [path.read_text(encoding="utf-8") for path in (folder / "marked").iterdir()]
    assert all(any(f"1990-05-0{day}" in text for text in written) for day in (3, 4, 5, 6))


def test_an_article_as_rows(timeline: Timeline, article: Path) -> None:
    result = timeline("tag", str(article), "--published", "2025-10-15", "--lang", "fr", "-O", "jsonl")
    assert json.loads(result.stdout) == {
        "id": str(article),
        "timexes": [{"start": 20, "end": 28, "text": "vendredi", "type": "DATE", "value": "2025-10-17"}],
    }


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch(timeline: Timeline, batch: Path, jobs: str) -> None:
    result = timeline("tag", str(batch), "-O", "jsonl", "--jobs", jobs)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", None, "b", "c", "d", None, "f"]
    assert [[timex["value"] for timex in row["timexes"]] for row in rows] == [
        ["2025-10-16"], [], ["XXXX-XX-XX", "1990-05-03"], [], ["2025-10-13"], [], ["2025-10-17"],
    ]  # fmt: skip
    codes = [[one["code"] for one in row.get("diagnostics", ())] for row in rows]
    assert codes == [[], ["E109"], ["E301", "W303"], ["W501"], [], ["E109"], []]
    assert rows[1]["diagnostics"][0]["where"] == f"{batch}:2"
    assert result.exit_code == 1


def test_piped_rows() -> None:
    """With a real pipe: what is piped in is looked at before it is read."""
    line = [sys.executable, "-m", "timeline", "tag", "-"]
    result = subprocess.run(line, input=ROWS[0], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(result.stdout)["timexes"][0]["value"] == "2025-10-16"


def test_rows_and_articles_do_not_mix(timeline: Timeline, article: Path, batch: Path) -> None:
    assert timeline("tag", str(article), str(batch)).exit_code == 2


def test_an_output_file(timeline: Timeline, batch: Path, folder: Path) -> None:
    result = timeline("tag", str(batch), "-o", "out/rows.jsonl")
    assert result.stdout == ""
    assert len((folder / "out" / "rows.jsonl").read_text(encoding="utf-8").splitlines()) == 7


def test_a_batch_that_is_not_there(timeline: Timeline) -> None:
    result = timeline("tag", "nowhere.jsonl")
    assert result.exit_code == 3
    assert "E101" in result.stderr
