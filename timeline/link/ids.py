"""Ids that a person can read and type: words of the name or title, in ASCII, made unique by a number."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from timeline.link.letters import latin

if TYPE_CHECKING:
    from collections.abc import Container

    from timeline.model.ledger import Ledger

_BREAK: Final = re.compile(r"[^a-z0-9]+")
_QUOTES: Final = re.compile(r"['’‘ʼ`´.]")
_LONGEST: Final = 40
_DIGITS: Final = 6

# Small words that make an id longer and no clearer. Both languages in one list: an id has none.
_SMALL: Final = frozenset(
    "a an and at between by for from in of on the to with au aux avec chez d dans de des du en entre et l la le les par pour sur un une".split()  # noqa: SIM905  # a row of words reads better than a column
)


def slug(text: str, *, longest: int = _LONGEST) -> str:
    """Lower-case ASCII words with hyphens, cut between words. Text in a script that we cannot spell gives a short digest."""
    words = [word for word in _BREAK.split(_QUOTES.sub(" ", latin(text))) if word]
    kept: list[str] = []
    for word in words:
        if kept and len("-".join([*kept, word])) > longest:
            break
        kept.append(word[:longest])
    return "-".join(kept) or f"x{_digest(text)}"


def events_taken(ledger: Ledger) -> set[str]:
    """Those of events that are one with another too: they stand in the file."""
    return {*ledger.events, *ledger.merged_events}


def actors_taken(ledger: Ledger) -> set[str]:
    return {*ledger.actors, *ledger.merged_actors}


def event_id(title: str, taken: Container[str]) -> str:
    """From the title without its small words."""
    words = [word for word in slug(title, longest=200).split("-") if word not in _SMALL]
    return unique(slug(" ".join(words) or title), taken)


def actor_id(name: str, taken: Container[str]) -> str:
    return unique(slug(name), taken)


def source_id(outlet: str | None, title: str | None, published: str | None, taken: Container[str]) -> str:
    """Outlet and day (`lsi-2025-10-17`); the title where there is no outlet."""
    stem = slug(outlet or title or "article", longest=32)
    return unique(f"{stem}-{published[:10]}" if published else stem, taken)


def claim_id(source: str, words: str, at: tuple[int, int] | None, taken: Container[str]) -> str:
    """`c` and six hexadecimal digits of what is claimed where. A collision adds a number to what is digested."""
    content = f"{source}\n{words}\n{at}"
    found = f"c{_digest(content)}"
    attempt = 0
    while found in taken:
        attempt += 1
        found = f"c{_digest(f'{content} {attempt}')}"
    return found


def unique(stem: str, taken: Container[str]) -> str:
    """The stem, else with the first free number from 2 on."""
    number = 1
    found = stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
