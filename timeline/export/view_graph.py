"""GraphML (yEd, Cytoscape) and GEXF (Gephi) of a selection: actors, events, claims and sources as nodes.

The same types of nodes and edges as `timeline graph` writes of a whole ledger, made from the answer alone. Both formats say first
which attributes there are, then the nodes, then the edges, so that they are written from front to back: a graph of a hundred
thousand events, which a library would hold as a whole, takes next to no memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from timeline.export.streaming import Streaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import ClaimRow, EventRow, View

Said = dict[str, str | bool | None]


class _Node(NamedTuple):
    name: str
    said: Said


class _Edge(NamedTuple):
    tail: str
    head: str
    said: Said


_OF_NODES: Final = (
    "type", "label", "kind", "when", "earliest", "latest", "occurrence", "judgement", "disputed", "rescheduled",
    "published", "says", "outlet", "url", "place", "said_by",
)  # fmt: skip
_OF_EDGES: Final = ("type", "role")
_FLAGS: Final = frozenset({"disputed", "rescheduled"})
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no place for."""


def _nodes(view: View) -> Iterator[_Node]:
    """Each once, where it is first met."""
    met: set[str] = set()
    for row in view.rows:
        for node in (_event(row), *_actors(row), *(node for claim in row.claims for node in _claim(claim))):
            if node.name not in met:
                met.add(node.name)
                yield node


def _edges(view: View) -> Iterator[_Edge]:
    """From an actor to an event, from a claim to its event and its source; then from the earlier event to the later."""
    for row in view.rows:
        event = f"event:{row.id}"
        for actor in row.actors:
            yield _Edge(f"actor:{actor.id}", event, {"type": "takes_part", "role": actor.role.value})
        for claim in row.claims:
            yield _Edge(f"claim:{claim.id}", event, {"type": "about"})
            yield _Edge(f"claim:{claim.id}", f"source:{claim.source}", {"type": "stands_in"})
    shown = {row.id for row in view.rows}
    for row in view.rows:
        for later in row.before:
            if later in shown:
                yield _Edge(f"event:{row.id}", f"event:{later}", {"type": "before"})


def _event(row: EventRow) -> _Node:
    said: Said = {
        "type": "event",
        "label": row.title,
        "kind": row.kind,
        "when": row.when,
        "earliest": row.earliest,
        "latest": row.latest,
        "occurrence": row.occurrence.value,
        "judgement": row.judgement.value,
        "place": row.place,
        "disputed": row.disputed,
        "rescheduled": row.rescheduled,
    }
    return _Node(f"event:{row.id}", said)


def _actors(row: EventRow) -> Iterator[_Node]:
    for actor in row.actors:
        yield _Node(f"actor:{actor.id}", {"type": "actor", "label": actor.name})


def _claim(claim: ClaimRow) -> Iterator[_Node]:
    said: Said = {
        "type": "claim",
        "label": claim.quote or claim.note or claim.id,
        "published": claim.published,
        "judgement": claim.judgement.value,
        "said_by": claim.said_by,
        "says": claim.says.value if claim.says else None,
        "when": claim.when,
    }
    yield _Node(f"claim:{claim.id}", said)
    source: Said = {"type": "source", "label": claim.source_title or claim.source}
    yield _Node(f"source:{claim.source}", {**source, "outlet": claim.outlet, "url": claim.url})


def _clean(text: str) -> str:
    return _CONTROLS.sub(" ", text)


def _quoted(text: str) -> str:
    """As the value of an attribute."""
    return quoteattr(_clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _value(value: str | bool) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else _clean(value)


def _type(attribute: str) -> str:
    return "boolean" if attribute in _FLAGS else "string"


_GRAPHML: Final = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_NODE_KEYS: Final = {name: f"d{number}" for number, name in enumerate(_OF_NODES)}
_EDGE_KEYS: Final = {name: f"d{number}" for number, name in enumerate(_OF_EDGES, start=len(_OF_NODES))}


def _graphml(view: View, options: ExportOptions) -> Iterator[bytes]:
    title = escape(_clean(options.title or view.title or "timeline"))
    head = [_GRAPHML]
    for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        head += [
            f'  <key id="{key}" for="{kind}" attr.name="{name}" attr.type="{_type(name)}" />\n'
            for name, key in keys.items()
        ]
    yield "".join([*head, f'  <graph edgedefault="directed">\n    <desc>{title}</desc>\n']).encode()
    for node in _nodes(view):
        yield f"    <node id={_quoted(node.name)}>\n{_data(node.said, _NODE_KEYS)}    </node>\n".encode()
    for number, edge in enumerate(_edges(view)):
        ends = f"source={_quoted(edge.tail)} target={_quoted(edge.head)}"
        yield f'    <edge id="e{number}" {ends}>\n{_data(edge.said, _EDGE_KEYS)}    </edge>\n'.encode()
    yield b"  </graph>\n</graphml>\n"


def _data(said: Said, keys: dict[str, str]) -> str:
    rows = ((keys[name], value) for name, value in said.items() if value is not None)
    return "".join(f'      <data key="{key}">{escape(_value(value))}</data>\n' for key, value in rows)


_GEXF: Final = """<?xml version='1.0' encoding='utf-8'?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
"""


def _gexf(view: View, options: ExportOptions) -> Iterator[bytes]:
    title = escape(_clean(options.title or view.title or "timeline"))
    head = [_GEXF, f"  <meta>\n    <creator>timeline</creator>\n    <description>{title}</description>\n  </meta>\n"]
    head.append('  <graph defaultedgetype="directed" mode="static">\n')
    for kind, names in (("node", _OF_NODES), ("edge", _OF_EDGES)):
        head.append(f'    <attributes class="{kind}" mode="static">\n')
        head += [f'      <attribute id="{name}" title="{name}" type="{_type(name)}" />\n' for name in names]
        head.append("    </attributes>\n")
    yield "".join([*head, "    <nodes>\n"]).encode()
    for node in _nodes(view):
        label = _quoted(str(node.said["label"]))
        yield f"      <node id={_quoted(node.name)} label={label}>\n{_values(node.said)}      </node>\n".encode()
    yield b"    </nodes>\n    <edges>\n"
    for number, edge in enumerate(_edges(view)):
        ends = f"source={_quoted(edge.tail)} target={_quoted(edge.head)}"
        yield f'      <edge id="{number}" {ends}>\n{_values(edge.said)}      </edge>\n'.encode()
    yield b"    </edges>\n  </graph>\n</gexf>\n"


def _values(said: Said) -> str:
    rows = ((name, value) for name, value in said.items() if value is not None)
    values = "".join(f'          <attvalue for="{name}" value={_quoted(_value(value))} />\n' for name, value in rows)
    return f"        <attvalues>\n{values}        </attvalues>\n"


graphml = Streaming(_graphml)
gexf = Streaming(_gexf)
