"""Every exception that leaves this package on purpose, each with the exit code the command line gives it.

    TimelineError           70  something is wrong that no other class names
    ├── UsageError           2  the request cannot be understood
    │   ├── UnknownIdError   2  no event, claim, actor or source has that id
    │   └── DateError        2  a typed date could not be read
    ├── SourceError          3  an article cannot be read (missing, empty, binary, undated)
    ├── LedgerError          4  the ledger cannot be read, or says something impossible
    ├── ConflictError        5  the ledger changed underneath, or is locked by another process
    ├── MissingPartError     6  an optional part (a language model, an extra) is not installed
    └── WriteError           7  the disk refused a write; the old file is intact

Exit codes 0 (ok) and 1 (findings) are not errors and have no class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Finding(Protocol):
    """What an error can carry: one located, coded message (`diagnostics.Diagnostic` in practice)."""

    @property
    def code(self) -> str: ...

    def render(self) -> str:
        """One or more lines for a terminal, with place and next step."""
        ...


class TimelineError(Exception):
    """Base of all; `findings` are the diagnostics that led to it, in the order they were met."""

    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, *, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings: tuple[Finding, ...] = tuple(findings)


class UsageError(TimelineError):
    exit_code = 2


class UnknownIdError(UsageError):
    """The message names the nearest known ids."""


class DateError(UsageError):
    """The message shows what was understood."""


class SourceError(TimelineError):
    exit_code = 3


class LedgerError(TimelineError):
    exit_code = 4


class ConflictError(TimelineError):
    exit_code = 5


class MissingPartError(TimelineError):
    exit_code = 6


class WriteError(TimelineError):
    exit_code = 7
