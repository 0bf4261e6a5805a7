"""Reads a text the whole way for the tests of this room; parsers and packs are loaded once a session."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.claims.measure import Score, add, said_of
from timeline.claims.extract import extract
from timeline.lang import packs, world
from timeline.model.document import Dct, Document
from timeline.model.extraction import Extraction, FoundClaim
from timeline.model.vocabulary import Signal
from timeline.temporal.tag import tag
from timeline.text import parsers
from timeline.text.parse import Parser


def read(text: str, language: str, day: str = "2025-10-16", *, surface: bool = False, wide: bool = False) -> Extraction:
    parser: Parser | None = parsers.surface(language) if surface else parsers.load(language)
    assert parser is not None
    pack = packs.load(language)
    dct = Dct(day=day, signal=Signal.GIVEN)
    document = Document(text=text, language=language)
    timexes = tag(text, pack, dct)
    words = pack.wide_claims if wide else pack.claims
    return extract(document, timexes, parser.parse(text), words, world.load(language), dct)


def claims(found: Extraction) -> list[FoundClaim]:
    return [claim for event in found.events for claim in event.claims]


def names(found: Extraction) -> dict[str, str]:
    return {actor.key: actor.name for actor in found.actors}


def scored(paths: Iterable[Path], language: str) -> Score:
    """The annotated articles of one language, each quote checked against its text."""
    total = Score()
    for path in paths:
        row = json.loads(path.read_text(encoding="utf-8"))
        if row["lang"] == language:
            found = read(row["text"], language, row["published"])
            assert all(row["text"][one.start : one.end] == one.quote for one in claims(found))
            add(total, row, said_of(found))
    return total
