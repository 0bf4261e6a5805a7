"""Quotes against texts: the kept one, which must have them word for word, and the page as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import LedgerError
from timeline.model.verification import QuoteCheck, Standing
from timeline.model.vocabulary import Stance
from timeline.text.requoting import Found, difference, look, look_on_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.model.ledger import Claim, Event, Ledger, Source

KEPT, LATER, PAGE = "kept", "later", "page"


class PageWords(NamedTuple):
    """A page as it is now. `article`: its main text; `visible`: all that it shows. `partial`: why what is missing proves nothing.

    `gone`: why there is no page any more.
    """

    article: str = ""
    visible: str = ""
    partial: str | None = None
    gone: str | None = None


def quoted(ledger: Ledger, source: str) -> list[tuple[Event, Claim]]:
    """The claims of a source that quote it, rejected ones left out."""
    return [
        (event, claim)
        for event in ledger.events.values()
        for claim in event.claims
        if claim.source == source and claim.quote and claim.stance is not Stance.REJECTED
    ]


def against_kept(ledger: Ledger, source: Source, read_text: Callable[[str], str]) -> Iterator[QuoteCheck]:
    """Raises nothing: a text that is lost or altered leaves its quotes unchecked, and says why."""
    text, why = None, "no text of it is kept"
    if source.text is not None:
        try:
            text = read_text(source.text)
        except LedgerError as error:
            why = _first_line(error)
    for event, claim in quoted(ledger, source.id):
        found = Found(Standing.UNCHECKED) if text is None else look(claim.quote or "", text, claim.at, claim.around)
        yield _row(event, claim, KEPT, found, why if text is None else _mark(found, claim))


def against_later(ledger: Ledger, source: Source, read_text: Callable[[str], str]) -> Iterator[QuoteCheck]:
    """In what the page was last found to say (its newest version); nothing for a page that was never found changed."""
    if not source.versions:
        return
    newest, text, why = source.versions[-1], None, None
    try:
        text = read_text(newest.text)
    except LedgerError as error:
        why = _first_line(error)
    for event, claim in quoted(ledger, source.id):
        found = Found(Standing.UNCHECKED) if text is None else look_on_page(claim.quote or "", text, claim.around)
        yield _row(event, claim, LATER, found, why).model_copy(update={"on": newest.recorded})


def against_page(ledger: Ledger, source: Source, page: PageWords) -> Iterator[QuoteCheck]:
    """In the article, else anywhere on the page: what is told from an article is a guess of the reader's."""
    for event, claim in quoted(ledger, source.id):
        found, why = Found(Standing.GONE), page.gone
        if page.gone is None:
            found = _best(claim, page)
            if found.standing in {Standing.CHANGED, Standing.GONE} and page.partial:
                found, why = Found(Standing.UNCHECKED), page.partial
        yield _row(event, claim, PAGE, found, why)


def _best(claim: Claim, page: PageWords) -> Found:
    order = list(Standing)
    tries = (look_on_page(claim.quote or "", text, claim.around) for text in (page.article, page.visible))
    return min(tries, key=lambda found: order.index(found.standing))


def _mark(found: Found, claim: Claim) -> str | None:
    if found.standing is not Standing.MOVED or found.at is None:
        return None
    if found.at == claim.at:
        return "other words stand around it"
    return f"it stands at {list(found.at)}" + (f", not at {list(claim.at)}" if claim.at else ", between other words")


def _row(event: Event, claim: Claim, against: str, found: Found, why: str | None) -> QuoteCheck:
    start, end = found.at or (None, None)
    return QuoteCheck(
        claim=claim.id,
        event=event.id,
        source=claim.source,
        against=against,
        standing=found.standing,
        quote=claim.quote or "",
        found=found.words,
        start=start,
        end=end,
        difference=difference(claim.quote or "", found.words) if found.words is not None else (),
        why=why,
    )


def _first_line(error: LedgerError) -> str:
    finding = next(iter(error.findings), None)
    return str(getattr(finding, "message", None) or error).split("\n", 1)[0]
