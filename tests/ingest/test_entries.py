"""Files of events: what is read of each format, and what becomes of files that are not what they seem."""

from __future__ import annotations

import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from icalendar import vRecur

from timeline import registry
from timeline.diagnostics import Diagnostic
from timeline.errors import SourceError, UsageError
from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.calendar import MOST_REPEATS
from timeline.ingest.entries.day_order import day_first, iso
from timeline.ingest.entries.repeating import never
from timeline.model.entry import Entry
from timeline.model.vocabulary import Occurrence

ASKED = Asked(until=date(2026, 3, 1), timezone="Europe/Paris")


def read(name: str, path: Path, asked: Asked = ASKED) -> tuple[list[Entry], list[Diagnostic]]:
    found = list(registry.find("importers", name)(path, asked))
    return [one for one in found if isinstance(one, Entry)], [one for one in found if isinstance(one, Diagnostic)]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def calendar(*events: str) -> str:
    blocks = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{blocks}END:VCALENDAR\r\n"


CALENDAR = [
    ("DTSTART;VALUE=DATE:20251205", "2025-12-05"),
    ("DTSTART;VALUE=DATE:20251205\r\nDTEND;VALUE=DATE:20251208", "2025-12-05/2025-12-07"),
    ("DTSTART:20251205T180000Z", "2025-12-05T19:00+01:00"),
    ("DTSTART;TZID=America/New_York:20251205T180000", "2025-12-05T18:00-05:00"),
    ("DTSTART:20251205T180000\r\nDURATION:PT90M", "2025-12-05T18:00/2025-12-05T19:30"),
]


@pytest.mark.parametrize(("times", "when"), CALENDAR)
def test_dates_of_a_calendar(times: str, when: str, tmp_path: Path) -> None:
    entries, findings = read("ics", written(tmp_path, "a.ics", calendar(f"UID:1\r\nSUMMARY:A fair\r\n{times}")))
    assert [entry.when for entry in entries] == [when]
    assert findings == []


def test_what_else_a_calendar_says(tmp_path: Path) -> None:
    event = (
        "UID:1\r\nSUMMARY:A fair\r\nDTSTART;VALUE=DATE:20251205\r\nSTATUS:CANCELLED\r\nLOCATION:Town hall\r\n"
        "ORGANIZER;CN=The Mayor:mailto:m@x.example\r\nCATEGORIES:trade,food\r\nLAST-MODIFIED:20251120T080000Z"
    )
    (entry,), _ = read("ics", written(tmp_path, "a.ics", calendar(event)))
    assert entry.says is Occurrence.CANCELLED
    assert (entry.key, entry.place, entry.published) == ("1", "Town hall", "2025-11-20")
    assert entry.actors == ("The Mayor:host",)
    assert entry.tags == ("trade", "food")


def test_what_repeats_ends_at_the_horizon(tmp_path: Path) -> None:
    event = (
        "UID:1\r\nSUMMARY:Council\r\nDTSTART;VALUE=DATE:20251103\r\nRRULE:FREQ=MONTHLY\r\nEXDATE;VALUE=DATE:20251203"
    )
    entries, findings = read("ics", written(tmp_path, "a.ics", calendar(event)))
    assert [entry.when for entry in entries] == ["2025-11-03", "2026-01-03", "2026-02-03"]
    assert len({entry.key for entry in entries}) == 3
    assert [finding.code for finding in findings] == ["W128"]


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=SECONDLY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY"])
def test_repetitions_are_bounded(rule: str, tmp_path: Path) -> None:
    event = f"UID:1\r\nSUMMARY:For ever\r\nDTSTART:17001205T000000Z\r\nRRULE:{rule}"
    entries, findings = read("ics", written(tmp_path, "a.ics", calendar(event)))
    assert 1 <= len(entries) <= MOST_REPEATS
    assert [finding.code for finding in findings] == ["W128"]


@pytest.mark.parametrize(
    ("rule", "nothing"),
    [
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", True),
        ("FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=-31,31", True),
        ("FREQ=DAILY;BYSETPOS=3", True),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29,30", False),
        ("FREQ=MONTHLY;BYMONTHDAY=-31", False),
        ("FREQ=DAILY;BYHOUR=8,12;BYSETPOS=2", False),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=3", False),
    ],
)
def test_a_rule_that_no_day_fulfils_is_not_counted_out(rule: str, nothing: bool) -> None:
    assert never(vRecur.from_ical(rule)) is nothing


def test_one_broken_entry_costs_itself(tmp_path: Path) -> None:
    good = "UID:{}\r\nSUMMARY:Good\r\nDTSTART;VALUE=DATE:20251205"
    bad = (
        "UID:1\r\nSUMMARY:Bad\r\nDTSTART:2025banana",
        "UID:2\r\nDTSTART;VALUE=DATE:20251205",
        "UID:3\r\nSUMMARY:Undated",
    )
    path = written(tmp_path, "a.ics", calendar(good.format(8), *bad, good.format(9)).rpartition("END:VEVENT")[0])
    entries, findings = read("ics", path)
    assert [entry.key for entry in entries] == ["8"], "the last one breaks off"
    assert [finding.code for finding in findings] == ["E126"] * 4
    assert [finding.where.line for finding in findings if finding.where] == [9, 14, 18, 22]


TABLES = [
    ("a.csv", "Title,Date\nA fair,2025-12-05\nB,2025-12-06\n", ","),
    ("a.csv", "Titre;Date\nUne foire, une vraie;05.12.2025\nB;06.12.2025\n", ";"),
    ("a.csv", "Title\tDate\nA fair\t2025-12-05\nB\t2025-12-06\n", "tab"),
    ("a.csv", "Titel|Datum\nEin Markt|2025-12-05\nB|2025-12-06\n", "|"),
]


@pytest.mark.parametrize(("name", "content", "sign"), TABLES, ids=[sign for _, _, sign in TABLES])
def test_the_delimiter_is_found_out(name: str, content: str, sign: str, tmp_path: Path) -> None:
    entries, findings = read("csv", written(tmp_path, name, content))
    assert [entry.when for entry in entries] == ["2025-12-05", "2025-12-06"]
    assert findings == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_out(encoding: str, tmp_path: Path) -> None:
    path = written(
        tmp_path, "a.csv", "Titre;Date\nFoire de Noël à Mâcon;2025-12-05\nDéfilé;2025-12-06\n".encode(encoding)
    )
    assert read("csv", path)[0][0].title == "Foire de Noël à Mâcon"


def test_an_encoding_that_lies_costs_its_rows(tmp_path: Path) -> None:
    """The first million bytes are UTF-8, then somebody pasted Latin-1."""
    rows = "".join(f"Fête de la ville numéro {number};2025-12-05\n" for number in range(40_000))
    path = written(
        tmp_path, "a.csv", f"Titre;Date\n{rows}".encode() + "Défilé;2025-12-06\nMesse;2025-12-25\n".encode("cp1252")
    )
    entries, findings = read("csv", path)
    assert len(entries) == 40_001
    assert entries[-1].title == "Messe"
    assert [(finding.code, finding.where.line) for finding in findings if finding.where] == [("E126", 40_002)]


ORDERS = [
    (["17/10/2025", "03/04/2025"], None, True),
    (["10/17/2025", "03/04/2025"], None, False),
    (["03/04/2025"], None, None),
    (["03.04.2025"], None, True),
    (["03/04/2025"], "en-US", False),
    (["03/04/2025"], "fr", True),
]


@pytest.mark.parametrize(("cells", "language", "first"), ORDERS)
def test_the_column_tells_day_from_month(cells: list[str], language: str | None, first: bool | None) -> None:
    assert day_first(cells, language) is first


def test_a_date_that_may_be_two_is_refused() -> None:
    assert iso("from 03/04/2025 on", True) == "from 2025-04-03 on"
    assert iso("03/04/2025", False) == "2025-03-04"
    assert iso("04/04/2025", None) == "2025-04-04"
    with pytest.raises(ValueError, match="day or with the month"):
        iso("03/04/2025", None)


def test_columns_may_be_typed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Alpha,Beta,Date\nA fair,2025-12-05,x\nB,2025-12-06,y\n")
    with pytest.raises(SourceError, match="E127"):
        read("csv", path)
    typed = Asked(ASKED.until, ASKED.timezone, {"Alpha": "title", "Beta": "when", "Date": "-"})
    assert [entry.when for entry in read("csv", path, typed)[0]] == ["2025-12-05", "2025-12-06"]
    for wrong in ({"Gamma": "title"}, {"Alpha": "colour"}):
        with pytest.raises(UsageError, match="there are"):
            read("csv", path, Asked(ASKED.until, ASKED.timezone, wrong))


def test_a_table_without_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="--delimiter"):
        read("csv", written(tmp_path, "a.csv", "Title~Date\nA fair~2025-12-05\nB~2025-12-06\n"))


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet("Events")
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return path


def test_a_workbook_has_dates_of_its_own(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", [["Titel", "Datum", "Ort"], ["Markt", date(2025, 12, 5), "Bonn"], ["B", "2025-12", 7.0]]
    )
    entries, _ = read("xlsx", path)
    assert [(entry.when, entry.place) for entry in entries] == [("2025-12-05", "Bonn"), ("2025-12", "7")]


def repacked(path: Path, part: str, content: bytes) -> Path:
    """The workbook with one part of it replaced."""
    with zipfile.ZipFile(path) as packed:
        parts = {info.filename: packed.read(info) for info in packed.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, kept in {**parts, part: content}.items():
            packed.writestr(name, kept)
    return path


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Title"], ["A"]])
    repacked(path, "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * (40 << 20))
    tracemalloc.start()
    with pytest.raises(SourceError, match="E122"):
        read("xlsx", path)
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>'
    with pytest.raises(SourceError, match="E123"):
        read("xlsx", repacked(workbook(tmp_path / "b.xlsx", [["Title"], ["A"]]), "xl/sharedStrings.xml", entities))


LIES = [
    ("ics", b"<html><body>Not found</body></html>", "E129"),
    ("ics", b"", "E102"),
    ("csv", b"PK\x03\x04rest of a workbook", "E104"),
    ("csv", b"a,b\0c\n", "E104"),
    ("xlsx", b"Title,Date\n", "E129"),
    ("xlsx", b"\xd0\xcf\x11\xe0old", "E121"),
    ("xlsx", b"PK\x03\x04broken", "E129"),
    ("json", b"{", "E129"),
    ("json", b"[" * 100_000, "E129"),
    ("json", b'{"events": 3}', "E129"),
    ("timelinejs", b"[]", "E129"),
    ("markwhen", b"nothing is dated here\n", "E129"),
    ("jsonld", b"<html>no events</html>", "E129"),
    ("jsonld", b'{"@type": "Person", "name": "A"}', "E129"),
]


@pytest.mark.parametrize(("name", "content", "code"), LIES)
def test_a_file_that_is_something_else(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(name, written(tmp_path, "a.x", content))
    assert [finding.code for finding in caught.value.findings] == [code]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in registry.names("importers"):
        with pytest.raises(SourceError, match="E101"):
            read(name, tmp_path / "none")


def test_a_long_table_is_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w") as sink:
        sink.write("Title,Date\n")
        sink.writelines(f"A fair number {number},2025-12-05\n" for number in range(30_000))
    tracemalloc.start()
    assert sum(1 for _ in registry.find("importers", "csv")(path, ASKED)) == 30_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 << 20, f"{peak >> 20} MB for a file of {path.stat().st_size >> 20} MB"


def test_a_line_without_an_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="E122"):
        read("csv", written(tmp_path, "a.csv", b"Title,Date\n" + b"a" * (6 << 20)))


def test_a_page_has_events_in_its_scripts(tmp_path: Path) -> None:
    page = """<html><head><script type="application/ld+json">
    {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "MusicEvent", "name": "Night of choirs",
     "startDate": "2025-12-05T19:00:00+01:00", "endDate": "2025-12-05T22:00:00+01:00", "eventStatus": "https://schema.org/EventPostponed",
     "location": {"@type": "Place", "address": {"addressLocality": "Lyon"}}, "performer": [{"name": "Choir A"}, "Choir B"]}]}
    </script></head></html>"""
    (entry,), _ = read("jsonld", written(tmp_path, "a.html", page))
    assert entry.when == "2025-12-05T19:00+01:00/2025-12-05T22:00+01:00"
    assert (entry.says, entry.place) == (Occurrence.POSTPONED, "Lyon")
    assert entry.actors == ("Choir A:participant", "Choir B:participant")


MARKWHEN = """---
title: Works
---
section Building
2025-12-05: The fair opens #trade
Bring a coat.
2025-12 / 2026-01: Skating !rink
Dec 24 2025: Carols
2026/now: The ring road
2 weeks: Paving
after !rink 3 days: Thaw
// 2027: not an event
"""


def test_markwhen_as_people_write_it(tmp_path: Path) -> None:
    entries, findings = read("markwhen", written(tmp_path, "a.mw", MARKWHEN))
    assert [(entry.when, entry.title) for entry in entries] == [
        ("2025-12-05", "The fair opens"),
        ("2025-12/2026-01", "Skating"),
        ("Dec 24 2025", "Carols"),
        ("2026/..", "The ring road"),
    ]
    assert entries[0].tags == ("trade",)
    assert [finding.where.line for finding in findings if finding.where] == [10, 11]


def test_slides_as_people_write_them(tmp_path: Path) -> None:
    slides = """{"events": [
     {"start_date": {"year": "2025", "month": "12", "day": ""}, "text": {"headline": "<b>Fair &amp; food</b>"}, "group": "Trade"},
     {"start_date": {"year": -44, "month": 3, "day": 15}, "text": {"headline": "The Ides"}},
     {"start_date": {"year": 2025}}]}"""
    entries, findings = read("timelinejs", written(tmp_path, "a.json", slides))
    assert [(entry.when, entry.title) for entry in entries] == [("2025-12", "Fair & food"), ("-0043-03-15", "The Ides")]
    assert entries[0].tags == ("Trade",)
    assert [finding.code for finding in findings] == ["E126"]
