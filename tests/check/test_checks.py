"""Every code of the story has ledgers that make it fire and ledgers that leave it silent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fold.stories import cases, story
from timeline.check.run import check
from timeline.diagnostics import CODES, Diagnostic
from timeline.errors import LedgerError, UsageError
from timeline.registry import TABLES, find

CODES_OF_THE_STORY = [code for code in CODES if code[1] == "4"]


def found(told: dict[str, Any], code: str) -> tuple[Diagnostic, ...]:
    texts = told.get("texts")
    read_text = texts.__getitem__ if texts is not None else None
    before = story(told["before"]) if "before" in told else None
    return check(story(told), today=told.get("today", "2025-10-17"), read_text=read_text, before=before, only={code})


@pytest.mark.parametrize("code", CODES_OF_THE_STORY)
def test_fires(code: str) -> None:
    for told in cases(f"check/cases/{code}-fires.yaml"):
        (finding,) = found(told, code)
        expect = told["expect"]
        assert expect["says"] in finding.message
        assert finding.where is not None
        assert expect.get("where", finding.where.file) == finding.where.file
        assert finding.where.kind in {"claim", "event", "source", "actor"}, "else nobody finds its line"


@pytest.mark.parametrize("code", CODES_OF_THE_STORY)
def test_is_silent(code: str) -> None:
    for told in cases(f"check/cases/{code}-silent.yaml"):
        assert not found(told, code)


def test_no_case_without_a_code() -> None:
    files = sorted(Path(__file__).parent.glob("cases/*.yaml"))
    assert [file.stem for file in files] == sorted(
        f"{code}-{way}" for code in CODES_OF_THE_STORY for way in ("fires", "silent")
    )


def test_every_check_is_registered_and_loads() -> None:
    for name in TABLES["checks"]:
        assert callable(find("checks", name))
    package = Path(__file__).parents[2] / "timeline" / "check"
    modules = {f"timeline.check.{file.stem}:check" for file in package.glob("*.py")}
    machinery = {f"timeline.check.{name}:check" for name in ("__init__", "pairs", "run", "subject")}
    assert modules - machinery == set(TABLES["checks"].values())


def test_the_gravest_come_first() -> None:
    told = {
        "actors": {"ann": "Ann"},
        "events": {
            "b": {"claims": [{"relations": [{"before": "a"}]}]},
            "a": {"kind": "quidditch", "claims": [{"relations": [{"before": "b"}]}]},
            "c": {},
        },
    }
    assert [finding.code for finding in check(story(told), today="2025-10-17")] == [
        "E406", "W401", "W407", "I405", "I417", "I417",
    ]  # fmt: skip


def test_a_text_that_cannot_be_read_is_reported_once() -> None:
    def read_text(sha256: str) -> str:
        raise LedgerError(f"sources/{sha256}.txt is missing")

    told = {
        "sources": {"wire": {"published": "2025-10-17", "text": "aa"}},
        "claims": [{"source": "wire", "quote": "one"}, {"source": "wire", "quote": "two"}],
    }
    (finding,) = check(story(told), today="2025-10-17", read_text=read_text, only={"E212"})
    assert (finding.code, finding.message) == ("E212", "sources/aa.txt is missing")


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UsageError, match="W999"):
        check(story({}), today="2025-10-17", only={"W999"})
