"""What the page's script is given: settings in plain JSON, and three blocks of columns.

`facts` draws the first picture, `texts` names what is drawn, `evidence` waits until somebody asks.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from timeline.edtf.days import parse_day
from timeline.export import marks
from timeline.export.leading import leading, source_name
from timeline.export.options import Redact
from timeline.export.page.columns import Block, Numbered
from timeline.export.page.facts import Names, States
from timeline.export.plain_text import one_line, printable
from timeline.export.words import available, load
from timeline.lang import kinds
from timeline.model.vocabulary import Anchor, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View


def settings(view: View, options: ExportOptions) -> dict[str, Any]:
    """What is said once, for the whole page."""
    return {
        "title": one_line(options.title or view.title),
        "deck": one_line(options.deck or ""),
        "credit": one_line(options.credit or ""),
        "today": parse_day(view.today),
        "asOf": parse_day(view.as_of) if view.as_of else None,
        "timezone": view.timezone,
        "lanes": options.lanes.value,
        "language": load(options.language).code if options.language else None,
        "languages": spoken(options),
        "embed": options.embed,
        "redact": sorted(options.redact),
        "notes": [one_line(note) for note in view.notes],
        "rejected": sum(row.rejected for row in view.rows),
        "marks": [
            [key, mark.outline, mark.solid, mark.pattern, mark.colour.light, mark.colour.dark]
            for key, mark in marks.MARKS.items()
        ],
        "colours": {name: [colour.light, colour.dark] for name, colour in marks.NAMED.items()},
        "anchors": [anchor.value for anchor in Anchor],
        "roles": [role.value for role in Role],
    }


def blocks(view: View, options: ExportOptions) -> tuple[Block, Block]:
    """`facts` and `texts`."""
    names, found = Names(), Numbered()
    block = Block()
    states = States(names)
    shown = Redact.SOURCES not in options.redact
    for row in view.rows:
        states.add(row, _outlet(row) if shown else None, unnamed=row.unnamed)
    states.write(block)
    block.numbers("kind", array("i", [found[row.kind] for row in view.rows]))
    _history(view, names, block, shown=shown)
    names.write(block)
    block.texts("kinds", map(one_line, found))
    block.data("kindLabels", {code: _labels(code, found) for code in spoken(options)})
    texts = Block()
    texts.texts("titles", (one_line(row.title) for row in view.rows))
    texts.texts("ids", (printable(row.id) for row in view.rows))
    texts.texts("edtf", names.dates)
    return block, texts


def _history(view: View, names: Names, block: Block, *, shown: bool) -> None:
    """Earlier states, those of one event together and oldest first; `pastOf` names the event."""
    past, events = States(names), array("i")
    for number, row in enumerate(view.rows):
        for moment in row.history:
            past.add(moment, _outlet(row, moment.since) if shown else None)
            events.append(number)
    block.numbers("pastOf", events)
    past.write(block, "past.")


def _outlet(row: EventRow, day: str | None = None) -> str | None:
    """Of the claim that speaks for the row, as of a day; empty for the desk's own."""
    if day is not None:
        heard = tuple(claim for claim in row.claims if claim.published is None or claim.published[:10] <= day)
        row = row.model_copy(update={"claims": heard})
    claim = leading(row)
    return None if claim is None else source_name(claim, "")


def spoken(options: ExportOptions) -> tuple[str, ...]:
    """Codes of the languages that the page can speak: the one that was asked for, or all."""
    return (load(options.language).code,) if options.language else available()


def _labels(language: str, found: Iterable[str]) -> dict[str, str]:
    """Of the kinds that are used."""
    known = kinds.load()
    return {kind: kinds.label(kind, language) for kind in found if kind in known}
