"""Direct quotations: where they open and close. A quotation that never closes ends with its paragraph."""

from __future__ import annotations

from typing import NamedTuple


class Quotation(NamedTuple):
    """Half-open span between the marks; `closed` is false when the closing mark is missing."""

    start: int
    end: int
    closed: bool


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Quotations of a paragraph of normalised text. All double marks are `"` there, so they open and close by turns."""
    stop = len(text) if end is None else end
    marks = [at for at in range(start, stop) if text[at] == '"']
    found = [Quotation(a + 1, b, closed=True) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    if len(marks) % 2:
        found.append(Quotation(marks[-1] + 1, stop, closed=False))
    return found
