"""How one value of the file becomes one value of the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from timeline.store.entries.reading import Reader, Reading, UnreadableError, brief, nearest
from timeline.store.text.problem import Trail

_SHA256 = re.compile(r"[0-9a-f]{64}")
_PAGE: Final = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,10}")
_SCALARS: Final = (int, float, bool, type(None))


def words(value: Any, reading: Reading, trail: Trail) -> str:
    """Text as it stands in the file, whatever YAML would make of it."""
    if isinstance(value, str):
        return value
    if isinstance(value, _SCALARS):
        raise reading.want(trail)
    raise reading.refuse(
        "E206", f"{brief(value)} stands where one text is expected", trail, 'put double quotes around it: "..."'
    )


def words_list(value: Any, reading: Reading, trail: Trail) -> tuple[str, ...]:
    """A list of texts; a single text counts as a list of one."""
    if not isinstance(value, list):
        return (words(value, reading, trail),)
    if all(item.__class__ is str for item in value):
        return tuple(value)
    return tuple(_each(value, words, reading, trail))


def _each(items: list[Any], read: Reader, reading: Reading, trail: Trail) -> list[Any]:
    """All items; those that cannot be read are all told."""
    found = []
    for index, item in enumerate(items):
        with suppress(UnreadableError):
            found.append(read(item, reading, (trail, index)))
    if len(found) < len(items):
        raise UnreadableError
    return found


class Choice:
    """Reads one word of a closed vocabulary; case, spaces, hyphens and underscores do not matter."""

    def __init__(self, members: type[StrEnum]) -> None:
        self._exact: Mapping[str, StrEnum] = {member.value: member for member in members}
        self._loose = {_loose(name): member for name, member in self._exact.items()}

    def __call__(self, value: Any, reading: Reading, trail: Trail) -> StrEnum:
        member = self._exact.get(value) if value.__class__ is str else None
        if member is not None:
            return member
        word = words(value, reading, trail)
        member = self._loose.get(_loose(word))
        if member is None:
            raise reading.refuse("E206", self._refusal(word), trail)
        return member

    def key(self, name: Any, reading: Reading, trail: Trail) -> StrEnum:
        """For a word that stands as a key of what `trail` leads to."""
        member = self._exact.get(name) or self._loose.get(_loose(str(name)))
        if member is None:
            raise reading.refuse_key("E206", self._refusal(str(name)), (trail, name))
        return member

    def _refusal(self, word: str) -> str:
        return f"{word!r} is not known here{nearest(word, self._exact)}; allowed: {', '.join(self._exact)}"


def _loose(word: str) -> str:
    return word.strip().lower().replace(" ", "-").replace("_", "-")


def moment(value: Any, reading: Reading, trail: Trail) -> str:
    """An ISO day or an ISO time, as it stands; other spellings that ISO 8601 allows are put into the usual one."""
    text = words(value, reading, trail)
    try:
        return _moment(text)
    except ValueError:
        hint = 'write "2025-10-17" or "2025-10-17T18:30:00+02:00"'
        raise reading.refuse("E301", f"{text!r} is no day or time", trail, hint) from None


@lru_cache(maxsize=4096)
def _moment(text: str) -> str:
    if len(text) <= len("2025-W42-5"):
        return date.fromisoformat(text).isoformat()
    stamp = datetime.fromisoformat(text)
    return text if text[10] == "T" else stamp.isoformat()


def edtf(value: Any, reading: Reading, trail: Trail) -> str:
    """The canonical form of an EDTF date."""
    if value.__class__ is str and _is_plain_day(value):
        return str(value)
    if isinstance(value, (list, dict)):
        raise _unquoted(value, reading, trail)
    return _canonical(words(value, reading, trail), reading, trail)


def edtf_list(value: Any, reading: Reading, trail: Trail) -> tuple[str, ...]:
    if not isinstance(value, list):
        return (edtf(value, reading, trail),)
    return tuple(_each(value, edtf, reading, trail))


@lru_cache(maxsize=8192)
def _is_plain_day(text: str) -> bool:
    if len(text) != len("2025-10-17") or text[4] != "-" or text[7] != "-":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _canonical(text: str, reading: Reading, trail: Trail) -> str:
    from timeline.edtf.parse import EdtfError, parse  # noqa: PLC0415 - plain days, the most by far, do not need it

    try:
        return parse(text).canonical
    except EdtfError as error:
        hint = 'write it like "2025-10-17", "2025-10", "[2025-10-20..2025-10-26]", or keep the words: {text: "..."}'
        raise reading.refuse("E301", f"{text!r} is no EDTF date: {error}", trail, hint) from None


def _unquoted(value: Any, reading: Reading, trail: Trail) -> UnreadableError:
    """A window or a set that YAML took for a list or a mapping."""
    if isinstance(value, dict) and all(inner is None for inner in value.values()):
        meant = "{" + ", ".join(map(str, value)) + "}"
    elif isinstance(value, list) and not any(isinstance(item, (list, dict)) for item in value):
        meant = "[" + ", ".join(map(str, value)) + "]"
    else:
        return reading.refuse("E206", f"{brief(value)} stands where one date is expected", trail)
    return reading.refuse(
        "E207", f"{meant} without quotes is no date to YAML", trail, f'put quotes around it: "{meant}"'
    )


def sha256_name(value: Any, reading: Reading, trail: Trail) -> str:
    text = words(value, reading, trail)
    if _SHA256.fullmatch(text) is None:
        raise reading.refuse(
            "E206", f"{text!r} is not the sha256 of a kept text: 64 digits and letters a to f expected", trail
        )
    return text


def page_name(value: Any, reading: Reading, trail: Trail) -> str:
    """Of a file in `pages/`, and of no other folder."""
    text = words(value, reading, trail)
    if _PAGE.fullmatch(text) is None:
        raise reading.refuse(
            "E206", f"{text!r} is not the name of a kept page: a sha256 and an end like '.html'", trail
        )
    return text


def number(value: Any, reading: Reading, trail: Trail) -> float:
    """A score: from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise reading.refuse("E206", f"{brief(value)} is not a number from 0 to 1", trail)
    return float(value)


def offsets(value: Any, reading: Reading, trail: Trail) -> tuple[int, int]:
    """Where a quote stands: code points, half-open."""
    if isinstance(value, list) and len(value) == 2 and value[0].__class__ is int and value[1].__class__ is int:
        start, end = value
        if 0 <= start <= end:
            return start, end
    raise reading.refuse(
        "E206", f"{brief(value)} is not a place in a text: [start, end] expected, for instance [1873, 1928]", trail
    )


def words_pair(value: Any, reading: Reading, trail: Trail) -> tuple[str, str]:
    found = words_list(value, reading, trail)
    if len(found) != 2:
        raise reading.refuse(
            "E206", f"{len(found)} texts where two are expected: the words before and after the quote", trail
        )
    return found[0], found[1]
