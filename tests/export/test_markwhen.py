"""markwhen: exact values stand as YAML properties, and no text of an article becomes syntax."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.export.sample_views import STORY, hostile
from timeline.export import markwhen
from timeline.export.iso_dates import whole_period
from timeline.export.options import ExportOptions
from timeline.export.placing import placements
from timeline.model.view import View

_EVENT = re.compile(r"(?m)^(\d{4}\S*(?: - \S+)?): (.*)\n((?:\w+: .*\n)+)\n((?:> .*\n)*)")


def events(view: View) -> list[tuple[str, str, dict[str, str]]]:
    text = markwhen.export(view, ExportOptions()).decode()
    return [(days, title, yaml.safe_load(properties)) for days, title, properties, _ in _EVENT.findall(text)]


def test_properties_say_exactly_what_the_event_says() -> None:
    dated = [row for row in STORY.rows if placements(row)]
    found = events(STORY)
    assert [properties["id"] for _, _, properties in found] == [row.id for row in dated]
    assert [properties["when"] for _, _, properties in found] == [row.when for row in dated]
    assert found[2][0] == "2025-10-20/2025-10-26"
    assert found[2][1].startswith("[some day]")


def test_every_line_is_one_of_the_four_kinds() -> None:
    body = markwhen.export(hostile(), ExportOptions()).decode().split("---\n", 2)[2]
    for line in body.split("\n"):
        assert re.match(r"$|// |> |\d{4}-\d\d-\d\d: |(id|title|when|occurrence|kind|place|actors): \"", line), line
    assert len(events(hostile())) == sum(bool(placements(row)) for row in hostile().rows)


PERIODS = {
    ("2025-01-01", "2025-12-31"): "2025",
    ("2024-02-01", "2024-02-29"): "2024-02",
    ("2024-02-01", "2024-02-28"): None,
    ("2025-01-02", "2025-01-31"): None,
    ("2024-01-01", "2025-12-31"): None,
    ("-0043-03-01", "-0043-03-31"): "-0043-03",
    ("-0043-01-01", "-0043-12-31"): "-0043",
    ("Y12025-02-01", "Y12025-02-28"): "Y12025-02",
}


@pytest.mark.parametrize(("ends", "period"), PERIODS.items())
def test_whole_months_and_years_are_named(ends: tuple[str, str], period: str | None) -> None:
    assert whole_period(*ends) == period
