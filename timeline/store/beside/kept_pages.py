"""Pages and documents as they came, beside the ledger, each under the hash of its bytes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

FOLDER: Final = "pages"


def keep(file: Path, content: bytes, name: str) -> Path:
    """`file`: the ledger. A page that is there already is left as it is."""
    from timeline.store.disk import atomic  # noqa: PLC0415 - readers do not pay for what only writers need

    path = file.parent / FOLDER / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.replace(path, content)
    return path


def amiss(file: Path, name: str) -> str | None:
    """What is wrong with a page that a source says is kept; `None` where it is as it came."""
    try:
        content = (file.parent / FOLDER / name).read_bytes()
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    return None if sha256(content).hexdigest() == name.partition(".")[0] else "it is not what was kept"
