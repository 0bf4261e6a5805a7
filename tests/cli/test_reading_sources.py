"""read and ingest: saved pages, addresses on a real server, archives, what is kept and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Timeline
from tests.ingest import documents
from tests.ingest.documents import PAGE, WORDS
from tests.loopback import LoopbackServer, running
from timeline.text import parsers

KEYS = [
    "source", "published", "signal", "candidates", "modified", "language", "title", "author", "outlet", "url", "text",
    "diagnostics",
]  # fmt: skip
STUB = PAGE.replace(f"<p>{WORDS.replace('Friday', 'Monday')}</p>", "<p>Subscribe to continue reading</p>")


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "MODELS", {})


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: the tests print enough."""


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder that is served, and its address."""
    folder = tmp_path_factory.mktemp("site")
    with running(LoopbackServer(partial(_Silent, directory=str(folder)))) as server:
        yield folder, server.url


def rows(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_line_a_document_in_order_whatever_happens(timeline: Timeline, folder: Path, jobs: str) -> None:
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    (folder / "a.txt").write_text("---\npublished: 2025-10-16\n---\nA text that stands here.\n", encoding="utf-8")
    (folder / "stub.html").write_text(STUB, encoding="utf-8")
    (folder / "x.warc.gz").write_bytes(documents.warc(3))
    result = timeline("read", "b.html", "gone.pdf", "a.txt", "stub.html", "x.warc.gz", "-O", "jsonl", "-j", jobs)
    assert result.exit_code == 1
    page, gone, text, stub, *archive = rows(result.stdout)
    assert list(page) == list(gone) == KEYS
    assert (page["source"], page["published"], page["signal"]) == ("b.html", "2025-10-16T18:00:00+02:00", "meta")
    assert {"date": "2025-10-16T18:00+02:00", "signal": "meta"} in page["candidates"]
    assert (page["title"], page["language"], page["diagnostics"]) == ("Harbour reopens", "en", [])
    assert gone == {
        **dict.fromkeys(KEYS),
        "source": "gone.pdf",
        "candidates": [],
        "diagnostics": [
            {"code": "E101", "severity": "error", "message": "No such file or directory", "where": "gone.pdf"}
        ],
    }
    assert text["published"] == "2025-10-16"
    assert [one["code"] for one in stub["diagnostics"]] == ["E116"]
    assert stub["published"] is not None
    assert [one["source"] for one in archive] == [f"x.warc.gz#https://beacon.example/{number}" for number in range(3)]


def test_a_table_for_people(timeline: Timeline, folder: Path) -> None:
    (folder / "new\nline.html").write_text(PAGE, encoding="utf-8")
    result = timeline("read", "*.html")
    assert result.exit_code == 0
    assert "new\\nline.html" in result.stdout
    assert "Thu 16 Oct 2025" in result.stdout
    assert timeline("read", "*.pdf").exit_code == 2


def test_a_page_by_its_address(timeline: Timeline, folder: Path, site: tuple[Path, str]) -> None:
    served, url = site
    (served / "a.html").write_text(PAGE, encoding="utf-8")
    refused = timeline("read", f"{url}/a.html", "-O", "jsonl")
    assert [one["code"] for one in rows(refused.stdout)[0]["diagnostics"]] == ["E111"]
    (page,) = rows(timeline("read", f"{url}/a.html", "--allow-private", "-O", "jsonl").stdout)
    assert (page["url"], page["published"]) == (f"{url}/a.html", "2025-10-16T18:00:00+02:00")
    done = timeline("ingest", f"{url}/a.html", "--allow-private", "--keep-page", "-f", "story.yaml")
    assert done.exit_code == 0, done.stderr
    ledger = (folder / "story.yaml").read_text(encoding="utf-8")
    assert f"url: {url}/a.html" in ledger
    assert "signal: meta" in ledger
    (kept,) = (folder / "pages").iterdir()
    assert kept.read_bytes() == PAGE.encode()
    assert kept.name == f"{sha256(PAGE.encode()).hexdigest()}.html"
    assert f"page: {kept.name}" in ledger


def test_a_kept_page_is_looked_at_again(timeline: Timeline, folder: Path) -> None:
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    timeline("ingest", "a.html", "--keep-page", "-f", "story.yaml")
    (kept,) = (folder / "pages").iterdir()
    assert "W144" not in timeline("verify", "-f", "story.yaml").stderr
    timeline("ingest", "a.html", "--replace", "-f", "story.yaml")
    assert f"page: {kept.name}" in (folder / "story.yaml").read_text(encoding="utf-8"), "read again, it stays"
    kept.write_bytes(PAGE.encode() + b"<!-- touched -->")
    assert "it is not what was kept" in timeline("verify", "-f", "story.yaml").stderr
    kept.unlink()
    assert "W144" in timeline("verify", "-f", "story.yaml").stderr


def test_an_archive_keeps_its_pages_itself(timeline: Timeline) -> None:
    result = timeline("ingest", "a.warc.gz", "--keep-page", "-f", "story.yaml")
    assert result.exit_code == 2
    assert "an archive keeps its pages itself" in result.stderr


@pytest.mark.parametrize("command", ["tag", "extract"])
def test_what_keeps_nothing_asks_inside_only_when_told(
    timeline: Timeline, site: tuple[Path, str], command: str
) -> None:
    served, url = site
    (served / "a.html").write_text(PAGE, encoding="utf-8")
    refused = timeline(command, f"{url}/a.html")
    assert "E111" in refused.stderr
    assert "--allow-private" in refused.stderr
    done = timeline(command, f"{url}/a.html", "--allow-private", "-O", "json")
    assert (done.exit_code, json.loads(done.stdout)[0]["id"]) == (0, f"{url}/a.html")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("www.beacon.example", "https://www.beacon.example"),
        ("beacon.example/2025/a", "https://beacon.example/2025/a"),
        ("HTTPS:/beacon.example/a", "https://beacon.example/a"),
    ],
)
def test_an_address_without_its_scheme_is_told_in_full(timeline: Timeline, typed: str, meant: str) -> None:
    result = timeline("read", typed)
    assert result.exit_code == 1
    assert "E101" in result.stderr
    assert f"{meant}\n" in result.stderr


def test_a_file_may_be_called_as_a_page_is(timeline: Timeline, folder: Path) -> None:
    (folder / "beacon.example").mkdir()
    (folder / "beacon.example" / "a.html").write_text(PAGE, encoding="utf-8")
    (page,) = rows(timeline("read", "beacon.example/a.html", "-O", "jsonl").stdout)
    assert page["title"] == "Harbour reopens"


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Beacon</title>
<item><title>Harbour</title><link>{url}/a.html</link><guid>1</guid><description>Short.</description>
<pubDate>Thu, 16 Oct 2025 18:30:00 +0200</pubDate></item>
<item><title>Gone</title><link>{url}/gone.html</link><guid>2</guid><description>All that is left.</description>
<pubDate>Fri, 17 Oct 2025 18:30:00 +0200</pubDate></item></channel></rss>"""


def test_the_entries_of_a_feed_are_followed_to_their_pages(timeline: Timeline, site: tuple[Path, str]) -> None:
    served, url = site
    (served / "a.html").write_text(PAGE, encoding="utf-8")
    (served / "feed.xml").write_text(FEED.format(url=url), encoding="utf-8")
    whole, short = rows(timeline("read", f"{url}/feed.xml", "--allow-private", "-O", "jsonl").stdout)
    assert WORDS in whole["text"]
    assert {"feed", "meta"} <= {one["signal"] for one in whole["candidates"]}
    assert (short["text"], short["published"]) == ("All that is left.", "2025-10-17T18:30:00+02:00")


@pytest.mark.parametrize(("page", "code"), [(STUB, "E116"), ("<html><body><nav>Menu</nav></body></html>", "E115")])
def test_what_is_no_article_is_not_ingested(timeline: Timeline, folder: Path, page: str, code: str) -> None:
    (folder / "a.html").write_text(page, encoding="utf-8")
    result = timeline("ingest", "a.html", "--published", "2025-10-16", "--keep-page", "-f", "story.yaml")
    assert result.exit_code == 3
    assert code in result.stderr
    assert not (folder / "story.yaml").exists()
    assert not (folder / "pages").exists()


def test_doubts_about_the_date_are_told(timeline: Timeline, folder: Path) -> None:
    address = '<link rel="canonical" href="https://beacon.example/2025/10/12/harbour"></head>'
    (folder / "a.html").write_text(PAGE.replace("</head>", address), encoding="utf-8")
    result = timeline("ingest", "a.html", "-f", "story.yaml")
    assert "W117: 2025-10-16 by meta was taken, not 2025-10-12 by url" in result.stderr


def test_a_page_that_is_piped_in(timeline: Timeline) -> None:
    (page,) = rows(timeline("read", "-", "-O", "jsonl", typed=PAGE).stdout)
    assert (page["source"], page["title"]) == ("standard input", "Harbour reopens")
