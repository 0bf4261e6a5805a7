"""Reads an archive of the web (WARC, ISO 28500) record by record: never more than one page of it is in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

from timeline.ingest.contents import Content
from timeline.ingest.files.opening import library
from timeline.ingest.refusal import refusal
from timeline.ingest.sources import Item

_KINDS: Final = frozenset({"response", "resource"})
_READ: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_LARGEST: Final = 20_000_000
_OK: Final = "200"
_BLANK: Final = 4
"""Bytes of blank lines that may stand at the end."""


class Record(NamedTuple):
    """One answer in an archive. `item`: the page in it, or what is wrong with it; without one, `why` it is no page of text.

    `end`: the byte from which the archive is to be read on.
    """

    end: int
    url: str = ""
    item: Item | None = None
    why: str = ""


def read(path: Path) -> Iterator[Item]:
    """Pages that were answered with 200. A damaged end is an item of its own (E120). Raises `SourceError` (E101)."""
    for record in records(path):
        if record.item is not None:
            yield record.item


def records(path: Path, start: int = 0) -> Iterator[Record]:
    """Every answer from that byte on, which has to be the beginning or an `end`. Raises `SourceError` (E101)."""
    library("warcio", "web", "WARC archives")
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    end = start
    try:
        with path.open("rb") as stream:
            stream.seek(start)
            with closing(ArchiveIterator(stream)) as archive:
                found = iter(archive)
                while True:
                    try:
                        record = next(found)
                        url = record.rec_headers.get_header("WARC-Target-URI") or ""
                        item, why = _item(record, str(path), url)
                        archive.read_to_end(record)
                        end = sum(archive.member_info)
                    except StopIteration:
                        if path.stat().st_size - end > _BLANK:
                            yield _broken(path, end, f"nothing can be read after byte {end}")
                        return
                    except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, TypeError) as error:
                        yield _broken(path, end, _line(error))
                        return
                    if record.rec_type in _KINDS:
                        yield Record(end, url, item, why)
    except OSError as error:
        raise refusal("E101", f"{error.strerror or error}", str(path)) from error


def _broken(path: Path, end: int, why: str) -> Record:
    return Record(end, item=Item(str(path), error=refusal("E120", f"the archive breaks off: {why}", str(path))))


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def _item(record: Any, file: str, url: str) -> tuple[Item | None, str]:
    if record.rec_type not in _KINDS:
        return None, ""
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != _OK:
        return None, f"answered {headers.get_statuscode()}"
    said = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    kind = said.partition(";")[0].strip().lower()
    if kind not in _READ:
        return None, f"{kind or 'without a type'}, no page"
    name = f"{file}#{url}"
    data = record.content_stream().read(_LARGEST + 1)
    if len(data) > _LARGEST:
        large = refusal("E122", f"a page of more than {_LARGEST // 1_000_000} MB is not read", name)
        return Item(name, error=large), ""
    if getattr(record.raw_stream, "limit", 0) > 0:
        return Item(name, error=refusal("E120", "the archive breaks off in the middle of this page", name)), ""
    return Item(name, content=Content(data, kind, _charset(said), url)), ""


def _charset(said: str) -> str | None:
    _, found, name = said.lower().partition("charset=")
    return name.strip(" \"';") or None if found else None
