"""ingest: batches, folders, pipes, and what is said of each article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline
from tests.test_pipeline import ARTICLE, GERMAN
from timeline.text import parsers


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where no model is installed."""
    monkeypatch.setattr(parsers, "MODELS", {})


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("article")
def test_claims_as_a_table(timeline: Timeline, folder: Path) -> None:
    result = timeline("ingest", "article.txt", "--published", "2025-10-16", "-f", "story.yaml")
    assert result.exit_code == 0
    header, *rows = result.stdout.splitlines()
    assert header.split() == ["Claim", "When", "Status", "What", "Quote"]
    assert rows
    assert all("suggested" in row and row.endswith("”") for row in rows)
    assert "Fri 17 Oct 2025" in result.stdout
    assert "1 article read" in result.stderr
    assert "suggestions until" in result.stderr
    assert (folder / "story.yaml").exists()
    assert len(list((folder / "sources").iterdir())) == 1


@pytest.mark.usefixtures("article")
def test_claims_as_json(timeline: Timeline) -> None:
    (read,) = json.loads(timeline("ingest", "article.txt", "--published", "2025-10-16", "-O", "json").stdout)
    assert read["source"] == "article-2025-10-16"
    for claim in read["claims"]:
        assert ARTICLE[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["judgement"] == "suggested"


@pytest.mark.usefixtures("article")
def test_more_is_said_when_asked(timeline: Timeline) -> None:
    line = ("ingest", "article.txt", "--published", "2025-10-16", "-f", "story.yaml")
    told = timeline(*line, "-v").stderr
    assert "ledger: story.yaml" in told
    assert "article.txt: article-2025-10-16, published 2025-10-16 (given), read by surface" in told
    assert "ledger:" not in timeline(*line).stderr


@pytest.mark.usefixtures("article")
def test_yes_accepts(timeline: Timeline) -> None:
    timeline("ingest", "article.txt", "--published", "2025-10-16", "-y")
    events = json.loads(timeline("list", "-O", "json").stdout)
    assert {event["judgement"] for event in events} == {"accepted"}


@pytest.mark.usefixtures("article")
def test_twice_adds_nothing(timeline: Timeline, folder: Path) -> None:
    timeline("ingest", "article.txt", "--published", "2025-10-16")
    ledger = folder / "data" / "events.yaml"
    before = (ledger.read_bytes(), ledger.stat().st_mtime_ns)
    result = timeline("ingest", "article.txt", "--published", "2025-10-16")
    assert result.exit_code == 0
    assert "I108" in result.stderr
    assert (ledger.read_bytes(), ledger.stat().st_mtime_ns) == before


@pytest.mark.usefixtures("article")
def test_another_date_and_replace(timeline: Timeline, folder: Path) -> None:
    timeline("ingest", "article.txt", "--published", "2025-10-16")
    ledger = folder / "data" / "events.yaml"
    before = ledger.read_bytes()
    refused = timeline("ingest", "article.txt", "--published", "2025-10-23")
    assert refused.exit_code == 3
    assert "E106" in refused.stderr
    assert "--replace" in refused.stderr
    assert ledger.read_bytes() == before
    assert timeline("ingest", "article.txt", "--published", "2025-10-23", "--replace").exit_code == 0
    assert 'published: "2025-10-23"' in ledger.read_text(encoding="utf-8")


@pytest.mark.usefixtures("article")
def test_no_date_writes_nothing(timeline: Timeline, folder: Path) -> None:
    result = timeline("ingest", "article.txt")
    assert result.exit_code == 3
    assert "article.txt: error E105" in result.stderr
    assert "--published" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["article.txt"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "E102"), (b"%PDF-1.7", "E104"), ("Президент".encode("cp1251"), "E103"), (None, "E101")],
    ids=["empty", "binary", "encoding", "missing"],
)
def test_a_bad_article(timeline: Timeline, folder: Path, content: bytes | None, code: str) -> None:
    if content is not None:
        (folder / "bad.txt").write_bytes(content)
    result = timeline("ingest", "bad.txt", "--published", "2025-10-16")
    assert result.exit_code == 3
    assert f"bad.txt: error {code}" in result.stderr
    assert not (folder / "data").exists()


def test_a_batch_goes_on(timeline: Timeline, folder: Path, article: Path) -> None:
    batch = folder / "batch"
    batch.mkdir()
    article.rename(batch / "b.txt")
    (batch / "a.txt").write_bytes(b"\x00")
    (batch / "c.md").write_text(
        "---\npublished: 2025-10-17\n---\nUne réunion se tiendra lundi à Paris.", encoding="utf-8"
    )
    result = timeline("ingest", "batch", "--published", "2025-10-16")
    assert result.exit_code == 1
    assert "a.txt: error E104" in result.stderr
    assert "2 articles read" in result.stderr
    assert "1 could not be read" in result.stderr
    assert len(json.loads(timeline("source", "list", "-O", "json").stdout)) == 2


def test_a_folder_without_articles(timeline: Timeline, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = timeline("ingest", "empty")
    assert result.exit_code == 2
    assert ".md, " in result.stderr


def test_what_is_piped_in(timeline: Timeline) -> None:
    result = timeline(
        "ingest", "-", "--published", "2025-10-16", "--url", "https://www.example.org/a", "-O", "json", typed=ARTICLE
    )
    assert json.loads(result.stdout)[0]["source"] == "www-example-org-2025-10-16"


def test_an_unknown_language(timeline: Timeline, folder: Path) -> None:
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    result = timeline("ingest", "a.txt", "--published", "2025-10-16")
    assert result.exit_code == 0
    assert "warning W501" in result.stderr
    assert "en, fr" in result.stderr
    assert len(json.loads(timeline("source", "list", "-O", "json").stdout)) == 1


@pytest.mark.usefixtures("article")
def test_a_dry_run(timeline: Timeline, folder: Path) -> None:
    result = timeline("ingest", "article.txt", "--published", "2025-10-16", "--dry-run")
    assert result.exit_code == 0
    assert "+events:" in result.stdout or "+  " in result.stdout
    assert "nothing was written" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["article.txt"]


@pytest.mark.usefixtures("article")
def test_a_broken_ledger_is_left_alone(timeline: Timeline, folder: Path) -> None:
    ledger = folder / "events.yaml"
    ledger.write_text("timeline: 1\nevents:\n  a: {title: [\n", encoding="utf-8")
    result = timeline("ingest", "article.txt", "--published", "2025-10-16")
    assert result.exit_code == 4
    assert "events.yaml:3" in result.stderr
    assert "E201" in result.stderr
    assert ledger.read_text(encoding="utf-8").endswith("[\n")
