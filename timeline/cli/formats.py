"""An answer as text that is no terminal's: plain aligned lines, JSON, JSON lines, CSV, Markdown. Nothing is cut."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from timeline.cli.answer import Answer, Column, Section
from timeline.cli.options import OutputFormat

_GAP: Final = "  "


def plain(answer: Answer) -> str:
    """Space-aligned columns, one line a row; the widths are those of the whole answer, so that sections line up."""
    shown = used(answer)
    if not answer.rows:
        return "".join(f"{line}\n" for line in (answer.empty, *answer.notes))
    widths = {column.key: _width(column, answer) for column in shown}
    lines: list[str] = []
    for section in answer.sections:
        if section.heading:
            lines += ["", section.heading] if lines else [section.heading]
        elif not lines:
            lines.append(_aligned({column.key: column.title for column in shown}, shown, widths))
        lines += [_aligned(row, shown, widths) for row in section.rows]
    return "".join(f"{line}\n" for line in (*lines, *answer.notes))


def as_json(answer: Answer) -> str:
    return json.dumps(answer.data, ensure_ascii=False, indent=2) + "\n"


def as_json_lines(answer: Answer) -> str:
    items = answer.data if isinstance(answer.data, list) else [answer.data]
    return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in items)


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
    return " ".join(cell.split())


def _width(column: Column, answer: Answer) -> int:
    cells = (one_line(row.get(column.key, "")) for section in answer.sections for row in section.rows)
    headed = bool(answer.sections[0].heading)
    return max([0 if headed else len(column.title), *(len(cell) for cell in cells)])


def _aligned(row: Mapping[str, str], columns: tuple[Column, ...], widths: Mapping[str, int]) -> str:
    cells = (one_line(row.get(column.key, "")).ljust(widths[column.key]) for column in columns)
    return _GAP.join(cells).rstrip()


def _markdown_table(section: Section, columns: tuple[Column, ...]) -> Iterator[str]:
    yield "| " + " | ".join(column.title or " " for column in columns) + " |"
    yield "|" + " --- |" * len(columns)
    for row in section.rows:
        yield "| " + " | ".join(one_line(row.get(column.key, "")).replace("|", "\\|") for column in columns) + " |"
