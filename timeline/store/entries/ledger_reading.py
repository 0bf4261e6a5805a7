"""Plain values to a ledger, with every problem in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final, TypeVar

from timeline.fold.merging import mergers
from timeline.model.ledger import Actor, Claim, Event, Ledger, Source, Version
from timeline.model.shape import Shape
from timeline.model.vocabulary import ActorKind, Signal, WeekStart
from timeline.store.entries.claim_reading import MERGER, claim, judged
from timeline.store.entries.reading import (
    Reader,
    Reading,
    Table,
    UnreadableError,
    brief,
    nearest,
    read_fields,
    read_shape,
)
from timeline.store.entries.scalars import Choice, moment, number, page_name, sha256_name, words, words_list
from timeline.store.text.problem import Problem, Trail, steps_of

VERSION: Final = "1"
SECTIONS: Final = ("sources", "actors", "events")
TOP: Final = ("timeline", "timezone", "week_start", *SECTIONS)

S = TypeVar("S", bound=Shape)


@dataclass(frozen=True, slots=True)
class Read:
    """What one pass found: the ledger without its broken parts, and what the reading noted."""

    ledger: Ledger
    reading: Reading


def read(raw: dict[Any, Any]) -> Read:
    """Never raises: what cannot be read is left out and noted."""
    reading = Reading(sources=_ids(raw, "sources"), actors=_ids(raw, "actors"), events=_ids(raw, "events"))
    for key in raw:
        if key not in TOP:
            reading.unknown_key(key, TOP, ())
    claims = _ClaimIds(raw.get("events"))
    ledger = Ledger.model_construct(
        timezone=_top(raw, reading),
        week_start=_week_start(raw, reading),
        sources=dict(_section(raw, "sources", _source, reading)),
        actors=dict(_section(raw, "actors", _actor, reading)),
        events=dict(_section(raw, "events", claims.event, reading)),
    )
    _refuse_circles(ledger, reading)
    return Read(ledger, reading)


def _refuse_circles(ledger: Ledger, reading: Reading) -> None:
    for section, found in (("actors", mergers(ledger.actors)), ("events", mergers(ledger.events))):
        for name in found.circular:
            reading.refuse("W217", f"{name!r} is merged into itself, by way of others perhaps", (((), section), name))


def _ids(raw: dict[Any, Any], section: str) -> frozenset[str]:
    part = raw.get(section)
    return frozenset(map(str, part)) if isinstance(part, dict) else frozenset()


def _top(raw: dict[Any, Any], reading: Reading) -> str:
    version = raw.get("timeline", 1)
    if str(version) != VERSION:
        message = f"this file says version {brief(version)}; this program reads version {VERSION}"
        reading.problems.append(Problem("E206", message, ("timeline",), "use the newer program that wrote it"))
    zone = raw.get("timezone")
    if zone is None:
        return "UTC"
    try:
        return _zone(zone, reading, ((), "timezone"))
    except UnreadableError:
        return "UTC"


def _week_start(raw: dict[Any, Any], reading: Reading) -> WeekStart | None:
    day = raw.get("week_start")
    if day is None:
        return None
    try:
        return WeekStart(Choice(WeekStart)(day, reading, ((), "week_start")))
    except UnreadableError:
        return None


def _zone(value: Any, reading: Reading, trail: Trail) -> str:
    from timeline.store.entries.timezones import unknown_zone  # noqa: PLC0415 - loads the tables of zones

    name = words(value, reading, trail)
    why = unknown_zone(name)
    if why is not None:
        raise reading.refuse("E206", why, trail)
    return name


def _section(
    raw: dict[Any, Any], name: str, read_one: Callable[[Any, str, Reading, Trail], S], reading: Reading
) -> Iterator[tuple[str, S]]:
    part = raw.get(name)
    if part is None:
        return
    if not isinstance(part, dict):
        message = f"{brief(part)} stands where '{name}' are expected, each under its id"
        reading.problems.append(Problem("E206", message, (name,)))
        return
    trail = ((), name)
    for key, value in part.items():
        try:
            if key.__class__ is not str:
                raise reading.want((trail, key), at_key=True)
            yield key, read_one(value, key, reading, (trail, key))
        except UnreadableError:
            continue


def _source(value: Any, key: str, reading: Reading, trail: Trail) -> Source:
    return read_shape(Source, value, SOURCE, reading, trail, id=key)


def _actor(value: Any, key: str, reading: Reading, trail: Trail) -> Actor:
    """A mapping, or a bare name."""
    if value is not None and not isinstance(value, dict):
        return Actor(id=key, name=words(value, reading, trail))
    return read_shape(Actor, value, ACTOR, reading, trail, id=key)


class _ClaimIds:
    """Gives each claim its id: the one it bears, or one made from what it says, so that it is the same next time."""

    def __init__(self, events: Any) -> None:
        self._events = events
        self._seen: dict[str, Trail] = {}
        self._table = event_table(self._claims)

    @cached_property
    def _borne(self) -> frozenset[str]:
        """The ids in the file; only asked for when a claim has none."""
        return frozenset(
            item["id"]
            for event in (self._events.values() if isinstance(self._events, dict) else ())
            if isinstance(event, dict)
            for item in as_list(event.get("claims"))
            if isinstance(item, dict) and isinstance(item.get("id"), str)
        )

    def event(self, value: Any, key: str, reading: Reading, trail: Trail) -> Event:
        return read_shape(Event, value, self._table, reading, trail, id=key)

    def _claims(self, items: Any, reading: Reading, trail: Trail) -> tuple[Claim, ...]:
        return tuple(self._each(items, reading, trail))

    def _each(self, items: Any, reading: Reading, trail: Trail) -> Iterator[Claim]:
        for index, item in enumerate(as_list(items)):
            where = (trail, index) if isinstance(items, list) else trail
            try:
                found = claim(item, self._derived(item, trail[0][1]), reading, where)
                self._once(found.id, reading, where)
            except UnreadableError:
                continue
            yield found

    def _once(self, name: str, reading: Reading, trail: Trail) -> None:
        first = self._seen.setdefault(name, trail)
        if first is not trail:
            message = f"claim {name!r} stands here and in event {steps_of(first)[1]!r}"
            raise reading.refuse("E203", message, (trail, "id"))

    def _derived(self, raw: Any, event: str) -> str:
        if not isinstance(raw, dict) or "id" in raw:
            return ""
        said = sorted((str(key), repr(value)) for key, value in raw.items() if key != "judgement")
        return free_id(f"{event}\0{said}", lambda name: name in self._borne or name in self._seen)


def free_id(content: str, taken: Callable[[str], bool]) -> str:
    """`c` and the first hexadecimal digits of the content's sha256: six, or as many as make it unique."""
    for turn in range(1_000_000):
        digest = sha256(f"{content}{turn or ''}".encode("utf-8", "surrogatepass")).hexdigest()
        if not taken(name := f"c{digest[:6]}"):
            return name
    raise AssertionError  # a million claims in a row met a name that was taken


def as_list(value: Any) -> list[Any]:
    """What stands where a list is expected: nothing, the list, or its only item."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _resemblance(value: Any, reading: Reading, trail: Trail) -> dict[str, Any]:
    return read_fields(value, RESEMBLANCE, reading, trail)


def _other_source(value: Any, reading: Reading, trail: Trail) -> str:
    name = words(value, reading, trail)
    if name not in reading.sources:
        raise reading.refuse("E204", f"no source {name!r} in this ledger{nearest(name, reading.sources)}", trail)
    return name


def _versions(value: Any, reading: Reading, trail: Trail) -> tuple[Version, ...]:
    return tuple(
        read_shape(Version, one if isinstance(one, dict) else {"text": one}, VERSION_KEYS, reading, (trail, at))
        for at, one in enumerate(as_list(value))
    )


VERSION_KEYS: Final = Table(words, required=["text"], text=sha256_name, recorded=moment)

RESEMBLANCE: Final = Table(words, required=["source", "share"], source=_other_source, share=number)

SOURCE: Final = Table(
    words,
    title=None,
    outlet=None,
    author=None,
    url=None,
    published=moment,
    modified=moment,
    signal=Choice(Signal),
    language=None,
    text=sha256_name,
    page=page_name,
    origin=None,
    resembles=_resemblance,
    versions=_versions,
    recorded=moment,
)


def _merged_actor(value: Any, reading: Reading, trail: Trail) -> dict[str, Any] | None:
    return judged(value, MERGER, "into", reading.actors, reading, trail)


def _merged_event(value: Any, reading: Reading, trail: Trail) -> dict[str, Any] | None:
    return judged(value, MERGER, "into", reading.events, reading, trail)


ACTOR: Final = Table(
    words,
    required=["name"],
    name=None,
    kind=Choice(ActorKind),
    aliases=words_list,
    wikidata=None,
    merged=_merged_actor,
)


def event_table(claims: Reader) -> Table:
    return Table(
        words,
        required=["title"],
        title=None,
        kind=None,
        tags=words_list,
        notes=None,
        merged=_merged_event,
        claims=claims,
    )
