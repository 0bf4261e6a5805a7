"""Inflected forms of a lexicon's words, generated from each language's paradigms (`xx/claims-forms.yaml`).

A paradigm is a pattern over the dictionary form and the forms it stands for. The first that matches gives the forms;
those marked `also` add theirs. What is irregular is listed. A form too many does no harm: it is met in no text.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple


class Paradigm(NamedTuple):
    pattern: re.Pattern[str]
    forms: tuple[str, ...]
    also: bool


class Inflector:
    """Forms of one part of speech."""

    def __init__(self, rows: list[dict[str, Any]], irregular: dict[str, str]) -> None:
        self._rows = [
            Paradigm(re.compile(row["match"]), tuple(row["forms"].split()), bool(row.get("also"))) for row in rows
        ]
        self._irregular = {lemma: tuple(forms.split()) for lemma, forms in irregular.items()}

    def forms(self, lemma: str) -> frozenset[str]:
        """Every form of a single word, itself included, in lower case."""
        if lemma in self._irregular:
            return frozenset((lemma, *self._irregular[lemma]))
        found = {lemma}
        settled = False
        for row in self._rows:
            match = row.pattern.fullmatch(lemma)
            if match is None or (settled and not row.also):
                continue
            found.update(match.expand(form) for form in row.forms)
            settled = settled or not row.also
        return frozenset(found)
