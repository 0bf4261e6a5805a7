"""HTML: one file that opens from disk, offline: a chart, a table of every event, and the quotes behind them."""

from __future__ import annotations

import json
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any, Final

from timeline.edtf.days import parse_day
from timeline.export import date_words
from timeline.export.drawing.extent import drawable
from timeline.export.page import bundle, safety
from timeline.export.page.data import page_data
from timeline.export.page.legend import colours, legend
from timeline.export.page.table import tables
from timeline.export.plain_text import one_line
from timeline.export.words import Words, load

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.model.view import View

WIDTHS: Final = (330, 640, 1080)
"""Pixels of time axis that the chart is laid out for; the page takes the widest that fits."""

_NARROW: Final = 500
"""Below this, lane names stand above their lanes."""


def export(view: View, options: ExportOptions) -> bytes:
    words = load(options.language)
    title = one_line(options.title or view.title) or words.say("page.untitled")
    chart = any(drawable(row) for row in view.rows)
    page_script = _asset("page.js")
    scripts = [page_script, bundle.source()] if chart else [page_script]
    islands = [safety.island("data", page_data(view, words))]
    if chart:
        drawings = json.dumps(figures(view, options), sort_keys=True, separators=(",", ":"))
        islands += [safety.packed_island("drawings", bundle.packed(drawings))]
        islands += [safety.packed_island("plotly", bundle.packed_source())]
    parts = {
        "language": words.code,
        "policy": safety.text(safety.policy(*scripts)),
        "title": safety.text(title),
        "style": colours() + _asset("page.css"),
        "kicker": safety.text(words.say("page.kicker")),
        "deck": safety.text(_deck(view, words)),
        "chart": _chart(view, words) if chart else _no_chart(view, words),
        "table_title": safety.text(words.say("page.table")),
        "tables": tables(view, words),
        "left_out": _left_out(view, words),
        "close": safety.text(words.say("page.close")),
        "panel": safety.text(words.say("page.panel")),
        "islands": "\n".join(islands),
        "script": safety.script(page_script),
    }
    return Template(_asset("page.html")).substitute(parts).encode()


def figures(view: View, options: ExportOptions) -> list[dict[str, Any]]:
    """The chart for each of `WIDTHS`, as plotly's JSON."""
    from timeline.export.figure import figure  # noqa: PLC0415  # a page without a dated event needs no plotly

    drawn = []
    for width in WIDTHS:
        beside = width >= _NARROW
        made = figure(view, options.lanes, language=options.language, width=width, names_beside=beside)
        drawn.append({**made.to_plotly_json(), "width": width})
    return drawn


def _asset(name: str) -> str:
    return (files("timeline.export.page") / name).read_text(encoding="utf-8")


def _deck(view: View, words: Words) -> str:
    """`7 events · as known on 22 October 2025`."""
    parts = [words.count("page.events", len(view.rows))]
    if view.as_of:
        parts.append(words.say("page.as_of", day=date_words.of_published(view.as_of, words)))
    return " · ".join(parts)


def _chart(view: View, words: Words) -> str:
    buttons = "".join(
        f'<button type=button data-act={act} aria-label="{safety.text(words.say(f"page.{name}"))}">{safety.text(face)}</button>'
        for act, name, face in (
            ("out", "zoom_out", "−"),
            ("in", "zoom_in", "+"),
            ("all", "all", words.say("page.all")),
            ("today", "go_today", words.say("page.go_today")),
        )
    )
    off, old = (safety.text(words.say(f"page.chart_{why}")) for why in ("off", "old"))
    return (
        f"<div class=bar>{legend(view, words)}<div class=tools hidden>{buttons}</div></div>"
        f'<figure><div id=chart role=img aria-label="{safety.text(words.say("page.chart_label"))}"></div>'
        f"<figcaption class=hint hidden>{safety.text(words.say('page.hint'))}</figcaption></figure>"
        f"<p class=notice id=old hidden>{old}</p><noscript><p class=notice>{off}</p></noscript>"
    )


def _no_chart(view: View, words: Words) -> str:
    why = "nothing_drawn" if view.rows else "empty"
    return f"<p class=notice>{safety.text(words.say(f'page.{why}'))}</p>" + (legend(view, words) if view.rows else "")


def _left_out(view: View, words: Words) -> str:
    """What the chart does not show, the view's own notes, and the day it was asked on."""
    undrawn = [row for row in view.rows if not drawable(row)]
    far = sum(row.when is not None for row in undrawn)
    counted = (("undrawn", len(undrawn) - far), ("far", far))
    said = [words.count(f"left_out.{name}", number) for name, number in counted if number]
    said += [one_line(note) for note in view.notes]
    items = "".join(f"<li>{safety.text(sentence)}</li>" for sentence in said)
    today = date_words.of_day(parse_day(view.today), words, named=True)
    made = safety.text(words.say("page.made", day=today, timezone=view.timezone))
    heading = f"<h2>{safety.text(words.say('page.left_out'))}</h2><ul>{items}</ul>" if items else ""
    return f"{heading}<p>{made}</p>"
