"""Why an article was not read: every reader refuses in the same words."""

from __future__ import annotations

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError


def refusal(code: str, message: str, name: str, *, hint: str | None = None) -> SourceError:
    """The error for one article, with its finding."""
    finding = Diagnostic(code, message, Where(name), hint)
    return SourceError(finding.render(), findings=[finding])
