"""Pages that are made from the code: `python -m tests.docs_pages` writes them, a test holds them to it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tests.cli import reference_page
from timeline import errors
from timeline.diagnostics import CODES, Diagnostic, Where
from timeline.errors import TimelineError
from timeline.export.json_rows import dumps
from timeline.export.json_schema import schema

DOCS: Final = Path(__file__).parent.parent / "docs"

SUBJECTS: Final = {
    "1": ("Articles", "What is wrong with a text that was to be read."),
    "2": ("The ledger", "What is wrong with the file, with the place in it where there is one."),
    "3": ("Dates", "What could not be read as a date, or could be read as several."),
    "4": ("The story", "What does not fit together in what the ledger says: `timeline check` looks for it."),
    "5": ("Languages and models", "What is not installed or not known."),
    "6": ("The request", "What was asked for and cannot be done."),
}

EXAMPLE: Final = Diagnostic(
    "E207", "[2025-10-20..2025-10-26] without quotes is no date to YAML", Where("data/events.yaml", 7, 54)
)

INTRODUCTION: Final = f"""\
# Diagnostics

Whatever is wrong is said with a code, a place where there is one, and a next step:

```
{EXAMPLE.render()}
```

The letter is the severity: **E** error, nothing was done or something is wrong; **W** warning, done, but look at it;
**I** information. A message may name a better next step than the one listed here.
"""

EXIT_CODES: Final = """\
## Exit codes

| code | when | exception |
|---|---|---|
| 0 | all went well, an empty answer included | |
| 1 | there are findings: `check`, `--exit-code`, a batch in which a document failed | |
"""


def diagnostics_page() -> str:
    return "\n".join(
        (INTRODUCTION, *(_subject(digit) for digit in SUBJECTS), EXIT_CODES + "\n".join(_exit_rows()) + "\n")
    )


def _subject(digit: str) -> str:
    title, about = SUBJECTS[digit]
    rows = (f"| {code} | {row.title} | {row.next_step} |" for code, row in CODES.items() if code[1] == digit)
    return "\n".join((f"## {title}", "", about, "", "| code | what | next step |", "|---|---|---|", *rows, ""))


def _exit_rows() -> Iterator[str]:
    """From the drawing in the docstring of `errors`, whose lines end in what each class means."""
    meanings = {}
    for line in (inspect.getdoc(errors) or "").splitlines():
        words = line.strip("├└│─ ").split(maxsplit=2)
        if len(words) == 3 and words[0].endswith("Error"):
            meanings[words[0]] = words[2]
    classes = [error for _, error in inspect.getmembers(errors, inspect.isclass) if issubclass(error, TimelineError)]
    for error in sorted(classes, key=lambda error: (error.exit_code, len(error.__mro__), error.__name__)):
        yield f"| {error.exit_code} | {meanings[error.__name__]} | `{error.__name__}` |"


def events_schema() -> str:
    return dumps(schema(), indent=2) + "\n"


PAGES: Final[dict[str, Callable[[], str]]] = {
    "reference/cli.md": reference_page.page,
    "reference/diagnostics.md": diagnostics_page,
    "reference/events.schema.json": events_schema,
}


def main() -> None:
    for name, make in PAGES.items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), encoding="utf-8")
        print(f"wrote {path.relative_to(DOCS.parent)}")


if __name__ == "__main__":
    main()
