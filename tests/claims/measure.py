"""The measure of the claim guideline, in our own words: claims against annotated events, one to one.

A claim hits an event when its trigger overlaps one of the event's spans. Of all hits the pairs that agree best in kind,
people and date are matched first. A second claim on a matched event is a duplicate, a claim that hits nothing is wrong,
a claim on an event of salience 3 counts neither way. Strict: somebody right where the event has people, the right date
where it has one, the right class of occurrence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from timeline.edtf.parse import parse
from timeline.model.extraction import Extraction
from timeline.model.vocabulary import Occurrence

CLASSES = {
    "past": (Occurrence.OCCURRED, Occurrence.UNDERWAY),
    "future": (Occurrence.EXPECTED, Occurrence.CONFIRMED, Occurrence.PROPOSED),
    "uncertain": (Occurrence.POSSIBLE, Occurrence.DOUBTFUL, Occurrence.UNKNOWN, Occurrence.POSTPONED),
    "negative": (Occurrence.CANCELLED, Occurrence.DID_NOT_OCCUR),
}
CLASS_OF = {occurrence: name for name, members in CLASSES.items() for occurrence in members}
BACKGROUND = 3


class Said(NamedTuple):
    """What one claim says, as far as it is measured."""

    start: int
    end: int
    kind: str
    names: tuple[str, ...]
    when: str | None
    says: Occurrence
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Gold:
    """One annotated event with all its mentions."""

    rows: list[dict[str, Any]]

    @property
    def background(self) -> bool:
        return bool(min(row["salience"] for row in self.rows) == BACKGROUND)

    def spans(self) -> Iterable[tuple[int, int, dict[str, Any]]]:
        for row in self.rows:
            for mention in (row, *row["also"]):
                yield mention["start"], mention["end"], row

    def hit(self, said: Said) -> dict[str, Any] | None:
        return next((row for a, b, row in self.spans() if said.start < b and a < said.end), None)

    def kind_right(self, said: Said) -> bool:
        return any(said.kind in (row["kind"], *row["kind_alt"]) for row in self.rows)

    def names(self) -> list[str]:
        return [name for row in self.rows for actor in row["actors"] for name in (actor["name"], actor["as_written"])]

    def somebody_right(self, said: Said) -> bool:
        return any(same_name(one, other) for one in said.names for other in self.names())

    def roles(self) -> Iterable[tuple[set[str], str]]:
        """Each actor's names with its role."""
        for row in self.rows:
            for actor in row["actors"]:
                yield {actor["name"], actor["as_written"]}, actor["role"]

    def dates(self) -> set[tuple[int | None, int | None]]:
        return {bounds(w) for row in self.rows for w in (row["when"], *row["when_alt"]) if w}

    def dated(self) -> bool:
        return any(row["when"] for row in self.rows)

    def date_right(self, said: Said) -> bool:
        return said.when is not None and bounds(said.when) in self.dates()

    def class_right(self, said: Said) -> bool:
        row = self.hit(said)
        assert row is not None
        return CLASS_OF[said.says] in {CLASS_OF[Occurrence(o)] for o in (row["occurrence"], *row["occurrence_alt"])}


@dataclass(slots=True)
class Score:
    gold: int = 0
    matched: int = 0
    duplicates: int = 0
    wrong: int = 0
    strict: int = 0
    dates_given: int = 0
    dates_right: int = 0
    classes: list[tuple[str, str]] = field(default_factory=list)
    roles: list[bool] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list, repr=False)

    @property
    def judged(self) -> int:
        """Claims that count: those on background do neither way."""
        return max(1, self.matched + self.duplicates + self.wrong)

    @property
    def on_an_event(self) -> float:
        return self.matched / self.judged

    @property
    def precision(self) -> float:
        return self.strict / self.judged

    @property
    def recall(self) -> float:
        return self.strict / max(1, self.gold)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def event_recall(self) -> float:
        return self.matched / max(1, self.gold)

    @property
    def role_accuracy(self) -> float:
        """Of the people that a claim and its event share, those in the role the event gives them."""
        return sum(self.roles) / max(1, len(self.roles))

    @property
    def negated(self) -> float:
        return self._class_recall("negative")

    @property
    def planned(self) -> float:
        return self._class_recall("future")

    def _class_recall(self, name: str) -> float:
        said = [said for gold, said in self.classes if gold == name]
        return said.count(name) / max(1, len(said))

    @property
    def occurrence_f1(self) -> float:
        """Macro-F1 over the classes that the matched events have."""
        present = sorted({gold for gold, _ in self.classes})
        return sum(self._class_f1(name) for name in present) / max(1, len(present))

    def _class_f1(self, name: str) -> float:
        right = sum(gold == said == name for gold, said in self.classes)
        return 2 * right / sum((gold == name) + (said == name) for gold, said in self.classes)

    @property
    def date_accuracy(self) -> float:
        return self.dates_right / max(1, self.dates_given)


def said_of(found: Extraction) -> list[Said]:
    names = {actor.key: actor.name for actor in found.actors}
    return [
        Said(
            claim.trigger_start,
            claim.trigger_end,
            event.kind,
            tuple(names[p.actor] for p in claim.participants),
            claim.timex.edtf if claim.timex else None,
            claim.says,
            tuple((names[p.actor], p.role.value) for p in claim.participants),
        )
        for event in found.events
        for claim in event.claims
    ]


def add(score: Score, article: dict[str, Any], claims: list[Said]) -> None:
    golds = groups(article["events"])
    matches = match(golds, claims)
    score.gold += sum(not gold.background for gold in golds)
    for number, said in enumerate(claims):
        hits = [gold for gold in golds if gold.hit(said)]
        if number in matches:
            if not matches[number].background:
                _count(score, article, matches[number], said)
        elif not hits:
            score.wrong += 1
            score.complaints.append(f"{article['id']}: nothing there: {article['text'][said.start : said.end]!r}")
        elif not all(gold.background for gold in hits):
            score.duplicates += 1


def _count(score: Score, article: dict[str, Any], gold: Gold, said: Said) -> None:
    score.matched += 1
    right_date = gold.date_right(said)
    if said.when is not None and gold.dates():
        score.dates_given += 1
        score.dates_right += right_date
    somebody = not gold.names() or gold.somebody_right(said)
    dated = not gold.dated() or right_date
    classed = gold.class_right(said)
    score.strict += somebody and dated and classed
    row = gold.hit(said)
    assert row is not None
    accepted = {CLASS_OF[Occurrence(o)] for o in (row["occurrence"], *row["occurrence_alt"])}
    ours = CLASS_OF[said.says]
    score.classes.append((ours if ours in accepted else CLASS_OF[Occurrence(row["occurrence"])], ours))
    score.roles += _roles(gold, said)
    for right, what in (
        (somebody, f"people {said.names} for {gold.names()}"),
        (dated, f"date {said.when}"),
        (classed, f"says {said.says}"),
    ):
        if not right:
            score.complaints.append(f"{article['id']}: {row['trigger']!r}: {what}")


def _roles(gold: Gold, said: Said) -> Iterable[bool]:
    """For each person of the claim that the event has: whether the role is one that the event gives it."""
    for name, role in said.roles:
        given = {wanted for names, wanted in gold.roles() if any(same_name(name, other) for other in names)}
        if given:
            yield role in given


def match(golds: list[Gold], claims: list[Said]) -> dict[int, Gold]:
    pairs = []
    for number, said in enumerate(claims):
        for place, gold in enumerate(golds):
            if gold.hit(said):
                agree = gold.kind_right(said) + gold.somebody_right(said) + gold.date_right(said)
                near = min(abs(a - said.start) + abs(b - said.end) for a, b, _ in gold.spans())
                pairs.append((-agree, gold.background, near, number, place))
    found: dict[int, Gold] = {}
    taken: set[int] = set()
    for _, _, _, number, place in sorted(pairs):
        if number not in found and place not in taken:
            found[number] = golds[place]
            taken.add(place)
    return found


def groups(rows: list[dict[str, Any]]) -> list[Gold]:
    """Rows that lead to one another by `same_as` are one event."""
    by_number = {row["n"]: row for row in rows}
    found: dict[int, Gold] = {}
    for row in rows:
        head = row
        while head["same_as"]:
            head = by_number[head["same_as"]]
        found.setdefault(head["n"], Gold([])).rows.append(row)
    return list(found.values())


def bounds(edtf: str) -> tuple[int | None, int | None]:
    value = parse(edtf).bounds
    return value.earliest, value.latest


def same_name(one: str, other: str) -> bool:
    """Equal, or the words of one among the other's with the same last word; case, accents and articles aside."""
    first, second = _words(one), _words(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    return set(first) <= set(second) or set(second) <= set(first)


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return [w for w in words if w not in {"the", "le", "la", "les", "l", "d", "un", "une", "des", "a"}]
