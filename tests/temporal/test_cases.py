"""Sentences with the dates they must give: one YAML file a language, read by every reader of this page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml_rs

from timeline.edtf.parse import parse
from timeline.lang import packs
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.temporal.context.trace import Trace
from timeline.temporal.tag import tag

FIELDS = (
    "edtf",
    "value",
    "mod",
    "window",
    "direction",
    "granularity",
    "underspecified",
    "alternatives",
    "type",
    "anchor",
)
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for number, case in enumerate(yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False), start=1)
]


def _expected(case: dict[str, Any], field: str) -> object:
    wanted = case[field]
    if isinstance(wanted, list):
        return tuple(wanted)
    return str(wanted) if isinstance(wanted, int) and not isinstance(wanted, bool) else wanted


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code: str, case: dict[str, Any]) -> None:
    trace = Trace()
    dct = Dct(day=case["dct"], signal=Signal.GIVEN) if "dct" in case else None
    timexes = tag(case["text"], packs.load(code), dct, genre=case.get("genre", "news"), trace=trace)
    told = "\n".join(map(str, trace.steps))
    if "none" in case:
        assert not timexes, told
        return
    if "absent" in case:
        assert case["absent"] not in {one.text for one in timexes}, told
        return
    found = next((one for one in timexes if one.text == case.get("found", one.text)), None)
    assert found is not None, told
    for field in set(FIELDS) & set(case):
        assert getattr(found, field) == _expected(case, field), f"{field}\n{told}"
    if found.edtf is not None:
        assert parse(found.edtf).canonical == found.edtf
