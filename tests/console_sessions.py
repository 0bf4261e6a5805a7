"""Console sessions in the documentation: `$ command` lines and the output that must follow them, word for word.

A line that holds only `...` stands for any number of lines. A page is one session: its commands run in order in one
folder that holds the sample articles and the ledger of the story. `python -m tests.console_sessions PAGE...` writes the outputs anew; read the diff.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
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
    for part in ("articles", "sources"):
        shutil.copytree(root / "data" / part, folder / "data" / part)
    shutil.copy(root / "data" / "events.yaml", folder / "data" / "events.yaml")


def run(command: str, folder: Path) -> str:
    """Output and errors of one command line, as a pipe sees them (nothing is cut or coloured); line ends are those of the page."""
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
    return done.stdout.decode().replace("\r\n", "\n").rstrip("\n")


def matches(expected: str, actual: str) -> bool:
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"[ \t]*\n" for line in expected.split("\n")
    )
    return re.fullmatch(pattern, actual + "\n") is not None


def rewritten(page: str, folder: Path) -> str:
    """The page with what its commands print now."""

    def block(found: re.Match[str]) -> str:
        shown = []
        for part in re.split(r"^\$ ", found[1], flags=re.MULTILINE)[1:]:
            line = part.partition("\n")[0]
            output = run(line.split("   #")[0].strip(), folder)
            shown.append(f"$ {line}\n{output}\n" if output else f"$ {line}\n")
        return f"```console\n{''.join(shown)}```"

    return BLOCK.sub(block, page)


def main(pages: list[str]) -> None:
    for name in pages:
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder), Path(__file__).parent.parent)
            page = Path(name)
            page.write_text(rewritten(page.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
