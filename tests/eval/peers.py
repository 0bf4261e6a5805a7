"""The peers' own test cases, read as news: how many of those that agree with news reading come out right.

    python tests/eval/peers.py FOLDER                 every file of cases, compared with its floor; exit 1 below one
    python tests/eval/peers.py FOLDER --only chrono.de --errors 20    also print cases that differ, with their line
    python tests/eval/peers.py FOLDER --raise         write better figures as floors

FOLDER (or the environment variable TIMELINE_PEERS) holds `peer.language.cases.jsonl`: rows {"text", "reference",
"expected": [{"start", "end", "text", "value" | "start_value"/"end_value", "timex", "alternatives"}]}; an empty
"expected" means that nothing may be found. The cases are never copied into the project. Those whose convention
contradicts news reading are set aside in `peers/peer.language.yaml`, by line and with the reason.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT.parents[1]))

import yaml_rs  # noqa: E402  # found from any working directory

from tests.eval.agreement import Case, right  # noqa: E402
from timeline.lang import packs  # noqa: E402
from timeline.model.document import Dct  # noqa: E402
from timeline.model.timex import Timex  # noqa: E402
from timeline.model.vocabulary import Signal  # noqa: E402
from timeline.temporal.tag import tag  # noqa: E402

SET_ASIDE = ROOT / "peers"
FLOORS = SET_ASIDE / "floors.json"
NO_REFERENCE = "2012-08-10T12:00:00"
"""What relative dates are read against in cases that give no day: any will do."""
NOISE = 0.05


class Result(NamedTuple):
    """`wrong`: lines and what was read there instead."""

    name: str
    good: int
    asked: int
    aside: int
    wrong: tuple[tuple[int, Case, tuple[Timex, ...]], ...]

    @property
    def share(self) -> float:
        return round(100 * self.good / self.asked, 1) if self.asked else 100.0


def measure(path: Path) -> Result:
    name = path.name.removesuffix(".cases.jsonl")
    skipped = set_aside(name)
    asked = [(line, case) for line, case in enumerate(cases(path), start=1) if line not in skipped]
    said = [(line, case, answer(case, name.split(".")[1])) for line, case in asked]
    wrong = tuple(row for row in said if not right(row[1], row[2]))
    return Result(name, len(asked) - len(wrong), len(asked), len(skipped), wrong)


def cases(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def set_aside(name: str) -> frozenset[int]:
    return frozenset(line for row in reasons(name) for line in row["lines"])


def reasons(name: str) -> list[dict[str, Any]]:
    path = SET_ASIDE / f"{name}.yaml"
    rows: Any = yaml_rs.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return list(rows)


def answer(case: Case, language: str) -> tuple[Timex, ...]:
    reference = case["reference"] or NO_REFERENCE
    return tag(case["text"], packs.load(language), Dct(day=reference[:10], time=reference, signal=Signal.GIVEN))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("TIMELINE_PEERS"), type=Path)
    parser.add_argument("--only", metavar="NAME", default="")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    if args.folder is None:
        parser.error("say where the cases are")
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    low = False
    for path in sorted(args.folder.glob("*.cases.jsonl")):
        if args.only not in path.name or path.name.split(".")[1] not in packs.having("lexicon.yaml"):
            continue
        result = measure(path)
        floor = floors.get(result.name, 0.0)
        low |= result.share < floor - NOISE
        floors[result.name] = max(floor, result.share) if args.lift else floor
        print(
            f"{result.name}: {result.good}/{result.asked} = {result.share} % (floor {floor}), set aside {result.aside}"
        )
        show(result, args.errors)
    if args.lift:
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=2) + "\n", encoding="utf-8")
    return int(low)


def show(result: Result, most: int) -> None:
    for line, case, said in result.wrong[:most]:
        wanted = [
            (one.get("text"), one.get("timex") or one.get("value"), one.get("start_value"), one.get("end_value"))
            for one in case["expected"]
        ]
        print(f"  {line} [{(case['reference'] or '')[:16]}] {case['text']!r}\n      wants {wanted}")
        print(f"      said  {[(one.text, one.value, one.edtf) for one in said]}")


if __name__ == "__main__":
    sys.exit(main())
