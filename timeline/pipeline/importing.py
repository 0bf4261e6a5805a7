"""Entries of a calendar, a table or another program's timeline -> changes of the ledger.

The file is one more source, and each of its entries a claim: of the event it names by our id, of the event that an
earlier version of the entry made, or of a new one. An entry that says what it said before adds nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import DateError, SourceError, UsageError
from timeline.fold.publication import free_stamp
from timeline.lang import asked, kinds, packs
from timeline.link import ids
from timeline.model.change import AddClaim, AddEvent, AddSource, Change
from timeline.model.document import Dct
from timeline.model.entry import Entry
from timeline.model.ledger import Claim, Event, Judgement, Ledger, Source, When
from timeline.model.timex import Timex
from timeline.model.vocabulary import Anchor, Occurrence, Role, Signal, Stance
from timeline.pipeline.cast import Cast
from timeline.pipeline.dating import in_zone
from timeline.pipeline.typed import Desk
from timeline.temporal import typed

_BY: Final = "import, entry "
_LONGEST_KEY: Final = 120
MOST: Final = 200_000
"""Entries of one file: a file of a gigabyte must not fill the memory only to be more than a ledger can hold."""
_OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`file`: for messages. `source`: how the file is to be called among the sources. `published`: an ISO day against which
    words like "Friday" are read; without it they are refused. `accept`: the claims count at once.
    """

    file: str
    source: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    accept: bool = False


@dataclass(slots=True)
class Imported:
    """`claims`: those that are new, each with its event as it stands afterwards. `known`: entries that say nothing new."""

    source: str
    changes: list[Change] = field(default_factory=list)
    claims: list[tuple[Event, Claim]] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    events: int = 0
    known: int = 0
    undated: int = 0
    refused: int = 0


class _Stated(NamedTuple):
    """What an entry says, by which its next version is held against this one."""

    when: str | None
    place: str | None
    actors: tuple[tuple[Role, tuple[str, ...]], ...]
    quote: str | None
    said_by: tuple[str, ...]
    says: Occurrence | None


class Importing:
    def __init__(self, wanted: Wanted, desk: Desk) -> None:
        """Raises `UsageError` where the name of the source is that of an article."""
        self._wanted: Final = wanted
        self._desk: Final = desk
        self._ledger: Final[Ledger] = desk.ledger
        name = ids.slug(wanted.source)
        known = self._ledger.sources.get(name)
        if known is not None and known.text is not None:
            raise UsageError(f"--source {name!r} is an article; give the file another name")
        self._source: Final = known or self._made(name)
        self._cast: Final = Cast(self._ledger)
        self._roles: Final[dict[str, tuple[Role, str]]] = {}
        self._dates: Final[dict[str, Timex]] = {}
        self._claim_ids: Final = {claim.id for event in self._ledger.events.values() for claim in event.claims}
        self._event_ids: Final = set(self._ledger.events)
        self._stems: Final[Counter[str]] = Counter()
        self._seen: Final[dict[str, tuple[Event, Claim]]] = {
            claim.by: (event, claim)
            for event in self._ledger.events.values()
            for claim in event.claims
            if claim.source == self._source.id and claim.by and claim.by.startswith(_BY)
        }
        self.done: Final = Imported(self._source.id)

    def _made(self, name: str) -> Source:
        wanted, recorded = self._wanted, self._desk.settings.now.isoformat()
        return Source(
            id=name,
            title=wanted.title or wanted.source,
            outlet=wanted.outlet,
            url=wanted.url,
            published=wanted.published,
            signal=Signal.GIVEN if wanted.published else None,
            language=wanted.language,
            recorded=recorded,
        )

    def read(self, entries: Iterable[Entry | Diagnostic]) -> Imported:
        added: list[Change] = []
        for entry in _named(self._held(entries)):
            if isinstance(entry, Diagnostic):
                self._refuse(entry)
                continue
            try:
                added += self._change(entry)
            except (DateError, UsageError) as error:
                self._refuse(Diagnostic("E126", f"{entry.title!r}: {error}", Where(self._wanted.file, entry.line)))
        if added and self._source.id not in self._ledger.sources:
            self.done.changes.append(AddSource(source=self._source))
        self.done.changes += [*self._cast.added, *added]
        return self.done

    def _held(self, entries: Iterable[Entry | Diagnostic]) -> list[Entry | Diagnostic]:
        """Raises `SourceError` (E122) for more than a ledger can take at once, before anything of it is kept."""
        held = list(islice(entries, MOST + 1))
        if len(held) > MOST:
            message = f"it holds more than {MOST:,} entries"
            finding = Diagnostic("E122", message, Where(self._wanted.file), "split it, and import the parts one by one")
            raise SourceError(finding.render(), findings=[finding])
        return held

    def _refuse(self, finding: Diagnostic) -> None:
        self.done.findings.append(finding)
        self.done.refused += finding.code == "E126"

    def _change(self, entry: Entry) -> Sequence[Change]:
        by = _BY + _cut(" ".join(entry.key.split()))
        timex = self._timex(entry.when)
        stated = self._stated(entry, timex)
        event, last = self._seen.get(by, (None, None))
        if last is not None and _says_the_same(last, stated, entry):
            self.done.known += 1
            return ()
        if event is None and entry.event:
            event = self._ledger.events.get(entry.event)
        claim = self._claim(entry, stated, timex, by, event)
        if timex is not None and timex.alternatives:
            others = " or ".join(timex.alternatives)
            message = f"{entry.when!r} is read as {timex.edtf}; it may also be {others}"
            self.done.findings.append(Diagnostic("W302", message, Where(self._wanted.file, entry.line)))
        self.done.undated += claim.when is None
        if event is None:
            event = self._event(entry, claim)
            self.done.events += 1
            change: Change = AddEvent(event=event)
        else:
            change = AddClaim(event=event.id, claim=claim)
        self._seen[by] = event, claim
        self.done.claims.append((event, claim))
        return (change,)

    def _stated(self, entry: Entry, timex: Timex | None) -> _Stated:
        cast: dict[Role, list[str]] = {}
        for words in entry.actors:
            role, actor = self._actor(words)
            if actor not in cast.setdefault(role, []):
                cast[role].append(actor)
        return _Stated(
            when=timex.edtf if timex else None,
            place=entry.place,
            actors=tuple((role, tuple(actors)) for role, actors in cast.items()),
            quote=entry.quote,
            said_by=self._cast.speakers((entry.said_by,)) if entry.said_by else (),
            says=entry.says,
        )

    def _actor(self, words: str) -> tuple[Role, str]:
        """Looked up once: a calendar names the same people a thousand times."""
        if words not in self._roles:
            role, actors = self._cast.roles((words,))[0]
            self._roles[words] = role, actors[0]
        return self._roles[words]

    def _claim(self, entry: Entry, stated: _Stated, timex: Timex | None, by: str, event: Event | None) -> Claim:
        kind = self._kind(entry)
        name = ids.claim_id(self._source.id, f"{by}\n{stated}", None, self._claim_ids)
        self._claim_ids.add(name)
        return Claim(
            id=name,
            source=self._source.id,
            says=stated.says or self._presumed(timex),
            quote=stated.quote,
            when=self._when(timex),
            place=stated.place,
            actors=stated.actors,
            said_by=stated.said_by,
            kind=kind if event is not None and kind not in {event.kind, _OTHER} else None,
            note=entry.note,
            on=entry.published,
            recorded=free_stamp(event.claims if event is not None else (), self._desk.settings.now),
            by=by,
            judgement=None if self._wanted.accept else Judgement(stance=Stance.SUGGESTED),
        )

    def _event(self, entry: Entry, claim: Claim) -> Event:
        name = entry.event if entry.event and ids.slug(entry.event, longest=200) == entry.event else None
        if name is None or name in self._event_ids:
            name = self._free(entry.title)
        self._event_ids.add(name)
        kind = self._kind(entry)
        more = (entry.kind,) if entry.kind and kind == _OTHER and entry.kind.casefold() != _OTHER else ()
        tags = tuple(dict.fromkeys((*entry.tags, *more)))
        return Event(id=name, title=entry.title, kind=kind, tags=tags, claims=(claim,))

    def _free(self, title: str) -> str:
        """A thousand events of one title must not each try all the numbers before theirs."""
        stem = ids.event_id(title, ())
        self._stems[stem] += 1
        if self._stems[stem] < 2:
            return ids.unique(stem, self._event_ids)
        while (name := f"{stem}-{self._stems[stem]}") in self._event_ids:
            self._stems[stem] += 1
        return name

    def _kind(self, entry: Entry) -> str:
        said = (entry.kind or "").strip().casefold()
        return self._kinds.get(said) or self._kinds.get(said.replace(" ", "_").replace("-", "_")) or _OTHER

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """By id and by label in any language."""
        known = kinds.load()
        labels = {label.casefold(): name for name, kind in known.items() for label in kind.labels.values()}
        return labels | {name: name for name in known}

    def _timex(self, words: str | None) -> Timex | None:
        """Raises `DateError` for words that are no date, or that need to know when they were written."""
        if not words or not words.strip():
            return None
        if words not in self._dates:
            self._dates[words] = self._read(words)
        return self._dates[words]

    def _read(self, words: str) -> Timex:
        desk, wanted = self._desk, self._wanted
        anchor = None
        if wanted.published:
            anchor = desk.in_weeks(Dct(day=wanted.published[:10], signal=Signal.GIVEN, reason="given beside the file"))
        first = asked.first()
        if wanted.language:
            code = wanted.language.replace("_", "-").partition("-")[0].lower()
            first = (packs.load(code),) if code in packs.available() else first
        timex = typed.read(words, packs=first, dct=anchor, timezone=desk.timezone, others=asked.after(words))
        if timex.edtf is None:
            raise DateError(f"{words!r} was understood as {timex.type} {timex.value}, which is no date")
        return timex if desk.timezone == self._ledger.timezone else in_zone(timex, desk.timezone)

    def _when(self, timex: Timex | None) -> When | None:
        if timex is None:
            return None
        absolute = timex.anchor is Anchor.ABSOLUTE
        return When(
            edtf=timex.edtf,
            text=timex.text if timex.text != timex.edtf else None,
            anchor=Anchor.ABSOLUTE if absolute else Anchor.PUBLISHED,
            rule=timex.rule,
            alternatives=timex.alternatives,
        )

    def _presumed(self, timex: Timex | None) -> Occurrence:
        today = self._desk.settings.today.isoformat()
        past = timex is not None and timex.latest is not None and timex.latest < today
        return Occurrence.OCCURRED if past else Occurrence.EXPECTED


def _named(entries: list[Entry | Diagnostic]) -> Iterator[Entry | Diagnostic]:
    """An entry that its file gives no name goes by its title, so that a moved one is known again; those that share a
    title also by their date, or by their place among equals.
    """
    titles = Counter(entry.title for entry in entries if isinstance(entry, Entry) and not entry.key)
    taken: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry, Diagnostic) or entry.key:
            yield entry
            continue
        key = entry.title if titles[entry.title] == 1 else f"{entry.title} {entry.when or ''}".strip()
        taken[key] += 1
        yield entry.model_copy(update={"key": key if taken[key] == 1 else f"{key} ({taken[key]})"})


def _says_the_same(claim: Claim, stated: _Stated, entry: Entry) -> bool:
    """A status that the file does not give was presumed from the day of reading, and is no change on another."""
    was = _Stated(
        claim.when.edtf if claim.when else None, claim.place, claim.actors, claim.quote, claim.said_by, claim.says
    )
    return was == (stated if entry.says else stated._replace(says=was.says))


def _cut(key: str) -> str:
    """Short enough to be read; what is cut off still counts."""
    if len(key) <= _LONGEST_KEY:
        return key
    from hashlib import sha256  # noqa: PLC0415  # long keys are rare

    return f"{key[: _LONGEST_KEY - 13]} {sha256(key.encode('utf-8', 'replace')).hexdigest()[:12]}"
