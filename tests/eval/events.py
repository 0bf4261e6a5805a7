"""Claims against events annotated by others: `python tests/eval/events.py FILE.events.jsonl`, and `wide` behind it for `--breadth wide`.

FILE holds rows {"id", "lang", "dct", "text", "events": [{"start", "end", "chain", "time_anchor", "certainty", "polarity",
"event_time", "participants": [{"name"}]}]} as in MEANTIME. The mapping: an event is *negative* when its polarity is NEG,
else *uncertain* unless CERTAIN, else *future* or *past* by its time; ours by the classes of `tests/claims/measure.py`.
Those corpora mark every verb and noun of happening, most of which belong on no timeline: recall is what they can tell,
over mentions with a time anchor and over the chains of such mentions. Precision would mean nothing.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.claims.measure import CLASS_OF, Said, said_of, same_name  # noqa: E402  # found from any working directory
from tests.claims.reading_articles import read  # noqa: E402

FLOORS = {"news": 0.32, "wide": 0.66}
"""Mentions found, on the half of MEANTIME that was at hand; they only rise."""
CLASSES = ("past", "future", "uncertain", "negative")


@dataclass
class Events:
    anchored: int = 0
    found: int = 0
    chains: set[str] = field(default_factory=set)
    chains_found: set[str] = field(default_factory=set)
    classes: Counter[tuple[str, str]] = field(default_factory=Counter)
    named: int = 0
    named_right: int = 0

    def add(self, row: dict[str, Any], *, wide: bool = False) -> None:
        claims = said_of(read(row["text"], row["lang"], row["dct"], wide=wide))
        for event in row["events"]:
            if not event.get("time_anchor"):
                continue
            self.anchored += 1
            self.chains.add(f"{row['id']} {event['chain']}")
            hit = next((one for one in claims if one.start < event["end"] and event["start"] < one.end), None)
            if hit is not None:
                self._hit(row, event, hit)

    def _hit(self, row: dict[str, Any], event: dict[str, Any], hit: Said) -> None:
        self.found += 1
        self.chains_found.add(f"{row['id']} {event['chain']}")
        if event.get("certainty"):
            self.classes[class_of(event), CLASS_OF[hit.says]] += 1
        for name in (one["name"] for one in event["participants"]):
            self.named += 1
            self.named_right += any(same_name(name, ours) for ours in hit.names)

    def lines(self) -> Iterator[str]:
        yield f"mentions with a time anchor: {self.found} of {self.anchored} = {self.found / self.anchored:.2f}"
        yield f"chains of such mentions: {len(self.chains_found)} of {len(self.chains)} = {len(self.chains_found) / len(self.chains):.2f}"
        for name in CLASSES:
            if score := self._f1(name):
                yield f"factuality, {name}: F1 {score:.2f}"
        present = [self._f1(name) for name in CLASSES if any(gold == name for gold, _ in self.classes)]
        yield f"factuality, macro F1 over the classes present: {sum(present) / len(present):.2f}"
        yield f"participants of found events: {self.named_right} of {self.named} = {self.named_right / self.named:.2f}"

    def _f1(self, name: str) -> float:
        gold = sum(count for (wanted, _), count in self.classes.items() if wanted == name)
        said = sum(count for (_, given), count in self.classes.items() if given == name)
        return 2 * self.classes[name, name] / (gold + said) if gold + said else 0.0


def class_of(event: dict[str, Any]) -> str:
    if event["polarity"] == "NEG":
        return "negative"
    if event["certainty"] != "CERTAIN":
        return "uncertain"
    return "future" if event["event_time"] == "FUTURE" else "past"


def main() -> int:
    total = Events()
    breadth = sys.argv[2] if sys.argv[2:] else "news"
    with Path(sys.argv[1]).open(encoding="utf-8") as rows:
        for line in rows:
            total.add(json.loads(line), wide=breadth == "wide")
    print("\n".join(total.lines()))
    return int(total.found < FLOORS[breadth] * total.anchored)


if __name__ == "__main__":
    sys.exit(main())
