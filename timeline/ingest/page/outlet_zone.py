"""In which time zone a newsroom writes: that of the country in its address, or in the language of its page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final
from urllib.parse import urlsplit

_NO_COUNTRY: Final = frozenset({"ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "nu", "sh", "to", "tv", "ws"})
"""Ends of addresses that belong to a country and are used everywhere."""
_OTHERWISE: Final = {"uk": "GB"}
_MOST_LIVE: Final = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
}
"""Countries whose first zone in the table, which goes by the map, is not where most newsrooms are."""


def outlet_zone(url: str | None, locale: str | None) -> str | None:
    """The name (IANA) of the zone of that country, or of its largest newsrooms; `None` where nothing names a country."""
    host = (urlsplit(url).hostname or "") if url else ""
    end = host.rpartition(".")[2]
    if len(end) == 2 and end not in _NO_COUNTRY and (zone := _zones().get(_OTHERWISE.get(end, end.upper()))):
        return zone
    _, _, region = (locale or "").replace("_", "-").partition("-")
    return _zones().get(region.upper()[:2]) if len(region) == 2 else None


@cache
def _zones() -> dict[str, str]:
    """Country (ISO 3166) -> one zone."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    zones: dict[str, str] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            zones.setdefault(country, zone)
    return zones | _MOST_LIVE
