"""What the desk said to be one is one for every question; nothing is lost, and the order of the file does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.fold.merging import mergers, united
from timeline.fold.state import fold, states
from timeline.model.ledger import Actor, Claim, Event, Filing, Ledger, Merger, Recasting, Relation, Source
from timeline.model.vocabulary import Occurrence, RelationKind, Role, Stance

SOURCES = {"lsi": Source(id="lsi", published="2025-10-17"), "afp": Source(id="afp", published="2025-10-22")}
EXPECTED = Claim(id="c1", source="lsi", says=Occurrence.EXPECTED)
OFF = Claim(id="c2", source="afp", says=Occurrence.CANCELLED, actors=((Role.HOST, ("d-trump",)),), said_by=("d-trump",))


def ledger(*events: Event, actors: tuple[Actor, ...] = ()) -> Ledger:
    return Ledger(
        sources=SOURCES, events={event.id: event for event in events}, actors={actor.id: actor for actor in actors}
    )


def into(name: str, stance: Stance = Stance.ACCEPTED) -> Merger:
    return Merger(into=name, stance=stance)


def event(name: str, *claims: Claim, **more: object) -> Event:
    return Event.model_validate({"id": name, "title": name, "claims": claims, **more})


def test_a_merged_event_gives_its_claims_tags_and_notes() -> None:
    one = event("a", EXPECTED, tags=("x",))
    other = event("b", OFF, kind="summit", tags=("y",), notes="ring them", merged=into("a"))
    found = united(ledger(one, other))
    (whole,) = found.events.values()
    assert [claim.id for claim in whole.claims] == ["c1", "c2"]
    assert (whole.tags, whole.notes, whole.claims[1].kind) == (("x", "y"), "ring them", "summit")
    assert fold(whole, found).occurrence is Occurrence.CANCELLED
    assert found.merged_events == {"b": "a"}


def test_chains_end_at_their_end_and_circles_are_none() -> None:
    found = mergers(
        {
            name: event(name, merged=into(target))
            for name, target in {"a": "b", "b": "c", "x": "y", "y": "x", "z": "x", "lost": "nowhere"}.items()
        }
        | {"c": event("c")}
    )
    assert found.canonical == {"a": "c", "b": "c"}
    assert found.circular == ("x", "y", "z")


def test_a_merger_that_was_rejected_is_none() -> None:
    apart = ledger(event("a", EXPECTED), event("b", OFF, merged=into("a", Stance.REJECTED)))
    assert united(apart) is apart


def test_relations_follow_and_none_holds_between_an_event_and_itself() -> None:
    before = Relation(kind=RelationKind.BEFORE, event="b")
    found = united(
        ledger(
            event("a", EXPECTED.model_copy(update={"relations": (before,)})),
            event(
                "b",
                OFF.model_copy(update={"relations": (Relation(kind=RelationKind.AFTER, event="a"),)}),
                merged=into("a"),
            ),
            event("c", Claim(id="c3", source="lsi", relations=(before,))),
        )
    )
    assert [claim.relations for claim in found.events["a"].claims] == [(), ()]
    assert found.events["c"].claims[0].relations[0].event == "a"


def test_a_filed_claim_counts_where_it_is_filed() -> None:
    filed = OFF.model_copy(update={"filed": Filing(under="b")})
    found = united(ledger(event("a", EXPECTED, filed), event("b"), event("c", merged=into("b"))))
    assert [claim.id for claim in found.events["b"].claims] == ["c2"]
    assert fold(found.events["a"], found).occurrence is Occurrence.EXPECTED


def test_a_merged_actor_gives_its_names_and_its_claims() -> None:
    actors = (
        Actor(id="trump", name="Donald Trump", aliases=("Trump",)),
        Actor(id="d-trump", name="D. Trump", aliases=("Trump",), wikidata="Q22686", merged=into("trump")),
    )
    found = united(ledger(event("a", OFF), actors=actors))
    assert found.actors == {
        "trump": actors[0].model_copy(update={"aliases": ("Trump", "D. Trump"), "wikidata": "Q22686"})
    }
    assert found.events["a"].claims[0].actors == ((Role.HOST, ("trump",)),)
    assert found.events["a"].claims[0].said_by == ("trump",)


def test_a_recast_claim_means_another() -> None:
    actors = (
        Actor(id="trump", name="Donald Trump"),
        Actor(id="d-trump", name="D.", merged=into("trump")),
        Actor(id="eric", name="Eric"),
    )
    claim = OFF.model_copy(update={"recast": Recasting(actor="trump", to="eric")})
    found = united(ledger(event("a", claim), actors=actors))
    assert found.events["a"].claims[0].actors == ((Role.HOST, ("eric",)),)


NAMES = ("a", "b", "c", "d")
name = st.sampled_from(NAMES)
merger = st.none() | st.builds(Merger, into=name, stance=st.sampled_from((Stance.ACCEPTED, Stance.REJECTED)))
claim = st.builds(
    Claim,
    id=st.uuids().map(str),
    source=st.sampled_from(tuple(SOURCES)),
    says=st.sampled_from(Occurrence),
    actors=st.tuples(st.tuples(st.just(Role.HOST), st.lists(name, min_size=1, max_size=2).map(tuple))),
    relations=st.tuples(st.builds(Relation, kind=st.just(RelationKind.BEFORE), event=name)),
    filed=st.none() | st.builds(Filing, under=name),
    recast=st.none() | st.builds(Recasting, actor=name, to=name),
)


@st.composite
def stories(draw: st.DrawFn) -> Ledger:
    claims = draw(st.lists(claim, max_size=6))
    events = [event(one, *claims[at::4], merged=draw(merger)) for at, one in enumerate(NAMES)]
    return ledger(*events, actors=tuple(Actor(id=one, name=one.upper(), merged=draw(merger)) for one in NAMES))


@given(stories())
def test_no_claim_is_lost_and_nothing_is_written(story: Ledger) -> None:
    before = story.model_copy(deep=True)
    found = united(story)
    claims = [claim.id for event in story.events.values() for claim in event.claims]
    assert sorted(claim.id for event in found.events.values() for claim in event.claims) == sorted(claims)
    assert found.events.keys() | found.merged_events.keys() == story.events.keys()
    assert set(found.merged_events.values()) <= found.events.keys()
    assert story == before
    named = {who for one in found.events.values() for claim in one.claims for _, all_ in claim.actors for who in all_}
    assert not named & found.merged_actors.keys()


@given(stories())
def test_the_order_of_the_file_does_not_matter(story: Ledger) -> None:
    turned = story.model_copy(update={"events": dict(reversed(story.events.items()))})
    one, other = states(united(story)), states(united(turned))
    assert {name: state.log for name, state in one.items() if state.counting} == {
        name: state.log for name, state in other.items() if state.counting
    }
