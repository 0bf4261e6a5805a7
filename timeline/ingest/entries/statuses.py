"""The status of an event in the words of other programs and of people."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from timeline.lang.yaml_data import ROOT, read
from timeline.model.vocabulary import Occurrence

_OTHERS: Final = {
    "tentative": Occurrence.POSSIBLE,
    "scheduled": Occurrence.EXPECTED,
    "planned": Occurrence.EXPECTED,
    "rescheduled": Occurrence.EXPECTED,
    "movedonline": Occurrence.EXPECTED,
    "canceled": Occurrence.CANCELLED,
    "done": Occurrence.OCCURRED,
    "held": Occurrence.OCCURRED,
}


def status(words: str | None) -> Occurrence | None:
    """Our own values, those of iCalendar and schema.org, and the words that the interface has for them in any language."""
    if not words:
        return None
    said = words.strip().rpartition("/")[2].casefold()
    said = said.removeprefix("event") or said
    return _known().get(said.replace(" ", "_")) or _known().get(said)


@cache
def _known() -> dict[str, Occurrence]:
    known: dict[str, Occurrence] = {}
    for file in sorted(ROOT.glob("*/interface.yaml")):
        spoken: dict[str, Any] = read(f"{file.parent.name}/interface.yaml")["occurrence"]
        known |= {str(word).casefold(): Occurrence(value) for value, word in spoken.items()}
    return {**known, **_OTHERS, **{value.value: value for value in Occurrence}}
