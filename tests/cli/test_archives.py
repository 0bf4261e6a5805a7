"""ingest of archives: what is kept, the report, going on after a kill, and archives that are broken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Timeline
from tests.ingest import archives
from timeline.text import parsers


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where no model is installed."""
    monkeypatch.setattr(parsers, "MODELS", {})


def report(timeline: Timeline, *words: str, code: int = 0) -> dict[tuple[str, str], int]:
    result = timeline("ingest", *words, "-O", "json")
    assert result.exit_code == code, result.output
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return {(row["outcome"], row["why"]): row["pages"] for row in rows}


def urls(timeline: Timeline) -> list[str]:
    return sorted(source["url"] for source in json.loads(timeline("source", "list", "-O", "json").stdout))


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_what_is_kept_and_what_is_not(timeline: Timeline, folder: Path, name: str) -> None:
    archives.write(folder / name, 7, odd=True)
    assert report(timeline, name) == {
        ("read", ""): 4,
        ("silent", ""): 3,
        ("skipped", "answered 404"): 1,
        ("skipped", "image/png, no page"): 1,
        ("skipped", "E115"): 1,
        ("skipped", "E105"): 1,
        ("skipped", "W501 de"): 1,
    }
    assert urls(timeline) == [f"https://news.example/{number}" for number in (1, 2, 4, 5)]


def test_the_report_on_paper(timeline: Timeline, folder: Path) -> None:
    archives.write(folder / "a.warc.gz", 2, odd=True)
    told = timeline("ingest", "a.warc.gz").stdout
    assert "no article on the page" in told
    assert "language has no pack: de" in told


def test_a_second_time_nothing_is_read(timeline: Timeline, folder: Path) -> None:
    archives.write(folder / "a.warc.gz", 3)
    first = report(timeline, "a.warc.gz")
    ledger = (folder / "data" / "events.yaml").read_bytes()
    again = timeline("ingest", "a.warc.gz")
    assert "read whole before" in again.stderr
    assert report(timeline, "a.warc.gz") == first
    assert (folder / "data" / "events.yaml").read_bytes() == ledger
    assert report(timeline, "a.warc.gz", "--replace")["known", ""] == 2


def test_an_archive_that_breaks_off_is_read_up_to_there(timeline: Timeline, folder: Path) -> None:
    whole = archives.write(folder / "a.warc.gz", 6).read_bytes()
    (folder / "a.warc.gz").write_bytes(whole[:-400])
    result = timeline("ingest", "a.warc.gz", "-O", "json")
    assert result.exit_code == 1
    assert "E120" in result.stderr
    assert len(urls(timeline)) == 3
    (folder / "b.warc").write_bytes(b"no archive at all")
    assert "E120" in timeline("ingest", "b.warc").stderr


def test_what_cannot_be_asked(timeline: Timeline, folder: Path) -> None:
    archives.write(folder / "a.warc.gz", 1)
    (folder / "a.txt").write_text("words", encoding="utf-8")
    assert timeline("ingest", "a.warc.gz", "a.txt").exit_code == 2
    assert timeline("ingest", "a.warc.gz", "--dry-run").exit_code == 2
    assert timeline("ingest", "missing.warc.gz").exit_code == 3


def test_a_manifest_that_was_cut_off(timeline: Timeline, folder: Path) -> None:
    archives.write(folder / "a.warc.gz", 5)
    first = report(timeline, "a.warc.gz")
    (manifest,) = (folder / "data" / ".timeline" / "events.archives").iterdir()
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:3]) + lines[3][:9])
    result = timeline("ingest", "a.warc.gz", "-O", "json")
    assert "going on at byte" in result.stderr
    counts = {row["outcome"]: row["pages"] for row in json.loads(result.stdout)}
    assert sum(counts.values()) == sum(first.values()) == 5
    assert manifest.read_bytes().count(b"news.example") == 5
    manifest.write_bytes(b"")
    assert report(timeline, "a.warc.gz")["known", ""] == 3


def process(folder: Path, *more: str) -> subprocess.Popen[str]:
    line = [sys.executable, "-m", "timeline", "ingest", "a.warc.gz", *more]
    return subprocess.Popen(line, cwd=folder, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_in_the_middle_it_goes_on(timeline: Timeline, folder: Path) -> None:
    archives.write(folder / "a.warc.gz", 240)
    killed = process(folder, "--lang", "fr")
    manifests = folder / "data" / ".timeline" / "events.archives"
    for _ in range(1200):
        if manifests.is_dir() and any(path.stat().st_size > 2000 for path in manifests.iterdir()):
            break
        time.sleep(0.05)
    killed.kill()
    killed.communicate()
    (manifest,) = manifests.glob("*.jsonl")
    before = manifest.read_bytes().count(b"news.example")
    assert 0 < before < 240
    result = timeline("ingest", "a.warc.gz", "--lang", "fr", "-O", "json")
    assert result.exit_code == 0
    assert "going on at byte" in result.stderr
    assert sum(row["pages"] for row in json.loads(result.stdout)) == 240
    assert urls(timeline) == sorted(f"https://news.example/{number}" for number in range(240) if number % 3)


def test_shared_among_processes(timeline: Timeline, folder: Path) -> None:
    archives.write(folder / "a.warc.gz", 40)
    running = process(folder, "--jobs", "2", "-O", "json")
    out, err = running.communicate(timeout=120)
    assert running.returncode == 0, err
    assert sum(row["pages"] for row in json.loads(out)) == 40
    assert len(urls(timeline)) == 26
