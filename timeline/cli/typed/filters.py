"""The options that say which events a question is about; `list`, `upcoming`, `search` and `export` share them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.typed.completion import actors, sources
from timeline.cli.typed.days import read_period, read_span
from timeline.errors import UsageError
from timeline.model.filter import Filter, SortBy
from timeline.model.vocabulary import Occurrence, Stance

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.model.view import View

_PANEL = "Which events"


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as they were typed; `filter` reads their dates and names."""

    first: str | None = None
    last: str | None = None
    period: str | None = None
    text: str | None = None
    more: dict[str, Any] = field(default_factory=dict)

    def filter(self, run: Run) -> Filter:
        start, end = self._days(run)
        actors = tuple(_meant(name, run) for name in self.more.get("actors", ()))
        speakers = tuple(_meant(name, run) for name in self.more.get("speakers", ()))
        return Filter(start=start, end=end, text=self.text, **{**self.more, "actors": actors, "speakers": speakers})

    def view(self, run: Run, *, history: bool = False) -> View:
        """The events that match, as the ledger knew them at the moment that was asked for."""
        from timeline.query.listing import listing

        today = run.today.isoformat()
        return listing(run.ledger, self.filter(run), run.moment, today=today, timezone=run.timezone, history=history)

    def _days(self, run: Run) -> tuple[str | None, str | None]:
        if self.period and (self.first or self.last):
            raise UsageError("say --period, or --from and --to, not both")
        if self.period:
            return read_period(self.period, "--period", run, run.today)
        return read_span(run, self.first, self.last)


def _meant(name: str, run: Run) -> str:
    """The id of the actor, however the name is spelled, the nearest where nobody is called so; a name that several share stays, and stands for all of them."""
    from timeline.link.actors import find, nearest

    try:
        found = find(name, run.ledger)
    except UsageError:
        return name
    if found or _partly(name, run):
        return found or name
    near = nearest(name, run.ledger)
    if near:
        run.out.say(f"no actor here is called {name!r}: taken for {run.ledger.actors[near].name} ({near})")
    return near or name


def _partly(name: str, run: Run) -> bool:
    """Somebody's name has all the words."""
    from timeline.query.folded import has_words, words

    actors = run.ledger.actors.values()
    return any(has_words(words(name), called) for one in actors for called in (one.id, one.name, *one.aliases))


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 the word that typer uses
    return typer.Option(*names, help=help, rich_help_panel=_PANEL, **more)


Actors = Annotated[
    list[str] | None,
    _option("--actor", metavar="NAME", help="With this actor; may be repeated.", autocompletion=actors),
]
Places = Annotated[list[str] | None, _option("--place", metavar="PLACE", help="In this place; may be repeated.")]
Kinds = Annotated[list[str] | None, _option("--kind", metavar="KIND", help="Of this kind; may be repeated.")]
Statuses = Annotated[list[Occurrence] | None, _option("--status", help="With this status; may be repeated.")]
Judgements = Annotated[list[Stance] | None, _option("--judgement", help="Judged like this; may be repeated.")]
Sources = Annotated[
    list[str] | None,
    _option("--source", metavar="ID", help="Told by this source; may be repeated.", autocompletion=sources),
]
Tags = Annotated[list[str] | None, _option("--tag", metavar="TAG", help="With this tag; may be repeated.")]
SaidBy = Annotated[
    list[str] | None,
    _option("--said-by", metavar="NAME", help="Said by this speaker; may be repeated.", autocompletion=actors),
]
Limit = Annotated[int | None, _option("--limit", min=1, metavar="N", help="At most so many.")]


def filters(
    *,
    first: Annotated[str | None, _option("--from", metavar="DATE", help="On that day or later.")] = None,
    last: Annotated[str | None, _option("--to", metavar="DATE", help="On that day or earlier.")] = None,
    period: Annotated[
        str | None,
        _option("--period", "-p", metavar="PERIOD", help="2025-W43, 2025-10, month, week+1, 'la semaine prochaine'."),
    ] = None,
    text: Annotated[str | None, _option("--text", metavar="WORDS", help="With all these words.")] = None,
    undated: Annotated[bool, _option("--undated", help="Only those without a date.")] = False,
    actor: Actors = None,
    place: Places = None,
    kind: Kinds = None,
    status: Statuses = None,
    judgement: Judgements = None,
    source: Sources = None,
    tag: Tags = None,
    said_by: SaidBy = None,
    sort: Annotated[SortBy, _option("--sort", help="In this order.")] = SortBy.WHEN,
    reverse: Annotated[bool, _option("--reverse", help="The other way round.")] = False,
    limit: Limit = None,
) -> Asked:
    order = {"undated": undated, "sort": sort, "reverse": reverse, "limit": limit}
    return Asked(
        first, last, period, text, {**order, **lists(actor, place, kind, status, judgement, source, tag, said_by)}
    )


def some_filters(
    *,
    actor: Actors = None,
    place: Places = None,
    kind: Kinds = None,
    status: Statuses = None,
    judgement: Judgements = None,
    source: Sources = None,
    tag: Tags = None,
    said_by: SaidBy = None,
    limit: Limit = None,
) -> Asked:
    """Those that make sense where the dates and the order are given by the question itself."""
    return Asked(more={"limit": limit, **lists(actor, place, kind, status, judgement, source, tag, said_by)})


def lists(*asked: list[Any] | None) -> dict[str, tuple[Any, ...]]:
    """By the names of a `Filter`, in the order in which the options above stand."""
    names = ("actors", "places", "kinds", "statuses", "judgements", "sources", "tags", "speakers")
    return {name: tuple(values or ()) for name, values in zip(names, asked, strict=True)}
