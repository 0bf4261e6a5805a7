"""Reads the YAML files of this package: fast when they are right, with file and line when they are not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent
_LINE_OF_ERROR: Final = re.compile(r"line (\d+)")


class PackError(TimelineError):
    """A data file of the package is broken; the message starts with `file:line:`, and so does its finding (E504)."""

    def __init__(self, message: str) -> None:
        file, line, what = message.split(":", 2)
        super().__init__(message, findings=[Diagnostic("E504", what.strip(), Where(file, int(line)))])


def read(path: str) -> Any:
    """The content of a YAML file, named relative to `timeline/lang` (`fr/lexicon.yaml`). Raises `PackError`."""
    import yaml_rs  # noqa: PLC0415  # only those who read a pack pay for the parser

    try:
        text = (ROOT / path).read_text(encoding="utf-8")
    except OSError as error:
        raise PackError(f"{path}:1: cannot be read: {error.strerror}") from error
    try:
        return yaml_rs.loads(text, parse_datetime=False)
    except ValueError as error:
        found = _LINE_OF_ERROR.search(str(error))
        line = found[1] if found else "1"
        raise PackError(f"{path}:{line}: not valid YAML: {str(error).splitlines()[-1]}") from error


def files(folder: str, pattern: str) -> tuple[str, ...]:
    """Package-relative paths of the files in a folder whose names match a glob, sorted."""
    return tuple(sorted(f"{folder}/{found.name}" for found in (ROOT / folder).glob(pattern)))


def broken(path: str, place: Sequence[str | int], message: str) -> PackError:
    """The error for something wrong at a place (keys and list positions from the top of the file)."""
    return PackError(f"{path}:{_line(path, place)}: {message}")


def _line(path: str, place: Sequence[str | int]) -> int:
    """The line of a place. Asks a second, slower parser that keeps positions: runs only to report an error."""
    node: Any = _nodes(path)
    for step in place:
        found = _child(node, step)
        if found is None:
            break
        node = found
    return 1 if node is None else int(node.start_mark.line) + 1


@cache
def _nodes(path: str) -> Any:
    import yaml  # noqa: PLC0415  # slow to load, and nobody needs it unless a file is broken

    return yaml.compose((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)


def _child(node: Any, step: str | int) -> Any:
    content = getattr(node, "value", None)
    if not isinstance(content, list):
        return None
    if isinstance(step, int):
        return content[step] if step < len(content) and not isinstance(content[step], tuple) else None
    return next((pair[1] for pair in content if isinstance(pair, tuple) and pair[0].value == step), None)
