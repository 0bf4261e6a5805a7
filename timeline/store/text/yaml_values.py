"""Text to plain values with the fast parser, and its refusals in words that a journalist can act on."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import yaml_rs

BOM: Final = "\ufeff"


class MalformedError(Exception):
    """The text is no YAML mapping. `line` and `column` count from 1; `None`: somewhere."""

    def __init__(
        self, message: str, line: int | None = None, column: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.hint = message, line, column, hint


class DuplicateKeyError(Exception):
    """A mapping says the same key twice; the parser does not tell where."""


CONFLICT: Final = "a merge conflict that nobody has resolved: two versions stand between '<<<<<<<' and '>>>>>>>'"
CONFLICT_NEXT: Final = "keep the lines you want and remove the marker lines; until then the first version is read"
_CONFLICT = re.compile(r"^<{7}(?: |$)[\s\S]*?^>{7}(?: |$)", re.MULTILINE)
_PLACE = re.compile(r"line (\d+), column (\d+)")

_PLAINER: Final = (
    (
        "mapping values are not allowed",
        "a ': ' where no key can stand; put the value in quotes, or end the key on the line above with ':'",
    ),
    ("illegal placement of ':'", "a key in the middle of brackets; expected ']' or '}' before it"),
    ("expected ',' or", "expected ',' or a closing bracket here: a bracket that opens above is never closed"),
    ("mismatched bracket", "the bracket that opens here is closed by one of another kind"),
    (
        "invalid trailing content",
        "text after the closing quote; expected the end of the value (a quote in quotes is doubled)",
    ),
    ("unknown escape", "a backslash in double quotes; expected two of them, or single quotes around the value"),
    ("expected '-' indicator", "expected '- ' as in the items above, or less indentation"),
    ("did not find expected key", "expected a key that lines up with the keys around it"),
    ("simple key expect ':'", "expected 'key: value', found no colon after the key"),
    ("unclosed quote", "the quote that opens here is never closed; expected the same quote at the end of the value"),
    ("unclosed bracket", "the bracket that opens here is never closed"),
    (
        "invalid indentation in multiline quoted",
        "a quoted text goes on here; expected more indentation, or a closing quote",
    ),
    ("tabs disallowed", "a tab; expected spaces"),
    ("must be followed by a valid YAML whitespace", "a tab after ':'; expected a space"),
    ("unexpected character", "a value cannot begin with this character; expected quotes around the value"),
    ("unknown anchor", "'*' points to a name that nothing bears; expected quotes if the text itself begins with '*'"),
)


@contextmanager
def without_gc() -> Iterator[None]:
    """Nothing made while reading is garbage: letting the collector look for it would cost as much as the reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def decode(data: bytes) -> str:
    """UTF-8, its line ends and byte order mark kept. Raises `MalformedError`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        raise MalformedError(
            "bytes that are not UTF-8; expected a text file in UTF-8",
            line,
            column,
            "save the file as UTF-8 and try again",
        ) from None
    at = text.find("\0")
    if at >= 0:  # the parser would take it for the end of the file and drop the rest without a word
        line, column = place(text, at)
        raise MalformedError("a NUL character; expected text", line, column, "remove the character")
    return text


def parse(text: str, *, first_of_duplicates: bool = False) -> dict[Any, Any]:
    """Plain values of a ledger text. Dates stay strings; numbers, truth values and nulls are typed.

    Raises `MalformedError`, or `DuplicateKeyError` unless the first of two equal keys is asked for.
    """
    policy = yaml_rs.DuplicateKeyPolicy.FirstWins if first_of_duplicates else yaml_rs.DuplicateKeyPolicy.Error
    try:
        data: Any = yaml_rs.loads(text.removeprefix(BOM), parse_datetime=False, duplicate_key_policy=policy)
    except yaml_rs.YAMLDecodeError as error:
        if str(error).startswith("duplicate mapping key"):
            raise DuplicateKeyError(str(error)) from None
        raise _malformed(text, str(error)) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise MalformedError(f"the file holds {_shape(data)}; expected one document of 'key: value' lines", 1, 1)
    return data


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _malformed(text: str, report: str) -> MalformedError:
    conflict = _CONFLICT.search(text)
    if conflict:
        line, column = place(text, conflict.start())
        return MalformedError(
            CONFLICT,
            line,
            column,
            CONFLICT_NEXT,
        )
    reason = report.rsplit("\n", 1)[-1]
    plainer = next((words for known, words in _PLAINER if known in reason), reason)
    found = _PLACE.search(report)
    return MalformedError(plainer, int(found[1]), int(found[2])) if found else MalformedError(plainer)


def _shape(data: object) -> str:
    if isinstance(data, list):
        return "a list or more than one document"
    return "a single value"
