"""Runs the checks of the registry, plug-ins included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.check.subject import Check, Subject
from timeline.diagnostics import CODES, Diagnostic, Severity
from timeline.errors import UsageError
from timeline.fold.moment import NOW, Moment
from timeline.registry import find, names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from timeline.model.ledger import Ledger

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def check(
    ledger: Ledger,
    *,
    today: str,
    moment: Moment = NOW,
    read_text: Callable[[str], str] | None = None,
    before: Ledger | None = None,
    only: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """Findings about the story, the gravest first, then by code, then in the order of the ledger.

    `today` is an ISO day. `read_text`: the kept text of a sha256; without it quotes are not checked. `before`:
    the ledger as the last command left it, for what was renamed by hand since. `only`: these codes.
    Raises `UsageError` for a code that nothing has.
    """
    unknown = sorted(set(only) - CODES.keys())
    if unknown:
        raise UsageError(f"no finding has the code {', '.join(unknown)}; the codes: {', '.join(CODES)}")
    subject = Subject(ledger, today, moment, read_text, before)
    checks: list[Check] = [find("checks", name) for name in names("checks")]
    found = [finding for look in checks for finding in look(subject) if not only or finding.code in only]
    return tuple(sorted(found, key=lambda finding: (_GRAVEST_FIRST.index(finding.severity), finding.code)))
