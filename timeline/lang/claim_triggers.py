"""Trigger rows: the words that name an event, compiled to one table from a first word's forms to the rows it may begin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.lang.kinds import Kind
from timeline.lang.yaml_data import broken
from timeline.model.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.lang.inflect import Inflector

_KEYS: Final = frozenset(
    {"id", "kind", "verbs", "nouns", "roles", "needs", "with", "without", "human", "examples", "not"}
    | {"anaphora", "only_anaphora", "unless_governs", "things", "any_verb", "toll"}
)
"""What a row may hold; anything else is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class TriggerRule:
    """One row. `human`: places whose common noun is somebody, whatever noun it is. `needs`: every member must hold, the members of one ("actor|date") being alternatives. `things`: one of them must be the verb's object, its subject if it has none. `any_verb`: the row stands behind every verb that tells of an act, for what no other row claims. `toll`: deaths and injuries, which belong to what caused them (`anaphora`)."""

    id: str
    kind: str
    roles: Mapping[str, Role]
    needs: tuple[frozenset[str], ...] = ()
    with_words: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    anaphora: tuple[str, ...] = ()
    only_anaphora: bool = False
    unless_governs: bool = False
    any_verb: bool = False
    toll: bool = False
    human: frozenset[str] = frozenset()
    examples: tuple[str, ...] = field(default=(), compare=False)
    counter_examples: tuple[str, ...] = field(default=(), compare=False)


class Entry(NamedTuple):
    """One wording of a row: `tail` are the words after the first, `reflexive` that a reflexive pronoun goes with it, `wording` as the row has it."""

    rule: TriggerRule
    verb: bool
    tail: tuple[str, ...]
    reflexive: bool
    wording: str = ""


Table = dict[str, tuple[Entry, ...]]


def read(path: str, rows: list[dict[str, Any]], kinds: Mapping[str, Kind], nouns: Inflector) -> tuple[TriggerRule, ...]:
    """The rows of a trigger file. Raises `PackError` naming file and line for an unknown key, kind or role."""
    return tuple(_rule(path, at, row, kinds, nouns) for at, row in enumerate(rows))


def _rule(path: str, at: int, row: dict[str, Any], kinds: Mapping[str, Kind], nouns: Inflector) -> TriggerRule:
    place: tuple[str | int, ...] = ("triggers", at)
    if unknown := sorted(set(row) - _KEYS):
        raise broken(path, place, f"unknown key {unknown[0]!r}; known: {', '.join(sorted(_KEYS))}")
    if row["kind"] not in kinds:
        raise broken(path, place, f"unknown kind {row['kind']!r}; known: {', '.join(kinds)}")
    return TriggerRule(
        id=row["id"],
        kind=row["kind"],
        roles={**kinds[row["kind"]].roles, **{where: Role(role) for where, role in row.get("roles", {}).items()}},
        needs=tuple(frozenset(need.split("|")) for need in row.get("needs", ())),
        with_words=frozenset(row.get("with", ())),
        without=frozenset(row.get("without", ())),
        things=frozenset(form for word in row.get("things", ()) for form in nouns.forms(word)),
        anaphora=tuple(row.get("anaphora", ())),
        only_anaphora=bool(row.get("only_anaphora", False)),
        human=frozenset(row.get("human", ())),
        unless_governs=bool(row.get("unless_governs", False)),
        toll=bool(row.get("toll", False)),
        any_verb=bool(row.get("any_verb", False)),
        examples=tuple(row["examples"]),
        counter_examples=tuple(row["not"]),
    )


def compile_table(
    rows: list[dict[str, Any]],
    rules: tuple[TriggerRule, ...],
    verbs: Inflector,
    nouns: Inflector,
    reflexives: frozenset[str],
) -> Table:
    """From every form of a first word to its entries, the longest wording first."""
    table: defaultdict[str, list[Entry]] = defaultdict(list)
    for row, rule in zip(rows, rules, strict=True):
        for wording in row.get("verbs", ()):
            first, tail, reflexive = _split(wording, reflexives)
            for form in verbs.forms(first):
                table[form].append(Entry(rule, True, tail, reflexive, wording))
        for wording in row.get("nouns", ()):
            first, tail, _ = _split(wording, frozenset())
            for form, ending in _noun_forms(first, tail, nouns):
                table[form].append(Entry(rule, False, ending, False, wording))
            if "-" in first:
                parts = (*first.replace("-", " - ").split(), *tail)
                for form, ending in _noun_forms(parts[0], parts[1:], nouns):
                    table[form].append(Entry(rule, False, ending, False, wording))
    return {
        form: tuple(sorted(entries, key=lambda e: (-len(e.tail), not e.reflexive))) for form, entries in table.items()
    }


def _split(wording: str, reflexives: frozenset[str]) -> tuple[str, tuple[str, ...], bool]:
    words = wording.lower().replace("'", "' ").split()
    reflexive = words[0] in reflexives
    if reflexive:
        words = words[1:]
    return words[0], tuple(words[1:]), reflexive


def _noun_forms(first: str, tail: tuple[str, ...], nouns: Inflector) -> list[tuple[str, tuple[str, ...]]]:
    """Head-first and head-last compounds alike: the first word, the last word or both may be plural."""
    if not tail:
        return [(form, ()) for form in nouns.forms(first)]
    endings = [(*tail[:-1], last) for last in nouns.forms(tail[-1])]
    return [(form, ending) for form in nouns.forms(first) for ending in endings]
