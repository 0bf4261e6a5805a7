"""Every rule of every language does what its own examples say, and leaves its counter-examples alone."""

from __future__ import annotations

import pytest

from timeline.lang import packs
from timeline.lang.time_rules import Rule
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.temporal.context.trace import Trace
from timeline.temporal.tag import tag

ROWS = [(code, rule) for code in packs.available() for rule in packs.load(code).time.rules]
EXAMPLES = [
    pytest.param(code, rule, example, id=f"{rule.id}-{number}")
    for code, rule in ROWS
    for number, example in enumerate(rule.examples)
]
COUNTER_EXAMPLES = [
    pytest.param(code, rule, text, id=f"{rule.id}-not-{number}")
    for code, rule in ROWS
    for number, text in enumerate(rule.counter_examples)
]


def _dct(example: dict[str, str]) -> Dct | None:
    return Dct(day=example["dct"], signal=Signal.GIVEN) if "dct" in example else None


@pytest.mark.parametrize(("code", "rule", "example"), EXAMPLES)
def test_example(code: str, rule: Rule, example: dict[str, str]) -> None:
    trace = Trace()
    genre = example.get("genre", "news")
    timexes = tag(example["text"], packs.load(code), _dct(example), genre=genre, trace=trace)
    told = "\n".join(map(str, trace.steps))
    assert rule.id in {step.rule for step in trace.steps}, told
    if rule.construction == "none":
        return
    found = [one for one in timexes if one.text == example.get("found", one.text)]
    assert found, told
    if "value" in example:
        assert example["value"] in {one.value for one in found}, told
    if "edtf" in example:
        assert example["edtf"] in {one.edtf for one in found}, told
    if "mod" in example:
        assert example["mod"] in {one.mod for one in found}, told


@pytest.mark.parametrize(("code", "rule", "text"), COUNTER_EXAMPLES)
def test_counter_example(code: str, rule: Rule, text: str) -> None:
    trace = Trace()
    tag(text, packs.load(code), Dct(day="2025-10-15", signal=Signal.GIVEN), trace=trace)
    mine = [step for step in trace.steps if step.rule == rule.id]
    kept = [step for step in mine if step.kept or (rule.construction == "none" and "lookalike" in step.why)]
    assert not kept, "\n".join(map(str, trace.steps))
