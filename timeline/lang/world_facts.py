"""The language-neutral tables of the world, read once for all languages, each when it is first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

from timeline.lang import yaml_data
from timeline.lang.world_holders import read_tenures
from timeline.lang.world_shapes import Person, Tenure


class Facts:
    @cached_property
    def countries(self) -> dict[str, dict[str, Any]]:
        return dict(yaml_data.read("world/countries.yaml"))

    @cached_property
    def places(self) -> tuple[tuple[str, str, str], ...]:
        table = yaml_data.read("world/places.yaml")
        return tuple((name, code, kind) for code, kinds in table.items() for kind in kinds for name in kinds[kind])

    @cached_property
    def people(self) -> dict[str, Person]:
        rows = yaml_data.read("world/people.yaml")
        return {
            key: Person(key, row["name"], row.get("wikidata"), tuple(row.get("also", ()))) for key, row in rows.items()
        }

    @cached_property
    def _offices(self) -> dict[str, Any]:
        return dict(yaml_data.read("world/holders.yaml"))

    @property
    def known_until(self) -> str:
        return str(self._offices["known_until"])

    @property
    def generic(self) -> dict[str, tuple[str, ...]]:
        return {office: tuple(named) for office, named in self._offices["generic"].items()}

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        return tuple(read_tenures(self._offices["holders"], self.people))

    @cached_property
    def organisations(self) -> dict[str, dict[str, Any]]:
        return dict(yaml_data.read("world/organisations.yaml"))


@lru_cache(maxsize=1)
def facts() -> Facts:
    return Facts()
