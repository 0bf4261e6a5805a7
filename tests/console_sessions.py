"""Console sessions in the documentation: `$ command` lines and the output that must follow them, word for word.

A line that holds only `...` stands for any number of lines. A page is one session: its commands run in order in one
folder that holds the sample articles.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    command: str
    expected: str


def steps(page: str) -> Iterator[Step]:
    """The commands of a page with the output shown under each."""
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            yield Step(command.split("   #")[0].strip(), expected.rstrip("\n"))


def prepare(folder: Path, root: Path) -> None:
    shutil.copytree(root / "data" / "articles", folder / "data" / "articles")


def run(command: str, folder: Path) -> str:
    """Output and errors of one command line, as a pipe sees them (nothing is cut or coloured)."""
    environment = {key: value for key, value in os.environ.items() if key != "TIMELINE_FILE"}
    tools = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**environment, "PATH": f"{tools}{os.pathsep}{environment.get('PATH', '')}", "OMP_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode().rstrip("\n")


def matches(expected: str, actual: str) -> bool:
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"[ \t]*\n" for line in expected.split("\n")
    )
    return re.fullmatch(pattern, actual + "\n") is not None
