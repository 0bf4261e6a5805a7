"""Plain text: every encoding it is met in, and every way in which a file is no article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import SourceError
from timeline.ingest.plain import LARGEST, read, read_bytes
from timeline.model.vocabulary import Signal

FRENCH = "L’été dernier, à Genève : « Nous y serons », a déclaré le ministre.\nDeuxième ligne.\n"
RUSSIAN = "Президент России и президент США провели телефонный разговор, сообщили в Кремле.\n"
POLISH = "Prezydent powiedział, że spotkanie odbędzie się w przyszłym tygodniu.\n"

READ = {
    "UTF-8": (FRENCH.encode(), FRENCH),
    "UTF-8 with a mark": (FRENCH.encode("utf-8-sig"), FRENCH),
    "UTF-16 little end first": (b"\xff\xfe" + FRENCH.encode("utf-16-le"), FRENCH),
    "UTF-16 big end first": (b"\xfe\xff" + FRENCH.encode("utf-16-be"), FRENCH),
    "UTF-32": (FRENCH.encode("utf-32"), FRENCH),
    "Windows-1252": (FRENCH.encode("cp1252"), FRENCH),
    "Latin-1": ("Il a été reçu à l'Élysée.".encode("latin-1"), "Il a été reçu à l'Élysée."),
    "Cyrillic in UTF-8": (RUSSIAN.encode(), RUSSIAN),
    "lines end in CR LF": (FRENCH.replace("\n", "\r\n").encode(), FRENCH),
    "lines end in CR": (FRENCH.replace("\n", "\r").encode(), FRENCH),
    "a form feed": (b"Page 1\fPage 2", "Page 1\fPage 2"),
}

REFUSED = {
    "nothing": (b"", "E102", "no text"),
    "white space": (b" \n\t\n", "E102", "no text"),
    "a mark and nothing": (b"\xef\xbb\xbf", "E102", "no text"),
    "front matter and nothing": (b"---\ntitle: A\n---\n\n", "E102", "front matter"),
    "Cyrillic in Windows-1251": (RUSSIAN.encode("cp1251"), "E103", "byte 1 (line 1)"),
    "UTF-8 cut in two": (FRENCH.encode()[:-1] + "à".encode()[:1], "E103", "most of the text is"),
    "odd UTF-16": (b"\xff\xfea\x00b", "E103", "begins as utf-16"),
    "PDF": (b"%PDF-1.7\n1 0 obj\n", "E104", "binary"),
    "Word": (b"PK\x03\x04\x14\x00\x06\x00", "E104", "binary"),
    "RTF": (b"{\\rtf1\\ansi hello}", "E104", "binary"),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00", "E104", "binary"),
    "NUL": (b"text\x00text", "E104", "binary"),
    "control characters": (bytes(range(1, 9)) * 20, "E104", "binary"),
}


@pytest.mark.parametrize(("content", "text"), READ.values(), ids=READ)
def test_read(content: bytes, text: str) -> None:
    assert read_bytes(content, "a.txt").text == text


@pytest.mark.parametrize(("content", "code", "told"), REFUSED.values(), ids=REFUSED)
def test_refused(content: bytes, code: str, told: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_bytes(content, "a.txt")
    (finding,) = raised.value.findings
    assert finding.code == code
    assert told in finding.render()
    assert finding.render().startswith("a.txt: error ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read(tmp_path / "gone.txt")
    assert raised.value.findings[0].code == "E101"
    assert "No such file" in raised.value.findings[0].render()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read(tmp_path)
    assert raised.value.findings[0].code == "E101"


def test_a_sharp_eye_for_neighbouring_encodings() -> None:
    """Polish in its own code page reads as Western European prose with odd letters: it cannot be told, and is read."""
    assert read_bytes(POLISH.encode("cp1250"), "a.txt").text.startswith("Prezydent powiedzia")


FRONT_MATTER = {
    "all": (
        "---\ntitle: Trump : l'appel\noutlet: LSI\nauthor: A. B.\nurl: https://example.org/a\npublished: 2025-10-17\nlanguage: fr\n---\nTexte.\n",
        {
            "title": "Trump : l'appel",
            "outlet": "LSI",
            "author": "A. B.",
            "url": "https://example.org/a",
            "language": "fr",
        },
        "2025-10-17",
        "Texte.\n",
    ),
    "other names": (
        "---\nheadline: A\nsite: B\nbyline: C\nlink: D\ndate: 2025-10-17T08:00:00+02:00\nlang: en\n---\nText",
        {"title": "A", "outlet": "B", "author": "C", "url": "D", "language": "en"},
        "2025-10-17T08:00:00+02:00",
        "Text",
    ),
    "quotes": ("---\ntitle: \"A: 'b'\"\noutlet: 'C'\n---\nText", {"title": "A: 'b'", "outlet": "C"}, None, "Text"),
    "unknown keys": ("---\ntags: [a, b]\nTitle: A\n\n# comment\n---\nText", {"title": "A"}, None, "Text"),
    "the first wins": ("---\ntitle: A\ntitle: B\n---\nText", {"title": "A"}, None, "Text"),
    "an empty value": ("---\ntitle: A\noutlet:\n---\nText", {"title": "A", "outlet": None}, None, "Text"),
    "a blank after the fence": ("---  \ntitle: A\n--- \nText", {"title": "A"}, None, "Text"),
}


@pytest.mark.parametrize(("content", "fields", "published", "text"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter(content: str, fields: dict[str, str | None], published: str | None, text: str) -> None:
    document = read_bytes(content.encode(), "a.md")
    assert {name: getattr(document, name) for name in fields} == fields
    assert [candidate.date for candidate in document.candidates] == ([published] if published else [])
    assert all(candidate.signal is Signal.FRONT_MATTER for candidate in document.candidates)
    assert document.text == text
    assert document.path == "a.md"


NO_FRONT_MATTER = {
    "none": "Title: not one\n\nText.",
    "a rule": "---\nA paragraph between two rules, with a colon: here.\n---\nMore.",
    "no end": "---\ntitle: A\nText without an end.",
    "too far": "---\n" + "title: A\n" * 80 + "---\nText",
    "not at the top": "Text\n---\ntitle: A\n---\n",
}


@pytest.mark.parametrize("content", NO_FRONT_MATTER.values(), ids=NO_FRONT_MATTER)
def test_what_is_no_front_matter_is_text(content: str) -> None:
    document = read_bytes(content.encode(), "a.md")
    assert document.text == content
    assert document.title is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.just("\n"), min_size=1))
def test_unicode_comes_back_as_it_was(text: str) -> None:
    content = f"x{text}"
    assert read_bytes(content.encode(), "a.txt").text == content


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_code(content: bytes) -> None:
    try:
        text = read_bytes(content, "a.txt").text
    except SourceError as error:
        codes = [finding.code for finding in error.findings]
    else:
        codes = []
        assert text.strip()
    assert codes in ([], ["E102"], ["E103"], ["E104"])


def test_a_file_that_no_article_fills_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as out:
        out.truncate(LARGEST + 1)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert [finding.code for finding in caught.value.findings] == ["E122"]
    with pytest.raises(SourceError, match="E122"):
        read_bytes(b"x" * (LARGEST + 1), "piped")
