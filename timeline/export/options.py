"""What an exporter may be told; nothing else reaches it but the View."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from timeline.model.view import View


class Lanes(StrEnum):
    """What a lane of the drawing stands for."""

    ACTOR = "actor"
    PLACE = "place"
    KIND = "kind"
    STATUS = "status"
    SOURCE = "source"


class Redact(StrEnum):
    """What a page may leave out: what the desk noted for itself; who said and published what, with the links."""

    NOTES = "notes"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`title` replaces the View's own. `language` is that of the interface and of dates in words, never of the content;
    without one, a page speaks as its reader's browser does, and every other format English.

    `deck`, `credit`, `colour` (`#rrggbb`), `embed` (a fragment for an article's page instead of a whole page) and
    `redact` are for pages, and `pictures` for their stories: the id of an event, a `data:` address, and what is to be
    seen, in words (empty: the event's title). `strict_ics`: cancelled events carry STATUS:CANCELLED, which makes some calendars hide them.
    """

    title: str | None = None
    lanes: Lanes = Lanes.ACTOR
    language: str | None = None
    strict_ics: bool = False
    deck: str | None = None
    credit: str | None = None
    colour: str | None = None
    embed: bool = False
    redact: frozenset[Redact] = frozenset({Redact.NOTES})
    pictures: tuple[tuple[str, str, str], ...] = ()


class Exporter(Protocol):
    """What the registry's table `exporters` holds. Same view and options, same bytes."""

    def __call__(self, view: View, options: ExportOptions) -> bytes: ...
