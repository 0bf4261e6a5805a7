"""What the readers of files have in common: the bytes within bounds, and libraries that an extra installs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import MissingPartError, SourceError
from timeline.ingest.refusal import refusal

LARGEST: Final = 200_000_000


def content_of(path: Path, largest: int = LARGEST) -> bytes:
    """Raises `SourceError`: E101 not readable, E122 too large."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise _too_large(size, largest, str(path))
        return path.read_bytes()
    except OSError as error:
        raise refusal("E101", f"{error.strerror}", str(path)) from error


def refuse_large(content: bytes, largest: int, name: str) -> None:
    """For what came as bytes. Raises `SourceError` E122."""
    if len(content) > largest:
        raise _too_large(len(content), largest, name)


def _too_large(size: int, largest: int, name: str) -> SourceError:
    return refusal("E122", f"{size // 1_000_000} MB; at most {largest // 1_000_000} are read", name)


def made(name: str) -> tuple[Diagnostic, ...]:
    """What is to be said of a date that tells when a file was made."""
    return (
        Diagnostic("W119", "its date is when the file was made, which may not be when it was published", Where(name)),
    )


def library(module: str, extra: str, what: str) -> Any:
    """Raises `MissingPartError` (E503) that names the extra."""
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        finding = Diagnostic("E503", f"{what} cannot be read without {name}", hint=f"pip install 'timeline[{extra}]'")
        raise MissingPartError(finding.render(), findings=[finding]) from error
