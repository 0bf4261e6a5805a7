"""Which publication date is believed, in which zone its day is counted, and why."""

from __future__ import annotations

import pytest

from timeline.model.document import DctCandidate
from timeline.model.vocabulary import Signal
from timeline.temporal.dct import TRUST, choose


@pytest.mark.parametrize(
    ("candidates", "timezone", "day", "signal"),
    [
        ([("2025-10-17", "url"), ("2025-10-16", "given")], "Europe/Paris", "2025-10-16", "given"),
        ([("2025-10-17", "byline"), ("2025-10-16", "meta")], "Europe/Paris", "2025-10-16", "meta"),
        ([("nonsense", "given"), ("2025-10-17", "url")], "Europe/Paris", "2025-10-17", "url"),
        ([("2025-10-16T23:30:00+00:00", "meta")], "Europe/Paris", "2025-10-17", "meta"),
        ([("2025-10-16T23:30:00+03:00", "meta")], "Europe/Paris", "2025-10-16", "meta"),
        ([("2025-10-17T00:30:00+03:00", "meta")], "Europe/Paris", "2025-10-17", "meta"),
        ([("2025-10-16T23:30:00Z", "meta")], "Europe/Paris", "2025-10-17", "meta"),
        ([("2026-03-29T01:30:00Z", "meta")], "Europe/Paris", "2026-03-29", "meta"),
        ([("2025-10-16T23:30", "meta")], "Europe/Paris", "2025-10-16", "meta"),
    ],
)
def test_choice(candidates: list[tuple[str, str]], timezone: str, day: str, signal: str) -> None:
    rows = [DctCandidate(date=date, signal=Signal(name)) for date, name in candidates]
    chosen = choose(rows, timezone)
    assert chosen is not None
    assert (chosen.day, chosen.signal.value) == (day, signal)
    assert chosen.signal.value in chosen.reason


def test_nothing_to_choose_from() -> None:
    assert choose([], "UTC") is None
    assert choose([DctCandidate(date="31/10", signal=Signal.META)], "UTC") is None


def test_the_time_keeps_its_zone() -> None:
    chosen = choose([DctCandidate(date="2025-10-16T23:30:00+03:00", signal=Signal.FEED)], "UTC")
    assert chosen is not None
    assert chosen.time == "2025-10-16T23:30:00+03:00"


def test_every_signal_has_a_rank() -> None:
    assert set(TRUST) == set(Signal)
