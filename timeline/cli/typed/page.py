"""How a page is to look; `export` and `open` share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer

from timeline.export.options import ExportOptions, Lanes, Redact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.streaming import LeftOut
    from timeline.model.view import View

_PANEL = "How it looks"
_NOTHING: Final = "none"
_UNDATED: Final = {
    "html": "without a date: listed in the page, not drawn",
}
"""Formats that place events in time, and what becomes of those that have no place there."""
_LISTING: Final = frozenset({"html"})
"""Formats that hold what they cannot place."""
_NAMED: Final = 20
"""Titles that a sentence on the error stream names."""


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 the word that typer uses
    return typer.Option(*names, help=help, rich_help_panel=_PANEL, **more)


@dataclass(frozen=True, slots=True)
class Page:
    title: str | None
    deck: str | None
    credit: str | None
    colour: str | None
    language: str | None
    lanes: Lanes
    redact: str
    embed: bool
    picture: tuple[str, ...] = ()

    def options(self, *, strict_ics: bool = False) -> ExportOptions:
        """Raises `UsageError` for a language that has no words for the page (a region of one that has, `fr-CA`, will
        do), for a colour that is none, and for something to redact that there is not.
        """
        return ExportOptions(
            title=self.title,
            lanes=self.lanes,
            language=self._spoken(),
            strict_ics=strict_ics,
            deck=self.deck,
            credit=self.credit,
            colour=self._accent(),
            embed=self.embed,
            redact=self._redacted(),
            pictures=tuple(_picture(said) for said in self.picture),
        )

    def without_event(self, view: View) -> Iterator[str]:
        """Pictures of what is not in the page."""
        ids = {row.id for row in view.rows}
        for said in self.picture:
            event = said.partition("=")[0]
            if event not in ids:
                yield f"--picture {event}: no such event in this page"

    def _spoken(self) -> str | None:
        from timeline.errors import UsageError
        from timeline.export.words import available

        code = self.language
        if code is not None and code.replace("_", "-").partition("-")[0].lower() not in available():
            raise UsageError(f"--lang {code!r}: pages speak {', '.join(available())}")
        return code

    def _accent(self) -> str | None:
        from timeline.errors import UsageError
        from timeline.export.page.style import is_colour

        if self.colour is not None and not is_colour(self.colour):
            raise UsageError(f"--colour {self.colour!r}: write it as #rrggbb, for example #c00d1e")
        return self.colour

    def _redacted(self) -> frozenset[Redact]:
        from timeline.errors import UsageError

        wanted = [name.strip() for name in self.redact.split(",") if name.strip()]
        known = {one.value for one in Redact}
        unknown = [name for name in wanted if name not in known and name != _NOTHING]
        if unknown or not wanted:
            raise UsageError(f"--redact {self.redact!r}: say {', '.join(sorted(known))}, or {_NOTHING}")
        return frozenset(Redact(name) for name in wanted if name != _NOTHING)


def _picture(said: str) -> tuple[str, str, str]:
    """Event, `data:` address and words of `EVENT=FILE` or `EVENT=FILE=WORDS`."""
    from pathlib import Path

    from timeline.errors import UsageError
    from timeline.export.page.pictures import embedded

    event, _, rest = said.partition("=")
    name, _, words = rest.partition("=")
    if not event or not name:
        raise UsageError(f"--picture {said!r}: write EVENT=FILE, or EVENT=FILE=what is to be seen")
    try:
        return event, embedded(Path(name).read_bytes()), words.strip()
    except (OSError, ValueError) as trouble:
        why = trouble.strerror if isinstance(trouble, OSError) and trouble.strerror else trouble
        raise UsageError(f"--picture {name!r}: {why}") from trouble


def page(
    *,
    title: Annotated[str | None, _option("--title", metavar="WORDS", help="Its headline.")] = None,
    deck: Annotated[str | None, _option("--deck", metavar="WORDS", help="The sentence under the headline.")] = None,
    credit: Annotated[str | None, _option("--credit", metavar="WORDS", help="The line at its foot.")] = None,
    colour: Annotated[str | None, _option("--colour", metavar="#RRGGBB", help="The accent, instead of red.")] = None,
    lang: Annotated[
        str | None,
        _option("--lang", metavar="CODE", help="Of labels and dates; a page follows its reader's browser if not said."),
    ] = None,
    lanes: Annotated[Lanes, _option("--lanes", help="What a lane stands for at first.")] = Lanes.ACTOR,
    redact: Annotated[
        str, _option("--redact", metavar="WHAT,...", help="Leave out notes, sources; 'none' keeps all.")
    ] = Redact.NOTES.value,
    embed: Annotated[bool, _option("--embed", help="A fragment to paste into an article's page.")] = False,
    picture: Annotated[
        list[str] | None,
        _option("--picture", metavar="EVENT=FILE[=WORDS]", help="A picture of an event, for the story; repeat it."),
    ] = None,
) -> Page:
    return Page(title, deck, credit, colour, lang, lanes, redact, embed, tuple(picture or ()))


class LeftOutOf(NamedTuple):
    """What a format has no room for, in words; `kept`: how many events are in the file."""

    sentences: tuple[str, ...]
    kept: int


def left_out(view: View, name: str, exporter: object = None) -> LeftOutOf:
    """What a format cannot hold of a view: what it says itself, else the events without a date, where it places them."""
    from timeline.export.streaming import undated

    found: list[LeftOut] = list(getattr(exporter, "leaves_out", lambda _: ())(view))
    if name in _UNDATED:
        found += undated(view, _UNDATED[name])
    missing = {row.id for left in found for row in left.rows} if name not in _LISTING else set()
    return LeftOutOf(tuple(map(_sentence, found)), len(view.rows) - len(missing))


def _sentence(left: LeftOut) -> str:
    titles = "; ".join(row.title for row in left.rows[:_NAMED])
    more = len(left.rows) - _NAMED
    named = f"{titles}; and {more} more" if more > 0 else titles
    return f"{len(left.rows)} {'event' if len(left.rows) == 1 else 'events'} {left.reason}: {named}"
