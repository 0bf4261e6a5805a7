"""Claims that a person types: names become actors, words become dates, an address becomes a source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from timeline.config import Settings
from timeline.diagnostics import Diagnostic
from timeline.errors import DateError
from timeline.fold.publication import free_stamp
from timeline.link import ids
from timeline.model.change import AddClaim, AddEvent, AddSource, Change
from timeline.model.document import Dct
from timeline.model.ledger import Claim, Event, Ledger, Source, When
from timeline.model.timex import Timex
from timeline.model.vocabulary import Anchor, Occurrence, Signal, TimexType
from timeline.pipeline.cast import Cast
from timeline.pipeline.citing import Cited, cited, placed
from timeline.pipeline.dating import in_zone, read_day, read_words
from timeline.pipeline.weeks import in_weeks


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as it was typed; nothing is read yet.

    `published`: when the words were published, which relative dates are read against. `on`: when a claim of the desk
    counts as published. `actors`: `NAME` or `NAME:ROLE`; `absent`: names. `source`: an id, an address, or the name of an outlet.
    `via`: the outlets through which the words came to it.
    """

    when: str | None = None
    published: str | None = None
    on: str | None = None
    place: str | None = None
    status: Occurrence | None = None
    actors: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    source: str | None = None
    quote: str | None = None
    said_by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    note: str | None = None
    embargo: str | None = None


class Desk(NamedTuple):
    """What typed words are read with; `text_of` gives the kept text of a source by its sha256."""

    ledger: Ledger
    settings: Settings
    text_of: Callable[[str], str]

    @property
    def timezone(self) -> str:
        return self.settings.timezone or self.ledger.timezone

    @property
    def today(self) -> Dct:
        day = Dct(day=self.settings.today.isoformat(), signal=Signal.TYPED, reason="the day it was typed")
        return self.in_weeks(day)

    def in_weeks(self, day: Dct) -> Dct:
        """With the first day of the week that was asked for, else the ledger's."""
        return in_weeks(day, self.settings.week_start or self.ledger.week_start)


class Typed(NamedTuple):
    """The changes that write a claim, the event it stands in, and what was understood of its date.

    `source`: one that is made for it.
    """

    event: str
    changes: tuple[Change, ...]
    source: Source | None
    timex: Timex | None


def typed_event(labels: Event, said: Statement, desk: Desk) -> Typed:
    """A new event with its first claim. `labels` gives title, kind, tags and notes; its id is made from the title.

    Without a status, what lies wholly in the past has occurred, and everything else is expected.
    """
    made = _make(said, desk)
    claim = made.claim
    if claim.says is None:
        claim = claim.model_copy(update={"says": _presumed(made.timex, desk)})
    name = ids.event_id(labels.title, ids.events_taken(desk.ledger))
    event = labels.model_copy(update={"id": name, "claims": (claim,)})
    return Typed(name, (*made.first, AddEvent(event=event)), made.source, made.timex)


def typed_claim(event: str, said: Statement, desk: Desk) -> Typed:
    """One more claim of a known event; what is not said is left to its other claims."""
    made = _make(said, desk)
    recorded = free_stamp(desk.ledger.events[event].claims, desk.settings.now)
    claim = made.claim.model_copy(update={"recorded": recorded})
    return Typed(event, (*made.first, AddClaim(event=event, claim=claim)), made.source, made.timex)


class _Made(NamedTuple):
    claim: Claim
    first: tuple[Change, ...]
    source: Source | None
    timex: Timex | None


def _make(said: Statement, desk: Desk) -> _Made:
    published, on, embargo = (_day(words, desk) for words in (said.published, said.on, said.embargo))
    recorded = desk.settings.now.isoformat()
    source = cited(said.source, published or on, desk.ledger, recorded)
    anchor = _anchor(published, on, source, desk)
    timex = _timex(said.when, anchor, desk) if said.when else None
    cast = Cast(desk.ledger)
    quote = placed(said.quote, _text(source, desk))
    claim = Claim(
        id=_claim_id(said, source, desk),
        source=source.id,
        says=said.status,
        quote=said.quote,
        at=quote.at,
        around=quote.around,
        when=_when(timex, anchor) if timex else None,
        place=said.place,
        actors=cast.roles(said.actors),
        absent=cast.people(said.absent),
        said_by=cast.speakers(said.said_by),
        via=said.via,
        note=said.note,
        embargo=embargo,
        on=None if source.added else on,
        recorded=recorded,
    )
    added = (AddSource(source=source.source),) if source.source and source.added else ()
    return _Made(claim, (*added, *cast.added), source.source if source.added else None, timex)


def _day(words: str | None, desk: Desk) -> str | None:
    return read_day(words, desk.today, desk.timezone) if words else None


def _anchor(published: str | None, on: str | None, source: Cited, desk: Desk) -> Dct:
    """What relative words are read against: the day they were published, else the day they are typed."""
    said = published or (source.source.published if source.source else None) or on
    if said is None or (published is None and said == desk.today.day):
        return desk.today
    time = said if "T" in said else None
    return desk.in_weeks(Dct(day=said[:10], time=time, signal=Signal.GIVEN, reason="given beside the words"))


def _timex(words: str, anchor: Dct, desk: Desk) -> Timex:
    """Raises `DateError` (E301) for words that name no day, such as a duration."""
    timex = read_words(words, anchor, desk.timezone)
    if timex.edtf is None:
        message = f"{words!r} was understood as {timex.type} {timex.value}, which is no date"
        raise DateError(message, findings=[Diagnostic("E301", message)])
    _refuse_unread_zone(words, timex)
    return timex if desk.timezone == desk.ledger.timezone else in_zone(timex, desk.timezone)


def _refuse_unread_zone(words: str, timex: Timex) -> None:
    """What follows a time of day may be its zone: dropped, it would move the event by hours. Raises `DateError` (E301)."""
    rest = words.strip()[timex.end :].strip(" .,;()")
    if rest and timex.type is TimexType.TIME:
        message = f"of {words!r}, {rest!r} is not understood; {timex.text!r} is {timex.edtf}"
        hint = "write the zone as UTC, CET, EST or +02:00, or give it with --tz Europe/Paris"
        raise DateError(message, findings=[Diagnostic("E301", message, hint=hint)])


def _when(timex: Timex, anchor: Dct) -> When:
    """Words are kept unless they are the date itself."""
    against = Anchor.TYPED if anchor.signal is Signal.TYPED else Anchor.PUBLISHED
    return When(
        edtf=timex.edtf,
        text=timex.text if timex.text != timex.edtf else None,
        anchor=Anchor.ABSOLUTE if timex.anchor is Anchor.ABSOLUTE else against,
        rule=timex.rule,
        alternatives=timex.alternatives,
    )


def _presumed(timex: Timex | None, desk: Desk) -> Occurrence:
    past = timex is not None and timex.latest is not None and timex.latest < desk.settings.today.isoformat()
    return Occurrence.OCCURRED if past else Occurrence.EXPECTED


def _text(source: Cited, desk: Desk) -> str | None:
    return desk.text_of(source.source.text) if source.source and source.source.text else None


def _claim_id(said: Statement, source: Cited, desk: Desk) -> str:
    taken = {claim.id for event in desk.ledger.events.values() for claim in event.claims}
    words = " ".join(str(part) for part in (said.quote, said.when, said.status, said.place, said.note) if part)
    return ids.claim_id(source.id, words, None, taken)
