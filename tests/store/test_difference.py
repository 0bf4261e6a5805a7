"""What `--dry-run` shows is a diff that `patch` would take."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.splice_cases import CASES, Case
from timeline.store.history.difference import unified
from timeline.store.yaml_ledger import YamlStore

needs_patch = pytest.mark.skipif(shutil.which("patch") is None, reason="no patch on this machine")


def patched(before: str, shown: str) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "events.yaml"
        file.write_bytes(before.encode())
        command = ["patch", "--binary", "--quiet", str(file)]
        subprocess.run(command, input=shown.encode(), check=True, capture_output=True)
        return file.read_bytes()


@needs_patch
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_preview_is_what_is_written(case: Case, tmp_path: Path) -> None:
    store = YamlStore(tmp_path / "events.yaml")
    store.path.write_bytes(case.before.encode())
    assert patched(case.before, store.preview(case.changes)).decode() == case.after
    assert store.path.read_bytes().decode() == case.before


lines = st.lists(st.sampled_from("abcd"), max_size=6).map(lambda letters: "".join(f"{letter}\n" for letter in letters))
pieces = st.dictionaries(st.integers(0, 9), lines, max_size=8).map(lambda found: dict(sorted(found.items())))


@needs_patch
@given(pieces, pieces)
def test_pieces_that_come_change_and_go(before: dict[int, str], after: dict[int, str]) -> None:
    old, new = "".join(before.values()), "".join(after.values())
    shown = unified(before, after, "events.yaml")
    assert (shown == "") == (old == new)
    if old and new and shown:
        assert patched(old, shown).decode() == new
