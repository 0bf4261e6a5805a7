"""How many events a short text tells of: what is one event in other words, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import claims, read

pytestmark = pytest.mark.model

DAY = "2025-03-12"
"""A Wednesday."""

TOLLS = [
    ("en", "A coach crashed near Zagreb on Tuesday. Four passengers were killed and nine were injured.", 1),
    ("en", "A coach crashed near Zagreb on Tuesday. The pianist Ana Horvat died in Vienna on Monday.", 2),
    ("en", "A storm hit Portugal on Monday. Eleven people died.", 1),
    ("en", "A storm hit Portugal on Monday. A farmer was killed by a falling tree.", 2),
    ("en", "A cholera outbreak hit Malawi in January. Nineteen people died last week.", 2),
    ("en", "Rebels attacked the port of Akra on Monday. Three dockers were killed. Two soldiers were killed in Lusaka on Tuesday.", 2),
    ("fr", "Un car s'est renversé mardi près de Zagreb. Quatre passagers sont morts.", 1),
    ("fr", "Un car s'est renversé mardi près de Zagreb. La pianiste Ana Horvat est morte lundi à Vienne.", 2),
    ("fr", "Un séisme a frappé lundi le nord du Pérou. Onze personnes sont mortes.", 1),
    ("fr", "Les rebelles ont attaqué lundi le port d'Akra. Trois dockers ont été tués.", 1),
    ("fr", "Les rebelles ont attaqué lundi le port d'Akra. Deux soldats ont été tués mardi à Lusaka.", 2),
]  # fmt: skip
DEFINITE = [
    ("en", "Dutch brewer Halden agreed on Monday to buy its rival Norfeld. The deal is worth two billion euros and will create a giant.", 1),
    ("en", "Halden and Norfeld signed an agreement on Monday. Another agreement was signed on Tuesday by Ardent and Lumo.", 2),
    ("en", "Negotiators from Armenia and Azerbaijan will meet in Tbilisi on Thursday. The talks will be chaired by Georgian Foreign Minister Nino Beridze.", 1),
    ("en", "The group is in talks with a rival. Its chairman will retire at the annual meeting in May.", 2),
    ("fr", "Le brasseur Halden a signé lundi un accord avec Norfeld. L'accord porte sur deux milliards d'euros.", 1),
    ("fr", "Une information judiciaire a été ouverte lundi à Lille. L'enquête a été confiée à la police judiciaire.", 1),
    ("fr", "Le président kényan accueillera lundi à Nairobi un sommet sur le climat. La réunion, initialement prévue en février, avait été reportée.", 1),
]  # fmt: skip
SORTS = [
    ("en", "An earthquake struck Peru on Monday. The disaster damaged hundreds of homes.", 1),
    ("en", "A fire broke out in Lyon on Monday. The blaze broke out at dawn.", 1),
    ("en", "An earthquake struck Peru on Monday. The fire broke out on Monday in a warehouse.", 2),
    ("fr", "Un incendie s'est déclaré lundi à Lyon. Le sinistre a fait deux blessés.", 1),
    ("fr", "Un séisme a frappé lundi le nord du Pérou. L'incendie s'est déclaré lundi dans un entrepôt.", 2),
]  # fmt: skip
AGAIN = [
    ("fr", "La grève a commencé lundi à la fonderie. Les ouvriers ont cessé le travail.", 1),
    ("fr", "Les infirmiers seront en grève jeudi. Les conducteurs de tramway cesseront le travail vendredi.", 2),
    ("en", "Nurses will go on strike on Thursday. Tram drivers will stop work on Friday.", 2),
    ("en", "Malawi launched a vaccination campaign on Monday.", 1),
    ("en", "Ana Horvat promised help on Monday. Ana Horvat accused the ministry on Monday.", 2),
    ("en", "Forty of them wrote to the commission on Monday to demand that the plan be withdrawn.", 1),
    ("en", "Halden and Norfeld signed a deal on Monday. The deal is expected to close in May.", 1),
    ("en", "A strike closed the airport of Lima on Monday.", 2),
    ("en", "Leaders will take it up at their summit in Vienna on Friday.", 1),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "number"), [*TOLLS, *DEFINITE, *SORTS, *AGAIN])
def test_number_of_events(language: str, text: str, number: int) -> None:
    found = read(text, language, DAY)
    assert len(found.events) == number, [
        (event.title, [text[c.trigger_start : c.trigger_end] for c in event.claims]) for event in found.events
    ]


ADDS_NOTHING = [
    ("en", "A coach crashed near Zagreb on Tuesday. Four passengers were killed. The crash happened on Tuesday.", 1),
    ("fr", "Un séisme a frappé lundi le nord du Pérou. Onze personnes sont mortes.", 1),
    ("en", "Negotiators from Armenia and Azerbaijan will meet in Tbilisi on Thursday. The talks will be chaired by Georgian Foreign Minister Nino Beridze.", 2),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "number"), ADDS_NOTHING)
def test_a_mention_that_adds_nothing_is_no_claim(language: str, text: str, number: int) -> None:
    assert len(claims(read(text, language, DAY))) == number


def test_an_undated_mention_has_the_day_of_the_event() -> None:
    text = "Negotiators from Armenia and Azerbaijan will meet in Tbilisi on Thursday. The talks will be chaired by Georgian Foreign Minister Nino Beridze."
    first, second = claims(read(text, "en", DAY))
    assert first.timex is not None
    assert second.timex == first.timex


def test_a_deadline_is_nobody_elses() -> None:
    text = "La grève de la fonderie a été prolongée jusqu'à vendredi. Les ouvriers ont cessé le travail."
    for claim in claims(read(text, "fr", DAY))[1:]:
        assert claim.timex is None


def test_what_is_put_off_has_its_new_day() -> None:
    text = "Giulia Ferrante was to visit Tirana on Thursday, but the trip was put off until March 20."
    (claim,) = claims(read(text, "en", DAY))
    assert claim.timex is not None
    assert (claim.says.value, claim.timex.edtf) == ("postponed", "2025-03-20")


def test_the_event_is_what_was_launched() -> None:
    (event,) = read("Malawi launched a vaccination campaign on Monday.", "en", DAY).events
    assert event.kind == "other"


def test_the_accident_is_the_event_of_its_dead() -> None:
    (event,) = read(
        "Four passengers died on Tuesday. The coach crash happened near Zagreb on Tuesday.", "en", DAY
    ).events
    assert event.kind == "accident"


def test_the_title_has_the_noun_of_the_event() -> None:
    text = "Ana Horvat and Nino Beridze met in Vienna on Monday. The meeting between Ana Horvat and Nino Beridze lasted an hour."
    (event,) = read(text, "en", DAY).events
    assert event.title.startswith("Meeting")
    text = "Four passengers died on Tuesday. The collision happened on Tuesday near Zagreb."
    (event,) = read(text, "en", DAY).events
    assert event.title.startswith("Collision")
