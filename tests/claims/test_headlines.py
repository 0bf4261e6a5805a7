"""Headlines tell events in the present, without auxiliaries and articles; what is glued to them tells none."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import claims, names, read

pytestmark = pytest.mark.model

BELOW = "The talks went on in the old town for hours, and Vladimir Putin was there."
HEADLINES = [
    ("Trump to host Zelensky at White House on Friday", "host", "expected", ["Donald Trump", "Volodymyr Zelensky"]),
    ("France's Macron to visit Berlin", "visit", "expected", ["Emmanuel Macron"]),
    ("Two killed in blast at Odesa port", "killed", "occurred", ["Two"]),
    ("UK court jails former spy for six years", "jails", "occurred", ["UK court", "former spy"]),
    ("PUTIN REJECTS TRUCE OFFER", "REJECTS", "occurred", ["Vladimir Putin"]),
    ("Thousands protest in Belgrade over station collapse", "protest", "occurred", ["Thousands"]),
    ("Ex-minister charged with fraud", "charged", "occurred", ["Ex-minister"]),
    ("Apple to buy startup for $2bn", "buy", "expected", ["Apple"]),
    ("Nurses to strike for three days in June", "strike", "expected", ["Nurses"]),
]
GLUED = [
    "Read more: Two killed in blast at Odesa port",
    "Photo: Emmanuel Macron visits Berlin",
    "FILE PHOTO: Macron meets Merz in Berlin",
    "Related articles",
]


@pytest.mark.parametrize(("headline", "trigger", "says", "who"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_headline(headline: str, trigger: str, says: str, who: list[str]) -> None:
    text = f"{headline}\n\n{BELOW}"
    found = read(text, "en")
    known = names(found)
    [claim] = [c for c in claims(found) if c.trigger_start < len(headline)]
    assert (text[claim.trigger_start : claim.trigger_end], claim.says.value) == (trigger, says)
    assert set(who) <= {known[one.actor] for one in claim.participants}


@pytest.mark.parametrize("debris", GLUED)
def test_debris_tells_nothing(debris: str) -> None:
    text = f"Anne Rowe resigned on Monday.\n\n{debris}\n\nShe had led the council for years."
    found = claims(read(text, "en"))
    assert [text[c.trigger_start : c.trigger_end] for c in found if debris in text[c.start : c.end]] == []


def test_a_headline_and_its_lead_are_one_event() -> None:
    text = (
        "Rowe resigns over budget\n\nAnne Rowe, the finance minister, resigned on Monday after a row over the budget."
    )
    found = read(text, "en")
    assert [event.kind for event in found.events] == ["resignation"]
    assert len(claims(found)) == 1
