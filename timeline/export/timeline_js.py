"""TimelineJS 3: its JSON, a slide an event. It wants a start for every slide, so undated events are left out, and told.

Its texts are HTML, so ours are escaped. That is not enough: TimelineJS turns the entities of headlines back into signs and makes
elements of them, so that a title could run a script. Angle brackets become guillemets, which nothing takes for markup. What it cannot say (a window, a status) stands in words in `display_date` and
in the text, and exactly under the key `timeline` of each slide, which it ignores and our import reads.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, Final

from timeline.edtf.days import civil
from timeline.export import claim_words, date_words
from timeline.export.json_rows import dumps
from timeline.export.links import safe
from timeline.export.placing import Placement, placements, slot
from timeline.export.plain_text import one_line, printable
from timeline.export.streaming import Streaming, undated
from timeline.export.words import Words, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.edtf.value import Clock
    from timeline.export.options import ExportOptions
    from timeline.export.streaming import LeftOut
    from timeline.model.view import ActorRow, ClaimRow, EventRow, View

_NO_ID: Final = re.compile(r"[^\w.-]+")
_BRACKETS: Final = str.maketrans({"<": "‹", ">": "›"})
_IN_ADDRESS: Final = str.maketrans({"<": "%3C", ">": "%3E", '"': "%22", "'": "%27"})
_HUMAN: Final = (-271_820, 275_760)
"""Years that its scale `human` can draw."""


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    words = load(options.language)
    remarks = [one_line(note) for note in view.notes]
    for left in _left_out(view):
        titles = words.say("date.list").join(one_line(row.title) for row in left.rows)
        remarks.append(words.count("left_out.undated_here", len(left.rows), titles=titles))
    head: dict[str, Any] = {}
    title = one_line(options.title or view.title)
    if title or remarks:
        text = "".join(f"<p>{_shown(remark)}</p>" for remark in remarks)
        head["title"] = {"text": {"headline": _shown(title), "text": text}, "autolink": False}
    placed = [row for row in view.rows if placements(row)]
    years = [year for row in placed for year in _years(placements(row)[0])]
    head["scale"] = "human" if all(_HUMAN[0] < year < _HUMAN[1] for year in years) else "cosmological"
    yield dumps(head, indent=1).removesuffix("\n}").encode() + b',\n "events": ['
    separator = "\n"
    for row in placed:
        yield (separator + dumps(_slide(row, words))).encode()
        separator = ",\n"
    yield b"\n ]\n}\n"


def _left_out(view: View) -> list[LeftOut]:
    return undated(view, "without a date: not in the file, whose title slide names them")


def _years(placed: Placement) -> list[int]:
    return [civil(day)[0] for day in (placed.first, placed.last) if day is not None]


def _slide(row: EventRow, words: Words) -> dict[str, Any]:
    placed = placements(row)[0]
    first = placed.first if placed.first is not None else placed.last
    slide: dict[str, Any] = {"start_date": _date(first or 0, placed.starts)}
    if placed.last is not None and placed.last != first:
        slide["end_date"] = _date(placed.last, placed.ends)
    slide["display_date"] = _shown(date_words.of_row(row, words))
    slide["text"] = {"headline": _shown(one_line(row.title)), "text": _text(row, words)}
    if row.place:
        slide["group"] = _shown(one_line(row.place))
    slide["unique_id"] = _NO_ID.sub("-", row.id)
    slide["autolink"] = False
    slide["timeline"] = {
        "id": row.id,
        "title": one_line(row.title),
        "when": slot(row),
        "occurrence": row.occurrence.value,
        "kind": row.kind,
    }
    return slide


def _shown(text: str) -> str:
    return escape(text.translate(_BRACKETS))


def _date(day: int, clock: Clock | None) -> dict[str, int]:
    """Years before our era are counted as historians do, without a year 0."""
    year, month, number = civil(day)
    said = {"year": year if year > 0 else year - 1, "month": month, "day": number}
    if clock is not None and clock.hour < 24:
        said |= {"hour": clock.hour, "minute": clock.minute}
    return said


def _text(row: EventRow, words: Words) -> str:
    lines = [_shown(claim_words.status(row, words))]
    if row.actors:
        lines.append(_shown(", ".join(_actor(actor, words) for actor in row.actors)))
    return "".join(f"<p>{line}</p>" for line in [*lines, *(_quote(claim, words) for claim in row.claims)])


def _actor(actor: ActorRow, words: Words) -> str:
    return words.say("calendar.actor", name=one_line(actor.name), role=words.say(f"role.{actor.role.value}"))


def _quote(claim: ClaimRow, words: Words) -> str:
    quote = f"{_shown(words.say('claim.quote', quote=printable(claim.quote)))} " if claim.quote else ""
    source = _shown(one_line(claim_words.attribution(claim, words)))
    address = safe(claim.url)
    if not address:
        return f"{quote}{source}"
    return f'{quote}<a href="{escape(address.translate(_IN_ADDRESS))}">{source}</a>'


export = Streaming(_parts, _left_out)
