"""The world in each language: what the words mean."""

from __future__ import annotations

import pytest

from timeline.lang import world

FR, EN = world.load("fr"), world.load("en")
DAY = "2025-10-17"

COUNTRIES = [
    (FR, "Russie", "RU"),
    (FR, "la Russie", "RU"),
    (FR, "russes", "RU"),
    (FR, "américaine", "US"),
    (FR, "les Américains", "US"),
    (FR, "États-Unis", "US"),
    (FR, "etats unis", "US"),
    (FR, "l’Ukraine", "UA"),
    (FR, "sud-coréennes", "KR"),
    (FR, "française", "FR"),
    (FR, "norvégien", "NO"),
    (EN, "the Russians", "RU"),
    (EN, "Ukrainian", "UA"),
    (EN, "U.S.", "US"),
    (EN, "the US", "US"),
    (EN, "US", "US"),
    (EN, "us", None),
    (EN, "Russia’s", "RU"),
    (EN, "South Koreans", "KR"),
    (EN, "Türkiye", "TR"),
    (EN, "Washington", None),
    (FR, "Paris", None),
]
GOVERNMENTS = [
    (FR, "la Maison-Blanche", "united-states-government", "gouvernement des États-Unis"),
    (FR, "Washington", "united-states-government", "gouvernement des États-Unis"),
    (FR, "gouvernement américain", "united-states-government", "gouvernement des États-Unis"),
    (EN, "the White House", "united-states-government", "United States government"),
    (FR, "le Kremlin", "russian-government", "gouvernement russe"),
    (EN, "Moscow", "russian-government", "Russian government"),
    (FR, "Pékin", "chinese-government", "gouvernement chinois"),
    (EN, "Kiev", "ukrainian-government", "Ukrainian government"),
    (FR, "l’Élysée", "french-government", "gouvernement français"),
    (FR, "Matignon", "french-government", "gouvernement français"),
    (EN, "10 Downing Street", "british-government", "British government"),
    (FR, "le Quirinale", "italian-government", "gouvernement italien"),
    (FR, "Bruxelles", "european-union", "Union européenne"),
    (EN, "Brussels", "european-union", "European Union"),
    (FR, "La Havane", "cuban-government", "gouvernement cubain"),
]
TITLES = [
    (FR, "le président russe", "Vladimir Putin"),
    (FR, "le chef de l’État ukrainien", "Volodymyr Zelensky"),
    (FR, "le dirigeant hongrois", "Viktor Orbán"),
    (FR, "le Premier ministre hongrois", "Viktor Orbán"),
    (FR, "le patron de l’Otan", "Mark Rutte"),
    (FR, "le secrétaire général de l'ONU", "António Guterres"),
    (FR, "la cheffe de la diplomatie européenne", "Kaja Kallas"),
    (FR, "le chef de la diplomatie américaine", "Marco Rubio"),
    (FR, "le secrétaire d’État américain", "Marco Rubio"),
    (FR, "la présidente de la Commission européenne", "Ursula von der Leyen"),
    (FR, "la présidente de la BCE", "Christine Lagarde"),
    (FR, "le pape", "Pope Leo XIV"),
    (FR, "le chancelier allemand", "Friedrich Merz"),
    (FR, "la directrice générale du FMI", "Kristalina Georgieva"),
    (FR, "le ministre russe des Affaires étrangères", "Sergey Lavrov"),
    (FR, "le ministre nord-coréen des Affaires étrangères", None),
    (FR, "le ministre français des Armées", "Catherine Vautrin"),
    (FR, "la chancelière de l'Échiquier britannique", "Rachel Reeves"),
    (EN, "Russia's president", "Vladimir Putin"),
    (EN, "the Hungarian prime minister", "Viktor Orbán"),
    (EN, "president of the United States", "Donald Trump"),
    (EN, "the US secretary of state", "Marco Rubio"),
    (EN, "NATO chief", "Mark Rutte"),
    (EN, "the U.N. secretary-general", "António Guterres"),
    (EN, "the king of Spain", "Felipe VI"),
    (EN, "the WHO's director-general", "Tedros Adhanom Ghebreyesus"),
    (EN, "the Canadian prime minister", "Mark Carney"),
    (EN, "the president", None),
    (EN, "the president of the club", None),
    (FR, "l’ancien président américain", None),  # there is more than one
    (FR, "le conseiller russe", None),
]


@pytest.mark.parametrize(("tables", "words", "code"), COUNTRIES)
def test_country(tables: world.World, words: str, code: str | None) -> None:
    assert tables.country(words) == code


@pytest.mark.parametrize(("tables", "words", "key", "name"), GOVERNMENTS)
def test_government(tables: world.World, words: str, key: str, name: str) -> None:
    found = tables.government(words)
    assert found is not None
    assert (found.id, found.name) == (key, name)


@pytest.mark.parametrize(("tables", "words", "person"), TITLES)
def test_whom_a_title_means(tables: world.World, words: str, person: str | None) -> None:
    found = tables.titled(words, DAY)
    assert (found.name if found else None) == person


@pytest.mark.parametrize(
    ("day", "person"),
    [
        ("2016-12-31", "Barack Obama"),
        ("2017-01-20", "Donald Trump"),
        ("2021-01-19", "Donald Trump"),
        ("2024-06-01", "Joe Biden"),
        (DAY, "Donald Trump"),
    ],
)
def test_a_title_means_whoever_held_it_that_day(day: str, person: str) -> None:
    found = EN.titled("the American president", day)
    assert found is not None
    assert found.name == person


def test_former_holders() -> None:
    title = FR.title("l’ex-chancelière allemande")
    assert title is not None
    assert title.former
    assert [person.name for person in FR.former("prime_minister", "DE", "2022-01-01")] == ["Angela Merkel"]
    assert FR.titled("l’ex-chancelière allemande", "2022-01-01") == FR.person("Angela Merkel")
    assert "Donald Trump" not in [person.name for person in EN.former("president", "US", DAY)]


def test_offices_of_a_person() -> None:
    assert [(row.office, row.of) for row in EN.offices_of("vladimir-putin", DAY)] == [("president", "RU")]
    assert EN.offices_of("kaja-kallas", "2022-01-01")[0].of == "EE"
    assert {row.of for row in EN.offices_of("kaja-kallas")} == {"EE", "EU"}


@pytest.mark.parametrize(
    "name", ["Zelensky", "Zelenskyy", "Zelenskiy", "Зеленський", "volodymyr zelensky", "Selenskyj"]
)
def test_transliterations_are_one_person(name: str) -> None:
    found = FR.person(name)
    assert found is not None
    assert found.wikidata == "Q3874799"


@pytest.mark.parametrize(
    ("tables", "words", "place"),
    [
        (FR, "Pékin", ("Beijing", "Pékin", "CN", "city")),
        (FR, "Le Caire", ("Cairo", "Le Caire", "EG", "city")),
        (FR, "La Haye", ("The Hague", "La Haye", "NL", "city")),
        (FR, "Budapest", ("Budapest", "Budapest", "HU", "city")),
        (FR, "bande de Gaza", ("Gaza", "Gaza", "PS", "region")),
        (FR, "Hongrie", ("hungary", "Hongrie", "HU", "country")),
        (EN, "Kiev", ("Kyiv", "Kyiv", "UA", "city")),
        (EN, "Crimea", ("Crimea", "Crimea", "UA", "region")),
        (EN, "Atlantis", None),
    ],
)
def test_place(tables: world.World, words: str, place: tuple[str, ...] | None) -> None:
    assert tables.place(words) == place


@pytest.mark.parametrize(
    ("tables", "words", "key"),
    [
        (FR, "ONU", "united-nations"),
        (FR, "l’ONU", "united-nations"),
        (FR, "Onu", "united-nations"),
        (FR, "Otan", "nato"),
        (FR, "UE", "european-union"),
        (FR, "le FMI", "international-monetary-fund"),
        (FR, "l'OMS", "world-health-organization"),
        (FR, "AIEA", "iaea"),
        (FR, "CPI", "international-criminal-court"),
        (FR, "BCE", "european-central-bank"),
        (FR, "l’AFP", "afp"),
        (FR, "Le Monde", "le-monde"),
        (EN, "the UN", "united-nations"),
        (EN, "un", None),
        (EN, "WHO", "world-health-organization"),
        (EN, "Who", None),
        (EN, "The New York Times", "new-york-times"),
        (EN, "Reuters", "reuters"),
        (EN, "AP", "associated-press"),
    ],
)
def test_organisation(tables: world.World, words: str, key: str | None) -> None:
    found = tables.organisation(words)
    assert (found.id if found else None) == key


def test_ids_are_the_same_in_every_language() -> None:
    assert [(one.id, one.code) for one in FR.organisations()] == [(one.id, one.code) for one in EN.organisations()]
    french, english = FR.government("le Kremlin"), EN.government("the Kremlin")
    assert french is not None
    assert english is not None
    assert french.id == english.id
