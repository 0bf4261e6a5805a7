"""Watches as commands use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import UnknownIdError

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.model.filter import Filter
    from timeline.model.marks import Watch


class Watches(NamedTuple):
    """Those of a ledger that can be read, and the names that a command line may mean by them."""

    run: Run
    by_name: dict[str, Watch]

    def find(self, name: str) -> Filter:
        """Its filter, ready for a question. Raises `UnknownIdError` that names those there are."""
        from timeline.cli.typed.filters import Asked

        if name not in self.by_name:
            known = ", ".join(self.by_name) or "none yet; 'timeline saved add NAME --place ...' keeps one"
            raise UnknownIdError(f"no watch is called {name!r}; known: {known}")
        kept = self.by_name[name].filter
        return Asked(more={field: getattr(kept, field) for field in kept.model_fields_set}).filter(self.run)


def watched(run: Run, watch: str | None) -> Filter | None:
    """The filter of a watch, its names read as those of a question. Raises `UnknownIdError`."""
    return watches(run).find(watch) if watch is not None else None


def watches(run: Run) -> Watches:
    """The watches beside the ledger; what is wrong with the others is told. Raises `LedgerError`."""
    from timeline.store.beside import watches as file

    found, findings = file.load(run.file)
    for finding in findings:
        run.out.tell(finding)
    return Watches(run, found)
