"""The tables behind the world are whole: nothing points nowhere, no two rows claim one name, tenures follow each other."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from timeline.lang import packs, world, yaml_data
from timeline.lang.world_facts import facts
from timeline.lang.world_names import fold

LANGUAGES = packs.having(packs.WORLD)
COUNTRIES: dict[str, dict[str, Any]] = facts().countries
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PLACES = {name for name, _, _ in facts().places}


def names(language: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml_data.read(f"{language}/world.yaml")
    return content


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_names_every_country_and_no_other(language: str) -> None:
    assert set(names(language)["countries"]) == set(COUNTRIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_language_names_is_in_the_tables(language: str) -> None:
    table = names(language)
    assert set(table["places"]) <= PLACES
    assert set(table["organisations"]) <= set(facts().organisations)
    assert set(table["seats"]) <= {*COUNTRIES, world.UNION}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_office_that_somebody_holds_has_words(language: str) -> None:
    known = {row["office"] for row in names(language)["offices"]}
    assert {tenure.office for tenure in facts().tenures} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_governments_have_names_of_their_own(language: str) -> None:
    tables = world.load(language)
    found = [tables.government_of(code) for code in COUNTRIES]
    assert all(found)
    counted = Counter(government.name for government in found if government)
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_found_by_its_names(language: str) -> None:
    tables = world.load(language)
    for code, row in names(language)["countries"].items():
        for name in (row["name"], *row.get("also", ())):
            assert tables.country_name(name) == code, name


def test_countries_are_well_formed() -> None:
    for code, row in COUNTRIES.items():
        assert re.fullmatch(r"[A-Z]{2}", code)
        assert SLUG.fullmatch(row["id"])
        assert SLUG.fullmatch(row["government"])
        assert re.fullmatch(r"Q\d+", row["wikidata"])
    governments = [row["government"] for row in COUNTRIES.values()]
    assert len(set(governments)) == len(governments)


def test_capitals_are_places_of_their_country() -> None:
    places = {(name, country) for name, country, _ in facts().places}
    missing = [
        (row["capital"], code)
        for code, row in COUNTRIES.items()
        if "capital" in row and (row["capital"], code) not in places
    ]
    assert missing == []


def test_no_place_is_listed_twice() -> None:
    counted = Counter(name for name, _, _ in facts().places)
    assert [name for name, times in counted.items() if times > 1] == []


def test_no_two_persons_share_a_name() -> None:
    counted = Counter(
        key for person in facts().people.values() for key in {fold(name) for name in (person.name, *person.aliases)}
    )
    assert [name for name, times in counted.items() if times > 1] == []
    items = Counter(person.wikidata for person in facts().people.values() if person.wikidata)
    assert [item for item, times in items.items() if times > 1] == []
    assert all(SLUG.fullmatch(person) for person in facts().people)


def test_tenures_are_dated_sourced_and_follow_each_other() -> None:
    offices: dict[tuple[str, str], list[tuple[str, str | None]]] = {}
    for tenure in facts().tenures:
        assert tenure.source
        assert date.fromisoformat(tenure.start)
        assert tenure.end is None or date.fromisoformat(tenure.end) > date.fromisoformat(tenure.start)
        assert tenure.start <= facts().known_until
        offices.setdefault((tenure.of, tenure.office), []).append((tenure.start, tenure.end))
    for office, rows in offices.items():
        for (_, end), (start, _) in pairwise(rows):
            assert end is not None, office
            assert end <= start, office


def test_holders_belong_to_countries_or_to_organisations_with_a_code() -> None:
    codes = {row["code"] for row in facts().organisations.values() if "code" in row}
    assert {tenure.of for tenure in facts().tenures} <= {*COUNTRIES, *codes}


def test_every_persons_name_finds_that_person() -> None:
    tables = world.load(LANGUAGES[0])
    for person in tables.persons():
        for name in (person.name, *person.aliases):
            assert tables.person(name) == person, name
