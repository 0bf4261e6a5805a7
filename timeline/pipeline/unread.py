"""What was not read of an article, or read by the wrong rules, told to whoever gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.diagnostics import Diagnostic
from timeline.ingest.language import detect
from timeline.text.layout import TOLD, paragraphs
from timeline.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST: Final = 20
_SHARE: Final = 0.2
"""Headings alone are fewer words than these, and a smaller share of an article."""


def findings(text: str, language: str | None) -> tuple[Diagnostic, ...]:
    """W505 for a text in another language than was said, I114 for a good part of it that is no prose."""
    return (*_other_language(text, language), *_skipped(text))


def _other_language(text: str, language: str | None) -> Iterator[Diagnostic]:
    if language is None or len(text.split()) < _LEAST:
        return
    found = detect(text)
    if found is not None and found != language:
        yield Diagnostic("W505", f"it was read as {language!r} and looks like {found!r}")


def _skipped(text: str) -> Iterator[Diagnostic]:
    plain = normalise(text).text
    found = [(len(plain[p.start : p.end].split()), p.sort) for p in paragraphs(plain)]
    skipped = [words for words, sort in found if sort not in TOLD]
    if sum(skipped) >= _LEAST and sum(skipped) >= _SHARE * sum(words for words, _ in found):
        sorts = ", ".join(sorted({str(sort.value) for _, sort in found if sort not in TOLD}))
        yield Diagnostic("I114", f"{sum(skipped)} words in {len(skipped)} paragraphs were not read: {sorts}")
