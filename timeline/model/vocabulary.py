"""The closed vocabularies: each value is what stands in the ledger."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Occurrence(StrEnum):
    """Whether a thing happens, as one claim says it. After IPTC `eventoccurstatus`, schema.org and RFC 5545."""

    PROPOSED = "proposed"
    DOUBTFUL = "doubtful"
    POSSIBLE = "possible"
    EXPECTED = "expected"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    UNDERWAY = "underway"
    OCCURRED = "occurred"
    DID_NOT_OCCUR = "did_not_occur"
    UNKNOWN = "unknown"


class Breadth(StrEnum):
    """How much of an article is read: what a timeline of the news has, or everything that somebody by name says and does."""

    NEWS = "news"
    WIDE = "wide"


PLANNED: Final = frozenset(
    {
        Occurrence.PROPOSED,
        Occurrence.DOUBTFUL,
        Occurrence.POSSIBLE,
        Occurrence.EXPECTED,
        Occurrence.CONFIRMED,
        Occurrence.POSTPONED,
    }
)
"""What is still to come, as far as anybody said. A person's `unknown` is an answer, a machine's says nothing planned."""

OFF: Final = frozenset({Occurrence.CANCELLED, Occurrence.DID_NOT_OCCUR})
"""What does not take place."""


class Stance(StrEnum):
    """Where the desk stands on what the machine suggests (the values of a judgement)."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Role(StrEnum):
    """What an actor is to an event. In a visit the visitor acts and the host receives (PLOVER)."""

    PARTICIPANT = "participant"
    HOST = "host"
    VISITOR = "visitor"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    CHAIR = "chair"
    MEDIATOR = "mediator"
    AGENT = "agent"
    PATIENT = "patient"


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"


class RelationKind(StrEnum):
    """Order between two events; `before` and `after` allow a gap of 0 days unless one is stated.

    `starts-with`: both begin on one day; `same-day`: they also end on one.
    """

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    STARTS_WITH = "starts-with"
    SAME_DAY = "same-day"


class Signal(StrEnum):
    """Where a publication date was read."""

    GIVEN = "given"
    FRONT_MATTER = "front-matter"
    JSON_LD = "json-ld"
    META = "meta"
    TIME = "time"
    URL = "url"
    FEED = "feed"
    BYLINE = "byline"
    SCRIPT = "script"
    HTMLDATE = "htmldate"
    TYPED = "typed"


class WeekStart(StrEnum):
    """The first day of a week, where "next week" is said: those that any country has (CLDR)."""

    MONDAY = "monday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Anchor(StrEnum):
    """What a relative date was read against; `absolute` needs nothing."""

    ABSOLUTE = "absolute"
    PUBLISHED = "published"
    NARRATIVE = "narrative"
    QUOTATION = "quotation"
    EVENT = "event"
    TYPED = "typed"


class TimexType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"
