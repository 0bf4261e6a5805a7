"""What stands in quotation marks may have a day of its own: in "On Tuesday he said: 'I leave tomorrow'" it is Wednesday.

Only where the sentence around the quotation says when its words were spoken: a day whose nearest verb is one of saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import OfDay
from timeline.temporal.context import direction
from timeline.temporal.refine.date_time import is_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.lang.time_lexicon import Lexicon
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_CLOSERS: Final = {"«": "»", "“": "”", "„": "“”", '"': '"', "»": "«"}
_SHUT: Final = frozenset('»”"')
_ENDS: Final = frozenset(".!?;\n")
_LONGEST: Final = 200
"""Words of a quotation; a mark that is closed later than that was not one that opens."""
_AROUND: Final = 20
_REACH: Final = 8
_COMMA_COST: Final = 3
_CHAIN: Final = 3
"""Words from an auxiliary to the verb of saying it belongs to."""


def spoken(candidates: Sequence[Candidate], seen: Lattice, lexicon: Lexicon) -> dict[int, Candidate]:
    """For each candidate in a quotation, by its place in the list, the date on which its words were spoken."""
    found: dict[int, Candidate] = {}
    if not any(_days(one) for one in candidates):
        return found
    for first, last in _quotations(seen):
        inside = [at for at, one in enumerate(candidates) if first < one.start and one.end <= last]
        if not inside:
            continue
        around = {*_before(seen, first), *_after(seen, last)}
        said = [one for one in candidates if one.start in around and _days(one) and _is_of_saying(seen, lexicon, one)]
        if len(said) == 1:
            found.update(dict.fromkeys(inside, said[0]))
    return found


def _days(one: Candidate) -> bool:
    return is_day(one.meaning) or (isinstance(one.meaning, OfDay) and is_day(one.meaning.base))


def _quotations(seen: Lattice) -> Iterable[tuple[int, int]]:
    """Places of the marks of each quotation; a mark inside another one's is skipped."""
    keys = seen.words.keys
    at = 0
    while at < len(keys):
        shut = _closing(keys, at) if keys[at] in _CLOSERS else None
        if shut is not None:
            yield at, shut
            at = shut
        at += 1


def _closing(keys: list[str], first: int) -> int | None:
    closers = _CLOSERS[keys[first]]
    for at in range(first + 1, min(len(keys), first + _LONGEST)):
        if keys[at] in closers:
            return at
        if keys[at] == "\n":
            return None
    return None


def _before(seen: Lattice, first: int) -> Iterable[int]:
    """The words of the sentence in front of a quotation."""
    for at in range(first - 1, max(-1, first - 1 - _AROUND), -1):
        if seen.words.keys[at] in _ENDS or seen.words.keys[at] in _SHUT:
            return
        yield at


def _after(seen: Lattice, last: int) -> Iterable[int]:
    """The words of the sentence behind a quotation; none when the quotation ended the sentence."""
    keys, split = seen.words.keys, seen.words
    closed = keys[last - 1] in _ENDS and last + 1 < len(keys) and seen.text[split.starts[last + 1]].isupper()
    for at in range(last + 1, last + 1 if closed else min(len(keys), last + 1 + _AROUND)):
        if keys[at] in _ENDS or keys[at] in _CLOSERS:
            return
        yield at


def _is_of_saying(seen: Lattice, lexicon: Lexicon, one: Candidate) -> bool:
    """Whether the verb nearest to a date is one of saying."""
    left = _verb(seen, lexicon, range(one.start - 1, max(-1, one.start - 1 - _REACH), -1))
    right = _verb(seen, lexicon, range(one.end, min(len(seen.words.keys), one.end + _REACH)))
    verbs = [verb for verb in (left, right) if verb is not None]
    if not verbs:
        return False
    at = min(verbs)[1]
    chain = range(at, min(len(seen.words.keys), at + _CHAIN + 1))
    return any(seen.has(place, "%saying") for place in chain if seen.words.keys[place] not in _ENDS)


def _verb(seen: Lattice, lexicon: Lexicon, places: range) -> tuple[int, int] | None:
    """How far the nearest verb is, and where."""
    cost = 0
    for at in places:
        key = seen.words.keys[at]
        if key in _ENDS or key in _CLOSERS or key in _SHUT:
            return None
        cost += 1 + (_COMMA_COST if key == "," else 0)
        if seen.has(at, "%saying") or direction.is_cue(seen, lexicon, at):
            return cost, at
    return None
