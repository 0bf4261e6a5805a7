"""Which events of two articles are one: a first article is in the ledger, a second one comes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.link.applying import apply
from tests.link.articles import Article
from timeline.model.ledger import Ledger
from timeline.model.vocabulary import ActorKind, Role
from timeline.model.vocabulary import Occurrence as Occ

P = Role.PARTICIPANT
BODIES = dict.fromkeys(("European Union", "European Council", "NATO"), ActorKind.ORGANISATION)


@dataclass(frozen=True)
class Told:
    """One claim of a one-sentence article."""

    kind: str
    quote: str
    people: tuple[str, ...] = ()
    day: str | None = None
    place: str | None = None
    says: Occ = Occ.EXPECTED
    published: str = "2025-10-16"
    groups: tuple[str, ...] = ()
    chair: str = ""

    def article(self, outlet: str) -> Article:
        article = Article(outlet, self.published, f"{self.quote} someday. {outlet}")
        roles = {article.actor(name, BODIES.get(name, ActorKind.PERSON)): P for name in self.people}
        roles |= {article.actor(name, ActorKind.GROUP): P for name in self.groups}
        roles |= {article.actor(self.chair): Role.CHAIR} if self.chair else {}
        when = ("someday", self.day) if self.day else None
        article.claim(self.kind, self.quote, roles, says=self.says, when=when, place=self.place)
        return article


TWO = ("Donald Trump", "Vladimir Putin")
UNION, COUNCIL = "European Union", "European Council"
SUMMIT = Told("summit", "The two will meet", TWO, place="Budapest")
STATEMENT = Told("statement", "The minister denounced illegal tariffs on European wines", ("Anna Lindh",), "2025-10-16")
FIRE = Told("disaster", "A fire broke out", (), "2025-10-14", "Lyon", Occ.OCCURRED)


def _advisers(group: str, day: str, chair: str = "Marco Rubio") -> Told:
    return Told("talks", f"The {group} talk", (), day, groups=(group,), chair=chair)


ONE = [
    ("the same plan, told elsewhere", SUMMIT, Told("meeting", "They meet", TWO, published="2025-10-19")),
    ("called off", SUMMIT, Told("summit", "It is off", TWO, says=Occ.CANCELLED, published="2025-10-21")),
    ("the day becomes known", SUMMIT, Told("summit", "On Thursday", TWO, "2025-10-30", published="2025-10-19")),
    ("a window and a day in it", Told("talks", "Talks", TWO, "[2025-10-20..2025-10-26]"), Told("talks", "Talks were held", TWO, "2025-10-22", says=Occ.OCCURRED, published="2025-10-23")),
    ("put off before its day", Told("vote", "A vote", ("Senate Bill Group",), "2025-10-24"), Told("vote", "Postponed", ("Senate Bill Group",), "2025-11-03", says=Occ.POSTPONED, published="2025-10-20")),
    ("a statement in like words", STATEMENT, Told("statement", "Illegal tariffs on wines were denounced by the European minister", ("Anna Lindh",), "2025-10-16")),
    ("a body and its heads, one day", Told("summit", "The summit", (UNION,), "2025-10-23"), Told("meeting", "They meet", (COUNCIL,), "2025-10-23")),
    ("groups without a name under one chair, in one week", _advisers("advisers", "[2025-10-20..2025-10-26]"), _advisers("Russian and American officials", "[2025-10-20..2025-10-26]")),
    ("nobody is named, but place and day are", FIRE, Told("disaster", "Flames destroyed a market", (), "2025-10-14", "Lyon", Occ.OCCURRED)),
]  # fmt: skip
TWO_EVENTS = [
    ("another pair", SUMMIT, Told("summit", "They meet", ("Donald Trump", "Xi Jinping"), place="Budapest")),
    ("another place", SUMMIT, Told("summit", "They meet", TWO, place="Vienna")),
    ("a call is no summit", SUMMIT, Told("phone_call", "They spoke", TWO, says=Occ.OCCURRED)),
    ("a plan for what has happened already", Told("meeting", "They met", TWO, "2025-08-15", says=Occ.OCCURRED), SUMMIT),
    ("a pair that shares one", Told("phone_call", "Call", TWO, "2025-10-16", says=Occ.OCCURRED), Told("phone_call", "Call", ("Viktor Orban", "Donald Trump"), "2025-10-16", says=Occ.OCCURRED)),
    ("a body and its heads, no day", Told("summit", "The summit", (UNION,)), Told("meeting", "They meet", (COUNCIL,))),
    ("two bodies", Told("summit", "The summit", (UNION,), "2025-10-23"), Told("meeting", "They meet", ("NATO",), "2025-10-23")),
    ("groups without a name under two chairs", _advisers("advisers", "[2025-10-20..2025-10-26]"), _advisers("officials", "[2025-10-20..2025-10-26]", chair="Anna Lindh")),
    ("groups without a name under one chair, on two days", _advisers("advisers", "2025-10-20"), _advisers("officials", "2025-10-21")),
    ("one minister, two groups", Told("meeting", "They met", ("Anna Lindh",), "2025-10-15", says=Occ.OCCURRED, groups=("senators",)), Told("meeting", "They met", ("Anna Lindh",), "2025-10-15", says=Occ.OCCURRED, groups=("mayors",))),
    ("months later", SUMMIT, Told("summit", "They meet", TWO, published="2026-02-01")),
    ("another call on another day", Told("phone_call", "Call", TWO, "2025-10-14", says=Occ.OCCURRED), Told("phone_call", "Call", TWO, "2025-10-16", says=Occ.OCCURRED)),
    ("another statement of the day", STATEMENT, Told("statement", "The minister promised trains for Scania", ("Anna Lindh",), "2025-10-16")),
    ("another fire", FIRE, Told("disaster", "A fire broke out", (), "2025-10-14", "Lille", Occ.OCCURRED)),
    ("a namesake", Told("trial", "A trial", ("Jean Dupont",)), Told("trial", "A trial", ("Jeanne Dupont",))),
    ("nothing but a kind", Told("meeting", "Le rendez-vous"), Told("meeting", "La rencontre")),
]  # fmt: skip


def events(first: Told, second: Told) -> Ledger:
    ledger = Ledger()
    for outlet, told in (("One", first), ("Two", second)):
        ledger = apply(ledger, told.article(outlet).into(ledger).changes)
    return ledger


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_event(first: Told, second: Told) -> None:
    assert [len(event.claims) for event in events(first, second).events.values()] == [2]


def test_a_body_and_its_heads_count_once() -> None:
    ledger = events(
        Told("summit", "The summit", (UNION,), "2025-10-23"), Told("meeting", "They meet", (COUNCIL,), "2025-10-23")
    )
    third = Told("meeting", "They meet", (COUNCIL, "Volodymyr Zelensky"), "2025-10-23", published="2025-10-22")
    ledger = apply(ledger, third.article("Three").into(ledger).changes)
    assert [len(event.claims) for event in ledger.events.values()] == [3]


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in TWO_EVENTS], ids=[case[0] for case in TWO_EVENTS])
def test_two_events(first: Told, second: Told) -> None:
    assert [len(event.claims) for event in events(first, second).events.values()] == [1, 1]
