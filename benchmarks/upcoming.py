"""`timeline upcoming` on 10,000 events against starting Python and parsing the same file. Goal: at most 4 times."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from big_ledger import write_ledger
from pairs import Ratio, command_cost, compare

PARSE_ONLY = "import sys, yaml_rs; yaml_rs.loads(open(sys.argv[1], encoding='utf-8').read())"


def run() -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        ledger = write_ledger(Path(folder) / "events.yaml", 10_000)
        question = [sys.executable, "-m", "timeline", "upcoming", "-f", str(ledger), "--today", "2025-10-17"]
        ours, peer = command_cost(question), command_cost([sys.executable, "-c", PARSE_ONLY, str(ledger)])
        return [compare("timeline upcoming / yaml_rs.loads, 10,000 events", 4.0, ours, peer)]
