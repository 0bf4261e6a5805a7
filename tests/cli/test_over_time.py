"""log, diff, digest, overdue, outcome, saved, attribution: what they answer, what they write, how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline
from tests.cli.ferry import FERRY


@pytest.fixture(autouse=True)
def ferry(folder: Path) -> Path:
    path = folder / "events.yaml"
    path.write_text(FERRY, encoding="utf-8")
    return path


def topics(output: str) -> list[tuple[str, str | None]]:
    return [(row["topic"], row["event"]) for row in json.loads(output)["news"]]


def test_log(timeline: Timeline) -> None:
    rows = json.loads(timeline("log", "ferry", "-O", "json").stdout)
    told = [(row["topic"], row["before"], row["after"], row["said"]["claim"]) for row in rows]
    assert told == [
        ("date", None, "[2031-03-10..2031-03-16]", "f1"),
        ("status", None, "expected", "f1"),
        ("place", None, "Port Valmy", "f1"),
        ("date", "[2031-03-10..2031-03-16]", "2031-03-12", "f2"),
        ("status", "expected", "confirmed", "f2"),
        ("participants", None, "Ada Berg, Bo Castell", "f2"),
        ("date", "2031-03-12", "2031-03-19", "f3"),
        ("status", "confirmed", "postponed", "f3"),
        ("status", "postponed", "cancelled", "f4"),
    ]
    assert rows[-1]["said"]["speakers"] == ["an official", "Bo Castell"]
    assert (rows[-1]["said"]["outlet"], rows[-1]["said"]["quote"]) == ("Coast Courier", "there will be *no* conference")


def test_log_as_a_table(timeline: Timeline) -> None:
    shown = timeline("log", "ferry", "--field", "date").stdout
    assert "some day 10–16 Mar 2031 → Wed 12 Mar 2031" in shown
    assert "Ada Berg, Coast Courier" in shown
    assert "cancelled" not in shown
    assert "“put off to the 19th”" in shown


@pytest.mark.parametrize(
    ("options", "claims"),
    [
        (["--since", "2031-03-10"], {"f3", "f4", "q1"}),
        (["--until", "2031-03-04"], {"f1"}),
        (["--since", "2031-03-05", "--until", "2031-03-05"], {"f2", "p2"}),
        (["--as-of", "2031-03-05", "--field", "status"], {"f1", "f2", "p2"}),
        (["--known-at", "2031-03-04"], {"f1"}),
        (["--on-record"], {"f1", "f3", "f4"}),
    ],
)
def test_log_of_all(timeline: Timeline, options: list[str], claims: set[str]) -> None:
    rows = json.loads(timeline("log", "-O", "json", *options).stdout)
    assert {row["said"]["claim"] for row in rows} == claims


def test_diff(timeline: Timeline) -> None:
    result = timeline("diff", "2031-03-05", "2031-03-18", "--exit-code", "-O", "json")
    assert result.exit_code == 1
    told = [(row["topic"], row["event"], row["before"], row["after"]) for row in json.loads(result.stdout)]
    assert told == [
        ("new", "quay-opening", None, "2031-04-01~"),
        ("date", "ferry-conference", "2031-03-12", "2031-03-19"),
        ("status", "ferry-conference", "confirmed", "cancelled"),
    ]
    same = timeline("diff", "2031-03-05", "2031-03-09", "--exit-code")
    assert (same.exit_code, same.stdout) == (0, "no difference\n")
    assert "Wed 12 Mar 2031 → Wed 19 Mar 2031" in timeline("diff", "2031-03-05").stdout


def test_diff_by_recording(timeline: Timeline, ferry: Path) -> None:
    """An old article that was read late is news by recording and none by publication."""
    late = ferry.read_text(encoding="utf-8").replace('recorded: "2031-03-10T10:00', 'recorded: "2031-03-25T10:00')
    ferry.write_text(late, encoding="utf-8")
    assert "19 Mar" not in timeline("diff", "2031-03-12", "2031-03-30").stdout
    assert "19 Mar" in timeline("diff", "2031-03-19", "2031-03-30", "--known").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["diff", "2031-03-18", "2031-03-05"],
        ["diff", "2031-03-05", "--as-of", "2031-03-10"],
        ["diff", "2031-03-05", "--known", "--known-at", "2031-03-10"],
        ["diff", "2031-W10"],
        ["diff", "soon"],
        ["digest", "--mark-seen", "--as-of", "2031-03-10"],
        ["digest", "--since", "soon"],
        ["digest", "--watch", "nothing"],
        ["overdue", "--grace", "a while"],
        ["overdue", "--snooze", "pilots", "later"],
        ["overdue", "--snooze", "nothing", "3d"],
        ["saved", "add", "all"],
        ["saved", "remove", "nothing"],
        ["outcome", "pilots", "maybe"],
        ["log", "nothing"],
        ["log", "quay", "--as-of", "2031-03-04"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_asked(timeline: Timeline, folder: Path, words: list[str]) -> None:
    result = timeline(*words)
    assert result.exit_code == 2
    assert "error E" in result.stderr
    assert "next: " in result.stderr
    assert not (folder / "events.watches.yaml").exists()


def test_digest_since_a_day(timeline: Timeline) -> None:
    told = json.loads(timeline("digest", "--since", "2031-03-10", "--today", "2031-03-20", "-O", "json").stdout)
    assert list(told) == ["since", "by", "today", "timezone", "as_of", "watch", "news", "notes"]
    assert (told["since"], told["by"], told["today"]) == ("2031-03-10", "publication", "2031-03-20")
    assert [(row["topic"], row["event"]) for row in told["news"]] == [
        ("new", "quay-opening"),
        ("date", "ferry-conference"),
        ("status", "ferry-conference"),
        ("source", None),
        ("source", None),
    ]
    status = told["news"][2]
    assert (status["before"], status["after"], status["said"]["claim"]) == ("confirmed", "cancelled", "f4")


def test_a_day_begins_with_its_first_hour(timeline: Timeline) -> None:
    """--since a day counts that day; the day before is where it compares from."""
    on_the_day = timeline("digest", "--since", "2031-03-18", "--today", "2031-03-18", "-O", "json").stdout
    assert ("status", "ferry-conference") in topics(on_the_day)
    assert topics(timeline("digest", "--since", "2031-03-19", "--today", "2031-03-19", "-O", "json").stdout) == []


def test_newly_overdue_is_told_once(timeline: Timeline) -> None:
    asked = ["digest", "-O", "json", "--as-of", "2031-03-09"]
    assert ("overdue", "pilots-talks") in topics(
        timeline(*asked, "--since", "2031-03-07", "--today", "2031-03-09").stdout
    )
    assert ("overdue", "pilots-talks") not in topics(
        timeline(*asked, "--since", "2031-03-09", "--today", "2031-03-09").stdout
    )


def test_newly_contradicted(timeline: Timeline) -> None:
    timeline(
        "claim",
        "ferry",
        "--status",
        "confirmed",
        "--source",
        "Harbour Radio",
        "--on",
        "2031-03-18",
        "--quote",
        "all is set",
    )
    told = json.loads(timeline("digest", "--since", "2031-03-18", "--today", "2031-03-18", "-O", "json").stdout)
    (row,) = [row for row in told["news"] if row["topic"] == "contradicted"]
    assert {row["said"]["quote"], row["against"]["quote"]} == {"all is set", "there will be *no* conference"}


def test_digest_as_a_letter(timeline: Timeline, folder: Path) -> None:
    timeline("digest", "--since", "2031-03-10", "--today", "2031-03-20", "-O", "md", "-o", "letter.md")
    assert (folder / "letter.md").read_text(encoding="utf-8") == (
        "# New since Mon 10 Mar 2031\n"
        "\n## New events\n"
        "\n- **Opening of the quay**: expected, about Tue 1 Apr 2031\n"
        "  > “about the first of April” — Coast Courier, Tue 18 Mar 2031 (q1)\n"
        "\n## Dates moved\n"
        "\n- **Ferry conference**: Wed 12 Mar 2031 → Wed 19 Mar 2031\n"
        "  > “put off to the 19th” — Bo Castell, Harbour Radio, Mon 10 Mar 2031 (f3)\n"
        "\n## Status changed\n"
        "\n- **Ferry conference**: confirmed → cancelled\n"
        "  > “there will be \\*no\\* conference” — an official and Bo Castell, Coast Courier, Tue 18 Mar 2031 (f4)\n"
        "\n## New sources\n"
        "\n- **Conference put off** (Harbour Radio, Mon 10 Mar 2031)\n"
        "  > “put off to the 19th” — Bo Castell, Harbour Radio, Mon 10 Mar 2031 (f3)\n"
        "\n- **The conference is dead** (Coast Courier, Tue 18 Mar 2031)\n"
        "  > “about the first of April” — Coast Courier, Tue 18 Mar 2031 (q1)\n"
    )
    nothing = timeline("digest", "--since", "2031-03-19", "--today", "2031-03-19", "-O", "md").stdout
    assert nothing.endswith("\nNothing new.\n")


def test_since_the_last_look(timeline: Timeline, ferry: Path) -> None:
    first = timeline("digest", "-O", "json")
    assert {event for topic, event in topics(first.stdout) if topic == "new"} == {
        "ferry-conference", "pilots-talks", "quay-opening",
    }  # fmt: skip
    assert "nothing was marked as seen" in json.loads(first.stdout)["notes"][0]
    assert timeline("digest", "--mark-seen", "--dry-run").exit_code == 0
    assert topics(timeline("digest", "-O", "json").stdout), "a dry run marks nothing"
    assert "marked as seen" in timeline("digest", "--mark-seen").stderr
    assert timeline("digest", "--exit-code").exit_code == 0
    assert timeline("digest").stdout == "nothing new\n"
    timeline(
        "claim",
        "quay",
        "--when",
        "2031-04-08",
        "--source",
        "Island Gazette",
        "--on",
        "2031-03-02",
        "--quote",
        "in April",
    )
    text = ferry.read_text(encoding="utf-8")
    ferry.write_text(
        text.replace(
            "  quay-opening:", "  by-hand: {title: By hand, claims: [{source: desk, says: possible}]}\n  quay-opening:"
        )
    )
    told = timeline("digest", "-O", "json", "--exit-code")
    assert told.exit_code == 1
    assert topics(told.stdout) == [
        ("new", "by-hand"),
        ("contradicted", "quay-opening"),
        ("source", None),
    ], "an old article read late, a claim without a stamp"


def test_a_judgement_is_news(timeline: Timeline, ferry: Path) -> None:
    suggested = ferry.read_text(encoding="utf-8").replace("says: cancelled,", "says: cancelled, judgement: suggested,")
    ferry.write_text(suggested, encoding="utf-8")
    timeline("digest", "--mark-seen")
    timeline("accept", "f4")
    assert topics(timeline("digest", "-O", "json").stdout) == [("status", "ferry-conference")]
    timeline("reject", "q1")
    assert topics(timeline("digest", "-O", "json").stdout) == [
        ("status", "ferry-conference"),
        ("withdrawn", "quay-opening"),
    ]


def test_marks_that_cannot_be_read(timeline: Timeline, folder: Path) -> None:
    timeline("digest", "--mark-seen")
    marks = folder / ".timeline" / "events.marks.json"
    marks.write_text("{", encoding="utf-8")
    result = timeline("digest", "-O", "json")
    assert result.exit_code == 0
    assert "W215" in result.stderr
    assert topics(result.stdout)


def test_a_watch_has_a_last_look_of_its_own(timeline: Timeline, folder: Path) -> None:
    timeline("saved", "add", "valmy", "--place", "valmy", "--kind", "meeting")
    timeline("saved", "add", "pilots", "--said-by", "harbour official")
    timeline("digest", "--mark-seen")
    told = timeline("digest", "--watch", "pilots", "-O", "json").stdout
    assert {event for topic, event in topics(told) if topic != "source"} == {"pilots-talks"}
    assert [row["after"] for row in json.loads(told)["news"] if row["topic"] == "source"] == ["gazette-05", "radio-05"]
    timeline("digest", "--watch", "pilots", "--mark-seen")
    assert timeline("digest", "--watch", "pilots").stdout == "nothing new\n"
    assert timeline("digest", "--watch", "valmy").stdout != "nothing new\n"
    listed = json.loads(timeline("saved", "list", "-O", "json").stdout)
    assert [(one["name"], one["filter"], one["seen"] is None) for one in listed] == [
        ("valmy", {"place": ["valmy"], "kind": ["meeting"]}, True),
        ("pilots", {"said_by": ["harbour official"]}, False),
    ]
    timeline("saved", "remove", "pilots")
    assert "pilots" not in (folder / "events.watches.yaml").read_text(encoding="utf-8")
    timeline("saved", "add", "pilots", "--tag", "ferries")
    assert timeline("digest", "--watch", "pilots").stdout != "nothing new\n", (
        "a watch that was forgotten has seen nothing"
    )


def test_an_event_that_leaves_a_watch_is_told_of(timeline: Timeline) -> None:
    timeline("saved", "add", "planned", "--status", "confirmed")
    told = timeline(
        "digest", "--watch", "planned", "--since", "2031-03-10", "--today", "2031-03-12", "-O", "json"
    ).stdout
    assert ("status", "ferry-conference") in topics(told)


def test_overdue(timeline: Timeline) -> None:
    result = timeline("overdue", "--today", "2031-03-10", "--as-of", "2031-03-10", "-O", "json")
    assert result.exit_code == 1
    (row,) = json.loads(result.stdout)
    assert (row["event"], row["due"], row["days"], row["mentioned"]) == ("pilots-talks", "2031-03-07", 3, "2031-03-05")
    assert len(row["origins"]) == 1, "the second outlet copies the first"
    assert row["unnamed"]
    table = timeline("overdue", "--today", "2031-03-10").stdout
    assert "3 days ago" in table
    assert "1 independent source" in table
    assert timeline("overdue", "--today", "2031-03-10", "--grace", "3d").exit_code == 0
    assert timeline("overdue", "--today", "2031-03-10", "--grace", "2d").exit_code == 1
    assert timeline("overdue", "--today", "2031-03-07").exit_code == 0
    assert timeline("overdue", "--today", "2031-03-10", "--kind", "meeting").exit_code == 0


def test_a_new_date_that_has_passed_is_overdue(timeline: Timeline) -> None:
    asked = ["overdue", "--as-of", "2031-03-10", "--today", "2031-03-20", "-O", "json"]
    assert [row["event"] for row in json.loads(timeline(*asked).stdout)] == ["pilots-talks", "ferry-conference"]


def test_margins_are_granted(timeline: Timeline) -> None:
    shown = [timeline("overdue", "--today", day).stdout for day in ("2031-04-02", "2031-05-01")]
    assert ["quay-opening" in one for one in shown] == [False, True]


def test_snooze(timeline: Timeline) -> None:
    assert timeline("overdue", "--today", "2031-03-10", "--snooze", "pilots", "3d", "--dry-run").exit_code == 1
    put_off = timeline("overdue", "--today", "2031-03-10", "--snooze", "pilots", "3d")
    assert put_off.exit_code == 0
    assert "is put off: Talks with the pilots" in put_off.stdout
    assert timeline("overdue", "--today", "2031-03-12").exit_code == 0
    assert timeline("overdue", "--today", "2031-03-13").exit_code == 1


@pytest.mark.parametrize(
    ("outcome", "status"), [("happened", "occurred"), ("did-not-happen", "did_not_occur"), ("unclear", "unknown")]
)
def test_outcome_closes(timeline: Timeline, outcome: str, status: str) -> None:
    said = ["--source", "Island Gazette", "--quote", "it is over", "--on", "2031-03-08"]
    told = timeline("outcome", "pilots", outcome, *said, "-O", "json")
    assert json.loads(told.stdout)["occurrence"] == status
    assert timeline("overdue", "--today", "2031-03-10").exit_code == 0
    assert timeline("overdue", "--today", "2031-03-10", "--as-of", "2031-03-07").exit_code == 1, "nobody knew then"
    rows = json.loads(timeline("log", "pilots", "--field", "status", "-O", "json").stdout)
    assert (rows[-1]["after"], rows[-1]["said"]["quote"]) == (status, "it is over")


def test_attribution(timeline: Timeline) -> None:
    shown = timeline("show", "ferry", "--attribution").stdout
    assert "an official (unnamed) and Bo Castell → Northern Wire → Coast Courier" in shown
    assert "Ada Berg → Coast Courier" in shown
    chains = json.loads(timeline("show", "pilots", "--attribution", "-O", "json").stdout)
    copied = next(one for one in chains if one["claim"] == "p2")
    assert (copied["outlets"], copied["on_record"]) == (["Harbour Radio", "Island Gazette"], False)
    assert copied["speakers"] == [{"name": "the pilots", "named": False}]


def test_via_is_typed_and_kept(timeline: Timeline, ferry: Path) -> None:
    timeline(
        "claim",
        "quay",
        "--status",
        "confirmed",
        "--source",
        "Island Gazette",
        "--on",
        "2031-03-20",
        "--said-by",
        "Ada Berg",
        "--via",
        "Northern Wire",
        "--via",
        "Harbour Radio",
    )
    assert "via: [Northern Wire, Harbour Radio]" in ferry.read_text(encoding="utf-8")
    assert (
        "Ada Berg → Northern Wire → Harbour Radio → Island Gazette" in timeline("show", "quay", "--attribution").stdout
    )


def test_on_record(timeline: Timeline) -> None:
    events = [event["id"] for event in json.loads(timeline("list", "--on-record", "-O", "json").stdout)]
    assert events == ["ferry-conference"]
    (event,) = json.loads(timeline("list", "--on-record", "--as-of", "2031-03-05", "-O", "json").stdout)
    assert event["when"] == "[2031-03-10..2031-03-16]", "the outlet's own word does not count"
    assert "nobody with a name" in timeline("show", "pilots", "--on-record").stderr


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("Ada Berg", ["ferry-conference"]),
        ("castell", ["ferry-conference"]),
        ("harbour official", ["pilots-talks"]),
        ("the pilots", ["pilots-talks"]),
    ],
)
def test_said_by(timeline: Timeline, name: str, events: list[str]) -> None:
    assert [event["id"] for event in json.loads(timeline("list", "--said-by", name, "-O", "json").stdout)] == events


def test_a_speaker_nobody_cites_is_said(timeline: Timeline) -> None:
    assert "no speaker here is called 'Zoe'" in timeline("list", "--said-by", "Zoe").stdout


def test_unnamed_sources_alone_are_marked(timeline: Timeline) -> None:
    lines = timeline("list").stdout.splitlines()
    assert [("unnamed" in line) for line in lines[1:]] == [True, False, False]
    assert "unnamed" in timeline("show", "pilots").stdout


def test_sources_as_of(timeline: Timeline) -> None:
    def named(*options: str) -> list[str]:
        return [one["id"] for one in json.loads(timeline("source", "list", "-O", "json", *options).stdout)]

    assert named("--as-of", "2031-03-05") == ["courier-03", "radio-05", "gazette-05"]
    assert named("--known-at", "2031-03-03") == ["courier-03"]
    assert timeline("source", "show", "courier-18", "--as-of", "2031-03-05").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["log", "ferry"],
        ["digest", "--since", "2031-03-01"],
        ["overdue", "--today", "2031-03-10"],
        ["diff", "2031-03-05"],
        ["show", "ferry", "--attribution"],
        ["saved", "list"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_every_form(timeline: Timeline, words: list[str], form: str) -> None:
    timeline("saved", "add", "valmy", "--place", "valmy")
    result = timeline(*words, "-O", form)
    assert result.exit_code in {0, 1}
    assert result.stdout.strip()
    if form == "json":
        json.loads(result.stdout)
