"""Putting an article's claims in a ledger of 10,000 events against drawing them from the article, loading excluded.

Goal: linking costs less (at most 0.9). Half of the made-up ledger's people are given the names that the articles speak
of, so that the candidates to compare are many and not none.
"""

from __future__ import annotations

import json
import tempfile
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from big_ledger import write_ledger
from pairs import Ratio, call_cost, compare

from timeline.link.propose import propose
from timeline.model.document import Dct, Document
from timeline.model.ledger import Judgement, Ledger, Source
from timeline.model.vocabulary import Signal, Stance
from timeline.pipeline.extracting import extracted
from timeline.store.yaml_ledger import YamlStore

if TYPE_CHECKING:
    from timeline.model.extraction import Extraction

ARTICLES: Final = Path(__file__).parent.parent / "tests" / "claims" / "gold"
EVENTS: Final = 10_000
NOW: Final = "2026-01-01T00:00:00+00:00"


class Article(NamedTuple):
    document: Document
    dct: Dct
    found: Extraction


def run() -> list[Ratio]:
    return [_language(language) for language in ("en", "fr")]


def _language(language: str) -> Ratio:
    articles = [_article(path) for path in sorted(ARTICLES.glob(f"{language}-*.json"))]
    ledger = _crowded(_big(), [actor.name for article in articles for actor in article.found.actors])
    return compare(
        f"linking {len(articles)} articles ({language}) to {EVENTS:,} events / extracting them",
        0.9,
        call_cost(lambda: list(map(partial(_link, ledger=ledger), articles))),
        call_cost(lambda: [extracted(article.document, article.dct) for article in articles]),
        rounds=5,
    )


def _article(path: Path) -> Article:
    row = json.loads(path.read_text(encoding="utf-8"))
    document = Document(text=row["text"], language=row["lang"])
    dct = Dct(day=row["published"], signal=Signal.GIVEN)
    found = extracted(document, dct).extraction
    if found is None:
        raise RuntimeError(f"no claims are read in {document.language}")
    return Article(document, dct, found)


def _link(article: Article, ledger: Ledger) -> None:
    source = Source(id="article", published=article.dct.day)
    stance = Judgement(stance=Stance.SUGGESTED)
    propose(article.found, article.document, source, ledger, stance=stance, recorded=NOW)


def _big() -> Ledger:
    with tempfile.TemporaryDirectory() as folder:
        return YamlStore(write_ledger(Path(folder) / "events.yaml", EVENTS)).load()


def _crowded(ledger: Ledger, names: list[str]) -> Ledger:
    """Every second actor bears a name of the articles."""
    given = cycle(dict.fromkeys(names))
    actors = {
        key: actor.model_copy(update={"name": next(given), "aliases": ()}) if number % 2 else actor
        for number, (key, actor) in enumerate(ledger.actors.items())
    }
    return ledger.model_copy(update={"actors": actors})
