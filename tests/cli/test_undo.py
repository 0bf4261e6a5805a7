"""`undo` after every command that writes gives back the folder byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tests.cli.conftest import Timeline
from tests.cli.stories import STORY
from timeline.cli.main import app
from timeline.cli.table import COMMANDS

WRITING: Final[dict[str, tuple[str, ...]]] = {
    "accept": ("accept", "talks", "--why", "checked"),
    "reject": ("reject", "c000003"),
    "add": ("add", "Press conference", "--when", "2025-10-20", "--actor", "Ines Orban"),
    "claim": ("claim", "summit", "--when", "2025-10-30", "--source", "AFP", "--quote", "on 30 October"),
    "confirm": ("confirm", "council"),
    "postpone": ("postpone", "visit", "--to", "2025-10-24"),
    "cancel": ("cancel", "summit", "--note", "by telephone"),
    "deny": ("deny", "call"),
    "outcome": ("outcome", "visit", "happened"),
    "link": ("link", "talks", "after", "visit", "--gap", "2d"),
    "prefer": ("prefer", "c000002", "--because", "seen"),
    "edit": ("edit", "council", "--title", "Conseil", "--tag", "a", "--notes", "b: c"),
    "merge": ("merge", "council", "summit", "--why", "one"),
    "merge --apart": ("merge", "council", "summit", "--apart"),
    "actor add": ("actor", "add", "Ines Orban", "--kind", "person"),
    "actor alias": ("actor", "alias", "donald-trump", "Trump"),
    "actor merge": ("actor", "merge", "vladimir-putin", "donald-trump"),
    "actor split": ("actor", "split", "donald-trump", "c000001", "--name", "Eric Trump"),
    "source edit": ("source", "edit", "afp-2025-10-22", "--origin", "afp"),
    "saved add": ("saved", "add", "budapest", "--place", "Budapest"),
    "overdue": ("overdue", "--snooze", "visit", "3d", "--today", "2025-10-25"),
    "digest": ("digest", "--mark-seen"),
}
"""What a person can do to the story; each twice in a row must be possible, if only to be refused."""

ELSEWHERE: Final = {"ingest", "init", "split", "review", "undo", "verify", "import", "watch"}
"""Commands that write and are tested below or in `test_verifying.py`, or write as `ingest` does."""

READING: Final = {
    "extract", "tag", "when", "list", "upcoming", "show", "log", "diff", "bounds", "conflicts", "explain", "search", "graph",
    "export", "open", "lang", "check", "read",
}  # fmt: skip

ARTICLE: Final = """\
---
published: 2025-10-16
outlet: L'Estuaire
---
Le ministre Hugo Valmy doit recevoir vendredi à Nantes la maire Ines Orban.
"""


def files(folder: Path) -> dict[str, bytes]:
    """With what is kept for this folder alone, and without the machinery of locks and of undoing itself."""
    marks = folder / ".timeline" / "events.marks.json"
    found = [file for file in folder.rglob("*") if file.is_file() and ".timeline" not in file.parts]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in [*found, marks] if file.exists()}


@pytest.mark.parametrize("name", WRITING)
def test_each_command_is_taken_back(name: str, story: Path, timeline: Timeline) -> None:
    before = files(story.parent)
    result = timeline(*WRITING[name], "-f", str(story))
    assert result.exit_code in {0, 1}, result.stderr
    assert files(story.parent) != before
    taken = timeline("undo", "-f", str(story), "-O", "json")
    assert taken.exit_code == 0
    assert json.loads(taken.stdout)["command"].startswith(f"timeline {name.split(maxsplit=1)[0]}")
    assert files(story.parent) == before


def test_every_command_is_among_them() -> None:
    """A new command that writes is taken back too; one that does not says so here."""
    named = {name.split()[0] for name in WRITING} | ELSEWHERE | READING
    unknown = set(COMMANDS) - named
    assert not unknown, "does one of them write? Then put it into WRITING, else into READING"


def test_reading_articles_is_taken_back(folder: Path, timeline: Timeline) -> None:
    """The ledger was not there before; nor the folder of texts."""
    for name, day in (("one", 16), ("two", 17)):
        (folder / f"{name}.txt").write_text(ARTICLE.replace("-16", f"-{day}").replace("Nantes", name), encoding="utf-8")
    before = files(folder)
    assert timeline("ingest", "one.txt", "--lang", "fr").exit_code == 0
    middle = files(folder)
    assert any(name.startswith("data/sources/") for name in middle)
    assert timeline("ingest", "two.txt", "one.txt", "--lang", "fr").exit_code == 0
    assert timeline("undo").exit_code == 0
    assert files(folder) == middle
    assert timeline("undo").exit_code == 0
    assert files(folder) == before


def test_init_is_taken_back(folder: Path, timeline: Timeline) -> None:
    assert timeline("init").exit_code == 0
    assert timeline("undo").exit_code == 0
    assert files(folder) == {}


def test_split_and_its_undo(story: Path, timeline: Timeline) -> None:
    timeline("claim", "summit", "--when", "2025-11-30", "-f", str(story))
    before = files(story.parent)
    result = timeline("split", "summit", "c000004", "--title", "Another", "--why", "other days", "-f", str(story))
    assert result.exit_code == 0
    added = set(story.read_text(encoding="utf-8").splitlines()) - set(before["events.yaml"].decode().splitlines())
    told = ("  another:", "    title: Another", "    kind: summit", "filed: {under: another, who: desk, at: ")
    assert all(any(words in line for words in told) for line in added), "the new event, and a mark on the claim"
    timeline("undo", "-f", str(story))
    assert files(story.parent) == before


def test_nothing_to_undo(story: Path, timeline: Timeline) -> None:
    result = timeline("undo", "-f", str(story))
    assert result.exit_code == 2
    assert "nothing to undo" in result.stderr
    assert timeline("undo", "--list", "-f", str(story)).stdout == "nothing to undo\n"


def test_a_dry_run_shows_the_difference(story: Path, timeline: Timeline) -> None:
    timeline("edit", "council", "--title", "Conseil", "-f", str(story))
    before = files(story.parent)
    result = timeline("undo", "--dry-run", "-f", str(story))
    assert "-    title: Conseil\n" in result.stdout
    assert "+    title: Conseil européen\n" in result.stdout
    assert files(story.parent) == before


def test_lines_edited_since_are_named(story: Path, timeline: Timeline) -> None:
    timeline("edit", "council", "--title", "Conseil", "-f", str(story))
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("title: Conseil", "title: Le Conseil"), encoding="utf-8")
    line = text[: text.index("title: Conseil\n")].count("\n") + 1
    result = timeline("undo", "-f", str(story))
    assert result.exit_code == 5
    assert f"{story}:{line}: error E216" in result.stderr


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(WRITING)), min_size=1, max_size=5))
def test_any_row_of_commands_is_taken_back(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    folder = tmp_path_factory.mktemp("row")
    story, runner = folder / "events.yaml", CliRunner()
    story.write_text(STORY, encoding="utf-8")
    states = []
    for name in names:
        before = files(folder)
        runner.invoke(app, [*WRITING[name], "-f", str(story)])
        if files(folder) != before:
            states.append(before)
    for state in reversed(states):
        assert runner.invoke(app, ["undo", "-f", str(story)]).exit_code == 0
        assert files(folder) == state
    assert runner.invoke(app, ["undo", "-f", str(story)]).exit_code == 2
