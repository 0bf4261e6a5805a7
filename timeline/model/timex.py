"""Timex: one mention of time in a text, and what it means."""

from __future__ import annotations

from timeline.model.shape import Shape
from timeline.model.vocabulary import Anchor, TimexType


class Timex(Shape):
    """A TIMEX3 with its resolution.

    `start`, `end`: code points in the document, half-open, `text` stands between them.
    `value`: the resolved TIMEX3 value (`2025-W43`, `PT3H`, `FUTURE_REF`); `underspecified`: what the words alone
    say (`XXXX-WXX-5`). `edtf`: canonical EDTF, `None` for durations, sets and what cannot be placed.
    `earliest`, `latest`: ISO days, inclusive; `None` is open. `alternatives`: EDTF of the readings not chosen, best
    first. `certain`, `implied`: the fields the words gave, and those the anchor supplied.
    `mod`, `quant`, `freq`: the attributes of TIMEX3 (`START`, `EACH`, `2X`). `window`: the event lies somewhere inside (`[a..b]`) rather than lasting throughout (`a/b`).
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    underspecified: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    granularity: str
    anchor: Anchor
    anchor_day: str | None = None
    direction: str | None = None
    window: bool = False
    rule: str
    certain: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
