"""`undo` gives back what the last command found, byte for byte, whatever it wrote and whatever was edited meanwhile."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.ledger_strategies import additions, ledgers
from timeline.errors import ConflictError, LedgerError, UsageError
from timeline.model.change import AddAlias, AddClaim, AddEvent, AddSource, Change, EditEvent, Judge
from timeline.model.command import Command
from timeline.model.ledger import Claim, Event, Judgement, Ledger, Source
from timeline.model.vocabulary import Stance
from timeline.store.history import line_changes
from timeline.store.history.undoing import commands, undo
from timeline.store.yaml_ledger import YamlStore

LEDGER = """\
timeline: 1
sources:
  wire: {published: "2025-10-17"}
actors:
  ann: {name: Ann}
events:
  talks:   # the first
    title: Talks
    claims:
      - {id: c1, source: wire, says: expected}
  vote:
    title: Vote
    claims:
      - {id: c2, source: wire, says: expected}
"""
CLAIM = AddClaim(event="talks", claim=Claim(id="c3", source="wire", quote="they meet"))
TITLE = EditEvent(event="vote", title="The vote")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_bytes(LEDGER.encode())
    return path


def write(path: Path, key: str, *changes: Change) -> Ledger:
    return YamlStore(path, command=Command(key=key, words=f"timeline {key}", at="2025-11-22T09:00")).apply(changes)


def files(path: Path) -> dict[str, bytes]:
    found = (file for file in path.parent.rglob("*") if file.is_file() and ".timeline" not in file.parts)
    return {file.relative_to(path.parent).as_posix(): file.read_bytes() for file in found}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_several_in_a_row(path: Path) -> None:
    states = []
    for key, change in (("one", CLAIM), ("two", TITLE), ("three", AddAlias(actor="ann", alias="A."))):
        states.append(files(path))
        write(path, key, change)
    assert [one.words for one in commands(path)] == ["timeline three", "timeline two", "timeline one"]
    for state in reversed(states):
        undo(path)
        assert files(path) == state
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(path)


def test_a_command_that_wrote_twice_goes_whole_and_with_its_texts(path: Path) -> None:
    before = files(path)
    for name in ("a", "b"):
        write(path, "ingest", AddSource(source=Source(id=name), kept_text=f"the text of {name}"))
    assert len(files(path)) == 3
    undo(path)
    assert files(path) == before
    assert not (path.parent / "sources").exists()


def test_a_text_that_another_source_names_stays(path: Path) -> None:
    write(path, "ingest", AddSource(source=Source(id="a"), kept_text="one text"))
    (name,) = (file.stem for file in (path.parent / "sources").iterdir())
    edit(path, "sources:\n", f"sources:\n  typed: {{text: {name}}}\n")
    undo(path)
    assert f"sources/{name}.txt" in files(path)
    assert "  a:" not in path.read_text(encoding="utf-8")
    assert f"typed: {{text: {name}}}" in path.read_text(encoding="utf-8")


def test_making_a_ledger_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    store = YamlStore(path, command=Command(key="k", words="timeline add", at="2025-11-22"))
    store.create("Europe/Paris")
    store.apply([AddSource(source=Source(id="a"), kept_text="text")])
    undo(path)
    assert files(path) == {}


def test_other_lines_edited_by_hand_stay(path: Path) -> None:
    write(path, "one", CLAIM)
    edit(path, "# the first", "# looked at")
    write(path, "two", TITLE)
    edit(path, "timeline: 1\n", "timeline: 1\ntimezone: Europe/Paris\n")
    edit(path, "{name: Ann}", "{name: Ann Lee}")
    undo(path)
    undo(path)
    expected = LEDGER.replace("# the first", "# looked at").replace("{name: Ann}", "{name: Ann Lee}")
    assert path.read_text(encoding="utf-8") == expected.replace(
        "timeline: 1\n", "timeline: 1\ntimezone: Europe/Paris\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("they meet", "they will meet"),
        ('        quote: "they meet"\n', ""),
        ('quote: "they meet"\n', 'quote: "they meet"\n        says: cancelled\n'),
        ('quote: "they meet"\n', 'quote: "they meet"\n      - {id: mine, source: wire}\n'),
    ],
)
def test_the_same_lines_edited_by_hand_refuse(path: Path, old: str, new: str) -> None:
    write(path, "one", CLAIM)
    edit(path, old, new)
    before = files(path)
    if "mine" in new:  # another claim of the same event may stand below the one that goes
        undo(path)
        assert "they meet" not in path.read_text(encoding="utf-8")
        assert "{id: mine, source: wire}" in path.read_text(encoding="utf-8")
        return
    with pytest.raises(ConflictError) as refused:
        undo(path)
    (finding,) = refused.value.findings
    assert finding.code == "E216"
    assert f"{path}:" in finding.render()
    assert files(path) == before


def test_what_hangs_on_what_goes_refuses(path: Path) -> None:
    """The lines are others, but the claim would end up in the event above."""
    write(path, "one", AddEvent(event=Event(id="visit", title="Visit", claims=(Claim(id="c9", source="wire"),))))
    path.write_text(path.read_text(encoding="utf-8") + "      - {id: mine, source: wire}\n", encoding="utf-8")
    before = files(path)
    with pytest.raises(ConflictError):
        undo(path)
    assert files(path) == before


def test_what_was_taken_back_by_hand_counts_as_taken_back(path: Path) -> None:
    write(path, "one", CLAIM)
    path.write_bytes(LEDGER.encode())
    undo(path)
    assert path.read_bytes() == LEDGER.encode()
    assert commands(path) == []


def test_a_ledger_that_cannot_be_read_is_left_alone(path: Path) -> None:
    write(path, "one", CLAIM)
    path.write_text(path.read_text(encoding="utf-8").replace("actors:", "actors: ["), encoding="utf-8")
    before = files(path)
    with pytest.raises((LedgerError, ConflictError)):
        undo(path)
    assert files(path) == before


def test_without_a_journal_there_is_nothing_to_undo(path: Path) -> None:
    YamlStore(path).apply([CLAIM])
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(path)
    write(path, "one", TITLE)
    (path.parent / ".timeline" / "events.yaml.journal").write_bytes(b"\xff not a journal\n")
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(path)


def test_without_the_copy_an_unedited_ledger_is_still_undone(path: Path) -> None:
    write(path, "one", CLAIM)
    (path.parent / ".timeline" / "events.yaml.last").unlink()
    undo(path)
    assert path.read_bytes() == LEDGER.encode()


def test_dry_writes_nothing(path: Path) -> None:
    write(path, "one", CLAIM)
    before = files(path)
    found = undo(path, dry=True)
    assert found.files[0].after == LEDGER.encode()
    assert files(path) == before
    assert len(commands(path)) == 1


@settings(max_examples=25, deadline=None)
@given(ledgers(), ledgers(), st.integers(1, 4), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_commands_are_taken_back(one: Ledger, other: Ledger, size: int, newline: str, last_newline: bool) -> None:
    """Every change of every shape, in commands of several writes each."""
    changes: list[Change] = additions(one)
    changes += [
        Judge(claim=claim.id, judgement=Judgement(stance=Stance.REJECTED))
        for event in one.events.values()
        for claim in event.claims
    ]
    changes += [EditEvent(event=name, title="another", notes="#x: y") for name in one.events]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        text = "# mine\ntimeline: 1\nevents:\n".replace("\n", newline)
        path.write_bytes(text.encode() if last_newline else text.rstrip().encode())
        states = []
        for at in range(0, len(changes), size):
            before = files(path)
            try:
                for change in changes[at : at + size]:
                    write(path, str(at), change)
            except (ConflictError, LedgerError):
                pass
            if files(path) != before:
                states.append(before)
        for state in reversed(states):
            undo(path)
            assert files(path) == state
        assert commands(path) == []


TEXT = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\r\n", "\n", "e"]), max_size=12).map("".join)


@given(TEXT, TEXT)
def test_the_way_there_and_back(old: str, new: str) -> None:
    one, other = line_changes.lines(old.encode()), line_changes.lines(new.encode())
    hunks = line_changes.changes(one, other)
    assert line_changes.applied(one, hunks) == other
    assert line_changes.applied(other, line_changes.turned(hunks)) == one
    assert line_changes.content(one) == old.encode()


@given(st.binary(max_size=40))
def test_every_byte_is_kept(content: bytes) -> None:
    assert line_changes.content(line_changes.lines(content)) == content
