"""The paragraph that a quote stands in, and what of it is marked: the quote, the words of the date, the names of the actors."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.cli.shown.formats import one_line
from timeline.errors import LedgerError
from timeline.text.layout import paragraphs
from timeline.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.model.ledger import Claim, Ledger

QUOTE, DATE, ACTOR = "quote", "date", "actor"
_BROKEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST: Final = 1600
_AROUND: Final = 600
"""Of a longer paragraph, so much is shown on either side of the quote."""
_SHORTEST_NAME: Final = 3


class Mark(NamedTuple):
    """Half-open offsets in the words of the passage; `sort` is quote, date or actor."""

    start: int
    end: int
    sort: str


class Passage(NamedTuple):
    """`kept`: the words come from the kept text, not from the claim alone."""

    words: str
    marks: tuple[Mark, ...]
    kept: bool


def passage(claim: Claim, ledger: Ledger, read_text: Callable[[str], str]) -> Passage | None:
    """`None` for a claim without a quote."""
    if not claim.quote:
        return None
    found = _in_text(claim, ledger, read_text)
    before, after = claim.around or ("", "")
    words, start = found or (f"{before}{claim.quote}{after}", len(before))
    words = _BROKEN.sub(" ", words)  # one for one: the offsets hold
    quote = Mark(start, start + len(claim.quote), QUOTE)
    dates = _dates(claim, words, quote)
    names = [mark for mark in _names(claim, ledger, words) if not any(_overlap(mark, date) for date in dates)]
    return Passage(words, (quote, *dates, *names), kept=found is not None)


def _in_text(claim: Claim, ledger: Ledger, read_text: Callable[[str], str]) -> tuple[str, int] | None:
    """The paragraph and where in it the quote begins."""
    source = ledger.sources.get(claim.source)
    if claim.at is None or source is None or source.text is None:
        return None
    start, end = claim.at
    try:
        text = read_text(source.text)
    except LedgerError:
        return None
    if text[start:end] != claim.quote:
        return None
    first, last = _around(text, start, end)
    shown = text[first:last]
    opening, closing = "… " if _cut(text, first - 1) else "", " …" if _cut(text, last) else ""
    return f"{opening}{shown}{closing}", start - first + len(opening)


def _cut(text: str, at: int) -> bool:
    """Whether the paragraph goes on there."""
    return 0 <= at < len(text) and text[at] != "\n"


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    first = min((one for one, stop in _paragraphs(text) if stop > start), default=start)
    last = max((stop for one, stop in _paragraphs(text) if one < end), default=end)
    first, last = min(first, start), max(last, end)
    if last - first <= _LONGEST:
        return first, last
    if start - first > _AROUND:
        first = text.rfind(" ", first, start - _AROUND) + 1 or start - _AROUND
    if last - end > _AROUND:
        space = text.find(" ", end + _AROUND, last)
        last = space if space >= 0 else last
    return first, last


@lru_cache(maxsize=4)
def _paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    plain = normalise(text)
    return tuple(plain.to_source(one.start, one.end) for one in paragraphs(plain.text))


def _dates(claim: Claim, words: str, quote: Mark) -> list[Mark]:
    """The words of the date where they stand nearest to the quote, in it if they can."""
    said = claim.when.text if claim.when else None
    if not said:
        return []
    found = [Mark(match.start(), match.end(), DATE) for match in re.finditer(re.escape(said), words)]
    return sorted(found, key=lambda mark: (not _overlap(mark, quote), abs(mark.start - quote.start)))[:1]


def _names(claim: Claim, ledger: Ledger, words: str) -> list[Mark]:
    forms = sorted(set(_forms(claim, ledger)), key=len, reverse=True)
    if not forms:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")
    return [Mark(match.start(), match.end(), ACTOR) for match in pattern.finditer(words)]


def _forms(claim: Claim, ledger: Ledger) -> Iterator[str]:
    """What its actors are called: names, aliases, and the last word of a name."""
    for who in (*(who for _, all_ in claim.actors for who in all_), *claim.said_by):
        actor = ledger.actors.get(who)
        for name in (actor.name, *actor.aliases) if actor else (who,):
            yield from (
                form
                for form in (one_line(name), name.split()[-1] if name.split() else "")
                if len(form) >= _SHORTEST_NAME
            )


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
