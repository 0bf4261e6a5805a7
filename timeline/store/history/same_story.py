"""Whether two edits of a ledger, put together line by line, say what each of them says: lines may part from their meaning.

A claim that a person wrote below an event, say, would belong to the event above it once that event is gone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from timeline.diagnostics import Severity
from timeline.errors import ConflictError, LedgerError
from timeline.model.ledger import Ledger
from timeline.store.entries.ledger_file import malformed, read_bytes
from timeline.store.text.yaml_values import MalformedError

_ABSENT: Final = object()


def refuse_other_story(file: Path, *, base: bytes, ours: bytes, theirs: bytes, made: bytes) -> None:
    """Raises `ConflictError` where `made` is not `base` with both edits, `LedgerError` where one of them cannot be read."""
    was, mine, other = (_said(_read(file, content)) for content in (base, ours, theirs))
    try:
        found = _said(_read(file, made))
    except LedgerError as error:
        raise ConflictError(str(error)) from error
    for key in {*was, *mine, *other, *found}:
        old, one, two = (said.get(key, _ABSENT) for said in (was, mine, other))
        if one not in (old, two) and two != old:
            raise ConflictError(f"both change {key}")
        if found.get(key, _ABSENT) != (two if one == old else one):
            raise ConflictError(f"{key} would change")


def _read(file: Path, content: bytes) -> Ledger:
    try:
        read = read_bytes(content, str(file))
    except MalformedError as error:
        finding = malformed(error, str(file))
        raise LedgerError(finding.render(), findings=[finding]) from error
    wrong = [finding for finding in read.findings if finding.severity is Severity.ERROR]
    if wrong:
        raise LedgerError("\n".join(finding.render() for finding in wrong), findings=wrong)
    return read.ledger


def _said(ledger: Ledger) -> dict[tuple[str, str], Any]:
    """Every statement of a ledger under a name of its own."""
    events = ledger.events.values()
    return {
        ("ledger", ""): (ledger.timezone, ledger.week_start),
        **{("source", name): source for name, source in ledger.sources.items()},
        **{("actor", name): actor for name, actor in ledger.actors.items()},
        **{("event", event.id): event.model_copy(update={"claims": ()}) for event in events},
        **{("claim", claim.id): (event.id, claim) for event in events for claim in event.claims},
    }
