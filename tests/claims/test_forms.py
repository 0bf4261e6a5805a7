"""Inflected forms come from the paradigms; kinds are complete and map to PLOVER."""

from __future__ import annotations

import pytest

from timeline.lang import kinds, packs
from timeline.model.vocabulary import Occurrence

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
VERBS = [
    ("fr", "rencontrer", {"rencontre", "rencontrèrent", "rencontreront", "rencontrée"}),
    ("fr", "recevoir", {"reçoit", "reçoivent", "recevra", "reçus"}),
    ("fr", "accueillir", {"accueille", "accueillera", "accueilli"}),
    ("fr", "annoncer", {"annonçait", "annoncé", "annonceront"}),
    ("fr", "libérer", {"libère", "libérés", "libérera", "libèrent"}),
    ("fr", "appeler", {"appelle", "appellent", "appelé", "appellera"}),
    ("fr", "élire", {"élue", "élira", "élisent"}),
    ("en", "meet", {"met", "meets", "meeting"}),
    ("en", "plan", {"planned", "planning", "plans"}),
    ("en", "deny", {"denied", "denies", "denying"}),
    ("en", "postpone", {"postponed", "postpones"}),
    ("en", "kidnap", {"kidnapped"}),
]


@pytest.mark.parametrize(("language", "verb", "forms"), VERBS)
def test_verb_forms(language: str, verb: str, forms: set[str]) -> None:
    assert forms <= packs.load(language).claims.verbs.forms(verb)


@pytest.mark.parametrize(
    ("language", "noun", "plural"),
    [
        ("fr", "réunion", "réunions"),
        ("fr", "général", "généraux"),
        ("fr", "procès", "procès"),
        ("en", "strike", "strikes"),
        ("en", "inquiry", "inquiries"),
        ("en", "speech", "speeches"),
    ],
)
def test_plurals(language: str, noun: str, plural: str) -> None:
    assert plural in packs.load(language).claims.nouns.forms(noun)


def test_thirty_kinds() -> None:
    assert len(kinds.load()) == 30


@pytest.mark.parametrize("kind", kinds.load().values(), ids=lambda kind: kind.id)
def test_kind_rows(kind: kinds.Kind) -> None:
    assert {kind.category, kind.planned} <= PLOVER
    assert set(kind.labels) == {"fr", "en"}
    assert kind.plover(Occurrence.EXPECTED) == kind.planned
    assert kind.plover(Occurrence.OCCURRED) == kind.category


def test_label_of_an_unknown_kind() -> None:
    assert kinds.label("unheard-of", "fr") == "unheard-of"
    assert kinds.label("visit", "de") == "Visit"
