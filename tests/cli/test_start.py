"""Starting costs little, and every command is found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline
from timeline.cli.main import load
from timeline.cli.table import COMMANDS

HEAVY = ("spacy", "plotly", "networkx", "dateparser", "pydantic", "icalendar", "yaml", "yaml_rs")
PROBE = """
import json, sys
from timeline.cli.main import app
try:
    app({words!r})
except SystemExit:
    pass
json.dump(sorted(sys.modules), sys.stderr)
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["-h"]], ids=str)
def test_help_and_version_load_nothing_heavy(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", PROBE.format(words=words)], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stderr))
    assert not loaded & set(HEAVY)
    assert not any(name.startswith("timeline.cli.commands.") for name in loaded)


def test_only_the_command_that_runs_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(words=["list", "--help"])], capture_output=True, text=True, check=True
    )
    loaded = {name for name in json.loads(done.stderr) if name.startswith("timeline.cli.commands.")}
    assert loaded == {"timeline.cli.commands.list"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there(name: str) -> None:
    command = load(name)
    assert command.name == name
    assert command.short_help == COMMANDS[name].summary


def test_help_names_every_command(timeline: Timeline) -> None:
    shown = timeline("--help").output
    assert not [name for name in COMMANDS if name not in shown]


def test_version(timeline: Timeline) -> None:
    assert timeline("--version").output == "timeline 0.1.0\n"


def test_a_misspelt_command(timeline: Timeline) -> None:
    result = timeline("upcomming")
    assert result.exit_code == 2
    assert "E602" in result.stderr
    assert "Did you mean 'upcoming'?" in result.stderr


def test_completion_knows_commands_and_options() -> None:
    def complete(line: str, word: int) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "timeline"],
            env={"_TIMELINE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(word)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()

    assert complete("timeline up", 1) == ["upcoming"]
    assert complete("timeline list --und", 2) == ["--undated"]
    assert complete("timeline actor al", 2) == ["alias"]


def test_completion_knows_the_ledger(story: Path) -> None:
    def complete(line: str, word: int) -> list[str]:
        environment = {"_TIMELINE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(word)}
        done = subprocess.run(
            [sys.executable, "-m", "timeline"], env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout.split()

    assert complete("timeline show su", 2) == ["summit"]
    assert complete("timeline list --actor vol", 3) == ["volodymyr-zelensky"]
    other = story.rename(story.with_name("other.yaml"))
    assert complete("timeline show su", 2) == []
    assert complete(f"timeline show -f {other.name} su", 4) == ["summit"]
