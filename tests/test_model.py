"""The shapes: frozen, closed, without I/O, the same after a trip through JSON, and the JSON objects we promise."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from timeline import model
from timeline.model import vocabulary
from timeline.model.document import Document
from timeline.model.ledger import Claim, Judgement, Ledger
from timeline.model.shape import Shape
from timeline.model.view import ActorRow, ClaimRow, EventRow
from timeline.model.vocabulary import Occurrence, Role, Stance

MODULES = [importlib.import_module(f"timeline.model.{found.name}") for found in pkgutil.iter_modules(model.__path__)]


def below(shape: type[Shape]) -> Iterator[type[Shape]]:
    for child in shape.__subclasses__():
        yield child
        yield from below(child)


SHAPES = sorted((shape for shape in below(Shape) if shape.__module__.startswith("timeline.model.")), key=str)
VOCABULARIES = [
    member for member in vars(vocabulary).values() if isinstance(member, type) and issubclass(member, StrEnum)
]


def name_of(shape: type) -> str:
    return shape.__name__


def any_of(shape: type[Shape]) -> st.SearchStrategy[Shape]:
    """Every field filled or left out, by its type."""
    hints = typing.get_type_hints(shape, include_extras=True)
    return st.builds(shape, **{name: _values(hints[name]) for name in shape.model_fields})


def _values(hint: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Values of a type; tables of two rows are as good as long ones."""
    if typing.get_origin(hint) is dict:
        key, row = typing.get_args(hint)
        return st.dictionaries(st.from_type(key), st.deferred(lambda: st.from_type(row)), max_size=2)
    return st.from_type(hint)


st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
for _shape in SHAPES:
    st.register_type_strategy(_shape, any_of(_shape))


@pytest.mark.parametrize("shape", SHAPES, ids=name_of)
def test_shapes_are_frozen_and_closed(shape: type[Shape]) -> None:
    assert shape.model_config["frozen"] is True
    assert shape.model_config["extra"] == "forbid"


@pytest.mark.parametrize("shape", SHAPES, ids=name_of)
def test_fields_hold_nothing_that_changes(shape: type[Shape]) -> None:
    """Tuples, not lists. The ledger's three tables are the exception: they are looked up by id."""
    if shape is Ledger:
        return
    for name, hint in typing.get_type_hints(shape).items():
        assert not re.search(r"\b(list|dict|set)\[", str(hint)), f"{shape.__name__}.{name} is {hint}"


@pytest.mark.parametrize("shape", SHAPES, ids=name_of)
def test_a_trip_through_json_changes_nothing(shape: type[Shape]) -> None:
    # a whole ledger is large by nature: examples that outgrow the generator's buffer are thrown away, not a mistake
    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(any_of(shape))
    def trip(value: Shape) -> None:
        assert shape.model_validate_json(value.model_dump_json()) == value
        assert shape.model_validate(json.loads(json.dumps(value.model_dump(mode="json")))) == value

    trip()


@pytest.mark.parametrize("shape", SHAPES, ids=name_of)
def test_an_unknown_field_is_refused(shape: type[Shape]) -> None:
    with pytest.raises(ValidationError) as caught:
        shape.model_validate({"titel": "x"})
    assert any(error["type"] == "extra_forbidden" for error in caught.value.errors())


@pytest.mark.parametrize("words", VOCABULARIES, ids=name_of)
def test_words_are_what_stands_in_the_ledger(words: type[StrEnum]) -> None:
    for word in words:
        assert word.name == word.value.upper().replace("-", "_")


def test_the_vocabularies_are_those_of_the_design() -> None:
    assert [word.value for word in Occurrence] == [
        "proposed", "doubtful", "possible", "expected", "confirmed", "postponed", "cancelled", "underway", "occurred",
        "did_not_occur", "unknown",
    ]  # fmt: skip
    assert [word.value for word in Stance] == ["suggested", "accepted", "rejected"]
    assert [word.value for word in Role] == [
        "participant", "host", "visitor", "speaker", "addressee", "chair", "mediator", "agent", "patient",
    ]  # fmt: skip


def test_the_model_loads_no_parser_and_no_file_format() -> None:
    code = (
        f"import sys, {', '.join(module.__name__ for module in MODULES)}\n"
        "print(*sorted({'yaml', 'yaml_rs', 'spacy', 'networkx', 'plotly', 'dateparser', 'icalendar'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_document_is_kept_under_the_hash_of_its_text() -> None:
    assert Document(text="café\n").sha256 == sha256("café\n".encode()).hexdigest()


@pytest.mark.parametrize(
    ("judgement", "stance"),
    [
        (None, Stance.ACCEPTED),
        (Judgement(stance=Stance.SUGGESTED), Stance.SUGGESTED),
        (Judgement(stance=Stance.REJECTED, who="desk", why="wrong day"), Stance.REJECTED),
    ],
)
def test_what_a_person_typed_counts_as_accepted(judgement: Judgement | None, stance: Stance) -> None:
    assert Claim(id="c1", source="desk", judgement=judgement).stance is stance


EVENT = EventRow(
    id="zelensky-in-washington",
    title="Trump reçoit Zelensky",
    kind="visit",
    when="2025-10-17",
    earliest="2025-10-17",
    latest="2025-10-17",
    occurrence=Occurrence.EXPECTED,
    judgement=Stance.SUGGESTED,
    place="Washington",
    actors=(ActorRow(id="donald-trump", name="Donald Trump", role=Role.HOST),),
    claims=(ClaimRow(id="c7f3a1", source="lsi", says=Occurrence.EXPECTED, judgement=Stance.SUGGESTED),),
)


def test_the_promised_json_object_has_its_keys_in_order() -> None:
    answer: dict[str, Any] = json.loads(json.dumps(EVENT.contract()))
    assert list(answer) == [
        "id", "title", "kind", "when", "earliest", "latest", "occurrence", "judgement", "place", "actors", "claims",
    ]  # fmt: skip
    assert answer["actors"] == [{"id": "donald-trump", "name": "Donald Trump", "role": "host"}]
    assert list(answer["claims"][0])[:10] == [
        "id", "source", "quote", "start", "end", "when", "when_words", "rule", "says", "said_by",
    ]  # fmt: skip
    assert (answer["occurrence"], answer["judgement"]) == ("expected", "suggested")


def test_the_promised_json_object_says_null_rather_than_nothing() -> None:
    bare = EventRow(id="a", title="a", kind="other", occurrence=Occurrence.UNKNOWN, judgement=Stance.ACCEPTED)
    answer = bare.contract()
    assert {key for key, value in answer.items() if value is None} == {"when", "earliest", "latest", "place"}
    assert answer["actors"] == answer["claims"] == []
