"""What bodies go by in an article: the form in brackets, the letters of a name, its last words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.lang.initials import initials, is_acronym
from timeline.lang.world_names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.claims.tree.mention import Mention
    from timeline.claims.tree.reading import Reading

_LONGEST: Final = 8
"""Letters of the longest form that stands in brackets."""
_TAIL: Final = 2
"""Words that a shortened name keeps at least: "the Air Force"."""


def given(reading: Reading, bodies: list[Mention]) -> dict[str, Mention]:
    """Folded name -> the mention by whose name the body is entered: a known one, else the longer."""
    found: dict[str, Mention] = {}
    for one, other in _in_brackets(reading, bodies):
        short, long = sorted((one, other), key=lambda mention: len(mention.name))
        if not long.keys:
            home, away = (short, long) if short.keys else (long, short)
            found.setdefault(fold(away.name), home)
        elif not short.keys:
            found.setdefault(fold(short.name), long)
    longer = {fold(one.name): one for one in bodies if " " in one.name}
    for mention in bodies:
        short_name = fold(mention.name)
        if short_name not in found and not mention.keys:
            fits = [long for name, long in longer.items() if name != short_name and _shortens(reading, mention, long)]
            if len(fits) == 1:
                found[short_name] = found.get(fold(fits[0].name), fits[0])
    return found


def _in_brackets(reading: Reading, bodies: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Two names of which one stands right behind the other in brackets: "l'OMS (Organisation mondiale de la santé)"."""
    words = reading.lower
    behind = {mention.first: mention for mention in bodies}
    for first in bodies:
        second = behind.get(first.last + 1)
        if second is None or words[first.last] != "(" or second.last >= len(words) or words[second.last] != ")":
            continue
        if any(one.name.isupper() and len(one.name) <= _LONGEST for one in (first, second)):
            yield first, second


def _shortens(reading: Reading, mention: Mention, long: Mention) -> bool:
    if is_acronym(mention.name):
        return initials(long.name) == fold(mention.name)
    words, whole = fold(mention.name).split(), fold(long.name).split()
    if not _TAIL <= len(words) < len(whole) or whole[-len(words) :] != words:
        return False
    before = mention.first - 1
    return before >= 0 and reading.lower[before] in reading.pack.words("definite")
