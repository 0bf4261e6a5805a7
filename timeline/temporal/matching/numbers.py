"""Numbers put together from what stands in the text: `2,500`, `30,4`, `twenty-one`, `quatre-vingt-dix`, `21st`, `XIXe`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.temporal.matching.lattice import Edge, Lattice

PARTS: Final = frozenset({"%int", "%numeral", "%ordinal"})
MOST_WORDS: Final = 9
_HUNDRED: Final = 100
_THOUSAND: Final = 1000


def compose(lattice: Lattice, starts: list[int], decimal: str) -> Iterator[tuple[int, Edge]]:
    """Edges `%number` and `%nth`, at the places where digits or number words start."""
    done = 0
    for at in starts:
        if lattice.has(at, "%int"):
            yield from _from_digits(lattice, at, decimal)
        elif at >= done:
            for edge in _from_words(lattice, at):
                done = max(done, edge[2])
                yield at, edge


def _from_digits(lattice: Lattice, at: int, decimal: str) -> Iterator[tuple[int, Edge]]:
    keys = lattice.words.keys
    if at >= 2 and lattice.glued(at) and keys[at - 1] in {".", ","} and keys[at - 2].isdecimal():
        return
    if lattice.glued(at + 1):
        for _, after in lattice.values(at + 1, "%ordinal_suffix"):
            yield at, ("%nth", str(int(keys[at])), after)
    amount, end = _written_amount(lattice, at, decimal)
    for value, after in lattice.values(end, "%numeral"):
        if int(value) >= _HUNDRED:
            yield at, ("%number", _plain(float(amount) * int(value)), after)
            return
    yield at, ("%number", amount, end)


def _written_amount(lattice: Lattice, at: int, decimal: str) -> tuple[str, int]:
    """Digits with their thousands and decimals, as a plain number, and the index of the word after them."""
    keys = lattice.words.keys
    whole, end = keys[at], at + 1
    while end + 1 < len(keys) and lattice.glued(end) and lattice.glued(end + 1) and keys[end + 1].isdecimal():
        if keys[end] not in {".", ","} or end - at > MOST_WORDS:
            break
        if keys[end] == decimal:
            return f"{int(whole)}.{keys[end + 1]}", end + 2
        if len(keys[end + 1]) != 3:
            break
        whole, end = whole + keys[end + 1], end + 2
    return str(int(whole)), end


def _from_words(lattice: Lattice, at: int) -> Iterator[Edge]:
    """The longest number that starts here: hundreds multiply, smaller numbers add, an ordinal ends it."""
    total, current, least = 0, 0, 0
    here = at
    end = at
    while here - at < MOST_WORDS:
        ordinals = lattice.values(here, "%ordinal")
        if ordinals and (here == at or 0 < int(ordinals[-1][0]) < max(least, 1)):
            for place, after in ordinals:
                yield "%nth", str(total + current + int(place)), after
            break
        numerals = lattice.values(here, "%numeral")
        if not numerals:
            break
        longest = max(numerals, key=lambda one: one[1])
        value, after = int(longest[0]), longest[1]
        if _multiplies(value) and (current or here == at):
            current = max(current, 1) * value
            if value > _HUNDRED:
                total, current = total + current, 0
            least = value
        elif here == at or value < least:
            current += value
            least = _step(value)
        else:
            break
        end = after
        here = _past_joiner(lattice, after)
    if end > at:
        yield "%number", str(total + current), end


def _multiplies(value: int) -> bool:
    """A hundred, a thousand, a million; languages that have one word for two hundred only add it."""
    return value == _HUNDRED or value >= _THOUSAND


def _step(value: int) -> int:
    """After 500 only 1 to 99 can follow, after 20 only 1 to 9, after a small number nothing."""
    if value >= _HUNDRED:
        return _HUNDRED
    return 10 if value >= 20 and value % 10 == 0 else 20 if value in {60, 80} else 0


def _past_joiner(lattice: Lattice, at: int) -> int:
    while at < len(lattice.words.keys) and (lattice.words.keys[at] == "-" or lattice.has(at, "%joiner")):
        at += 1
    return at


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
