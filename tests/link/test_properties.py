"""What holds for every name and every article."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.applying import apply
from tests.link.articles import Article
from timeline.link import ids, names
from timeline.model.ledger import Ledger
from timeline.model.vocabulary import Occurrence, Role

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMES = ["Donald Trump", "Vladimir Poutine", "Zelenskyy", "Anna Lindh", "Xi Jinping", "Łukasz Øre", "Зеленський"]
DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.text())
def test_ids_are_ascii_slugs(text: str) -> None:
    for found in (ids.slug(text), ids.event_id(text, ()), ids.actor_id(text, ()), ids.source_id(text, None, None, ())):
        assert SLUG.fullmatch(found)
        assert len(found) <= 60


@given(st.lists(st.text(max_size=3), max_size=12))
def test_ids_are_unique(texts: list[str]) -> None:
    taken: set[str] = set()
    for text in texts:
        found = ids.actor_id(text, taken)
        assert found not in taken
        taken.add(found)


@given(st.lists(st.tuples(st.text(max_size=2), st.text(max_size=2)), max_size=12))
def test_claim_ids_are_unique_and_steady(claims: list[tuple[str, str]]) -> None:
    def run() -> list[str]:
        taken: set[str] = set()
        for source, words in claims:
            taken.add(ids.claim_id(source, words, (0, 1), taken))
        return sorted(taken)

    assert len(run()) == len(claims)
    assert run() == run()
    assert all(re.fullmatch(r"c[0-9a-f]{6}", found) for found in run())


@given(st.text(), st.text())
def test_names_compare_alike_from_both_sides(one: str, other: str) -> None:
    assert names.compare(one, other) == names.compare(other, one)
    assert 0 <= names.compare(one, other) <= 1


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """A few claims in sentences of their own, about a few people, dated or not."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["visit", "meeting", "statement", "attack", "vote"]),
                st.lists(st.sampled_from(NAMES), max_size=3, unique=True),
                st.none() | DAYS,
                st.sampled_from(list(Occurrence)),
                st.sampled_from([None, "Paris", "Budapest", "Nowhere"]),
            ),
            max_size=5,
        )
    )
    text = " ".join(f"Sentence {number} on someday." for number in range(len(rows))) or "Nothing."
    article = Article("Daily", draw(DAYS), f"{text} {draw(st.integers(0, 9))}")
    for name in NAMES:
        article.actor(name)
    for number, (kind, people, day, says, place) in enumerate(rows):
        roles = dict.fromkeys(people, Role.PARTICIPANT)
        when = ("someday", day) if day else None
        article.claim(kind, f"Sentence {number} on someday", roles, says=says, when=when, place=place)
    return article


@settings(deadline=None, max_examples=60)
@given(st.lists(articles(), max_size=3))
def test_proposing_is_deterministic_and_the_second_time_adds_nothing(several: list[Article]) -> None:
    ledger = Ledger()
    for article in several:
        proposal = article.into(ledger)
        assert proposal == article.into(ledger)
        ledger = apply(ledger, proposal.changes)
        assert article.into(ledger).changes == ()
    check(ledger)


def check(ledger: Ledger) -> None:
    """Every reference points to something, every id is used once."""
    claims = [claim for event in ledger.events.values() for claim in event.claims]
    assert len({claim.id for claim in claims}) == len(claims)
    assert all(event.claims for event in ledger.events.values())
    for claim in claims:
        assert claim.source in ledger.sources
        assert {actor for _, actors in claim.actors for actor in actors} <= ledger.actors.keys()
        assert {relation.event for relation in claim.relations} <= ledger.events.keys()
