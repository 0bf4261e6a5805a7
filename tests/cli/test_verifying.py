"""`verify` on kept texts and on real pages served on loopback."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Timeline
from tests.cli.page_server import serving

ONE = "Le ministre Hugo Valmy doit recevoir vendredi à Nantes la maire Ines Orban, selon son entourage."
TWO = "Leurs conseillers se verront avant la fin du mois pour préparer la rencontre, ajoute la même source."
THREE = "Aucune des deux équipes n'a souhaité commenter ces projets, qui ont fait grand bruit dans la région."
TEXT = f"{ONE}\n\n{TWO}\n\n{THREE}"
QUOTE = "doit recevoir vendredi à Nantes la maire Ines Orban"
AT = TEXT.index(QUOTE)
LATER = "se verront avant la fin du mois"

LEDGER = """\
timeline: 1
timezone: Europe/Paris
sources:
  estuaire:
    outlet: L'Estuaire
    url: URL/nantes
    published: "2025-10-16"
    text: SHA
  depeche: {outlet: Dépêche, published: "2025-10-16"}
events:
  visit:
    title: Valmy reçoit Orban
    claims:
      - id: c1
        source: estuaire
        quote: "doit recevoir vendredi à Nantes la maire Ines Orban"
        at: [FROM, TO]
        around: ["Hugo Valmy ", ", selon"]
        says: expected
      - {id: c2, source: estuaire, quote: "se verront avant la fin du mois", says: expected}
      - {id: c3, source: depeche, quote: "ils se voient", says: expected}
      - {id: c4, source: estuaire, quote: "never said", judgement: rejected}
"""


@pytest.fixture
def ledger(folder: Path) -> Path:
    return write(folder, "http://127.0.0.1:9")


def write(folder: Path, url: str, text: str = TEXT) -> Path:
    name = sha256(text.encode()).hexdigest()
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / f"{name}.txt").write_bytes(text.encode())
    told = LEDGER.replace("URL", url).replace("SHA", name)
    told = told.replace("FROM", str(AT)).replace("TO", str(AT + len(QUOTE)))
    path = folder / "events.yaml"
    path.write_text(told, encoding="utf-8")
    return path


def rows(output: str) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["claim"], row["against"]): row for row in json.loads(output)}


def test_what_stands_in_the_kept_text(ledger: Path, timeline: Timeline) -> None:
    result = timeline("verify", "-O", "json")
    found = rows(result.stdout)
    assert {claim: row["standing"] for (claim, _), row in found.items()} == {
        "c1": "intact",
        "c2": "intact",
        "c3": "unchecked",
    }
    assert found["c3", "kept"]["why"] == "no text of it is kept"
    assert (found["c1", "kept"]["start"], found["c1", "kept"]["end"]) == (AT, AT + len(QUOTE))
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "standing", "code"),
    [
        (f"at: [{AT}, {AT + len(QUOTE)}]", "at: [0, 51]", "moved", 0),
        ("Hugo Valmy ", "Jean Valmy ", "moved", 0),
        ("vendredi à Nantes la", "samedi à Nantes la", "changed", 1),
        ('quote: "doit recevoir vendredi à Nantes la maire Ines Orban"', 'quote: "personne ne parle"', "gone", 1),
    ],
)
def test_what_no_longer_does(ledger: Path, timeline: Timeline, old: str, new: str, standing: str, code: int) -> None:
    text = ledger.read_text(encoding="utf-8")
    assert old in text
    ledger.write_text(text.replace(old, new), encoding="utf-8")
    result = timeline("verify", "estuaire", "-O", "json")
    assert rows(result.stdout)["c1", "kept"]["standing"] == standing
    assert result.exit_code == code


def test_a_change_is_told_word_by_word(ledger: Path, timeline: Timeline) -> None:
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("vendredi à", "samedi à"), encoding="utf-8")
    assert "doit recevoir [-samedi-] {+vendredi+} à Nantes" in timeline("verify").stdout
    assert "| changed | c1 | the kept text |" in timeline("verify", "-O", "md").stdout
    assert rows(timeline("verify", "-O", "json").stdout)["c1", "kept"]["difference"] == [
        {"edit": "same", "words": "doit recevoir "},
        {"edit": "gone", "words": "samedi "},
        {"edit": "new", "words": "vendredi "},
        {"edit": "same", "words": "à Nantes la maire Ines Orban"},
    ]


def test_an_altered_text_checks_nothing(ledger: Path, timeline: Timeline) -> None:
    (text,) = (ledger.parent / "sources").iterdir()
    text.write_text("something else", encoding="utf-8")
    found = rows(timeline("verify", "estuaire", "-O", "json").stdout)["c1", "kept"]
    assert found["standing"] == "unchecked"
    assert "altered" in found["why"]


def test_an_unknown_source(ledger: Path, timeline: Timeline) -> None:
    result = timeline("verify", "estuary")
    assert result.exit_code == 2
    assert "estuaire" in result.stderr


def test_a_page_that_says_the_same_adds_nothing(folder: Path, timeline: Timeline) -> None:
    with serving({"nantes": [ONE, TWO, THREE]}) as url:
        path = write(folder, url)
        before = path.read_bytes()
        result = timeline("verify", "--fetch", "--allow-private", "-O", "json")
    found = rows(result.stdout)
    assert (found["c1", "page"]["standing"], found["c2", "page"]["standing"]) == ("intact", "intact")
    assert result.exit_code == 0
    assert path.read_bytes() == before


def test_a_page_that_changed_becomes_a_version_once(folder: Path, timeline: Timeline) -> None:
    pages = {"nantes": [ONE.replace("vendredi", "samedi"), THREE]}
    with serving(pages) as url:
        path = write(folder, url)
        before = path.read_bytes()
        result = timeline("verify", "--fetch", "--allow-private", "-O", "json", "--dry-run")
        assert path.read_bytes() == before
        assert "would keep what 1 page says now" in result.stderr
        result = timeline("verify", "--fetch", "--allow-private", "-O", "json")
        once = path.read_bytes()
        assert timeline("verify", "--fetch", "--allow-private").exit_code == 1
        assert path.read_bytes() == once
    offline = timeline("verify", "-O", "json")
    later = rows(offline.stdout)
    assert (later["c1", "later"]["standing"], later["c2", "later"]["standing"]) == ("changed", "gone")
    assert later["c1", "later"]["on"]
    assert later["c1", "kept"]["standing"] == "intact"
    assert offline.exit_code == 1
    found = rows(result.stdout)
    assert found["c1", "kept"]["standing"] == "intact"
    assert found["c1", "page"]["standing"] == "changed"
    assert found["c1", "page"]["found"] == QUOTE.replace("vendredi", "samedi")
    assert found["c2", "page"]["standing"] == "gone"
    assert result.exit_code == 1
    texts = [file.read_text(encoding="utf-8") for file in (folder / "sources").iterdir()]
    assert TEXT in texts
    assert any("samedi" in text for text in texts)
    assert "kept 1 new version" in result.stderr
    (added,) = set(once.decode().splitlines()) - set(before.decode().splitlines())
    assert added.strip().startswith("versions: [{text: ")
    assert timeline("undo").exit_code == 0
    assert path.read_bytes() == before
    assert len(list((folder / "sources").iterdir())) == 1


def test_a_page_that_is_gone(folder: Path, timeline: Timeline) -> None:
    with serving({"nantes": 410}) as url:
        before = write(folder, url).read_bytes()
        result = timeline("verify", "--fetch", "--allow-private", "-O", "json")
    found = rows(result.stdout)["c1", "page"]
    assert (found["standing"], found["why"]) == ("gone", "the site answers 410")
    assert result.exit_code == 1
    assert (folder / "events.yaml").read_bytes() == before


def test_what_only_the_page_around_the_article_says_is_there(folder: Path, timeline: Timeline) -> None:
    with serving({"nantes": [TWO, THREE, f"</p></article><footer><p>{ONE}</p></footer><article><p>"]}) as url:
        write(folder, url)
        result = timeline("verify", "estuaire", "--fetch", "--allow-private", "-O", "json")
    assert rows(result.stdout)["c1", "page"]["standing"] == "intact"


@pytest.mark.parametrize("status", [403, 451])
def test_a_page_that_cannot_be_had_proves_nothing(folder: Path, timeline: Timeline, status: int) -> None:
    with serving({"nantes": status}) as url:
        write(folder, url)
        result = timeline("verify", "--fetch", "--allow-private", "-O", "json")
    assert ("c1", "page") not in rows(result.stdout)
    assert "E110" in result.stderr
    assert result.exit_code == 1


def test_a_page_without_an_article_proves_nothing(folder: Path, timeline: Timeline) -> None:
    with serving({"nantes": ["Nous respectons votre vie privée."]}) as url:
        write(folder, url)
        result = timeline("verify", "--fetch", "--allow-private", "-O", "json")
    found = rows(result.stdout)["c1", "page"]
    assert found["standing"] == "unchecked"
    assert found["why"]
    assert "E115" in result.stderr
    assert result.exit_code == 1


def test_addresses_inside_the_house_are_not_asked(ledger: Path, timeline: Timeline) -> None:
    result = timeline("verify", "--fetch")
    assert "E111" in result.stderr
    assert result.exit_code == 1
