"""A pick settles what was known when it was made, however that was stamped."""

from __future__ import annotations

import pytest

from tests.fold.stories import story
from timeline.fold.moment import instant
from timeline.fold.preference import Picked, picked_at

NOW = "2025-10-17T12:00:00+02:00"


@pytest.mark.parametrize(
    ("stamps", "at"),
    [
        ([None], NOW),
        (["2025-10-17T09:00:00+02:00"], NOW),
        ([NOW, "2025-10-17T12:00:02+02:00", "2025-10-17T12:00:01+02:00"], "2025-10-17T12:00:02+02:00"),
        (["2025-10-17"], "2025-10-17"),
        (["2025-10-17T11:30:00"], "2025-10-17T11:30:00"),
    ],
)
def test_the_stamp_of_a_pick(stamps: list[str | None], at: str) -> None:
    """The ledger is in UTC: eleven thirty without a zone is after noon in Paris."""
    claims = [{"source": "desk", "says": "expected", "recorded": stamp} for stamp in stamps]
    ledger = story({"timezone": "UTC", "claims": claims})
    known = ledger.events["event"].claims
    assert picked_at(known, ledger, NOW) == at
    assert all(Picked(known[0], instant(at, ledger.timezone)).settles(claim, ledger) for claim in known)


def test_a_claim_may_have_its_stamp_from_its_source() -> None:
    later = "2025-10-17T12:00:05+02:00"
    ledger = story({"sources": {"wire": {"recorded": later}}, "claims": [{"source": "wire", "says": "expected"}]})
    assert picked_at(ledger.events["event"].claims, ledger, NOW) == later
