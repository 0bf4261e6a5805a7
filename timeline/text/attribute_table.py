"""What spaCy's attribute ruler writes on a token, from the ruler's own table, looked up once a kind of token.

The ruler runs a matcher over every token of every text to say that `NNS` is a plural noun: a sixth of the time of a whole
English pipeline. The answer depends on tag, form and dependency alone, so it is worked out once and kept. Rules
over several tokens or by regular expression ("gonna", "n't") are left out: they set lemmas, which nobody here reads.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

_READ: Final = frozenset({"TAG", "LOWER", "DEP", "POS"})
_ANY: Final = "*"
"""Stands for every form and dependency that no rule names."""
_WRITTEN: Final = frozenset({"POS", "MORPH"})


class _Wanted(NamedTuple):
    """One of the values, or, where `other`, none of them."""

    values: frozenset[str]
    other: bool = False

    def holds(self, value: str) -> bool:
        return (value in self.values) is not self.other


class _Rule(NamedTuple):
    wanted: dict[str, _Wanted]
    written: dict[str, str]


class AttributeTable:
    """`patterns`: those of `nlp.get_pipe("attribute_ruler")`; where rules meet, the later one wins, as in the ruler."""

    def __init__(self, patterns: list[dict[str, Any]]) -> None:
        self._rules: Final = [rule for row in patterns for rule in _rules(row)]
        self._forms: Final = self._values("LOWER")
        self._dependencies: Final = self._values("DEP")
        self._known: Final[dict[tuple[str, str, str, str], tuple[str, str]]] = {}

    def read(self, token: Any) -> tuple[str, str]:
        """Part of speech and morphology (`Number=Plur|...`) of a token of spaCy."""
        lower, dep = token.lower_, token.dep_
        key = (
            token.tag_,
            lower if lower in self._forms else _ANY,
            dep if dep in self._dependencies else _ANY,
            token.pos_,
        )
        if key not in self._known:
            self._known[key] = self._apply(*key, str(token.morph))
        return self._known[key] if self._rules else (token.pos_, str(token.morph))

    def _apply(self, tag: str, lower: str, dep: str, pos: str, morph: str) -> tuple[str, str]:
        values = {"TAG": tag, "LOWER": lower, "DEP": dep, "POS": pos}
        for rule in self._rules:
            if all(wanted.holds(values[name]) for name, wanted in rule.wanted.items()):
                pos = rule.written.get("POS", pos)
                morph = rule.written.get("MORPH", morph)
        return pos, "" if morph == "_" else morph

    def _values(self, name: str) -> frozenset[str]:
        return frozenset().union(*(rule.wanted[name].values for rule in self._rules if name in rule.wanted))


def _rules(row: dict[str, Any]) -> list[_Rule]:
    written = {name: str(value) for name, value in row["attrs"].items() if name in _WRITTEN}
    return [_Rule(wanted, written) for pattern in row["patterns"] if written and (wanted := _wanted(pattern))]


def _wanted(pattern: list[dict[str, Any]]) -> dict[str, _Wanted] | None:
    """What one token must have; nothing for a pattern that is not about one token, or asks for something else."""
    if len(pattern) != 1 or set(pattern[0]) - _READ:
        return None
    found = {name: _values(value) for name, value in pattern[0].items()}
    return None if None in found.values() else {name: value for name, value in found.items() if value is not None}


def _values(value: Any) -> _Wanted | None:
    if not isinstance(value, dict):
        return _Wanted(frozenset({value}))
    if set(value) == {"IN"}:
        return _Wanted(frozenset(value["IN"]))
    return _Wanted(frozenset(value["NOT_IN"]), other=True) if set(value) == {"NOT_IN"} else None
