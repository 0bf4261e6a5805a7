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
            "found": {"resembles": {"source": "copy", "share": 0.9}},
            "own-words": {"origin": "own-words", "resembles": {"source": "copy", "share": 0.6}},
            "monday": {"outlet": "The Courier"},
            "friday": {"outlet": "the courier"},
            "reprint": {"outlet": "The Echo", "origin": "friday"},
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
        ("found", "wire"),
        ("own-words", "own-words"),
        ("monday", "the courier"),
        ("friday", "the courier"),
        ("reprint", "the courier"),
        ("desk", "desk"),
        ("not-in-the-ledger", "not-in-the-ledger"),
    ],
)
def test_origin(source: str, group: str) -> None:
    assert origin(source, LEDGER) == group


def test_copies_count_once() -> None:
    assert independent(LEDGER.events["event"].claims, LEDGER) == ("wire", "alone", "desk")
