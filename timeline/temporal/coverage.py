"""What each language covers: language x TIMEX type x construction, counted over the rules' own examples."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.lang import packs
from timeline.lang.time_rules import CONSTRUCTIONS
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal, TimexType
from timeline.temporal.tag import tag

if TYPE_CHECKING:
    from timeline.lang.time_rules import Rule

REFUSED: Final = "refused"
KINDS: Final = (*(kind.value for kind in TimexType), REFUSED)
"""TIMEX3 types as the examples come out, and lookalikes that are found in order to be refused."""


class Shown(NamedTuple):
    """One example of a rule: its words and what they were read as."""

    rule: str
    construction: str
    kind: str
    words: str
    value: str


class Coverage(NamedTuple):
    """What one language covers. `words` counts the forms of its lexicon; `claims`: its articles are read for claims too."""

    code: str
    name: str
    english: str
    rules: int
    words: int
    claims: bool
    shown: tuple[Shown, ...]

    def examples(self, construction: str, kind: str) -> int:
        return sum(one.construction == construction and one.kind == kind for one in self.shown)


def matrix() -> tuple[Coverage, ...]:
    """Every language, by its code. Runs every example of every pack: about a second."""
    return tuple(coverage(code) for code in packs.available())


@cache
def coverage(code: str) -> Coverage:
    """Raises `LookupError` for a language without a pack."""
    pack = packs.load(code)
    rules, lexicon = pack.time.rules, pack.time.lexicon
    shown = tuple(_shown(code, rule, example) for rule in rules for example in rule.examples)
    words = len(lexicon.single) + sum(len(rest) for rest in lexicon.phrases.values())
    name, english = str(pack.manifest["name"]), str(pack.manifest["english"])
    return Coverage(code, name, english, len(rules), words, code in packs.having(packs.CLAIMS), shown)


def _shown(code: str, rule: Rule, example: dict[str, str]) -> Shown:
    if rule.construction == "none":
        return Shown(rule.id, rule.construction, REFUSED, example["text"], "")
    dct = Dct(day=example["dct"], signal=Signal.GIVEN) if "dct" in example else None
    timexes = tag(example["text"], packs.load(code), dct, genre=example.get("genre", "news"))
    found = [one for one in timexes if one.text == example.get("found", one.text)]
    kind, value, words = (found[0].type.value, found[0].value, found[0].text) if found else ("", "", example["text"])
    return Shown(rule.id, rule.construction, kind, words, value)


_HEADER: Final = """# Languages

What each language pack covers; `timeline lang` prints the same, `timeline lang de` the rules of one language with their
examples. Generated from the packs: a figure is a number of examples, each of which is run by the tests. The types are
those of TIMEX3, as the examples come out; *refused* are lookalikes (ages, addresses, scores) that are found in order
to be left alone.

"""


def page() -> str:
    """The reference page, in Markdown."""
    found = matrix()
    return _HEADER + _packs(found) + "".join(_section(kind, found) for kind in KINDS)


def _packs(found: tuple[Coverage, ...]) -> str:
    lines = ["| code | language | rules | words | reads |", "|---|---|--:|--:|---|"]
    for one in found:
        reads = "dates and claims" if one.claims else "dates"
        lines.append(f"| `{one.code}` | {one.english} ({one.name}) | {one.rules} | {one.words} | {reads} |")
    return "\n".join(lines) + "\n"


def _section(kind: str, found: tuple[Coverage, ...]) -> str:
    lines = [f"\n## {kind}\n", "| construction | " + " | ".join(one.code for one in found) + " |"]
    lines.append("|---|" + "--:|" * len(found))
    for construction, counts in rows(kind, found):
        lines.append(f"| {construction} | " + " | ".join(str(count or "–") for count in counts) + " |")
    return "\n".join(lines) + "\n"


def rows(kind: str, found: tuple[Coverage, ...]) -> list[tuple[str, list[int]]]:
    """The constructions that come out as a type in some language, with the number of examples in each."""
    every = ((name, [one.examples(name, kind) for one in found]) for name in CONSTRUCTIONS)
    return [(name, counts) for name, counts in every if any(counts)]


def uncovered(one: Coverage) -> tuple[str, ...]:
    """Constructions of which a language shows no example."""
    seen = Counter(shown.construction for shown in one.shown)
    return tuple(name for name in CONSTRUCTIONS if not seen[name])
