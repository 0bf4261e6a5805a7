"""The table of claims in docs/evaluation.md, from the articles of our own: `python tests/eval/claims.py`. No error is printed."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.claims import test_gold, test_heldout  # noqa: E402  # found from any working directory
from tests.claims.measure import Score  # noqa: E402

SETS = (("put aside", test_heldout.score), ("looked at", test_gold.score))
LANGUAGES = {"fr": "French", "en": "English"}
MEASURES = (
    *("event_recall", "on_an_event", "precision", "recall", "f1", "date_accuracy"),
    *("occurrence_f1", "role_accuracy", "planned", "negated"),
)


def row(name: str, score: Score) -> str:
    cells = (f"{getattr(score, measure):.2f}".removeprefix("0") for measure in MEASURES)
    return f"| {name} ({score.gold} events) | {' | '.join(cells)} |"


def main() -> int:
    for name, measured in SETS:
        for code, language in LANGUAGES.items():
            print(row(f"{name}, {language}", measured(code)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
