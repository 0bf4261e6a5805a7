"""What `extract` does with articles: their claims as a table, or as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.dates import human
from timeline.cli.shown.events import STATUS_STYLES, words
from timeline.pipeline.extract_rows import Article, extract_article

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.cli.typed.row_files import Findings
    from timeline.cli.typed.texts import Texts

_COLUMNS: Final = (
    Column("when", "When"),
    Column("status", "Status", styles=STATUS_STYLES, under="when"),
    Column("what", "What", wide=True),
    Column("quote", "Quote", under="what"),
    Column("score", "Score"),
)


class Extracting:
    def __init__(self, run: Run, findings: Findings) -> None:
        self._run = run
        self._findings = findings

    def articles(self, given: Texts) -> None:
        done: list[Article] = []
        requests = list(given.requests(self._findings.tell))
        with self._run.out.progress("reading", len(requests)) as progress:
            for request in requests:
                article = extract_article(request, self._run.today, self._run.timezone, self._run.week_start)
                for finding in article.findings:
                    self._findings.tell(finding)
                self._findings.failed |= article.failed
                done.append(article)
                progress.advance(request.name)
        read = [article for article in done if not article.failed]
        sections = [
            Section(tuple(_cells(row) for row in article.claims), article.name if len(read) > 1 else "")
            for article in read
        ]
        data = [{"id": article.name, "claims": article.claims} for article in read]
        if read or len(done) > 1:
            self._run.out.show(Answer(_COLUMNS, tuple(sections), data, empty="no claim in it"))


def _cells(row: dict[str, Any]) -> dict[str, str]:
    return {
        "when": human(row["when"]),
        "status": words(row["says"]),
        "what": row["title"],
        "quote": f"“{row['quote']}”",
        "score": f"{row['score']:.2f}",
    }
