"""The world as the press names it: countries and their people, governments by metonymy, offices and who held them on a day,
places, known persons, organisations. Facts stand in `world/*.yaml`, the names of one language in `xx/world.yaml`.

Every lookup takes the words as they stand in the text (case, accents, hyphens, apostrophes and a leading article aside)
and answers `None` when it does not know.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from timeline.lang import yaml_data
from timeline.lang.world_facts import facts
from timeline.lang.world_holders import HolderTable
from timeline.lang.world_names import NameIndex, expand
from timeline.lang.world_shapes import Government, Organisation, Person, Place, Tenure, Title
from timeline.lang.world_titles import TitleReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UNION: Final = "EU"


class World:
    """One language's view of the world; each table is read when it is first asked for."""

    def __init__(self, language: str) -> None:
        self.language: Final = language
        self._names: Final[dict[str, Any]] = yaml_data.read(f"{language}/world.yaml")
        self._facts: Final = facts()

    # Countries and governments

    def country(self, words: str) -> str | None:
        """ISO 3166 code of a country by its name or by its people: "Russie", "russes", "the Russians", "Ukrainian"."""
        return self._countries.find(words) or self._peoples.find(words)

    def country_name(self, words: str) -> str | None:
        """By its name only."""
        return self._countries.find(words)

    def people(self, words: str) -> str | None:
        """By an adjective or noun of nationality only."""
        return self._peoples.find(words)

    def government(self, words: str) -> Government | None:
        """By a capital, a palace or its own name: "Washington", "le Kremlin", "gouvernement russe"; Brussels is the Union's."""
        code = self._seats.find(words)
        return self.government_of(code) if code else None

    def government_of(self, code: str) -> Government | None:
        """Of a country code, or the Union for `EU`."""
        if code == UNION:
            union = self.organisation_of(code)
            return Government(code, union.id, union.name, union.wikidata) if union else None
        return self._governments.get(code)

    def name_of(self, code: str) -> str | None:
        """A country's name in this language, without article."""
        row = self._names["countries"].get(code)
        return row["name"] if row else None

    # Offices

    def office(self, words: str) -> str | None:
        """The type of an office: "premier ministre" is `prime_minister`, "chef d'État" `head_of_state`."""
        found = self._titles.office(words)
        return found.type if found else None

    def title(self, words: str) -> Title | None:
        """A whole title: "l'ancien président russe", "the Hungarian prime minister", "patron de l'Otan"."""
        return self._titles.title(words, self.code)

    def titled(self, words: str, day: str) -> Person | None:
        """Whom a whole title meant on an ISO day; a former holder only when there was one in living tables."""
        title = self.title(words)
        if title is None or title.of is None:
            return None
        if not title.former:
            return self.holder(title.office, title.of, day)
        past = self.former(title.office, title.of, day)
        return past[0] if len(past) == 1 else None

    def holder(self, office: str, of: str, day: str) -> Person | None:
        """Who held an office of a country or organisation (`EU`, `NATO`, `UN`) on an ISO day."""
        return self._holders.holder(office, of, day)

    def former(self, office: str, of: str, day: str) -> tuple[Person, ...]:
        """Who had held it before the day, latest first."""
        return self._holders.former(office, of, day)

    def offices_of(self, person: str, day: str | None = None) -> tuple[Tenure, ...]:
        """The offices of a person (id): those held on the day, or all in the table."""
        rows = self._holders.tenures_of(person)
        return rows if day is None else tuple(r for r in rows if r.start <= day and (r.end is None or day < r.end))

    @property
    def known_until(self) -> str:
        """The ISO day up to which the table of holders is kept; later, an open tenure is a presumption."""
        return str(self._facts.known_until)

    def code(self, words: str) -> str | None:
        """A country's code, or the code of an organisation that has offices."""
        found = self.country(words)
        if found is None:
            organisation = self.organisation(words)
            found = organisation.code if organisation else None
        return found

    # Persons, places, organisations

    def person(self, name: str) -> Person | None:
        """A person of the tables by full name, alias or transliteration."""
        return self._persons.find(name)

    def spelt(self, person: Person) -> str:
        """How this language writes a person of the tables."""
        return str(self._names.get("persons", {}).get(person.id, person.name))

    def place(self, words: str) -> Place | None:
        """A city, region or country."""
        return self._places.find(words)

    def organisation(self, words: str) -> Organisation | None:
        return self._organisations.find(words)

    def organisation_of(self, code: str) -> Organisation | None:
        return next((found for found in self._organisation_rows if found.code == code), None)

    def persons(self) -> tuple[Person, ...]:
        return tuple(self._facts.people.values())

    def organisations(self) -> tuple[Organisation, ...]:
        return self._organisation_rows

    def names(self, table: str) -> Iterator[str]:
        """The folded names of a table (countries, peoples, seats, persons, places, organisations), for lexicons."""
        index: NameIndex[Any] = getattr(self, f"_{table}")
        return iter(index)

    # Tables

    def _index(self) -> NameIndex[Any]:
        return NameIndex(frozenset(self._names["articles"]), frozenset(self._names["words"]))

    @cached_property
    def _countries(self) -> NameIndex[str]:
        index = self._index()
        for code, row in self._names["countries"].items():
            for name in (row["name"], *row.get("also", ())):
                index.add(name, code)
        return index

    @cached_property
    def _peoples(self) -> NameIndex[str]:
        index = self._index()
        for code, row in self._names["countries"].items():
            for pattern in row.get("people", ()):
                for form in expand(pattern):
                    index.add(form, code)
        return index

    @cached_property
    def _governments(self) -> dict[str, Government]:
        return {code: self._government(code, row) for code, row in self._names["countries"].items()}

    def _government(self, code: str, row: Mapping[str, Any]) -> Government:
        facts = self._facts.countries[code]
        name = row.get("government") or self._government_forms(row)[0]
        return Government(code, f"{facts['government']}", name, facts.get("government_wikidata"))

    def _government_forms(self, row: Mapping[str, Any]) -> list[str]:
        """The name of a government from the country's adjective, else from its name."""
        patterns = self._names["government"]
        adjectives = [next(expand(pattern)) for pattern in row.get("people", ())]
        return [*(patterns["adjective"].format(people) for people in adjectives), patterns["name"].format(row["name"])]

    @cached_property
    def _seats(self) -> NameIndex[str]:
        index = self._index()
        for code, seats in self._names["seats"].items():
            for seat in seats:
                index.add(seat, code)
        for code, row in self._names["countries"].items():
            for name in (row.get("government"), *self._government_forms(row)):
                if name:
                    index.add(name, code)
            capital = self._facts.countries[code].get("capital")
            for name in self._spellings(capital) if capital else ():
                if name not in self._names["not_seats"]:
                    index.add(name, code)
        return index

    @cached_property
    def _titles(self) -> TitleReader:
        small = frozenset([*self._names["articles"], *self._names["of"]])
        return TitleReader(self._names["offices"], small, frozenset(self._names["former"]))

    @cached_property
    def _holders(self) -> HolderTable:
        leaders = {code: row["leader"] for code, row in self._facts.countries.items() if "leader" in row}
        return HolderTable(self._facts.tenures, self._facts.generic, leaders)

    @cached_property
    def _persons(self) -> NameIndex[Person]:
        index = self._index()
        for person in self._facts.people.values():
            index.add(person.name, person)
        for person in self._facts.people.values():
            for alias in person.aliases:
                index.add(alias, person)
        return index

    @cached_property
    def _places(self) -> NameIndex[Place]:
        index = self._index()
        for code, row in self._names["countries"].items():
            for name in (row["name"], *row.get("also", ())):
                index.add(name, Place(self._facts.countries[code]["id"], row["name"], code, "country"))
        for known, country, kind in self._facts.places:
            spellings = self._spellings(known)
            place = Place(known, spellings[0], country, kind)
            for name in (*spellings, known):
                index.add(name, place)
        return index

    def _spellings(self, place: str) -> tuple[str, ...]:
        """What this language calls a place, our choice first; the English name where it has no other."""
        names = self._names["places"].get(place, place)
        return (names,) if isinstance(names, str) else tuple(names)

    @cached_property
    def _organisation_rows(self) -> tuple[Organisation, ...]:
        local = self._names["organisations"]
        return tuple(_organisation(key, row, local.get(key, ())) for key, row in self._facts.organisations.items())

    @cached_property
    def _organisations(self) -> NameIndex[Organisation]:
        index = self._index()
        for row in self._organisation_rows:
            for name in (row.name, *row.aliases):
                index.add(name, row)
        return index


def _organisation(key: str, row: Mapping[str, Any], local: tuple[str, ...]) -> Organisation:
    """Names of this language come first; the neutral ones (English, acronym) stay as aliases."""
    names = [*local, row["name"], *row.get("also", ())]
    return Organisation(
        key, names[0], row["kind"], row.get("wikidata"), row.get("code"), tuple(dict.fromkeys(names[1:])), row.get("of")
    )


@lru_cache(maxsize=8)
def load(language: str) -> World:
    """The world in one language (ISO 639-1). Raises `timeline.lang.yaml_data.PackError` when it has no `world.yaml`."""
    return World(language)
