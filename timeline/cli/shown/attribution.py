"""Who told whom, as a table: speaker → outlet → outlet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.dates import human_day
from timeline.cli.shown.events import words

if TYPE_CHECKING:
    from timeline.model.attribution import Attribution

_COLUMNS: Final = (
    Column("published", "Published"),
    Column("claim", "Claim", under="published"),
    Column("chain", "Who told whom", wide=True),
    Column("says", "Says"),
    Column("mark", "", under="says", styles={"on record": "green", "unnamed": "yellow"}),
    Column("quote", "Quote", wide=True),
)


def attributed(chains: Sequence[Attribution]) -> Answer:
    rows = tuple(
        {
            "published": human_day(one.published) if one.published else "undated",
            "claim": one.claim,
            "chain": chain(one),
            "says": words(one.says) if one.says else "",
            "mark": "on record" if one.on_record else "unnamed" if one.speakers else "",
            "quote": f"“{one.quote}”" if one.quote else "",
        }
        for one in chains
    )
    return Answer(_COLUMNS, (Section(rows),), [one.contract() for one in chains], empty="nobody says anything")


def chain(one: Attribution) -> str:
    """`a senior official (unnamed) → Axios → The Guardian`."""
    said = [speaker.name if speaker.named else f"{speaker.name} (unnamed)" for speaker in one.speakers]
    return " → ".join([*([" and ".join(said)] if said else []), *one.outlets])
