"""Files that are either as they were or wholly new, whatever happens in between."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from glob import escape
from pathlib import Path

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import WriteError


def replace(path: Path, content: bytes, before_rename: Callable[[], None] | None = None) -> None:
    """Writes a temporary file in the same folder, flushes it to the disk, then renames it over `path`.

    Permissions are kept. `before_rename` may raise to call it off. Raises `WriteError`; the old file is then intact.
    """
    try:
        _replace(path, content, before_rename)
    except OSError as error:
        raise _unwritten(path, error) from error


def append(path: Path, content: bytes) -> None:
    """Adds to a file, flushed to the disk. Raises `WriteError`; the file may then end in a part of it."""
    try:
        with path.open("ab") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _unwritten(path, error) from error


def remove(path: Path) -> None:
    """A file that is not there is no error. Raises `WriteError`."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritten(path, error) from error


def sweep(path: Path) -> None:
    """Removes what a writer that was killed has left. Only for who holds the lock: no one else is writing then."""
    for left in path.parent.glob(f".{escape(path.name)}.*.tmp"):
        with suppress(OSError):
            left.unlink()


def _replace(path: Path, content: bytes, before_rename: Callable[[], None] | None) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _mode(path))
            os.fsync(file.fileno())
        if before_rename is not None:
            before_rename()
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _flush_folder(path.parent)


def _unwritten(path: Path, error: OSError) -> WriteError:
    finding = Diagnostic("E210", f"cannot be written: {error.strerror or error}", Where(str(path)))
    return WriteError(finding.render(), findings=[finding])


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0o022)  # the only way to ask for it is to set it
        os.umask(mask)
        return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """The new name itself must be on the disk too, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
