"""Where sentences end, and where quotations open and close."""

from __future__ import annotations

import pytest

from timeline.text.quotations import quotations
from timeline.text.sentences import spans

CASES = [
    ("Il est parti. Elle reste.", ["Il est parti.", "Elle reste."]),
    ("M. Macron a vu Mme. Meloni. Ils ont signé.", ["M. Macron a vu Mme. Meloni.", "Ils ont signé."]),
    ("The U.S. Senate voted on Jan. 3. It passed.", ["The U.S. Senate voted on Jan. 3.", "It passed."]),
    ('"Nous partirons. Demain." Le maire a parlé.', ['"Nous partirons.', 'Demain."', "Le maire a parlé."]),
    ("Growth was 3.5 per cent in J. K. Rowling's town.", ["Growth was 3.5 per cent in J. K. Rowling's town."]),
    ("Vraiment ? Oui ! Bien.", ["Vraiment ?", "Oui !", "Bien."]),
    ("no end", ["no end"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in spans(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Il a dit: "oui".', [("oui", True)]),
        ('"a" et "b"', [("a", True), ("b", True)]),
        ('Il a dit: "oui', [("oui", False)]),
        ("rien", []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(text[q.start : q.end], q.closed) for q in quotations(text)] == expected
