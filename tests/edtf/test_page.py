"""The page on dates: what it says is read is read, what it says is refused is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.edtf.bounds import MARGINS
from timeline.edtf.parse import EdtfError, parse

PAGE = (Path(__file__).parent.parent.parent / "docs" / "concepts" / "edtf.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


EXAMPLES = [text for line in section("What is read").splitlines() if line.startswith("|") for text in quoted(line)]


@pytest.mark.parametrize("text", EXAMPLES + quoted(section("Window or span").split("In a file")[0]))
def test_what_the_page_calls_read_is_read(text: str) -> None:
    assert parse(text)


@pytest.mark.parametrize("text", ["2025-10-20..2025-10-26", "17/10/2025"])
def test_what_the_page_calls_refused_is_refused(text: str) -> None:
    assert text in section("What is read")
    with pytest.raises(EdtfError):
        parse(text)


def test_the_page_states_the_margins() -> None:
    stated = {
        "century": (1200, 0),
        "decade": (120, 0),
        "year": (12, 0),
        "month": (1, 0),
        "day": (0, 3),
        "minute": (0, 0),
        "second": (0, 0),
    }
    assert stated == MARGINS
    assert all(precision in section("Bounds") for precision in stated)
    assert "| day | 3 days |" in section("Bounds")
