"""Which paragraphs are read, and which are the page's own furniture."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.lang.yaml_data import read
from timeline.text.layout import Sort, headline, paragraphs

PAGE = """top of page

Grève à la SNCF : le trafic perturbé

Les cheminots ont cessé le travail lundi. Le trafic est réduit.

À lire aussi : notre grand entretien

Photo : la gare de Lyon
Commentaires
"""
ROWS = [(sort, row) for sort in ("debris", "captions") for row in read("page.yaml")[sort]]


def test_a_page() -> None:
    sorts = [p.sort for p in paragraphs(PAGE)]
    assert sorts == [Sort.DEBRIS, Sort.HEADLINE, Sort.PROSE, Sort.DEBRIS, Sort.CAPTION, Sort.DEBRIS]


@pytest.mark.parametrize(("sort", "row"), ROWS)
def test_rows_of_the_page_table(sort: str, row: dict[str, Any]) -> None:
    other = "Le ministre est arrivé lundi."
    for example in row["examples"]:
        found = paragraphs(f"{example}\n\n{other}")[0].sort
        assert found in (Sort.DEBRIS, Sort.CAPTION), (sort, example)
    for example in row["not"]:
        assert paragraphs(f"{example}\n\n{other}")[0].sort is Sort.PROSE, (sort, example)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "The minister of finance said on Monday that the new budget would be put\nto the vote before the end of the month.\n"
    assert [text[p.start : p.end] for p in paragraphs(text)] == [text.strip()]


@pytest.mark.parametrize("text", ["", "\n \n", "word", "Grève", '"never closed'])
def test_short_texts(text: str) -> None:
    assert all(p.sort in (Sort.PROSE, Sort.DEBRIS) for p in paragraphs(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un accord trouvé dans la nuit\n\nLes deux parties ont signé mardi un accord de trois ans.", "Un accord trouvé dans la nuit"),
        ("Menu\n\nUn accord\u00a0: l’heure approche\n\nLes deux parties ont signé mardi.", "Un accord : l’heure approche"),
        ("Les deux parties ont signé mardi.\n\nUn accord dans la nuit\n\nIl vaut trois ans.", None),
        ("Les deux parties ont signé mardi.", None),
        ("", None),
    ],
    ids=["above", "as it stands", "below", "none", "empty"],
)  # fmt: skip
def test_headline(text: str, expected: str | None) -> None:
    assert headline(text) == expected
