"""Constructions, one a case: what is claimed, of whom, when, whether it happens, who says so, in what order."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.claims.reading_articles import claims, names, read
from timeline.model.vocabulary import Occurrence, RelationKind, Role

pytestmark = pytest.mark.model

DAY = "2025-03-12"
"""A Wednesday."""


class Case(NamedTuple):
    language: str
    text: str
    kind: str
    says: Occurrence
    when: str | None = None
    roles: tuple[tuple[str, Role], ...] = ()
    place: str | None = None


Oc, R = Occurrence, Role
STATUS = [
    Case("fr", "Le sommet de Lyon a été annulé lundi par la mairie.", "summit", Oc.CANCELLED),
    Case(
        "fr",
        "La réunion entre les syndicats et la direction a été reportée au 3 avril.",
        "meeting",
        Oc.POSTPONED,
        "2025-04-03",
    ),
    Case("fr", "Le ministre refuse de rencontrer Giorgia Meloni.", "meeting", Oc.DID_NOT_OCCUR),
    Case(
        "fr",
        "Giorgia Meloni aurait rencontré Viktor Orban à Rome.",
        "meeting",
        Oc.POSSIBLE,
        None,
        (("Viktor Orban", R.PARTICIPANT),),
    ),
    Case("fr", "Giorgia Meloni pourrait se rendre à Berlin vendredi.", "visit", Oc.POSSIBLE, "2025-03-14"),
    Case("fr", "Giorgia Meloni ne se rendra pas à Berlin vendredi.", "visit", Oc.DID_NOT_OCCUR, "2025-03-14"),
    Case("fr", "Une grève des contrôleurs est prévue mardi.", "strike", Oc.EXPECTED, "2025-03-18"),
    Case("fr", "Giorgia Meloni propose un sommet à Rome.", "summit", Oc.PROPOSED),
    Case("en", "The summit in Rome was called off on Monday.", "summit", Oc.CANCELLED),
    Case(
        "en", "The meeting between the ministers has been postponed to April 3.", "meeting", Oc.POSTPONED, "2025-04-03"
    ),
    Case("en", "The minister refused to meet Giorgia Meloni.", "meeting", Oc.DID_NOT_OCCUR),
    Case("en", "Giorgia Meloni will not visit Berlin on Friday.", "visit", Oc.DID_NOT_OCCUR, "2025-03-14"),
    Case("en", "Giorgia Meloni might visit Berlin on Friday.", "visit", Oc.POSSIBLE, "2025-03-14"),
    Case("en", "Giorgia Meloni flew to Rome on Monday to prepare the summit of the ministers.", "summit", Oc.EXPECTED),
    Case("en", "Giorgia Meloni wants to schedule a summit in Rome.", "summit", Oc.PROPOSED),
    Case("en", "Giorgia Meloni is due to travel to Berlin on Friday.", "visit", Oc.EXPECTED, "2025-03-14"),
    Case("en", "If wages do not rise, drivers will go on strike on Friday.", "strike", Oc.EXPECTED, "2025-03-14"),
    Case(
        "en",
        "Giorgia Meloni and Viktor Orban agreed to meet in Rome within two weeks.",
        "meeting",
        Oc.CONFIRMED,
        "[2025-03-12..2025-03-26]",
        (),
        "Rome",
    ),
    Case(
        "fr",
        "Giorgia Meloni rencontrera Viktor Orban à Rome d'ici deux semaines.",
        "meeting",
        Oc.EXPECTED,
        "[2025-03-12..2025-03-26]",
        (),
        "Rome",
    ),
    Case("en", "Giorgia Meloni met Viktor Orban in Rome on Monday.", "meeting", Oc.OCCURRED, "2025-03-10", (), "Rome"),
    Case(
        "fr",
        "Viktor Orban est reçu mercredi à Rome par Giorgia Meloni.",
        "visit",
        Oc.UNDERWAY,
        "2025-03-12",
        (("Giorgia Meloni", R.HOST), ("Viktor Orban", R.VISITOR)),
    ),
    Case("fr", "Viktor Orban est reçu vendredi à Rome par Giorgia Meloni.", "visit", Oc.EXPECTED, "2025-03-14"),
    Case("fr", "Viktor Orban est arrivé mardi à Rome.", "visit", Oc.OCCURRED, "2025-03-11"),
    Case("fr", "Les ministres se réunissent mercredi à Rome.", "meeting", Oc.UNDERWAY, "2025-03-12"),
    Case("fr", "Deux suspects sont interpellés mercredi à Lille.", "arrest", Oc.OCCURRED, "2025-03-12"),
    Case(
        "en",
        "Viktor Orban is being received by Giorgia Meloni in Rome on Wednesday.",
        "visit",
        Oc.UNDERWAY,
        "2025-03-12",
    ),
    Case("en", "Viktor Orban was received by Giorgia Meloni in Rome on Wednesday.", "visit", Oc.OCCURRED, "2025-03-12"),
    Case(
        "fr",
        "Un porte-parole a indiqué lundi que le sommet de Rome se tiendrait comme prévu le 3 avril.",
        "summit",
        Oc.EXPECTED,
        "2025-04-03",
    ),
    Case("en", "The vote on the budget will take place as planned on April 3.", "vote", Oc.EXPECTED, "2025-04-03"),
    Case("fr", "La mairie a annulé lundi le sommet de Lyon prévu vendredi.", "summit", Oc.CANCELLED, "2025-03-14"),
    Case("en", "The vote on the budget was postponed until Friday.", "vote", Oc.POSTPONED, "2025-03-14"),
]
ROLES = [
    Case("fr", "Giorgia Meloni doit recevoir vendredi Viktor Orban à Rome.", "visit", Oc.EXPECTED, "2025-03-14", (("Giorgia Meloni", R.HOST), ("Viktor Orban", R.VISITOR)), "Rome"),
    Case("fr", "Viktor Orban a été reçu lundi par Giorgia Meloni.", "visit", Oc.OCCURRED, "2025-03-10", (("Giorgia Meloni", R.HOST), ("Viktor Orban", R.VISITOR))),
    Case("fr", "Un entretien téléphonique entre Giorgia Meloni et Viktor Orban a eu lieu lundi.", "phone_call", Oc.OCCURRED, "2025-03-10", (("Giorgia Meloni", R.PARTICIPANT), ("Viktor Orban", R.PARTICIPANT))),
    Case("fr", "Des discussions entre conseillers se tiendront mardi, sous la présidence de Giorgia Meloni.", "talks", Oc.EXPECTED, "2025-03-18", (("Giorgia Meloni", R.CHAIR),)),
    Case("fr", "La police a interpellé mardi deux suspects.", "arrest", Oc.OCCURRED, "2025-03-11", (("police", R.AGENT), ("deux suspects", R.PATIENT))),
    Case("en", "Viktor Orban was received by Giorgia Meloni on Monday.", "visit", Oc.OCCURRED, "2025-03-10", (("Giorgia Meloni", R.HOST), ("Viktor Orban", R.VISITOR))),
    Case("en", "Viktor Orban's visit to Rome is planned for Friday.", "visit", Oc.EXPECTED, "2025-03-14", (("Viktor Orban", R.VISITOR),), "Rome"),
    Case("en", "Talks between Giorgia Meloni and Viktor Orban will be held on Friday.", "talks", Oc.EXPECTED, "2025-03-14", (("Giorgia Meloni", R.PARTICIPANT), ("Viktor Orban", R.PARTICIPANT))),
    Case("en", "Police arrested two suspects on Tuesday.", "arrest", Oc.OCCURRED, "2025-03-11", (("Police", R.AGENT), ("two suspects", R.PATIENT))),
    Case("en", "Senior advisers will meet next week, with the American side led by Giorgia Meloni.", "meeting", Oc.EXPECTED, "[2025-03-17..2025-03-23]", (("Giorgia Meloni", R.CHAIR),)),
    Case("en", "Apple Computer announced on Monday another event.", "statement", Oc.OCCURRED, "2025-03-10", (("Apple Computer", R.SPEAKER),)),
    Case("en", "Apple Inc. announced on Monday that it would open a plant.", "statement", Oc.OCCURRED, "2025-03-10", (("Apple Inc.", R.SPEAKER),)),
    Case("en", "Talks led by Giorgia Meloni will open in Geneva on Monday.", "talks", Oc.EXPECTED, "2025-03-17", (("Giorgia Meloni", R.CHAIR),)),
    Case("fr", "La délégation hongroise, dirigée par Viktor Orban, rencontrera lundi Giorgia Meloni à Genève.", "meeting", Oc.EXPECTED, "2025-03-17", (("Viktor Orban", R.CHAIR), ("Giorgia Meloni", R.PARTICIPANT))),
    Case("fr", "L'Union européenne a adopté mardi un nouveau train de sanctions contre la Russie.", "sanction", Oc.OCCURRED, "2025-03-11", (("Union européenne", R.AGENT), ("Russie", R.PATIENT))),
    Case("en", "New sanctions against Russia were adopted by the European Union on Tuesday.", "sanction", Oc.OCCURRED, "2025-03-11", (("European Union", R.AGENT), ("Russia", R.PATIENT))),
]  # fmt: skip


@pytest.mark.parametrize("case", [*STATUS, *ROLES], ids=lambda case: case.text)
def test_construction(case: Case) -> None:
    found = read(case.text, case.language, DAY)
    event = next(event for event in found.events if event.kind == case.kind)
    claim = event.claims[0]
    called = names(found)
    assert claim.says == case.says, claim.cue
    if case.when:
        assert claim.timex is not None
        assert claim.timex.edtf == case.when
    if case.place:
        assert claim.place == case.place
    roles = {(called[p.actor], p.role) for p in claim.participants}
    assert set(case.roles) <= roles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Giorgia Meloni a rencontré Viktor Orban lundi à Rome. Cette rencontre a duré deux heures."),
        ("fr", "Un sommet est prévu à Rome, où Giorgia Meloni et Viktor Orban se rencontreront."),
        (
            "fr",
            "Giorgia Meloni s'est entretenue lundi avec Viktor Orban. L'échange entre les deux dirigeants a été bref.",
        ),
        ("en", "Giorgia Meloni met Viktor Orban in Rome on Monday. This meeting lasted two hours."),
        ("en", "The army bombed the port on Monday, killing three civilians."),
        ("en", "The European Union adopted a package of sanctions against Russia on Tuesday."),
        ("fr", "L'Union européenne a adopté mardi un nouveau train de sanctions contre la Russie."),
    ],
)
def test_one_event(language: str, text: str) -> None:
    assert len(read(text, language, DAY).events) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le sommet de Lyon a été annulé lundi par Giorgia Meloni."),
        ("fr", "La réunion entre les syndicats et la direction a été reportée lundi."),
        ("en", "The summit in Rome was called off on Monday."),
        ("en", "The vote on the budget was postponed on Monday by Giorgia Meloni."),
    ],
)
def test_day_and_author_of_the_change_are_not_the_event_s(language: str, text: str) -> None:
    (claim,) = claims(read(text, language, DAY))
    assert claim.timex is None
    assert "Giorgia Meloni" not in {p.as_written for p in claim.participants}


def test_order_in_words() -> None:
    text = "Un sommet entre Giorgia Meloni et Viktor Orban est prévu à Rome. Avant ce sommet, Giorgia Meloni doit recevoir vendredi Emmanuel Macron."
    found = read(text, "fr", DAY)
    summit, visit = found.events
    assert (summit.kind, visit.kind) == ("summit", "visit")
    assert [(r.kind, r.event) for claim in visit.claims for r in claim.relations] == [(RelationKind.BEFORE, summit.key)]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "Selon Giorgia Meloni, une réunion se tiendra mardi à Rome.", "Giorgia Meloni"),
        ("en", "Giorgia Meloni said on Monday that a meeting would be held in Rome.", "Giorgia Meloni"),
        ("en", "According to Giorgia Meloni, two suspects were arrested on Monday.", "Giorgia Meloni"),
    ],
)
def test_attribution(language: str, text: str, speaker: str) -> None:
    found = read(text, language, DAY)
    said = [names(found)[key] for claim in claims(found) for key in claim.said_by]
    assert said == [speaker]


def test_capitals_act_and_hold() -> None:
    text = "Moscou et Washington ont signé mardi un accord à Genève."
    found = read(text, "fr", DAY)
    (claim,) = claims(found)
    assert claim.place == "Genève"
    assert {actor.country for actor in found.actors} == {"RU", "US"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Joe Biden a salué l'accord."),
        ("fr", "La paix dépendra de la volonté des puissances."),
        ("en", "Farmers sell vegetables at the market."),
        ("en", "The right to strike is old."),
        ("fr", "Lire aussi : la visite de Giorgia Meloni à Rome mardi\n\nIl fait beau ici."),
        ("fr", ""),
        ("en", "Word"),
        ("en", "A senior official who asked not to be named told the Courier."),
        ("fr", '"« « «'),
    ],
)
def test_nothing_is_claimed(language: str, text: str) -> None:
    assert claims(read(text, language, DAY)) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_texts_do_not_break(language: str) -> None:
    for text in (
        "\n" * 50,
        "A" * 5000,
        "(" * 300,
        "GRÈVE MARDI À PARIS. " * 30,
        '«“" «“',
        "a.b.c " * 200,
        "12 34 56, 7 8 9.\n- x\n- y\n",
    ):
        read(text, language, DAY)
