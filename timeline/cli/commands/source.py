"""`timeline source`: the articles and other documents that claims stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from timeline.cli.command import EXAMPLES, command, epilog, family, group
from timeline.cli.run import Run
from timeline.cli.shown.answer import Answer, Column, Section, table
from timeline.cli.shown.dates import human_day
from timeline.cli.typed.completion import sources
from timeline.cli.typed.options import CONTEXT
from timeline.cli.typed.sources import resolve
from timeline.errors import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.ledger import Claim, Ledger, Source

_COLUMNS: Final = (
    Column("published", "Published"),
    Column("outlet", "Outlet"),
    Column("title", "Title", wide=True),
    Column("id", "Id", under="title"),
    Column("language", "Lang"),
    Column("claims", "Claims"),
)
_CLAIMS: Final = (
    Column("id", "Claim"),
    Column("event", "Event"),
    Column("judgement", "", under="id", styles={"suggested": "yellow", "rejected": "red"}),
    Column("quote", "Quote", wide=True),
)
_ORIGINS: Final = (
    Column("id", "Source"),
    Column("outlet", "Outlet"),
    Column("origin", "Origin"),
    Column("because", "Because", wide=True),
)

app = family()


@app.callback(epilog=epilog(["timeline source list", "timeline source show lsi-2025-10-17"]))
@group
def source() -> None:
    """List and show the articles and other documents that claims stand in, and say which print one text."""


@command("timeline source list", "timeline source list -O json")
def list_sources(run: Run) -> None:
    """List the sources, with the number of claims that stand in each."""
    from timeline.query.sources import sources as ask

    known = [(run.ledger.sources[name], len(claims)) for name, claims in ask(run.ledger, run.moment).items()]
    rows = [_cells(source, count) for source, count in known]
    data = [_data(source, count) for source, count in known]
    run.out.show(table(_COLUMNS, rows, data, empty="no source"))


@command("timeline source show lsi-2025-10-17")
def show_source(
    run: Run,
    reference: Annotated[
        str, typer.Argument(metavar="SOURCE", help="An id, its beginning, or an address.", autocompletion=sources)
    ],
) -> None:
    """Show a source, then the claims that stand in it."""
    from timeline.query.sources import sources as ask

    source = run.ledger.sources[resolve(reference, run.ledger)]
    known = ask(run.ledger, run.moment)
    if source.id not in known:
        raise UnknownIdError(f"{source.id!r} was not known by {run.moment.as_of or run.moment.known_at}")
    claims = known[source.id]
    rows = tuple(
        {"id": claim.id, "event": event.id, "judgement": claim.stance, "quote": claim.quote or claim.note or ""}
        for event, claim in claims
    )
    said = [source.outlet, source.title, human_day(source.published) if source.published else None, source.url]
    heading = "  ".join([source.id, *(part for part in said if part)])
    data = {**_data(source, len(claims)), "claims": [{"event": event.id, **_claim(claim)} for event, claim in claims]}
    run.out.show(Answer(_CLAIMS, (Section(rows, heading),), data, empty=f"{heading}\nmakes no claim"))


@command(
    "timeline source edit echo-2025-10-17 courier-2025-10-17 --origin afp",
    "timeline source edit echo-2025-10-17 --own",
)
def edit_source(
    run: Run,
    references: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Ids, their beginnings, or addresses.", autocompletion=sources),
    ],
    origin: Annotated[
        str | None,
        typer.Option("--origin", metavar="GROUP", help="Whose text they print: a name, or the id of a source."),
    ] = None,
    own: Annotated[bool, typer.Option("--own", help="Each of them is independent, whatever it resembles.")] = False,
) -> None:
    """Say whose text sources print: those of one origin count once wherever independent sources are counted."""
    from timeline.errors import UsageError
    from timeline.model.change import ReplaceSource

    if own == bool(origin):
        raise UsageError("give --origin GROUP, or --own")
    known = [run.ledger.sources[resolve(reference, run.ledger)] for reference in references]
    changes = [ReplaceSource(source=one.model_copy(update={"origin": origin or one.id})) for one in known]
    ledger = run.change(changes)
    if ledger is not None:
        run.out.show(_origins([ledger.sources[one.id] for one in known], ledger))


@command("timeline source copies", "timeline source copies --dry-run")
def find_copies(run: Run) -> None:
    """Look for sources that print another's text, and mark them.

    Two texts of one language and of the same days that share half the passages of the shorter one are copies. What is
    found counts until 'timeline source edit' says otherwise; nothing is merged. Shows every source that is one of several.
    """
    from timeline.pipeline.copies import Copies

    changes = Copies(run.store.read_text).found(run.ledger)
    ledger = run.change(changes) if changes else run.ledger
    if ledger is not None:
        several = [one for one in ledger.sources.values() if one.origin or one.resembles]
        run.out.show(_origins(several, ledger))


def _origins(known: list[Source], ledger: Ledger) -> Answer:
    from timeline.fold.origin import origin

    rows = [
        {
            "id": one.id,
            "outlet": one.outlet or "",
            "origin": origin(one.id, ledger),
            "because": "said by hand" if one.origin else _resembles(one),
        }
        for one in known
    ]
    return table(_ORIGINS, rows, rows, empty="no source prints another's text")


def _resembles(one: Source) -> str:
    found = one.resembles
    return f"{found.share:.0%} of its passages stand in {found.source}" if found is not None else ""


def _add(name: str, function: Callable[..., Any]) -> None:
    app.command(name, epilog=getattr(function, EXAMPLES), context_settings=CONTEXT)(function)


_add("list", list_sources)
_add("show", show_source)
_add("edit", edit_source)
_add("copies", find_copies)


def _cells(source: Source, claims: int) -> dict[str, str]:
    return {
        "published": human_day(source.published) if source.published else "",
        "outlet": source.outlet or "",
        "title": source.title or source.url or "",
        "id": source.id,
        "language": source.language or "",
        "claims": str(claims),
    }


def _data(source: Source, claims: int) -> dict[str, Any]:
    return {**source.model_dump(mode="json"), "claim_count": claims}


def _claim(claim: Claim) -> dict[str, Any]:
    return {"id": claim.id, "quote": claim.quote, "judgement": claim.stance.value}
