"""The only place that asks the machine what time it is and where."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.errors import UsageError

_LOCALTIME: Final = Path("/etc/localtime")


def now(zone: str) -> datetime:
    """The present second in a zone (IANA name)."""
    return datetime.now(zone_info(zone)).replace(microsecond=0)


def zone_info(name: str) -> ZoneInfo:
    """Raises `UsageError` for a zone that the time zone database does not have."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(f"no time zone is called {name!r}; write one like Europe/Paris, or UTC") from error


def local_zone() -> str:
    """The machine's zone as an IANA name; UTC where it does not say."""
    return next((name for name in (os.environ.get("TZ", ""), _linked_zone()) if _known(name)), "UTC")


def _known(name: str) -> bool:
    try:
        zone_info(name)
    except UsageError:
        return False
    return bool(name)


def _linked_zone() -> str:
    """What /etc/localtime points to, under `zoneinfo/`."""
    try:
        return str(_LOCALTIME.resolve(strict=True)).partition("zoneinfo/")[2]
    except OSError:
        return ""
