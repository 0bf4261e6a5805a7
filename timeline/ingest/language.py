"""Which language an article is in: by its commonest small words, and by a model of letters where those leave it open.

Every pack with a `function-words.yaml` takes part. Words that neighbours share (`de`, `la`, `que` in half of the Romance
languages) are left out of those lists, so that an article in a language without a pack is recognised as unknown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from timeline.lang import packs, yaml_data

WORDS_FILE: Final = "function-words.yaml"
_WORD: Final = re.compile(r"[^\W\d_]+")
_READ: Final = 4000
"""Words looked at: more do not change the answer."""
_LEAST: Final = 0.11
"""Share of small words: prose in its own language has 0.2 and more, any other less than 0.1."""
_LEAD: Final = 1.5
"""The best must have so many times the share of the second."""


_SURE: Final = 0.2
"""The share of small words, and twice as many as of any other language, beyond which nothing else is asked."""
_SURE_LEAD: Final = 2.0
_ENOUGH: Final = 60
"""Characters without which letters tell too little, and loading the model takes longer than all the rest."""
_MOST: Final = 3000
_CERTAIN: Final = 0.9


def detect(text: str) -> str | None:
    """The code of a language with a pack; `None` when no known language is clearly it."""
    words = [match[0].lower() for match in _WORD.finditer(text)][:_READ]
    shares = sorted(((_share(words, small_words(code)), code) for code in known()), reverse=True)
    if not words or not shares:
        return None
    best, code = shares[0]
    second = shares[1][0] if len(shares) > 1 else 0.0
    if best >= _SURE and best >= _SURE_LEAD * second:
        return code
    told = _by_letters(text)
    if told is not None:
        return told if told in known() else None
    return code if best >= _LEAST and best >= _LEAD * second else None


def _by_letters(text: str) -> str | None:
    """The code that the model is certain of, of all the languages that it knows."""
    if sum(map(str.isalpha, text[:_MOST])) < _ENOUGH:
        return None
    code, likelihood = _model().classify(text[:_MOST])
    return str(code) if likelihood >= _CERTAIN else None


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # slow to load, and seldom asked

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def known() -> tuple[str, ...]:
    """Languages that can be recognised."""
    return packs.having(WORDS_FILE)


@cache
def small_words(code: str) -> frozenset[str]:
    return frozenset(yaml_data.read(f"{code}/{WORDS_FILE}")["words"])


def _share(words: list[str], small: frozenset[str]) -> float:
    return sum(word in small for word in words) / len(words) if words else 0.0
