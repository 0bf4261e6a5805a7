"""TempEval-3 measures: spans and values of timexes against a gold standard, as precision, recall and F1.

Gold and predicted timexes are paired one to one, equal spans first, then by the size of their overlap. A pair is
relaxed right when it overlaps, strictly right when the spans are equal, and right in value when the values are equal;
gold timexes without a value do not count for values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
MEASURES = ("strict", "relaxed", "value")


@dataclass
class Tally:
    """Hits, and how many were asked and answered, by measure."""

    hits: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Row], said: Sequence[Row]) -> None:
        pairs = list(pair(gold, said))
        unvalued = [there for here, there in pairs if not here.get("value")]
        for measure in ("strict", "relaxed"):
            self.gold[measure] += len(gold)
            self.said[measure] += len(said)
        self.gold["value"] += sum(bool(one.get("value")) for one in gold)
        self.said["value"] += len(said) - len(unvalued)
        for here, there in pairs:
            self.hits["relaxed"] += 1
            self.hits["strict"] += (here["start"], here["end"]) == (there["start"], there["end"])
            self.hits["value"] += bool(here.get("value")) and here["value"] == there["value"]

    def f1(self, measure: str) -> float:
        total = self.gold[measure] + self.said[measure]
        return round(200 * self.hits[measure] / total, 2) if total else 100.0

    def figures(self) -> dict[str, float]:
        return {measure: self.f1(measure) for measure in MEASURES}


def pair(gold: Sequence[Row], said: Sequence[Row]) -> Iterable[tuple[Row, Row]]:
    options = sorted(
        (not (here["start"] == there["start"] and here["end"] == there["end"]), -overlap, i, j)
        for i, here in enumerate(gold)
        for j, there in enumerate(said)
        if (overlap := min(here["end"], there["end"]) - max(here["start"], there["start"])) > 0
    )
    taken_gold: set[int] = set()
    taken_said: set[int] = set()
    for _, _, i, j in options:
        if i not in taken_gold and j not in taken_said:
            taken_gold.add(i)
            taken_said.add(j)
            yield gold[i], said[j]
