"""Actors that are probably one: an item of Wikidata, a name, or another spelling of it, that both have."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from timeline.check.pairs import each_once
from timeline.diagnostics import Diagnostic, Where
from timeline.fold.merging import told_apart
from timeline.lang.world_names import fold
from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject
    from timeline.model.ledger import Actor


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Each pair once; not those of whom the desk said that they are two, nor persons and organisations."""
    actors = subject.ledger.actors
    likely = (*_shared(actors.values()), *_spelled_alike(actors.values()))
    for first, second, why in each_once(likely, actors, _may_be_one):
        message = f"{second.name!r} ({second.id}) is probably {first.name!r} ({first.id}): {why}"
        hint = f"'timeline actor merge {second.id} {first.id}', or with --apart if they are two"
        yield Diagnostic("I415", message, Where(second.id, kind="actor"), hint)


def _shared(actors: Iterable[Actor]) -> Iterator[tuple[str, str, str]]:
    keys: dict[tuple[str, str], list[str]] = {}
    for actor in actors:
        if actor.wikidata:
            keys.setdefault(("the same Wikidata item", actor.wikidata), []).append(actor.id)
        for name in {fold(name) for name in (actor.name, *actor.aliases)}:
            alone = " " not in name.strip() and name != fold(actor.name)
            if not alone or actor.kind not in {None, ActorKind.PERSON}:  # several may bear one last name
                keys.setdefault(("the same name", name), []).append(actor.id)
    for (why, _), found in keys.items():
        for one, other in combinations(found, 2):
            yield one, other, why


def _spelled_alike(actors: Iterable[Actor]) -> Iterator[tuple[str, str, str]]:
    """Persons whose full names can be spellings of one."""
    from timeline.link import names  # noqa: PLC0415  # tables that no other check needs

    sounds: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.kind in {None, ActorKind.PERSON} and len(names.words(actor.name)) > 1:
            sounds.setdefault(names.last_sound(actor.name), []).append(actor)
    for found in sounds.values():
        for one, other in combinations(found, 2):
            if names.compare(one.name, other.name) > names.LAST_NAME:
                yield one.id, other.id, "names that can be spellings of one"


def _may_be_one(one: Actor, other: Actor) -> bool:
    kinds = {one.kind, other.kind}
    differ = None not in kinds and len(kinds) > 1 and ActorKind.PERSON in kinds
    items = one.wikidata and other.wikidata and one.wikidata != other.wikidata
    return not told_apart(one, other) and not differ and not items
