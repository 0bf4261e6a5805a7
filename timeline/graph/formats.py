"""The graph as bytes: GraphML (yEd, Cytoscape), GEXF (Gephi), node-link JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Final

from timeline.errors import UsageError

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_WRITTEN_ON: Final = re.compile(rb' lastmodifieddate="[^"]*"')


def graphml(graph: MultiDiGraph) -> bytes:
    """By the writer of the standard library: with lxml installed, the other one would write other bytes."""
    from networkx import write_graphml_xml  # noqa: PLC0415  # loading it costs more than most questions

    out = BytesIO()
    write_graphml_xml(_plain(graph), out, prettyprint=True)
    return out.getvalue()


def gexf(graph: MultiDiGraph) -> bytes:
    """Without the day of writing: the same graph gives the same bytes."""
    from networkx import write_gexf  # noqa: PLC0415  # loading it costs more than most questions

    out = BytesIO()
    write_gexf(_plain(graph), out, prettyprint=True)
    return _WRITTEN_ON.sub(b"", out.getvalue())


def _plain(graph: MultiDiGraph) -> MultiDiGraph:
    """XML has no way to say "nothing", so such attributes are left out, and no place for control characters."""
    plain = graph.__class__()
    plain.add_nodes_from((_clean(node), _said(data)) for node, data in graph.nodes(data=True))
    edges = graph.edges(keys=True, data=True)
    plain.add_edges_from((_clean(tail), _clean(head), key, _said(data)) for tail, head, key, data in edges)
    return plain


def _said(data: dict[str, object]) -> dict[str, object]:
    said = {key: value for key, value in data.items() if value is not None}
    return {key: _clean(str(value)) if isinstance(value, str) else value for key, value in said.items()}


def _clean(text: str) -> str:
    return _CONTROLS.sub(" ", text)


_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def node_link(graph: MultiDiGraph) -> bytes:
    """JSON in UTF-8: `nodes` with their `id`, `edges` with `source` and `target`."""
    from networkx import node_link_data  # noqa: PLC0415  # loading it costs more than most questions

    return json.dumps(node_link_data(graph, edges="edges"), ensure_ascii=False, indent=2).encode() + b"\n"


FORMATS: Final[dict[str, Callable[[MultiDiGraph], bytes]]] = {"gexf": gexf, "graphml": graphml, "json": node_link}


def write(graph: MultiDiGraph, name: str) -> bytes:
    """Raises `UsageError` for a format that nothing writes."""
    if name not in FORMATS:
        raise UsageError(f"no graph format is called {name!r}; known: {', '.join(sorted(FORMATS))}")
    return FORMATS[name](graph)
