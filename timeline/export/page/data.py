"""What the panel shows, as data: every word is chosen here, the page's script only sets text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.export import claim_words, date_words
from timeline.export.links import safe
from timeline.export.marks import MARKS, dark_palette, key_of
from timeline.export.plain_text import one_line
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.export.words import Words
    from timeline.model.view import ClaimRow, EventRow, View


def page_data(view: View, words: Words) -> dict[str, Any]:
    """Desk notes of events and claims are not in it: a page is made to be published."""
    titles = {row.id: row.title for row in view.rows}
    return {
        "events": [_event(row, titles, words) for row in view.rows],
        "marks": {key: [mark.outline, mark.solid] for key, mark in MARKS.items()},
        "dark": dark_palette(),
        "today": view.today,
        "words": {
            "suggested": words.say("suggested"),
            **{name: words.say(f"page.{name}") for name in ("claims", "no_claims", "link", "passed")},
        },
        "calendar": {
            "months": words.at("months"),
            "shortMonths": words.at("short_months"),
            "days": [words.at("weekdays")[-1], *words.at("weekdays")[:-1]],
            "shortDays": [words.at("short_weekdays")[-1], *words.at("short_weekdays")[:-1]],
        },
    }


def _event(row: EventRow, titles: dict[str, str], words: Words) -> dict[str, Any]:
    """`facts` are label and value, in reading order; what is empty is not there."""
    return {
        "id": row.id,
        "title": one_line(row.title),
        "mark": key_of(row),
        "status": claim_words.status(row, words),
        "suggested": row.judgement is Stance.SUGGESTED,
        "when": date_words.of_row(row, words),
        "facts": [[words.say(f"page.{label}"), value] for label, value in _facts(row, titles, words) if value],
        "claims": [_claim(claim, words) for claim in row.claims],
    }


def _facts(row: EventRow, titles: dict[str, str], words: Words) -> list[tuple[str, str]]:
    comma = words.say("date.list")
    actors = [
        words.say("calendar.actor", name=one_line(actor.name), role=words.say(f"role.{actor.role.value}"))
        for actor in row.actors
    ]
    return [
        ("was", comma.join(date_words.of_edtf(edtf, words) for edtf in row.previous_when)),
        ("place", row.place or ""),
        ("actors", comma.join(actors)),
        ("kind", words.kind(row.kind)),
        ("after", comma.join(titles.get(name, name) for name in row.after)),
        ("before", comma.join(titles.get(name, name) for name in row.before)),
        ("bounded_by", comma.join(titles.get(name, name) for name in row.bounded_by)),
        ("tags", comma.join(row.tags)),
    ]


def _claim(claim: ClaimRow, words: Words) -> dict[str, Any]:
    shown = {
        "quote": words.say("claim.quote", quote=claim.quote) if claim.quote else "",
        "by": claim_words.attribution(claim, words),
        "article": claim.source_title or "",
        "says": words.say("page.says", status=words.occurrence(claim.says)) if claim.says else "",
        "when": date_words.of_edtf(claim.when, words) if claim.when else "",
        "read": claim_words.reading(claim, words) if claim.when else "",
        "url": safe(claim.url) or "",
        "suggested": claim.judgement is Stance.SUGGESTED,
        "passed": not claim.current,
    }
    return {key: value for key, value in shown.items() if value}
