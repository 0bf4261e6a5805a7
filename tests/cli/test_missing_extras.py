"""Without the libraries of an extra, every way that needs them says which extra it is; what needs none of them works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest import archives, documents

LIBRARIES = {
    "web": ("httpx", "httpcore", "protego", "trafilatura", "htmldate", "lxml", "feedparser", "warcio"),
    "files": ("pypdf", "docx"),
    "xlsx": ("openpyxl", "xlsxwriter"),
    "parquet": ("pyarrow",),
}
WITHOUT = """
import sys
for name in sys.argv.pop(1).split(","):
    sys.modules[name] = None
from timeline.cli.main import main
main()
"""
STORY = """timeline: 1
timezone: UTC
sources: {s: {title: A, url: "https://beacon.example/a", published: "2025-10-17"}}
events: {a: {title: A fair, claims: [{source: s, says: expected, quote: a fair, when: {edtf: "2025-12-05"}}]}}
"""
FEEDS = "- name: Gazette\n  url: https://gazette.example/rss\n"
RSS = '<rss version="2.0"><channel><title>G</title><item><title>A</title><description>Text</description></item></channel></rss>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("<html><body><h1>A</h1><p>Words</p></body></html>", encoding="utf-8")
    (tmp_path / "a.mhtml").write_bytes(documents.mhtml())
    (tmp_path / "a.pdf").write_bytes(documents.pdf_bytes())
    (tmp_path / "a.docx").write_bytes(documents.docx_bytes())
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"body_html": "<p>Words</p>", "published": "2025-10-17"}\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("A fair was held in Valmer on Friday.", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    (tmp_path / "feeds.yaml").write_text(FEEDS, encoding="utf-8")
    (tmp_path / "events.yaml").write_text(STORY, encoding="utf-8")
    archives.write(tmp_path / "a.warc.gz", 1)
    return tmp_path


def run(folder: Path, extra: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, ",".join(LIBRARIES[extra]), *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


WAYS = [
    ("web", "read a.html"),
    ("web", "read a.mhtml"),
    ("web", "read a.rss"),
    ("web", "read a.jsonl"),
    ("web", "read a.warc.gz"),
    ("web", "read https://beacon.example/a"),
    ("web", "ingest a.html -f new.yaml"),
    ("web", "ingest a.warc.gz -f new.yaml"),
    ("web", "watch feeds.yaml -f new.yaml"),
    ("web", "verify --fetch -f events.yaml"),
    ("files", "read a.pdf"),
    ("files", "read a.docx"),
    ("files", "ingest a.pdf --published 2025-10-17 -f new.yaml"),
    ("xlsx", "export xlsx -f events.yaml -o out.xlsx"),
    ("xlsx", "import a.xlsx -f new.yaml"),
    ("parquet", "export parquet -f events.yaml -o out.parquet"),
]


@pytest.mark.parametrize(("extra", "words"), WAYS, ids=[words for _, words in WAYS])
def test_the_extra_is_named(extra: str, words: str, folder: Path) -> None:
    result = run(folder, extra, *words.split())
    assert result.returncode != 0
    assert "E503" in result.stderr
    assert f"pip install 'timeline[{extra}]'" in result.stderr
    assert "Traceback" not in result.stderr
    assert not list(folder.glob("out.*")), "nothing half-written"


@pytest.mark.parametrize("extra", LIBRARIES)
@pytest.mark.parametrize("words", ["read a.txt", "list -f events.yaml", "export json -f events.yaml", "export --help"])
def test_what_needs_no_extra_works(extra: str, words: str, folder: Path) -> None:
    result = run(folder, extra, *words.split())
    assert result.returncode == 0, result.stderr
