"""Fold, log and digest over 10,000 events and 50,000 claims, each against loading that ledger. Goal: none above 1.0.

Loading is `store.load()`: parsing, checking and building the ledger, which every command does first.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable
from pathlib import Path

from big_ledger import write_ledger
from pairs import Ratio, call_cost, compare

from timeline.fold.moment import Moment
from timeline.fold.seen import mark
from timeline.fold.state import states
from timeline.model.ledger import Ledger
from timeline.query.diff import diff
from timeline.query.digest import digest_since, digest_unseen
from timeline.query.log import log
from timeline.query.overdue import overdue
from timeline.store.opening import open_store

EVENTS, CLAIMS = 10_000, 50_000
TODAY = "2025-11-01"


def run() -> list[Ratio]:
    gc.set_threshold(500_000)  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(write_ledger(Path(folder) / "events.yaml", EVENTS, claims=CLAIMS))
        ledger = store.load()
        load = call_cost(store.load)
        return [
            compare(f"{name} / loading, {CLAIMS:,} claims", 1.0, call_cost(action), load, rounds=3)
            for name, action in _questions(ledger).items()
        ]


def _questions(ledger: Ledger) -> dict[str, Callable[[], object]]:
    seen = mark(ledger, "2026-02-01T00:00:00+00:00", "2026-02-01")
    october = Moment(as_of="2025-10-31")
    return {
        "fold": lambda: states(ledger),
        "fold as of a day": lambda: states(ledger, october),
        "log of all events": lambda: log(ledger),
        "digest of a month": lambda: digest_since(ledger, "2025-10-01", moment=october, today=TODAY),
        "digest of a year": lambda: digest_since(ledger, "2024-11-01", moment=october, today=TODAY),
        "digest since the last look": lambda: digest_unseen(ledger, seen, today=TODAY),
        "digest of everything": lambda: digest_unseen(ledger, None, today=TODAY),
        "diff of a month": lambda: diff(ledger, Moment(as_of="2025-10-01"), october),
        "overdue": lambda: overdue(ledger, today=TODAY),
    }
