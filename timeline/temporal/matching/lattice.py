"""A text as the automaton sees it: at each word, what it may be, and how far each reading reaches."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from timeline.lang import words
from timeline.temporal.calendars import zones
from timeline.temporal.matching import numbers

if TYPE_CHECKING:
    from timeline.lang.time_lexicon import Entry, Lexicon
    from timeline.lang.time_pack import TimePack
    from timeline.lang.words import Words

Edge = tuple[str, str, int]
"""Symbol, value, and the index of the word after it."""
Reading = tuple[str, str]
"""Symbol and value of one word."""

_NAMES: Final = frozenset({"%month", "%weekday", "%season", "%holiday"})
"""Classes of names, which some languages write with a capital where the same letters in small are another word."""
_NO_READINGS: Final[tuple[Reading, ...]] = ()


@dataclass(frozen=True, slots=True)
class Lattice:
    """`edges[i]`: readings that start at word i. `roles`: what `direction` has found a word to be, which each date near it asks."""

    text: str
    words: Words
    edges: dict[int, list[Edge]]
    roles: dict[tuple[int, bool], str] = field(default_factory=dict)

    def glued(self, at: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < at < len(self.words.starts) and self.words.starts[at] == self.words.ends[at - 1]

    def ends_paragraph(self, at: int) -> bool:
        """Whether the line ends before this word."""
        split = self.words
        if at >= len(split.keys) or split.keys[at] == words.PARAGRAPH:
            return True
        return at > 0 and "\n" in self.text[split.ends[at - 1] : split.starts[at]]

    def ends_phrase(self, at: int) -> bool:
        """Whether the line ends before this word, or a sign that ties nothing to the next word stands here."""
        return self.ends_paragraph(at) or (not self.words.keys[at][0].isalnum() and self.words.keys[at] not in _TIES)

    def capital(self, at: int) -> bool:
        """Whether a word with a capital stands here."""
        return at < len(self.words.keys) and self.text[self.words.starts[at]].isupper()

    def leads(self, at: int) -> bool:
        """Whether a word stands among the first of its sentence."""
        keys = self.words.keys
        return at < _LEAD or any(keys[before] in _STOPS for before in range(at - _LEAD, at))

    def values(self, at: int, symbol: str) -> list[tuple[str, int]]:
        """Values of one class at a word, with the index of the word after it."""
        return [(value, end) for name, value, end in self.edges.get(at, ()) if name == symbol]

    def has(self, at: int, symbol: str) -> bool:
        return any(name == symbol for name, _, _ in self.edges.get(at, ()))


_TIES: Final = frozenset("-/%€$£'+")
_JOINING: Final = frozenset("-./:,")
_MOST_GROUPS: Final = 6
_LEAD: Final = 3
_STOPS: Final = frozenset({".", "!", "?", ";", words.PARAGRAPH})
_ROMAN: Final = tuple(
    tens + ones
    for tens in ("", "x", "xx")
    for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    if tens + ones
)
"""1 to 29: as many centuries as anybody writes in Roman numerals."""


def _is_suffix(entries: tuple[Entry, ...]) -> bool:
    return any(name == "ordinal_suffix" for name, _ in entries)


class Table:
    """One look-up a word: the lexicon's single words and the literal words of the patterns, as symbols."""

    def __init__(self, lexicon: Lexicon, literal_words: frozenset[str]) -> None:
        found: dict[str, list[Reading]] = {}
        for source in (lexicon.single, lexicon.bare):
            for key, entries in source.items():
                found.setdefault(key, []).extend((f"%{name}", value) for name, value in entries)
        for suffix in ("", *(key for key, entries in lexicon.single.items() if _is_suffix(entries))):
            for number, roman in enumerate(_ROMAN, start=1):
                found.setdefault(roman + suffix, []).append(("%roman", str(number)))
        for key in literal_words:
            found.setdefault(key, []).append((f"={key}", key))
        for key in literal_words:  # accents may be missing, unless that is another word
            plain = words.bare(key)
            if plain != key and plain not in lexicon.single and plain not in literal_words:
                found.setdefault(plain, []).append((f"={key}", key))
        self._single = {key: tuple(readings) for key, readings in found.items()}
        self._phrases = lexicon.phrases
        self.capitalised: Final = lexicon.capitalised
        self.bare_capitals: Final = lexicon.bare_capitals

    def readings(self, key: str) -> tuple[Reading, ...]:
        if key.isdecimal():
            return digits(key) + self._single.get(key, _NO_READINGS)
        return self._single.get(key, _NO_READINGS)

    def phrases(self, keys: list[str], at: int) -> list[Edge]:
        """Expressions of several words that start here."""
        found = self._phrases.get(keys[at])
        if found is None:
            return []
        return [
            (f"%{name}", value, at + 1 + len(rest))
            for rest, (name, value) in found
            if keys[at + 1 : at + 1 + len(rest)] == list(rest)
        ]


def build(text: str, table: Table, pack: TimePack) -> Lattice:
    split = words.split(text)
    keys = _spelt(split, text, table.bare_capitals)
    edges: dict[int, list[Edge]] = {}
    countable: list[int] = []
    serials = _serials(split)
    for at, key in enumerate(keys):
        if at in serials:
            continue
        here: list[Edge] = [(symbol, value, at + 1) for symbol, value in table.readings(key)]
        here += table.phrases(keys, at)
        if ("%zone", "Z", at + 1) in here and (gap := zones.hours_from(split, at + 1)) is not None:
            here.append(("%zone", *gap))
        if key in table.capitalised and text[split.starts[at]].islower():
            here = [edge for edge in here if edge[0] not in _NAMES]
        if here:
            edges[at] = here
            if any(edge[0] in numbers.PARTS for edge in here):
                countable.append(at)
    lattice = Lattice(text, split, edges)
    for at, edge in numbers.compose(lattice, countable, pack.decimal):
        edges[at].append(edge)
    return lattice


def _spelt(split: Words, text: str, bare_capitals: dict[str, str]) -> list[str]:
    """The keys, with the accents that capitals at the head of a sentence went without."""
    if not bare_capitals:
        return split.keys
    return [
        bare_capitals[key]
        if key in bare_capitals and text[split.starts[at]].isupper() and (not at or not split.keys[at - 1].isalnum())
        else key
        for at, key in enumerate(split.keys)
    ]


def _serials(split: Words) -> set[int]:
    """The words of numbers in more groups than any date or range of dates has: serials, accounts, addresses of machines."""
    found: set[int] = set()
    start, groups = 0, 0
    for at, key in enumerate([*split.keys, words.PARAGRAPH]):
        digit = key.isdecimal()
        if (digit or key in _JOINING) and (at == start or split.starts[at] == split.ends[at - 1]):
            groups += digit
            continue
        if groups > _MOST_GROUPS:
            found.update(range(start, at))
        start, groups = at, int(digit)
    return found


@lru_cache(maxsize=20_000)
def digits(key: str) -> tuple[Reading, ...]:
    """The classes of a number by its digits alone; a number of more than eight digits is none of them."""
    if len(key) > 8:
        return ()
    number, size = int(key), len(key)
    tests = {
        "%int": size <= 4,
        "%dd": size <= 2 and 1 <= number <= 31,
        "%mm": size <= 2 and 1 <= number <= 12,
        "%hh": size <= 2 and number <= 24,
        "%min": size == 2 and number <= 59,
        "%hhmm": size == 4 and number < 2400 and number % 100 < 60,
        "%yyyy": size == 4 and 1000 <= number <= 2199,
        "%modern": size == 4 and 1900 <= number <= 2059,
        "%short_year": size == 2 and not 1 <= number <= 31,
        "%yy": size == 2,
        "%tens": size == 4 and 1000 <= number <= 2199 and number % 10 == 0,
        "%yyyymmdd": size == 8 and 1900 <= number // 10_000 <= 2199 and 1 <= number // 100 % 100 <= 12,
    }
    return tuple((name, str(number)) for name, holds in tests.items() if holds)
