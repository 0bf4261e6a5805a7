"""The languages as `timeline lang` shows them."""

from __future__ import annotations

from typing import Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.errors import UsageError
from timeline.temporal import coverage

_RULES: Final = (
    Column("rule", "Rule"),
    Column("construction", "Construction", under="rule"),
    Column("words", "Words", wide=True),
    Column("kind", "Type"),
    Column("value", "Value"),
)


def covered() -> Answer:
    """One section a TIMEX type: constructions down, languages across."""
    found = coverage.matrix()
    codes = {one.code: one.code for one in found}
    columns = (Column("construction", "Construction"), *(Column(code, code) for code in codes))
    sections = [Section((codes, _totals(found)), "RULES")]
    for kind in coverage.KINDS:
        lines = tuple(
            {"construction": name, **{one.code: str(count or "") for one, count in zip(found, counts, strict=True)}}
            for name, counts in coverage.rows(kind, found)
        )
        sections.append(Section((codes, *lines), kind))
    notes = tuple(f"{one.code}: {one.english}, reads {_reads(one)}" for one in found)
    return Answer(columns, tuple(sections), [_data(one) for one in found], notes=notes)


def _totals(found: tuple[coverage.Coverage, ...]) -> dict[str, str]:
    return {"construction": "rules in all", **{one.code: str(one.rules) for one in found}}


def _reads(one: coverage.Coverage) -> str:
    return "dates and claims" if one.claims else "dates"


def _data(one: coverage.Coverage) -> dict[str, object]:
    shown = {kind: {name: count for name, (count,) in coverage.rows(kind, (one,))} for kind in coverage.KINDS}
    return {
        "code": one.code,
        "name": one.name,
        "english": one.english,
        "rules": one.rules,
        "words": one.words,
        "claims": one.claims,
        "examples": shown,
        "uncovered": list(coverage.uncovered(one)),
    }


def rules_of(code: str) -> Answer:
    """Raises `UsageError` that lists the languages."""
    try:
        found = coverage.coverage(code)
    except LookupError as error:
        raise UsageError(str(error)) from error
    data = [one._asdict() for one in found.shown]
    return Answer(_RULES, (Section(tuple(data)),), data)
