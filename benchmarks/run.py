"""Runs the benchmarks named on the command line, or all: `python benchmarks/run.py [startup] [upcoming] [story] [over_time] [coldstart] [extract] [ingest] [temporal] [linking] [pages]`.

Every figure is a ratio against a peer in the same run; single absolute times say little on a shared machine.
"""

from __future__ import annotations

import importlib
import sys

NAMES = ("startup", "upcoming", "story", "over_time", "coldstart", "extract", "ingest", "temporal", "linking", "pages")


def main(chosen: list[str]) -> int:
    unknown = set(chosen) - set(NAMES)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    results = [ratio for name in chosen or NAMES for ratio in importlib.import_module(name).run()]
    print("\n".join(ratio.line() for ratio in results))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
