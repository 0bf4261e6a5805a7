"""The list of feeds that a desk follows: a YAML file that a person writes.

```yaml
- {name: Gazette, url: "https://gazette.example/rss", outlet: The Gazette, language: en}
- name: Tribune
  url: https://tribune.example/feed.json
  filters: {words: [Budapest, sommet], without: [football]}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError
from timeline.model.feeds import FeedSource
from timeline.store.beside.typed_files import NoYamlError, UnreadableError, compose, place, words
from timeline.store.entries.reading import nearest

_KEYS: Final = ("name", "url", "outlet", "language", "follow", "most", "filters")
_FILTERS: Final = ("words", "without")
_SHAPE: Final = "expected '- {name: ..., url: ...}' a feed"


def load(file: Path) -> tuple[tuple[FeedSource, ...], tuple[Diagnostic, ...]]:
    """The feeds in the order of the file, and what is wrong with the others. Raises `SourceError` for a file that is none."""
    findings: list[Diagnostic] = []
    feeds: dict[str, FeedSource] = {}
    for node in _items(file):
        try:
            feed = _feed(node)
            _refuse_twice(feed, feeds.values(), node)
            feeds[feed.name] = feed
        except UnreadableError as error:
            findings.append(error.finding(file))
    return tuple(feeds.values()), tuple(findings)


def _items(file: Path) -> list[yaml.Node]:
    try:
        root = compose(file.read_text(encoding="utf-8"), file)
    except (OSError, UnicodeDecodeError) as error:
        raise _refused("E101", getattr(error, "strerror", None) or str(error), Where(str(file))) from None
    except NoYamlError as error:
        raise _refused("E201", str(error), error.where) from None
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise _refused("E206", _SHAPE, place(file, root))
    return list(root.value)


def _feed(node: yaml.Node) -> FeedSource:
    fields: dict[str, Any] = {"line": node.start_mark.line + 1}
    for key, value in _pairs(node, _KEYS):
        if key.value == "filters":
            for name, said in _pairs(value, _FILTERS):
                fields[name.value] = tuple(words(said))
        elif not isinstance(value, yaml.ScalarNode) or not value.value.strip():
            raise UnreadableError("E206", f"{key.value!r} wants words", value)
        else:
            fields[key.value] = value.value.strip()
    for needed in ("name", "url"):
        if needed not in fields:
            raise UnreadableError("E205", f"the feed has no {needed!r}", node)
    if not fields["url"].startswith(("http://", "https://")):
        raise UnreadableError("E206", f"{fields['url']!r} is no http or https address", node, "correct the address")
    return _valid(fields, node)


def _refuse_twice(feed: FeedSource, known: Iterable[FeedSource], node: yaml.Node) -> None:
    for one in known:
        if feed.name == one.name or feed.url == one.url:
            hint = "remove one of the two, or give it another name"
            raise UnreadableError("E203", f"{one.name!r} in line {one.line} is the same feed", node, hint)


def _valid(fields: dict[str, Any], node: yaml.Node) -> FeedSource:
    try:
        return FeedSource.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableError("E206", f"{first['loc'][0]} {first['input']!r}: {first['msg']}", node) from None


def _pairs(node: yaml.Node, known: tuple[str, ...]) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError("E206", f"{_SHAPE}; its keys: {', '.join(known)}", node)
    for key, value in node.value:
        if key.value not in known:
            near = nearest(str(key.value), known)
            raise UnreadableError("E202", f"unknown key {key.value!r}{near}; known: {', '.join(known)}", key)
        yield key, value


def _refused(code: str, message: str, where: Where) -> SourceError:
    finding = Diagnostic(code, message, where, "see 'timeline watch --help' for how such a list is written")
    return SourceError(finding.render(), findings=[finding])
