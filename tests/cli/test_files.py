"""export, open, check, graph, when: what is written into files, and what is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("name", "begins"),
    [("html", "<!doctype html>"), ("ics", "begin:vcalendar"), ("csv", "id,title"), ("json", "{\n"), ("jsonl", '{"id"')],
)
def test_export(timeline: Timeline, folder: Path, name: str, begins: str) -> None:
    result = timeline("export", name, "-o", f"out/story.{name}", "--today", "2025-10-17")
    assert result.exit_code == 0
    assert result.stdout == ""
    written = 4 if name == "ics" else 5  # a calendar has no place for the event without a date
    assert f"wrote {written} events to out/story.{name}" in result.stderr
    content = (folder / "out" / f"story.{name}").read_text(encoding="utf-8")
    assert content.lower().lstrip().startswith(begins)


@pytest.mark.usefixtures("story")
def test_export_says_what_it_left_out(timeline: Timeline) -> None:
    assert "1 event without a date: not in the calendar: Sommet de Budapest" in timeline("export", "ics").stderr


@pytest.mark.usefixtures("story")
def test_export_takes_the_filters_of_list(timeline: Timeline) -> None:
    exported = json.loads(timeline("export", "json", "--kind", "summit", "--place", "budapest").stdout)
    assert [event["id"] for event in exported["events"]] == ["summit"]


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(("language", "code"), [("fr", 0), ("fr-CA", 0), ("de", 2)])
def test_the_language_of_a_page(timeline: Timeline, language: str, code: int) -> None:
    result = timeline("export", "ics", "--lang", language)
    assert result.exit_code == code
    assert ("pages speak en, fr" in result.stderr) == bool(code)


@pytest.mark.usefixtures("story")
def test_an_unknown_format(timeline: Timeline) -> None:
    result = timeline("export", "docx")
    assert result.exit_code == 2
    assert "html" in result.stderr


@pytest.mark.usefixtures("story")
def test_open_says_where_the_page_is(timeline: Timeline, folder: Path) -> None:
    result = timeline("open", "--no-browser", "--title", "Budapest")
    path = folder / ".timeline" / "events.html"
    assert (folder / result.stdout.strip()).resolve() == path.resolve()
    assert "<title>Budapest" in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("story")
def test_open_opens_a_browser(timeline: Timeline, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    result = timeline("open")
    assert opened == [(folder / ".timeline" / "events.html").resolve().as_uri()]
    assert "no browser was found" in result.stderr


def test_check_finds_nothing_wrong(timeline: Timeline, story: Path) -> None:
    text = story.read_text(encoding="utf-8")
    story.write_text(
        text.split("\nactors:")[0].replace('  afp-2025-10-22: {outlet: AFP, published: "2025-10-22"}\n', "")
    )
    result = timeline("check", "--today", "2025-10-17")
    assert result.exit_code == 0, result.stdout
    assert "nothing to report" in result.stdout


BROKEN = {
    "unknown key": ("    kind: visit\n", "    knd: visit\n", "E202", "kind"),
    "reference to nothing": ("host: donald-trump", "host: donald-tromp", "E204", "donald-tromp"),
    "duplicate id": ("id: c000003", "id: c000002", "E203", "c000002"),
    "window without quotes": ('edtf: "[2025-10-20..2025-10-26]"', "edtf: [2025-10-20..2025-10-26]", "E207", "quotes"),
    "status": ("says: occurred", "says: happened", "E206", "occurred"),
}


@pytest.mark.parametrize(("old", "new", "code", "told"), BROKEN.values(), ids=BROKEN)
def test_check_locates_what_is_wrong(timeline: Timeline, story: Path, old: str, new: str, code: str, told: str) -> None:
    text = story.read_text(encoding="utf-8")
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    story.write_text(text.replace(old, new), encoding="utf-8")
    result = timeline("check", "-O", "json")
    assert result.exit_code == 1
    finding = next(found for found in json.loads(result.stdout) if found["code"] == code)
    assert finding["line"] == line
    assert told in finding["message"] + finding["next"]
    refused = timeline("list")
    assert refused.exit_code == (4 if finding["severity"] == "error" else 0)
    if refused.exit_code:
        assert f"events.yaml:{line}" in refused.stderr


ODD = """\
timeline: 1
sources:
  wire: {title: A wire}
actors:
  ann: {name: Ann}
  idle: {name: Idle}
events:
  talks:   # typed by hand, so that the claims have no ids
    title: Talks
    kind: quidditch
    claims:
      - {source: wire, says: occurred, on: 2031-01-01, actors: [ann]}
      - source: wire
        relations: {before: vote}
  vote:
    title: Vote
    claims:
      - source: desk
        on: 2025-10-16
        relations: {before: talks}
  empty: {title: Nothing}
"""
ODD_PLACES = {
    "W402": [("source", 3)],
    "I405": [("actor", 6)],
    "W407": [("event", 8)],
    "W412": [("claim", 12)],
    "E406": [("claim", 18)],
    "W401": [("event", 21)],
}


def test_check_locates_what_is_odd_about_the_story(timeline: Timeline, folder: Path) -> None:
    (folder / "odd.yaml").write_text(ODD, encoding="utf-8")
    result = timeline("check", "-f", "odd.yaml", "--today", "2025-10-17", "-O", "json")
    found: dict[str, list[tuple[str, int]]] = {}
    for finding in json.loads(result.stdout):
        assert finding["file"] == "odd.yaml"
        assert finding["id"]
        found.setdefault(finding["code"], []).append((finding["kind"], finding["line"]))
    assert {code: found.get(code) for code in ODD_PLACES} == ODD_PLACES
    table = timeline("check", "-f", "odd.yaml", "--today", "2025-10-17", "--only", "W401").stdout
    assert "odd.yaml:21:3" in table
    assert "event empty" in table


def test_check_of_a_file_that_is_not_there(timeline: Timeline) -> None:
    result = timeline("check")
    assert result.exit_code == 4
    assert "E211" in result.stderr


@pytest.mark.usefixtures("story")
def test_check_only_one_code(timeline: Timeline) -> None:
    assert timeline("check", "--only", "E202").exit_code == 0
    assert timeline("check", "--only", "X999").exit_code == 2


@pytest.mark.usefixtures("story")
def test_graph(timeline: Timeline, folder: Path) -> None:
    table = timeline("graph", "--actor", "zelensky").stdout
    assert "visitor  Trump reçoit Zelensky" in table
    assert "before" in table
    nodes = {node["id"] for node in json.loads(timeline("graph", "--format", "json").stdout)["nodes"]}
    assert {"actor:donald-trump", "event:visit"} <= nodes
    assert (
        timeline("graph", "--actor", "Trump", "--depth", "1", "--format", "graphml", "-o", "t.graphml").exit_code == 0
    )
    assert "<graphml" in (folder / "t.graphml").read_text(encoding="utf-8")
    unknown = timeline("graph", "--actor", "Donald Tromp")
    assert unknown.exit_code == 2
    assert "donald-trump" in unknown.stderr


def test_when(timeline: Timeline) -> None:
    result = timeline("when", "la semaine prochaine", "--published", "2025-10-17", "--explain")
    assert "some day 20–26 Oct 2025" in result.stdout
    assert "resolve" in result.stdout
    (timex,) = json.loads(timeline("when", "la semaine prochaine", "--published", "2025-10-17", "-O", "json").stdout)[
        "timexes"
    ]
    assert (timex["edtf"], timex["earliest"], timex["latest"]) == (
        "[2025-10-20..2025-10-26]",
        "2025-10-20",
        "2025-10-26",
    )
    assert (timex["value"], timex["anchor"]) == ("2025-W43", "published")


def test_when_reads_a_sentence(timeline: Timeline) -> None:
    sentence = "Trump doit recevoir vendredi Zelensky, après leur rencontre de la semaine dernière"
    read = json.loads(timeline("when", sentence, "--published", "2025-10-15", "--lang", "fr", "-O", "json").stdout)
    assert [(timex["text"], timex["edtf"]) for timex in read["timexes"]] == [
        ("vendredi", "2025-10-17"),
        ("la semaine dernière", "[2025-10-06..2025-10-12]"),
    ]
    assert all(sentence[timex["start"] : timex["end"]] == timex["text"] for timex in read["timexes"])


@pytest.mark.parametrize(("words", "code"), [(["blah"], "E301"), (["lundi", "--lang", "xx"], "E602")])
def test_when_there_is_no_date(timeline: Timeline, words: list[str], code: str) -> None:
    result = timeline("when", *words)
    assert result.exit_code == 2
    assert code in result.stderr


def test_the_ledger_that_is_meant(
    timeline: Timeline, folder: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert timeline("list", "-O", "json").exit_code == 0, "events.yaml in the current folder"
    elsewhere = folder / "elsewhere.yaml"
    story.rename(elsewhere)
    assert timeline("list").exit_code == 4
    monkeypatch.setenv("TIMELINE_FILE", str(elsewhere))
    assert timeline("list").exit_code == 0
    assert timeline("list", "-f", "nothing.yaml").exit_code == 4, "--file goes before the environment"
    assert timeline("-f", "nothing.yaml", "list").exit_code == 4
