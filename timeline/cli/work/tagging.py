"""What `tag` does with articles: TimeML or rows of an answer, one article after another."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from timeline.cli.shown.answer import Answer, Section
from timeline.cli.shown.counted import counted
from timeline.cli.shown.reading import COLUMNS, cells
from timeline.cli.typed.options import OutputFormat
from timeline.errors import UsageError
from timeline.pipeline.tag_articles import TaggedArticle, tag_article
from timeline.pipeline.tag_rows import SHOWN
from timeline.temporal.timeml import timeml

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.cli.typed.row_files import Findings
    from timeline.cli.typed.texts import Texts
    from timeline.pipeline.request import Request
    from timeline.pipeline.tagging import Genre


class Tagging:
    """`tree`: parse the texts too. `into`: a folder for TimeML, one file an article."""

    def __init__(self, run: Run, findings: Findings, genre: Genre | None, into: Path | None, *, tree: bool) -> None:
        self._run = run
        self._findings = findings
        self._genre = genre
        self._into = into
        self._tree = tree

    def articles(self, given: Texts) -> None:
        """Raises `UsageError` for several articles as TimeML without a folder for them."""
        requests = list(given.requests(self._findings.tell))
        as_timeml = self._run.shared.output_format is None
        if as_timeml and len(requests) > 1 and self._into is None:
            raise UsageError("TimeML is one document an article: give --into FOLDER, or -O jsonl for rows")
        read = [article for article in self._read(requests) if not article.failed]
        if as_timeml:
            self._write(read)
        elif read or len(requests) > 1:
            self._show(read)

    def _read(self, requests: list[Request]) -> list[TaggedArticle]:
        done: list[TaggedArticle] = []
        with self._run.out.progress("tagging", len(requests)) as progress:
            for request in requests:
                article = tag_article(
                    request,
                    self._genre,
                    self._run.today,
                    self._run.timezone,
                    tree=self._tree,
                    week_start=self._run.week_start,
                )
                for finding in article.findings:
                    self._findings.tell(finding)
                self._findings.failed |= article.failed
                done.append(article)
                progress.advance(request.name)
        return done

    def _write(self, articles: list[TaggedArticle]) -> None:
        from timeline.cli.shown.output import save

        taken: set[str] = set()
        for article in articles:
            document = timeml(article.text, article.tagged.timexes, article.dct, article.name)
            if self._into is None:
                self._run.out.write(document)
            else:
                save(self._into / f"{_file_name(article.name, taken)}.tml", document)
        if self._into is not None:
            self._run.out.say(f"wrote {counted(len(articles), 'TimeML file')} to {self._into}")

    def _show(self, articles: list[TaggedArticle]) -> None:
        shown = SHOWN if self._run.out.format is OutputFormat.JSONL else None
        data = [
            {
                "id": article.name,
                "timexes": [timex.model_dump(mode="json", include=shown) for timex in article.tagged.timexes],
            }
            for article in articles
        ]
        sections = [
            Section(tuple(cells(timex) for timex in article.tagged.timexes), article.name if len(articles) > 1 else "")
            for article in articles
        ]
        self._run.out.show(Answer(COLUMNS, tuple(sections), data, empty="no date in it"))


def _file_name(name: str, taken: set[str]) -> str:
    """After the article; with a number where a folder, a feed or a list has several of that name."""
    stem = PurePath(name).stem
    numbered = (f"{stem}-{number}" for number in count(2))
    free = next(one for one in chain([stem], numbered) if one.casefold() not in taken)
    taken.add(free.casefold())
    return free
