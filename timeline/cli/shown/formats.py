"""An answer as text that is no terminal's: plain aligned lines, JSON, JSON lines, CSV, Markdown. Nothing is cut."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.typed.options import OutputFormat

_GAP: Final = "  "
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def plain(answer: Answer) -> str:
    """Space-aligned columns, one line a row; the widths are those of the whole answer, so that sections line up."""
    if not answer.rows:
        return "".join(f"{line}\n" for line in (answer.empty, *answer.notes))
    shown = used(answer)
    sections = [(section.heading, [_row(row, shown) for row in section.rows]) for section in answer.sections]
    if not sections[0][0]:
        sections[0][1].insert(0, [column.title for column in shown])
    widths = [max(map(len, cells)) for cells in zip(*(row for _, rows in sections for row in rows), strict=True)]
    lines: list[str] = []
    for heading, rows in sections:
        if heading:
            lines += ["", heading] if lines else [heading]
        lines += [_aligned(row, widths) for row in rows]
    return "".join(f"{line}\n" for line in (*lines, *answer.notes))


def as_json(answer: Answer) -> str:
    return json.dumps(data(answer), ensure_ascii=False, indent=2) + "\n"


def as_json_lines(answer: Answer) -> str:
    content = data(answer)
    items = content if isinstance(content, list) else [content]
    return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in items)


def data(answer: Answer) -> Any:
    """What the answer says to a program: the documented objects of its events, where it has no data of its own."""
    if answer.data is None and answer.view is not None:
        return [row.contract() for row in answer.view.rows]
    return answer.data


def as_csv(answer: Answer) -> str:
    """Events as the csv export writes them; other tables with the headings of their sections as a first column."""
    if answer.view is not None:
        from timeline.export.csv_table import export
        from timeline.export.options import ExportOptions

        return export(answer.view, ExportOptions()).decode()
    out = io.StringIO()
    headed = any(section.heading for section in answer.sections)
    keys = [column.key for column in answer.columns]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((["section"] if headed else []) + keys)
    for section in answer.sections:
        for row in section.rows:
            writer.writerow(([section.heading] if headed else []) + [row.get(key, "") for key in keys])
    return out.getvalue()


def as_markdown(answer: Answer) -> str:
    if not answer.rows:
        return "".join(f"{line}\n" for line in (answer.empty, *answer.notes))
    lines: list[str] = []
    for section in answer.sections:
        lines += ["", f"## {section.heading}", ""] if section.heading else []
        lines += _markdown_table(section, used(answer))
    notes = [line for note in answer.notes for line in ("", note)]
    return "\n".join([*lines, *notes]).lstrip("\n") + "\n"


RENDERERS: Final[Mapping[OutputFormat, Callable[[Answer], str]]] = {
    OutputFormat.TABLE: plain,
    OutputFormat.JSON: as_json,
    OutputFormat.JSONL: as_json_lines,
    OutputFormat.CSV: as_csv,
    OutputFormat.MD: as_markdown,
}


def used(answer: Answer) -> tuple[Column, ...]:
    """Columns that hold something in at least one row."""
    rows = [row for section in answer.sections for row in section.rows]
    return tuple(column for column in answer.columns if any(row.get(column.key) for row in rows))


def one_line(cell: str) -> str:
    """Without line ends, and without the control characters by which an article could take over a terminal."""
    return " ".join((cell if cell.isprintable() else _CONTROLS.sub(" ", cell)).split())


def _row(row: Mapping[str, str], columns: tuple[Column, ...]) -> list[str]:
    return [one_line(row.get(column.key, "")) for column in columns]


def _aligned(row: list[str], widths: list[int]) -> str:
    return _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _markdown_table(section: Section, columns: tuple[Column, ...]) -> Iterator[str]:
    yield "| " + " | ".join(column.title or " " for column in columns) + " |"
    yield "|" + " --- |" * len(columns)
    for row in section.rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in _row(row, columns)) + " |"
