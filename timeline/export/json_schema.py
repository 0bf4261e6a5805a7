"""The JSON Schema of the json export, made from the models, so that it cannot say anything else than they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.export.json_rows import VERSION, dumps
from timeline.model.view import ActorRow, ClaimRow, EventRow
from timeline.model.vocabulary import Occurrence, Stance

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.model.view import View

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final = {"type": "string"}
_TEXT_OR_NULL: Final = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def export(view: View, options: ExportOptions) -> bytes:  # noqa: ARG001  # the same schema whatever is asked
    return (dumps(schema(), indent=2) + "\n").encode()


def schema() -> dict[str, Any]:
    """Of the whole file; `$defs/Event` is also what each line of jsonl holds."""
    actor = ActorRow.model_json_schema(mode="serialization")
    definitions = {**_definitions(ClaimRow), **_definitions(EventRow)}
    claim = _only(ClaimRow.model_json_schema(mode="serialization"), tuple(_a_row("claims")))
    event = _only(EventRow.model_json_schema(mode="serialization"), tuple(_an_event().exported()))
    event["properties"]["actors"] = {"type": "array", "items": {"$ref": "#/$defs/Actor"}}
    event["properties"]["claims"] = {"type": "array", "items": {"$ref": "#/$defs/Claim"}}
    vocabularies = {name: definitions[name] for name in ("Occurrence", "Role", "Stance")}
    return {
        "$schema": DIALECT,
        "title": "timeline: events of a selection",
        "description": "Written by 'timeline export json'. Dates are EDTF (ISO 8601-2); days are ISO 8601.",
        **_object(
            {
                "timeline": {"const": VERSION, "description": "Version of this envelope."},
                "title": _TEXT,
                "today": _TEXT,
                "timezone": _TEXT,
                "as_of": _TEXT_OR_NULL,
                "notes": {"type": "array", "items": _TEXT},
                "events": {"type": "array", "items": {"$ref": "#/$defs/Event"}},
            }
        ),
        "$defs": {
            "Event": event,
            "Claim": claim,
            "Actor": _only(actor, tuple(actor["properties"])),
            **{name: vocabularies[name] for name in sorted(vocabularies)},
        },
    }


def _an_event() -> EventRow:
    claim = ClaimRow(id="", source="", judgement=Stance.SUGGESTED)
    return EventRow(
        id="", title="", kind="", occurrence=Occurrence.UNKNOWN, judgement=Stance.SUGGESTED, claims=(claim,)
    )


def _a_row(field: str) -> dict[str, Any]:
    """What the contract prints of one item of a list."""
    items: list[dict[str, Any]] = _an_event().exported()[field]
    return items[0]


def _definitions(model: type[ClaimRow | EventRow]) -> dict[str, Any]:
    found: dict[str, Any] = model.model_json_schema(mode="serialization")["$defs"]
    return found


def _only(described: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """The description of an object that has these keys, all of them always there."""
    properties = {key: _plain(described["properties"][key]) for key in keys}
    return _object(properties) | {"title": described["title"]}


def _plain(described: dict[str, Any]) -> dict[str, Any]:
    """Without the defaults of Python, which a reader of JSON never sees."""
    return {key: value for key, value in described.items() if key not in {"default", "title"}}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": True}
