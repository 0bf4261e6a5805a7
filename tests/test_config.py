"""Settings are given, not looked up, and do not change during a run."""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from timeline.config import Settings

GIVEN = Settings(file=Path("events.yaml"), today=date(2025, 10, 17), now=datetime(2025, 10, 17, 9, 12, tzinfo=UTC))


def test_what_only_the_world_knows_has_no_default() -> None:
    demanded = {field.name for field in fields(Settings) if field.default is MISSING}
    assert demanded == {"file", "today", "now"}


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        GIVEN.today = date(2025, 10, 18)  # type: ignore[misc]


def test_nothing_is_filtered_and_everything_is_written_unless_asked_otherwise() -> None:
    assert (GIVEN.as_of, GIVEN.known_at, GIVEN.dry_run, GIVEN.who) == (None, None, False, "desk")
