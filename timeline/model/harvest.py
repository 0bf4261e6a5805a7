"""What became of the pages of an archive."""

from __future__ import annotations

from enum import StrEnum

from timeline.model.shape import Shape


class Outcome(StrEnum):
    """`silent`: read, and nothing in it was recognised as an event; like what is skipped, it is not kept. `failed`: broken."""

    READ = "read"
    KNOWN = "known"
    SILENT = "silent"
    SKIPPED = "skipped"
    FAILED = "failed"


class Page(Shape):
    """A line of the manifest: one answer of an archive. `end`: the byte at which the archive is read on.

    `why`: a code of the diagnostics, or what the answer is instead of a page. `source`: its id in the ledger.
    """

    end: int
    url: str
    outcome: Outcome
    why: str = ""
    source: str | None = None
    claims: int = 0


class Archive(Shape):
    """The first line of a manifest: which archive it is of."""

    name: str
    size: int
    sha256: str
