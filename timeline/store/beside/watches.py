"""Watches: saved filters, one a line, in a YAML file beside the ledger that belongs to it (`events.watches.yaml`).

```yaml
budapest: {place: [Budapest], kind: [summit, talks]}
```

It is a file of its own because a filter says nothing about the story; it is no part of `.timeline/`, because a desk shares
its watches as it shares its ledger. What a person wrote around a watch stays when another one is added or removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import LedgerError
from timeline.model.command import Command
from timeline.model.filter import Filter
from timeline.model.marks import Watch
from timeline.store.beside.typed_files import NoYamlError, UnreadableError, compose, words
from timeline.store.entries.reading import nearest
from timeline.store.text import nodes
from timeline.store.text.layout import Items, Keys, Words, inline

KEYS: Final = {
    "actor": "actors",
    "place": "places",
    "kind": "kinds",
    "status": "statuses",
    "judgement": "judgements",
    "source": "sources",
    "tag": "tags",
    "said_by": "speakers",
}
"""The keys of a watch, which are the options of a question, and the conditions of a filter that they set."""


def path(ledger: Path) -> Path:
    resolved = ledger.resolve()
    return resolved.with_name(f"{resolved.stem}.watches.yaml")


def load(ledger: Path) -> tuple[dict[str, Watch], tuple[Diagnostic, ...]]:
    """The watches in the order of the file, and what is wrong with the others. Raises `LedgerError` (E201) for no YAML."""
    file = path(ledger)
    findings: list[Diagnostic] = []
    watches = {}
    for key, value in _entries(_text(file), file):
        try:
            watches[key.value] = Watch(name=key.value, filter=_filter(value))
        except UnreadableError as error:
            findings.append(error.finding(file))
    return watches, tuple(findings)


def save(ledger: Path, watch: Watch, command: Command | None = None) -> None:
    """Adds a watch, or puts it in the place of the one of its name. Raises `WriteError`."""
    content = Keys(
        tuple(
            (key, Items(tuple(map(Words, getattr(watch.filter, name)))))
            for key, name in KEYS.items()
            if getattr(watch.filter, name)
        )
    )
    line = inline(Keys(((watch.name, content),)), flow=False)[1:-1] + "\n"
    _replace(ledger, watch.name, line, command)


def remove(ledger: Path, name: str, command: Command | None = None) -> None:
    """Raises `WriteError`; a watch that is not there is no change."""
    _replace(ledger, name, "", command)


def _replace(ledger: Path, name: str, line: str, command: Command | None) -> None:
    from timeline.store.disk import atomic, locking  # noqa: PLC0415 - readers do not pay for what only writers need
    from timeline.store.history.journal import Journal  # noqa: PLC0415

    file = path(ledger)
    with locking.only_writer(ledger.resolve(), 30.0):
        before = file.read_bytes() if file.is_file() else None
        text = _text(file)
        found = next(((key, value) for key, value in _entries(text, file) if key.value == name), None)
        if found is None:
            text += "" if text.endswith("\n") or not text else "\n"
            text += line
        else:
            start, end = nodes.start(found[0]), nodes.end(found[1])
            rest = text[end:].partition("\n")
            kept = rest[0].strip()  # a comment behind it stays with the line
            text = text[:start] + (line.rstrip("\n") + (f"  {kept}" if kept else "") + "\n" if line else "") + rest[2]
        content = text.encode()
        atomic.replace(file, content, lambda: Journal(ledger.resolve()).note(command, file, before, content))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(f"cannot be read: {error}", Where(str(file))) from None


def _entries(text: str, file: Path) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    try:
        root = compose(text, file)
    except NoYamlError as error:
        raise _broken(str(error), error.where) from None
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise _broken("expected one 'name: {actor: [...], place: [...]}' a line", Where(str(file), 1, 1))
    yield from root.value


def _filter(node: yaml.Node) -> Filter:
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError("E206", f"expected keys: {', '.join(KEYS)}", node)
    fields: dict[str, Any] = {}
    for key, value in node.value:
        if key.value not in KEYS:
            known = ", ".join(KEYS)
            raise UnreadableError("E202", f"unknown key {key.value!r}{nearest(key.value, KEYS)}; known: {known}", key)
        fields[KEYS[key.value]] = tuple(words(value))
    try:
        return Filter.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableError("E206", f"{first['input']!r}: {first['msg']}", node) from None


def _broken(message: str, where: Where) -> LedgerError:
    finding = Diagnostic("E201", message, where, "mend the line, or remove the file")
    return LedgerError(finding.render(), findings=[finding])
