"""Real processes: what a terminal sees, what a pipe sees, and how a run ends."""

from __future__ import annotations

import io
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

import pytest
from rich.console import Console

from timeline.cli.shown import terminal
from timeline.cli.shown.answer import Column, table

TIMELINE = [sys.executable, "-m", "timeline"]
COLUMNS = 80
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
LONG = """\
timeline: 1
timezone: Europe/Paris
events:
  a-very-long-id-that-is-made-of-a-very-long-title:
    title: Une conférence de presse dont le titre est si long qu'il ne tient sur aucune ligne de terminal d'aucun journaliste
    claims:
      - source: desk
        says: did_not_occur
        when: "[2025-10-28..2025-11-26]"
        place: Sainte-Marie-aux-Mines-et-ses-environs-immédiats
        quote: "une phrase entière, avec sa ponctuation, qui se poursuit assez longtemps pour dépasser la largeur de tout écran"
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")


def on_terminal(words: list[str], folder: Path, **environment: str) -> str:
    """What a terminal of 80 columns shows."""
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", **environment}
    for name in ("COLUMNS", "LINES"):
        env.pop(name, None)
    process = subprocess.Popen(
        [*TIMELINE, *words], cwd=folder, stdin=follower, stdout=follower, stderr=follower, env=env
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other end is gone
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert process.wait(30) in {0, 1}
    return shown.decode().replace("\r\n", "\n")


def piped(words: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*TIMELINE, *words], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


ANSWERS = {
    "list": ["list"],
    "upcoming": ["upcoming", "--today", "2025-10-17"],
    "show": ["show", "visit"],
    "show long": ["show", "conférence", "-f", "long.yaml"],
    "list long": ["list", "-f", "long.yaml"],
    "actors": ["actor", "list"],
    "sources": ["source", "list"],
    "graph": ["graph", "--actor", "Trump"],
    "check": ["check"],
    "when": ["when", "la semaine prochaine", "--published", "2025-10-17", "--explain"],
}


@pytest.fixture(autouse=True)
def _long(story: Path) -> None:
    story.with_name("long.yaml").write_text(LONG, encoding="utf-8")


@pytest.mark.parametrize("words", ANSWERS.values(), ids=ANSWERS)
def test_tables_fit_a_terminal(words: list[str], folder: Path) -> None:
    shown = ESCAPE.sub("", on_terminal(words, folder))
    assert shown.strip()
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= COLUMNS


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"narrow": 5, "wide": 20, "other": 15}, [5, 20, 15]),
        ({"narrow": 60, "wide": 60, "other": 15}, [25, 36, 15]),
        ({"narrow": 35, "wide": 90, "other": 9}, [26, 41, 9]),
        ({"narrow": 200, "wide": 5, "other": 200}, [35, 5, 36]),
    ],
    ids=["all fits", "two are long", "dates of a list", "none is wide"],
)
def test_columns_share_the_room_that_is_short(cells: dict[str, int], expected: list[int]) -> None:
    columns = (Column("narrow", ""), Column("wide", "", wide=True), Column("other", ""))
    screen = io.StringIO()
    row = {key: "x" * length for key, length in cells.items()}
    terminal.show(Console(file=screen, width=COLUMNS), table(columns, [row], None))
    first = screen.getvalue().splitlines()[1]
    assert [len(cell) for cell in first.split()] == expected


def test_a_terminal_is_coloured_unless_it_must_not_be(folder: Path) -> None:
    assert ESCAPE.search(on_terminal(["list"], folder))
    assert not re.search(r"\x1b\[3\dm", on_terminal(["list"], folder, NO_COLOR="1"))
    assert not re.search(r"\x1b\[3\dm", on_terminal(["list", "--no-color"], folder))


def test_a_pipe_gets_everything_plain(folder: Path) -> None:
    done = piped(["show", "conférence", "-f", "long.yaml"], folder, COLUMNS="40", FORCE_COLOR="")
    assert (
        "une phrase entière, avec sa ponctuation, qui se poursuit assez longtemps pour dépasser la largeur de tout écran"
        in done.stdout
    )
    assert "\x1b" not in done.stdout
    row = piped(["list", "-f", "long.yaml"], folder, COLUMNS="40").stdout.splitlines()[1]
    assert row.startswith("some day 28 Oct – 26 Nov 2025")
    assert row.endswith("a-very-long-id-that-is-made-of-a-very-long-title")


@pytest.mark.parametrize(
    "words", [["list", "-O", "jsonl"], ["--help"], ["list", "--help"], ["export", "html"]], ids=str
)
def test_a_reader_that_leaves_is_no_error(words: list[str], folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    process = subprocess.Popen([*TIMELINE, *words], cwd=folder, stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


def test_an_article_cannot_take_over_the_terminal(story: Path, folder: Path) -> None:
    text = story.read_text(encoding="utf-8").replace(
        "title: Trump reçoit Zelensky", 'title: "Trump \\e]0;owned\\a\\e[31m reçoit"'
    )
    story.write_text(text, encoding="utf-8")
    for shown in (on_terminal(["list", "--no-color"], folder), piped(["list"], folder).stdout):
        assert "]0;owned" in shown
        assert "\x1b" not in ESCAPE.sub("", shown)
        assert "\x1b[31m" not in shown


def test_head_reads_one_line(folder: Path) -> None:
    command = f"set -o pipefail; {sys.executable} -m timeline list -O json | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is of Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["list"], ["list", "-O", "json"], ["tag", "rows.jsonl"]], ids=str)
def test_a_full_disk_behind_the_output(words: list[str], unbuffered: str, folder: Path) -> None:
    (folder / "rows.jsonl").write_text('{"id": 1, "lang": "en", "text": "He left in 2020."}', encoding="utf-8")
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*TIMELINE, *words], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=env
        )
    assert done.returncode == 7
    assert "E601" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("words", "code"), [(["list"], 0), (["--help"], 0), (["lst"], 2)], ids=str)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_streams_that_are_closed(words: list[str], code: int, closed: str, folder: Path) -> None:
    command = f"{sys.executable} -m timeline {' '.join(words)} {closed}"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_a_part_that_is_not_installed(folder: Path) -> None:
    folder.joinpath("xlsxwriter.py").write_text("raise ModuleNotFoundError(\"No module named 'xlsxwriter'\")")
    done = piped(["export", "xlsx", "-o", "story.xlsx"], folder, PYTHONPATH=str(folder))
    assert (done.returncode, done.stdout) == (6, "")
    assert "error E503" in done.stderr
    assert "xlsx" in done.stderr
    assert not folder.joinpath("story.xlsx").exists()


def test_help_fills_its_lines(folder: Path) -> None:
    lines = [line.strip() for line in piped(["show", "--help"], folder, COLUMNS="80").stdout.splitlines()]
    assert "they were read as, the rule that read them, and where the desk stands on it." in lines


def test_an_interrupted_run_exits_with_130(folder: Path) -> None:
    process = subprocess.Popen(
        [*TIMELINE, "ingest", "-", "--published", "2025-10-17"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509  # no threads here
    )
    assert process.stdin is not None
    process.stdin.write("waits for more")
    process.stdin.flush()
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(3)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert [path.name for path in sorted(folder.iterdir())] == ["events.yaml", "long.yaml"]
