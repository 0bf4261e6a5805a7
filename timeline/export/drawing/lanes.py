"""Which lane each row belongs to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from timeline.export.leading import leading, source_name
from timeline.export.options import Lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline.export.words import Words
    from timeline.model.view import EventRow

MOST: Final = 24
"""Lanes beyond this number share one: more would not be read."""

_NONE: Final = ""
_OTHERS: Final = "\x00others"


@dataclass(frozen=True, slots=True)
class Lane:
    """`rows`: positions in the view. `joined`: positions of rows that stand in another lane and touch this one."""

    name: str
    rows: tuple[int, ...]
    joined: tuple[int, ...] = ()


def lanes_of(rows: Sequence[EventRow], drawn: Sequence[int], by: Lanes, words: Words) -> tuple[Lane, ...]:
    """Lanes in the order in which the drawn rows first need them; those without a name, and the surplus, last."""
    named = {position: _NAMES[by](rows[position], words) or [_NONE] for position in drawn}
    kept = _most_used(named.values())
    homes: dict[str, list[int]] = {}
    guests: dict[str, list[int]] = {}
    for position, names in named.items():
        shown = list(dict.fromkeys(name if name in kept else _OTHERS for name in names))
        homes.setdefault(shown[0], []).append(position)
        for name in shown[1:]:
            guests.setdefault(name, []).append(position)
    order = sorted({**homes, **guests}, key=[_NONE, _OTHERS].__contains__)
    return tuple(
        Lane(_title(name, by, words), tuple(homes.get(name, ())), tuple(guests.get(name, ()))) for name in order
    )


def _most_used(names: Iterable[list[str]]) -> set[str]:
    counted = Counter(name for group in names for name in group)
    return {name for name, _ in counted.most_common(MOST)}


def _title(name: str, by: Lanes, words: Words) -> str:
    if name == _NONE:
        return words.say(f"page.lane_without.{by.value}")
    return words.say("page.lane_others") if name == _OTHERS else name


def _actors(row: EventRow, words: Words) -> list[str]:  # noqa: ARG001  # one signature for all
    return [actor.name for actor in row.actors]


def _place(row: EventRow, words: Words) -> list[str]:  # noqa: ARG001  # one signature for all
    return [row.place] if row.place else []


def _kind(row: EventRow, words: Words) -> list[str]:
    return [words.kind(row.kind)]


def _status(row: EventRow, words: Words) -> list[str]:
    return [words.say("disputed") if row.disputed else words.occurrence(row.occurrence)]


def _source(row: EventRow, words: Words) -> list[str]:
    claim = leading(row)
    return [source_name(claim, words.say("claim.desk"))] if claim else []


_NAMES: Final[dict[Lanes, Callable[[EventRow, Words], list[str]]]] = {
    Lanes.ACTOR: _actors,
    Lanes.PLACE: _place,
    Lanes.KIND: _kind,
    Lanes.STATUS: _status,
    Lanes.SOURCE: _source,
}
