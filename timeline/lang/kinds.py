"""Kinds of event: one row of `kinds.yaml` each, mapped to the PLOVER ontology, with roles and labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.lang.yaml_data import read
from timeline.model.vocabulary import Occurrence, Role

_PLANNED = frozenset({Occurrence.PROPOSED, Occurrence.POSSIBLE, Occurrence.EXPECTED, Occurrence.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Kind:
    """`roles` maps a place in the sentence (subject, object, or a preposition class) to a role.

    `steps`: one matter brings several events of the kind (a trial, a bill), which the same noun does not join.
    `lasts`: it takes hours, so that a present tense on its day says that it is on its way.
    `things`: it may befall a thing, which then stands where a person would ("the plant was closed").
    `acts`: so wide a kind that verbs of different meaning tell of different events ("accused", "promised").
    `part_of`: kinds that may have brought it about, and whose event it then belongs to (the dead of a crash).
    `phase`: its verbs may begin or end another event ("launched a campaign").
    `once`: an article tells of one, as a rule, whatever verbs it finds for it (a strike, an accident).
    `vague`: two of the kind need have nothing in common.
    `sorts`: its nouns name different things (a storm, a quake), unless the language says which are one.
    """

    id: str
    category: str
    mode: str
    planned: str
    family: str
    generic: bool
    steps: bool
    lasts: bool
    acts: bool
    things: bool
    phase: bool
    once: bool
    vague: bool
    sorts: bool
    part_of: frozenset[str]
    roles: dict[str, Role]
    labels: dict[str, str]

    def plover(self, says: Occurrence) -> str:
        """The category while the event is planned, or once it is more than that."""
        return self.planned if says in _PLANNED else self.category


@cache
def load() -> dict[str, Kind]:
    """Every kind by its id, in the order of the table."""
    return {key: _kind(key, row) for key, row in read("kinds.yaml")["kinds"].items()}


def label(kind: str, language: str) -> str:
    """How a kind is called in a language; English where the table has no word, the id where there is no kind."""
    row = load().get(kind)
    return kind if row is None else row.labels.get(language) or row.labels["en"]


def _kind(key: str, row: dict[str, Any]) -> Kind:
    category, mode = row["plover"]
    return Kind(
        id=key,
        category=category,
        mode=mode,
        planned=str(row.get("planned", category)),
        family=str(row["family"]),
        generic=bool(row.get("generic", False)),
        steps=bool(row.get("steps", False)),
        lasts=bool(row.get("lasts", False)),
        acts=bool(row.get("acts", False)),
        things=bool(row.get("things", False)),
        phase=bool(row.get("phase", False)),
        once=bool(row.get("once", False)),
        vague=bool(row.get("vague", False)),
        sorts=bool(row.get("sorts", False)),
        part_of=frozenset(row.get("part_of", ())),
        roles={place: Role(role) for place, role in row["roles"].items()},
        labels=dict(row["labels"]),
    )
