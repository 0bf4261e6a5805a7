"""Which files of a folder are articles."""

from __future__ import annotations

from pathlib import Path

from timeline.ingest.folder import articles
from timeline.ingest.readers import reader_for


def test_articles_in_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.MD",
        "deep/er/c.md",
        ".hidden.txt",
        ".git/d.txt",
        "image.png",
        "README",
        f"sources/{'a1' * 32}.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in articles(tmp_path) if isinstance(path, Path)] == [
        "a.MD",
        "b.txt",
        "deep/er/c.md",
    ]


def test_everything_unknown_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text("Text.", encoding="utf-8")
    assert reader_for(path)(path).text == "Text."
