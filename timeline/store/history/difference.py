"""Two versions of a text as a unified diff, compared piece by piece: a whole ledger would take minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from timeline.store.history.line_changes import split

_CONTEXT = 3

Pieces = Mapping[Any, str]
"""The parts of a text in its order; the parts that two versions share stand in the same order in both."""


def unified(before: Pieces, after: Pieces, name: str) -> str:
    """Empty when the texts are the same; a missing last line end is told as `diff` tells it."""
    old, new = split("".join(before.values())), split("".join(after.values()))
    if old == new:
        return ""
    matcher = SequenceMatcher(None, "", "")
    codes = list(_steps(before, after))
    matcher.opcodes = codes  # type: ignore[attr-defined]  # what it would find for itself, given the time
    lines = [f"--- a/{name}\n", f"+++ b/{name}\n"]
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        lines += _hunk(group, old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


Opcode = tuple[str, int, int, int, int]


def _steps(before: Pieces, after: Pieces) -> Iterator[Opcode]:
    """How the old lines become the new ones; equal stretches are one step."""
    last: Opcode | None = None
    at_old = at_new = 0
    for one, other in _pairs(before, after):
        old, new = split(one), split(other)
        codes = [("equal", 0, len(old), 0, len(new))] if one == other else _compared(old, new)
        for tag, i1, i2, j1, j2 in codes:
            step = (tag, at_old + i1, at_old + i2, at_new + j1, at_new + j2)
            if last is not None and last[0] == tag == "equal":
                last = (tag, last[1], step[2], last[3], step[4])
                continue
            if last is not None:
                yield last
            last = step
        at_old, at_new = at_old + len(old), at_new + len(new)
    if last is not None:
        yield last


def _compared(old: list[str], new: list[str]) -> list[Opcode]:
    return [(*code,) for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]


def _pairs(before: Pieces, after: Pieces) -> Iterator[tuple[str, str]]:
    """Old and new text of each piece, in order; empty where there is none."""
    waiting = list(before)[::-1]
    for key, text in after.items():
        if key in before:
            while waiting[-1] != key:
                yield before[waiting.pop()], ""
            yield before[waiting.pop()], text
        else:
            yield "", text
    while waiting:
        yield before[waiting.pop()], ""


def _hunk(group: list[Opcode], old: list[str], new: list[str]) -> Iterator[str]:
    first, last = group[0], group[-1]
    yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
    for tag, i1, i2, j1, j2 in group:
        if tag == "equal":
            yield from (f" {line}" for line in old[i1:i2])
            continue
        yield from (f"-{line}" for line in old[i1:i2])
        yield from (f"+{line}" for line in new[j1:j2])


def _range(start: int, stop: int) -> str:
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"
