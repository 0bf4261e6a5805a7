"""Parsers give the same shape, with offsets into the original text; a missing model is said, not hidden."""

from __future__ import annotations

import pytest

from timeline.text import parsers
from timeline.text.normalise import normalise
from timeline.text.parse import Parse

FRENCH = "Titre sans point\n\n« L’accord\u00a0», a dit M.\u00a0Dupont, sera signé mardi à Lyon. Rien d’autre.\n\nCommentaires\n"
ENGLISH = "The deal was signed by the two ministers after talks in Rome. “They left,” he said.\n"


def check(parse: Parse, text: str) -> None:
    assert all(normalise(text[t.start : t.end]).text == t.text for t in parse.tokens)
    assert all(t.i == i for i, t in enumerate(parse.tokens))
    for sentence in parse.sentences:
        inside = parse.tokens[sentence.first : sentence.last]
        assert all(sentence.start <= t.start <= t.end <= sentence.end for t in inside)


@pytest.mark.parametrize(("language", "text"), [("fr", FRENCH), ("en", ENGLISH), ("fr", ""), ("en", "\n\n")])
def test_surface(language: str, text: str) -> None:
    parse = parsers.surface(language).parse(text)
    check(parse, text)
    assert not parse.tree
    assert parse.by == "surface"


def test_only_prose_and_the_headline_are_read() -> None:
    words = [t.text for t in parsers.surface("fr").parse(FRENCH).tokens]
    assert words[:3] == ["Titre", "sans", "point"]
    assert "Commentaires" not in words
    assert words[-4:] == ["Rien", "d'", "autre", "."]


@pytest.mark.model
@pytest.mark.parametrize(("language", "text", "sentences"), [("fr", FRENCH, 3), ("en", ENGLISH, 2)])
def test_tree(language: str, text: str, sentences: int) -> None:
    parser = parsers.load(language)
    assert parser is not None
    parse = parser.parse(text)
    check(parse, text)
    assert parse.tree
    assert len(parse.sentences) == sentences
    assert all(0 <= t.head < len(parse.tokens) for t in parse.tokens)


@pytest.mark.model
def test_english_labels_are_universal() -> None:
    parser = parsers.load("en")
    assert parser is not None
    tokens = parser.parse(ENGLISH).tokens
    by_word = {t.text: t for t in tokens}
    assert (by_word["deal"].dep, by_word["by"].dep) == ("nsubj:pass", "case")
    assert tokens[by_word["ministers"].head].text == "signed"
    assert by_word["ministers"].dep == "obl:agent"
    assert tokens[by_word["Rome"].head].text == "talks"


def test_a_language_without_a_model() -> None:
    parser, diagnostic = parsers.load_or_surface("de")
    assert parser.by == "surface"
    assert diagnostic is not None
    assert diagnostic.code == "W502"


@pytest.mark.parametrize("reason", [ImportError("no such symbol"), OSError("[E053] Could not read config file")])
def test_a_model_that_is_there_and_broken(reason: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_language: str) -> None:
        raise reason

    monkeypatch.setattr(parsers, "load", broken)
    parser, diagnostic = parsers.load_or_surface("fr")
    assert parser.by == "surface"
    assert diagnostic is not None
    assert (diagnostic.code, str(reason) in diagnostic.message) == ("W502", True)


def test_a_missing_model_names_its_extra() -> None:
    assert "timeline[fr]" in parsers.missing("fr").next_step
