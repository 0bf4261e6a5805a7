"""What a person corrects in a claim: the machine's claim is kept, rejected, beside the corrected one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.model.change import AddClaim, Judge
from timeline.model.ledger import Judgement
from timeline.model.vocabulary import Stance
from timeline.pipeline.typed import Statement, typed_claim

if TYPE_CHECKING:
    from timeline.model.change import Change
    from timeline.model.ledger import Claim
    from timeline.model.timex import Timex
    from timeline.model.vocabulary import Occurrence
    from timeline.pipeline.typed import Desk


class Corrected(NamedTuple):
    """The changes, the id of the claim that now says it, and what was understood of its date."""

    claim: str
    changes: tuple[Change, ...]
    timex: Timex | None


def corrected(event: str, claim: Claim, desk: Desk, *, when: str | None, says: Occurrence | None) -> Corrected:
    """The same quote of the same source with another date or status, accepted by whoever typed it.

    `when`: words that are read against the publication of the source. Raises `DateError` for words that name no day.
    """
    said = Statement(when=when, status=says, source=claim.source)
    typed = typed_claim(event, said, desk)
    new = next(change.claim for change in typed.changes if isinstance(change, AddClaim))
    who, at = desk.settings.who, new.recorded
    mended = claim.model_copy(
        update={
            "id": new.id,
            "when": new.when or claim.when,
            "says": says or claim.says,
            "recorded": new.recorded,
            "score": None,
            "by": None,
            "cue": claim.cue if says is None else None,
            "judgement": Judgement(stance=Stance.ACCEPTED, who=who, at=at),
        }
    )
    verdict = Judgement(stance=Stance.REJECTED, who=who, at=at, why=f"corrected by {new.id}")
    return Corrected(
        new.id, (AddClaim(event=event, claim=mended), Judge(claim=claim.id, judgement=verdict)), typed.timex
    )
