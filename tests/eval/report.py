"""Writes what is measured of dates into the page of evaluation: `python tests/eval/report.py FOLDER [--write]`.

FOLDER holds the annotated corpora that `gate.py` reads. Precision is counted by the construction of the rule that read
a timex, recall by the kind of value that the gold has, since a gold timex names no construction. Errors are gathered by
what the gold says and what was read, digits apart, over all corpora.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.eval.gate import BASELINE, answer, rows  # noqa: E402  # found from any working directory
from tests.eval.scoring import Row, Tally, pair  # noqa: E402
from timeline.lang import packs  # noqa: E402

PAGE = ROOT / "docs" / "evaluation.md"
BEGIN, END = "<!-- dates: written by tests/eval/report.py -->", "<!-- end of dates -->"
MOST_ERRORS = 20
KINDS = (
    ("now, recently, soon", r"(PAST|PRESENT|FUTURE)_REF"),
    ("set", r".*XXXX-.*|XX+.*"),
    ("duration", r"P.*"),
    ("time of day", r".*T\d.*"),
    ("part of day", r".*T[A-Z]{2}"),
    ("day", r"(BC)?\d{4}-\d\d-\d\d"),
    ("week, weekend", r"\d{4}-?W\d.*"),
    ("month", r"(BC)?\d{4}-\d\d"),
    ("quarter, half, season", r".*-([QH]\d|SP|SU|FA|WI|QX|HX)"),
    ("year", r"(BC)?\d{4}"),
    ("decade, century", r"(BC)?\d{2,3}X{0,2}"),
    ("other", r".*"),
)


@dataclass
class Found:
    """`asked`, `read`, `right` by kind of gold value; `said`, `good` by construction of our rule."""

    asked: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    good: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)

    def add(self, gold: list[Row], said: list[Row], built: dict[str, str]) -> None:
        pairs = [(here, there) for here, there in pair(gold, said) if here.get("value")]
        for here in gold:
            if here.get("value"):
                self.asked[kind_of(here["value"])] += 1
        for one in said:
            self.said[built.get(one["rule"], "?")] += 1
        for here, there in pairs:
            self.read[kind_of(here["value"])] += 1
            if here["value"] == there["value"]:
                self.right[kind_of(here["value"])] += 1
                self.good[built.get(there["rule"], "?")] += 1
        self.errors.update(_errors(gold, said, pairs))


def _errors(gold: list[Row], said: list[Row], pairs: list[tuple[Row, Row]]) -> Iterator[str]:
    for here, there in pairs:
        if here["value"] != there["value"]:
            yield f"{kind_of(here['value'])} read as {kind_of(there['value'])}: another value"
    paired = [id(one) for both in pair(gold, said) for one in both]
    yield from (f"{kind_of(one['value'])} missed" for one in gold if one.get("value") and id(one) not in paired)
    yield from (f"{kind_of(one['value'])} found where the gold has nothing" for one in said if id(one) not in paired)


def kind_of(value: str) -> str:
    return next(name for name, shape in KINDS if re.fullmatch(shape, value))


def measure(folder: Path) -> tuple[dict[str, Tally], Found]:
    tallies: dict[str, Tally] = {}
    found = Found()
    built = {rule.id: rule.construction for code in packs.available() for rule in packs.load(code).time.rules}
    baseline: dict[str, dict[str, Any]] = json.loads(BASELINE.read_text(encoding="utf-8"))
    for name, settings in sorted(baseline.items()):
        path = folder / f"{name}.jsonl"
        if not path.exists():
            continue
        tallies[name] = Tally()
        for row in rows(path):
            said = answer(row, settings["genre"])
            tallies[name].add(row["timexes"], said)
            found.add(row["timexes"], said, built)
    return tallies, found


def page(tallies: dict[str, Tally], found: Found) -> str:
    lines = ["| corpus | strict span F1 | relaxed span F1 | value F1 |", "|---|--:|--:|--:|"]
    for name, tally in tallies.items():
        figures = tally.figures()
        lines.append(f"| `{name}` | {figures['strict']:.1f} | {figures['relaxed']:.1f} | {figures['value']:.1f} |")
    lines += ["", "Recall by what the gold says, over these corpora together:", ""]
    lines += ["| kind of value | in the gold | found | value right |", "|---|--:|--:|--:|"]
    for name, _ in KINDS:
        if asked := found.asked[name]:
            lines.append(
                f"| {name} | {asked} | {_share(found.read[name], asked)} | {_share(found.right[name], asked)} |"
            )
    lines += ["", "Precision by the construction that read it:", ""]
    lines += ["| construction | read | value right |", "|---|--:|--:|"]
    for name, said in found.said.most_common():
        lines.append(f"| {name} | {said} | {_share(found.good[name], said)} |")
    lines += ["", f"The {MOST_ERRORS} most frequent kinds of error that are left:", ""]
    lines += ["| times | error |", "|--:|---|"]
    lines += [f"| {times} | {error} |" for error, times in found.errors.most_common(MOST_ERRORS)]
    return "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="put it into docs/evaluation.md")
    args = parser.parse_args()
    written = page(*measure(args.folder))
    if not args.write:
        print(written)
        return 0
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{written}\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
