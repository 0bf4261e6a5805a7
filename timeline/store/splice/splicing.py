"""Makes changes in the text of a ledger: for each change, the lines that it must touch and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import yaml

from timeline.model.change import (
    AddActor,
    AddAlias,
    AddClaim,
    AddEvent,
    AddSource,
    EditEvent,
    FileClaim,
    Judge,
    Mark,
    MergeActor,
    MergeEvent,
    MoveClaim,
    Prefer,
    Relate,
    RemoveClaim,
    ReplaceSource,
)
from timeline.model.ledger import Claim, Event
from timeline.store.entries.claim_reading import CLAIM
from timeline.store.entries.ledger_reading import ACTOR, SOURCE
from timeline.store.splice import edits, writing
from timeline.store.splice.changing import Changing, DropEvent, Step
from timeline.store.splice.draft import Draft, comments_and_rest
from timeline.store.splice.edits import UnspliceableError
from timeline.store.text import nodes
from timeline.store.text.layout import Items, Keys, Words, inline
from timeline.store.text.layout import Node as Written
from timeline.store.text.nodes import Node

_CLAIM_ORDER: Final = tuple(CLAIM)
_EVENT_ORDER: Final = ("title", "kind", "tags", "notes", "merged", "claims")
_SOURCE_ORDER: Final = tuple(SOURCE)
_ACTOR_ORDER: Final = tuple(ACTOR)

Edit = Callable[[str, Node], str]
"""From the text of a piece and the node of an entry in it to the new text of the piece."""


def splice(draft: Draft, change: Step, before: Changing) -> None:
    """Writes one effective change into the draft; `before`: the ledger as it is without the change.

    Raises `UnspliceableError` for a layout that cannot be edited line by line.
    """
    match change:
        case AddSource():
            _add(draft, "sources", change.source.id, writing.source(change.source))
        case AddActor():
            _add(draft, "actors", change.actor.id, writing.actor(change.actor))
        case AddEvent():
            _add(draft, "events", change.event.id, writing.event(change.event), change.before)
        case _:
            _alter(draft, change, before)


def _alter(
    draft: Draft,
    change: ReplaceSource
    | AddAlias
    | AddClaim
    | EditEvent
    | MoveClaim
    | RemoveClaim
    | MergeEvent
    | MergeActor
    | Mark
    | DropEvent,
    before: Changing,
) -> None:
    match change:
        case ReplaceSource():
            _replace_source(draft, change, before)
        case AddAlias():
            _add_alias(draft, change, before)
        case AddClaim():
            _add_claim(draft, before.events[change.event], change.claim)
        case EditEvent():
            _edit_event(draft, change)
        case MoveClaim():
            _remove_claim(draft, change.claim, before)
            _add_claim(draft, before.events[change.event], before.moved(change), change.rank)
        case RemoveClaim():
            _remove_claim(draft, change.claim, before)
        case DropEvent():
            _drop_event(draft, change.event)
        case MergeEvent() | MergeActor():
            _merge(draft, change, before)
        case _:
            _mark_claim(draft, change, before)


def _add(draft: Draft, name: str, key: str, value: Keys, before: str | None = None) -> None:
    """Where the section is in flow style, at its end in any case."""
    section = draft.section(name)
    if section.entries is not None:
        draft.add(name, key, value, before)
        return

    section.head = _edited(
        section.head, (name,), lambda text, node: edits.set_key(text, node, key, value, (), draft.newline)
    )


def _entry(draft: Draft, name: str, key: str, edit: Edit) -> None:
    """Edits one entry where it stands: in its own piece, or in the section when that is in flow style."""
    section = draft.section(name)
    if section.entries is None:
        section.head = _edited(section.head, (name, key), edit)
    else:
        section.entries[key] = _edited(section.entries[key], (key,), edit)


def _edited(text: str, keys: tuple[str, ...], edit: Edit) -> str:
    root = nodes.compose(text)
    node: Node | None = root
    for rank, key in enumerate(keys):
        if node is None:
            break
        alone = rank == 0 and isinstance(node, yaml.MappingNode) and len(node.value) == 1
        found = node.value[0] if alone else nodes.pair(node, key)
        node = None if found is None else found[1]
    if node is None:
        raise UnspliceableError(f"{keys[-1]!r} is laid out in a way that cannot be edited line by line", 0, text)
    try:
        return edit(text, node)
    except UnspliceableError as error:
        error.piece = text
        raise


def _replace_source(draft: Draft, change: ReplaceSource, before: Changing) -> None:
    old, new = (dict(writing.source(one).pairs) for one in (before.sources[change.source.id], change.source))
    for key in _SOURCE_ORDER:
        if old.get(key) != new.get(key):
            _entry(draft, "sources", change.source.id, _put(draft, key, new.get(key), _SOURCE_ORDER))


def _put(draft: Draft, key: str, value: Written | None, order: tuple[str, ...]) -> Edit:
    """Sets a key, or removes it when there is nothing to say."""

    def edit(text: str, node: Node) -> str:
        if value is None:
            return edits.remove_key(text, node, key, draft.newline)
        return edits.set_key(text, node, key, value, order, draft.newline)

    return edit


def _add_alias(draft: Draft, change: AddAlias, before: Changing) -> None:
    actor = before.actors[change.actor]
    whole = actor.model_copy(update={"aliases": (*actor.aliases, change.alias)})
    aliases = Items(tuple(Words(alias) for alias in whole.aliases))

    def edit(text: str, node: Node) -> str:
        if isinstance(node, yaml.ScalarNode):  # the bare name as shorthand for an actor
            return text[: nodes.start(node)] + inline(writing.actor(whole), flow=False) + text[nodes.end(node) :]
        there = nodes.pair(node, "aliases")
        if there and isinstance(there[1], yaml.SequenceNode) and there[1].value:
            return edits.append_item(text, there[1], Words(change.alias), draft.style, draft.newline)
        return edits.set_key(text, node, "aliases", aliases, _ACTOR_ORDER, draft.newline)

    _entry(draft, "actors", change.actor, edit)


def _edit_event(draft: Draft, change: EditEvent) -> None:
    wanted: dict[str, Written | None] = {
        "title": None if change.title is None else Words(change.title),
        "kind": None if change.kind is None else Words(change.kind),
        "tags": None if change.tags is None else Items(tuple(map(Words, change.tags))),
        "notes": None if change.notes is None else Words(change.notes),
    }
    for key, value in wanted.items():
        if value is not None:
            _entry(draft, "events", change.event, _put(draft, key, value, _EVENT_ORDER))


def _add_claim(draft: Draft, event: Event, value: Claim, rank: int | None = None) -> None:
    claim = writing.claim(value)
    last = rank is None or rank >= len(event.claims)

    def first(text: str, node: Node) -> str:
        return edits.set_items(text, node, "claims", Items((claim,), block=True), draft.style, draft.newline)

    def listed(text: str, node: Node) -> str:
        return edits.into_list(text, _claims(node))

    def put(text: str, node: Node) -> str:
        if rank is None or last:
            return edits.append_item(text, _claims(node), claim, draft.style, draft.newline)
        return edits.insert_item(text, _claims(node), rank, claim, draft.style, draft.newline)

    for edit in (listed, put) if event.claims else (first,):
        _entry(draft, "events", event.id, edit)


def _merge(draft: Draft, change: MergeEvent | MergeActor, before: Changing) -> None:
    if isinstance(change, MergeEvent):
        _entry(draft, "events", change.event, _put(draft, "merged", writing.merger(change.merged), _EVENT_ORDER))
        return
    whole = before.actors[change.actor].model_copy(update={"merged": change.merged})
    put = _put(draft, "merged", writing.merger(change.merged), _ACTOR_ORDER)

    def edit(text: str, node: Node) -> str:
        if isinstance(node, yaml.ScalarNode):  # the bare name as shorthand for an actor
            return text[: nodes.start(node)] + inline(writing.actor(whole), flow=False) + text[nodes.end(node) :]
        return put(text, node)

    _entry(draft, "actors", change.actor, edit)


def _mark_claim(draft: Draft, change: Mark, before: Changing) -> None:
    """A claim without an id gets the one it is known by: what was judged must not change its name."""
    place = before.claim(change.claim)
    match change:
        case Judge():
            _put_in_claim(draft, place, "judgement", writing.judgement(change.judgement))
        case Prefer():
            picked = writing.preference(change.preferred) if change.preferred else None
            _put_in_claim(draft, place, "preferred", picked)
        case Relate():
            _put_in_claim(draft, place, "relations", writing.relations(change.relations))
        case FileClaim():
            _put_in_claim(draft, place, "filed", writing.filing(change.filed) if change.filed else None)
        case _:
            _put_in_claim(draft, place, "recast", writing.recasting(change.recast))
    _name_claim(draft, place, change.claim)


def _put_in_claim(draft: Draft, place: tuple[Event, int], key: str, value: Written | None) -> None:
    put = _put(draft, key, value, _CLAIM_ORDER)
    _entry(draft, "events", place[0].id, lambda text, node: put(text, _claim(node, place[1])))


def _name_claim(draft: Draft, place: tuple[Event, int], name: str) -> None:
    event, rank = place

    def edit(text: str, node: Node) -> str:
        if nodes.pair(_claim(node, rank), "id") is not None:
            return text
        return edits.set_key(text, _claim(node, rank), "id", Words(name), _CLAIM_ORDER, draft.newline)

    _entry(draft, "events", event.id, edit)


def _remove_claim(draft: Draft, claim: str, before: Changing) -> None:
    event, rank = before.claim(claim)

    def listed(text: str, node: Node) -> str:
        return edits.into_list(text, _claims(node))

    def remove(text: str, node: Node) -> str:
        return edits.remove_item(text, _claims(node), rank, draft.newline)

    for edit in (listed, remove):
        _entry(draft, "events", event.id, edit)


def _drop_event(draft: Draft, name: str) -> None:
    """Comments stay: those below the event may be about the next one, those in it are somebody's words."""
    section = draft.section("events")
    if section.entries is None:
        section.head = _edited(
            section.head, ("events",), lambda text, node: edits.remove_key(text, node, name, draft.newline)
        )
        return
    kept = comments_and_rest(section.entries[name], draft.newline)
    above = list(section.entries)[: list(section.entries).index(name)]
    del section.entries[name]
    if above:
        section.entries[above[-1]] += kept
    else:
        section.head += kept


def _claims(node: Node) -> Node:
    found = nodes.pair(node, "claims")
    if found is None:
        raise UnspliceableError("the claims stand elsewhere (an alias, '*...', perhaps)", nodes.start(node))
    return found[1]


def _claim(node: Node, rank: int) -> Node:
    claims = _claims(node)
    found = nodes.item(claims, rank) if isinstance(claims, yaml.SequenceNode) else claims
    if found is None:
        raise UnspliceableError("the claim stands elsewhere (an alias, '*...', perhaps)", nodes.start(claims))
    return found
