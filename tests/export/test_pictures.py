"""What may stand in a page as a picture."""

from __future__ import annotations

import pytest

from timeline.export.page.pictures import LARGEST, embedded


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff\xe0", "jpeg"), (b"GIF89a", "gif"), (b"RIFF\x04\0\0\0WEBP", "webp")],
)
def test_pictures_are_known_by_their_first_bytes(start: bytes, kind: str) -> None:
    assert embedded(start + b"rest").startswith(f"data:image/{kind};base64,")


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"%PDF-1.7", b"RIFF....WAVE"])
def test_nothing_else_is(content: bytes) -> None:
    with pytest.raises(ValueError, match="no PNG"):
        embedded(content)


def test_a_large_one_is_refused() -> None:
    with pytest.raises(ValueError, match="make it smaller"):
        embedded(b"\xff\xd8\xff" + bytes(LARGEST))
