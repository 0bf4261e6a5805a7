"""Labels cover neither each other nor a mark, at any zoom and wherever the axis is moved."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import settled
from tests.browser.test_bad_input import actor, event
from tests.browser.test_bad_input import view as of_rows
from timeline.edtf.days import iso_day, parse_day
from timeline.model.view import EventRow, View

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
START = parse_day("2024-01-01")
WORDS = ("vote", "réunion", "the", "harbour", "of", "Ministère", "审议", "budget", "👩‍👩‍👧‍👦", "summit", "W", "il")
OVERLAPS = """([first, last]) => new Promise((done) => {
  timelinePage.change({first, last});
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const scene = timelinePage.scene();
    const boxes = scene.items.flatMap((item) => [
      {of: item.event, kind: 'mark', left: item.left, right: item.right, y: item.y},
      ...(item.text ? [{of: item.event, kind: item.inside ? 'inside' : 'label', left: item.textAt, right: item.textAt + item.textWidth, y: item.y}] : []),
    ]).concat(scene.groups.map((group) => ({of: -1, kind: 'group', left: group.x - 10, right: group.x + 10, y: group.y})));
    const found = [];
    for (const [place, one] of boxes.entries()) for (const other of boxes.slice(place + 1)) {
      if (one.of === other.of || Math.abs(one.y - other.y) > 16) continue;
      if (one.kind === 'group' && other.kind === 'group') continue;
      if (one.left < other.right - 0.5 && other.left < one.right - 0.5) found.push([one, other]);
    }
    done([scene.dense, boxes.filter((box) => box.kind !== 'mark').length, found.slice(0, 3)]);
  }));
})"""


def crowd(size: int) -> View:
    """Days, spans, windows and open ends, with titles of one to fourteen words in several scripts."""
    dice = random.Random(11)  # noqa: S311  # made-up data

    def one(number: int) -> EventRow:
        day = START + dice.randint(0, 500)
        last = iso_day(day + dice.randint(1, 60))
        when = dice.choice([iso_day(day)] * 5 + [f"{iso_day(day)}/{last}", f"[{iso_day(day)}..{last}]", f"{iso_day(day)}/..", f"[..{iso_day(day)}]"])  # fmt: skip
        title = " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 14)))
        return event(number, when=when, title=title, actors=(actor(dice.randint(0, 6)),))

    return of_rows(*map(one, range(size)))


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("size", [30, 400])
def test_labels_never_overlap(open_view: Open, size: int, screen: dict[str, Any]) -> None:
    page = open_view(crowd(size), **screen).ready()
    settled(page)
    dice = random.Random(size)  # noqa: S311  # made-up places
    labelled = 0
    for length in (1000, 700, 400, 200, 100, 60, 30, 14, 7, 3, 1):
        for _ in range(3):
            middle = START + dice.uniform(-20, 560)
            dense, seen, found = page.evaluate(OVERLAPS, [middle - length / 2, middle + length / 2])
            assert found == [], (length, middle)
            labelled += 0 if dense else seen
            for step in (0.1, 0.3):  # a little further, where nothing is packed anew
                _, _, found = page.evaluate(OVERLAPS, [middle - length * (0.5 - step), middle + length * (0.5 + step)])
                assert found == [], (length, middle, step)
    assert labelled > 100
