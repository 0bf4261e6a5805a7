"""Articles days apart, in two languages and three spellings, make one story; a later visit is another."""

from __future__ import annotations

import pytest

from tests.link.applying import apply
from tests.link.articles import Article, english_visit, french_visit, later_visit
from timeline.model.ledger import Ledger
from timeline.model.vocabulary import ActorKind, Anchor, Occurrence, RelationKind, Role

EMPTY = Ledger(timezone="Europe/Paris")


def ledger_of(*articles: Article) -> Ledger:
    ledger = EMPTY
    for article in articles:
        ledger = apply(ledger, article.into(ledger).changes)
    return ledger


@pytest.mark.parametrize("articles", [(french_visit(), english_visit()), (english_visit(), french_visit())])
def test_two_articles_about_one_visit_make_one_event_with_two_claims(articles: tuple[Article, Article]) -> None:
    ledger = ledger_of(*articles)
    assert len(ledger.events) == 2
    assert [len(event.claims) for event in ledger.events.values()] == [2, 2]


def test_transliterations_make_one_actor() -> None:
    ledger = ledger_of(french_visit(), english_visit())
    assert sorted(ledger.actors) == ["donald-trump", "united-states-government", "vladimir-putin", "volodymyr-zelensky"]
    putin = ledger.actors["vladimir-putin"]
    assert (putin.name, putin.aliases, putin.wikidata) == ("Vladimir Poutine", ("Vladimir Putin",), "Q7747")


def test_another_visit_a_month_later_is_another_event() -> None:
    ledger = ledger_of(french_visit(), english_visit(), later_visit())
    assert len(ledger.events) == 3
    assert len(ledger.events["zelensky-visits-trump-washington"].claims) == 1


def test_a_claim_carries_its_whole_provenance() -> None:
    claim = ledger_of(french_visit()).events["trump-recoit-zelensky-washington"].claims[0]
    assert claim.at == (13, 67)
    assert claim.quote == french_visit().text[13:67]
    assert claim.around == ("Donald Trump ", ". Un sommet entre Donald")
    assert claim.says is Occurrence.EXPECTED
    assert claim.when is not None
    assert claim.when.model_dump() == {
        "edtf": "2025-10-17",
        "text": "vendredi",
        "anchor": Anchor.PUBLISHED,
        "rule": "weekday-bare",
        "alternatives": ("2025-01-01",),
    }
    assert claim.actors == ((Role.HOST, ("donald-trump",)), (Role.VISITOR, ("volodymyr-zelensky",)))
    assert [(one.kind, one.event) for one in claim.relations] == [
        (RelationKind.BEFORE, "sommet-trump-poutine-budapest")
    ]
    assert (claim.by, claim.score) == ("rule fr-visit, parser hand", 0.9)


def test_the_other_articles_kind_and_speaker_stand_on_its_claims() -> None:
    ledger = ledger_of(french_visit(), english_visit())
    met = ledger.events["trump-recoit-zelensky-washington"].claims[1]
    off = ledger.events["sommet-trump-poutine-budapest"].claims[1]
    assert (met.kind, off.kind) == ("meeting", None)
    assert off.said_by == ("united-states-government",)


def test_every_join_has_a_score_and_a_reason() -> None:
    reasons = english_visit().into(ledger_of(french_visit())).reasons
    assert all(reason.why and 0 < reason.score <= 1 for reason in reasons)
    assert {(reason.found, reason.new) for reason in reasons if reason.what == "event"} == {
        ("Zelenskyy meets Trump", False),
        ("Summit of Trump and Putin in Hungary", False),
    }


def test_an_actor_that_no_claim_names_is_left_out() -> None:
    article = later_visit()
    article.actor("Ursula von der Leyen")
    assert "ursula-von-der-leyen" not in ledger_of(article).actors


def test_two_events_of_one_article_stay_two() -> None:
    article = Article("Daily", "2025-10-18", "Xi met Modi on Monday. Modi and Xi met again on Monday.")
    xi, modi = article.actor("Xi Jinping"), article.actor("Narendra Modi")
    roles = {xi: Role.PARTICIPANT, modi: Role.PARTICIPANT}
    for quote in ("Xi met Modi on Monday", "Modi and Xi met again on Monday"):
        article.claim("meeting", quote, roles, says=Occurrence.OCCURRED, when=("Monday", "2025-10-13"))
    assert len(ledger_of(article).events) == 2
    follow_up = Article("Other", "2025-10-18", article.text + " More.", actors=article.actors, events=article.events)
    assert len(ledger_of(article, follow_up).events) == 2


def test_a_government_may_stand_for_those_who_lead_it() -> None:
    article = Article("Daily", "2025-10-17", "The United States and Russia plan a summit in Budapest.")
    us, russia = (
        article.actor(name, ActorKind.GOVERNMENT, code) for name, code in (("United States", "US"), ("Russia", "RU"))
    )
    roles = {us: Role.PARTICIPANT, russia: Role.PARTICIPANT}
    article.claim("summit", "plan a summit in Budapest", roles, place="Budapest", title="US-Russian summit")
    ledger = ledger_of(french_visit(), article)
    assert len(ledger.events["sommet-trump-poutine-budapest"].claims) == 2
    assert {"united-states-government", "russian-government"} <= set(ledger.actors)
