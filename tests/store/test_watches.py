"""Watches and marks beside the ledger: what a person wrote stays, what is wrong is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import LedgerError
from timeline.model.filter import Filter
from timeline.model.marks import Marks, Seen, Watch
from timeline.model.vocabulary import Stance
from timeline.store.beside import marks, watches

WRITTEN = """\
# ours
valmy: {place: Port Valmy, kind: [meeting, talks]}  # the port
pilots:
  actor: [the-pilots]
  said_by: an official
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "story.yaml"


def written(ledger: Path, text: str) -> Path:
    path = watches.path(ledger)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_blank_word_would_watch_everything(ledger: Path) -> None:
    path = written(ledger, 'all: {place: [""]}\n')
    found, findings = watches.load(ledger)
    assert found == {}
    assert [(finding.code, str(finding.where)) for finding in findings] == [("E206", f"{path}:1:15")]


def test_both_styles_are_read(ledger: Path) -> None:
    written(ledger, WRITTEN)
    found, findings = watches.load(ledger)
    assert findings == ()
    assert found["valmy"].filter == Filter(places=("Port Valmy",), kinds=("meeting", "talks"))
    assert found["pilots"].filter == Filter(actors=("the-pilots",), speakers=("an official",))


def test_adding_and_removing_touch_nothing_else(ledger: Path) -> None:
    path = written(ledger, WRITTEN)
    watches.save(ledger, Watch(name="yes: no", filter=Filter(tags=("a, b", "[c]"))))
    assert path.read_text(encoding="utf-8").startswith(WRITTEN)
    assert watches.load(ledger)[0]["yes: no"].filter == Filter(tags=("a, b", "[c]"))
    watches.remove(ledger, "yes: no")
    assert path.read_text(encoding="utf-8") == WRITTEN
    watches.save(ledger, Watch(name="valmy", filter=Filter(places=("Brimhaven",))))
    assert path.read_text(encoding="utf-8") == WRITTEN.replace(
        "{place: Port Valmy, kind: [meeting, talks]}", "{place: [Brimhaven]}"
    )
    watches.remove(ledger, "pilots")
    assert list(watches.load(ledger)[0]) == ["valmy"]
    watches.remove(ledger, "nobody")


def test_every_filter_comes_back(ledger: Path) -> None:
    whole = Filter.model_validate(
        {name: ("suggested",) if name == "judgements" else ("expected",) for name in watches.KEYS.values()}
    )
    watches.save(ledger, Watch(name="all", filter=whole))
    assert watches.load(ledger)[0]["all"].filter == whole


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: {plcae: x}\n", "E202", 1),
        ("b: {place: x}\na:\n  status: hapened\n", "E206", 3),
        ("a: budapest\n", "E206", 1),
        ("a: {place: [[x]]}\n", "E206", 1),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_is_read(ledger: Path, text: str, code: str, line: int) -> None:
    path = written(ledger, text + "whole: {place: x}\n")
    found, (finding,) = watches.load(ledger)
    assert "a" not in found
    assert "whole" in found
    assert finding.where is not None
    assert (finding.code, finding.where.file, finding.where.line) == (code, str(path), line)


@pytest.mark.parametrize("text", ["a: [\n", "- a\n", "a: b: c\n"])
def test_no_yaml(ledger: Path, text: str) -> None:
    path = written(ledger, text)
    with pytest.raises(LedgerError, match="E201"):
        watches.save(ledger, Watch(name="x", filter=Filter(places=("x",))))
    assert path.read_text(encoding="utf-8") == text


def test_marks_come_back(ledger: Path) -> None:
    seen = Seen(at="2031-03-05T20:00:00+01:00", day="2031-03-05", claims={"c1": Stance.SUGGESTED}, sources=("s",))
    marks.change(ledger, lambda known: known.model_copy(update={"seen": {"": seen}}))
    marks.change(ledger, lambda known: known.model_copy(update={"snoozed": {"talks": "2031-03-09"}}))
    assert marks.load(ledger) == (Marks(seen={"": seen}, snoozed={"talks": "2031-03-09"}), ())


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b'{"seen": 1}'])
def test_marks_that_are_no_longer_readable(ledger: Path, content: bytes) -> None:
    marks.change(ledger, lambda known: known)
    marks.path(ledger).write_bytes(content)
    found, (finding,) = marks.load(ledger)
    assert (found, finding.code) == (Marks(), "W215")
