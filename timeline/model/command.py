"""One command that writes: what its entries in the journal have in common."""

from __future__ import annotations

from timeline.model.shape import Shape


class Command(Shape):
    """`key` is its own; `words` are its command line, `at` the ISO time."""

    key: str
    words: str
    at: str
