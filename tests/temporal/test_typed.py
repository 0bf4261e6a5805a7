"""Dates that a person types: exact ones, those of an article, and those only dateparser knows."""

from __future__ import annotations

import pytest

from timeline.errors import DateError
from timeline.lang import packs
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.temporal import typed

PACKS = [packs.load("fr"), packs.load("en")]
TODAY = Dct(day="2025-10-16", signal=Signal.TYPED)


@pytest.mark.parametrize(
    ("words", "edtf", "rule"),
    [
        ("2025-10-20", "2025-10-20", "edtf"),
        ("2025-10", "2025-10", "edtf"),
        ("2025-W43", "[2025-10-20..2025-10-26]", "edtf"),
        ("[2025-10-20..2025-10-26]", "[2025-10-20..2025-10-26]", "edtf"),
        ("2025-10-20/2025-10-22", "2025-10-20/2025-10-22", "edtf"),
        ("2025-10-20T18:30", "2025-10-20T18:30", "edtf"),
        ("2025-10-20 18:30", "2025-10-20T18:30", "edtf"),
        ("2025-10-20 18h30", "2025-10-20T18:30", "edtf"),
        ("vendredi", "2025-10-17", "fr-weekday-bare"),
        ("Friday", "2025-10-17", "en-weekday-bare"),
        ("vendredi 18h30", "2025-10-17T18:30", "fr-weekday-clock"),
        ("Friday at 6pm", "2025-10-17T18:00", "en-weekday-bare"),
        ("20 Oct 2025 6pm CET", "2025-10-20T18:00+01:00", "en-date-full-dmy"),
        ("le 20 octobre à 18h30", "2025-10-20T18:30", "fr-date-month"),
        ("20/10/2025", "2025-10-20", "fr-date-numeric"),
        ("la semaine prochaine", "[2025-10-20..2025-10-26]", "fr-unit-which"),
        ("d'ici vendredi", "[..2025-10-17]", "fr-weekday-bare"),
        ("from Monday to Wednesday", "2025-10-20/2025-10-22", "en-weekday-bare"),
        ("20/10", "2025-10-20", "day-and-month"),
        ("1.2.", "2026-02-01", "day-and-month"),
        ("Oct 20", "2025-10-20", "en-date-month"),
        ("semaine 43", "[2025-10-20..2025-10-26]", "fr-week-number"),
        ("the 17th", "2025-10-17", "en-day-number-alone"),
        ("il doit recevoir vendredi", "2025-10-17", "fr-weekday-bare"),
        ("12 października 2025", "2025-10-12", "dateparser"),
    ],
)
def test_read(words: str, edtf: str, rule: str) -> None:
    timex = typed.read(words, packs=PACKS, dct=TODAY, timezone="Europe/Paris")
    assert (timex.edtf, timex.rule) == (edtf, rule)


@pytest.mark.parametrize(
    ("words", "dct", "message"),
    [
        ("bla", TODAY, "'bla' is not understood as a date"),
        ("", TODAY, "'' is not understood as a date"),
        ("2025-02-31", TODAY, "2025-02-31"),
        ("vendredi", None, "no day to read it against"),
        ("31 février 2026", TODAY, "only '2026' is understood"),
        ("25h30", TODAY, "25h"),
        ("trois jours", TODAY, "duration P3D"),
        ("recently", TODAY, "PAST_REF"),
        ("piątek", TODAY, "not understood"),
    ],
)
def test_refused(words: str, dct: Dct | None, message: str) -> None:
    with pytest.raises(DateError, match=message) as caught:
        typed.read(words, packs=PACKS, dct=dct, timezone="Europe/Paris")
    assert [finding.code for finding in caught.value.findings] == ["E301"]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("today", ("2025-10-16", "2025-10-16")),
        ("week", ("2025-10-13", "2025-10-19")),
        ("week+1", ("2025-10-20", "2025-10-26")),
        ("day-3", ("2025-10-13", "2025-10-13")),
        ("month", ("2025-10-01", "2025-10-31")),
        ("2025-W43", ("2025-10-20", "2025-10-26")),
        ("2025-10", ("2025-10-01", "2025-10-31")),
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-10-20/..", ("2025-10-20", None)),
        ("la semaine prochaine", ("2025-10-20", "2025-10-26")),
        ("next month", ("2025-11-01", "2025-11-30")),
    ],
)
def test_read_period(words: str, period: tuple[str | None, str | None]) -> None:
    assert typed.read_period(words, packs=PACKS, dct=TODAY, timezone="Europe/Paris") == period
