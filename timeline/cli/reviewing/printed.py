"""What is to be reviewed, where nobody can press a key: as a table, with the commands that decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.dates import human
from timeline.cli.shown.events import STATUS_STYLES, words
from timeline.cli.work.intake import claim_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.query.suggestions import Suggestion

_COLUMNS: Final = (
    Column("id", "Claim", under="when"),
    Column("when", "When"),
    Column("status", "Status", styles=STATUS_STYLES),
    Column("what", "What", wide=True),
    Column("quote", "Quote", under="what"),
    Column("event", "Event", under="what"),
    Column("source", "Source"),
    Column("score", "Score"),
)


def answer(found: Sequence[Suggestion]) -> Answer:
    notes: tuple[str, ...] = ()
    if found:
        first = found[0].claim.id
        notes = (
            f"{len(found)} to review: 'timeline review' on a terminal walks through them; or",
            f"  timeline accept {first}",
            f"  timeline reject {first} --why WORDS",
            f"  timeline explain {first}",
        )
    rows = tuple(_cells(one) for one in found)
    return Answer(_COLUMNS, (Section(rows),), [_data(one) for one in found], notes=notes, empty="nothing to review")


def _cells(one: Suggestion) -> dict[str, str]:
    event, claim = one
    return {
        "id": claim.id,
        "when": human(claim.when.edtf if claim.when else None),
        "status": words(claim.says) if claim.says else "",
        "what": event.title,
        "quote": f"“{claim.quote}”" if claim.quote else "",
        "event": event.id,
        "source": claim.source,
        "score": f"{claim.score:.2f}" if claim.score is not None else "",
    }


def _data(one: Suggestion) -> dict[str, Any]:
    return {**claim_data(*one), "source": one.claim.source, "score": one.claim.score, "by": one.claim.by}
