"""Feeds of every format, and what is no feed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import SourceError
from timeline.ingest.feeds.article import carried, is_whole, joined
from timeline.ingest.feeds.entry import Entry, Feed
from timeline.ingest.feeds.feed import is_feed, read_feed
from timeline.ingest.feeds.prose import prose
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Signal

NAME = "https://news.example/feed"
ITEM = """<item><title>Le sommet &amp;amp; la paix</title><link>/a</link><guid isPermaLink="false">n-1</guid>
<pubDate>Fri, 17 Oct 2025 23:30:00 -0400</pubDate><description>&lt;p&gt;Un sommet.&lt;/p&gt;&lt;p&gt;Lundi.&lt;/p&gt;</description></item>"""
RSS = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Le Fil</title><language>fr</language>{ITEM}</channel></rss>'
RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>Le Fil</title><dc:language>fr</dc:language></channel><item rdf:about="n-1"><title>Le sommet &amp;amp; la paix</title>
<link>https://news.example/a</link><dc:date>2025-10-17T23:30:00-04:00</dc:date><description>&lt;p&gt;Un sommet.&lt;/p&gt;&lt;p&gt;Lundi.&lt;/p&gt;</description></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Fil</title><entry><id>n-1</id><title>Le sommet &amp; la paix</title>
<link href="/a"/><published>2025-10-17T23:30:00-04:00</published><updated>2025-10-18T08:00:00Z</updated><author><name>A. Plume</name></author>
<content type="html">&lt;p&gt;Un sommet.&lt;/p&gt;&lt;p&gt;Lundi.&lt;/p&gt;</content></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Le Fil", "language": "fr", "items": [{"id": "n-1", "url": "/a",
"title": "Le sommet & la paix", "date_published": "2025-10-17T23:30:00-04:00", "authors": [{"name": "A. Plume"}],
"content_html": "<p>Un sommet.</p><p>Lundi.</p>"}]}"""
ENTITIES = RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss')


def read(text: str | bytes) -> Feed:
    return read_feed(text.encode() if isinstance(text, str) else text, NAME)


@pytest.mark.parametrize("text", [RSS, RSS_1, ATOM, JSON], ids=["rss", "rss 1", "atom", "json"])
def test_formats(text: str) -> None:
    assert is_feed(text.encode())
    feed = read(text)
    (entry,) = feed.entries
    assert (feed.title, feed.findings) == ("Le Fil", ())
    assert entry.id.endswith("n-1")
    assert entry.title in {"Le sommet & la paix", "Le sommet &amp; la paix"}
    assert (entry.url, entry.published) == ("https://news.example/a", "2025-10-17T23:30:00-04:00")
    document = carried(entry, "x")
    assert document.text == "Un sommet.\n\nLundi."
    assert document.candidates == (DctCandidate(date="2025-10-17T23:30:00-04:00", signal=Signal.FEED),)


def test_who_wrote_it_and_when_it_changed() -> None:
    assert [(read(text).entries[0].author, read(text).entries[0].updated) for text in (ATOM, JSON, RSS)] == [
        ("A. Plume", "2025-10-18T08:00:00Z"),
        ("A. Plume", None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E102"),
        (b"<!doctype html><html><body>no</body></html>", "E124"),
        (b"<html><body>no</body></html>", "E124"),
        (b"<?xml version='1.0'?><!-- a --><root/>", "E124"),
        (b"only words", "E124"),
        (b'{"version": 1}', "E124"),
        (b'{"version": ', "E120"),
        (b"[" * 100_000, "E124"),
        (b'{"a":' + b"[" * 100_000, "E120"),
        (b"<a", "E120"),
        (ENTITIES.encode(), "E123"),
        (ENTITIES.encode("utf-16"), "E123"),
        (ENTITIES.replace("<!DOCTYPE", "<!-- <a> --><!DOCTYPE").encode(), "E123"),
        (b" " * 20_000_001, "E122"),
    ],
)
def test_what_is_no_feed(content: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(content)
    (finding,) = caught.value.findings
    assert (finding.code, NAME in finding.render()) == (code, True)


def test_what_breaks_off_is_read_up_to_there() -> None:
    feed = read(RSS.replace("</channel></rss>", "<item><title>Half of"))
    assert feed.entries[0].id.endswith("n-1")
    assert [finding.code for finding in feed.findings] == ["W140"]


def test_ten_thousand_entries() -> None:
    items = "".join(ITEM.replace("n-1", f"n-{number}") for number in range(10_000))
    feed = read(RSS.replace(ITEM, items))
    assert len(feed.entries) == 500
    assert [entry.id.rpartition("/")[2] for entry in feed.entries[:2]] == ["n-0", "n-1"]
    assert [finding.code for finding in feed.findings] == ["W141"]


def test_an_entry_that_stands_there_twice() -> None:
    assert len(read(RSS.replace(ITEM, ITEM * 2)).entries) == 1


def test_nothing_is_taken_for_an_address_or_a_file() -> None:
    for text in ("http://127.0.0.1:9/feed", "/etc/passwd", "file:///etc/passwd"):
        with pytest.raises(SourceError, match="E124"):
            read(text)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One<br>line</p>two<script>x()</script><p>three &amp; four</p>", "One line\n\ntwo\n\nthree & four"),
        ("plain words", "plain words"),
        ("<pre>one\n\ntwo &lt;b&gt;</pre>", "one\n\ntwo <b>"),
        ("<p>a</p><figure><figcaption>seen</figcaption></figure>after", "a\n\nafter"),
        ("<!-- nothing -->", ""),
        ("a\0b\x01", "ab"),
    ],
)
def test_prose(markup: str, text: str) -> None:
    assert prose(markup) == text


@given(st.text())
@settings(max_examples=50, deadline=None)
def test_any_words_are_prose(markup: str) -> None:
    assert "\0" not in prose(markup)


@given(st.binary(max_size=400))
@settings(max_examples=30, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for one in (content, RSS[:200].encode() + content, ATOM[:90].encode() + content):
        try:
            read(one)
        except SourceError as error:
            assert error.findings  # noqa: PT017


@pytest.mark.parametrize(
    ("entry", "whole"),
    [
        (Entry("a", content="<p>" + "Un mot. " * 100), True),
        (Entry("a", summary="<p>" + "Un mot. " * 100), True),
        (Entry("a", content="<p>" + "Un mot " * 100 + "[…]"), False),
        (Entry("a", content="<p>" + "Un mot " * 100 + "..."), False),
        (Entry("a", summary="Un mot."), False),
    ],
)
def test_whether_the_article_is_in_the_feed(entry: Entry, whole: object) -> None:
    assert is_whole(entry) is whole


def test_what_a_page_says_goes_before_what_the_feed_says() -> None:
    page = Document(text="a", title="Page", candidates=(DctCandidate(date="2025-10-17", signal=Signal.META),))
    both = joined(page, Entry("a", title="Feed", author="A. Plume", published="2025-10-18"))
    assert (both.title, both.author) == ("Page", "A. Plume")
    assert [sign.signal for sign in both.candidates] == [Signal.META, Signal.FEED]


def test_an_entry_without_words() -> None:
    with pytest.raises(SourceError, match="E102"):
        carried(Entry("a", content="<p> </p>"), "x")
