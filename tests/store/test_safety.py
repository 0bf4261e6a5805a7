"""Whatever happens while it is written, the ledger is as it was or as it should be."""

from __future__ import annotations

import os
import pwd
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock

from timeline.errors import ConflictError, LedgerError, TimelineError, WriteError
from timeline.model.change import AddClaim, AddEvent, AddSource, EditEvent, Judge, RemoveClaim
from timeline.model.ledger import Claim, Event, Judgement, Source
from timeline.model.vocabulary import Stance
from timeline.store.disk import atomic
from timeline.store.yaml_ledger import YamlStore

BEFORE = "# mine\nevents:\n  a: {title: A}\n"
AFTER = "# mine\nevents:\n  a: {title: B}\n"
EDIT = EditEvent(event="a", title="B")


@pytest.fixture
def store(tmp_path: Path) -> YamlStore:
    made = YamlStore(tmp_path / "events.yaml", patience=0.2)
    made.path.write_bytes(BEFORE.encode())
    return made


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_no_trace_but_the_lock(store: YamlStore) -> None:
    store.apply([EDIT])
    assert store.path.read_text(encoding="utf-8") == AFTER
    assert names(store.path.parent) == {"events.yaml", ".timeline"}
    assert (store.path.parent / ".timeline" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_permissions_are_kept(store: YamlStore) -> None:
    store.path.chmod(0o640)
    store.apply([EDIT])
    assert store.path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(store: YamlStore, tmp_path: Path) -> None:
    elsewhere = tmp_path / "desk"
    elsewhere.mkdir()
    link = elsewhere / "story.yaml"
    link.symlink_to(store.path)
    YamlStore(link).apply([EDIT, AddSource(source=Source(id="s"), kept_text="x")])
    assert link.is_symlink()
    assert store.path.read_text(encoding="utf-8").startswith(AFTER)
    assert names(elsewhere) == {"story.yaml"}
    assert len(names(tmp_path / "sources")) == 1


def test_another_writer_is_waited_for_then_named(store: YamlStore) -> None:
    folder = store.path.parent / ".timeline"
    folder.mkdir()
    (folder / "events.yaml.holder").write_text("process 7 on desk", encoding="utf-8")
    with FileLock(folder / "events.yaml.lock"), pytest.raises(ConflictError, match="process 7 on desk") as refusal:
        store.apply([EDIT])
    assert [finding.code for finding in refusal.value.findings] == ["E209"]
    assert store.path.read_text(encoding="utf-8") == BEFORE
    store.apply([EDIT])
    assert store.path.read_text(encoding="utf-8") == AFTER


def test_an_editor_that_saves_in_between_wins(store: YamlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors do not know the lock: the moment before the rename is watched."""
    saved = BEFORE + "  b: {title: B}\n"
    fsync = os.fsync

    def save_meanwhile(handle: int) -> None:
        store.path.write_text(saved, encoding="utf-8")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    with pytest.raises(ConflictError) as refusal:
        store.apply([EDIT])
    assert [finding.code for finding in refusal.value.findings] == ["E208"]
    assert store.path.read_text(encoding="utf-8") == saved
    assert names(store.path.parent) == {"events.yaml", ".timeline"}


@contextmanager
def as_a_mere_user() -> Iterator[None]:
    """Root may write anywhere: as root, what is inside is done by the user that owns nothing."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_read_only_folder(store: YamlStore) -> None:
    """In a folder that every user can reach, unlike those of pytest."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        there = YamlStore(folder / "events.yaml", patience=0.2)
        there.path.write_bytes(BEFORE.encode())
        store.apply([EDIT])  # imports what is only imported to write, from where that user may not read
        folder.chmod(0o555)
        try:
            with as_a_mere_user():
                assert "a" in there.load().events
                with pytest.raises(WriteError) as refusal:
                    there.apply([EDIT])
        finally:
            folder.chmod(0o755)
        assert [finding.code for finding in refusal.value.findings] == ["E210"]
        assert there.path.read_text(encoding="utf-8") == BEFORE
        assert names(folder) == {"events.yaml"}


def test_what_cannot_be_a_folder(store: YamlStore) -> None:
    (store.path.parent / ".timeline").write_text("in the way", encoding="utf-8")
    with pytest.raises(WriteError) as refusal:
        store.apply([EDIT])
    assert [finding.code for finding in refusal.value.findings] == ["E210"]
    (store.path.parent / ".timeline").unlink()
    (store.path.parent / "sources").write_text("in the way", encoding="utf-8")
    with pytest.raises(WriteError):
        store.apply([EDIT, AddSource(source=Source(id="s"), kept_text="x")])
    assert store.path.read_text(encoding="utf-8") == BEFORE


CHILD = """
import sys
from pathlib import Path
from timeline.model.change import AddEvent
from timeline.model.ledger import Event
from timeline.store.yaml_ledger import YamlStore
{prelude}
YamlStore(Path(sys.argv[1])).apply([AddEvent(event=Event(id="b", title="B" * 100_000))])
"""


def child(store: YamlStore, prelude: str, limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHILD.format(prelude=prelude), str(store.path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=limit,
    )


def small_files() -> None:
    """As on a disk with room for 50,000 more bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def test_a_full_disk(store: YamlStore) -> None:
    done = child(store, "", small_files)
    assert done.returncode == 1
    assert "timeline.errors.WriteError" in done.stderr
    assert "E210" in done.stderr
    assert store.path.read_text(encoding="utf-8") == BEFORE
    assert names(store.path.parent) == {"events.yaml", ".timeline"}


KILLED_WHILE = {
    "writing": "import os; write = os.fdopen\ndef half(*a, **k):\n    f = write(*a, **k); f.write(b'half'); f.flush(); os.kill(os.getpid(), 9)\nos.fdopen = half",
    "flushing": "import os\nos.fsync = lambda handle: os.kill(os.getpid(), 9)",
    "renaming": "import os\nPath.replace = lambda *_: os.kill(os.getpid(), 9)",
}


@pytest.mark.parametrize("moment", KILLED_WHILE)
def test_killed(store: YamlStore, moment: str) -> None:
    done = child(store, KILLED_WHILE[moment])
    assert done.returncode == -signal.SIGKILL
    assert store.path.read_text(encoding="utf-8") == BEFORE
    assert len(names(store.path.parent)) == 3  # the half-written file lies beside it
    store.apply([EDIT])  # the lock of a dead process holds nobody up, and what it left is swept away
    assert store.path.read_text(encoding="utf-8") == AFTER
    assert names(store.path.parent) == {"events.yaml", ".timeline"}


def test_a_text_is_kept_before_its_ledger(store: YamlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill in between leaves a text that nothing names, never a name without its text."""
    written: list[str] = []
    replace = atomic.replace

    def noting(path: Path, content: bytes, before_rename: Callable[[], None] | None = None) -> None:
        written.append(path.suffix)
        replace(path, content, before_rename)

    monkeypatch.setattr(atomic, "replace", noting)
    store.apply([AddSource(source=Source(id="s"), kept_text="x")])
    assert written == [".txt", ".yaml"]


def test_an_altered_text(store: YamlStore) -> None:
    name = store.apply([AddSource(source=Source(id="s"), kept_text="x\r\n")]).sources["s"].text
    assert name is not None
    kept = store.path.parent / "sources" / f"{name}.txt"
    assert kept.read_bytes() == b"x\r\n"
    kept.write_bytes(b"x\n")
    with pytest.raises(LedgerError, match="altered") as lost:
        store.read_text(name)
    assert [finding.code for finding in lost.value.findings] == ["E212"]
    store.apply([AddSource(source=Source(id="s"), kept_text="x\r\n")])
    assert store.read_text(name) == "x\r\n"


UNUSUAL = {
    "one claim in block style without a list": ("events:\n  a:\n    title: A\n    claims:\n      source: desk\n", 5),
    "claims that stand elsewhere": (
        "events:\n  b:\n    title: B\n    claims: &c [{source: desk}]\n  a:\n    title: A\n    claims: *c\n",
        7,
    ),
    "a whole file on one line": ("{events: {a: {title: A}}}\n", 1),
    "an event that stands elsewhere": ("events:\n  b: &b {title: B}\n  a: *b\n", 3),
}


@pytest.mark.parametrize("case", UNUSUAL.values(), ids=UNUSUAL)
def test_what_cannot_be_spliced_is_refused(case: tuple[str, int], store: YamlStore) -> None:
    text, line = case
    store.path.write_text(text, encoding="utf-8")
    with pytest.raises(TimelineError, match=rf"events\.yaml, line {line}: nothing was written"):
        store.apply([AddClaim(event="a", claim=Claim(id="c", source="desk"))])
    assert store.path.read_text(encoding="utf-8") == text


def test_an_anchor_that_is_still_needed_is_not_lost(store: YamlStore) -> None:
    text = "events:\n  a: {title: &t A}\n  b: {title: *t}\n"
    store.path.write_text(text, encoding="utf-8")
    with pytest.raises(TimelineError, match="nothing was written"):
        store.apply([EDIT])
    assert store.path.read_text(encoding="utf-8") == text
    store.apply([EditEvent(event="b", title="B")])
    assert store.path.read_text(encoding="utf-8") == text.replace("*t", "B")


def test_half_a_character_is_refused(store: YamlStore) -> None:
    with pytest.raises(TimelineError, match="surrogate"):
        store.apply([AddEvent(event=Event(id="b", title="\ud83d"))])
    with pytest.raises(TimelineError, match="surrogate"):
        store.apply([AddSource(source=Source(id="s"), kept_text="\ud83d")])
    assert store.path.read_text(encoding="utf-8") == BEFORE


def test_a_date_that_cannot_be_read_again_is_not_written(store: YamlStore) -> None:
    with pytest.raises(LedgerError, match="E301"):
        store.apply([AddSource(source=Source(id="s", published="hier"))])
    assert store.path.read_text(encoding="utf-8") == BEFORE


def test_claims_without_id_keep_their_name_when_they_are_judged(store: YamlStore) -> None:
    said = "      - {source: desk, says: expected, judgement: suggested}\n"
    store.path.write_text(f"events:\n  a:\n    title: A\n    claims:\n{said * 2}", encoding="utf-8")
    first, second = (claim.id for claim in store.load().events["a"].claims)
    ledger = store.apply([Judge(claim=second, judgement=Judgement(stance=Stance.ACCEPTED))])
    assert [claim.id for claim in ledger.events["a"].claims] == [first, second]
    assert store.path.read_text(encoding="utf-8").endswith(
        f"{said}      - {{id: {second}, source: desk, says: expected, judgement: {{is: accepted}}}}\n"
    )
    ledger = store.apply([RemoveClaim(claim=first)])
    assert [claim.id for claim in ledger.events["a"].claims] == [second]
