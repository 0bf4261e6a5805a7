"""HTML: one file that opens from disk, offline: a timeline to move in, a table of every event, and the quotes behind them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.export import date_words
from timeline.export.page import safety, script
from timeline.export.page.columns import Block, packed
from timeline.export.page.content import blocks, settings, spoken
from timeline.export.page.evidence import evidence
from timeline.export.page.style import style
from timeline.export.page.table import tables
from timeline.export.placing import slot
from timeline.export.plain_text import one_line
from timeline.export.words import Words, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import View

STATIC_ROWS: Final = 500
"""With more events than this the table needs the script."""


def export(view: View, options: ExportOptions) -> bytes:
    page = _page(view, options)
    return safety.fragment(page, one_line(options.title or view.title)).encode() if options.embed else page.encode()


def _page(view: View, options: ExportOptions) -> str:
    words = load(options.language)
    titled = one_line(options.title or view.title)
    title = titled or words.say("page.untitled")
    few = len(view.rows) <= STATIC_ROWS
    parts = {
        "language": words.code,
        "policy": _policy(),
        "mode": "embedded" if options.embed else "alone",
        "title": safety.text(title),
        "style": style(options.colour),
        "kicker": safety.text(words.say("page.kicker") if titled else ""),
        "deck": safety.text(one_line(options.deck or "") or _deck(view, words)),
        "off": safety.text(words.say("page.off" if few else "page.off_long", n=STATIC_ROWS)),
        "old": safety.text(words.say("page.old" if few else "page.old_long", n=STATIC_ROWS)),
        "table_title": safety.text(words.say("page.table")),
        "tables": tables(view.model_copy(update={"rows": view.rows[:STATIC_ROWS]}), words, options.redact),
        "left_out": _left_out(view, words),
        "credit": safety.text(one_line(options.credit or "")),
        "islands": _islands(view, options),
        "script": safety.script(script.boot()),
    }
    return _template().substitute(parts)


def _islands(view: View, options: ExportOptions) -> str:
    facts, texts = blocks(view, options)
    held = {"facts": facts, "texts": texts, "evidence": evidence(view, options.redact)}
    return "\n".join(
        (
            safety.island("settings", settings(view, options)),
            *_pictures(view, options),
            safety.packed_island("script", _packed_script()),
            safety.packed_island("languages", _packed_languages(spoken(options))),
            *(safety.packed_island(name, packed(block.content())) for name, block in held.items()),
        )
    )


def _pictures(view: View, options: ExportOptions) -> Iterator[str]:
    wanted = {event for event, _, _ in options.pictures}
    titles = {row.id: one_line(row.title) for row in view.rows if row.id in wanted} if wanted else {}
    held = {event: [address, words or titles[event]] for event, address, words in options.pictures if event in titles}
    if held:
        yield safety.island("pictures", held)


@cache
def _policy() -> str:
    return safety.text(safety.policy(script.boot(), script.source()))


@cache
def _packed_script() -> str:
    return packed(script.source().encode())


@cache
def _packed_languages(codes: tuple[str, ...]) -> str:
    block = Block()
    for code in codes:
        block.data(code, {**load(code).content, "code": code})
    return packed(block.content())


@cache
def _template() -> Template:
    return Template((files("timeline.export.page") / "template.html").read_text(encoding="utf-8"))


def _deck(view: View, words: Words) -> str:
    """`7 events · as known on 22 October 2025`."""
    parts = [words.count("page.events", len(view.rows))]
    if view.as_of:
        parts.append(words.say("page.as_of", day=date_words.of_published(view.as_of, words)))
    return " · ".join(parts)


def _left_out(view: View, words: Words) -> str:
    """What the chart does not show, the view's own notes, and the day it was asked on."""
    undated = sum(slot(row) is None for row in view.rows)
    rejected = sum(row.rejected for row in view.rows)
    beyond = max(len(view.rows) - STATIC_ROWS, 0)
    counted = (("undated_listed", undated), ("rejected", rejected), ("beyond_table", beyond))
    said = [words.count(f"left_out.{name}", number) for name, number in counted if number]
    said += [one_line(note) for note in view.notes]
    items = "".join(f"<li>{safety.text(sentence)}</li>" for sentence in said)
    today = date_words.of_day(parse_day(view.today), words, named=True)
    made = safety.text(words.say("page.made", day=today, timezone=view.timezone))
    heading = f"<h2>{safety.text(words.say('page.left_out'))}</h2><ul>{items}</ul>" if items else ""
    empty = "" if view.rows else f'<p class="notice">{safety.text(words.say("page.empty"))}</p>'
    return f"{empty}{heading}<p>{made}</p>"
