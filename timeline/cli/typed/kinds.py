"""Kinds of event that a person types."""

from __future__ import annotations

from timeline.errors import UsageError


def known_kind(kind: str) -> str:
    """The kind, if the table has it. Raises `UsageError` that names the nearest."""
    from difflib import get_close_matches

    from timeline.lang.kinds import load

    known = load()
    asked = kind.strip().lower().replace(" ", "_").replace("-", "_")
    if asked in known or asked == "other":
        return asked
    close = get_close_matches(asked, known, n=3)
    meant = f"; did you mean {' or '.join(close)}?" if close else ""
    raise UsageError(
        f"no kind of event is called {kind!r}{meant} (known: {', '.join(dict.fromkeys([*known, 'other']))})"
    )
