"""One writer at a time: the lock file lies in `.timeline/` beside the ledger."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import ConflictError, WriteError


@contextmanager
def only_writer(ledger: Path, patience: float) -> Iterator[None]:
    """Holds the lock of a ledger. `patience` in seconds; then `ConflictError` that says who holds it."""
    folder = ledger.parent / ".timeline"
    holder = folder / f"{ledger.name}.holder"
    lock = FileLock(folder / f"{ledger.name}.lock")
    try:
        _make(folder)
        lock.acquire(timeout=patience)
    except Timeout:
        raise _held(ledger, holder, patience) from None
    except OSError as error:
        finding = Diagnostic("E210", f"the lock cannot be taken: {error.strerror or error}", Where(str(folder)))
        raise WriteError(finding.render(), findings=[finding]) from error
    try:
        with suppress(OSError):  # for the message of another process only
            holder.write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            holder.unlink()
        lock.release()


def _make(folder: Path) -> None:
    """What lies in it is of no use to anyone else: version control should leave it alone."""
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _held(ledger: Path, holder: Path, patience: float) -> ConflictError:
    who = "another process"
    with suppress(OSError):
        who = holder.read_text(encoding="utf-8") or who
    finding = Diagnostic("E209", f"{who} has been writing to it for more than {patience:g} s", Where(str(ledger)))
    return ConflictError(finding.render(), findings=[finding])
