"""What `tag` does with what it is given: articles one by one, files of rows as a stream."""

from __future__ import annotations

import sys
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from timeline.cli.answer import Answer, Section
from timeline.cli.articles import PIPED, requested
from timeline.cli.options import OutputFormat
from timeline.cli.reading import COLUMNS, cells
from timeline.diagnostics import Diagnostic, Severity, Where
from timeline.errors import SourceError, UsageError
from timeline.pipeline.request import Request
from timeline.pipeline.tag_articles import TaggedArticle, tag_article
from timeline.pipeline.tag_rows import SHOWN, Line, answers
from timeline.temporal.timeml import timeml

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.pipeline.tagging import Genre

_ROWS: Final = ".jsonl"


class Tagging:
    def __init__(self, run: Run, language: str | None, genre: Genre | None, into: Path | None, *, tree: bool) -> None:
        self._run = run
        self._language = language
        self._genre = genre
        self._into = into
        self._tree = tree
        self._told: set[str] = set()
        self.failed = False

    def read(self, names: list[str], published: str | None, jobs: int) -> None:
        """Raises `UsageError` when articles and rows are given together: their answers have different shapes."""
        rows = [name for name in names if self._holds_rows(name)]
        if not rows:
            self._articles(names, published)
        elif len(rows) < len(names):
            raise UsageError("give either articles or .jsonl files of rows, not both")
        else:
            for name in rows:
                self._stream(name, jobs)

    @staticmethod
    def _holds_rows(name: str) -> bool:
        """A file by its name, what is piped in by its first character."""
        if name != PIPED:
            return name.endswith(_ROWS)
        piped = sys.stdin.buffer
        return isinstance(piped, BufferedReader) and piped.peek(1)[:1] == b"{"

    def _stream(self, name: str, jobs: int) -> None:
        """Row by row, as they are read: what goes out first does not wait for what comes last."""
        out = self._run.out
        with _opened(name) as lines, out.progress("tagging", _count(name)) as progress, out.stream() as sink:
            numbered = (
                Line(name, number, line.decode("utf-8", "replace")) for number, line in enumerate(lines, start=1)
            )
            for said in answers(numbered, self._run.timezone, jobs, tree=self._tree):
                sink.write(said.row)
                for finding in said.findings:
                    self._tell(finding)
                progress.advance("tagging")

    def _articles(self, names: list[str], published: str | None) -> None:
        requests = list(requested(names, Request("", None, published, self._language)))
        as_timeml = self._run.shared.output_format is None
        if as_timeml and len(requests) > 1 and self._into is None:
            raise UsageError("TimeML is one document an article: give --into FOLDER, or -O jsonl for rows")
        done: list[TaggedArticle] = []
        with self._run.out.progress("tagging", len(requests)) as progress:
            for request in requests:
                article = tag_article(request, self._genre, self._run.today, self._run.timezone, tree=self._tree)
                for finding in article.findings:
                    self._tell(finding)
                self.failed |= article.failed
                done.append(article)
                progress.advance(request.name)
        read = [article for article in done if not article.failed]
        if as_timeml:
            self._write(read)
        elif read or len(done) > 1:
            self._show(read)

    def _write(self, articles: list[TaggedArticle]) -> None:
        from timeline.cli.output import save

        for article in articles:
            document = timeml(article.text, article.tagged.timexes, article.dct, article.name)
            if self._into is None:
                self._run.out.write(document)
            else:
                save(self._into / f"{Path(article.name).stem}.tml", document)
        if self._into is not None:
            self._run.out.say(f"wrote {len(articles)} TimeML files to {self._into}")

    def _show(self, articles: list[TaggedArticle]) -> None:
        short = self._run.out.format is OutputFormat.JSONL
        data = [
            {
                "id": article.name,
                "timexes": [
                    timex.model_dump(mode="json", include=SHOWN if short else None) for timex in article.tagged.timexes
                ],
            }
            for article in articles
        ]
        sections = [
            Section(tuple(cells(timex) for timex in article.tagged.timexes), article.name if len(articles) > 1 else "")
            for article in articles
        ]
        self._run.out.show(Answer(COLUMNS, tuple(sections), data, empty="no date in it"))

    def _tell(self, finding: Diagnostic) -> None:
        """Every error; of the warnings, the first of each kind: a batch may hold a million like it."""
        if finding.severity is Severity.ERROR:
            self.failed = True
            self._run.out.tell(finding)
        elif finding.code not in self._told:
            self._told.add(finding.code)
            self._run.out.tell(finding)


def _opened(name: str) -> BinaryIO:
    if name == PIPED:
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        finding = Diagnostic("E101", f"{error.strerror}", Where(name))
        raise SourceError(finding.render(), findings=[finding]) from error


def _count(name: str) -> int:
    """Lines of a file, for the progress bar; 0 where nobody can know."""
    if name == PIPED or not Path(name).is_file():
        return 0
    with Path(name).open("rb") as lines:
        return sum(1 for _ in lines)
