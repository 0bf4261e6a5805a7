"""How the lines of one text become those of another, how that is turned back, and how two such ways are joined.

Lines that stand once in both texts are the fixed points (patience diff): a ledger repeats `claims:` ten thousand times,
which a plain comparison would try to pair with one another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_COMPARABLE: Final = 4_000_000
"""Pairs of lines that are compared one by one where no line is a fixed point; beyond that a stretch counts as replaced."""


class Hunk(NamedTuple):
    """From the line `start` of the old text on (from 0), the lines `old` become the lines `new`."""

    start: int
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.old)


class OverlapError(Exception):
    """Two ways change the same lines; `line` counts from 0 in the text that they share."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line + 1}")
        self.line = line


def lines(content: bytes) -> list[str]:
    """Every byte kept: bytes that are no UTF-8 come back as they were."""
    return split(content.decode("utf-8", "surrogateescape"))


def split(text: str) -> list[str]:
    """At LF alone: the other characters that Python takes for line ends are part of what a person wrote."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + parts[-1:] * bool(parts[-1])


def content(text: Sequence[str]) -> bytes:
    return "".join(text).encode("utf-8", "surrogateescape")


def changes(old: Sequence[str], new: Sequence[str]) -> tuple[Hunk, ...]:
    """In the order of the text; none touches the next one."""
    found: list[Hunk] = []
    for i1, i2, j1, j2 in _differing(old, new):
        if found and found[-1].end == i1:
            last = found.pop()
            found.append(Hunk(last.start, (*last.old, *old[i1:i2]), (*last.new, *new[j1:j2])))
        else:
            found.append(Hunk(i1, tuple(old[i1:i2]), tuple(new[j1:j2])))
    return tuple(found)


def turned(hunks: Sequence[Hunk]) -> tuple[Hunk, ...]:
    """The way back."""
    back, shift = [], 0
    for hunk in hunks:
        back.append(Hunk(hunk.start + shift, hunk.new, hunk.old))
        shift += len(hunk.new) - len(hunk.old)
    return tuple(back)


def applied(text: Sequence[str], hunks: Sequence[Hunk]) -> list[str]:
    """Raises `OverlapError` where the text is not the one that the hunks are of."""
    made: list[str] = []
    at = 0
    for hunk in hunks:
        if tuple(text[hunk.start : hunk.end]) != hunk.old:
            raise OverlapError(hunk.start)
        made += text[at : hunk.start]
        made += hunk.new
        at = hunk.end
    return [*made, *text[at:]]


def joined(text: Sequence[str], ours: Sequence[Hunk], theirs: Sequence[Hunk]) -> list[str]:
    """The text changed both ways. Raises `OverlapError` where both change the same lines."""
    for one in ours:
        for other in theirs:
            same_place = one.start == other.start and (not one.old or not other.old)
            if (one.start < other.end and other.start < one.end) or (same_place and one.new and other.new):
                raise OverlapError(max(one.start, other.start))
    return applied(text, sorted((*ours, *theirs), key=lambda hunk: (hunk.start, hunk.end)))


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Ranges of lines, from the first to the last."""
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        i1, i2, j1, j2 = waiting.pop()
        while i1 < i2 and j1 < j2 and old[i1] == new[j1]:
            i1, j1 = i1 + 1, j1 + 1
        while i1 < i2 and j1 < j2 and old[i2 - 1] == new[j2 - 1]:
            i2, j2 = i2 - 1, j2 - 1
        if i1 == i2 or j1 == j2:
            if i1 < i2 or j1 < j2:
                yield i1, i2, j1, j2
            continue
        fixed = _fixed_points(old[i1:i2], new[j1:j2])
        if not fixed:
            yield from _compared(old[i1:i2], new[j1:j2], i1, j1)
            continue
        starts = [(0, 0), *((i + 1, j + 1) for i, j in fixed)]
        stops = [*fixed, (i2 - i1, j2 - j1)]
        waiting += [
            (i1 + a, i1 + c, j1 + b, j1 + d) for (a, b), (c, d) in reversed(list(zip(starts, stops, strict=True)))
        ]


def _fixed_points(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that stand once in each, as many of them as keep their order."""
    once, once_new = Counter(old), Counter(new)
    place = {line: at for at, line in enumerate(new) if once_new[line] == 1}
    pairs = [(at, place[line]) for at, line in enumerate(old) if once[line] == 1 and line in place]
    tops: list[int] = []
    piles: list[tuple[tuple[int, int], int]] = []
    ends: list[int] = []
    for pair in pairs:
        pile = bisect_left(tops, pair[1])
        piles.append((pair, ends[pile - 1] if pile else -1))
        tops[pile : pile + 1] = [pair[1]]
        ends[pile : pile + 1] = [len(piles) - 1]
    kept = []
    at = ends[-1] if ends else -1
    while at >= 0:
        pair, at = piles[at]
        kept.append(pair)
    return kept[::-1]


def _compared(old: Sequence[str], new: Sequence[str], i: int, j: int) -> Iterator[tuple[int, int, int, int]]:
    if len(old) * len(new) > _COMPARABLE:
        yield i, i + len(old), j, j + len(new)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield i + i1, i + i2, j + j1, j + j2
