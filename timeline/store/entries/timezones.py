"""Time zones by their IANA name."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

from timeline.store.entries.reading import nearest


def unknown_zone(name: str) -> str | None:
    """Why a name is no time zone, or `None` if it is one."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError; odd names reach the file system
        return f"{name!r} is no time zone{nearest(name, available_timezones())}; an IANA name such as Europe/Paris is expected"
    return None
