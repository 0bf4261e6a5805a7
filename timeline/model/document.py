"""Document: the frozen text of one article and what is known of it."""

from __future__ import annotations

from hashlib import sha256

from timeline.diagnostics import Diagnostic
from timeline.model.shape import Shape
from timeline.model.vocabulary import Signal, WeekStart


class DctCandidate(Shape):
    """One reading of the publication date: an ISO day or zone-aware time, and where it was read."""

    date: str
    signal: Signal


class Dct(Shape):
    """The document creation time that relative dates are read against (TimeML).

    `day` is the ISO day in the ledger's zone; `time` the full ISO time when one is known; `reason` says why this one.
    `week_start`: the first day of the week where it was written; `None` leaves it to the language.
    """

    day: str
    time: str | None = None
    signal: Signal
    reason: str = ""
    week_start: WeekStart | None = None


class Document(Shape):
    """`text` is decoded, with LF line ends, otherwise unchanged; every offset counts its code points.

    `modified`: the ISO day or time, or the words, at which it says it was last changed. `zone` (IANA): where its
    newsroom is, as far as anything tells. `findings`: what is wrong with it; with an error among them it can be looked at
    and is no article to read claims from. `page`: the sha256 of the bytes it was read from, where those are another
    thing than its text.
    """

    text: str
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    candidates: tuple[DctCandidate, ...] = ()
    modified: str | None = None
    zone: str | None = None
    page: str | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8: the name it is kept under."""
        return sha256(self.text.encode()).hexdigest()
