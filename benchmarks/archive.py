"""An archive of web pages: how much memory reading it takes, and how long a page does.

`python benchmarks/archive.py 1000 10000` writes and reads an archive of each length, each in a process of its own. One page in
a hundred makes a claim, so that what grows is what streaming costs and not the ledger. The peak is the operating system's
own figure; an absolute time says little on a shared machine, but a peak does. With `--german` the pages are in a language in
which no claims are read: then no model is loaded, and what is measured is the streaming alone.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.ingest import archives
from timeline.cli.main import app

LENGTHS: Final = ("1000", "10000")
EVERY: Final = 100
_ALONE: Final = "--alone"
_GERMAN: Final = "--german"


def main(words: list[str]) -> None:
    german = [_GERMAN] if _GERMAN in words else []
    for pages in [word for word in words if word != _GERMAN] or LENGTHS:
        subprocess.run([sys.executable, __file__, _ALONE, pages, *german], check=True)


def measure(pages: int, *, german: bool) -> None:
    with TemporaryDirectory() as folder:
        archive = archives.write(Path(folder) / "a.warc.gz", pages, every=EVERY, german=german)
        began = time.perf_counter()
        result = CliRunner().invoke(app, ["ingest", str(archive), "-f", f"{folder}/story.yaml", "-q"])
        seconds = time.perf_counter() - began
    assert result.exit_code == 0, result.output
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{pages:>7} pages: peak {peak:5.0f} MB, {seconds:6.0f} s, {1000 * seconds / pages:5.1f} ms a page", flush=True
    )


if __name__ == "__main__":
    if sys.argv[1:2] == [_ALONE]:
        measure(int(sys.argv[2]), german=_GERMAN in sys.argv)
    else:
        main(sys.argv[1:])
