"""A row holds everything a reader is shown, and its contract exactly what is documented."""

from __future__ import annotations

import pytest

from tests.fold.stories import cases, story
from timeline.errors import UnknownIdError
from timeline.fold.moment import Moment
from timeline.query.event import resolve, show
from timeline.query.listing import listing

OCTOBER = story(cases("query/cases/october.yaml")[0])


def test_actors_carry_names_and_roles() -> None:
    row = show(OCTOBER, "visit")
    assert [(actor.id, actor.name, actor.role) for actor in row.actors] == [
        ("trump", "Donald Trump", "host"),
        ("zelensky", "Volodymyr Zelensky", "visitor"),
    ]


def test_order_stands_on_both_events() -> None:
    """Whichever of the two the claim stands on."""
    summit = show(OCTOBER, "summit")
    assert (set(summit.after), summit.before) == ({"talks", "visit"}, ())
    assert show(OCTOBER, "visit").before == ("summit",)
    assert show(OCTOBER, "talks").before == ("summit",)


def test_an_undated_event_shows_its_bounds_and_whose_they_are() -> None:
    summit = show(OCTOBER, "summit")
    assert (summit.when, summit.earliest, summit.latest, summit.bounded_by) == (None, "2025-10-20", None, ("talks",))
    talks = show(OCTOBER, "talks")
    assert (talks.earliest, talks.latest, talks.bounded_by) == ("2025-10-20", "2025-10-26", ())


def test_claims_carry_their_source() -> None:
    (claim,) = show(OCTOBER, "call").claims
    assert (claim.start, claim.end) == (10, 45)
    assert (claim.outlet, claim.source_title, claim.published) == ("LSI", "Le dialogue renoué", "2025-10-17")


def test_superseded_and_uncounted_claims_are_not_current() -> None:
    assert [(claim.id, claim.current) for claim in show(OCTOBER, "hearing").claims] == [
        ("hearing-1", False),
        ("hearing-2", True),
    ]
    assert [(claim.judgement, claim.current) for claim in show(OCTOBER, "summit").claims] == [
        ("accepted", True),
        ("suggested", False),
    ]


def test_rejected_claims_show_only_where_one_event_is_shown() -> None:
    told = {"events": {"a": {"claims": [{"says": "expected"}, {"says": "cancelled", "judgement": "rejected"}]}}}
    (row,) = listing(story(told), today="2025-10-17").rows
    assert [claim.id for claim in row.claims] == ["a-1"]
    assert [claim.id for claim in show(story(told), "a").claims] == ["a-1", "a-2"]


def test_speakers_are_named() -> None:
    told = {"actors": {"ann": "Ann Lee"}, "claims": [{"says": "expected", "said_by": ["ann", "an official"]}]}
    (claim,) = show(story(told), "event").claims
    assert claim.said_by == "Ann Lee, an official"


def test_contract() -> None:
    row = show(OCTOBER, "summit").contract()
    assert list(row) == [
        "id", "title", "kind", "when", "earliest", "latest", "occurrence", "judgement", "place", "actors", "claims",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "event"),
    [
        ("summit", "summit"),
        ("sum", "summit"),
        ("summit-2", "summit"),
        ("vote du budget", "vote"),
        ("BUDAPEST", "summit"),
        ("echeance", "deadline"),
        ("recoit zelensky", "visit"),
    ],
    ids=["id", "beginning", "claim", "title", "word", "accents", "words"],
)
def test_resolve(reference: str, event: str) -> None:
    assert resolve(OCTOBER, reference) == event


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("trump", "may be any of: call, visit"),
        ("de", "may be any of: deadline, "),
        ("sumit", "the nearest: summit"),
        ("xyz", "no event"),
        ("", "no event"),
    ],
)
def test_resolve_names_what_could_be_meant(reference: str, message: str) -> None:
    with pytest.raises(UnknownIdError, match=message):
        resolve(OCTOBER, reference)


def test_nobody_had_spoken_of_it() -> None:
    with pytest.raises(UnknownIdError, match="2025-10-18"):
        show(OCTOBER, "vote", Moment(as_of="2025-10-18"))
