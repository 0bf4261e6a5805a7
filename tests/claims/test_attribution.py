"""Who says it, and through whom the words came."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import claims, names, read

pytestmark = pytest.mark.model

CASES = [
    ("Donald Trump said on Monday that Anne Rowe would visit Oslo on Friday.", "Donald Trump", ""),
    ("A White House official told Axios that Anne Rowe would visit Oslo on Friday.", "White House official", "Axios"),
    ("Anne Rowe will visit Oslo on Friday, Axios reported.", "Axios", ""),
    ("Anne Rowe will visit Oslo on Friday, according to Reuters.", "Reuters", ""),
    ("Anne Rowe will visit Oslo on Friday, two officials said.", "two officials", ""),
    ("The foreign ministry said that Anne Rowe would visit Oslo on Friday.", "foreign ministry", ""),
    ('"I will visit Oslo on Friday," said Anne Rowe.', "Anne Rowe", ""),
    ('"We will close the plant in May," Anne Rowe told reporters.', "Anne Rowe", ""),
    ("Anne Rowe resigned on Monday, a source familiar with the matter said.", "source familiar", ""),
    ("The New York Times reported on Monday that the company had closed the plant.", "New York Times", ""),
    ("The plant was closed on Monday, said a spokesman for the company.", "spokesman", ""),
    ("Anne Rowe visited Oslo on Monday.", "", ""),
]


@pytest.mark.parametrize(("text", "speaker", "outlet"), CASES)
def test_said_by(text: str, speaker: str, outlet: str) -> None:
    found = read(text, "en")
    known = names(found)
    [said] = {(tuple(known[key] for key in claim.said_by), claim.via) for claim in claims(found)}
    assert said == ((speaker,) if speaker else (), (outlet,) if outlet else ())
