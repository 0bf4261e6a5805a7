"""A folder with a ledger in it, and the command line without starting a process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.stories import STORY
from timeline.cli.main import app

Timeline = Callable[..., Result]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, and nothing of the machine's own settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("TIMELINE_FILE", "NO_COLOR", "FORCE_COLOR", "TZ"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def story(folder: Path) -> Path:
    path = folder / "events.yaml"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def timeline() -> Timeline:
    """Runs a command line: `timeline("list", "--undated")`."""
    runner = CliRunner()

    def run(*words: str, typed: str | None = None) -> Result:
        return runner.invoke(app, list(words), input=typed, catch_exceptions=False)

    return run
