"""The package that the documentation shows is built, installed into a folder of its own, and found."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOWTO = Path(__file__).parent.parent / "docs" / "howto"
LEDGER = """timeline: 1
timezone: Europe/Paris
events:
  fair:
    title: A fair in Lyon
    claims:
      - {source: desk, says: expected, when: {edtf: "2025-12-05"}}
  snow:
    title: Snow
    claims:
      - {source: desk, says: possible}
"""


def install(tmp_path_factory: pytest.TempPathFactory, page: str, module: str) -> Path:
    """Where pip put the package of a page: a folder, so that this environment stays as it is."""
    text = (HOWTO / page).read_text(encoding="utf-8").partition("## In a package of your own")[2]
    project, code = (re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)[0] for kind in ("toml", "python"))
    package = tmp_path_factory.mktemp(module)
    (package / "pyproject.toml").write_text(project, encoding="utf-8")
    (package / f"{module}.py").write_text(code, encoding="utf-8")
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(folder), str(package)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory, "add-an-exporter.md", "timeline_headlines")


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory, "add-a-reader.md", "timeline_ticker")


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "timeline", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)


def test_an_exporter_and_an_importer_of_another_package(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(LEDGER, encoding="utf-8")
    done = run(installed, tmp_path, "export", "headlines", "-f", "one.yaml", "-o", "story.txt")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == "2025-12-05 A fair in Lyon\n"
    assert "1 event without a date: not among the headlines: Snow" in done.stderr
    run(installed, tmp_path, "import", "story.txt", "--format", "headlines", "-f", "two.yaml", "--today", "2025-10-18")
    events = json.loads(run(installed, tmp_path, "list", "-f", "two.yaml", "-O", "json").stdout)
    assert [(event["title"], event["when"]) for event in events] == [("A fair in Lyon", "2025-12-05")]


def test_a_reader_and_a_collection_of_another_package(reading: Path, tmp_path: Path) -> None:
    message = "2025-10-17\nHarbour to reopen\nThe harbour of Valmer will reopen in May, the mayor said.\n"
    (tmp_path / "a.ticker").write_text(message, encoding="utf-8")
    (tmp_path / "b.tape").write_text(f"{message}-----\n2025-10-18\n-----\n{message}", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(reading), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "timeline", "read", "a.ticker", "b.tape", "-O", "jsonl"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    first, *tape = map(json.loads, done.stdout.splitlines())
    assert (first["title"], first["published"], first["signal"]) == ("Harbour to reopen", "2025-10-17", "meta")
    assert [one["source"] for one in tape] == ["b.tape:1", "b.tape:2", "b.tape:3"]
    assert [[found["code"] for found in one["diagnostics"]] for one in tape] == [[], ["E102"], []]
    run(reading, tmp_path, "ingest", "a.ticker", "-f", "one.yaml")
    assert "Harbour to reopen" in (tmp_path / "one.yaml").read_text(encoding="utf-8")
