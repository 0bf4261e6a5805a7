"""Packs are found by folder, loaded in parts, and say where they are broken."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from timeline.lang import packs, time_lexicon, time_rules, yaml_data
from timeline.lang.time_patterns import PatternError, parse
from timeline.lang.yaml_data import PackError

RULE = """rules:
  - id: a
    construction: weekday
    pattern: "%weekday"
    examples: [{text: "lundi"}]
    not: ["non"]
"""


def test_folders_with_a_manifest_are_languages() -> None:
    assert {"en", "fr"} <= set(packs.available())
    for code in packs.available():
        assert packs.load(code).manifest["code"] == code


def test_unknown_language_lists_the_known_ones() -> None:
    with pytest.raises(LookupError, match="en, es, fr"):
        packs.load("xx")


def test_a_pack_is_loaded_once() -> None:
    assert packs.load("fr") is packs.load("fr")
    assert packs.load("fr").time is packs.load("fr").time


def test_the_time_section_does_not_load_the_claims() -> None:
    code = "from timeline.lang import packs; packs.load('fr').time.rules; import sys; print('timeline.lang.claim_pack' in sys.modules)"
    import subprocess  # noqa: PLC0415  # a fresh interpreter, so that other tests do not count

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("code", packs.available())
def test_every_pack_is_sound(code: str) -> None:
    """Loading checks classes, keys and patterns; words and rules are there."""
    pack = packs.load(code).time
    assert pack.lexicon.single
    assert len({rule.id for rule in pack.rules}) == len(pack.rules)
    assert all(rule.id.startswith(f"{code}-") for rule in pack.rules)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules:\n  - id: a\n    constructio: weekday\n", "x/time.yaml:2: unknown key 'constructio'"),
        (RULE.replace("construction: weekday", "construction: wekday"), "x/time.yaml:2: unknown construction 'wekday'"),
        (RULE.replace("%weekday", "%wekday"), "x/time.yaml:2: rule 'a': unknown class '%wekday'"),
        (RULE.replace("%weekday", "(%weekday){2,}"), "x/time.yaml:2: rule 'a': unbounded repeat"),
        (RULE.replace("%weekday", "%weekday*"), "x/time.yaml:2: rule 'a': '\\*'"),
        (RULE.replace("%weekday", "[%weekday"), "x/time.yaml:2: rule 'a': '\\[' is not closed"),
        (RULE.replace("%weekday", "@day"), "x/time.yaml:2: rule 'a': unknown macro @day"),
        (RULE.replace('    not: ["non"]\n', ""), "x/time.yaml:2: rule 'a' has no 'not'"),
        (RULE.replace('[{text: "lundi"}]', "[]"), "x/time.yaml:2: rule 'a' has no 'examples'"),
        (RULE.replace("text:", "txt:"), "x/time.yaml:2: an example needs 'text'"),
        (RULE + RULE.removeprefix("rules:\n"), "x/time.yaml:7: rule 'a' stands here twice"),
        ("rules: [\n  a: b: c\n", "x/time.yaml:\\d+: not valid YAML"),
        ("ruless: []\n", "x/time.yaml:1: expected only"),
    ],
)
def test_a_broken_rule_names_file_and_line(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "time.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(yaml_data, "ROOT", tmp_path)
    yaml_data._nodes.cache_clear()
    with pytest.raises(PackError, match=message):
        time_rules.read(("x/time.yaml",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("month:\n  1: [janvier]\nmoth:\n  2: [mars]\n", "x/lexicon.yaml:4: unknown word class 'moth'"),
        ("month:\n  1: janvier\n", "x/lexicon.yaml:2: expected a list of words"),
        ("month: [janvier]\n", "x/lexicon.yaml:1: expected 'value: \\[words\\]'"),
        ("verb_endings: {pst: [é]}\n", "x/lexicon.yaml:1: unknown key 'pst'"),
    ],
)
def test_a_broken_lexicon_names_file_and_line(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "lexicon.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(yaml_data, "ROOT", tmp_path)
    yaml_data._nodes.cache_clear()
    with pytest.raises(PackError, match=message):
        time_lexicon.read("x/lexicon.yaml")


def test_a_missing_file_is_said_so() -> None:
    with pytest.raises(PackError, match=r"fr/nothing\.yaml:1: cannot be read"):
        yaml_data.read("fr/nothing.yaml")


def test_repeats_are_bounded() -> None:
    assert parse("(%weekday){0,2}", {})
    with pytest.raises(PatternError):
        parse("(%weekday){0,9}", {})
