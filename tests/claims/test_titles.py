"""Each frame of a title writes its example, and leaves its counter-example to another frame."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.claims.events.wording import title
from timeline.lang import packs, title_pack
from timeline.lang.title_pack import Frame, TitlePack
from timeline.model.vocabulary import Role

PACKS = {code: title_pack.load(code) for code in packs.having(packs.CLAIMS)}
FRAMES = [(pack, frame) for pack in PACKS.values() for frame in pack.frames]
IDS = [frame.id for _, frame in FRAMES]


def written(pack: TitlePack, row: dict[str, Any]) -> str:
    roles = {name: names for name, names in row.items() if name in set(Role)}
    return title(pack, row["kind"], row["label"], roles, row.get("place"))


@pytest.mark.parametrize(("pack", "frame"), FRAMES, ids=IDS)
def test_example(pack: TitlePack, frame: Frame) -> None:
    assert written(pack, frame.example) == frame.example["title"]


@pytest.mark.parametrize(("pack", "frame"), FRAMES, ids=IDS)
def test_counter_example(pack: TitlePack, frame: Frame) -> None:
    """Without the frame, the counter-example reads the same: another one wrote it."""
    others = TitlePack(tuple(f for f in pack.frames if f != frame), pack.last, pack.comma, pack.place)
    assert written(pack, frame.negative) == written(others, frame.negative) == frame.negative["title"]


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_three_names_at_most(pack: TitlePack) -> None:
    names = ["Ada", "Ben", "Cleo", "Dan"]
    assert "Dan" not in title(pack, "meeting", "meeting", {"participant": names}, None)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_a_place_that_is_named_is_not_said_twice(pack: TitlePack) -> None:
    assert "(" not in title(pack, "attack", "attack", {"patient": ["Odessa"]}, "Odessa")
