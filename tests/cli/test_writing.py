"""add, claim and its short forms, accept, reject, edit, actor, init: what they write and say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Timeline

LINE = (
    "add", "Trump reçoit Zelensky", "--when", "vendredi", "--published", "2025-10-16",
    "--actor", "Donald Trump:host", "--actor", "Volodymyr Zelensky:visitor", "--place", "Washington",
    "--kind", "visit", "--status", "expected", "--source", "https://example.org/a",
    "--quote", "doit recevoir vendredi", "-f", "new.yaml",
)  # fmt: skip


def shown(timeline: Timeline, event: str, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(timeline("show", event, "-O", "json", *options).stdout)
    return found


def test_add_in_one_line(timeline: Timeline, folder: Path) -> None:
    result = timeline(*LINE, "-O", "json")
    assert result.exit_code == 0
    event = json.loads(result.stdout)
    assert event == shown(timeline, "trump-recoit-zelensky", "-f", "new.yaml")
    assert (event["when"], event["occurrence"], event["judgement"]) == ("2025-10-17", "expected", "accepted")
    assert [actor["role"] for actor in event["actors"]] == ["host", "visitor"]
    text = (folder / "new.yaml").read_text(encoding="utf-8")
    assert "url: https://example.org/a" in text
    assert 'when: {text: "vendredi", edtf: "2025-10-17", anchor: published, rule: fr-weekday-bare' in text
    assert "'vendredi' was read as Fri 17 Oct 2025" in result.stderr


def test_add_needs_only_a_title(timeline: Timeline) -> None:
    result = timeline("add", "Press conference", "--today", "2025-10-17")
    assert result.exit_code == 0
    assert "made data/events.yaml" in result.stderr
    event = shown(timeline, "press-conference")
    assert (event["when"], event["occurrence"], event["kind"]) == (None, "expected", "other")
    assert event["claims"][0]["source"] == "desk"


def test_without_published_words_are_read_against_today(timeline: Timeline, folder: Path) -> None:
    timeline("add", "Press conference", "--when", "demain", "--today", "2025-10-17", "-f", "a.yaml")
    assert shown(timeline, "press-conference", "-f", "a.yaml")["when"] == "2025-10-18"
    text = (folder / "a.yaml").read_text(encoding="utf-8")
    assert "anchor: typed" in text
    assert '"on": "2025-10-17"' in text or 'on: "2025-10-17"' in text


def test_what_has_passed_has_occurred(timeline: Timeline) -> None:
    timeline("add", "Old vote", "--when", "2025-10-01", "--today", "2025-10-17")
    assert shown(timeline, "old-vote")["occurrence"] == "occurred"


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2025-10-17", "2025-10-17"),
        ("2025-10-17T18:30", "2025-10-17T18:30"),
        ("2025-10-17T18:30+02:00", "2025-10-17T18:30+02:00"),
        ("2025-10-20/2025-10-22", "2025-10-20/2025-10-22"),
        ("[2025-10-20..2025-10-26]", "[2025-10-20..2025-10-26]"),
        ("2025-10", "2025-10"),
        ("la semaine prochaine", "[2025-10-20..2025-10-26]"),
        ("next week", "[2025-10-20..2025-10-26]"),
        ("17 octobre 2025", "2025-10-17"),
    ],
)
def test_dates_that_add_understands(timeline: Timeline, words: str, edtf: str) -> None:
    result = timeline("add", "An event", "--when", words, "--published", "2025-10-17")
    assert result.exit_code == 0
    assert shown(timeline, "event")["when"] == edtf


@pytest.mark.parametrize(
    ("words", "zone", "edtf"),
    [
        ("lundi à 18h30", "America/New_York", "2025-10-20T18:30-04:00"),
        ("2025-10-20T09:00/2025-10-20T11:00", "Asia/Tokyo", "2025-10-20T09:00+09:00/2025-10-20T11:00+09:00"),
        ("2025-10-20T18:30Z", "Asia/Tokyo", "2025-10-20T18:30Z"),
        ("2025-10-20", "Asia/Tokyo", "2025-10-20"),
        ("lundi à 18h30", "Europe/Paris", "2025-10-20T18:30"),
    ],
)
def test_a_time_of_day_in_another_zone(timeline: Timeline, words: str, zone: str, edtf: str) -> None:
    """The ledger's own zone goes without saying."""
    timeline("init", "--tz", "Europe/Paris")
    assert timeline("add", "An event", "--when", words, "--tz", zone, "--today", "2025-10-17").exit_code == 0
    assert shown(timeline, "event")["when"] == edtf


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("blah", "'blah' is not understood"),
        ("three hours", "PT3H"),
        ("2025-13-45", "2025-13-45"),
        ("9 am XT", "'XT' is not understood"),
    ],
)
def test_a_date_that_is_none_shows_what_was_understood(timeline: Timeline, folder: Path, words: str, told: str) -> None:
    result = timeline("add", "An event", "--when", words)
    assert result.exit_code == 2
    assert "E301" in result.stderr
    assert told in result.stderr
    assert not list(folder.iterdir()), "nothing is written"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--actor", "Donald Trump:guest"], "known: participant, host, visitor"),
        (["--actor", ":host"], "NAME:ROLE"),
        (["--kind", "visite"], "did you mean visit"),
        (["--status", "maybe"], "expected"),
    ],
)
def test_words_of_a_closed_list(timeline: Timeline, options: list[str], told: str) -> None:
    result = timeline("add", "An event", *options)
    assert result.exit_code == 2
    assert told in result.stderr


def test_the_form_asks_and_asks_again(timeline: Timeline) -> None:
    answers = [
        "A vote",
        "blah",
        "2025-10-20",
        "sometime",
        "",
        "maybe",
        "expected",
        "vote",
        "Paris",
        "Senate:agnt",
        "Senate:agent, Minister:patient",
        "",
        "",
        "the speaker",
        "budget, senate",
        "",
        "",
    ]
    result = timeline("add", "-i", "--today", "2025-10-17", typed="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    event = shown(timeline, "vote")
    assert (event["title"], event["when"], event["place"]) == ("A vote", "2025-10-20", "Paris")
    assert [actor["role"] for actor in event["actors"]] == ["agent", "patient"]
    assert "not understood" in result.stderr
    assert "no status is called 'maybe'" in result.stderr
    assert "'sometime' is not understood as a date" in result.stderr
    assert "no role is called 'agnt'" in result.stderr
    assert event["claims"][0]["said_by"] == "the speaker"
    assert json.loads(timeline("list", "--tag", "senate", "-O", "json").stdout)[0]["id"] == "vote"


def test_no_title(timeline: Timeline) -> None:
    assert timeline("add").exit_code == 2


CLAIMS = {
    "claim": (["claim", "visit", "--place", "Mar-a-Lago", "--on", "2025-10-18"], "expected", "2025-10-17"),
    "confirm": (["confirm", "visit", "--on", "2025-10-18"], "confirmed", "2025-10-17"),
    "confirm with a date": (
        ["confirm", "visit", "--when", "2025-10-18", "--on", "2025-10-18"],
        "confirmed",
        "2025-10-18",
    ),
    "postpone": (["postpone", "visit", "--on", "2025-10-18"], "postponed", "2025-10-17"),
    "postpone to": (["postpone", "visit", "--to", "lundi", "--published", "2025-10-18"], "expected", "2025-10-20"),
    "bring forward": (["postpone", "visit", "--to", "2025-10-16", "--on", "2025-10-15"], "expected", "2025-10-17"),
    "cancel": (["cancel", "visit", "--source", "AFP", "--published", "2025-10-18"], "cancelled", "2025-10-17"),
    "deny": (["deny", "visit", "--said-by", "Kremlin", "--on", "2025-10-18"], "did_not_occur", "2025-10-17"),
}


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(("words", "status", "when"), CLAIMS.values(), ids=CLAIMS)
def test_claims(timeline: Timeline, words: list[str], status: str, when: str) -> None:
    result = timeline(*words)
    assert result.exit_code == 0, result.stderr
    event = shown(timeline, "visit")
    assert (event["occurrence"], event["when"]) == (status, when)
    assert len(event["claims"]) == 2, "the older claim stays"


@pytest.mark.usefixtures("story")
def test_a_known_source_is_used(timeline: Timeline) -> None:
    before = json.loads(timeline("source", "list", "-O", "json").stdout)
    timeline("cancel", "visit", "--source", "afp-2025-10-22")
    timeline("deny", "visit", "--source", "AFP", "--published", "2025-10-22")
    assert len(json.loads(timeline("source", "list", "-O", "json").stdout)) == len(before)


@pytest.mark.usefixtures("story")
def test_a_claim_must_say_something(timeline: Timeline) -> None:
    result = timeline("claim", "visit")
    assert result.exit_code == 2
    assert "says nothing" in result.stderr


def test_accept_and_reject(timeline: Timeline, story: Path) -> None:
    assert shown(timeline, "talks")["judgement"] == "suggested"
    result = timeline("accept", "talks", "--why", "checked")
    assert result.exit_code == 0
    assert "accepted 1 claim" in result.stderr
    assert shown(timeline, "talks")["judgement"] == "accepted"
    assert "why: checked" in story.read_text(encoding="utf-8")
    timeline("reject", "c000003")
    assert "talks" not in timeline("list").stdout
    assert "rejected" in timeline("show", "talks").stdout


def test_judging_again_changes_nothing(timeline: Timeline, story: Path) -> None:
    timeline("accept", "talks")
    before = story.read_bytes()
    result = timeline("accept", "talks")
    assert result.exit_code == 0
    assert "nothing to judge: no claim there is suggested" in result.stderr
    (claim,) = shown(timeline, "talks")["claims"]
    assert "nothing to judge: accepted already" in timeline("accept", claim["id"]).stderr
    assert story.read_bytes() == before


def test_edit(timeline: Timeline, story: Path) -> None:
    timeline("edit", "summit", "--title", "Le sommet", "--tag", "a", "--tag", "b", "--notes", "to be checked")
    assert shown(timeline, "summit")["title"] == "Le sommet"
    timeline("edit", "summit", "--tag", "", "--notes", "")
    assert "tags: [a, b]" not in story.read_text(encoding="utf-8")
    assert timeline("edit", "summit").exit_code == 2


WRITERS = {
    "add": ["add", "A vote", "--when", "2025-10-20"],
    "claim": ["claim", "visit", "--status", "cancelled"],
    "accept": ["accept", "talks"],
    "edit": ["edit", "visit", "--title", "Other"],
    "actor add": ["actor", "add", "Viktor Orban"],
    "actor alias": ["actor", "alias", "trump", "DJT"],
    "init": ["init", "elsewhere"],
}


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_a_dry_run_writes_nothing(timeline: Timeline, story: Path, words: list[str]) -> None:
    before = story.read_bytes()
    result = timeline(*words, "--dry-run")
    assert result.exit_code == 0
    assert "nothing was written" in result.stderr
    assert story.read_bytes() == before
    assert words[0] == "init" or "\n+" in result.stdout
    assert [path.name for path in story.parent.iterdir()] == [story.name]


def test_actors(timeline: Timeline, story: Path) -> None:
    timeline("actor", "add", "Viktor Orban", "--kind", "person", "--alias", "Orbán")
    timeline("actor", "alias", "trump", "DJT")
    listed = {actor["id"]: actor for actor in json.loads(timeline("actor", "list", "-O", "json").stdout)}
    assert listed["viktor-orban"]["aliases"] == ["Orbán"]
    assert listed["donald-trump"]["event_count"] == 2
    assert json.loads(timeline("actor", "show", "DJT", "-O", "json").stdout)["id"] == "donald-trump"
    again = timeline("actor", "add", "Donald Trump")
    assert again.exit_code == 2
    assert "donald-trump" in again.stderr
    unknown = timeline("actor", "show", "Zelenski Volodimir Petrovitch")
    assert unknown.exit_code == 2


def test_sources(timeline: Timeline, story: Path) -> None:
    assert "Trump et Poutine" in timeline("source", "list").stdout
    shown = timeline("source", "show", "lsi").stdout
    assert "c000002" in shown
    assert "doit recevoir vendredi" in shown
    assert timeline("source", "show", "reuters").exit_code == 2


def test_init(timeline: Timeline, folder: Path) -> None:
    assert timeline("init", "desk", "--tz", "Europe/Paris").exit_code == 0
    ledger = folder / "desk" / "data" / "events.yaml"
    assert "timezone: Europe/Paris" in ledger.read_text(encoding="utf-8")
    again = timeline("init", "desk")
    assert again.exit_code == 2
    assert "left as it is" in again.stderr
    assert timeline("init", "desk", "--dry-run").exit_code == 2
    assert "would make" in timeline("init", "another", "--dry-run").stderr
    assert not (folder / "another").exists()
    assert timeline("init", "other", "--tz", "Mars/Olympus").exit_code == 2


def test_claims_within_one_second_keep_their_order(timeline: Timeline) -> None:
    timeline("add", "Press conference", "--when", "2025-10-20", "--today", "2025-10-17")
    for day in ("2025-10-21", "2025-10-22", "2025-10-23"):
        assert timeline("claim", "press-conference", "--when", day, "--today", "2025-10-17").exit_code == 0
        assert shown(timeline, "press-conference")["when"] == day
