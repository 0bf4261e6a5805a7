"""What the marks mean, and their colours as a style sheet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from timeline.export.marks import BAND, DISPUTED, FUTURE, GRID, INK, MARKS, PAPER, QUIET, TODAY, key_of
from timeline.export.page.safety import text
from timeline.export.page.table import swatch
from timeline.export.placing import Extent, placements
from timeline.model.vocabulary import Occurrence, Stance

if TYPE_CHECKING:
    from timeline.export.words import Words
    from timeline.model.view import View

_NAMED: Final = {"ink": INK, "quiet": QUIET, "paper": PAPER, "band": BAND, "future": FUTURE, "grid": GRID, "red": TODAY}


def legend(view: View, words: Words) -> str:
    """The marks that the view uses with their counts, then how its dates are drawn."""
    counts = Counter(key_of(row) for row in view.rows)
    marks = [
        f"<li>{swatch(key)}<span>{text(_word(key, words))}</span> <b>{counts[key]}</b></li>"
        for key in MARKS
        if counts[key]
    ]
    forms = [
        f"<li><i class=form-{form}></i><span>{text(words.say(f'page.{form}'))}</span></li>" for form in _forms(view)
    ]
    return f'<ul class=legend tabindex=0 aria-label="{text(words.say("page.legend"))}">{"".join([*marks, *forms])}</ul>'


def _word(key: str, words: Words) -> str:
    return words.say("disputed") if key == DISPUTED else words.occurrence(Occurrence(key))


def _forms(view: View) -> list[str]:
    placed = [placement for row in view.rows for placement in placements(row)]
    found = {
        "band": any(one.extent is Extent.WINDOW and None not in {one.first, one.last} for one in placed),
        "bar": any(one.extent is Extent.SPAN and None not in {one.first, one.last} for one in placed),
        "open": any(None in {one.first, one.last} for one in placed),
        "lighter": any(row.judgement is Stance.SUGGESTED for row in view.rows),
    }
    return [form for form, there in found.items() if there]


def colours() -> str:
    """Custom properties for light, and again for dark pages."""
    inks = {**_NAMED, **{f"m-{key}": mark.colour for key, mark in MARKS.items()}}
    light = "".join(f"--{name}:{colour.light};" for name, colour in inks.items())
    dark = "".join(f"--{name}:{colour.dark};" for name, colour in inks.items())
    marks = "".join(f".m-{key}{{color:var(--m-{key})}}" for key in MARKS)
    return f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{marks}"
