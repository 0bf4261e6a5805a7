"""`--week-start`, the ledger's `week_start` and a country in `--lang`: on which day the week starts."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import Result

from tests.cli.conftest import Timeline

SUNDAY = "2025-10-12"
ASKED = ("when", "next week", "--published", SUNDAY, "-O", "json")


def _value(result: Result) -> str:
    found = json.loads(result.stdout)["timexes"][0]
    return str(found["value"])


def test_the_option(timeline: Timeline, folder: Path) -> None:
    assert _value(timeline(*ASKED, "--lang", "en")) == "2025-W42"
    assert _value(timeline(*ASKED, "--lang", "en", "--week-start", "sunday")) == "2025-W43"
    assert _value(timeline(*ASKED, "--lang", "en-US")) == "2025-W43"
    refused = timeline(*ASKED, "--week-start", "tuesday")
    assert refused.exit_code == 2
    assert "no week starts on 'tuesday'" in refused.stderr


def test_the_ledger(timeline: Timeline, folder: Path) -> None:
    ledger = folder / "events.yaml"
    ledger.write_text("timeline: 1\ntimezone: UTC\nweek_start: sunday\n", encoding="utf-8")
    assert _value(timeline(*ASKED, "--lang", "en")) == "2025-W43"
    assert _value(timeline(*ASKED, "--lang", "en", "--week-start", "monday")) == "2025-W42"
    ledger.write_text("timeline: 1\nweek_start: tuesday\n", encoding="utf-8")
    assert "'tuesday' is not known here" in timeline("check").output


def test_articles_and_rows(timeline: Timeline, folder: Path) -> None:
    words = "The ministers will meet next week in Vienna.\n"
    (folder / "article.txt").write_text(f"---\npublished: {SUNDAY}\n---\n{words}", encoding="utf-8")
    tagged = timeline("tag", "article.txt", "--week-start", "sunday").stdout
    assert 'value="2025-W43"' in tagged
    rows = [{"id": lang, "lang": lang, "dct": SUNDAY, "text": words} for lang in ("en", "en-US")]
    (folder / "docs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    said = [json.loads(line) for line in timeline("tag", "docs.jsonl", "-O", "jsonl").stdout.splitlines()]
    assert [row["timexes"][0]["value"] for row in said] == ["2025-W42", "2025-W43"]


def test_ingest_and_agenda(timeline: Timeline, folder: Path) -> None:
    """What was read with a week is kept; "next week" of the agenda is counted in the same weeks."""
    (folder / "a.txt").write_text(
        f"---\npublished: {SUNDAY}\n---\nThe president will visit Vienna next week, the palace said.\n",
        encoding="utf-8",
    )
    timeline("ingest", "a.txt", "--accept-above", "0", "--week-start", "sunday")
    assert "[2025-10-19..2025-10-25]" in (folder / "data" / "events.yaml").read_text(encoding="utf-8")
    shown = timeline("upcoming", "--today", SUNDAY, "--week-start", "sunday").stdout
    assert "Next week" in shown
    assert "October" not in timeline("upcoming", "--today", "2025-10-19", "--week-start", "sunday").stdout
