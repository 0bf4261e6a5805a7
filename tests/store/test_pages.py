"""The page about the format shows a ledger that can be read and names every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.model.ledger import Actor, Claim, Event, Judgement, Preference, Relation, Resemblance, Source, When
from timeline.model.shape import Shape
from timeline.model.vocabulary import ActorKind, Occurrence, RelationKind, Role, Signal, Stance
from timeline.store.yaml_ledger import YamlStore

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "ledger-format.md").read_text(encoding="utf-8")
EXAMPLE = PAGE.split("```yaml\n")[1].split("```")[0]


def test_the_example_can_be_read_and_changed(tmp_path: Path) -> None:
    store = YamlStore(tmp_path / "events.yaml")
    store.path.write_text(EXAMPLE, encoding="utf-8")
    ledger = store.load()
    assert store.apply([]) == ledger
    assert ledger.events["zelensky-in-washington"].claims[0].said_by == ("un conseiller",)


@pytest.mark.parametrize("shape", [Source, Resemblance, Actor, Event, Claim, When, Judgement, Preference, Relation])
def test_every_key_is_named(shape: type[Shape]) -> None:
    keys = {"stance": "is", "kind": "before", "event": "after"}
    named = set(re.findall(r"`([a-z_]+)`", PAGE)) | {"id"}
    assert {keys.get(name, name) for name in shape.model_fields} <= named


@pytest.mark.parametrize("words", [Signal, ActorKind, Occurrence, Role, RelationKind, Stance])
def test_every_word_is_named(words: type[Signal]) -> None:
    assert not [word.value for word in words if f"`{word.value}`" not in PAGE]
