"""Every command explains itself, and the page about them is what they say."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Timeline
from tests.cli.reference_page import Command, commands
from tests.docs_pages import DOCS, PAGES

ALL = list(commands())


@pytest.mark.parametrize("command", ALL, ids=[command.name for command in ALL])
def test_help_is_complete(command: Command) -> None:
    assert command.help
    assert command.help.splitlines()[0].endswith((".", ":", ","))
    for option in command.options:
        assert option.help.endswith("."), f"{command.name} {option.name}: {option.help!r}"
        assert option.help[0].isupper() or option.help[0].isdigit() or option.is_argument or "," in option.help


@pytest.mark.parametrize("command", ALL, ids=[command.name for command in ALL])
def test_examples_are_of_the_command(command: Command) -> None:
    assert command.examples
    assert all(f"timeline {command.name}" in example for example in command.examples)


@pytest.mark.parametrize("command", ALL, ids=[command.name for command in ALL])
def test_help_is_shown(timeline: Timeline, command: Command) -> None:
    result = timeline(*command.name.split(), "-h")
    assert result.exit_code == 0
    assert "--output-format" in result.stdout
    assert "Examples:" in result.stdout
    swallowed = [word for word in command.help.split() if word not in result.stdout]
    assert not swallowed, "the terminal takes [words] in small letters for a style"


def test_the_page_is_current() -> None:
    name = "reference/cli.md"
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: python -m tests.docs_pages"
