"""From the names on a command line to articles, one request each: files, folders, patterns, addresses, archives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.errors import SourceError, TimelineError, UsageError
from timeline.ingest.feeds import feed
from timeline.ingest.feeds.article import is_whole_text
from timeline.ingest.files.opening import LARGEST
from timeline.ingest.folder import Outside, articles
from timeline.ingest.readers import suffixes
from timeline.ingest.refusal import refusal
from timeline.ingest.sources import collection_for

if TYPE_CHECKING:
    from timeline.diagnostics import Diagnostic
    from timeline.pipeline.request import Request
    from timeline.pipeline.web import Web

PIPED: Final = "-"
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_ALMOST: Final = re.compile(r"https?:|www\.|(?:[\w-]+\.)+[a-z]{2,}/", re.IGNORECASE)
"""How the address of a page begins that was typed without its scheme, or with half of it."""
_PATTERN: Final = re.compile(r"[*?\[]")


class Expansion:
    """`piped` gives what stands on standard input, so many bytes of it at most; `tell` is told what was left out of folders."""

    def __init__(self, web: Web, piped: Callable[[int], bytes], tell: Callable[[Diagnostic], None]) -> None:
        self._web: Final = web
        self._piped: Final = piped
        self._tell: Final = tell

    def requests(self, names: list[str], given: Request) -> Iterator[Request]:
        """In the order of the names.

        A file that is not there is a request like any other: its reading says so, and the rest of a batch goes on.
        """
        for name in names:
            if name == PIPED:
                yield self._standard_input(replace(given, name="standard input"))
            elif is_address(name):
                yield from self._page(replace(given, name=name))
            elif Path(name).is_dir():
                yield from self._files(articles(Path(name)), given)
            elif _is_pattern(name):
                yield from self._files(_matched(name), given)
            elif _ALMOST.match(name) and not Path(name).exists():
                yield replace(given, name=name, error=_unmarked(name))
            else:
                yield from self._file(replace(given, name=name))

    def _standard_input(self, request: Request) -> Request:
        """Whoever pipes in more than any reader takes fills no memory with it."""
        content = self._piped(LARGEST + 1)
        if len(content) <= LARGEST:
            return replace(request, content=content)
        large = f"more than {LARGEST // 1_000_000} MB came in; no more are read"
        return replace(request, error=refusal("E122", large, request.name))

    def _page(self, request: Request) -> Iterator[Request]:
        """A page; the entries of a feed."""
        fetched = self._web.fetched(request)
        if fetched.content is None or not feed.is_feed(fetched.content, fetched.type):
            yield fetched
            return
        try:
            for item in feed.items(fetched.content, fetched.name, fetched.found_at):
                yield self.followed(request.of(item))
        except SourceError as error:
            yield replace(request, error=error)

    def followed(self, request: Request) -> Request:
        """For an entry that has only its beginning: its page, with what the feed says of its day."""
        document = request.document
        if document is None or document.url is None or is_whole_text(document.text):
            return request
        page = self._web.fetched(replace(request, name=document.url, document=None))
        return request if page.error is not None else replace(page, candidates=document.candidates)

    def _files(self, paths: Iterable[Path | Outside], given: Request) -> Iterator[Request]:
        for path in paths:
            if isinstance(path, Outside):
                self._tell(path.finding)
            else:
                yield from self._file(replace(given, name=str(path)))

    def _file(self, request: Request) -> Iterator[Request]:
        collection = collection_for(request.path)
        if collection is None:
            yield request
            return
        try:
            for item in collection(request.path):
                yield request.of(item)
        except TimelineError as error:
            yield replace(request, error=error)


def refuse_nothing(names: list[str]) -> None:
    """Before anything is read: raises `UsageError` for a folder without articles, a pattern that nothing matches."""
    for name in names:
        if is_address(name) or name == PIPED:
            continue
        if Path(name).is_dir() and not any(isinstance(one, Path) for one in articles(Path(name))):
            raise UsageError(f"no article ({', '.join(sorted(suffixes()))}) is in {name!r}")
        if _is_pattern(name) and not _matched(name):
            raise UsageError(f"no file matches {name!r}")


def _unmarked(name: str) -> SourceError:
    meant = f"https://{re.sub(r'^https?:/*', '', name, flags=re.IGNORECASE)}"
    return refusal("E101", "there is no such file", name, hint=f"if it is a page, write its whole address: {meant}")


def is_address(name: str) -> bool:
    """Whether it is one of anything: which may be asked is not decided here."""
    return _ADDRESS.match(name) is not None


def _is_pattern(name: str) -> bool:
    return bool(_PATTERN.search(name)) and not Path(name).exists()


def _matched(pattern: str) -> list[Path]:
    return [Path(one) for one in sorted(glob(pattern, recursive=True)) if Path(one).is_file()]  # noqa: PTH207  patterns may be absolute
