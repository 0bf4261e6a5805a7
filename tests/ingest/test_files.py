"""Documents, mails, archives and lines of JSON: what is read of them, and what is refused with which code."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest import documents
from tests.ingest.documents import PAGE, WORDS
from timeline import registry
from timeline.errors import SourceError
from timeline.ingest.collections import lines
from timeline.ingest.collections.row import document_of
from timeline.ingest.folder import Outside, articles
from timeline.ingest.readers import reader_for
from timeline.ingest.sources import Item, collection_for
from timeline.model.document import Document


def read(folder: Path, name: str, content: bytes) -> Document:
    path = folder / name
    path.write_bytes(content)
    return reader_for(path)(path)


def read_many(folder: Path, name: str, content: bytes) -> list[Item]:
    path = folder / name
    path.write_bytes(content)
    collection = collection_for(path)
    assert collection is not None
    return list(collection(path))


def codes(item: Item) -> list[str]:
    return [finding.code for finding in item.error.findings] if item.error else []


@pytest.mark.parametrize(
    ("name", "content", "author", "day"),
    [
        ("a.docx", documents.docx_bytes(), "Ada Quill", None),
        ("a.pdf", documents.pdf_bytes(), "Ada Quill", "2025-10-16T18:00:00+02:00"),
        ("a.eml", documents.mail(), "Ada Quill", "2025-10-16T18:00:00+02:00"),
        ("a.eml", documents.mail(PAGE, "html"), "Ada Quill", "2025-10-16T18:00:00+02:00"),
        ("a.mhtml", documents.mhtml(), None, "2025-10-16T18:00+02:00"),
        ("a.HTML", PAGE.encode(), None, "2025-10-16T18:00+02:00"),
    ],
)
def test_documents(tmp_path: Path, name: str, content: bytes, author: str | None, day: str | None) -> None:
    document = read(tmp_path, name, content)
    assert WORDS in document.text
    assert (document.title, document.author) == ("Harbour reopens", author)
    assert day is None or document.candidates[0].date == day
    assert document.page is not None


def test_the_address_that_a_browser_saved_a_page_from(tmp_path: Path) -> None:
    assert read(tmp_path, "a.mht", documents.mhtml()).url == "https://beacon.example/harbour"


def test_when_a_file_was_made_is_an_estimate(tmp_path: Path) -> None:
    assert [finding.code for finding in read(tmp_path, "a.pdf", documents.pdf_bytes()).findings] == ["W119"]


TRAP = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("cut.pdf", documents.pdf_bytes()[:260], "E120"),
        ("none.pdf", b"no pdf at all", "E120"),
        ("locked.pdf", documents.locked_pdf(), "E121"),
        ("scan.pdf", documents.pdf_bytes(""), "E102"),
        ("cut.docx", documents.docx_bytes()[:3000], "E120"),
        ("locked.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 100, "E121"),
        ("bomb.docx", documents.zip_bytes({"word/document.xml": b"0" * 120_000_000}), "E122"),
        ("part.docx", documents.zip_bytes({"word/document.xml": b"0" * 40_000_000}), "E122"),
        ("entities.docx", documents.zip_bytes({"word/document.xml": TRAP}), "E123"),
        ("other.docx", documents.zip_bytes({"hello.txt": b"x"}), "E120"),
        ("none.eml", b"just words\n", "E104"),
        ("empty.eml", documents.mail(" "), "E102"),
        ("none.mhtml", b"Subject: x\n\nwords\n", "E115"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, name, content)
    assert [finding.code for finding in caught.value.findings] == [code]


@pytest.mark.parametrize("name", ["a.docx", "a.eml", "a.mhtml", "a.pdf"])
@given(content=st.binary(max_size=300))
@settings(deadline=None, max_examples=40)
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str, content: bytes) -> None:
    whole = {
        "a.docx": documents.docx_bytes(),
        "a.pdf": documents.pdf_bytes(),
        "a.eml": documents.mail(),
        "a.mhtml": documents.mhtml(),
    }
    for tried in (content, whole[name][: len(content) * 8] + content):
        try:
            read(tmp_path_factory.mktemp("x"), name, tried)
        except SourceError:
            continue


def test_a_line_without_an_end_is_one_that_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_LONGEST", 1000)
    content = f"{json.dumps({'text': 'x' * 5000})}\n{json.dumps({'text': WORDS})}\n"
    long, whole = read_many(tmp_path, "a.jsonl", content.encode())
    assert long.error is not None
    assert "E122" in str(long.error)
    assert whole.document is not None
    assert (whole.document.text, whole.name) == (WORDS, f"{tmp_path}/a.jsonl:2")


def test_lines_of_json(tmp_path: Path) -> None:
    row = {"text": WORDS, "title": "Harbour", "date": "2025-10-16", "authors": ["Ada", {"name": "Bo"}], "lang": "en"}
    found = read_many(tmp_path, "a.jsonl", f"{json.dumps(row)}\n\nnot json\n{{}}\n[]\n".encode())
    first, *others = found
    assert first.document is not None
    assert (first.document.text, first.document.author, first.name) == (WORDS, "Ada, Bo", f"{tmp_path}/a.jsonl:1")
    assert [(one.name[-2:], codes(one)) for one in others] == [(":3", ["E109"]), (":4", ["E109"]), (":5", ["E109"])]


HUMPED = {
    "uri": "https://beacon.example/n",
    "type": "text",
    "versionCreated": "2025-10-18T08:00:00+02:00",
    "firstCreated": "2025-10-16T18:00:00+02:00",
    "headlines": [{"value": "Harbour reopens"}],
    "bodies": [{"contentType": "application/xhtml+xml", "value": f"<p>{WORDS}</p>"}],
    "infoSources": [{"name": "Beacon"}],
    "by": "Ada Quill",
}
"""As version 3 writes the names."""


def test_an_article_with_the_names_of_ninjs_3() -> None:
    document = document_of(HUMPED, "a.json")
    assert document.text == WORDS
    assert (document.title, document.outlet, document.author) == ("Harbour reopens", "Beacon", "Ada Quill")
    assert [one.date for one in document.candidates] == ["2025-10-16T18:00+02:00"]
    assert document.modified == "2025-10-18T08:00+02:00"


NINJS_3 = {
    "uri": "https://beacon.example/n",
    "standard": {"name": "ninjs", "version": "3.1"},
    "headlines": [{"role": "short", "value": "No"}, {"role": "main", "value": "Harbour reopens"}],
    "bodies": [
        {"role": "main", "contenttype": "text/html", "value": f"<p>{WORDS}</p><p>Second.</p><script>x</script>"}
    ],
    "bylines": [{"byline": "Ada Quill"}],
    "infosources": [{"name": "The Valmer Beacon"}],
    "firstcreated": "2025-10-16T17:00:00+02:00",
    "versioncreated": "2025-10-17T17:00:00+02:00",
    "language": "en",
}


@pytest.mark.parametrize("row", [NINJS_3, {**NINJS_3, "bodies": None, "body_html": f"<p>{WORDS}</p>Second."}])
def test_ninjs(row: dict[str, object]) -> None:
    document = document_of(row, "n.json")
    assert document.text == f"{WORDS}\n\nSecond."
    assert document.title == "Harbour reopens"
    assert (document.author, document.outlet, document.url) == (
        "Ada Quill",
        "The Valmer Beacon",
        "https://beacon.example/n",
    )
    assert document.candidates[0].date == "2025-10-16T17:00+02:00"
    assert document.modified == "2025-10-17T17:00+02:00"


@pytest.mark.parametrize(("content", "count"), [([NINJS_3, NINJS_3], 2), ({"items": [NINJS_3]}, 1), (NINJS_3, 1)])
def test_files_of_json(tmp_path: Path, content: object, count: int) -> None:
    assert len([one for one in read_many(tmp_path, "a.json", json.dumps(content).encode()) if one.document]) == count


def test_an_archive(tmp_path: Path) -> None:
    found = read_many(tmp_path, "a.warc.gz", documents.warc(3))
    assert [one.name.partition("#")[2] for one in found] == [f"https://beacon.example/{number}" for number in range(3)]
    assert all(one.content is not None and one.content.charset == "utf-8" for one in found)


def test_an_archive_that_breaks_off(tmp_path: Path) -> None:
    whole = documents.warc(1)
    for size in (len(whole) // 12, len(whole) // 5):
        assert [codes(one) for one in read_many(tmp_path, "a.warc.gz", whole[:size])] == [["E120"]]


def test_an_archive_is_never_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(documents.warc(40, page=PAGE + "x" * 1_000_000))
    collection = collection_for(path)
    assert collection is not None
    tracemalloc.start()
    try:
        assert sum(1 for _ in collection(path)) == 40
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


def test_links_that_lead_out_of_a_folder_are_told(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out.html"
    inside.mkdir()
    outside.write_text(PAGE, encoding="utf-8")
    (inside / "a\nb.html").write_text(PAGE, encoding="utf-8")
    (inside / "link.html").symlink_to(outside)
    first, second = articles(inside)
    assert first == inside / "a\nb.html"
    assert isinstance(second, Outside)
    assert second.finding.code == "W125"


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that brings a reader and a collection, each named after the end of its files."""
    installed = tmp_path / "timeline_tapes-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: timeline-tapes\nVersion: 1.0\n", encoding="utf-8")
    entries = "[timeline.readers]\ntape = timeline_tapes:read\n[timeline.collections]\nbox = timeline_tapes:box\n"
    (installed / "entry_points.txt").write_text(entries, encoding="utf-8")
    (tmp_path / "timeline_tapes.py").write_text(
        "from timeline.ingest.sources import Item\nfrom timeline.model.document import Document\n"
        "def read(path):\n    return Document(text=path.read_text()[::-1], path=str(path))\n"
        "def box(path):\n    yield Item('one', Document(text='in the box'))\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.usefixtures("plug_in")
def test_readers_of_other_packages(tmp_path: Path) -> None:
    assert read(tmp_path, "a.tape", b"abc").text == "cba"
    (item,) = read_many(tmp_path, "a.box", b"")
    assert item.document is not None
    assert tmp_path / "a.tape" in list(articles(tmp_path))


def test_every_reader_of_ours_has_a_file_that_leads_to_it() -> None:
    ends = {"docx": ".docx", "eml": ".eml", "html": ".html", "mhtml": ".mhtml", "pdf": ".pdf", "text": ".txt"}
    assert set(ends) == set(registry.TABLES["readers"])
    for name, end in ends.items():
        assert reader_for(Path(f"x{end}")) is registry.find("readers", name)
