"""A digest as Markdown to paste into a mail: headings, one paragraph an event, each quote set off with who said it where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from timeline.cli.shown.dates import human_day
from timeline.cli.shown.formats import one_line
from timeline.cli.shown.news import HEADINGS, change, told_by
from timeline.model.news import Topic

if TYPE_CHECKING:
    from timeline.model.news import Digest, Evidence, NewsRow

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~])")


def letter(digest: Digest, headline: str) -> str:
    lines = [f"# {escaped(headline)}"]
    for topic, rows in groupby(digest.rows, key=lambda row: row.topic):
        lines += ["", f"## {HEADINGS[topic]}"]
        for row in rows:
            lines += ["", *_paragraph(row)]
    if not digest.rows:
        lines += ["", "Nothing new."]
    for note in digest.notes:
        lines += ["", escaped(note)]
    return "\n".join(lines) + "\n"


def _paragraph(row: NewsRow) -> Iterator[str]:
    said = change(row)
    title = f"**{escaped(row.title)}**"
    if row.topic is Topic.SOURCE and row.said is not None:
        where = ", ".join(part for part in (row.said.outlet, _day(row.said)) if part)
        title += f" ({escaped(where)})" if where else ""
    yield f"- {title}: {escaped(said)}" if said else f"- {title}"
    for evidence in (row.said, row.against):
        if evidence is not None:
            yield from _quoted(evidence)


def _quoted(said: Evidence) -> Iterator[str]:
    """Indented, so that it stays with its line."""
    words = f"“{escaped(said.quote)}” — " if said.quote else f"{escaped(said.note)} — " if said.note else ""
    where = ", ".join(part for part in (told_by(said), _day(said)) if part)
    link = f" <{said.url}>" if said.url and re.fullmatch(r"https?://[^\s<>]+", said.url) else ""
    yield f"  > {words}{escaped(where)} ({said.claim}){link}" if said.claim else f"  > {escaped(where)}{link}"


def _day(said: Evidence) -> str:
    return human_day(said.published) if said.published else ""


def escaped(words: str) -> str:
    """Words that mean what they say: no letter of an article becomes a heading, a link or a tag."""
    return _SPECIAL.sub(r"\\\1", one_line(words))
