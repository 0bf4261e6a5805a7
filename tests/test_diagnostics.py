"""Codes are well formed, documented, and the only ones the package uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs_pages import DOCS, PAGES, SUBJECTS
from timeline.diagnostics import CODES, Code, Diagnostic, Severity, Where

PACKAGE = Path(__file__).parent.parent / "timeline"
LETTERS = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}


@pytest.mark.parametrize(("code", "row"), CODES.items(), ids=CODES)
def test_codes_are_well_formed(code: str, row: Code) -> None:
    assert re.fullmatch(r"[EWI]\d{3}", code)
    assert row.severity is LETTERS[code[0]]
    assert code[1] in SUBJECTS
    for words in (row.title, row.next_step):
        assert words
        assert words == words.strip().removesuffix(".")
        assert words[0].islower(), f"{code}: {words!r} stands inside a sentence"


def test_a_number_is_used_once() -> None:
    """E and W may not share a number, or searching for it finds two meanings."""
    numbers = [code[1:] for code in CODES]
    assert len(numbers) == len(set(numbers))


def test_titles_tell_codes_apart() -> None:
    titles = [row.title for row in CODES.values()]
    assert len(titles) == len(set(titles))


def test_codes_stand_in_order() -> None:
    assert list(CODES) == sorted(CODES, key=lambda code: code[1:])


def used() -> dict[str, list[str]]:
    """Each code that the package names outside the table, and the files that name it."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name != "diagnostics.py":
            for code in re.findall(r"""["']([EWI]\d{3})["']""", path.read_text(encoding="utf-8")):
                found.setdefault(code, []).append(path.relative_to(PACKAGE).as_posix())
    return found


def test_only_codes_of_the_table_are_used() -> None:
    assert not {code: files for code, files in used().items() if code not in CODES}


def test_every_code_is_used() -> None:
    assert not sorted(set(CODES) - set(used())), "remove the row, or report what it stands for"


@pytest.mark.parametrize(
    ("where", "text"),
    [
        (Where("data/events.yaml"), "data/events.yaml"),
        (Where("data/events.yaml", 12), "data/events.yaml:12"),
        (Where("data/events.yaml", 12, 5), "data/events.yaml:12:5"),
        (Where("c7f3a1"), "c7f3a1"),
    ],
)
def test_places_read_like_those_of_other_tools(where: Where, text: str) -> None:
    assert str(where) == text


def test_a_diagnostic_says_what_and_what_next() -> None:
    found = Diagnostic("W107", "no claim found in 'note.txt'")
    assert found.severity is Severity.WARNING
    assert found.next_step == CODES["W107"].next_step
    assert found.render() == f"warning W107: no claim found in 'note.txt'\n  next: {CODES['W107'].next_step}"


def test_a_hint_takes_the_place_of_the_next_step() -> None:
    found = Diagnostic("E202", "unknown key 'titel'", Where("data/events.yaml", 3, 5), "did you mean 'title'?")
    assert found.render() == ("data/events.yaml:3:5: error E202: unknown key 'titel'\n  next: did you mean 'title'?")


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_fresh(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: python -m tests.docs_pages"


def test_what_files_are_called_neither_ends_a_line_nor_steers_the_terminal() -> None:
    told = Diagnostic("E101", "no such file\nas \x1b[31mthis", Where("a\nb\x1b[2J.txt", 3)).render()
    assert told.startswith("a\\nb\\x1b[2J.txt:3: error E101: no such file\nas \\x1b[31mthis\n  next: ")
    assert "\x1b" not in told
