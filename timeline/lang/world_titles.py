"""Reads a title in full: "l'ancien président russe", "Russia's president", "the NATO secretary-general"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.lang.world_names import expand, fold, split
from timeline.lang.world_shapes import Title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class Office(NamedTuple):
    """`of` is set when the words alone say whose office it is (the pope, the Commission's president)."""

    type: str
    of: str | None = None


class TitleReader:
    """Finds the longest office in the words; what remains must name a country, an organisation, or nothing."""

    def __init__(self, rows: list[Mapping[str, Any]], small: frozenset[str], former: frozenset[str]) -> None:
        self._small = small
        self._former = former
        self._offices: dict[tuple[str, ...], Office] = {}
        for row in rows:
            for pattern in row["words"]:
                for form in expand(pattern):
                    self._offices.setdefault(tuple(fold(form).split()), Office(row["office"], row.get("of")))
        self._longest = max((len(words) for words in self._offices), default=0)

    def office(self, words: str) -> Office | None:
        tokens = fold(words).split()
        return self._offices.get(tuple(tokens)) or self._offices.get(tuple(self._bare(tokens)))

    def title(self, words: str, code: Callable[[str], str | None]) -> Title | None:
        """`code` turns the words around the office into a country or organisation code. `None` when words are left over."""
        written = split(words)
        kept = [token for token in written if fold(token) not in self._former]
        found = self._around(kept, code) or self._inside(kept, code)
        return Title(*found, former=len(kept) < len(written)) if found else None

    def _around(self, kept: list[str], code: Callable[[str], str | None]) -> Office | None:
        """The office in one piece: "Russia's president", "président de la Russie"."""
        found = self._longest_office([fold(token) for token in kept])
        if found is None:
            return None
        office, start, end = found
        rest = self._bare([*kept[:start], *kept[end:]])
        of = code(" ".join(rest)) if rest else office.of
        return None if rest and of is None else Office(office.type, of)

    def _inside(self, kept: list[str], code: Callable[[str], str | None]) -> Office | None:
        """The country in the middle of the office: "ministre russe des Affaires étrangères"."""
        for size in (1, 2):
            for start in range(1, len(kept) - size):
                office = self.office(" ".join([*kept[:start], *kept[start + size :]]))
                of = code(" ".join(kept[start : start + size])) if office else None
                if office and of:
                    return Office(office.type, of)
        return None

    def _longest_office(self, tokens: list[str]) -> tuple[Office, int, int] | None:
        for size in range(min(self._longest, len(tokens)), 0, -1):
            for start in range(len(tokens) - size + 1):
                office = self._offices.get(tuple(tokens[start : start + size]))
                if office:
                    return office, start, start + size
        return None

    def _bare(self, tokens: list[str]) -> list[str]:
        """Without articles, prepositions and a possessive at either end."""
        start, end = 0, len(tokens)
        while start < end and fold(tokens[start]) in self._small:
            start += 1
        while end > start and fold(tokens[end - 1]) in self._small:
            end -= 1
        return tokens[start:end]
