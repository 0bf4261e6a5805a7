"""Which ledger a command speaks of."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "TIMELINE_FILE"
DEFAULTS: Final = (Path("data/events.yaml"), Path("events.yaml"))
"""Tried in this order; the first is made where neither is there."""


def ledger_file(named: Path | None) -> Path:
    """`--file`, else the environment, else what lies in the current folder. The file need not exist."""
    if named is not None:
        return named
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE])
    return next((path for path in DEFAULTS if path.exists()), DEFAULTS[0])
