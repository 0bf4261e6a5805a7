"""`timeline saved`: the watches of the digest, filters that are kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from timeline.cli.command import EXAMPLES, command, epilog, family, group
from timeline.cli.run import Run
from timeline.cli.shown.answer import Column, table
from timeline.cli.typed.completion import watches as names
from timeline.cli.typed.filters import Actors, Judgements, Kinds, Places, SaidBy, Sources, Statuses, Tags, lists
from timeline.cli.typed.options import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.marks import Seen, Watch

_COLUMNS: Final = (
    Column("name", "Name"),
    Column("filter", "Which events", wide=True),
    Column("seen", "Last look"),
)
_Name = Annotated[str, typer.Argument(metavar="NAME", help="What the watch is called.", autocompletion=names)]

app = family()


@app.callback(epilog=epilog(["timeline saved add budapest --place Budapest", "timeline digest --watch budapest"]))
@group
def saved() -> None:
    """Keep the watches of the digest: filters with a name, each with a last look of its own."""


@command("timeline saved list", "timeline saved list -O json")
def list_saved(run: Run) -> None:
    """List the watches, with the day of the last look at each."""
    from timeline.cli.work.watching import watches
    from timeline.store.beside import marks

    known = watches(run).by_name
    seen = marks.load(run.file)[0].seen
    rows = [_cells(watch, seen.get(watch.name)) for watch in known.values()]
    data = [_data(watch, seen.get(watch.name)) for watch in known.values()]
    run.out.show(table(_COLUMNS, rows, data, empty="no watch"))


@command(
    "timeline saved add budapest --place Budapest --kind summit",
    "timeline saved add moscow --actor 'Vladimir Putin' --actor 'Sergei Lavrov'",
    "timeline saved add rubio --said-by 'Marco Rubio' --tag ukraine",
)
def add_saved(
    run: Run,
    name: _Name,
    *,
    actor: Actors = None,
    place: Places = None,
    kind: Kinds = None,
    status: Statuses = None,
    judgement: Judgements = None,
    source: Sources = None,
    tag: Tags = None,
    said_by: SaidBy = None,
) -> None:
    """Keep a filter under a name, for 'timeline digest --watch NAME'; one of that name is replaced.

    Watches stand in a small file beside the ledger, so that a desk shares them. What somebody has seen does not.
    """
    from timeline.errors import UsageError
    from timeline.model.filter import Filter
    from timeline.model.marks import Watch
    from timeline.store.beside import watches

    given = lists(actor, place, kind, status, judgement, source, tag, said_by)
    said = {key: values for key, values in given.items() if values}
    if not said:
        raise UsageError("the watch would watch everything; give --actor, --place, --kind, --tag or another filter")
    if not name.strip():
        raise UsageError("a watch needs a name")
    _ = run.ledger  # a watch stands beside a ledger that is there
    if run.shared.dry_run:
        run.out.say(f"would keep the watch {name}; nothing was written (--dry-run)")
        return
    watches.save(run.file, Watch(name=name, filter=Filter.model_validate(said)), run.command)
    run.out.say(f"kept the watch {name} in {watches.path(run.file).name}")


@command("timeline saved remove budapest")
def remove_saved(run: Run, name: _Name) -> None:
    """Forget a watch, and when it was last looked at."""
    from timeline.cli.work.watching import watches as kept
    from timeline.model.marks import Marks
    from timeline.store.beside import marks, watches

    kept(run).find(name)
    if run.shared.dry_run:
        run.out.say(f"would forget the watch {name}; nothing was written (--dry-run)")
        return
    watches.remove(run.file, name, run.command)

    def forget(known: Marks) -> Marks:
        return known.model_copy(update={"seen": {one: seen for one, seen in known.seen.items() if one != name}})

    marks.change(run.file, forget, command=run.command)
    run.out.say(f"forgot the watch {name}")


def _add(name: str, function: Callable[..., Any]) -> None:
    app.command(name, epilog=getattr(function, EXAMPLES), context_settings=CONTEXT)(function)


_add("list", list_saved)
_add("add", add_saved)
_add("remove", remove_saved)


def _conditions(watch: Watch) -> dict[str, list[str]]:
    from timeline.store.beside.watches import KEYS

    return {
        key: [str(value) for value in values] for key, name in KEYS.items() if (values := getattr(watch.filter, name))
    }


def _cells(watch: Watch, seen: Seen | None) -> dict[str, str]:
    from timeline.cli.shown.dates import human_day

    said = "; ".join(f"{key}: {', '.join(values)}" for key, values in _conditions(watch).items())
    return {"name": watch.name, "filter": said, "seen": human_day(seen.at) if seen is not None else "never"}


def _data(watch: Watch, seen: Seen | None) -> dict[str, Any]:
    return {"name": watch.name, "filter": _conditions(watch), "seen": seen.at if seen is not None else None}
