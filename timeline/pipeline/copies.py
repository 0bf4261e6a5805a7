"""Which sources print the text of another: found by what they share, or said by hand.

What is found is a mark on the source (`resembles`), never a merge: the claims of both stay, and the two count as one
origin until a person says otherwise.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import LedgerError
from timeline.fold.moment import local_day
from timeline.fold.origin import origin
from timeline.model.change import AddSource, Change, ReplaceSource
from timeline.model.ledger import Ledger, Resemblance, Source
from timeline.text.passages import Passages
from timeline.text.shingles import shingles

ALIKE: Final = 0.5
"""The share from which on a text counts as printed twice."""

_DAYS: Final = 7
"""Wire stories are printed within days; a year later the same words are an anniversary."""
_IN_HAND: Final = 4
"""Weeks whose texts are kept in hand: one, its neighbours, and those without a day."""
_UNDATED: Final = -1


class Copies:
    """A batch reads each text once. `read_text` gives a kept text and may raise `LedgerError`."""

    def __init__(self, read_text: Callable[[str], str], origin: str | None = None) -> None:
        self._read_text = read_text
        self._origin = origin
        self._weeks: OrderedDict[int, Passages] = OrderedDict()
        self._placed: dict[str, Source] = {}
        self._calendar: defaultdict[int, dict[str, dict[str, Source]]] = defaultdict(dict)
        self._new: dict[str, frozenset[int]] = {}
        self.findings: list[Diagnostic] = []

    def marked(self, changes: Sequence[Change], ledger: Ledger) -> tuple[Change, ...]:
        """The same changes; sources that they add or replace say whose text they print."""
        self._new.clear()
        self._place(ledger.sources.values(), ledger.timezone)
        marked: list[Change] = []
        for change in changes:
            if isinstance(change, AddSource | ReplaceSource):
                kept = change.kept_text if isinstance(change, AddSource) else None
                source = self._mark(change.source, kept, ledger.timezone)
                self._place((source,), ledger.timezone)
                marked.append(change.model_copy(update={"source": source}))
            else:
                marked.append(change)
        return tuple(marked)

    def found(self, ledger: Ledger) -> tuple[ReplaceSource, ...]:
        """Sources of a ledger that print another's text and do not say so yet; the earlier of two is the other's origin."""
        changes = []
        for source in sorted(ledger.sources.values(), key=lambda source: (source.published or "9", source.id)):
            if source.origin is None and source.resembles is None:
                mine = origin(source.id, ledger)
                alike = self._alike(source, self._passages(source, None), ledger.timezone)
                best = _best((share, other) for share, other in alike if origin(other.id, ledger) != mine)
                if best is not None:
                    changes.append(ReplaceSource(source=source.model_copy(update={"resembles": best})))
            self._place((source,), ledger.timezone)
        return tuple(changes)

    def _mark(self, source: Source, text: str | None, timezone: str) -> Source:
        """What a person said of an article that is read again stays."""
        before = self._placed.get(source.id)
        said = self._origin or source.origin or (before.origin if before is not None else None)
        passages = self._passages(source, text)
        best = None if said else _best(self._alike(source, passages, timezone))
        if best is not None:
            message = f"{best.share:.0%} of its passages stand in {best.source!r}: the two count as one source"
            self.findings.append(Diagnostic("I113", message, Where(source.id)))
        if source.text is not None:
            self._new[source.text] = passages
        return source.model_copy(update={"origin": said, "resembles": best})

    def _place(self, sources: Iterable[Source], timezone: str) -> None:
        """Into the weeks of their days; a source that has changed leaves its old one."""
        for source in sources:
            before = self._placed.get(source.id)
            if before is source:
                continue
            if before is not None and before.text is not None:
                self._calendar[_week(before, timezone)].get(before.text, {}).pop(before.id, None)
            self._placed[source.id] = source
            if source.text is not None:
                week = _week(source, timezone)
                self._calendar[week].setdefault(source.text, {})[source.id] = source
                if week in self._weeks:
                    self._hold(self._weeks[week], source)

    def _alike(self, source: Source, passages: frozenset[int], timezone: str) -> Iterator[tuple[float, Source]]:
        """Those of the same days that it resembles; not one that a person has set apart."""
        for week in self._asked(_week(source, timezone)):
            for text, share in self._held(week).shares(passages):
                for other in self._calendar[week].get(text, {}).values() if share >= ALIKE else ():
                    if other.id not in {source.id, other.origin} and _near(source, other, timezone):
                        yield share, other

    def _asked(self, week: int) -> tuple[int, ...]:
        """The weeks in which something near may have been printed; without a day, all of them."""
        near = tuple(self._calendar) if week == _UNDATED else (week - 1, week, week + 1, _UNDATED)
        return tuple(one for one in near if one in self._calendar)

    def _held(self, week: int) -> Passages:
        """The texts of a week; those of a week that was not asked for some time are let go."""
        held = self._weeks.get(week)
        if held is None:
            held = self._weeks[week] = Passages()
            for sources in self._calendar[week].values():
                for source in sources.values():
                    self._hold(held, source)
        self._weeks.move_to_end(week)
        if len(self._weeks) > _IN_HAND:
            self._weeks.popitem(last=False)
        return held

    def _hold(self, held: Passages, source: Source) -> None:
        if source.text is not None and source.text not in held:
            held.add(source.text, self._passages(source, None))

    def _passages(self, source: Source, text: str | None) -> frozenset[int]:
        """A text that is lost resembles nothing; `check` reports it. One that is still to be written is known."""
        if source.text is None:
            return frozenset()
        if text is None and source.text in self._new:
            return self._new[source.text]
        try:
            return shingles(self._read_text(source.text) if text is None else text)
        except LedgerError:
            return frozenset()


def _best(alike: Iterable[tuple[float, Source]]) -> Resemblance | None:
    """Of those it resembles the earliest one that is most alike."""
    found = min(alike, key=lambda pair: (-pair[0], pair[1].published or "", pair[1].id), default=None)
    return None if found is None else Resemblance(source=found[1].id, share=round(found[0], 2))


def _week(source: Source, timezone: str) -> int:
    day = local_day(source.published, timezone) if source.published else None
    return date.fromisoformat(day).toordinal() // _DAYS if day else _UNDATED


def _near(one: Source, other: Source, timezone: str) -> bool:
    """Whether two sources are of the same days, as far as is known, and of one language."""
    if one.language != other.language and one.language is not None and other.language is not None:
        return False
    days = [local_day(source.published, timezone) if source.published else None for source in (one, other)]
    if days[0] is None or days[1] is None:
        return True
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= _DAYS
