"""What a check is given: the ledger, what is derived from it, the day, and the kept texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic
from timeline.fold.moment import NOW, Moment
from timeline.fold.publication import unrejected
from timeline.fold.state import EventState, states
from timeline.graph.bounds import Bounds, bounds

if TYPE_CHECKING:
    from timeline.model.ledger import Claim, Event, Ledger


class Subject:
    """`today` is an ISO day; `read_text` gives the kept text of a sha256 and may raise `LedgerError`; `before` is the
    ledger as the last command left it.
    """

    def __init__(
        self,
        ledger: Ledger,
        today: str,
        moment: Moment = NOW,
        read_text: Callable[[str], str] | None = None,
        before: Ledger | None = None,
    ) -> None:
        self.ledger = ledger
        self.today = today
        self.moment = moment
        self.read_text = read_text
        self.before = before

    @cached_property
    def states(self) -> dict[str, EventState]:
        return states(self.ledger, self.moment)

    @cached_property
    def bounds(self) -> Bounds:
        return bounds(self.states)

    def claims(self) -> Iterator[tuple[Event, Claim]]:
        """Every claim known at the moment that nobody rejected."""
        for state in self.states.values():
            yield from ((state.event, claim) for claim in self.heard(state))

    def heard(self, state: EventState) -> list[Claim]:
        """Those of one event."""
        return unrejected(state.known, self.ledger, self.moment)


Check = Callable[[Subject], Iterable[Diagnostic]]
"""What is registered under `checks`: it looks, changes nothing, and yields what it finds."""
