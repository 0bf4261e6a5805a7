"""Every event as a table: what is read without a mouse, without a chart, and on paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.export import claim_words, date_words
from timeline.export.leading import leading, source_name
from timeline.export.links import safe
from timeline.export.marks import MARKS, key_of
from timeline.export.options import Redact
from timeline.export.page.safety import text
from timeline.export.placing import slot
from timeline.export.plain_text import one_line
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline.export.words import Words
    from timeline.model.view import EventRow, View

_COLUMNS = ("date", "event", "actors", "status", "source")


def tables(view: View, words: Words, redact: Collection[Redact] = ()) -> str:
    """Dated events, then those without a date, each in the order of the view."""
    columns = [name for name in _COLUMNS if name != "source" or Redact.SOURCES not in redact]
    dated = [row for row in view.rows if slot(row) is not None]
    undated = [row for row in view.rows if slot(row) is None]
    return _table("dated", dated, words, columns) + _table("undated", undated, words, columns)


def _table(name: str, rows: list[EventRow], words: Words, columns: list[str]) -> str:
    if not rows:
        return ""
    heads = "".join(
        f'<th scope="col" class="h-{column}">{text(words.say(f"page.column.{column}"))}</th>' for column in columns
    )
    body = "".join([_row(row, words, sourced="source" in columns) for row in rows])
    caption = f"{text(words.say(f'page.{name}'))} <small>{len(rows)}</small>"
    return f"<table class=static-{name}><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _row(row: EventRow, words: Words, *, sourced: bool) -> str:
    suggested = row.judgement is Stance.SUGGESTED
    badge = f" <em class=badge>{text(words.say('suggested'))}</em>" if suggested else ""
    actors = words.say("date.list").join([one_line(actor.name) for actor in row.actors])
    source = f"<td class=c-source>{_source(row, words)}</td>" if sourced else ""
    return (
        f"<tr{' class=suggested' if suggested else ''}><td class=c-date>{text(date_words.of_row(row, words))}</td>"
        f"<td class=c-event><span dir=auto>{text(one_line(row.title) or row.id)}</span>{badge}</td>"
        f"<td class=c-actors>{text(actors)}</td>"
        f"<td class=c-status>{swatch(key_of(row))} {text(claim_words.status(row, words))}</td>{source}</tr>"
    )


def _source(row: EventRow, words: Words) -> str:
    claim = leading(row)
    if claim is None:
        return ""
    name = text(one_line(source_name(claim, words.say("claim.desk"))))
    url = safe(claim.url)
    return f'<a href="{text(url)}" target="_blank" rel="noopener noreferrer">{name}</a>' if url else name


@cache
def swatch(key: str) -> str:
    """A mark as a small drawing; its colour comes from the style sheet."""
    mark = MARKS[key]
    weight = ' class="solid"' if mark.solid else ""
    return f'<svg class="mark m-{key}" viewBox="0 0 16 16" aria-hidden="true"><path{weight} d="{mark.outline}"/></svg>'
