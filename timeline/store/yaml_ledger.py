"""The YAML ledger: plain text that a person reads, types and diffs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Severity, Where
from timeline.errors import ConflictError, LedgerError, TimelineError
from timeline.model.change import Change
from timeline.model.command import Command
from timeline.model.ledger import Ledger
from timeline.store.beside.kept_texts import KeptTexts
from timeline.store.entries.ledger_file import LedgerText, malformed, read_bytes
from timeline.store.text.yaml_values import MalformedError, place, without_gc

if TYPE_CHECKING:
    from timeline.store.splice.draft import Draft


class YamlStore:
    """A ledger in one YAML file. `patience`: seconds to wait for another writer; `command`: whose work its journal says it is."""

    def __init__(self, path: Path | str, *, patience: float = 30.0, command: Command | None = None) -> None:
        self.path = Path(path)
        self.patience = patience
        self.command = command

    def create(self, timezone: str) -> None:
        from timeline.store.disk import locking  # noqa: PLC0415 - readers do not pay for what only writers need
        from timeline.store.history.journal import Journal  # noqa: PLC0415
        from timeline.store.splice import creation  # noqa: PLC0415 - readers do not pay for what only writers need

        creation.create(self.path, timezone)
        if self.command is not None:
            path = self.path.resolve()
            with locking.only_writer(path, self.patience):
                Journal(path).note(self.command, path, None, self._content())

    def load(self, tell: Callable[[Diagnostic], None] | None = None) -> Ledger:
        with without_gc():  # until the plain values are gone, of which there are many more than of ours
            current = self._whole(self._content())
        if tell is not None:
            for finding in current.findings:
                tell(finding)
        return current.ledger

    def diagnose(self) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
        try:
            current = self._read(self._content())
        except LedgerError as error:
            return None, tuple(finding for finding in error.findings if isinstance(finding, Diagnostic))
        return current.ledger, (*current.findings, *self._lost_texts(current))

    def locate(self, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        from timeline.store.entries.locating import located  # noqa: PLC0415 - asked for when something was found

        return located(findings, self._read(self._content()), str(self.path)) if findings else ()

    def apply(self, changes: Sequence[Change]) -> Ledger:
        from timeline.store.disk import atomic, locking  # noqa: PLC0415 - readers do not pay for what only writers need
        from timeline.store.history.journal import Journal  # noqa: PLC0415
        from timeline.store.splice.changing import texts  # noqa: PLC0415

        path = self.path.resolve()
        journal = Journal(path)
        self._content()  # no lock is made for a ledger that is not there
        with locking.only_writer(path, self.patience), without_gc():
            content = self._content()
            current = self._whole(content)
            written, ledger = self._changed(current, changes)
            text = written.text()
            self._texts().add(texts(changes), lambda *kept: journal.note(self.command, *kept))
            if text != current.text:
                atomic.sweep(path)

                def note() -> None:
                    self._refuse_if_edited(content)
                    journal.note(self.command, path, content, text.encode())

                atomic.replace(path, text.encode(), note)
        return ledger

    def preview(self, changes: Sequence[Change]) -> str:
        from timeline.store.history import difference  # noqa: PLC0415 - readers do not pay for what only writers need
        from timeline.store.splice import draft  # noqa: PLC0415 - readers do not pay for what only writers need

        current = self._whole(self._content())
        before = draft.Draft.of(current.text, current.data).pieces()
        written, _ = self._changed(current, changes)
        return difference.unified(before, written.pieces(), self.path.name)

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

    def _whole(self, content: bytes) -> LedgerText:
        current = self._read(content)
        if any(finding.severity is Severity.ERROR for finding in current.findings):
            raise _unreadable(current.findings)
        return current

    def _changed(self, current: LedgerText, changes: Sequence[Change]) -> tuple[Draft, Ledger]:
        """The text with the changes in it, and the ledger that it holds, which is the one it ought to hold."""
        from timeline.store.splice import draft, splicing  # noqa: PLC0415 - readers do not pay for what only writers need
        from timeline.store.splice.changing import Changing  # noqa: PLC0415
        from timeline.store.splice.edits import UnspliceableError  # noqa: PLC0415

        changing = Changing(current.ledger)
        try:
            written = draft.Draft.of(current.text, current.data)
            for step in changing.steps(changes):
                splicing.splice(written, step, changing)
                changing.make(step)
        except UnspliceableError as error:
            at = current.text.find(error.piece.rstrip()) if error.piece else -1
            line = f", line {place(current.text, at + error.offset)[0]}" if at >= 0 else ""
            raise self._not_written(error.message, line) from error
        except UnicodeEncodeError as error:
            raise self._not_written("it holds half of a surrogate pair, which is no character") from error
        ledger = changing.ledger()
        if ledger != current.ledger:
            changing.refuse_dangling()
            self._prove(written.text(), ledger)
        return written, ledger

    def _prove(self, text: str, wanted: Ledger) -> None:
        """Raises rather than write a text that says anything else than it should."""
        try:
            again = read_bytes(text.encode(), str(self.path))
        except MalformedError as error:
            raise self._not_written(f"the result would be no YAML: {error.message}") from error
        wrong = tuple(finding for finding in again.findings if finding.severity is Severity.ERROR)
        if wrong:
            raise LedgerError("\n".join(finding.render() for finding in wrong), findings=wrong)
        if again.ledger != wanted:
            raise self._not_written("the result would not say what it should")

    def _not_written(self, why: str, line: str = "") -> TimelineError:
        return TimelineError(f"{self.path}{line}: nothing was written: {why}; make this change by hand")

    def _refuse_if_edited(self, content: bytes) -> None:
        if self._content() != content:
            finding = Diagnostic("E208", "somebody saved it while it was being written", Where(str(self.path)))
            raise ConflictError(finding.render(), findings=[finding])

    def _texts(self) -> KeptTexts:
        return KeptTexts(self.path.resolve().parent / "sources")

    def _lost_texts(self, current: LedgerText) -> list[Diagnostic]:
        from timeline.store.text.positions import Positions  # noqa: PLC0415 - only asked for when there is something to say

        kept = self._texts().names()
        positions = Positions(current.text, current.data)
        return [
            Diagnostic(
                "E212",
                f"the text of source {source.id!r} is not among the kept texts",
                Where(str(self.path), *positions.place(("sources", source.id, "text"))),
            )
            for source in current.ledger.sources.values()
            for name in (source.text, *(version.text for version in source.versions))
            if name is not None and name not in kept
        ]


def _unreadable(findings: tuple[Diagnostic, ...]) -> LedgerError:
    return LedgerError("\n".join(finding.render() for finding in findings), findings=findings)
