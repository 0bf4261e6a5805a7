"""Settings of one run: made once by the outermost layer, passed as an argument, never global, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from timeline.model.vocabulary import WeekStart


@dataclass(frozen=True, slots=True)
class Settings:
    """What the core may not ask the world for.

    `today` is the desk's day in `timezone`; `now` (zone-aware) is what `recorded` and judgements are stamped with;
    `as_of` keeps claims published by the end of that day, inclusive (`None`: all); `who` signs judgements.
    `timezone` is an IANA name, or `None` to take the ledger's own; so is `week_start`, the first day of the week.
    """

    file: Path
    today: date
    now: datetime
    timezone: str | None = None
    week_start: WeekStart | None = None
    as_of: date | None = None
    known_at: date | None = None
    who: str = "desk"
    dry_run: bool = False
