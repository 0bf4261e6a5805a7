"""What the program remembers for itself between two runs: small JSON files in `.timeline/` that may be deleted."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from timeline.diagnostics import Diagnostic, Where
from timeline.model.shape import Shape

FOLDER: Final = ".timeline"

Kind = TypeVar("Kind", bound=Shape)


def read(file: Path, kind: type[Kind]) -> tuple[Kind | None, tuple[Diagnostic, ...]]:
    """`None` for a file that is not there, or, with a finding (W215), that cannot be read."""
    try:
        return kind.model_validate_json(file.read_bytes()), ()
    except FileNotFoundError:
        return None, ()
    except (OSError, ValidationError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not what this program wrote"
        return None, (Diagnostic("W215", f"cannot be read: {why}", Where(str(file))),)
