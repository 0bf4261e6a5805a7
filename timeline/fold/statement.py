"""What one claim states about each field; a field it does not state is left to other claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.dates import read
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.edtf.value import Edtf
    from timeline.model.ledger import Claim


def stated_date(claim: Claim) -> Edtf | None:
    """Words that were kept without a date state none."""
    when = claim.when
    return read(when.edtf) if when is not None and when.edtf is not None else None


def stated_when(claim: Claim) -> str | None:
    """The same, as canonical EDTF."""
    date = stated_date(claim)
    return date.canonical if date is not None else None


def stated_occurrence(claim: Claim) -> Occurrence | None:
    """`unknown` is an answer when a person gives it; from a machine it only means that the text does not say."""
    if claim.says is Occurrence.UNKNOWN and claim.by is not None:
        return None
    return claim.says


def stated_fields(claim: Claim) -> set[str]:
    """What a claim says anything about: `when`, `occurrence`, `place`, `relations`, `absent`, and each role by its name."""
    fields: set[str] = {role for role, _ in claim.actors}
    if stated_date(claim) is not None:
        fields.add("when")
    if stated_occurrence(claim) is not None:
        fields.add("occurrence")
    if claim.place is not None:
        fields.add("place")
    if claim.absent:
        fields.add("absent")
    if claim.relations:
        fields.add("relations")
    return fields
