"""What each language covers: language x construction x TIMEX type, counted over the rules' own examples."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from timeline.lang import packs
from timeline.lang.time_rules import CONSTRUCTIONS
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.temporal.tag import tag

if TYPE_CHECKING:
    from timeline.lang.time_rules import Rule

Matrix = dict[str, dict[str, Counter[str]]]
"""Language -> construction -> TIMEX type -> how many examples show it; `rules` counts the rules, `refused` the lookalikes."""

_HEADER: Final = """# Languages

What each language pack covers. Generated from the packs: every figure is a number of examples, each of which is run by
the tests. `DATE`, `TIME`, `DURATION`, `SET` are the TIMEX3 types that the examples come out as; `none` finds lookalikes
(ages, addresses, scores) in order to refuse them.
"""


def matrix() -> Matrix:
    found: Matrix = {}
    for code in packs.available():
        rows: dict[str, Counter[str]] = {name: Counter() for name in CONSTRUCTIONS}
        for rule in packs.load(code).time.rules:
            rows[rule.construction]["rules"] += 1
            for example in rule.examples:
                rows[rule.construction][_type_shown(code, rule, example)] += 1
        found[code] = rows
    return found


def _type_shown(code: str, rule: Rule, example: dict[str, str]) -> str:
    """The type of the timex that the rule reads in its example."""
    dct = Dct(day=example["dct"], signal=Signal.GIVEN) if "dct" in example else None
    timexes = tag(example["text"], packs.load(code), dct, genre=example.get("genre", "news"))
    shown = [one.type.value for one in timexes if one.text == example.get("found", one.text)]
    return "refused" if rule.construction == "none" else (shown[0] if shown else "none")


def page() -> str:
    """The reference page, in Markdown."""
    parts = [_HEADER]
    for code, rows in matrix().items():
        manifest = packs.load(code).manifest
        parts.append(_section(code, str(manifest["name"]), str(manifest["english"]), rows))
    return "\n".join(parts)


def _section(code: str, name: str, english: str, rows: dict[str, Counter[str]]) -> str:
    lexicon = packs.load(code).time.lexicon
    total = sum(row["rules"] for row in rows.values())
    head = f"## {english} (`{code}`, {name})\n\n{total} rules, {len(lexicon.classes())} classes of words.\n\n"
    table = ["| construction | rules | DATE | TIME | DURATION | SET | refused |", "|---|--:|--:|--:|--:|--:|--:|"]
    for construction, row in rows.items():
        cells = [str(row[kind] or "–") for kind in ("rules", "DATE", "TIME", "DURATION", "SET", "refused")]
        table.append(f"| {construction} | {' | '.join(cells)} |")
    return head + "\n".join(table) + "\n"
