"""Reads a document of Word (DOCX), after a look at what it would unpack to."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from timeline.ingest.files.opening import content_of, library, made
from timeline.ingest.refusal import refusal
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Signal

_LARGEST: Final = 100_000_000
_XML: Final = 30_000_000
"""Bytes of one part after unpacking: the text of a thousand-page book has three million."""
_PARTS: Final = 5000
_HEAD: Final = 4096


def read(path: Path) -> Document:
    """Raises `SourceError`: E101, E102 no text in it, E120 damaged, E121 encrypted, E122 too large, E123 unsafe XML."""
    return read_bytes(content_of(path), str(path))


def read_bytes(content: bytes, name: str) -> Document:
    docx = library("docx", "files", "DOCX")
    _refuse_traps(content, name)
    try:
        document = docx.Document(BytesIO(content))
        text = "\n\n".join(line for line in _lines(document) if line.strip())
        about = document.core_properties
    except (KeyError, ValueError, AttributeError, OSError, zipfile.BadZipFile, SyntaxError) as error:
        raise refusal("E120", f"it is no whole DOCX: {error}", name) from error
    if not text.strip():
        raise refusal("E102", "there is no text in it", name)
    created, changed = about.created, about.modified
    return Document(
        text=text,
        title=about.title or None,
        author=about.author or None,
        path=name,
        candidates=(DctCandidate(date=created.isoformat(), signal=Signal.META),) if created else (),
        modified=changed.isoformat() if changed else None,
        page=sha256(content).hexdigest(),
        findings=made(name) if created else (),
    )


def _refuse_traps(content: bytes, name: str) -> None:
    """Zip bombs and entities, before anything is unpacked for good.

    zipfile raises `NotImplementedError` for a compression or a version of the format that it does not know, `RuntimeError`
    for a part that is encrypted.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise refusal("E121", "it is encrypted, or of an old Word", name)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _PARTS or sum(part.file_size for part in parts) > _LARGEST:
                raise refusal("E122", f"unpacked it is larger than {_LARGEST // 1_000_000} MB", name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _refuse_trap(archive, part, name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise refusal("E120", f"it is no whole DOCX: {error}", name) from error


def _refuse_trap(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    if part.file_size > _XML:
        raise refusal("E122", f"its part {part.filename} is larger than {_XML // 1_000_000} MB unpacked", name)
    with archive.open(part) as stream:
        head = stream.read(_HEAD)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise refusal("E123", f"its part {part.filename} declares entities", name)


def _lines(document: Any) -> list[str]:
    """Paragraphs and the cells of tables, in the order of the document."""
    lines: list[str] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return lines
