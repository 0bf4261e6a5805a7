"""Capitals of headlines are read as the article writes its words elsewhere."""

from __future__ import annotations

import pytest

from timeline.text.casing import recased

BODY = "The pilots walk out on Monday, said Anne Rowe of Alteon. Alteon is sorry."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("PILOTS WALK OUT AT ALTEON", "Pilots walk out at Alteon"),
        ("Alteon Pilots Walk Out, Says Rowe", "Alteon pilots walk out, says Rowe"),
        ("Pilots of Alteon walk out", "Pilots of Alteon walk out"),
        ("Anne Rowe of Alteon is sorry", "Anne Rowe of Alteon is sorry"),
        ("Alteon", "Alteon"),
        ("Anne Rowe met Jane Ford in Lima.", "Anne Rowe met Jane Ford in Lima."),
        ("PILOTS WALK OUT IN LIMA.", "Pilots walk out in lima."),
        ("İZMİR PILOTS WALK OUT", "İZMİR pilots walk out"),
    ],
    ids=[
        "capitals",
        "title case",
        "a sentence",
        "names and small words",
        "one word",
        "a sentence of names",
        "a sentence in capitals",
        "letters that grow",
    ],
)
def test_recased(words: str, expected: str) -> None:
    assert recased(words, f"{words}\n\n{BODY}") == expected
