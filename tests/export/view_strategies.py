"""Views of every shape, for property tests: any text in any field that takes text."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.model.view import ActorRow, ClaimRow, EventRow, View
from timeline.model.vocabulary import Anchor, Occurrence, Role, Stance

texts = st.text(max_size=40)
some_text = st.none() | texts
DATES = (
    "2025-10-17",
    "2025-10",
    "2025",
    "202X",
    "2025-10-XX",
    "2025-10-17?",
    "2025-10~",
    "-0043-03-15",
    "0001-01-01",
    "9999-12-31",
    "2025-10-17T18:30",
    "2025-10-17T18:30+02:00",
    "2025-10-17T18:30Z",
    "2025-10-17T18:30Z/2025-10-17T20:00Z",
    "2025-10-20/2025-10-22",
    "2025-10/2025-12",
    "2025-10-22/..",
    "../2025-10-22",
    "2025-10-22/",
    "[2025-10-20..2025-10-26]",
    "[2025-10-20,2025-10-22]",
    "[..2025-10-31]",
    "[2025-10-31..]",
    "{2025-10-20,2025-10-22}",
)
dates = st.none() | st.sampled_from(DATES)
published = st.sampled_from((None, "2025-10-16", "2025-10-17T08:30:00+02:00", "2025-10-17T08:30"))

claims = st.builds(
    ClaimRow,
    id=texts,
    source=texts,
    quote=some_text,
    when=dates,
    when_words=some_text,
    says=st.none() | st.sampled_from(Occurrence),
    said_by=some_text,
    judgement=st.sampled_from(Stance),
    anchor=st.none() | st.sampled_from(Anchor),
    alternatives=st.lists(st.sampled_from(DATES), max_size=2).map(tuple),
    outlet=some_text,
    source_title=some_text,
    url=some_text | st.just("https://gazette.example/"),
    published=published,
    recorded=st.sampled_from((None, "2025-11-22T09:12:00+01:00")),
    current=st.booleans(),
)
actors = st.builds(ActorRow, id=texts, name=texts, role=st.sampled_from(Role))
rows = st.builds(
    EventRow,
    id=texts,
    title=texts,
    kind=texts,
    when=dates,
    occurrence=st.sampled_from(Occurrence),
    judgement=st.sampled_from(Stance),
    place=some_text,
    actors=st.lists(actors, max_size=3).map(tuple),
    claims=st.lists(claims, max_size=3).map(tuple),
    tags=st.lists(texts, max_size=2).map(tuple),
    notes=some_text,
    disputed=st.booleans(),
    previous_when=st.lists(st.sampled_from(DATES), max_size=1).map(tuple),
    changes=st.integers(0, 9),
)
views = st.builds(
    View,
    title=texts,
    today=st.just("2025-10-18"),
    timezone=st.sampled_from(("UTC", "Europe/Paris", "Pacific/Kiritimati")),
    rows=st.lists(rows, max_size=4).map(tuple),
    notes=st.lists(texts, max_size=2).map(tuple),
)
