"""Pages and documents as they came, beside the ledger, each under the hash of its bytes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

FOLDER: Final = "pages"


def keep(file: Path, content: bytes, suffix: str) -> Path:
    """`file`: the ledger. A page that is there already is left as it is."""
    from timeline.store import atomic  # noqa: PLC0415 - readers do not pay for what only writers need

    path = file.parent / FOLDER / f"{sha256(content).hexdigest()}{suffix}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.replace(path, content)
    return path
