"""watch: feeds from a real server on loopback, what is kept of them, and what happens when something breaks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline
from tests.ingest.news_server import Newsroom, newsroom
from timeline.text import parsers


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where no model is installed; and no proxy."""
    monkeypatch.setattr(parsers, "MODELS", {})
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as one:
        yield one


def feeds(folder: Path, *lines: str) -> str:
    (folder / "feeds.yaml").write_text("".join(f"- {line}\n" for line in lines), encoding="utf-8")
    return "feeds.yaml"


def fil(room: Newsroom, more: str = "") -> str:
    return f'{{name: Fil, url: "{room.url}/rss", outlet: Le Fil, language: fr{more}}}'


def once(timeline: Timeline, *more: str, code: int = 0) -> str:
    result = timeline("watch", "feeds.yaml", "--once", "--allow-private", *more)
    assert result.exit_code == code, result.output
    return result.output


def titles(timeline: Timeline) -> list[str]:
    return sorted(source["title"] for source in json.loads(timeline("source", "list", "-O", "json").stdout))


def test_what_is_new_is_read_once(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    feeds(folder, fil(room))
    told = once(timeline)
    assert "2 articles read" in told
    assert "Budapest" in told
    assert titles(timeline) == ["Sommet 1", "Sommet 2"]
    again = once(timeline)
    assert "1 feed unchanged" in again
    assert "nothing new" in again
    assert room.answered[304] == 1
    room.items.append(4)
    later = once(timeline)
    assert "1 article read" in later
    assert room.asked["article/1"] == 1


def test_where_the_date_came_from(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    room.whole = True
    feeds(folder, fil(room))
    once(timeline)
    source, _ = json.loads(timeline("source", "list", "-O", "json").stdout)
    assert (source["outlet"], source["published"][:10]) == ("Le Fil", "2025-10-01")
    ledger = (folder / "data" / "events.yaml").read_text(encoding="utf-8")
    assert "feed" in ledger
    assert not room.asked["article/1"]


@pytest.mark.parametrize(("follow", "asked"), [("always", 1), ("never", 0)])
def test_followed_as_the_list_says(timeline: Timeline, folder: Path, room: Newsroom, follow: str, asked: int) -> None:
    room.whole = follow == "always"
    feeds(folder, fil(room, f", follow: {follow}"))
    once(timeline)
    assert room.asked["article/1"] == asked


def test_only_what_holds_the_words(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    feeds(folder, fil(room, ", filters: {words: [SOMMET 2], without: [football]}"))
    once(timeline)
    assert titles(timeline) == ["Sommet 2"]
    feeds(folder, fil(room))
    once(timeline)
    assert titles(timeline) == ["Sommet 1", "Sommet 2"]


def test_a_broken_feed_stops_no_other(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    broken = [f'{{name: {name}, url: "{room.url}/{name}"}}' for name in ("page", "entities", "failing")]
    feeds(folder, *broken, '{name: inside, url: "http://127.0.0.1:1/rss"}', fil(room))
    told = once(timeline, code=1)
    for code, name in (("E124", "page"), ("E123", "entities"), ("E110", "failing"), ("E110", "inside")):
        assert f"{name}: error {code}" in told
    assert "2 articles read" in told
    assert "4 feeds failed" in told
    assert "I142" not in once(timeline, code=1)
    assert once(timeline).count("info I142") == 4


def test_addresses_inside_the_house(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    feeds(folder, fil(room))
    result = timeline("watch", "feeds.yaml")
    assert result.exit_code == 1
    assert "E111" in result.stderr
    assert not room.asked


def test_a_page_that_is_not_there_is_not_asked_for_again(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    room.down.add("article/1")
    feeds(folder, fil(room))
    assert "article/1: error E110" in once(timeline, code=1)
    once(timeline)
    assert room.asked["article/1"] == 1
    assert titles(timeline) == ["Sommet 2"]


def test_the_list_of_feeds_is_told_where_it_is_wrong(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    feeds(
        folder,
        "{name: a}",
        '{name: b, url: "ftp://news.example/"}',
        '{name: c, url: "https://news.example/", outlett: x}',
        fil(room),
        fil(room),
        '{name: e, url: "https://news.example/", most: many}',
        "words",
    )
    told = once(timeline, code=1)
    for line, code in ((1, "E205"), (2, "E206"), (3, "E202"), (5, "E203"), (6, "E206"), (7, "E206")):
        assert f"feeds.yaml:{line}" in told
        assert f"error {code}" in told
    assert "outlet" in told
    assert "2 articles read" in told


@pytest.mark.parametrize(
    ("content", "code"), [("a: [", "E201"), ("a: b", "E206"), (None, "E101")], ids=["yaml", "mapping", "missing"]
)
def test_a_list_that_is_none(timeline: Timeline, folder: Path, content: str | None, code: str) -> None:
    if content is not None:
        (folder / "feeds.yaml").write_text(content, encoding="utf-8")
    result = timeline("watch", "feeds.yaml")
    assert result.exit_code == 3
    assert code in result.stderr


def test_a_dry_run_keeps_nothing(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    feeds(folder, fil(room))
    assert "2 articles read" in once(timeline, "--dry-run")
    assert sorted(path.name for path in folder.iterdir()) == ["feeds.yaml"]


def test_as_data_and_as_a_letter(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    feeds(folder, fil(room))
    found = json.loads(timeline("watch", "feeds.yaml", "--allow-private", "-O", "json").stdout)
    assert {row["topic"] for row in found["news"]} >= {"new", "source"}
    room.items.append(5)
    assert "Sommet 5" in timeline("watch", "feeds.yaml", "--allow-private", "-O", "md").stdout


def test_only_the_news_of_a_watch(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    timeline("init")
    timeline("saved", "add", "rome", "--place", "Rome")
    feeds(folder, fil(room))
    assert "nothing new" in once(timeline, "--watch", "rome")
    assert timeline("watch", "feeds.yaml", "--watch", "nothing", "--allow-private").exit_code == 2


@pytest.mark.parametrize("words", [("--every", "5s"), ("--every", "0m"), ("--once", "--every", "15m")])
def test_a_pause_that_is_none(timeline: Timeline, folder: Path, words: tuple[str, ...]) -> None:
    feeds(folder)
    assert timeline("watch", "feeds.yaml", *words).exit_code == 2


def test_an_undo_takes_back_the_whole_round(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    feeds(folder, fil(room))
    timeline("init")
    once(timeline)
    assert timeline("undo").exit_code == 0
    assert titles(timeline) == []


def process(folder: Path, *more: str) -> subprocess.Popen[str]:
    env = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    line = [sys.executable, "-m", "timeline", "watch", "feeds.yaml", "--allow-private", *more]
    return subprocess.Popen(line, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_in_the_middle_it_goes_on(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    room.items, room.slow = [1, 2], False
    feeds(folder, fil(room))
    room.whole = True
    once(timeline)  # so that what is killed has a state to spoil
    room.whole, room.slow, room.items = False, True, [1, 2, 3, 4]
    killed = process(folder)
    assert room.reached.wait(30)
    killed.kill()
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    room.slow = False
    assert timeline("check").exit_code in {0, 1}
    told = once(timeline)
    assert titles(timeline) == ["Sommet 1", "Sommet 2", "Sommet 3", "Sommet 4"]
    assert "Sommet 4" in told
    assert not list(folder.rglob("*.tmp"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_with_the_sum(folder: Path, room: Newsroom, number: signal.Signals) -> None:
    feeds(folder, fil(room))
    running = process(folder, "--every", "15m", "-v")
    assert running.stderr is not None
    said = ""
    for line in running.stderr:
        said += line
        if "the next look" in line:
            break
    time.sleep(0.2)
    running.send_signal(number)
    _, rest = running.communicate(timeout=30)
    assert running.returncode == 0, said + rest
    assert "1 look at feeds, 2 articles read" in rest


def test_a_digest_that_nobody_saw_is_told_later(timeline: Timeline, folder: Path, room: Newsroom) -> None:
    """The articles are kept, and then there is no room for what is told of them."""
    feeds(folder, fil(room))
    (folder / "taken").mkdir()
    once(timeline, "-o", "taken", code=7)
    assert titles(timeline) == ["Sommet 1", "Sommet 2"]
    told = once(timeline)
    assert "Budapest" in told
    assert "1 feed unchanged" in told
    assert "nothing new" in once(timeline)
