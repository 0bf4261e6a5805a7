"""Small YAML files that a person types beside a ledger, read node by node, so that each finding has its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from timeline.diagnostics import Diagnostic, Where


class UnreadableError(Exception):
    """One entry cannot be read; the others can."""

    def __init__(self, code: str, message: str, node: yaml.Node, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.node, self.hint = code, node, hint

    def finding(self, file: Path) -> Diagnostic:
        return Diagnostic(self.code, str(self), place(file, self.node), self.hint)


class NoYamlError(Exception):
    """`where` it stops being YAML."""

    def __init__(self, message: str, where: Where) -> None:
        super().__init__(message)
        self.where = where


def place(file: Path, node: Any) -> Where:
    return Where(str(file), node.start_mark.line + 1, node.start_mark.column + 1)


def compose(text: str, file: Path) -> yaml.Node | None:
    """Every scalar as the words that stand there; `None` for a file that says nothing. Raises `NoYamlError`."""
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = Where(str(file), mark.line + 1, mark.column + 1) if mark else Where(str(file))
        raise NoYamlError(getattr(error, "problem", None) or "this is no YAML", where) from None
    return root


def words(node: yaml.Node) -> Iterator[str]:
    """A list of words, or one alone. Raises `UnreadableError`, also where they are blank: they would mean everything."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
            raise UnreadableError("E206", "expected words, or a list of words", item)
        yield item.value.strip()
