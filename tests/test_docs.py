"""The documentation says what is true: links lead somewhere, commands exist, sessions print what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import console_sessions
from timeline.cli.table import COMMANDS
from timeline.diagnostics import CODES
from timeline.registry import TABLES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md"])
SESSIONS = sorted(
    page.relative_to(DOCS).as_posix()
    for page in DOCS.rglob("*.md")
    if "```console\n" in page.read_text(encoding="utf-8")
)
TUTORIAL = "tutorial/october-2025.md"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{name_of(page)} links to {target}"


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    decisions = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    for page in DOCS.rglob("*.md"):
        if page.parent.name == "decisions" and page.name != "README.md":
            assert f"]({page.name})" in decisions, f"{name_of(page)} is not listed among the decisions"
        elif page.name != "index.md":
            assert f"]({page.relative_to(DOCS).as_posix()})" in index, f"{name_of(page)} is not in the index"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_exist(page: Path) -> None:
    called = re.findall(r"(?:^\$ |`|&& )timeline ([a-z]+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(called) <= set(COMMANDS), f"{name_of(page)} calls {sorted(set(called) - set(COMMANDS))}"


def test_every_command_is_documented() -> None:
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    assert not [name for name in COMMANDS if f"timeline {name}" not in page]


def test_every_command_is_shown_where_somebody_needs_it() -> None:
    """A reference answers those who know what they look for; the other pages must lead there."""
    pages = [page for page in PAGES if page.name not in {"cli.md", "changelog.md"}]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert not [name for name in COMMANDS if not re.search(rf"timeline {name}\b", text)]


def test_every_importer_is_documented() -> None:
    page = (DOCS / "reference" / "importers.md").read_text(encoding="utf-8")
    assert not [name for name in TABLES["importers"] if f"`{name}`" not in page]


def test_every_code_is_documented() -> None:
    page = (DOCS / "reference" / "diagnostics.md").read_text(encoding="utf-8")
    assert not [code for code in CODES if code not in page]


def test_every_exporter_is_documented() -> None:
    page = (DOCS / "reference" / "exporters.md").read_text(encoding="utf-8")
    assert not [name for name in TABLES["exporters"] if f"`{name}`" not in page]


@pytest.mark.model
@pytest.mark.parametrize("name", SESSIONS)
def test_sessions_print_what_they_show(name: str, tmp_path: Path) -> None:
    console_sessions.prepare(tmp_path, ROOT)
    for step in console_sessions.steps((DOCS / name).read_text(encoding="utf-8")):
        actual = console_sessions.run(step.command, tmp_path)
        assert console_sessions.matches(step.expected, actual), f"$ {step.command}\n{actual}"


def test_the_tutorial_asks_every_question() -> None:
    steps = console_sessions.steps((DOCS / TUTORIAL).read_text(encoding="utf-8"))
    asked = {word for step in steps for word in re.findall(r"timeline ([a-z]+)", step.command)}
    assert asked >= {
        "upcoming", "show", "diff", "bounds", "link", "conflicts", "log", "digest", "verify", "prefer", "overdue", "outcome",
        "check", "graph", "export", "undo",
    }  # fmt: skip


def test_the_tutorial_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    console_sessions.prepare(tmp_path, ROOT)
    ledger = tmp_path / "data" / "events.yaml"
    before = ledger.read_bytes()
    written = set()
    for step in console_sessions.steps((DOCS / TUTORIAL).read_text(encoding="utf-8")):
        if re.search(r"timeline (add|link|prefer|outcome|undo)", step.command):
            console_sessions.run(step.command, tmp_path)
            written.add(ledger.read_bytes())
    assert len(written) == 6, "five states on the way, and the first one again"
    assert ledger.read_bytes() == before


def test_readme_has_two_blocks() -> None:
    """`.ci/run` runs them by number."""
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("```sh\n") == 2


def test_every_setting_is_documented() -> None:
    """Every variable of the environment that the program reads."""
    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "timeline").rglob("*.py"))
    read = set(re.findall(r"""(?:environ(?:\.get)?[(\[]|getenv\(|envvar=)\s*["']([A-Z_]+)["']""", code))
    read |= set(re.findall(r'"(TIMELINE_[A-Z_]+)"', code))
    assert {"TIMELINE_FILE", "NO_COLOR"} <= read
    assert not sorted(name for name in read if f"`{name}`" not in page)
