"""`timeline.tag`: dates of a text from Python."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count, islice

import pytest

import timeline
from timeline.errors import DateError, UsageError
from timeline.pipeline.parallel import batches, ordered


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2025-10-15", "2025-10-16"),
        (date(2025, 10, 15), "2025-10-16"),
        (datetime(2025, 10, 15, 23, 30, tzinfo=UTC), "2025-10-17"),
        ("2025-10-15T23:30:00+02:00", "2025-10-16"),
        (None, "XXXX-XX-XX"),
    ],
)
def test_the_day_it_is_read_against(published: str | date | datetime | None, value: str) -> None:
    (timex,) = timeline.tag("Il part demain.", published=published, language="fr", timezone="Europe/Paris")
    assert timex.value == value


def test_language_and_genre_are_recognised() -> None:
    text = "The battle of 3 May 1643 was lost, and the army left on 12 May 1643. The peace of 4 June 1648 came late."
    assert {timex.value for timex in timeline.tag(text)} >= {"1643-05-03", "1643-05-12", "1648-06-04"}


def test_without_a_pack_full_dates_are_read() -> None:
    text = "Mötet hölls den 17 oktober 2025 i Lund, och på fredag kommer 12 personer."
    (timex,) = timeline.tag(text, language="sv", published="2025-10-15")
    assert (timex.text, timex.value, timex.rule) == ("17 oktober 2025", "2025-10-17", "dateparser")
    assert text[timex.start : timex.end] == timex.text


def test_ranges_are_two_timexes_unless_asked() -> None:
    text = "La foire dure du 3 au 5 mars 2026."
    assert [timex.value for timex in timeline.tag(text, language="fr")] == ["2026-03-03", "2026-03-05"]
    assert [timex.value for timex in timeline.tag(text, language="fr", join_ranges=True)] == ["2026-03-03/2026-03-05"]


def test_what_cannot_be_asked() -> None:
    with pytest.raises(UsageError, match="nothing reads 'qq'"):
        timeline.tag("Il part demain.", language="qq")
    with pytest.raises(UsageError, match="not recognised"):
        timeline.tag("東京で会談が行われた。")
    with pytest.raises(DateError, match="no ISO date"):
        timeline.tag("Il part demain.", published="demain", language="fr")


def _doubled(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


def test_batches_are_bounded_by_number_and_by_size() -> None:
    assert list(batches([1, 1, 1], lambda one: one, 2, 100)) == [[1, 1], [1]]
    assert list(batches([1, 9, 1], lambda one: one, 5, 10)) == [[1, 9], [1]]
    assert list(batches([], len, 5, 10)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_is_shared_in_order_and_never_all_at_once(jobs: int) -> None:
    assert list(ordered(_doubled, batches(range(100), int, 16, 10_000), jobs)) == [2 * number for number in range(100)]
    endless = ordered(_doubled, ([number] for number in count()), jobs)
    assert list(islice(endless, 5)) == [0, 2, 4, 6, 8]
    endless.close()  # type: ignore[attr-defined]  # a generator
