"""The kept articles of a selection as TimeML, tagged anew from their texts: the same text gives the same document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timeline.errors import LedgerError
from timeline.pipeline.request import Request
from timeline.pipeline.tag_articles import tag_article
from timeline.temporal.timeml import timeml

if TYPE_CHECKING:
    from timeline.diagnostics import Diagnostic
    from timeline.model.ledger import Ledger, Source
    from timeline.model.view import View

_MADE: Final = (1980, 1, 1, 0, 0, 0)
"""A zip says when its files were made; these say the same each time."""


class Marked(NamedTuple):
    """`document` is `None` for an article that could not be read, which `findings` tell."""

    source: str
    document: str | None
    findings: tuple[Diagnostic, ...] = ()


def kept(view: View, ledger: Ledger) -> list[Source]:
    """The sources of the selection whose text is kept, in the order of the ledger."""
    cited = {claim.source for row in view.rows for claim in row.claims}
    return [source for name, source in ledger.sources.items() if name in cited and source.text is not None]


def marked(sources: Iterable[Source], text_of: Callable[[str], str], timezone: str) -> Iterator[Marked]:
    """`text_of` gives the kept text by its sha256. An article without a date, or whose text is gone, costs itself."""
    for source in sources:
        try:
            text = text_of(source.text or "")
        except LedgerError as error:
            yield Marked(source.id, None, tuple(error.findings))  # type: ignore[arg-type]  # a store carries diagnostics
            continue
        request = Request(source.id, text.encode(), source.published, source.language)
        tagged = tag_article(request, None, date.min, timezone)
        if tagged.failed:
            yield Marked(source.id, None, tagged.findings)
        else:
            document = timeml(tagged.text, tagged.tagged.timexes, tagged.dct, source.id)
            yield Marked(source.id, document, tagged.findings)


def archive(documents: Iterable[Marked]) -> bytes:
    """A zip of one `.tml` an article."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for one in documents:
            if one.document is not None:
                packed.writestr(ZipInfo(f"{one.source}.tml", _MADE), one.document, ZIP_DEFLATED)
    return out.getvalue()
