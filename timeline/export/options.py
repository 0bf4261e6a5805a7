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


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`title` replaces the View's own. `language` is that of the interface and of dates in words, never of the content.

    `strict_ics`: cancelled events carry STATUS:CANCELLED, which makes some calendars hide them.
    """

    title: str | None = None
    lanes: Lanes = Lanes.ACTOR
    language: str = "en"
    strict_ics: bool = False


class Exporter(Protocol):
    """What the registry's table `exporters` holds. Same view and options, same bytes."""

    def __call__(self, view: View, options: ExportOptions) -> bytes: ...
