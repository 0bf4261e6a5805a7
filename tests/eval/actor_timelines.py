"""Timelines of actors from raw text, against gold: `python tests/eval/actor_timelines.py ARTICLES.jsonl TIMELINES.jsonl [wide]`.

ARTICLES holds rows {"id": "corpus/doc_...", "dct", "text"}; TIMELINES rows {"id": "corpus/entity", "entity", "steps":
[{"position", "date", "events": [{"doc", "sentence", "text"}]}]} as in SemEval-2015 task 4. A corpus is ingested into a
ledger, and each entity asked with `timeline list --actor NAME -O jsonl`; a name that the ledger does not know gives an
empty timeline. The mapping: a claim stands for the word that names its event in its sentence (a line of the article,
counted from 0); its step is the day, month or year of its event, else, for what has occurred, the day that the article came out; other events
stand at position 0 and count in no order. Articles are found by their number, else by the words that gold marks in them. The measure is temporal awareness (UzZaman and Allen 2011) summed over the entities: relations "in this date"
and "before / at the same time as", precision of ours against the closure of gold and recall of gold's against the
closure of ours.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.claims.reading_articles import read  # noqa: E402  # found from any working directory

FLOORS = {"news": 9.5, "wide": 25.0}
"""Micro F1 on the half of the corpus that was at hand; they only rise."""
_ALIKE = 0.8
"""Share of the marked words that an article under another number must have."""

Row = dict[str, Any]
Relation = tuple[str, object, object]


class Mention(NamedTuple):
    """A word of an article that names an event."""

    doc: str
    sentence: int
    word: str


class _Word(NamedTuple):
    """`told`: title, kind, date and status of the claim."""

    quote: str
    told: tuple[str, str, str | None, str]
    mention: Mention


Timeline = list[tuple[str, frozenset[Mention]]]
"""Steps in their order, each with its date."""


def gold(row: Row) -> Timeline:
    steps: defaultdict[tuple[int, str], set[Mention]] = defaultdict(set)
    for step in row["steps"]:
        steps[step["position"], step["date"]] |= {_mention(one) for one in step["events"]}
    return [(date if place else "", frozenset(found)) for (place, date), found in sorted(steps.items())]


def _mention(one: Row) -> Mention:
    return Mention(one["doc"], one["sentence"], one["text"].lower())


class Desk:
    """One corpus in a ledger of its own."""

    def __init__(self, folder: Path, articles: list[Row], breadth: str = "news") -> None:
        self._breadth = breadth
        self._ledger = folder / "events.yaml"
        self._articles = {self._source(row): row for row in articles}
        for name, row in self._articles.items():
            page = f"---\npublished: {row['dct']}\nlanguage: en\n---\n{row['text']}"
            (folder / f"{name}.txt").write_text(page, encoding="utf-8")
        files = [str(folder / f"{name}.txt") for name in self._articles]
        self._run("ingest", "--breadth", breadth, *files)
        self._words = {name: self._named(row) for name, row in self._articles.items()}

    @staticmethod
    def _source(row: Row) -> str:
        name: str = row["id"].rpartition("/")[2].partition("_")[0]
        return f"doc{name}"

    def _run(self, *words: str) -> str:
        command = [sys.executable, "-m", "timeline", *words, "--file", str(self._ledger)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        if done.returncode not in (0, 1):
            print(done.stderr[-500:], file=sys.stderr)
        return done.stdout

    def _named(self, row: Row) -> list[_Word]:
        """The words that name the events of an article, with what tells the claim that each stands for."""
        doc = self._source(row)[3:]
        found = []
        for event in read(row["text"], "en", row["dct"], wide=self._breadth == "wide").events:
            for claim in event.claims:
                line = row["text"].count("\n", 0, claim.trigger_start)
                word = row["text"][claim.trigger_start : claim.trigger_end].lower()
                when = claim.timex.edtf if claim.timex else None
                told = (event.title, event.kind, when, claim.says)
                found.append(_Word(claim.quote, told, Mention(doc, line, word)))
        return found

    def _words_of(self, event: Row, claim: Row, source: str) -> list[Mention]:
        """Those of the claim's sentence whose title, kind, date and status it has; where none has all, of the most."""
        told = (event["title"], event["kind"], claim.get("when"), claim["says"])
        near = [one for one in self._words[source] if one.quote == claim["quote"]]
        alike = [sum(a == b for a, b in zip(one.told, told, strict=True)) for one in near]
        return [one.mention for one, count in zip(near, alike, strict=True) if count == max(alike)]

    def timeline(self, name: str) -> Timeline:
        dated: defaultdict[str, set[Mention]] = defaultdict(set)
        for line in self._run("list", "--actor", name, "-O", "jsonl").splitlines():
            event = json.loads(line)
            when = event.get("when") or ""
            for claim in event["claims"]:
                source = self._of(claim["source"])
                past = claim["says"] in ("occurred", "underway")
                day = _date(claim.get("when") or when) or (self._articles[source]["dct"][:10] if past else "")
                dated[day].update(self._words_of(event, claim, source))
        return [(day, frozenset(found)) for day, found in sorted(dated.items())]

    def _of(self, source: str) -> str:
        return next((name for name in self._articles if source == name or source.startswith(f"{name}-")), source)


def _date(edtf: str) -> str:
    """A plain day, month or year, or about one; else none."""
    plain = edtf.partition("T")[0].rstrip("~")
    return plain if plain.replace("-", "").isdigit() else ""


def reduced(timeline: Timeline) -> set[Relation]:
    """What the timeline states, and nothing that follows from it."""
    return set(_relations(timeline, closed=False))


def closure(timeline: Timeline) -> set[Relation]:
    return set(_relations(timeline, closed=True))


def _relations(timeline: Timeline, *, closed: bool) -> Iterator[Relation]:
    ordered = [(date, sorted(events)) for date, events in timeline if events and date]
    for date, events in ordered:
        yield from (("in", one, date.removesuffix("-XX").removesuffix("-XX")) for one in events if date[:4] != "XXXX")
    for _, events in ordered:
        pairs = combinations(events, 2) if closed else pairwise(events)
        yield from (("same", one, two) for one, two in pairs)
    steps = combinations(ordered, 2) if closed else pairwise(ordered)
    for (_, before), (_, after) in steps:
        yield from (("before", one, two) for one in before for two in after)


def numbered(articles: list[Row], rows: list[Row]) -> list[Row]:
    """The articles under the numbers that gold gives them: their own, or those of the article that has its words in its lines."""
    marked: defaultdict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        for _, events in gold(row):
            for one in events:
                marked[one.doc].append(one)
    own = {one["id"].rpartition("/")[2].partition("_")[0]: one for one in articles}
    found = []
    for doc, mentions in marked.items():
        article = own.get(doc) or max(articles, key=lambda one: _share(one, mentions))
        if doc in own or _share(article, mentions) > _ALIKE:
            found.append({**article, "id": f"{doc}_"})
    return found


def _share(article: Row, mentions: list[Mention]) -> float:
    lines = article["text"].lower().split("\n")
    there = sum(one.sentence < len(lines) and one.word.replace("_", " ") in lines[one.sentence] for one in mentions)
    return there / len(mentions)


def main() -> int:
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
    sums = [0, 0, 0, 0]
    breadth = sys.argv[3] if sys.argv[3:] else "news"
    for corpus in sorted({row["id"].partition("/")[0] for row in rows}):
        wanted = [row for row in rows if row["id"].startswith(f"{corpus}/")]
        mine = numbered(articles, wanted)
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(Path(folder), mine, breadth)
            for row in wanted:
                sums = [a + b for a, b in zip(sums, compared(row, desk), strict=True)]
    precision, recall = sums[0] / max(1, sums[1]), sums[2] / max(1, sums[3])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"micro: precision {100 * precision:.1f}, recall {100 * recall:.1f}, F1 {100 * f1:.1f}")
    return int(100 * f1 < FLOORS[breadth])


def compared(row: Row, desk: Desk) -> list[int]:
    """Right and all of ours, right and all of gold's."""
    theirs, ours = gold(row), desk.timeline(row["entity"])
    known = {(one.doc, one.sentence): one for _, events in theirs for one in events}
    ours = [(date, frozenset(_aligned(one, theirs, known) for one in events)) for date, events in ours]
    said, stated = reduced(ours), reduced(theirs)
    found = [len(said & closure(theirs)), len(said), len(stated & closure(ours)), len(stated)]
    print(
        f"{row['entity']}: ours {sum(len(e) for _, e in ours)} events, gold {sum(len(e) for _, e in theirs)}; {found}"
    )
    return found


def _aligned(ours: Mention, theirs: Timeline, known: dict[tuple[str, int], Mention]) -> Mention:
    """The gold mention that shares a word with ours in its sentence."""
    if (ours.doc, ours.sentence) not in known:
        return ours
    words = set(ours.word.replace("_", " ").split())
    for _, events in theirs:
        for one in events:
            if one[:2] == ours[:2] and words & set(one.word.replace("_", " ").split()):
                return one
    return ours


if __name__ == "__main__":
    sys.exit(main())
