"""What went wrong with a date, and where."""

from __future__ import annotations

from typing import NamedTuple, NoReturn


class EdtfError(ValueError):
    """`position` counts characters of `text` from 0; `problem` says what was met there, `expected` what to write."""

    def __init__(self, text: str, position: int, problem: str, expected: str) -> None:
        super().__init__(f"{problem} (character {position + 1} of {text!r}); {expected}")
        self.text = text
        self.position = position
        self.problem = problem
        self.expected = expected

    def __reduce__(self) -> tuple[type[EdtfError], tuple[str, int, str, str]]:
        return type(self), (self.text, self.position, self.problem, self.expected)


class Excerpt(NamedTuple):
    """A piece of the text being read and where it starts in it, so that complaints name places in the whole."""

    whole: str
    text: str
    at: int = 0

    def cut(self, start: int, end: int | None = None) -> Excerpt:
        """Part of this piece, without the white space around it."""
        piece = self.text[start:end]
        lead = len(piece) - len(piece.lstrip())
        return Excerpt(self.whole, piece.strip(), self.at + start + lead)

    def split(self, separator: str) -> list[Excerpt]:
        """The pieces between separators, without the white space around them."""
        pieces, start = [], 0
        while (end := self.text.find(separator, start)) >= 0:
            pieces.append(self.cut(start, end))
            start = end + len(separator)
        return [*pieces, self.cut(start)]

    def refuse(self, offset: int, problem: str, expected: str) -> NoReturn:
        """Raises `EdtfError` at `offset` of this piece."""
        raise EdtfError(self.whole, self.at + offset, problem, expected)
