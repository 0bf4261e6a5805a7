"""The YAML ledger: plain text that a person reads, types and diffs."""

from __future__ import annotations

from pathlib import Path

from timeline.diagnostics import Diagnostic, Severity, Where
from timeline.errors import LedgerError
from timeline.model.ledger import Ledger
from timeline.store.kept_texts import KeptTexts
from timeline.store.ledger_file import LedgerText, malformed, read_bytes
from timeline.store.positions import Positions
from timeline.store.yaml_values import MalformedError


class YamlStore:
    """A ledger in one YAML file. `patience`: seconds to wait for another writer."""

    def __init__(self, path: Path | str, *, patience: float = 30.0) -> None:
        self.path = Path(path)
        self.patience = patience

    def load(self) -> Ledger:
        current = self._read(self._content())
        errors = [finding for finding in current.findings if finding.severity is Severity.ERROR]
        if errors:
            raise _unreadable(current.findings)
        return current.ledger

    def diagnose(self) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
        try:
            current = self._read(self._content())
        except LedgerError as error:
            return None, tuple(finding for finding in error.findings if isinstance(finding, Diagnostic))
        return current.ledger, (*current.findings, *self._lost_texts(current))

    def read_text(self, sha256: str) -> str:
        return self._texts().read(sha256)

    def _content(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            finding = Diagnostic("E211", "there is no file of this name", Where(str(self.path)))
        except IsADirectoryError:
            finding = Diagnostic(
                "E211", "this is a folder", Where(str(self.path)), "name the ledger file in it with --file"
            )
        except OSError as error:
            finding = Diagnostic(
                "E211", f"cannot be read: {error.strerror}", Where(str(self.path)), "mend its permissions"
            )
        raise _unreadable((finding,))

    def _read(self, content: bytes) -> LedgerText:
        try:
            return read_bytes(content, str(self.path))
        except MalformedError as error:
            raise _unreadable((malformed(error, str(self.path)),)) from None

    def _texts(self) -> KeptTexts:
        return KeptTexts(self.path.resolve().parent / "sources")

    def _lost_texts(self, current: LedgerText) -> list[Diagnostic]:
        kept = self._texts().names()
        positions = Positions(current.text, current.data)
        return [
            Diagnostic(
                "E212",
                f"the text of source {source.id!r} is not among the kept texts",
                Where(str(self.path), *positions.place(("sources", source.id, "text"))),
            )
            for source in current.ledger.sources.values()
            if source.text is not None and source.text not in kept
        ]


def _unreadable(findings: tuple[Diagnostic, ...]) -> LedgerError:
    return LedgerError("\n".join(finding.render() for finding in findings), findings=findings)
