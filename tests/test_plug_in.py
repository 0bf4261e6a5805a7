"""The package that the documentation shows is built, installed into a folder of its own, and found."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent / "docs" / "howto" / "add-an-exporter.md"
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


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pip put it: a folder, so that this environment stays as it is."""
    text = PAGE.read_text(encoding="utf-8").partition("## In a package of your own")[2]
    project, module = (re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)[0] for kind in ("toml", "python"))
    package = tmp_path_factory.mktemp("timeline-headlines")
    (package / "pyproject.toml").write_text(project, encoding="utf-8")
    (package / "timeline_headlines.py").write_text(module, encoding="utf-8")
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(folder), str(package)], check=True, capture_output=True)
    return folder


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
