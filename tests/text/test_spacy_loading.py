"""A model that is loaded without its language's class reads as the stock one does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from timeline.text import parsers, spacy_loading

ODD = {
    "fr": "L'arrière-grand-père de Jean-Pierre, qu'on dit franco-américain, ira-t-il après-demain à Saint-Étienne ? "
    "C'est-à-dire qu'aujourd'hui, M. Le Goff (10h30, 3€) voit l'anti-missile… https://exemple.fr/a-b",
    "en": "Mr. O'Neill's U.S.-led team won't leave St. John's before 10 a.m., he'd said; see https://example.org/a-b.",
}


def _read(pipeline: Any, text: str) -> list[tuple[str, str, str, int]]:
    return [(token.text, token.tag_, token.dep_, token.head.i) for token in pipeline(text)]


@pytest.mark.model
@pytest.mark.parametrize("language", sorted(parsers.MODELS))
def test_as_the_stock_model(language: str, root: Path) -> None:
    spacy = pytest.importorskip("spacy")
    unused = ("lemmatizer", "senter")
    ours = spacy_loading.load(parsers.MODELS[language], unused)
    stock = spacy.load(parsers.MODELS[language], exclude=list(unused))
    articles = [
        path.read_text(encoding="utf-8") for path in sorted((root / "data" / "articles").glob(f"*.{language}.md"))
    ]
    for text in [*articles, ODD[language]]:
        assert _read(ours, text) == _read(stock, text)


@pytest.mark.model
def test_other_users_of_the_library_keep_their_languages() -> None:
    spacy = pytest.importorskip("spacy")
    assert parsers.load("en") is not None
    assert spacy.blank("en").lang == "en"


def test_a_package_that_is_no_model() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(OSError, match="holds no model"):
        spacy_loading.load("json", ())
    with pytest.raises(ImportError, match="no package"):
        spacy_loading.load("no_such_model_anywhere", ())
