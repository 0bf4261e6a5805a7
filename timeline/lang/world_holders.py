"""Who held which office on which day: a table with dates, since titles outlive their bearers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.lang.world_shapes import Person, Tenure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class HolderTable:
    """`generic` offices (`head_of_state`, `leader`) are resolved to the first office of their list that a country fills."""

    def __init__(
        self, tenures: tuple[Tenure, ...], generic: Mapping[str, tuple[str, ...]], leaders: Mapping[str, str]
    ) -> None:
        self.tenures = tenures
        self._generic = generic
        self._leaders = leaders
        self._by_office: dict[tuple[str, str], list[Tenure]] = {}
        self._by_person: dict[str, list[Tenure]] = {}
        for tenure in tenures:
            self._by_office.setdefault((tenure.office, tenure.of), []).append(tenure)
            self._by_person.setdefault(tenure.person.id, []).append(tenure)

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        return tuple(self._by_person.get(person, ()))

    def holder(self, office: str, of: str, day: str) -> Person | None:
        for named in self._offices(office, of):
            rows = self._by_office.get((named, of), ())
            found = next((row.person for row in rows if _covers(row, day)), None)
            if found:
                return found
        return None

    def former(self, office: str, of: str, day: str) -> tuple[Person, ...]:
        """Those whose tenure had ended by the day, latest first, without whoever holds it then."""
        present = self.holder(office, of, day)
        rows = [row for named in self._offices(office, of) for row in self._by_office.get((named, of), ())]
        past = sorted((row for row in rows if row.end and row.end <= day), key=lambda row: row.end or "", reverse=True)
        return tuple(dict.fromkeys(row.person for row in past if row.person != present))

    def _offices(self, office: str, of: str) -> tuple[str, ...]:
        if office == "leader" and of in self._leaders:
            return (self._leaders[of],)
        return self._generic.get(office, (office,))


def _covers(row: Tenure, day: str) -> bool:
    return row.start <= day and (row.end is None or day < row.end)


def read_tenures(table: Mapping[str, Any], people: Mapping[str, Person]) -> Iterator[Tenure]:
    """Rows of `holders.yaml`: code, office, then who, from, to; a row's own source replaces the office's."""
    for of, offices in table.items():
        for office, entry in offices.items():
            for row in entry["rows"]:
                person = people[row["who"]]
                source = row.get("source", entry["source"])
                yield Tenure(office, of, person, str(row["from"]), row.get("to"), source)
