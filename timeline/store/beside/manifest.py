"""Which records of an archive were read: one JSON line each in `.timeline/<ledger>.archives/`, for whoever goes on later.

A line is written when what its page gave stands in the ledger. A line that was cut off by a kill is taken off again; the
manifest may be deleted at any time: then the archive is read from its beginning, and known articles add nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError
from timeline.model.harvest import Archive, Page
from timeline.store.beside import state_files

_HEAD: Final = 1_000_000
_WHOLE: Final = b'{"whole": true}\n'


class Manifest:
    """Of one archive and one ledger. An archive is known by its size and its first megabyte, wherever it lies."""

    def __init__(self, ledger: Path, archive: Path) -> None:
        """Raises `SourceError` (E101) when the archive cannot be read."""
        self._ledger: Final = ledger.resolve()
        self._archive: Final = _known(archive)
        folder = self._ledger.parent / state_files.FOLDER / f"{self._ledger.stem}.archives"
        self.path: Final = folder / f"{self._archive.sha256[:16]}.jsonl"
        self.whole = False
        self.start = 0
        self._sound = 0

    def pages(self) -> Iterator[Page]:
        """Those of earlier runs. When they were all seen, `start` says where to go on, and `whole` if anything is left."""
        try:
            lines = self.path.open("rb")
        except OSError:
            return
        with lines:
            first = next(lines, b"")
            if not first.endswith(b"\n") or self._archive.model_dump_json().encode() != first.strip():
                return
            self._sound = len(first)
            for line in lines:
                if line == _WHOLE:
                    self.whole = True
                elif line.endswith(b"\n") and (page := _page(line)) is not None:
                    self.start = page.end
                    yield page
                else:
                    break
                self._sound += len(line)

    def add(self, pages: Iterable[Page], *, whole: bool = False) -> None:
        """`whole`: they are the last. Raises `WriteError`."""
        from timeline.store.disk import atomic, locking  # noqa: PLC0415 - readers do not pay for what only writers need

        content = b"".join(page.model_dump_json(exclude_defaults=True).encode() + b"\n" for page in pages)
        with locking.only_writer(self._ledger, 30.0):
            self.path.parent.mkdir(exist_ok=True)
            if self._sound == 0:
                atomic.replace(self.path, self._archive.model_dump_json().encode() + b"\n")
            elif self.path.stat().st_size > self._sound:
                with self.path.open("r+b") as file:
                    file.truncate(self._sound)
            atomic.append(self.path, content + (_WHOLE if whole else b""))
        self._sound = self.path.stat().st_size

    def forget(self) -> None:
        """The archive is read from its beginning. Raises `WriteError`."""
        from timeline.store.disk import atomic  # noqa: PLC0415 - readers do not pay for what only writers need

        atomic.remove(self.path)


def _known(archive: Path) -> Archive:
    try:
        with archive.open("rb") as content:
            head = content.read(_HEAD)
        size = archive.stat().st_size
    except OSError as error:
        finding = Diagnostic("E101", f"{error.strerror}", Where(str(archive)))
        raise SourceError(finding.render(), findings=[finding]) from error
    return Archive(name=archive.name, size=size, sha256=sha256(head + str(size).encode()).hexdigest())


def _page(line: bytes) -> Page | None:
    try:
        return Page.model_validate_json(line)
    except ValidationError:
        return None
