"""Which column of a table is which field of an event: as it was typed, else as the column is called."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.errors import UsageError
from timeline.ingest.refusal import refusal
from timeline.lang.yaml_data import read
from timeline.model.entry import Entry

FIELDS: Final = (
    "id", "title", "when", "start", "end", "time", "occurrence", "kind", "place", "actors", "tags", "quote", "said_by",
    "note", "published",
)  # fmt: skip
SKIP: Final = "-"
"""`--map COLUMN=-` leaves a column out."""


class Columns(NamedTuple):
    """`fields`: field -> place of the column; `guessed`: the fields that nobody typed."""

    names: tuple[str, ...]
    fields: dict[str, int]
    guessed: frozenset[str]


def understood(names: list[str], typed: dict[str, str], file: str) -> Columns:
    """Raises `UsageError` for a column or field that there is not, `SourceError` (E127) without a title."""
    called = [name.strip() for name in names]
    fields: dict[str, int] = {}
    for column, field in typed.items():
        if column not in called:
            raise UsageError(f"--map {column}={field}: no column is called {column!r}; there are: {', '.join(called)}")
        if field not in {*FIELDS, SKIP}:
            raise UsageError(f"--map {column}={field}: no field is called {field!r}; there are: {', '.join(FIELDS)}")
        if field != SKIP:
            fields[field] = called.index(column)
    guessed = _guess(called, set(typed), fields)
    if "title" not in fields | guessed:
        message = f"no column looks like the title of an event; there are: {', '.join(called) or 'none'}"
        raise refusal("E127", message, file)
    return Columns(tuple(called), fields | guessed, frozenset(guessed))


def _guess(called: list[str], typed: set[str], known: dict[str, int]) -> dict[str, int]:
    words: dict[str, list[str]] = read("columns.yaml")
    free = {
        name.casefold().replace("_", " "): at for at, name in reversed(list(enumerate(called))) if name not in typed
    }
    taken = set(known.values())
    guessed: dict[str, int] = {}
    for field in FIELDS:
        found = next((free[word] for word in words[field] if word in free and free[word] not in taken), None)
        if field not in known and found is not None:
            guessed[field] = found
            taken.add(found)
    return guessed


def entry(cells: list[str], columns: Columns, when: str | None, line: int) -> Entry:
    """`when` is put together from several columns by the caller. Raises `ValueError` for a status that nobody knows."""
    from timeline.ingest.entries.statuses import status  # noqa: PLC0415  # only tables need it

    said = {field: cells[at].strip() for field, at in columns.fields.items() if at < len(cells) and cells[at].strip()}
    says = status(said.get("occurrence"))
    if says is None and "occurrence" in said:
        raise ValueError(f"no status is called {said['occurrence']!r}")
    title = said.get("title", "")
    return Entry(
        key=said.get("id", ""),
        event=said.get("id"),
        title=title,
        when=when,
        says=says,
        kind=said.get("kind"),
        place=said.get("place"),
        actors=tuple(_actor(name) for name in _listed(said.get("actors", ""))),
        tags=_listed(said.get("tags", "")),
        quote=said.get("quote"),
        said_by=said.get("said_by"),
        note=said.get("note"),
        published=said.get("published"),
        line=line,
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.replace("\n", ";").split(";") if one.strip())


def _actor(name: str) -> str:
    """`Donald Trump (host)`, as our own table writes it, as `Donald Trump:host`; other brackets belong to the name."""
    from timeline.model.vocabulary import Role  # noqa: PLC0415  # only here

    called, bracket, role = name.rpartition(" (")
    known = {one.value for one in Role}
    if bracket and role.endswith(")") and role[:-1] in known:
        return f"{called}:{role[:-1]}"
    return name if name.rpartition(":")[2] in known else name.replace(":", " ")
