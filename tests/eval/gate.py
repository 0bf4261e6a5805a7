"""The gate of accuracy: F1 on annotated corpora may rise, not fall.

    python tests/eval/gate.py FOLDER            compare with the floors of baseline.json; exit 1 when one is broken
    python tests/eval/gate.py FOLDER --raise    write the figures that are better than their floors
    python tests/eval/gate.py FOLDER --errors ftib.fr    print what is still wrong there
    python tests/eval/gate.py --own [--raise]   the same for the project's own annotated articles, floors in own.json

FOLDER (or the environment variable TIMELINE_EVAL) holds corpora as JSON lines: rows {"id", "lang", "dct", "text",
"timexes": [{"start", "end", "type", "value"}]}, named `corpus.language.jsonl`. Corpora are never copied into the
project; those that are not in the folder are skipped and said so. The project's own sentences are tests of their own.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT.parents[1]))

from tests.eval.scoring import MEASURES, Row, Tally, pair  # noqa: E402  # found from any working directory
from timeline.lang import packs  # noqa: E402
from timeline.model.document import Dct  # noqa: E402
from timeline.model.vocabulary import Signal  # noqa: E402
from timeline.temporal.tag import tag  # noqa: E402

BASELINE = ROOT / "baseline.json"
OWN = ROOT / "own.json"
OWN_FOLDER = ROOT.parent / "temporal" / "gold"
NOISE = 0.05
"""Points by which a figure may differ before it counts as lower."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("TIMELINE_EVAL"), type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--errors", metavar="CORPUS")
    parser.add_argument("--own", action="store_true")
    args = parser.parse_args()
    floors = OWN if args.own else BASELINE
    if args.own:
        args.folder = OWN_FOLDER
    if args.folder is None:
        parser.error("say where the corpora are")
    baseline: dict[str, dict[str, Any]] = json.loads(floors.read_text(encoding="utf-8"))
    if args.errors:
        return show_errors(Path(args.folder), args.errors, baseline[args.errors]["genre"])
    broken = [name for name, row in baseline.items() if not passes(Path(args.folder), name, row, lift=args.lift)]
    if args.lift:
        floors.write_text(json.dumps(baseline, indent=2) + "\n", encoding="utf-8")
    return 1 if broken else 0


def passes(folder: Path, name: str, row: dict[str, Any], *, lift: bool) -> bool:
    """Compares a corpus with its floors; with `lift`, better figures become the floors."""
    path = folder / f"{name}.jsonl"
    if not path.exists():
        print(f"{name}: not in the folder, skipped")
        return True
    figures = measure(path, row["genre"])
    floors: dict[str, float] = row["floors"]
    low = [kind for kind in MEASURES if figures[kind] < floors.get(kind, 0) - NOISE]
    print(f"{name}: " + ", ".join(f"{kind} {figures[kind]} (floor {floors.get(kind, 0)})" for kind in MEASURES))
    if lift:
        row["floors"] = {kind: max(figures[kind], floors.get(kind, 0)) for kind in MEASURES}
    return not low


def measure(path: Path, genre: str) -> dict[str, float]:
    tally = Tally()
    for row in rows(path):
        tally.add(row["timexes"], answer(row, genre))
    return tally.figures()


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def answer(row: Row, genre: str) -> list[Row]:
    dct = Dct(day=row["dct"][:10], signal=Signal.GIVEN)
    timexes = tag(row["text"], packs.load(row["lang"]), dct, genre=row.get("genre", genre), join_ranges=False)
    return [one.model_dump(include={"start", "end", "text", "value", "rule"}) for one in timexes]


def show_errors(folder: Path, name: str, genre: str) -> int:
    for row in rows(folder / f"{name}.jsonl"):
        said = answer(row, genre)
        pairs = list(pair(row["timexes"], said))
        for gold, mine in pairs:
            if gold.get("value") and gold["value"] != mine["value"]:
                print(
                    f"value  {gold['text']!r} is {gold['value']}, read {mine['text']!r} {mine['value']} by {mine['rule']}"
                )
        for gold in row["timexes"]:
            if not any(gold is here for here, _ in pairs):
                print(f"missed {gold['text']!r} {gold.get('value')}")
        for mine in said:
            if not any(mine is there for _, there in pairs):
                print(f"extra  {mine['text']!r} {mine['value']} by {mine['rule']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
