"""How a page is to look; `export` and `open` share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from timeline.export.options import ExportOptions, Lanes

if TYPE_CHECKING:
    from timeline.model.view import View

_PANEL = "How it looks"
_UNDATED: Final = {
    "html": "without a date: in the table, not in the chart",
    "ics": "without a date: not in the calendar",
}
"""Formats that place events in time, and what becomes of those that have no place there."""


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 the word that typer uses
    return typer.Option(*names, help=help, rich_help_panel=_PANEL, **more)


@dataclass(frozen=True, slots=True)
class Page:
    title: str | None
    language: str
    lanes: Lanes

    def options(self, *, strict_ics: bool = False) -> ExportOptions:
        """Raises `UsageError` for a language that has no words for the page; a region of one that has (`fr-CA`) will do."""
        from timeline.errors import UsageError
        from timeline.export.words import available

        if self.language.replace("_", "-").partition("-")[0].lower() not in available():
            raise UsageError(f"--lang {self.language!r}: pages speak {', '.join(available())}")
        return ExportOptions(title=self.title, lanes=self.lanes, language=self.language, strict_ics=strict_ics)


def page(
    *,
    title: Annotated[str | None, _option("--title", metavar="WORDS", help="Its headline.")] = None,
    lang: Annotated[str, _option("--lang", metavar="CODE", help="The language of labels and dates.")] = "en",
    lanes: Annotated[Lanes, _option("--lanes", help="What a lane of the chart stands for.")] = Lanes.ACTOR,
) -> Page:
    return Page(title, lang, lanes)


def left_out(view: View, name: str) -> Iterator[str]:
    """What a format cannot hold of a view."""
    from timeline.export.placing import placements

    undated = [row.title for row in view.rows if not placements(row)]
    if undated and name in _UNDATED:
        yield f"{len(undated)} {'event' if len(undated) == 1 else 'events'} {_UNDATED[name]}: {'; '.join(undated)}"
