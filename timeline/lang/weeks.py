"""On which day the week starts, by the country in the tag of a language: en-US counts from Sunday, en-GB from Monday."""

from __future__ import annotations

from functools import cache
from typing import Final

from timeline.lang import yaml_data
from timeline.model.vocabulary import WeekStart

_FILE: Final = "world/weeks.yaml"
_REGION: Final = 2
"""Letters of a country; `zh-Hant-TW` has a script before it."""


def of_tag(tag: str) -> WeekStart | None:
    """The first day of the week where a language tag (BCP 47) names the country; `None` where it names none."""
    regions = [part.upper() for part in tag.replace("_", "-").split("-")[1:] if len(part) == _REGION and part.isalpha()]
    return _by_country().get(regions[0], WeekStart.MONDAY) if regions else None


@cache
def _by_country() -> dict[str, WeekStart]:
    table: dict[str, list[str]] = yaml_data.read(_FILE)
    return {country: WeekStart(day) for day, countries in table.items() for country in countries}
