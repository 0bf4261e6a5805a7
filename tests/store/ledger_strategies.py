"""Ledgers of every shape the model allows, with texts that try to be something else than text."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.edtf.parse import parse
from timeline.model.change import AddActor, AddEvent, AddSource, Change
from timeline.model.ledger import (
    DESK,
    Actor,
    Claim,
    Event,
    Filing,
    Judgement,
    Ledger,
    Merger,
    Preference,
    Recasting,
    Relation,
    Source,
    When,
)
from timeline.model.vocabulary import ActorKind, Anchor, Occurrence, RelationKind, Role, Signal, Stance
from timeline.store.entries.claim_reading import FIELDS

TRAPS = (
    "", " ", "~", "null", "Null", "true", "No", "on", "y", "=", "<<", "-", "--- ", "---", "...", "?", ": ", "a: b", "a:",
    "a #b", "#b", "@x", "`x", "%x", "&a", "*a", "!t", "|", ">", "[a", "]", "{a", "}", "a, b", "'", '"', "\\", "2025",
    "1_000", "0x1F", "0o17", "017", "1.10", "1e5", ".5", "5.", "+1", "-1", ".inf", ".nan", "1:30", "2025-10-17",
    "2025-10-17 18:30", "12e034", "a\nb", "a\r\nb", "\n", "\ttab", "tab\t", "\x85", "x\x85y", "\u2028", "\u2029x",
    "\ufeff", "\ufeffx", "\x00", "\x07\x1b", "\x7f\x80", "\ufffe\uffff", "😀", "é\u0301", "\u202eabc", "\xa0x\xa0",
    "x ", " x", "http://a.b/c?d=1,2#e", "{edtf: x}", "<<<<<<< HEAD", "a\n\n\n", "«\xa0Vendredi\xa0»", "l'Élysée",
)  # fmt: skip
"""What YAML, some reader of it, or a text editor would take for something else."""

text = st.one_of(
    st.sampled_from(TRAPS), st.text(max_size=12), st.builds(str.__add__, st.sampled_from(TRAPS), st.text(max_size=4))
)
ids = st.one_of(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), text)
days = st.dates().map(lambda day: day.isoformat())
moments = st.one_of(days, st.datetimes(timezones=st.timezones()).map(lambda time: time.isoformat()))
edtf = st.one_of(
    days, st.just("2025-10"), st.builds(lambda a, b: parse(f"[{min(a, b)}..{max(a, b)}]").canonical, days, days)
)
kept = st.text("0123456789abcdef", min_size=64, max_size=64)


def maybe(values: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | values


def several(values: st.SearchStrategy[str], size: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=size).map(tuple)


def sources(name: str) -> st.SearchStrategy[Source]:
    return st.builds(
        Source,
        id=st.just(name),
        title=maybe(text),
        outlet=maybe(text),
        author=maybe(text),
        url=maybe(text),
        published=maybe(moments),
        modified=maybe(moments),
        signal=st.none() | st.sampled_from(Signal),
        language=maybe(text),
        text=maybe(kept),
        origin=maybe(text),
        recorded=maybe(moments),
    )


def mergers(names: list[str]) -> st.SearchStrategy[Merger | None]:
    return st.none() | st.builds(
        Merger,
        into=st.sampled_from(names),
        stance=st.sampled_from(Stance),
        who=maybe(text),
        at=maybe(moments),
        why=maybe(text),
    )


def actors(name: str, actor_ids: list[str]) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        id=st.just(name),
        name=text,
        kind=st.none() | st.sampled_from(ActorKind),
        aliases=several(text),
        wikidata=maybe(text),
        merged=mergers(actor_ids),
    )


judgements = st.builds(Judgement, stance=st.sampled_from(Stance), who=maybe(text), at=maybe(moments), why=maybe(text))
preferences = st.builds(
    Preference,
    about=st.lists(st.sampled_from(FIELDS), min_size=1, unique=True).map(tuple),
    who=maybe(text),
    at=maybe(moments),
    why=maybe(text),
)
whens = st.builds(
    When,
    edtf=maybe(edtf),
    text=maybe(text),
    anchor=st.none() | st.sampled_from(Anchor),
    rule=maybe(text),
    alternatives=several(edtf),
)


def claims(name: str, source_ids: list[str], actor_ids: list[str], event_ids: list[str]) -> st.SearchStrategy[Claim]:
    who = st.lists(st.sampled_from(actor_ids), max_size=3).map(tuple) if actor_ids else st.just(())
    gaps = st.none() | st.integers(0, 400).map(lambda days: f"P{days}D")
    relation = st.one_of(
        st.builds(Relation, kind=st.sampled_from(RelationKind), event=st.sampled_from(event_ids)),
        st.builds(
            Relation,
            kind=st.sampled_from((RelationKind.BEFORE, RelationKind.AFTER)),
            event=st.sampled_from(event_ids),
            gap=gaps,
            within=gaps.map(lambda days: f"P{int(days[1:-1]) + 400}D" if days else None),
        ),
    )
    return st.builds(
        Claim,
        id=st.just(name),
        source=st.sampled_from([DESK, *source_ids]),
        says=st.none() | st.sampled_from(Occurrence),
        quote=maybe(text),
        at=st.none() | st.tuples(st.integers(0, 99), st.integers(100, 9999)),
        around=st.none() | st.tuples(text, text),
        when=st.none() | whens,
        place=maybe(text),
        actors=st.dictionaries(st.sampled_from(Role), who, max_size=2).map(lambda roles: tuple(roles.items())),
        said_by=several(text),
        via=several(text),
        kind=maybe(text),
        relations=st.lists(relation, max_size=2).map(tuple),
        note=maybe(text),
        embargo=maybe(moments),
        on=maybe(moments),
        recorded=maybe(moments),
        score=st.none() | st.floats(0, 1),
        by=maybe(text),
        judgement=st.none() | judgements,
        absent=who,
        preferred=st.none() | preferences,
        filed=st.none()
        | st.builds(Filing, under=st.sampled_from(event_ids), who=maybe(text), at=maybe(moments), why=maybe(text)),
        recast=st.none()
        | (
            st.builds(Recasting, actor=text, to=st.sampled_from(actor_ids), who=maybe(text), at=maybe(moments))
            if actor_ids
            else st.none()
        ),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    source_ids = draw(st.lists(ids, unique=True, max_size=2))
    actor_ids = draw(st.lists(ids, unique=True, max_size=2))
    event_ids = draw(st.lists(ids, unique=True, min_size=1, max_size=3))
    claim_ids = iter(draw(st.lists(ids, unique=True, min_size=9, max_size=9)))
    events = {}
    for name in event_ids:
        held = [draw(claims(next(claim_ids), source_ids, actor_ids, event_ids)) for _ in range(draw(st.integers(0, 3)))]
        events[name] = draw(
            st.builds(
                Event,
                id=st.just(name),
                title=text,
                kind=text,
                tags=several(text),
                notes=maybe(text),
                claims=st.just(tuple(held)),
                merged=mergers(event_ids),
            )
        )
    return Ledger(
        sources={name: draw(sources(name)) for name in source_ids},
        actors={name: draw(actors(name, actor_ids)) for name in actor_ids},
        events=events,
    )


def additions(ledger: Ledger) -> list[Change]:
    """The changes that make a ledger out of an empty one."""
    return [
        *(AddSource(source=source) for source in ledger.sources.values()),
        *(AddActor(actor=actor) for actor in ledger.actors.values()),
        *(AddEvent(event=event) for event in ledger.events.values()),
    ]
