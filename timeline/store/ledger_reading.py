"""Plain values to a ledger, with every problem in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, TypeVar

from timeline.model.ledger import Actor, Claim, Event, Ledger, Source
from timeline.model.shape import Shape
from timeline.model.vocabulary import ActorKind, Signal
from timeline.store.claim_reading import claim
from timeline.store.problem import Problem, Steps
from timeline.store.reading import Key, Reading, Table, UnreadableError, brief, read_shape
from timeline.store.scalars import choice, moment, sha256_name, words, words_list

VERSION: Final = "1"
SECTIONS: Final = ("sources", "actors", "events")
TOP: Final = ("timeline", "timezone", *SECTIONS)

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
        sources=dict(_section(raw, "sources", _source, reading)),
        actors=dict(_section(raw, "actors", _actor, reading)),
        events=dict(_section(raw, "events", claims.event, reading)),
    )
    return Read(ledger, reading)


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
        return _zone(zone, reading, ("timezone",))
    except UnreadableError:
        return "UTC"


def _zone(value: Any, reading: Reading, steps: Steps) -> str:
    from timeline.store.timezones import unknown_zone  # noqa: PLC0415 - loads the tables of zones

    name = words(value, reading, steps)
    why = unknown_zone(name)
    if why is not None:
        raise reading.refuse("E206", why, steps)
    return name


def _section(
    raw: dict[Any, Any], name: str, read_one: Callable[[Any, str, Reading, Steps], S], reading: Reading
) -> Iterator[tuple[str, S]]:
    part = raw.get(name)
    if part is None:
        return
    if not isinstance(part, dict):
        message = f"{brief(part)} stands where '{name}' are expected, each under its id"
        reading.problems.append(Problem("E206", message, (name,)))
        return
    for key, value in part.items():
        try:
            if key.__class__ is not str:
                raise reading.want((name, key), at_key=True)
            yield key, read_one(value, key, reading, (name, key))
        except UnreadableError:
            continue


def _source(value: Any, key: str, reading: Reading, steps: Steps) -> Source:
    return read_shape(Source, value, SOURCE, reading, steps, id=key)


def _actor(value: Any, key: str, reading: Reading, steps: Steps) -> Actor:
    """A mapping, or a bare name."""
    if value is not None and not isinstance(value, dict):
        return Actor(id=key, name=words(value, reading, steps))
    return read_shape(Actor, value, ACTOR, reading, steps, id=key)


class _ClaimIds:
    """Gives each claim its id: the one it bears, or one made from what it says, so that it is the same next time."""

    def __init__(self, events: Any) -> None:
        self._borne = {
            item["id"]
            for event in (events.values() if isinstance(events, dict) else ())
            if isinstance(event, dict)
            for item in as_list(event.get("claims"))
            if isinstance(item, dict) and isinstance(item.get("id"), str)
        }
        self._seen: dict[str, Steps] = {}
        self._table = {**EVENT, "claims": Key("claims", self._claims)}

    def event(self, value: Any, key: str, reading: Reading, steps: Steps) -> Event:
        return read_shape(Event, value, self._table, reading, steps, id=key)

    def _claims(self, items: Any, reading: Reading, steps: Steps) -> tuple[Claim, ...]:
        return tuple(self._each(items, reading, steps))

    def _each(self, items: Any, reading: Reading, steps: Steps) -> Iterator[Claim]:
        for index, item in enumerate(as_list(items)):
            where = (*steps, index) if isinstance(items, list) else steps
            try:
                found = claim(item, self._derived(item, str(steps[1])), reading, where)
                self._once(found.id, reading, where)
            except UnreadableError:
                continue
            yield found

    def _once(self, name: str, reading: Reading, steps: Steps) -> None:
        first = self._seen.setdefault(name, steps)
        if first is not steps:
            message = f"claim {name!r} stands here and in event {str(first[1])!r}"
            raise reading.refuse("E203", message, (*steps, "id"))

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


SOURCE: Table = {
    "title": Key("title", words, words=True),
    "outlet": Key("outlet", words, words=True),
    "author": Key("author", words, words=True),
    "url": Key("url", words, words=True),
    "published": Key("published", moment),
    "modified": Key("modified", moment),
    "signal": Key("signal", choice(Signal)),
    "language": Key("language", words, words=True),
    "text": Key("text", sha256_name),
    "recorded": Key("recorded", moment),
}

ACTOR: Table = {
    "name": Key("name", words, required=True, words=True),
    "kind": Key("kind", choice(ActorKind)),
    "aliases": Key("aliases", words_list),
    "wikidata": Key("wikidata", words, words=True),
}

EVENT: Table = {
    "title": Key("title", words, required=True, words=True),
    "kind": Key("kind", words, words=True),
    "tags": Key("tags", words_list),
    "notes": Key("notes", words, words=True),
}
