"""A graph as a page: one line a person, one column an event, in the order of time; a list of the events below.

Everybody's own line shows at a glance who meets whom and when, which a cloud of nodes does not; it prints, needs no
script and no net, and looks the same each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.edtf.order import sort_key
from timeline.edtf.parse import EdtfError, parse
from timeline.export.page.safety import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from networkx import MultiDiGraph

_ROW: Final = 26
_COLUMN: Final = 34
_LEFT: Final = 200
_TOP: Final = 34
_OFF: Final = frozenset({"cancelled", "did_not_occur"})
_HELD: Final = frozenset({"occurred", "underway"})
_STYLE: Final = (
    "body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem;color:#1b1b1b;background:#fff}"
    "figure{margin:0;overflow-x:auto}svg text{font:13px system-ui,sans-serif;fill:currentColor}"
    "svg .line{stroke:#bbb}svg .bar{stroke:#456;stroke-width:2}svg .off{stroke-dasharray:3 3}"
    "svg .held{fill:#246}svg .plan{fill:#fff;stroke:#246;stroke-width:2}"
    "table{border-collapse:collapse;margin-top:1rem}td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}"
    "@media(prefers-color-scheme:dark){body{background:#16181c;color:#e8e8e8}svg .bar{stroke:#9bd}svg .held{fill:#9bd}"
    "svg .plan{fill:#16181c;stroke:#9bd}svg .line{stroke:#555}}"
)
_HEAD: Final = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width">\n'
)


class _Event(NamedTuple):
    """`roles`: actor node -> role."""

    number: int
    data: dict[str, Any]
    roles: dict[str, str]


def page(graph: MultiDiGraph, title: str = "Who met whom") -> bytes:
    """The events of a graph with those who take part in them; events without people are listed and not drawn."""
    events = list(_events(graph))
    actors = list(dict.fromkeys(actor for event in events for actor in event.roles))
    parts = [
        _HEAD,
        f"<title>{text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{text(title)}</h1>\n",
        (
            "<p>One line a person, one column an event, in the order of time. Filled: it took place; hollow: it is planned; "
            "dashed: it was called off.</p>\n"
        ),
        _drawing(events, actors, graph) if actors else "<p>No event with people in it.</p>\n",
        _table(events, graph),
        "</body>\n</html>\n",
    ]
    return "".join(parts).encode()


def _events(graph: MultiDiGraph) -> Iterator[_Event]:
    nodes = [node for node, kind in graph.nodes(data="type") if kind == "event"]
    for number, node in enumerate(sorted(nodes, key=lambda node: _order(graph.nodes[node], node)), 1):
        roles = {
            tail: data["role"] for tail, _, data in graph.in_edges(node, data=True) if data["type"] == "takes_part"
        }
        yield _Event(number, graph.nodes[node], roles)


def _order(data: dict[str, Any], node: str) -> tuple[Any, ...]:
    """Undated events last."""
    try:
        return (0, *sort_key(parse(data["when"])), node) if data.get("when") else (1, node)
    except EdtfError:
        return (1, node)


def _drawing(events: list[_Event], actors: list[str], graph: MultiDiGraph) -> str:
    drawn = [event for event in events if event.roles]
    width, height = _LEFT + _COLUMN * (len(drawn) + 1), _TOP + _ROW * (len(actors) + 1)
    rows = {actor: _TOP + _ROW * place for place, actor in enumerate(actors)}
    parts = [
        (
            f'<figure><svg role="img" aria-label="Events as columns, people as lines; the table below says the same" '
            f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        )
    ]
    for actor, y in rows.items():
        name = str(graph.nodes[actor]["label"])
        shown = name if len(name) <= 28 else name[:27] + "…"
        parts.append(
            f'<line class="line" x1="{_LEFT}" x2="{width - _COLUMN // 2}" y1="{y}" y2="{y}"/>'
            f'<text x="{_LEFT - 10}" y="{y + 4}" text-anchor="end">{text(shown)}<title>{text(name)}</title></text>\n'
        )
    for place, event in enumerate(drawn, 1):
        parts.append(_column(event, _LEFT + _COLUMN * place - _COLUMN // 2, rows, graph))
    return "".join(parts) + "</svg></figure>\n"


def _column(event: _Event, x: int, rows: dict[str, int], graph: MultiDiGraph) -> str:
    occurrence = str(event.data.get("occurrence"))
    ends = [rows[actor] for actor in event.roles]
    off = " off" if occurrence in _OFF else ""
    about = f"{event.data['label']}, {event.data.get('when') or 'no date'}, {occurrence.replace('_', ' ')}"
    dots = "".join(
        f'<circle class="{"held" if occurrence in _HELD else "plan"}" cx="{x}" cy="{rows[actor]}" r="5">'
        f"<title>{text(str(graph.nodes[actor]['label']))}, {text(role)}: {text(about)}</title></circle>"
        for actor, role in event.roles.items()
    )
    return (
        f'<g><text x="{x}" y="{_TOP - 16}" text-anchor="middle">{event.number}</text>'
        f'<line class="bar{off}" x1="{x}" x2="{x}" y1="{min(ends)}" y2="{max(ends)}"/>{dots}</g>\n'
    )


def _table(events: list[_Event], graph: MultiDiGraph) -> str:
    rows = "".join(
        f"<tr><td>{event.number}</td><td>{text(str(event.data.get('when') or 'no date'))}</td>"
        f"<td>{text(str(event.data['occurrence']).replace('_', ' '))}</td><td>{text(str(event.data['label']))}</td>"
        f"<td>{text(_people(event, graph))}</td></tr>\n"
        for event in events
    )
    head = "<tr><th>No.</th><th>When</th><th>Status</th><th>What</th><th>Who</th></tr>\n"
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _people(event: _Event, graph: MultiDiGraph) -> str:
    return ", ".join(f"{graph.nodes[who]['label']} ({role})" for who, role in event.roles.items())
