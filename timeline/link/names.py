"""Whether two written names can be one person's: spellings, transliterations, initials, particles, the order of names.

A name is reduced to its sounds in the roughest way that the press needs: `Zelensky`, `Zelenskyy` and `Selenskyj`,
`Loukachenko` and `Lukashenko`, `Poutine` and `Putin` come out alike. It says "can be", never "is".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.link.letters import latin

_SPLIT: Final = re.compile(r"[^a-z]+")
_PARTICLES: Final = frozenset(
    "al el ben bin ibn abu abou de del della der den des di da do dos du d l la le les van von vom zu ter ten y e".split()  # noqa: SIM905  # a row of words reads better than a column
)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})

# Applied in order. The right-hand letters are classes, not sounds: C any hushing sound, S any hissing one.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|tsch|tch|sch|sh|ch|zh|dj|cz", "C"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"gu(?=[eiy])", "g"),
        (r"ou|oo", "u"),
        (r"w", "v"),
        (r"ks", "x"),
        (r"tz|ts", "S"),
        (r"qu|q|k|c(?=[aou]|$)", "k"),
        (r"[zs]|c(?=[eiy])", "S"),
        (r"[yj]", "i"),
        (r"i+", "i"),
        (r"ff?$", "v"),
        (r"([a-zCS])\1+", r"\1"),
        (r"(?<=[^aeiou])re$", "er"),
    )
)
_MUTE: Final = re.compile(r"(?<=[a-zCS]{2})e$")
_VOWELS: Final = re.compile(r"[aeiou]")
_ENOUGH: Final = 3

SAME: Final = 1.0
REORDERED: Final = 0.95
SHORTENED: Final = 0.9
ALIKE: Final = 0.85
LAST_NAME: Final = 0.7


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """The parts of a name that tell people apart, in Latin letters: no particles, no suffixes."""
    parts = [part for part in _SPLIT.split(latin(name)) if part]
    kept = tuple(part for part in parts if part not in _PARTICLES and part not in _SUFFIXES)
    return kept or tuple(parts)


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A word by its sounds; two spellings of one name mostly share it."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def last_sound(name: str) -> str:
    """Of the last part: what people are filed under. French adds a mute e (`Poutine`) that first names need (`Jeanne`)."""
    parts = words(name)
    return _sounds(parts)[-1] if parts else ""


def _sounds(parts: tuple[str, ...]) -> list[str]:
    return [*map(sound, parts[:-1]), _MUTE.sub("", sound(parts[-1]))]


def compare(one: str, other: str) -> float:
    """How well two names agree, from 0 (different people) to 1; `LAST_NAME` when one gives nothing but the last name."""
    if not words(one) or not words(other):
        return 0.0
    return _compare(*sorted((words(one), words(other)), key=len))


def _compare(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    sounds, others = _sounds(short), _sounds(long)
    if sounds == others:
        return SAME
    if len(short) > 1 and sorted(sounds) == sorted(others):
        return REORDERED
    if len(short) == 1:
        return LAST_NAME if len(long) > 1 and sounds[0] == others[-1] else _alone(short, long)
    if not _alike(sounds[-1], others[-1]):
        return 0.0
    return _first_names(short, long, exact_end=sounds[-1] == others[-1])


def _alone(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    return ALIKE if len(long) == 1 and _alike(sound(short[0]), sound(long[0])) else 0.0


def _first_names(short: tuple[str, ...], long: tuple[str, ...], *, exact_end: bool) -> float:
    """The last names agree: an initial stands for its name, a middle name may be missing, a first name must agree."""
    first, other = short[0], long[0]
    if 1 in {len(first), len(other)}:
        return SHORTENED if exact_end and first[0] == other[0] else 0.0
    if sound(first) == sound(other):
        return SHORTENED if exact_end else ALIKE
    return ALIKE if exact_end and _alike(sound(first), sound(other)) else 0.0


def _alike(one: str, other: str) -> bool:
    """Two sounds with the same consonants in the same order, enough of them to tell, and the same ending: `Andrei` is no `Andrea`."""
    if one == other:
        return True
    bones, others = _VOWELS.sub("", one), _VOWELS.sub("", other)
    return bones == others and len(bones) >= _ENOUGH and one[-1] == other[-1]
