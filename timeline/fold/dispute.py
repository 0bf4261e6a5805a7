"""Disputes: statements of two voices that cannot both hold and that no later word explains.

A voice is who speaks (`said_by`), else the outlet, else the source. A newer plan replaces an older one, and that is
no dispute: news travels. Two statements are a dispute when the latest word on a field clashes with the last word of
another voice and either both were published on the same day, or the other one reports a fact (occurred, did not
occur), which no later day can change. The desk's own claim settles what stood before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.fold.dates import can_both_hold
from timeline.fold.moment import local_day
from timeline.fold.publication import published_on
from timeline.fold.statement import stated_date
from timeline.model.ledger import DESK
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.fold.account import Account
    from timeline.model.ledger import Claim, Ledger

_FACTS: Final = frozenset({Occurrence.OCCURRED, Occurrence.DID_NOT_OCCUR})
_OFF: Final = frozenset({Occurrence.CANCELLED, Occurrence.DID_NOT_OCCUR})
_CLASHES: Final[dict[Occurrence, frozenset[Occurrence]]] = {
    Occurrence.EXPECTED: _OFF | {Occurrence.DOUBTFUL},
    Occurrence.CONFIRMED: _OFF | {Occurrence.DOUBTFUL},
    Occurrence.UNDERWAY: _OFF | {Occurrence.DOUBTFUL},
    Occurrence.OCCURRED: _OFF | {Occurrence.DOUBTFUL},
    Occurrence.POSTPONED: _OFF,
}


class Dispute(NamedTuple):
    """`field` is `when` or `occurrence`; `claim` has the latest word on it, `against` says otherwise."""

    field: str
    claim: str
    against: str


def disputes(account: Account, ledger: Ledger) -> tuple[Dispute, ...]:
    """Of the claims an account has heard on the date and on the status."""
    return (
        *_against("when", account.dated, account.given_by, ledger, _dates_clash),
        *_against("occurrence", account.fated, account.given_by, ledger, _fates_clash),
    )


def _against(
    field: str, stating: list[Claim], given_by: dict[str, str], ledger: Ledger, clash: Callable[[Claim, Claim], bool]
) -> Iterator[Dispute]:
    latest = next((claim for claim in stating if claim.id == given_by.get(field)), None)
    if latest is None or (latest.source == DESK and not latest.said_by):
        return
    last_words = {voice(claim, ledger): claim for claim in stating}
    for other in last_words.values():
        if _speak_apart(latest, other, ledger) and clash(latest, other):
            same_day = _day(latest, ledger) == _day(other, ledger)
            if same_day or (field == "occurrence" and other.says in _FACTS):
                yield Dispute(field, latest.id, other.id)


def voice(claim: Claim, ledger: Ledger) -> str:
    """Who speaks, in a form that only serves to tell voices apart."""
    if claim.said_by:
        return "\n".join(sorted(name.casefold() for name in claim.said_by))
    source = ledger.sources.get(claim.source)
    outlet = source.outlet if source is not None else None
    return f"outlet {outlet.casefold()}" if outlet else f"source {claim.source}"


def _speak_apart(one: Claim, other: Claim, ledger: Ledger) -> bool:
    """Within one source only named speakers can differ: an article that tells a story in steps is one voice."""
    if one.source == other.source and not (one.said_by and other.said_by):
        return False
    return voice(one, ledger) != voice(other, ledger)


def _dates_clash(latest: Claim, other: Claim) -> bool:
    left, right = stated_date(latest), stated_date(other)
    moved = Occurrence.POSTPONED in {latest.says, other.says}
    return left is not None and right is not None and not moved and not can_both_hold(left, right)


def _fates_clash(latest: Claim, other: Claim) -> bool:
    left, right = latest.says, other.says
    if left is None or right is None:
        return False
    return right in _CLASHES.get(left, ()) or left in _CLASHES.get(right, ())


def _day(claim: Claim, ledger: Ledger) -> str | None:
    text = published_on(claim, ledger)
    return local_day(text, ledger.timezone) if text is not None else None
