"""Accepting at once what is read with confidence: claims above a score, if they stand in an event that is as sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.model.change import AddClaim, AddEvent, Change
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.link.propose import Reason
    from timeline.model.ledger import Claim, Judgement


def accepted(
    changes: Sequence[Change], reasons: Sequence[Reason], least: float, judgement: Judgement
) -> tuple[Change, ...]:
    """The changes, with `judgement` on each suggested claim whose score is at least `least`.

    A claim that joined an event of the ledger is no surer than its joining. What anybody has judged stays as it is.
    """
    joined = {one.id: one.score for one in reasons if one.what == "event" and not one.new}
    return tuple(_each(changes, joined, least, judgement))


def _each(changes: Sequence[Change], joined: dict[str, float], least: float, judgement: Judgement) -> Iterator[Change]:
    for change in changes:
        if isinstance(change, AddEvent):
            claims = tuple(_judged(claim, 1.0, least, judgement) for claim in change.event.claims)
            yield change.model_copy(update={"event": change.event.model_copy(update={"claims": claims})})
        elif isinstance(change, AddClaim):
            claim = _judged(change.claim, joined.get(change.event, 1.0), least, judgement)
            yield change.model_copy(update={"claim": claim})
        else:
            yield change


def _judged(claim: Claim, joining: float, least: float, judgement: Judgement) -> Claim:
    sure = claim.score is not None and min(claim.score, joining) >= least
    return claim.model_copy(update={"judgement": judgement}) if sure and claim.stance is Stance.SUGGESTED else claim
