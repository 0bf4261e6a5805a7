"""Documents as `timeline read` shows them: rows as they come, or one table of what each is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.dates import human_day
from timeline.cli.typed.options import OutputFormat
from timeline.pipeline.reading import read_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.cli.run import Run
    from timeline.pipeline.reading import Read
    from timeline.pipeline.request import Request

_COLUMNS: Final = (
    Column("source", "Source", wide=True),
    Column("published", "Published"),
    Column("signal", "Said by", under="published"),
    Column("language", "Language"),
    Column("title", "Title", wide=True),
    Column("outlet", "Outlet", under="title"),
    Column("length", "Characters"),
)


def show(run: Run, requests: Iterable[Request], jobs: int) -> bool:
    """Whether any could not be read."""
    read = read_all(requests, run.today, run.timezone, jobs)
    if run.out.format is OutputFormat.JSONL:
        return _streamed(run, read)
    done: list[Read] = []
    for one in read:
        for finding in one.findings:
            run.out.tell(finding)
        done.append(one)
    sections = (Section(tuple(_cells(one) for one in done if not one.failed)),)
    run.out.show(Answer(_COLUMNS, sections, [one.row() for one in done], empty="nothing was read"))
    return any(one.failed for one in done)


def _streamed(run: Run, read: Iterable[Read]) -> bool:
    """Each line as soon as it is there: a WARC archive is longer than memory."""
    failed = False
    with run.out.progress("reading", 0) as progress, run.out.stream() as sink:
        for one in read:
            sink.write(json.dumps(one.row(), ensure_ascii=False) + "\n")
            failed |= one.failed
            progress.advance(one.name)
    return failed


def _cells(read: Read) -> dict[str, str]:
    row = read.row()
    return {
        "source": read.name.replace("\n", "\\n"),
        "published": human_day(row["published"]) if row["published"] else "unknown",
        "signal": row["signal"] or "",
        "language": row["language"] or "unknown",
        "title": row["title"] or "",
        "outlet": row["outlet"] or "",
        "length": str(len(row["text"] or "")),
    }
