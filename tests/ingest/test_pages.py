"""Pages, each with another way of hiding its date: what must be read from them stands in `pages/expected.yaml`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import trafilatura
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.eval.pages import read as forms_read
from tests.eval.pages import tally
from timeline.errors import SourceError
from timeline.ingest.language import detect
from timeline.ingest.page.address_date import address_date
from timeline.ingest.page.encoding import page_text
from timeline.ingest.page.html import read, read_bytes
from timeline.ingest.page.moments import iso
from timeline.ingest.page.outlet_zone import outlet_zone
from timeline.model.document import Document
from timeline.pipeline.dating import Dated, weighed

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


def weigh(document: Document, timezone: str = "UTC") -> Dated:
    said = document.model_copy(update={"language": detect(document.text)})
    return weighed(said, None, TODAY, timezone)


def test_every_page_is_in_the_table() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(EXPECTED)
    assert len(EXPECTED) >= 25


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items(), ids=EXPECTED)
def test_the_day_and_the_text(name: str, expected: dict[str, Any]) -> None:
    document = read(PAGES / f"{name}.html")
    found = weigh(document)
    assert found.dct is not None
    assert found.dct.day == str(expected["published"])[:10], found.dct.reason
    assert [finding.code for finding in found.findings] == expected.get("findings", [])
    assert (found.modified or "")[:10] == expected.get("modified", "")
    assert detect(document.text) == expected["language"]
    assert expected["begins"] in document.text
    assert document.title == expected["title"]
    assert document.findings == ()


@pytest.mark.parametrize("name", EXPECTED)
def test_the_main_text_is_no_worse_than_what_trafilatura_finds_alone(name: str) -> None:
    """No paragraph lost, none added, on pages of which it is told the right encoding."""
    content = (PAGES / f"{name}.html").read_bytes()
    alone = trafilatura.extract(page_text(content), include_comments=False) or ""
    theirs = [" ".join(line.split()) for line in alone.split("\n") if line.strip()]
    assert read_bytes(content, name).text.split("\n\n") == theirs


STUB = """<html><head><title>Pier closed</title>{head}</head><body><article><h1>Pier closed</h1>
<p>The pier of Valmer was closed on Friday after inspectors found cracks in its oldest part, the harbour master said.</p>
{wall}</article></body></html>"""


@pytest.mark.parametrize(
    ("head", "wall", "code"),
    [
        ("", "<div class='wall'><p>Subscribe to continue reading</p></div>", "E116"),
        ("", "<p>La suite est réservée aux abonnés.</p>", "E116"),
        ("", "<div>Bereits Abonnent? Anmelden</div>", "E116"),
        ("", "<div>Alleen voor abonnees</div>", "E116"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
            "",
            "E116",
        ),
        ("", "", None),
    ],
)
def test_a_beginning_is_not_taken_for_an_article(head: str, wall: str, code: str | None) -> None:
    document = read_bytes(STUB.format(head=head, wall=wall).encode(), "stub.html")
    assert [finding.code for finding in document.findings] == ([code] if code else [])
    assert "cracks in its oldest part" in document.text


def test_a_menu_is_no_article() -> None:
    document = read_bytes(
        b"<html><body><nav><a href='/'>Home</a> <a href='/x'>News</a></nav></body></html>", "menu.html"
    )
    assert [finding.code for finding in document.findings] == ["E115"]


@pytest.mark.parametrize(("content", "code"), [(b"", "E102"), (b"  \n ", "E102"), (b"<!-- -->", "E115")])
def test_what_is_no_page_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_bytes(content, "x.html")
    assert [finding.code for finding in caught.value.findings] == [code]


@given(content=st.binary(max_size=400))
@settings(deadline=None, max_examples=60)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for page in (content, b"<html><body><h1>x</h1><p>" + content + b"</p></body></html>"):
        try:
            weigh(read_bytes(page, "x.html"))
        except SourceError:
            continue


MOMENTS = [
    ("2025-10-17", "2025-10-17"),
    ("2025-10-17T08:15:00.123Z", "2025-10-17T08:15+00:00"),
    ("2025-10-17 08:15:00 +0200", "2025-10-17T08:15+02:00"),
    ("2025-10-17T08:15:00-0430", "2025-10-17T08:15-04:30"),
    ("2025-1-7", "2025-01-07"),
    ("2025/10/17 08:15", "2025-10-17T08:15"),
    ("20251017", "2025-10-17"),
    ("20251017T081500Z", "2025-10-17T08:15+00:00"),
    (1760688900, "2025-10-17T08:15:00+00:00"),
    ("1760688900000", "2025-10-17T08:15:00+00:00"),
    ("Fri, 17 Oct 2025 08:15:00 GMT", "2025-10-17T08:15:00+00:00"),
    ("Fri Oct 17 2025 08:15:00 GMT+0200 (CEST)", "2025-10-17T08:15:00+02:00"),
    ({"@value": "2025-10-17"}, "2025-10-17"),
    (["2025-10-17", "2025-10-18"], "2025-10-17"),
    ("17 octobre 2025", "17 octobre 2025"),
    ("2025-02-30", "2025-02-30"),
    ("soon", None),
    (None, None),
    (True, None),
]


@pytest.mark.parametrize(("written", "expected"), MOMENTS)
def test_dates_of_programs(written: Any, expected: str | None) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2025/10/17/a", "2025-10-17"),
        ("https://x.example/a-2025-10-17.html", "2025-10-17"),
        ("https://x.example/2025/1017/a", "2025-10-17"),
        ("https://x.example/world/2025/oct/17/a", "2025-10-17"),
        ("https://x.example/20251017-a", "2025-10-17"),
        ("https://x.example/2025/10/a", None),
        ("https://x.example/a-2025101755", None),
        ("https://x.example/2025-10-17/2025-10-18", None),
        ("https://x.example/2025/02/30/a", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    assert address_date(url) == day


@pytest.mark.parametrize(
    ("url", "locale", "zone"),
    [
        ("https://a.fr/x", None, "Europe/Paris"),
        ("https://a.co.uk/x", "en-US", "Europe/London"),
        ("https://a.com/x", "pt_BR", "America/Sao_Paulo"),
        ("https://a.io/x", None, None),
        (None, "de", None),
        (None, "zh-Hant-TW", None),
    ],
)
def test_the_zone_of_the_newsroom(url: str | None, locale: str | None, zone: str | None) -> None:
    assert outlet_zone(url, locale) == zone


ENCODINGS = [
    ("Été à Mâcon, la foire de Noël n’aura pas lieu", "cp1252"),
    ("Die Fähre von Öland fährt im März für zwei Öre", "latin-1"),
    ("Министр подтвердила, что порт откроется весной", "cp1251"),
    ("Министр подтвердила, что порт откроется весной", "koi8-r"),
]


@pytest.mark.parametrize(("words", "encoding"), ENCODINGS, ids=[encoding for _, encoding in ENCODINGS])
def test_a_page_that_lies_about_its_encoding(words: str, encoding: str) -> None:
    page = f'<html><head><meta charset="utf-8"></head><body><p>{(words + ". ") * 4}</p></body></html>'
    assert words in page_text(page.encode(encoding))


def test_letters_of_central_europe_are_not_taken_for_fractions() -> None:
    page = f"<html><body><p>{'Prezydent powiedział, że spotkanie będzie ważne. ' * 4}</p></body></html>"
    assert "³" not in page_text(page.encode("iso8859-2"))


def test_what_two_signs_agree_on_is_not_looked_for_again() -> None:
    """The words of a footer, from which htmldate would make another day, are not read then."""
    head = '<meta property="article:published_time" content="2025-10-17T08:00:00+02:00">'
    page = PAGE.format(head=head, byline='<time datetime="2025-10-17">Friday</time>')
    found = weigh(read_bytes(page.encode(), "a.html"))
    assert found.dct is not None
    assert found.dct.day == "2025-10-17"
    assert found.findings == ()


PAGE = """<html><head><title>Pier of Valmer closed</title>{head}</head><body><h1>Pier of Valmer closed</h1>{byline}
<p>The pier of Valmer was closed on Friday after inspectors found cracks in its oldest part, the harbour master said.</p>
<p>Boats may land at the new quay until the repairs are over, which nobody expects before the spring of the year after.</p>
</body></html>"""


def test_forms_of_dates_in_frames_that_mislead() -> None:
    """As `tests/eval/pages.py` measures them."""
    counts = tally(list(forms_read()))
    assert counts["stated"] > 900
    assert counts["right"] >= 0.985 * counts["stated"]
    assert counts["wrong and silent"] <= 0.005 * counts["pages"]
