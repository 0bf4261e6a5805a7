"""What we write is read by libraries that are not ours, and says what the events say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from typing import Any

import jsonschema
import networkx as nx
import openpyxl
import pyarrow.parquet
import pytest
import rdflib
from followthemoney import model
from hypothesis import HealthCheck, given, settings
from lxml import etree
from prov.model import ProvDocument

from tests.export.sample_views import EMPTY, STORY, claim, hostile
from tests.export.view_strategies import views
from timeline.export.json_schema import schema
from timeline.export.ninjs import CODES
from timeline.export.options import ExportOptions
from timeline.export.placing import placements
from timeline.export.workbook import CLAIM_COLUMNS
from timeline.model.view import EventRow, View
from timeline.model.vocabulary import Occurrence
from timeline.registry import find

PLAIN = ExportOptions()
TEXTS = ("ftm", "gexf", "graphml", "jsonl", "markwhen", "md", "ninjs", "prov", "schemaorg", "timelinejs")
ALL = (*TEXTS, "parquet", "schema", "xlsx")
NOT_BY_A_PERSON = "ClaimReview"


def written(name: str, view: View, options: ExportOptions = PLAIN) -> bytes:
    content = find("exporters", name)(view, options)
    assert isinstance(content, bytes)
    return content


def read_json(name: str, view: View) -> Any:
    return json.loads(written(name, view))


@pytest.mark.parametrize("name", TEXTS)
def test_the_story_is_written_as_it_was(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"story.{name}", written(name, STORY))


@pytest.mark.parametrize("name", ALL)
def test_the_same_events_give_the_same_bytes(name: str) -> None:
    assert written(name, STORY) == written(name, STORY.model_copy(deep=True))


@pytest.mark.parametrize("name", ALL)
def test_no_event_is_no_error(name: str) -> None:
    assert written(name, EMPTY) == written(name, EMPTY)


@pytest.mark.parametrize(
    "name", ["json", "csv", "jsonl", "md", "timelinejs", "ninjs", "schemaorg", "ftm", "prov", "graphml", "gexf"]
)
def test_parts_are_the_whole(name: str) -> None:
    exporter = find("exporters", name)
    parts = list(exporter.parts(STORY, PLAIN))
    assert b"".join(parts) == exporter(STORY, PLAIN)
    assert len(parts) > len(STORY.rows) / 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(views)
def test_any_text_is_json(view: View) -> None:
    for name in ("ninjs", "prov", "schemaorg", "timelinejs"):
        read_json(name, view)
    for line in written("ftm", view).decode().splitlines():
        json.loads(line)
    for name in ("markwhen", "md"):
        written(name, view).decode()
    for name in ("gexf", "graphml"):
        etree.fromstring(written(name, view))


@given(views)
@settings(max_examples=40, deadline=None)
def test_the_schema_holds_of_any_events(view: View) -> None:
    jsonschema.Draft202012Validator(schema()).validate(read_json("json", view))


def test_the_schema_is_a_schema_and_refuses_what_is_none() -> None:
    checked = jsonschema.Draft202012Validator(schema())
    checked.check_schema(schema())
    content = read_json("json", STORY)
    checked.validate(content)
    del content["events"][0]["when"]
    assert not checked.is_valid(content)
    content["events"][0]["when"] = 7
    assert not checked.is_valid(content)
    line = {**schema(), **schema()["$defs"]["Event"]}
    for row in written("jsonl", STORY).decode().splitlines():
        jsonschema.Draft202012Validator(line).validate(json.loads(row))


def sheets(view: View) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(BytesIO(written("xlsx", view)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_a_workbook_holds_events_claims_and_notes() -> None:
    found = sheets(STORY)
    assert [row[1] for row in found["Events"][1:]] == [row.title for row in STORY.rows]
    assert [row[3] for row in found["Events"][1:]] == [row.when for row in STORY.rows]
    assert found["Claims"][0] == CLAIM_COLUMNS
    assert len(found["Claims"]) == 1 + sum(len(row.claims) for row in STORY.rows)
    assert found["Notes"][1:] == [(note,) for note in STORY.notes]


def test_a_workbook_runs_nothing() -> None:
    book = openpyxl.load_workbook(BytesIO(written("xlsx", hostile())))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert not any(cell.hyperlink for row in book["Events"].iter_rows() for cell in row)


def test_markdown_makes_no_element_of_hostile_text() -> None:
    text = written("md", hostile()).decode()
    assert not re.search(r"(?<!\\)<(?!https?://)", text)


SLIDE_DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer", "not": {"const": 0}},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "minute": {"type": "integer", "minimum": 0, "maximum": 59},
    },
}
SLIDE_TEXT = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "propertyNames": {"enum": ["headline", "text"]},
}
SLIDES = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "scale": {"enum": ["human", "cosmological"]},
        "title": {"type": "object", "properties": {"text": SLIDE_TEXT}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date"],
                "properties": {
                    "start_date": SLIDE_DATE,
                    "end_date": SLIDE_DATE,
                    "text": SLIDE_TEXT,
                    "group": {"type": "string"},
                    "display_date": {"type": "string"},
                    "unique_id": {"type": "string"},
                    "autolink": {"const": False},
                    "timeline": {"type": "object"},
                },
                "additionalProperties": False,
            },
        },
    },
}
"""What the documentation of TimelineJS asks of its JSON, in our words."""


@given(views)
@settings(max_examples=60, deadline=None)
def test_timelinejs_gets_what_it_asks_for(view: View) -> None:
    content = read_json("timelinejs", view)
    jsonschema.validate(content, SLIDES)
    assert len(content["events"]) == sum(bool(placements(row)) for row in view.rows)


def test_a_slide_says_what_the_event_says() -> None:
    slides = {slide["unique_id"]: slide for slide in read_json("timelinejs", STORY)["events"]}
    talks = slides["advisers-talks"]
    assert talks["start_date"] == {"year": 2025, "month": 10, "day": 20}
    assert talks["end_date"] == {"year": 2025, "month": 10, "day": 26}
    assert talks["display_date"].startswith("some day")
    assert slides["zelensky-in-washington"]["start_date"]["hour"] == 13
    assert "budapest-summit" not in slides
    assert "Budapest" in read_json("timelinejs", STORY)["title"]["text"]["text"]


def test_slides_make_no_element_of_hostile_text() -> None:
    """TimelineJS makes signs of the entities in headlines before it makes elements of them."""
    content = read_json("timelinejs", hostile())
    assert not [slide for slide in content["events"] if "<" in unescape(slide["text"]["headline"])]
    texts = json.dumps([slide["text"]["text"] for slide in content["events"]])
    assert set(re.findall(r"<(\S*?)[ >]", unescape(texts))) == {"p", "/p", "a", "/a"}
    for slide in content["events"]:
        del slide["timeline"]
    elements = set(re.findall(r"<(\S*?)[ >]", json.dumps(content)))
    assert elements == {"p", "/p", "a", "/a"}


TRUNCATED = r"^-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?$"
TIME = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.]\d+)?(Z|[+-]\d\d:\d\d)$"


def only(required: tuple[str, ...] = (), **properties: object) -> dict[str, object]:
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


WORDS = {"type": "string"}
ADDRESS = {"type": "string", "format": "uri", "pattern": "^[a-z][a-z0-9+.-]*:[^ ]+$"}
DATES = {
    **only(startDate={"pattern": TIME}, endDate={"pattern": TIME}, expectedStartDate={"pattern": TRUNCATED},
           expectedEndDate={"pattern": TRUNCATED}),
    "allOf": [{"not": {"required": ["startDate", "expectedStartDate"]}}, {"not": {"required": ["endDate", "expectedEndDate"]}}],
    "minProperties": 1,
}  # fmt: skip
NEWS = {
    "uri": ADDRESS,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "title": WORDS,
    "edNote": WORDS,
    "standard": only(name=WORDS, version=WORDS, schema=ADDRESS),
    "headlines": {"type": "array", "items": only(("value",), role=WORDS, contentType=WORDS, value=WORDS)},
    "descriptions": {"type": "array", "items": only(("value",), role=WORDS, contentType=WORDS, value=WORDS)},
    "subjects": {"type": "array", "items": only(name=WORDS, rel=WORDS, uri=ADDRESS, literal=WORDS)},
    "places": {"type": "array", "items": only(name=WORDS, rel=WORDS, uri=ADDRESS, literal=WORDS)},
    "infoSources": {"type": "array", "items": only(name=WORDS, role=WORDS, uri=ADDRESS, literal=WORDS)},
    "eventDetails": only(eventStatus=ADDRESS, plannedCoverageStatus=ADDRESS, dates=DATES),
}
NINJS = only(
    ("uri",), **NEWS, associations={"type": "array", "items": only(("uri", "name"), **NEWS, name=WORDS, rel=WORDS)}
)
"""What ninjs 3.1 allows of the parts that we write, and nothing else, in our words."""


@given(views)
@settings(max_examples=60, deadline=None)
def test_ninjs_has_no_part_that_the_standard_has_not(view: View) -> None:
    jsonschema.Draft202012Validator(NINJS).validate(read_json("ninjs", view))


def test_ninjs_dates_events_as_the_standard_has_it() -> None:
    content = read_json("ninjs", STORY)
    assert content["standard"]["version"] == "3.1"
    for row, item in zip(STORY.rows, content["associations"], strict=True):
        assert {"name", "uri", "type"} <= set(item), "what an association must have"
        dates = item.get("eventDetails", {}).get("dates", {})
        assert not {"startDate", "expectedStartDate"} <= set(dates)
        assert not {"endDate", "expectedEndDate"} <= set(dates)
        for key, value in dates.items():
            assert re.search(TRUNCATED if key.startswith("expected") else TIME, value), row.id
    talks = content["associations"][2]["eventDetails"]
    assert talks["dates"] == {"expectedStartDate": "2025-10-20", "expectedEndDate": "2025-10-26"}
    assert talks["eventStatus"] == "http://cv.iptc.org/newscodes/eventoccurstatus/eos4"
    assert content["associations"][1]["eventDetails"]["dates"] == {"startDate": "2025-10-17T13:00:00-04:00"}


@pytest.mark.parametrize("occurrence", Occurrence)
def test_ninjs_gives_a_status_that_iptc_has_or_none(occurrence: Occurrence) -> None:
    row = STORY.rows[2].model_copy(update={"occurrence": occurrence})
    details = read_json("ninjs", STORY.model_copy(update={"rows": (row,)}))["associations"][0]["eventDetails"]
    kept = "eos4" if occurrence is Occurrence.POSTPONED else CODES.get(occurrence)
    assert details.get("eventStatus", "").removeprefix("http://cv.iptc.org/newscodes/eventoccurstatus/") == (kept or "")


def test_nobody_plans_an_accident() -> None:
    row = EventRow(
        id="a", title="A", kind="accident", occurrence=Occurrence.OCCURRED, judgement=STORY.rows[0].judgement
    )
    details = read_json("ninjs", STORY.model_copy(update={"rows": (row,)}))["associations"][0]["eventDetails"]
    assert details["eventStatus"].endswith("/eos0")


def linked(view: View) -> rdflib.Graph:
    """Read with the vocabulary inside, since the address of schema.org's context is on the net."""
    content = read_json("schemaorg", view)
    assert content["@context"] == "https://schema.org"
    content["@context"] = {"@vocab": "https://schema.org/"}
    return rdflib.Graph().parse(data=json.dumps(content), format="json-ld")


SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_linked_data_says_what_the_events_say() -> None:
    graph = linked(STORY)
    named = {str(graph.value(node, SCHEMA.name)): node for node in graph.subjects(rdflib.RDF.type, SCHEMA.Event)}
    assert set(named) == {row.title for row in STORY.rows} - {"Réponse de Moscou"}
    talks = named["Réunion des conseillers américains et russes"]
    assert str(graph.value(talks, SCHEMA.startDate)) == "2025-10"
    assert graph.value(talks, SCHEMA.endDate) is None
    assert str(graph.value(named["Tournée européenne"], SCHEMA.eventStatus)) == "https://schema.org/EventPostponed"
    assert str(graph.value(named["Sommet de Budapest"], SCHEMA.eventStatus)) == "https://schema.org/EventCancelled"
    claims = list(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))
    assert len(claims) == 7
    assert NOT_BY_A_PERSON not in written("schemaorg", STORY).decode()


def judged(*claims: dict[str, object]) -> Any:
    """The talks of the story, with more said of them, as schema.org has them."""
    row = STORY.rows[2]
    earlier = claim(
        "c30000", "The advisers will meet.", says=Occurrence.CONFIRMED, published="2025-10-14", outlet="Echo"
    )
    said = tuple(claim("c39999", str(one.pop("quote", "")), **one) for one in claims)
    row = row.model_copy(update={"claims": (*row.claims, earlier, *said)})
    return read_json("schemaorg", STORY.model_copy(update={"rows": (row,)}))["itemListElement"][0]["item"]


DESK: dict[str, object] = {"source": "desk", "outlet": None, "url": None, "source_title": None, "by": None}


@pytest.mark.parametrize(
    ("says", "rating", "words"),
    [(Occurrence.OCCURRED, 5, "happened"), (Occurrence.DID_NOT_OCCUR, 1, "did not happen")],
)
def test_a_verdict_that_a_person_typed_reviews_each_promise(says: Occurrence, rating: int, words: str) -> None:
    event = judged({**DESK, "says": says, "published": "2025-10-27"})
    first, second = event["review"]
    assert {one["@type"] for one in event["review"]} == {"ClaimReview"}
    assert [one["claimReviewed"] for one in event["review"]] == [one["itemReviewed"]["text"] for one in event["review"]]
    assert first["claimReviewed"] == "The advisers will meet."
    assert first["reviewRating"] == {
        "@type": "Rating", "ratingValue": rating, "bestRating": 5, "worstRating": 1, "alternateName": words
    }  # fmt: skip
    assert (first["datePublished"], first["author"]["name"]) == ("2025-10-27", "desk")
    assert second["itemReviewed"]["firstAppearance"]["datePublished"] == "2025-10-14"
    assert second["itemReviewed"]["appearance"]["datePublished"] == "2025-10-16"


@pytest.mark.parametrize(
    "claim",
    [
        {"says": Occurrence.OCCURRED, "published": "2025-10-27", "quote": "They met."},
        {**DESK, "says": Occurrence.OCCURRED, "by": "rule en-meet, parser none"},
        {**DESK, "says": Occurrence.UNKNOWN},
        {**DESK, "says": Occurrence.CONFIRMED},
    ],
    ids=["an article says it", "a machine says it", "nobody knows", "it is still to come"],
)
def test_whatever_is_no_verdict_of_a_person_reviews_nothing(claim: dict[str, object]) -> None:
    assert "review" not in judged(dict(claim))


def test_the_last_verdict_counts() -> None:
    event = judged(
        {**DESK, "says": Occurrence.DID_NOT_OCCUR, "published": "2025-10-27"},
        {**DESK, "says": Occurrence.OCCURRED, "published": "2025-10-28"},
    )
    assert {one["reviewRating"]["ratingValue"] for one in event["review"]} == {5}


def test_an_event_that_moved_keeps_its_first_day() -> None:
    row = STORY.rows[1].model_copy(update={"rescheduled": True, "previous_when": ("2025-10-15",)})
    event = read_json("schemaorg", STORY.model_copy(update={"rows": (row,)}))["itemListElement"][0]["item"]
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    assert event["previousStartDate"] == ["2025-10-15"]


def test_linked_data_cannot_end_the_script_it_stands_in() -> None:
    content = written("schemaorg", hostile())
    assert b"<" not in content
    assert json.loads(content)["itemListElement"]


def entities(view: View) -> list[Any]:
    return [json.loads(line) for line in written("ftm", view).decode().splitlines()]


@pytest.mark.parametrize("view", [STORY, hostile()], ids=["story", "hostile"])
def test_entities_are_what_follow_the_money_takes(view: View) -> None:
    ids = set()
    for entity in entities(view):
        known = model.get(entity["schema"])
        assert known is not None
        known.validate(entity)
        proxy = model.get_proxy(entity, cleaned=False)
        assert set(proxy.to_dict()["properties"]) == set(entity["properties"])
        ids.add(proxy.id)
    for entity in entities(view):
        for key in ("involved", "organizer", "caller", "receiver", "proof"):
            assert set(entity["properties"].get(key, ())) <= ids


def test_a_call_is_a_call_and_a_window_a_prefix() -> None:
    by_schema: dict[str, list[Any]] = {}
    for entity in entities(STORY):
        by_schema.setdefault(entity["schema"], []).append(entity["properties"])
    assert len(by_schema["Call"]) == 1
    assert by_schema["Call"][0]["date"] == ["2025-10-16"]
    assert len(by_schema["Call"][0]["caller"]) == len(by_schema["Call"][0]["receiver"]) == 1
    talks = next(event for event in by_schema["Event"] if "Réunion" in event["name"][0])
    assert talks["date"] == ["2025-10"]
    assert "EDTF [2025-10-20..2025-10-26]" in talks["summary"]


@pytest.mark.parametrize("view", [STORY, EMPTY, hostile()], ids=["story", "empty", "hostile"])
def test_provenance_is_read_by_prov(view: View) -> None:
    document = ProvDocument.deserialize(content=written("prov", view).decode(), format="json")
    assert list(document.get_records())
    if view is STORY:
        text = document.get_provn()
        assert "entity(timeline:event.advisers-talks" in text
        assert "wasDerivedFrom(timeline:claim.c30001, timeline:source.gazette-2025-10-16" in text
        assert "wasAttributedTo(timeline:claim.c60001, timeline:desk.desk)" in text


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_graphs_are_read_by_networkx(name: str, read: Callable[[BytesIO], Any]) -> None:
    graph = read(BytesIO(written(name, STORY)))
    types = [data["type"] for _, data in graph.nodes(data=True)]
    assert types.count("event") == len(STORY.rows)
    assert graph.has_edge("actor:donald-trump", "event:zelensky-in-washington")
    assert graph.has_edge("event:advisers-talks", "event:budapest-summit")
    talks = graph.nodes["event:advisers-talks"]
    assert (talks["label"], talks["when"]) == (STORY.rows[2].title, STORY.rows[2].when)
    assert (talks["disputed"], "place" in talks) == (False, False)
    read(BytesIO(written(name, hostile())))


def test_parquet_is_read_as_columns() -> None:
    table = pyarrow.parquet.read_table(BytesIO(written("parquet", STORY)))
    assert table.column("title").to_pylist() == [row.title for row in STORY.rows]
    claims = table.column("claims").to_pylist()
    assert [len(found) for found in claims] == [len(row.claims) for row in STORY.rows]
    assert claims[2][0]["quote"] == STORY.rows[2].claims[0].quote
    assert table.schema.metadata[b"notes"].decode() == STORY.notes[0]
