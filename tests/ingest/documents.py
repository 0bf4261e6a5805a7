"""Small documents of each kind, made when a test needs them."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage

import docx
import pypdf

WORDS = "The harbour of Valmer will reopen on Friday, the transport minister said on Thursday after a long delay."
PAGE = f"""<!doctype html><html><head><title>Harbour reopens</title>
<meta property="article:published_time" content="2025-10-16T18:00:00+02:00"></head>
<body><article><h1>Harbour reopens</h1><p>{WORDS}</p><p>{WORDS.replace("Friday", "Monday")}</p></article></body></html>"""


def docx_bytes() -> bytes:
    document = docx.Document()
    document.add_paragraph(WORDS)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    document.core_properties.title, document.core_properties.author = "Harbour reopens", "Ada Quill"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zip_bytes(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf_bytes(words: str = WORDS) -> bytes:
    """One page, written by hand: the library reads PDF and does not set type."""
    stream = f"BT /F1 10 Tf 50 700 Td ({words}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (Harbour reopens) /Author (Ada Quill) /CreationDate (D:20251016180000+02'00') >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    start = out.index("xref\n0")
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF"
    return out.encode("latin-1")


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf_bytes())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def mail(body: str = WORDS, subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Quill <ada@beacon.example>"
    message["Subject"] = "Harbour reopens"
    message["Date"] = "Thu, 16 Oct 2025 18:00:00 +0200"
    message.set_content(body, subtype=subtype)
    return message.as_bytes()


def mhtml() -> bytes:
    page = EmailMessage()
    page["Snapshot-Content-Location"] = "https://beacon.example/harbour"
    page.make_related()
    page.add_related(PAGE, subtype="html", headers=["Content-Location: https://beacon.example/harbour"])
    return page.as_bytes()


def warc(pages: int, *, page: str = PAGE) -> bytes:
    """Each page beside one that is not there and a picture; written by hand, each record compressed alone."""
    out = []
    for number in range(pages):
        body = page.replace("Friday", f"day {number}").encode()
        for status, kind in (
            ("200 OK", "text/html; charset=utf-8"),
            ("404 Not Found", "text/html"),
            ("200 OK", "image/png"),
        ):
            answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://beacon.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            out.append(gzip.compress(head.encode() + answer + b"\r\n\r\n", 1))
    return b"".join(out)
