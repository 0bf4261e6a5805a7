"""Mentions: words of the text that stand for somebody or some place, and where they hang in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

NATIONALITY: Final = "nationality"
"""How a mention is joined to a state that an adjective alone tells of."""


class Sort(StrEnum):
    """PAIR is "the two leaders", PRONOUN waits for its antecedent, PLACE may turn out to be a government, THING is what an event befalls without being somebody."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"
    PLACE = "place"
    PAIR = "pair"
    PRONOUN = "pronoun"
    THING = "thing"


@dataclass(slots=True)
class Mention:
    """`first`, `last`: its tokens, half-open; `edge`: where its noun phrase begins; `head`: the token others hang from.

    `keys`: the actors it stands for (several for a pair), empty for a place. `reason`: how it was joined to them.
    `classes`: what the preposition before it may mean; `preposition`: where that begins. `governor`: the place it hangs
    from. `chain`: a number shared by mentions coordinated with each other. `place_kind`: city, region or country, of a
    place that the world tables know. `product`: a thing that bears a name.
    """

    first: int
    last: int
    sort: Sort
    head: int
    edge: int
    name: str
    reason: str = "name"
    keys: tuple[str, ...] = ()
    country: str | None = None
    seat: bool = False
    titles: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    preposition: int = -1
    governor: int = -1
    dep: str = ""
    chain: int = -1
    place_name: str | None = None
    place_kind: str | None = None
    product: bool = False
    used: bool = field(default=False)
