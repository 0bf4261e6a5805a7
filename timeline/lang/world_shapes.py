"""What the world tables know: each answer is a small immutable tuple."""

from __future__ import annotations

from typing import NamedTuple


class Government(NamedTuple):
    """`country` is an ISO 3166 code (`EU` for the Union); `id` the same in every language; `name` in this one."""

    country: str
    id: str
    name: str
    wikidata: str | None = None


class Person(NamedTuple):
    """`aliases` holds other spellings and scripts, last names only where they are distinctive."""

    id: str
    name: str
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()


class Place(NamedTuple):
    """`id` is the English name; `name` this language's; `kind` is city, region or country."""

    id: str
    name: str
    country: str
    kind: str


class Organisation(NamedTuple):
    """`kind` is body (public), outlet (news) or other; `code` the key its office holders stand under, if any.

    `of`: the organisation whose heads meet in it, and whose summit is its meeting.
    """

    id: str
    name: str
    kind: str
    wikidata: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    of: str | None = None


class Title(NamedTuple):
    """Words such as "l'ancien président russe": an office, whose (country or organisation code), and whether it is past."""

    office: str
    of: str | None
    former: bool


class Tenure(NamedTuple):
    """`person` held `office` of `of` from `start` up to, not including, `end` (ISO days; `None`: still does)."""

    office: str
    of: str
    person: Person
    start: str
    end: str | None
    source: str
