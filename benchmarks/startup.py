"""`timeline --help` against the `--help` of an empty typer app with as many commands. Goal: at most 1.5 times."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from pairs import Ratio, command_cost, compare

from timeline.cli.table import COMMANDS

EMPTY_APP = """
import typer

app = typer.Typer()

def command(number: int) -> None:
    def run() -> None:
        \"\"\"Does nothing.\"\"\"
    app.command(name=f"command-{number}")(run)

for number in range(%d):
    command(number)

app()
"""


def run() -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY_APP % len(COMMANDS), encoding="utf-8")
        ours = command_cost([sys.executable, "-m", "timeline", "--help"])
        peer = command_cost([sys.executable, str(empty), "--help"])
        return [compare("timeline --help / empty typer app", 1.5, ours, peer, rounds=15)]
