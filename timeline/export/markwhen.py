"""markwhen: a text that its editor draws. A line an event; exact values stand as properties under it, quotes as `>` lines.

It has no windows, no open ends and only the years 1 to 9999: windows become spans that say so in their title, what is
open stands on the end that is known, and what has no such date is left out and named in comments at the top.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from timeline.export import claim_words, iso_dates
from timeline.export.iso_dates import IsoDates
from timeline.export.json_rows import dumps
from timeline.export.links import safe
from timeline.export.placing import Extent, placements, slot
from timeline.export.plain_text import one_line
from timeline.export.streaming import LeftOut, Streaming, undated
from timeline.export.words import Words, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_SIGN: Final = re.compile(r"([#!@])(?=\S)|//")
"""What its titles take for a tag, an id or a comment."""
_WORD: Final = re.compile(r"\W+")


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    words = load(options.language)
    title = one_line(options.title or view.title)
    yield f"---\ntitle: {_quoted(title or 'timeline')}\ntimezone: {_quoted(view.timezone)}\n---\n\n".encode()
    for left in _left_out(view):
        named = words.say("date.list").join(one_line(row.title) for row in left.rows)
        yield f"// {words.count('left_out.undated_here', len(left.rows), titles=named)}\n".encode()
    for note in view.notes:
        yield f"// {one_line(note)}\n".encode()
    for row in view.rows:
        days = _days(row, view.timezone)
        if days is not None:
            yield "".join(_lines(row, days, words)).encode()


def _left_out(view: View) -> list[LeftOut]:
    """Undated events, and those of years that it cannot write."""
    far = tuple(row for row in view.rows if placements(row) and _days(row, view.timezone) is None)
    found = undated(view, "without a date: not in the file, whose first lines name them")
    return [*found, *([LeftOut("outside the years 1 to 9999: not in the file", far)] if far else [])]


def _days(row: EventRow, zone: str) -> str | None:
    found = iso_dates.of_row(row, zone)
    if found is None:
        return None
    if found.timed and found.first and found.last:
        first, last = _utc(found.first), _utc(found.last)
        return first if first == last else f"{first} - {last}"
    return _whole_days(found)


def _whole_days(found: IsoDates) -> str | None:
    days = [end.partition("T")[0] for end in (found.first, found.last) if end is not None]
    if not all(map(_DAY.fullmatch, days)):
        return None
    first, last = days[0], days[-1]
    if first == last:
        return first
    return iso_dates.whole_period(first, last) or f"{first}/{last}"


def _utc(iso: str) -> str:
    return datetime.fromisoformat(iso).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _lines(row: EventRow, days: str, words: Words) -> Iterator[str]:
    title = one_line(row.title)
    shown = _SIGN.sub(lambda found: f"{found[0]} ", title)
    how = _how(row)
    shown = words.say(f"calendar.{how}", title=shown) if how else shown
    yield f"\n{days}: {shown or '…'}{''.join(f' #{tag}' for tag in _tags(row))}\n"
    yield f"id: {_quoted(row.id)}\ntitle: {_quoted(title)}\nwhen: {_quoted(slot(row) or '')}\n"
    yield f"occurrence: {_quoted(row.occurrence.value)}\nkind: {_quoted(row.kind)}\n"
    if row.place:
        yield f"place: {_quoted(row.place)}\n"
    if row.actors:
        yield f"actors: {_quoted('; '.join(f'{one_line(one.name)}:{one.role.value}' for one in row.actors))}\n"
    yield "\n"
    for claim in row.claims:
        quote = f"{words.say('claim.quote', quote=one_line(claim.quote))} " if claim.quote else ""
        address = safe(claim.url)
        after = f" {address}" if address else ""
        yield f"> {quote}{one_line(claim_words.attribution(claim, words))}{after}\n"


def _how(row: EventRow) -> str | None:
    """The word that says what its dates cannot: some day in a window, an end that is open."""
    placed = placements(row)[0]
    if placed.extent is Extent.WINDOW:
        return "not_after" if placed.first is None else "not_before" if placed.last is None else "some_day"
    return "until" if placed.first is None else "from" if placed.last is None else None


def _tags(row: EventRow) -> list[str]:
    return [tag for name in (row.kind, row.occurrence.value, *row.tags) if (tag := _WORD.sub("_", name).strip("_"))]


def _quoted(text: str) -> str:
    """A scalar that YAML reads back as this very text."""
    return dumps(one_line(text))


export = Streaming(_parts, _left_out)
