"""What an article holds that was not read, or read by the wrong rules, is told."""

from __future__ import annotations

import pytest

from timeline.pipeline.unread import findings

PROSE = "Le maire de Dax a annoncé mardi la fermeture de la piscine, et les habitants ont défilé samedi dans la ville."
ENGLISH = (
    "The mayor said on Tuesday that the pool would be closed, and the people of the town marched on Saturday for it."
)
LIST = "\n\n".join(
    ["Au programme de la semaine", "lundi visite du maire à la piscine", "mardi grève des bus de la ville"] * 2
)


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        (PROSE, "fr", []),
        (PROSE, "en", ["W505"]),
        (ENGLISH, "fr", ["W505"]),
        (ENGLISH, None, []),
        (f"{PROSE}\n\n{LIST}", "fr", ["I114"]),
        (f"Dax ferme sa piscine\n\n{PROSE}", "fr", []),
        ("Grève", "en", []),
        ("", "fr", []),
    ],
)
def test_findings(text: str, language: str | None, codes: list[str]) -> None:
    assert [finding.code for finding in findings(text, language)] == codes
