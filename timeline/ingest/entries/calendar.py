"""iCalendar: one VEVENT after another, so that a file of any size is read, and a broken one costs nobody else.

What repeats becomes an entry each time, up to the horizon that was asked for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.marked_titles import bare
from timeline.ingest.entries.repeating import never
from timeline.ingest.entries.statuses import status
from timeline.ingest.entries.text_file import damaged, opened
from timeline.ingest.refusal import refusal
from timeline.model.entry import Entry
from timeline.model.vocabulary import Occurrence

MOST_REPEATS: Final = 1000
_MOST_STEPS: Final = 200_000
"""Repetitions that are gone through: five centuries of days."""
_LONGEST_ENTRY: Final = 20_000
"""Lines of one VEVENT; a longer one is no event but an attack, or a photograph."""
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_ROLES: Final = {"organizer": "host", "attendee": "participant"}
_FIRST_YEAR_OF_STAMPS: Final = 1980


class _Block(NamedTuple):
    line: int
    text: str


def read(path: Path, asked: Asked) -> Iterator[Entry | Diagnostic]:
    """Raises `SourceError`; E129 for a file without a calendar."""
    zones: list[str] = []
    found = False
    for block in _blocks(path):
        found = True
        if isinstance(block, Diagnostic):
            yield block
        elif block.text.startswith("BEGIN:VTIMEZONE"):
            zones.append(block.text)
        elif block.text.startswith("BEGIN:VEVENT"):
            yield from _guarded(block, zones, asked, path)
    if not found:
        raise refusal("E129", "there is no VCALENDAR in it", str(path))


def _blocks(path: Path) -> Iterator[_Block | Diagnostic]:
    """Zones and events as text; the calendar itself as an empty block."""
    held: list[str] = []
    start, inside = 0, ""
    with opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            mark = line.strip().upper()
            if mark == "BEGIN:VCALENDAR":
                yield _Block(number, "")
            elif not inside and mark in {"BEGIN:VEVENT", "BEGIN:VTIMEZONE"}:
                held, start, inside = [], number, mark.removeprefix("BEGIN:")
            if inside:
                held.append(line)
                if len(held) > _LONGEST_ENTRY:
                    yield _unread("it has more lines than an event can need", start, path)
                    held, inside = [], ""
                elif mark == f"END:{inside}":
                    yield _Block(start, "".join(held))
                    inside = ""
        if inside:
            yield _unread("the file ends in the middle of it", start, path)


def _unread(message: str, line: int, path: Path) -> Diagnostic:
    return Diagnostic("E126", message, Where(str(path), line))


def _guarded(block: _Block, zones: list[str], asked: Asked, path: Path) -> Iterator[Entry | Diagnostic]:
    from icalendar import Calendar  # noqa: PLC0415  # loading it costs, and other formats do not need it

    try:
        whole = Calendar.from_ical("".join(["BEGIN:VCALENDAR\r\n", *zones, block.text, "END:VCALENDAR\r\n"]))
        event = whole.walk("VEVENT")[0]
        title = str(event.get("SUMMARY", "")).strip()
        if event.get("DTSTART") is None or not title or damaged(title):
            lacking = "DTSTART" if title else "SUMMARY"
            yield _unread(
                "its title is not text in this encoding" if damaged(title) else f"it has no {lacking}", block.line, path
            )
            return
        yield from _entries(event, title, block.line, asked, path)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        yield _unread(f"{error}".partition("\n")[0] or type(error).__name__, block.line, path)


def _entries(event: Any, title: str, line: int, asked: Asked, path: Path) -> Iterator[Entry | Diagnostic]:
    ours = str(event.get("X-TIMELINE-EDTF", ""))
    start = _start(event)
    length = _length(event, start)
    plain = _entry(event, title, ours or _when(start, start + length, asked.timezone), line)
    if ours or not (event.get("RRULE") or event.get("RDATE")):
        yield plain
        return
    repeats, finding = _repeats(event, start, asked)
    for moment in repeats:
        when = _when(moment, moment + length, asked.timezone)
        yield plain.model_copy(update={"key": f"{plain.key or title}@{when}", "when": when})
    if finding:
        yield Diagnostic("W128", f"{title!r}: {finding}", Where(str(path), line))


def _start(event: Any) -> date:
    """Raises `ValueError` for what is no date."""
    found = getattr(event["DTSTART"], "dt", None)
    if not isinstance(found, date):
        raise ValueError(f"its DTSTART is no date: {event['DTSTART']}")  # noqa: TRY004  # the file is wrong, not the program
    return found


def _entry(event: Any, title: str, when: str, line: int) -> Entry:
    ours = event.get("X-TIMELINE-EDTF") is not None
    key = str(event.get("UID", "")).strip()
    if event.get("RECURRENCE-ID"):
        key = f"{key}@{event.decoded('RECURRENCE-ID').isoformat()}"
    says = status(str(event.get("X-TIMELINE-OCCURRENCE", "")) or str(event.get("STATUS", "")))
    labels = _labels(event)
    return Entry(
        key=key,
        event=key or None if ours else None,
        title=bare(title) if ours else title,
        when=when,
        says=says or Occurrence.EXPECTED,
        kind=labels[0] if ours and labels else None,
        place=str(event.get("LOCATION", "")).strip() or None,
        actors=() if ours else tuple(_people(event)),
        tags=tuple(labels[1:] if ours else labels),
        note=None if ours else str(event.get("DESCRIPTION", "")).strip() or None,
        published=_changed(event),
        line=line,
    )


def _labels(event: Any) -> list[str]:
    return [str(label) for one in _each(event, "CATEGORIES") for label in one.cats if str(label)]


def _each(event: Any, name: str) -> list[Any]:
    """A property as often as it stands there: icalendar makes a list only of several."""
    found = event.get(name)
    return found if isinstance(found, list) else [found] if found is not None else []


def _people(event: Any) -> Iterator[str]:
    for name, role in _ROLES.items():
        for person in _each(event, name):
            called = str(person.params.get("CN", "")).strip()
            if called:
                yield f"{called.replace(':', ' ')}:{role}"


def _changed(event: Any) -> str | None:
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        if event.get(name) is not None:
            stamp: date = event.decoded(name)
            return stamp.isoformat()[:10] if stamp.year >= _FIRST_YEAR_OF_STAMPS else None
    return None


def _length(event: Any, start: date) -> timedelta:
    """Of days, a day at least: their end is not part of them."""
    if event.get("DTEND") is not None:
        end = event.decoded("DTEND")
        return end - start if type(end) is type(start) else timedelta(0)
    if event.get("DURATION") is not None:
        found: timedelta = event.decoded("DURATION")
        return found
    return timedelta(0) if isinstance(start, datetime) else timedelta(days=1)


def _when(start: date, end: date, zone: str) -> str:
    """Days, or times with their offset; a floating time stands as it is."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        first, last = _time(start, zone), _time(end, zone)
        return first if last <= first else f"{first}/{last}"
    last_day = end - timedelta(days=1)
    return start.isoformat() if last_day <= start else f"{start.isoformat()}/{last_day.isoformat()}"


def _time(moment: datetime, zone: str) -> str:
    """In the ledger's zone where it comes in UTC, which is how calendars store the hours of everybody."""
    if moment.tzinfo is not None and moment.utcoffset() == timedelta(0):
        moment = moment.astimezone(ZoneInfo(zone))
    return moment.isoformat(timespec="minutes")


def _repeats(event: Any, start: date, asked: Asked) -> tuple[list[Any], str | None]:
    """The times it takes place, the last `MOST_REPEATS` of them up to the horizon; and what was left out."""
    rules = _each(event, "RRULE")
    if any(str(one.get("FREQ", [""])[0]).upper() in _TOO_OFTEN for one in rules):
        return [start], "it repeats more often than every day; only the first time was read"
    if any(map(never, rules)):
        return [start], "its rule names a day that never comes; only the first time was read"
    held: deque[Any] = deque(maxlen=MOST_REPEATS)
    count = 0
    for count, moment in enumerate(islice(_times(event, start, rules, asked.until), _MOST_STEPS), start=1):  # noqa: B007
        held.append(moment)
    if not held:
        return [], f"it first takes place after {asked.until}"
    if count > MOST_REPEATS:
        return list(held), f"it repeats {count} times until {asked.until}; only the last {MOST_REPEATS} were read"
    unbounded = any("COUNT" not in one and "UNTIL" not in one for one in rules)
    return list(held), f"it repeats without end; read until {asked.until}" if unbounded else None


def _times(event: Any, start: date, rules: list[Any], until: date) -> Iterator[Any]:
    from dateutil.rrule import rruleset, rrulestr  # noqa: PLC0415  # only what repeats needs it

    timed = isinstance(start, datetime)
    zone = start.tzinfo if isinstance(start, datetime) else None
    first = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time())
    horizon = datetime.combine(until, time.max)
    times = rruleset()
    times.rdate(first)
    for rule in rules:
        text = rule.to_ical().decode()
        bare_rule = ";".join(part for part in text.split(";") if not part.upper().startswith("UNTIL="))
        made = rrulestr(bare_rule, dtstart=first)
        last = min([horizon, *(_naive(end, zone) for end in rule.get("UNTIL", []))])
        times.rrule(made.replace(until=last))
    for name, add in (("RDATE", times.rdate), ("EXDATE", times.exdate)):
        for one in _each(event, name):
            for moment in one.dts:
                add(_naive(moment.dt, zone))
    for found in times:
        if found > horizon:
            return
        yield found.replace(tzinfo=zone) if timed else found.date()


def _naive(moment: date, zone: Any) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo and zone else moment.replace(tzinfo=None)
