"""The questions of `timeline add -i`: one field after another, an empty answer skips it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import typer

from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.cli.run import Run

_ASKED: Final = (
    ("title", "What happens"),
    ("when", "When"),
    ("published", "Published on (relative dates are read against it)"),
    ("status", "Status (expected, confirmed, occurred, ...)"),
    ("kind", "Kind (visit, summit, vote, ...)"),
    ("place", "Where"),
    ("actors", "Who (NAME:ROLE, NAME:ROLE)"),
    ("source", "Source (address, id or outlet)"),
    ("quote", "Its own words"),
    ("said_by", "Whom it names for this (NAME, NAME)"),
    ("tags", "Tags (TAG, TAG)"),
    ("note", "Note of the desk"),
    ("embargo", "Not to be published before"),
)


def ask(fields: dict[str, Any], run: Run) -> dict[str, Any]:
    """The fields with what was answered; an answer that cannot be used is asked for again."""
    answered = dict(fields)
    for name, question in _ASKED:
        answered[name] = _one(name, question, answered, run)
    return answered


def _one(name: str, question: str, fields: dict[str, Any], run: Run) -> Any:
    given = fields[name]
    shown = ", ".join(given) if isinstance(given, tuple) else str(given or "")
    while True:
        words = typer.prompt(question, default=shown, show_default=bool(shown), err=True).strip()
        if not words and name != "title":
            return () if isinstance(given, tuple) else None
        try:
            return _READERS.get(name, _as_it_is)(words, run)
        except UsageError as error:
            run.out.say(str(error))


def _as_it_is(words: str, run: Run) -> Any:
    del run
    if not words:
        raise UsageError("an event needs a title")
    return words


def _status(words: str, run: Run) -> Any:
    del run
    from timeline.model.vocabulary import Occurrence

    value = words.replace(" ", "_")
    if value not in set(Occurrence):
        raise UsageError(f"no status is called {words!r}; known: {', '.join(Occurrence)}")
    return Occurrence(value)


def _kind(words: str, run: Run) -> str:
    del run
    from timeline.cli.typed.kinds import known_kind

    return known_kind(words)


def _when(words: str, run: Run) -> str:
    """Read at once, so that a date that cannot be understood can be typed again."""
    from timeline.cli.typed.days import typed_on
    from timeline.pipeline.dating import read_words

    read_words(words, typed_on(run.today, run.week_start), run.timezone)
    return words


def _day(words: str, run: Run) -> str:
    from timeline.cli.typed.days import typed_on
    from timeline.pipeline.dating import read_day

    read_day(words, typed_on(run.today, run.week_start), run.timezone)
    return words


def _actors(words: str, run: Run) -> tuple[str, ...]:
    from timeline.pipeline.cast import Cast

    named = _several(words, run)
    Cast(run.ledger_to_be).roles(named)
    return named


def _several(words: str, run: Run) -> tuple[str, ...]:
    del run
    return tuple(part.strip() for part in words.split(",") if part.strip())


_READERS: Final[dict[str, Callable[[str, Run], Any]]] = {
    "status": _status,
    "kind": _kind,
    "when": _when,
    "published": _day,
    "embargo": _day,
    "actors": _actors,
    "said_by": _several,
    "tags": _several,
}
