"""Article texts, kept beside the ledger under the sha256 of their UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import LedgerError


@dataclass(frozen=True, slots=True)
class KeptTexts:
    folder: Path

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.txt"

    def names(self) -> frozenset[str]:
        """Those that are there; whether they are whole is known when they are read."""
        if not self.folder.is_dir():
            return frozenset()
        return frozenset(path.stem for path in self.folder.iterdir() if path.suffix == ".txt")

    def add(self, texts: Mapping[str, str], note: Callable[[Path, bytes | None, bytes], None]) -> None:
        """Keeps texts under their sha256; one that is there and whole is left alone. Raises `WriteError`.

        `note` is told of each file, with what is in it before and after, just before it is written.
        """
        from timeline.store.disk import atomic  # noqa: PLC0415 - readers do not pay for what only writers need

        for name, text in texts.items():
            path, data = self.path(name), text.encode()
            there = path.read_bytes() if path.is_file() else None
            if there == data:
                continue
            with suppress(OSError):  # a folder that cannot be made is told when the file cannot be written
                self.folder.mkdir(exist_ok=True)
            atomic.replace(path, data, partial(note, path, there, data))

    def read(self, name: str) -> str:
        """Raises `LedgerError` (E212) when the text is missing or is not the text that was kept."""
        path = self.path(name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _lost(path, f"the kept text cannot be read: {error.strerror or error}") from None
        if sha256(data).hexdigest() != name:
            raise _lost(path, "the kept text was altered: its sha256 is no longer its name")
        return data.decode()


def _lost(path: Path, message: str) -> LedgerError:
    finding = Diagnostic("E212", message, Where(str(path)))
    return LedgerError(finding.render(), findings=[finding])
