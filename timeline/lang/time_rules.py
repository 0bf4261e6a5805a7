"""The rules of a language: `time*.yaml`, checked row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from timeline.lang import yaml_data
from timeline.lang.time_patterns import PatternError, Tree, parse

CONSTRUCTIONS: Final[tuple[str, ...]] = (
    "full_date", "partial_date", "day_number", "weekday", "deictic_day", "deictic_unit", "offset", "month", "year",
    "decade", "century", "quarter", "half", "season", "holiday", "part_of", "nth", "daypart", "clock", "duration",
    "window", "set", "range", "anaphoric", "event_relative", "vague", "fiscal", "none",
)  # fmt: skip
"""What an expression of time can be, in any language. `none` finds lookalikes in order to refuse them."""

_KEYS: Final = frozenset({"id", "construction", "pattern", "set", "examples", "not"})
_FILE_KEYS: Final = frozenset({"macros", "rules"})
_EXAMPLE_KEYS: Final = frozenset(
    {"text", "dct", "found", "value", "edtf", "type", "mod", "genre"},
)


@dataclass(frozen=True)
class Rule:
    """`given`: constant arguments of the construction. `order`: earlier rules win among matches of equal length."""

    id: str
    construction: str
    pattern: str
    tree: Tree
    given: dict[str, str]
    examples: tuple[dict[str, str], ...]
    counter_examples: tuple[str, ...]
    order: int
    path: str


def read(paths: tuple[str, ...]) -> tuple[Rule, ...]:
    """Raises `PackError` naming file and line for whatever is wrong, two rules with one id included."""
    rules: list[Rule] = []
    seen: set[str] = set()
    for path in paths:
        content = yaml_data.read(path)
        if not isinstance(content, dict) or set(content) - _FILE_KEYS:
            raise yaml_data.broken(path, [], f"expected only {sorted(_FILE_KEYS)}")
        macros = {str(name): str(text) for name, text in (content.get("macros") or {}).items()}
        for place, row in enumerate(content.get("rules") or ()):
            rule = _rule(path, place, row, macros, len(rules))
            if rule.id in seen:
                raise yaml_data.broken(path, ["rules", place], f"rule {rule.id!r} stands here twice")
            seen.add(rule.id)
            rules.append(rule)
    return tuple(rules)


def _rule(path: str, place: int, row: Any, macros: dict[str, str], order: int) -> Rule:
    at: list[str | int] = ["rules", place]
    if not isinstance(row, dict):
        raise yaml_data.broken(path, at, "expected a mapping")
    _check_row(path, at, row)
    try:
        tree = parse(str(row["pattern"]), macros)
    except PatternError as error:
        raise yaml_data.broken(path, at, f"rule {row['id']!r}: {error}") from error
    return Rule(
        id=str(row["id"]),
        construction=row["construction"],
        pattern=str(row["pattern"]),
        tree=tree,
        given={str(key): str(value) for key, value in (row.get("set") or {}).items()},
        examples=tuple({key: str(value) for key, value in example.items()} for example in row["examples"]),
        counter_examples=tuple(str(text) for text in row["not"]),
        order=order,
        path=path,
    )


def _check_row(path: str, at: list[str | int], row: dict[str, Any]) -> None:
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise yaml_data.broken(path, at, f"unknown key {unknown[0]!r}; known: {sorted(_KEYS)}")
    missing = [key for key in ("id", "construction", "pattern", "examples", "not") if not row.get(key)]
    if missing:
        raise yaml_data.broken(path, at, f"rule {row.get('id')!r} has no {missing[0]!r}")
    if row["construction"] not in CONSTRUCTIONS:
        raise yaml_data.broken(path, at, f"unknown construction {row['construction']!r}")
    for example in row["examples"]:
        if not isinstance(example, dict) or "text" not in example or set(example) - _EXAMPLE_KEYS:
            raise yaml_data.broken(path, at, f"an example needs 'text' and may have {sorted(_EXAMPLE_KEYS)}")
