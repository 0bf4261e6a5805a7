"""What the world tables call an actor, whatever language named it: the id that joins "gouvernement russe" and "the Kremlin"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from timeline.lang import packs, world
from timeline.model.vocabulary import ActorKind

_HEADS: Final = frozenset(
    {"president", "prime_minister", "monarch", "supreme_leader", "foreign_minister", "vice_president"}
)


class Identity(NamedTuple):
    """`id` is the same in every language; `names` are the other spellings that the tables hold; `of` the organisation whose heads it unites."""

    id: str
    kind: ActorKind
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    of: str | None = None


@lru_cache(maxsize=4096)
def identify(name: str, kind: ActorKind | None) -> Identity | None:
    """The known person, government or organisation of that name, in any language that has a pack; `None` if unknown.

    A kind that is given must fit: a person called Washington is not a government.
    """
    for language in packs.having(packs.WORLD):
        tables = world.load(language)
        found = _person(tables, name, kind) or _government(tables, name, kind) or _organisation(tables, name, kind)
        if found:
            return found
    return None


def of_government(code: str) -> Identity | None:
    """The government of a country code."""
    found = world.load(packs.having(packs.WORLD)[0]).government_of(code)
    return Identity(found.id, ActorKind.GOVERNMENT, found.wikidata, (found.name,)) if found else None


def represents(identity: Identity, day: str | None) -> frozenset[str]:
    """Ids of the governments that a person stood for on a day, heading them or speaking abroad for them; a government, itself; an organisation, itself or the one whose heads it unites."""
    return governments(identity, day) if day else frozenset()


@lru_cache(maxsize=4096)
def governments(identity: Identity, day: str | None = None) -> frozenset[str]:
    """As `represents`, on any day when none is given."""
    if identity.kind is ActorKind.GOVERNMENT:
        return frozenset({identity.id})
    if identity.kind is ActorKind.ORGANISATION:
        return frozenset({identity.of or identity.id})
    if identity.kind is not ActorKind.PERSON:
        return frozenset()
    tables = world.load(packs.having(packs.WORLD)[0])
    offices = (row for row in tables.offices_of(identity.id, day) if row.office in _HEADS)
    found = (tables.government_of(row.of) for row in offices)
    return frozenset(government.id for government in found if government)


def _person(tables: world.World, name: str, kind: ActorKind | None) -> Identity | None:
    found = tables.person(name) if kind in {None, ActorKind.PERSON} else None
    return Identity(found.id, ActorKind.PERSON, found.wikidata, (found.name, *found.aliases)) if found else None


def _government(tables: world.World, name: str, kind: ActorKind | None) -> Identity | None:
    if kind not in {None, ActorKind.GOVERNMENT}:
        return None
    found = tables.government(name)
    if found is None and kind is ActorKind.GOVERNMENT:
        code = tables.country_name(name)
        found = tables.government_of(code) if code else None
    return Identity(found.id, ActorKind.GOVERNMENT, found.wikidata, (found.name,)) if found else None


def _organisation(tables: world.World, name: str, kind: ActorKind | None) -> Identity | None:
    found = tables.organisation(name) if kind is not ActorKind.PERSON else None
    if found is None:
        return None
    return Identity(found.id, ActorKind.ORGANISATION, found.wikidata, (found.name, *found.aliases), found.of)
