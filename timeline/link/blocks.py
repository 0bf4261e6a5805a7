"""The events of a ledger by who is in them, kept from one article to the next.

A batch of articles is linked to one ledger after another, each of which differs from the last by a few events. What was
read of an event holds as long as the event is the same object, so that only the changed ones are read again; what
comes out never depends on what was kept.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.ledger import Event, Ledger


class Blocks:
    """`claims`: the ids of all claims. Events without anybody stand under `None`."""

    def __init__(self) -> None:
        self.claims: set[str] = set()
        self._events: dict[str, Event] = {}
        self._acting: dict[str, frozenset[str]] = {}
        self._of: dict[str | None, set[str]] = defaultdict(set)

    def acting(self, event: str) -> frozenset[str]:
        return self._acting[event]

    def events(self, actor: str | None) -> Iterable[str]:
        return self._of.get(actor, ())

    def read(self, ledger: Ledger) -> None:
        """Takes in what is new or changed and lets go of what is gone."""
        known = self._events
        changed = [(key, event) for key, event in ledger.events.items() if known.get(key) is not event]
        if len(known) + len(changed) > len(ledger.events):
            for key in [key for key in known if ledger.events.get(key) is not known[key]]:
                self._drop(key)
        for key, event in changed:
            self._take(key, event)

    def _take(self, key: str, event: Event) -> None:
        found: set[str] = set()
        for claim in event.claims:
            self.claims.add(claim.id)
            for _, several in claim.actors:
                found.update(several)
        self._events[key] = event
        self._acting[key] = frozenset(found)
        for actor in found or (None,):
            self._of[actor].add(key)

    def _drop(self, key: str) -> None:
        self.claims.difference_update(claim.id for claim in self._events.pop(key).claims)
        for actor in self._acting.pop(key) or (None,):
            self._of[actor].discard(key)


class _Kept(threading.local):
    """Of each thread its own."""

    def __init__(self) -> None:
        self.blocks = Blocks()


_kept = _Kept()


def of(ledger: Ledger) -> Blocks:
    """The blocks of a ledger; they hold until the next ledger is asked about."""
    _kept.blocks.read(ledger)
    return _kept.blocks
