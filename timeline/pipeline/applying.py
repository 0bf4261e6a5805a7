"""Changes made to a ledger in memory: what an article would find if those before it had been written."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.change import Change
from timeline.model.ledger import Ledger
from timeline.store.splice.changing import Changing


def applied(ledger: Ledger, changes: Sequence[Change]) -> Ledger:
    """The ledger as it would be with the changes made; nothing is written."""
    changing = Changing(ledger)
    for change in changes:
        for step in changing.effective(change):
            changing.make(step)
    return changing.ledger()
