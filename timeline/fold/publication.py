"""When a claim was published, and which of two claims has the later word.

A claim goes by its own `on`, else by its source's publication, else by the day it was recorded. What a person typed
(dated by `on` or by its recording) has the last word of its day: a desk that types "cancelled" at noon has seen the
morning's article, and an article that gives no hour must not undo it. A claim that nothing dates was typed into the
file by a person: it is the latest word, and was always known.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.fold.moment import Moment, instant, local_day
from timeline.fold.speakers import Standing, standing
from timeline.model.ledger import Claim, Ledger, Source
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

UNDATED: Final = 1 << 62
"""The instant of a claim that nothing dates: after every other."""


class Publication(NamedTuple):
    """Sorts claims from the earliest word to the latest, independently of where they stand in the file.

    `modified`: of the article, or of the desk's typing. `lead`: minus the offset of the quote, because an article puts
    its news first and its recollections further down: of two passages, the one nearer to the top has the later word.
    """

    instant: int
    typed: bool
    modified: int
    source: str
    lead: int
    claim: str


def publication(claim: Claim, ledger: Ledger) -> Publication:
    """The sort key of a claim."""
    zone = ledger.timezone
    source = ledger.sources.get(claim.source)
    lead = -claim.at[0] if claim.at is not None else 0
    if claim.on is None and source is not None and source.published is not None:
        published = instant(source.published, zone)
        if published is not None:
            modified = instant(source.modified, zone) if source.modified is not None else None
            return Publication(published, False, modified or published, claim.source, lead, claim.id)
    day = published_day(claim, ledger)
    recorded = recorded_on(claim, ledger)
    modified = instant(recorded, zone) if recorded is not None else None
    end_of_day = instant(day, zone) if day is not None else None
    return Publication(UNDATED if end_of_day is None else end_of_day, True, modified or 0, claim.source, lead, claim.id)


def _instant(claim: Claim, ledger: Ledger) -> int:
    """The first field of the sort key, without the others: a moment asks for nothing else, of every claim there is."""
    source = ledger.sources.get(claim.source)
    if claim.on is None and source is not None and source.published is not None:
        published = instant(source.published, ledger.timezone)
        if published is not None:
            return published
    return publication(claim, ledger).instant


def published_on(claim: Claim, ledger: Ledger) -> str | None:
    """The ISO day or time a claim counts as published on, as written; `None` when nothing dates it."""
    source = ledger.sources.get(claim.source)
    return claim.on or (source.published if source is not None else None) or recorded_on(claim, ledger)


def published_day(claim: Claim, ledger: Ledger) -> str | None:
    """The ISO day, in the ledger's zone, of the same."""
    text = published_on(claim, ledger)
    return local_day(text, ledger.timezone) if text is not None else None


def recorded_on(claim: Claim, ledger: Ledger) -> str | None:
    """The ISO time at which the desk recorded a claim, or else its source."""
    if claim.recorded is not None:
        return claim.recorded
    source = ledger.sources.get(claim.source)
    return source.recorded if source is not None else None


def free_stamp(claims: Iterable[Claim], now: datetime) -> str:
    """Now, or the next second in which none of these claims was recorded: what is added within one second keeps its order."""
    taken = {claim.recorded for claim in claims}
    while now.isoformat() in taken:
        now += timedelta(seconds=1)
    return now.isoformat()


def visible(claim: Claim, ledger: Ledger, moment: Moment) -> bool:
    """Whether a claim had been published and recorded by a moment, and is on record where that is asked."""
    if moment.on_record and standing(claim, ledger) is not Standing.NAMED:
        return False
    if moment.as_of is not None:
        limit = instant(moment.as_of, ledger.timezone)
        published = _instant(claim, ledger)
        if limit is not None and published != UNDATED and published > limit:
            return False
    recorded = recorded_on(claim, ledger)
    return moment.known_at is None or recorded is None or not _after(recorded, moment.known_at, ledger.timezone)


def source_visible(source: Source, ledger: Ledger, moment: Moment) -> bool:
    """Whether a source had been published and recorded by a moment; one that nothing dates always was."""
    published, zone = source.published or source.recorded, ledger.timezone
    if moment.as_of is not None and published is not None and _after(published, moment.as_of, zone):
        return False
    recorded = source.recorded
    return moment.known_at is None or recorded is None or not _after(recorded, moment.known_at, zone)


def stance(claim: Claim, ledger: Ledger, moment: Moment) -> Stance:
    """Where the desk stood on a claim: a judgement given after `known_at` leaves it the suggestion it had been."""
    judgement = claim.judgement
    if judgement is None:
        return Stance.ACCEPTED
    if (
        moment.known_at is not None
        and judgement.at is not None
        and _after(judgement.at, moment.known_at, ledger.timezone)
    ):
        return Stance.SUGGESTED
    return judgement.stance


def unrejected(claims: Iterable[Claim], ledger: Ledger, moment: Moment) -> list[Claim]:
    """Those that the desk had not rejected."""
    return [claim for claim in claims if stance(claim, ledger, moment) is not Stance.REJECTED]


def _after(text: str, limit: str, zone: str) -> bool:
    left, right = instant(text, zone), instant(limit, zone)
    return left is not None and right is not None and left > right
