"""Where marks and labels go."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.sample_views import STORY
from timeline.edtf.days import parse_day
from timeline.export.drawing import strokes
from timeline.export.drawing.canvas import Canvas, cut, measured
from timeline.export.drawing.extent import reach
from timeline.export.drawing.lanes import MOST
from timeline.export.drawing.packing import FADE, MARK, Item, Packed, centre, pack
from timeline.export.drawing.scene import arrange
from timeline.export.options import Lanes
from timeline.export.placing import Extent, Placement, placements
from timeline.export.words import load
from timeline.model.view import ActorRow, EventRow, View
from timeline.model.vocabulary import Occurrence, Role, Stance

CANVAS = Canvas(0.0, 100.0, 1000)


def row(when: str | None, *actors: str) -> EventRow:
    people = tuple(ActorRow(id=name, name=name, role=Role.PARTICIPANT) for name in actors)
    accepted = {"occurrence": Occurrence.EXPECTED, "judgement": Stance.ACCEPTED}
    return EventRow.model_validate(
        {"id": "x", "title": "Talks", "kind": "talks", "when": when, "actors": people} | accepted
    )


PLACES = {
    "2025-10-17": Extent.POINT,
    "2025-10-17/2025-10-17": Extent.POINT,
    "2025-10": Extent.WINDOW,
    "[2025-10-20..2025-10-26]": Extent.WINDOW,
    "[..2025-10-26]": Extent.WINDOW,
    "2025-10-20/2025-10-22": Extent.SPAN,
    "2025-10-20/..": Extent.SPAN,
}


@pytest.mark.parametrize(("when", "extent"), PLACES.items())
def test_point_span_or_window(when: str, extent: Extent) -> None:
    (placement,) = placements(row(when))
    assert placement.extent is extent


def test_a_set_stands_on_each_of_its_days() -> None:
    assert [placement.first for placement in placements(row("{2025-10-20,2025-10-22}"))] == [
        parse_day("2025-10-20"),
        parse_day("2025-10-22"),
    ]


def box(packed: Packed, canvas: Canvas) -> tuple[float, float]:
    place = packed.item.placement
    middle = canvas.x(centre(place))
    left = min(middle - MARK, canvas.x(place.first)) if place.first is not None else middle - MARK - FADE
    right = max(middle + MARK, canvas.x(place.last + 1)) if place.last is not None else middle + MARK + FADE
    width = 0 if packed.label.inside else measured(packed.label.text)
    return (left - width, right) if packed.label.sign < 0 else (left, right + width * packed.label.sign)


days = st.none() | st.integers(0, 99)
ends = st.tuples(days, days).filter(lambda pair: pair != (None, None))
items = st.builds(
    lambda pair, extent, title: Item(0, Placement(extent, *sorted_ends(pair)), title),
    ends,
    st.sampled_from((Extent.SPAN, Extent.WINDOW)),
    st.text(max_size=60),
)


def sorted_ends(pair: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    first, last = pair
    return (last, first) if first is not None and last is not None and first > last else pair


@settings(deadline=None)
@given(st.lists(items, max_size=30))
def test_nothing_overlaps_on_a_row(found: list[Item]) -> None:
    packed = pack(found, CANVAS)
    assert len(packed) == len(found)
    for number in range(max((one.row for one in packed), default=-1) + 1):
        boxes = sorted(box(one, CANVAS) for one in packed if one.row == number)
        assert all(before[1] <= after[0] for before, after in pairwise(boxes))


def test_a_label_ends_with_its_remark() -> None:
    item = Item(0, Placement(Extent.POINT, 5, 5), "x" * 80, " (suggested)")
    assert item.label(30).endswith("… (suggested)")
    assert len(item.label(30)) == 30


def test_cut_says_that_it_cuts() -> None:
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcd", 4) == "abcd"


def test_today_is_shown_unless_far_away() -> None:
    today = parse_day("2025-10-18")
    near, far = reach([row("2025-10-01")], today, 1000), reach([row("1995-10-01")], today, 1000)
    assert near[0] < today < near[1]
    assert far[1] < today


def test_lanes_in_order_of_need_and_the_surplus_in_one() -> None:
    view = View(today="2025-10-18", rows=tuple(row("2025-10-17", f"actor {n}") for n in range(MOST + 5)))
    scene = arrange(view, Lanes.ACTOR, 1000, load("en"), beside=True)
    assert [strip.name for strip in scene.strips] == [*(f"actor {n}" for n in range(MOST)), "Others"]
    assert len(scene.drawn) == MOST + 5


def test_an_event_with_several_actors_is_joined_to_their_lanes() -> None:
    view = View(today="2025-10-18", rows=(row("2025-10-17", "a", "b", "c"), row("2025-10-18")))
    scene = arrange(view, Lanes.ACTOR, 1000, load("en"), beside=True)
    assert [(strip.name, strip.joined) for strip in scene.strips] == [
        ("a", ()),
        ("b", (0,)),
        ("c", (0,)),
        ("No actor", ()),
    ]
    assert len(list(strokes.connectors(scene))) == 2


def test_an_undated_row_has_no_mark() -> None:
    scene = arrange(STORY, Lanes.ACTOR, 1000, load("en"), beside=True)
    assert {drawn.position for drawn in scene.drawn} == set(range(len(STORY.rows) - 1))


def test_a_suggestion_is_lighter() -> None:
    scene = arrange(STORY, Lanes.ACTOR, 1000, load("en"), beside=True)
    light = {drawn.row.id for drawn in scene.drawn if strokes.lightness(drawn) < 1}
    assert light == {"advisers-talks"}
