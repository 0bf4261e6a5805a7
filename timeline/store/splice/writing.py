"""Models as they are written: keys in their documented order, nothing that says nothing."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model.ledger import (
    Actor,
    Claim,
    Event,
    Filing,
    Judgement,
    Merger,
    Preference,
    Recasting,
    Relation,
    Resemblance,
    Source,
    Version,
    When,
)
from timeline.model.vocabulary import Stance
from timeline.store.text.layout import Items, Keys, Node, Number, Words

Pairs = tuple[tuple[str, Node], ...]


def source(value: Source) -> Keys:
    pairs = _said(
        ("title", _words(value.title)),
        ("outlet", _words(value.outlet)),
        ("author", _words(value.author)),
        ("url", _words(value.url)),
        ("published", _quoted(value.published)),
        ("modified", _quoted(value.modified)),
        ("signal", _words(value.signal)),
        ("language", _words(value.language)),
        ("text", _words(value.text)),
        ("page", _words(value.page)),
        ("origin", _words(value.origin)),
        ("resembles", _resemblance(value.resembles) if value.resembles else None),
        ("versions", Items(tuple(map(_version, value.versions))) if value.versions else None),
        ("recorded", _quoted(value.recorded)),
    )
    return Keys(pairs, block=True)


def _version(value: Version) -> Keys:
    return Keys(_said(("text", Words(value.text)), ("recorded", _quoted(value.recorded))))


def _resemblance(value: Resemblance) -> Keys:
    return Keys((("source", Words(value.source)), ("share", Number(value.share))))


def actor(value: Actor) -> Keys:
    return Keys(
        _said(
            ("name", Words(value.name)),
            ("kind", _words(value.kind)),
            ("aliases", _list(value.aliases)),
            ("wikidata", _words(value.wikidata)),
            ("merged", merger(value.merged) if value.merged else None),
        )
    )


def event(value: Event) -> Keys:
    claims = Items(tuple(claim(one) for one in value.claims), block=True) if value.claims else None
    return Keys((*labels(value), *_said(("claims", claims))), block=True)


def labels(value: Event) -> Pairs:
    """What the desk says about an event; the kind `other` goes without saying."""
    return _said(
        ("title", Words(value.title)),
        ("kind", _words(value.kind if value.kind != "other" else None)),
        ("tags", _list(value.tags)),
        ("notes", _words(value.notes)),
        ("merged", merger(value.merged) if value.merged else None),
    )


def claim(value: Claim) -> Keys:
    around = Items(tuple(Words(words, quoted=True) for words in value.around)) if value.around else None
    pairs = _said(
        ("id", Words(value.id)),
        ("source", Words(value.source)),
        ("quote", _quoted(value.quote)),
        ("at", Items(tuple(Number(offset) for offset in value.at)) if value.at else None),
        ("around", around),
        ("says", _words(value.says)),
        ("kind", _words(value.kind)),
        ("when", _when(value.when)),
        ("place", _words(value.place)),
        ("actors", _roles(value)),
        ("absent", _one_or_list(value.absent) if value.absent else None),
        ("said_by", _one_or_list(value.said_by) if value.said_by else None),
        ("via", _one_or_list(value.via) if value.via else None),
        ("relations", relations(value.relations)),
        ("note", _words(value.note)),
        ("embargo", _quoted(value.embargo)),
        ("on", _quoted(value.on)),
        ("recorded", _quoted(value.recorded)),
        ("score", None if value.score is None else Number(value.score)),
        ("by", _words(value.by)),
        ("cue", _words(value.cue)),
        ("judgement", judgement(value.judgement) if value.judgement else None),
        ("preferred", preference(value.preferred) if value.preferred else None),
        ("filed", filing(value.filed) if value.filed else None),
        ("recast", recasting(value.recast) if value.recast else None),
    )
    return Keys(pairs, block=True)


def judgement(value: Judgement) -> Keys:
    return Keys(_said(("is", Words(value.stance)), *_signed(value)))


def preference(value: Preference) -> Keys:
    return Keys(_said(("about", _one_or_list(value.about)), *_signed(value)))


def merger(value: Merger) -> Keys:
    """That the two are one goes without saying."""
    stance = None if value.stance is Stance.ACCEPTED else Words(value.stance)
    return Keys(_said(("into", Words(value.into)), ("is", stance), *_signed(value)))


def filing(value: Filing) -> Keys:
    return Keys(_said(("under", Words(value.under)), *_signed(value)))


def recasting(value: Recasting) -> Keys:
    return Keys(_said(("actor", Words(value.actor)), ("to", Words(value.to)), *_signed(value)))


def _signed(value: Judgement | Preference | Merger | Filing | Recasting) -> tuple[tuple[str, Node | None], ...]:
    return ("who", _words(value.who)), ("at", _quoted(value.at)), ("why", _words(value.why))


def _when(value: When | None) -> Node | None:
    if value is None:
        return None
    alternatives = Items(tuple(Words(day, quoted=True) for day in value.alternatives)) if value.alternatives else None
    return Keys(
        _said(
            ("text", _quoted(value.text)),
            ("edtf", _quoted(value.edtf)),
            ("anchor", _words(value.anchor)),
            ("rule", _words(value.rule)),
            ("alternatives", alternatives),
        )
    )


def _roles(value: Claim) -> Node | None:
    if not value.actors:
        return None
    return Keys(tuple((role.value, _one_or_list(who)) for role, who in value.actors))


def relations(values: tuple[Relation, ...]) -> Node | None:
    return Items(tuple(_relation(one) for one in values)) if values else None


def _relation(value: Relation) -> Node:
    return Keys(
        _said((value.kind.value, Words(value.event)), ("gap", _words(value.gap)), ("within", _words(value.within)))
    )


def _one_or_list(values: tuple[str, ...]) -> Node:
    return Words(values[0]) if len(values) == 1 else Items(tuple(map(Words, values)))


def _list(values: Iterable[str]) -> Items | None:
    items = tuple(Words(value) for value in values)
    return Items(items) if items else None


def _words(value: str | None) -> Words | None:
    return None if value is None else Words(value)


def _quoted(value: str | None) -> Words | None:
    return None if value is None else Words(value, quoted=True)


def _said(*pairs: tuple[str, Node | None]) -> Pairs:
    return tuple((key, value) for key, value in pairs if value is not None)
