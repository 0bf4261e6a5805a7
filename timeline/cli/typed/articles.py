"""The articles that were named on the command line: files, folders, patterns, addresses, and what is piped in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.pipeline.expanding import PIPED, Expansion, refuse_nothing
from timeline.pipeline.web import Web

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.diagnostics import Diagnostic
    from timeline.pipeline.request import Request

__all__ = ["PIPED", "requested"]


def requested(
    names: list[str], given: Request, tell: Callable[[Diagnostic], None], *, private: bool
) -> Iterator[Request]:
    """One request an article, in the order of the command line; `tell` is told what was left out of folders.

    Raises `UsageError` for a folder without articles, before anything is read.
    """
    refuse_nothing(names)
    return _expanded(names, given, tell, private=private)


def _expanded(
    names: list[str], given: Request, tell: Callable[[Diagnostic], None], *, private: bool
) -> Iterator[Request]:
    with Web(private=private) as web:
        yield from Expansion(web, sys.stdin.buffer.read, tell).requests(names, given)
