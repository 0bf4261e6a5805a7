"""Two moments compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.query.difference import Known, arranged, circles, differences
from timeline.query.story import Story

if TYPE_CHECKING:
    from timeline.fold.moment import Moment
    from timeline.model.ledger import Ledger
    from timeline.model.news import NewsRow


def diff(ledger: Ledger, earlier: Moment, later: Moment) -> tuple[NewsRow, ...]:
    """What the later moment says that the earlier one did not, by topic, then in the order of publication."""
    then, now = Story(ledger, earlier), Story(ledger, later)
    rows = [
        (state, row)
        for state in (now.state(name) for name in ledger.events)
        for row in differences(Known(then.state(state.event.id), then), state, now)
    ]
    return arranged([*rows, *circles(then, now)], now)
