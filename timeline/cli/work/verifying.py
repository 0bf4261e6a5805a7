"""What `verify` does: looks in the kept texts, then on the pages, keeps what changed, and shows all of it by source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.dates import human_day
from timeline.model.verification import Edit, QuoteCheck, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.cli.run import Run
    from timeline.model.change import ReplaceSource
    from timeline.model.ledger import Source
    from timeline.query.verify import PageWords

_STYLES: Final = {"intact": "green", "moved": "yellow", "changed": "red", "gone": "red", "unchecked": "dim"}
_COLUMNS: Final = (
    Column("standing", "Quote is", styles=_STYLES),
    Column("claim", "Claim"),
    Column("against", "Against", under="claim"),
    Column("quote", "Words", wide=True),
    Column("why", "Because", under="quote"),
)
_SIGNS: Final = {Edit.SAME: "{}", Edit.GONE: "[-{}-]", Edit.NEW: "{{+{}+}}"}


class Verifying:
    """`failed`: whether a quote is changed or gone, or a page could not be read. Raises `UnknownIdError`."""

    def __init__(self, run: Run, references: list[str]) -> None:
        from timeline.cli.typed.sources import resolve

        self._run = run
        names = [resolve(reference, run.ledger) for reference in references]
        self._sources = [run.ledger.sources[name] for name in dict.fromkeys(names)] or list(run.ledger.sources.values())
        self._rows: list[QuoteCheck] = []
        self._unread = 0
        self._versions = 0

    @property
    def failed(self) -> bool:
        return bool(self._unread) or any(row.fails for row in self._rows)

    def kept(self) -> None:
        from timeline.query.verify import against_kept

        for source in self._sources:
            self._rows += against_kept(self._run.ledger, source, self._run.store.read_text)
            self._kept_page(source)

    def _kept_page(self, source: Source) -> None:
        """Whether what an article was read from is still what was kept: the proof that its text was not made up."""
        from timeline.diagnostics import Diagnostic, Where
        from timeline.store.beside.kept_pages import FOLDER, amiss

        wrong = amiss(self._run.file, source.page) if source.page is not None else None
        if wrong is not None:
            said = f"{FOLDER}/{source.page}: {wrong}"
            self._run.out.tell(Diagnostic("W144", said, Where(source.id, kind="source")))

    def later(self) -> None:
        """What an earlier look at the pages has kept: without it a change would be told once and never again."""
        from timeline.query.verify import against_later

        for source in self._sources:
            self._rows += against_later(self._run.ledger, source, self._run.store.read_text)

    def pages(self, *, private: bool) -> None:
        from timeline.pipeline.refetching import refetched
        from timeline.query.verify import against_page, quoted

        wanted = [one for one in self._sources if one.url and quoted(self._run.ledger, one.id)]
        changes: list[ReplaceSource] = []
        with self._run.out.progress("fetching", len(wanted)) as progress:
            for found in refetched(wanted, private=private):
                for finding in found.findings:
                    self._run.out.tell(finding)
                self._unread += bool(found.findings)
                if found.page is not None:
                    rows = list(against_page(self._run.ledger, found.source, found.page))
                    self._rows += rows
                    changes += self._version(found.source, found.page, rows)
                progress.advance(found.source.id)
        self._keep(changes)

    def _version(self, source: Source, page: PageWords, rows: Iterable[QuoteCheck]) -> list[ReplaceSource]:
        """A page that says its quotes as before is no new version, however it is laid out."""
        from timeline.pipeline.versions import another_version

        if not page.article or page.partial or not any(row.fails for row in rows):
            return []
        found = another_version(source, page.article, self._run.now.isoformat())
        return [found] if found is not None else []

    def _keep(self, changes: list[ReplaceSource]) -> None:
        if not changes:
            return
        if self._run.shared.dry_run:
            pages = "1 page says" if len(changes) == 1 else f"{len(changes)} pages say"
            self._run.out.say(f"would keep what {pages} now; nothing was written (--dry-run)")
            return
        self._run.apply(changes)
        self._versions = len(changes)

    def show(self) -> None:
        run = self._run
        named = {one.id: one for one in self._sources}
        by_source: dict[str, list[QuoteCheck]] = {}
        for row in self._rows:
            by_source.setdefault(row.source, []).append(row)
        sections = tuple(Section(tuple(map(_cells, rows)), _heading(named[name])) for name, rows in by_source.items())
        run.out.show(Answer(_COLUMNS, sections, [row.contract() for row in self._rows], empty="no quote to look for"))
        tally = Counter(row.standing for row in self._rows)
        if tally:
            said = ", ".join(f"{tally[standing]} {standing}" for standing in Standing if tally[standing])
            run.out.say(said)
        if self._versions:
            run.out.say(f"kept {self._versions} new version{'s' if self._versions > 1 else ''} in {run.file}")


def _heading(source: Source) -> str:
    return "  ".join(part for part in (source.id, source.outlet, source.title) if part)


def _cells(row: QuoteCheck) -> dict[str, str]:
    signed = "".join(_signed(edit, words) for edit, words in row.difference)
    return {
        "standing": row.standing,
        "claim": row.claim,
        "against": _against(row),
        "quote": f"“{signed or row.quote}”",
        "why": row.why or "",
    }


def _against(row: QuoteCheck) -> str:
    if row.against == "later":
        return f"the page on {human_day(row.on[:10])}" if row.on else "the page later"
    return "the page" if row.against == "page" else "the kept text"


def _signed(edit: Edit, words: str) -> str:
    """The space behind the words stays outside the sign."""
    bare = words.rstrip()
    return _SIGNS[edit].format(bare) + words[len(bare) :]
