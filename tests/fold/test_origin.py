"""How many voices stand behind a claim: copies of one story are one origin."""

from __future__ import annotations

import pytest

from tests.fold.stories import story
from timeline.fold.origin import independent, origin

LEDGER = story(
    {
        "sources": {
            "alone": {},
            "wire": {"origin": "wire"},
            "copy": {"origin": "wire"},
            "copy-of-copy": {"origin": "copy"},
            "syndicated": {"origin": "northern-desk"},
            "left": {"origin": "right"},
            "right": {"origin": "left"},
            "onlooker": {"origin": "right"},
        },
        "claims": [{"source": name} for name in ("copy", "alone", "wire", "copy-of-copy", "desk")],
    }
)


@pytest.mark.parametrize(
    ("source", "group"),
    [
        ("alone", "alone"),
        ("wire", "wire"),
        ("copy", "wire"),
        ("copy-of-copy", "wire"),
        ("syndicated", "northern-desk"),
        ("left", "left"),
        ("right", "left"),
        ("onlooker", "left"),
        ("desk", "desk"),
        ("not-in-the-ledger", "not-in-the-ledger"),
    ],
)
def test_origin(source: str, group: str) -> None:
    assert origin(source, LEDGER) == group


def test_copies_count_once() -> None:
    assert independent(LEDGER.events["event"].claims, LEDGER) == ("wire", "alone", "desk")
