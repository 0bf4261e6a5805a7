"""Reads an archive of the web (WARC, ISO 28500) record by record: never more than one page of it is in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from timeline.ingest.contents import Content
from timeline.ingest.files.opening import library
from timeline.ingest.refusal import refusal
from timeline.ingest.sources import Item

_KINDS: Final = frozenset({"response", "resource"})
_READ: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_LARGEST: Final = 20_000_000
_OK: Final = "200"


def read(path: Path) -> Iterator[Item]:
    """Pages that were answered with 200. A damaged end is an item of its own (E120). Raises `SourceError` (E101)."""
    library("warcio", "web", "WARC archives")
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    try:
        with path.open("rb") as stream, closing(ArchiveIterator(stream)) as archive:
            records = iter(archive)
            while True:
                try:
                    record = next(records)
                    item = _item(record, str(path))
                except StopIteration:
                    return
                except (ArchiveLoadFailed, EOFError, ValueError, AttributeError) as error:
                    yield Item(str(path), error=refusal("E120", f"the archive breaks off: {error}", str(path)))
                    return
                if item is not None:
                    yield item
    except OSError as error:
        raise refusal("E101", f"{error.strerror or error}", str(path)) from error


def _item(record: Any, file: str) -> Item | None:
    if record.rec_type not in _KINDS:
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != _OK:
        return None
    said = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    kind = said.partition(";")[0].strip().lower()
    if kind not in _READ:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    name = f"{file}#{url}"
    data = record.content_stream().read(_LARGEST + 1)
    if len(data) > _LARGEST:
        return Item(name, error=refusal("E122", f"a page of more than {_LARGEST // 1_000_000} MB is not read", name))
    if getattr(record.raw_stream, "limit", 0) > 0:
        return Item(name, error=refusal("E120", "the archive breaks off in the middle of this page", name))
    return Item(name, content=Content(data, kind, _charset(said), url))


def _charset(said: str) -> str | None:
    _, found, name = said.lower().partition("charset=")
    return name.strip(" \"';") or None if found else None
