"""Order stated in words with its gap, from the words to the relation of the ledger."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import read
from timeline.link.order import relations
from timeline.model.vocabulary import RelationKind

pytestmark = pytest.mark.model

CASES = [
    ("fr", "Trois jours après le sommet de Budapest, Donald Trump a reçu Volodymyr Zelensky.", "after", "P3D", "P3D"),
    ("fr", "Le ministre a démissionné deux jours avant le vote du budget.", "before", "P2D", "P2D"),
    ("fr", "La veille de la visite du pape, des manifestants ont défilé à Rome.", "before", "P1D", "P1D"),
    ("fr", "Deux semaines après l'attentat de Nice, la police a arrêté un suspect.", "after", "P11D", "P17D"),
    ("fr", "Paul Faure a démissionné moins de 48 heures après la grève des éboueurs.", "after", None, "P2D"),
    (
        "fr",
        "Après avoir rencontré Viktor Orban lundi, Giorgia Meloni s'est rendue mardi à Vienne.",
        "after",
        None,
        None,
    ),
    ("en", "Three days after the summit in Budapest, Donald Trump met Volodymyr Zelensky.", "after", "P3D", "P3D"),
    ("en", "The day after the vote, the minister resigned.", "after", "P1D", "P1D"),
    ("en", "The minister resigned less than two weeks after the attack on Odesa.", "after", None, "P14D"),
    ("en", "Giorgia Meloni met Viktor Orban in Rome on Monday before flying to Berlin.", "before", None, None),
]


@pytest.mark.parametrize(("language", "text", "kind", "gap", "within"), CASES, ids=[case[1] for case in CASES])
def test_gap(language: str, text: str, kind: str, gap: str | None, within: str | None) -> None:
    found = read(text, language)
    [(event, claim, stated)] = [(e, c, r) for e in found.events for c in e.claims for r in c.relations]
    assert (stated.kind, stated.gap, stated.within) == (RelationKind(kind), gap, within)
    assert stated.words in text
    [relation] = relations(claim, event.key, {other.key: other.key for other in found.events})
    assert (relation.kind, relation.event, relation.gap, relation.within) == (stated.kind, stated.event, gap, within)
