"""Instants, days and zones."""

from __future__ import annotations

import pytest

from timeline.fold.moment import instant, local_day, zone


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-10-17T23:59", "2025-10-17"),
        ("2025-10-17", "2025-10-18T00:00"),
        ("2025-10-17T23:59:59+02:00", "2025-10-17"),
        ("2025-10-17", "2025-10-17T18:30-04:00"),
        ("2025-10-25", "2025-10-26"),
        ("2025-10-26T02:30+02:00", "2025-10-26T02:30+01:00"),
        ("2025-10-17T10:00Z", "2025-10-17T13:00"),
    ],
)
def test_order(earlier: str, later: str) -> None:
    """In Paris, two hours east of Greenwich until the night of the 25th."""
    first, second = instant(earlier, "Europe/Paris"), instant(later, "Europe/Paris")
    assert first is not None
    assert second is not None
    assert first < second


@pytest.mark.parametrize("text", ["soon", "2025-10", "2025-13-01", ""])
def test_what_is_no_day(text: str) -> None:
    assert instant(text, "UTC") is None
    assert local_day(text, "UTC") is None


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("2025-10-17", "Asia/Tokyo", "2025-10-17"),
        ("2025-10-17T22:30:00+00:00", "Europe/Paris", "2025-10-18"),
        ("2025-10-17T22:30:00", "Europe/Paris", "2025-10-17"),
    ],
)
def test_local_day(text: str, name: str, day: str) -> None:
    assert local_day(text, name) == day


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc"])
def test_an_unknown_zone_is_taken_as_utc(name: str) -> None:
    assert zone(name) is zone("UTC")
