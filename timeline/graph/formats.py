"""The graph as bytes, for Gephi, yEd, Cytoscape (GraphML) and for programs (node-link JSON)."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Final

from timeline.errors import UsageError

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def graphml(graph: MultiDiGraph) -> bytes:
    """GraphML has no way to say "nothing": such attributes are left out."""
    from networkx import write_graphml  # noqa: PLC0415  # loading it costs more than most questions

    plain = graph.copy()
    attributes = [data for _, data in plain.nodes(data=True)] + [data for *_, data in plain.edges(data=True)]
    for data in attributes:
        for key in [key for key, value in data.items() if value is None]:
            del data[key]
        data.update({key: str(value) for key, value in data.items() if isinstance(value, str)})
    out = BytesIO()
    write_graphml(plain, out, prettyprint=True)
    return out.getvalue()


def node_link(graph: MultiDiGraph) -> bytes:
    """JSON in UTF-8: `nodes` with their `id`, `edges` with `source` and `target`."""
    from networkx import node_link_data  # noqa: PLC0415  # loading it costs more than most questions

    return json.dumps(node_link_data(graph, edges="edges"), ensure_ascii=False, indent=2).encode() + b"\n"


FORMATS: Final[dict[str, Callable[[MultiDiGraph], bytes]]] = {"graphml": graphml, "json": node_link}


def write(graph: MultiDiGraph, name: str) -> bytes:
    """Raises `UsageError` for a format that nothing writes."""
    if name not in FORMATS:
        raise UsageError(f"no graph format is called {name!r}; known: {', '.join(sorted(FORMATS))}")
    return FORMATS[name](graph)
