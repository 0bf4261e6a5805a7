"""The words of a language, by class: `lexicon.yaml`, checked and indexed for one look-up a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from timeline.lang import words, yaml_data
from timeline.lang.time_classes import WORD_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator

Entry = tuple[str, str]
"""A class and the value the word has in it."""

_NO_CLASSES: Final = frozenset({"capitalised", "bare_capitals"})
"""Keys of the file that say how words are written."""
SUFFIX_KEYS: Final = frozenset({"past", "future", "not"})


@dataclass(frozen=True)
class Lexicon:
    """`single`: entries of one word. `phrases`: first word -> (the other words, entry), longest first.

    `bare`: the same single words without accents, asked only for words that carry none. `past_ends`, `future_ends`:
    endings of verbs; `not_verbs`: words with such an ending that are none. `capitalised`: names that are another word
    when written small (may, march). `bare_capitals`: letters that open a sentence without their accent, and the word
    that they are ("A Paris" is "à Paris", none of "avoir").
    """

    path: str
    single: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]] = field(default_factory=dict)
    bare: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    past_ends: tuple[str, ...] = ()
    future_ends: tuple[str, ...] = ()
    not_verbs: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()
    bare_capitals: dict[str, str] = field(default_factory=dict)

    def classes(self) -> frozenset[str]:
        every = [entry for entries in self.single.values() for entry in entries]
        every += [entry for rest in self.phrases.values() for _, entry in rest]
        return frozenset(name for name, _ in every)


def read(path: str) -> Lexicon:
    """Raises `PackError` naming file and line for an unknown class or a malformed entry."""
    content = yaml_data.read(path)
    single: dict[str, dict[Entry, None]] = {}
    phrases: dict[str, dict[tuple[tuple[str, ...], Entry], None]] = {}
    for written, entry in _entries(path, content):
        keys = words.keys_of(written)
        if len(keys) == 1:
            single.setdefault(keys[0], {})[entry] = None
        else:
            for variant in {keys, _plain(keys)}:
                phrases.setdefault(variant[0], {})[variant[1:], entry] = None
    ends = content.get("verb_endings", {})
    return Lexicon(
        path=path,
        single={key: tuple(found) for key, found in single.items()},
        phrases={key: tuple(sorted(found, key=lambda one: -len(one[0]))) for key, found in phrases.items()},
        bare=_without_accents(single),
        past_ends=tuple(ends.get("past", ())),
        future_ends=tuple(ends.get("future", ())),
        not_verbs=frozenset(words.fold(word) for word in ends.get("not", ())),
        capitalised=frozenset(words.fold(word) for word in content.get("capitalised", ())),
        bare_capitals={words.fold(bare): words.fold(word) for bare, word in content.get("bare_capitals", {}).items()},
    )


def _plain(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a phrase without their accents; words of one letter keep theirs (à is not a)."""
    return tuple(words.bare(key) if len(key) > 1 else key for key in keys)


def _without_accents(single: dict[str, dict[Entry, None]]) -> dict[str, tuple[Entry, ...]]:
    """Also without that of the first letter alone: many keyboards have no accented capitals ("Eté")."""
    found: dict[str, dict[Entry, None]] = {}
    for key, entries in single.items():
        for plain in {words.bare(key), words.bare(key[0]) + key[1:]} - {key}:
            if plain not in single:
                found.setdefault(plain, {}).update(entries)
    return {key: tuple(entries) for key, entries in found.items()}


def _entries(path: str, content: Any) -> Iterator[tuple[str, Entry]]:
    if not isinstance(content, dict):
        raise yaml_data.broken(path, [], "expected a mapping of word classes")
    for name, values in content.items():
        if name == "verb_endings":
            _check_endings(path, values)
        elif name in _NO_CLASSES:
            continue
        elif name not in WORD_CLASSES:
            raise yaml_data.broken(path, [name], f"unknown word class {name!r}")
        elif not isinstance(values, dict):
            raise yaml_data.broken(path, [name], f"expected 'value: [words]' under {name!r}")
        else:
            yield from _words_of(path, name, values)


def _check_endings(path: str, values: Any) -> None:
    unknown = set(values) - SUFFIX_KEYS if isinstance(values, dict) else {"verb_endings"}
    if unknown:
        raise yaml_data.broken(path, ["verb_endings"], f"unknown key {min(unknown)!r}; known: {sorted(SUFFIX_KEYS)}")


def _words_of(path: str, name: str, values: dict[Any, Any]) -> Iterator[tuple[str, Entry]]:
    for value, written in values.items():
        if not isinstance(written, list) or not all(isinstance(word, str) and word.strip() for word in written):
            raise yaml_data.broken(path, [name, value], f"expected a list of words for {name} {value!r}")
        for word in written:
            yield word, (name, str(value))
