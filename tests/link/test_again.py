"""The same article twice: nothing. The same article with another date: what the new reading changes, and no more."""

from __future__ import annotations

from tests.link.applying import apply
from tests.link.articles import Article, english_visit, french_visit
from timeline.model.change import Judge, RemoveClaim, ReplaceSource
from timeline.model.ledger import Claim, Judgement, Ledger
from timeline.model.vocabulary import Occurrence, Stance

VISIT = "trump-recoit-zelensky-washington"
SUMMIT = "sommet-trump-poutine-budapest"


def once(article: Article) -> Ledger:
    return apply(Ledger(), article.into(Ledger()).changes)


def moved() -> Article:
    """The French article with another publication date, from which "vendredi" is a week later."""
    article = french_visit()
    article.published = "2025-10-23"
    visit = article.events[0]
    timex = visit.claims[0].timex
    assert timex is not None
    claim = visit.claims[0].model_copy(update={"timex": timex.model_copy(update={"edtf": "2025-10-24"})})
    article.events[0] = visit.model_copy(update={"claims": (claim,)})
    return article


def test_the_same_text_with_the_same_date_adds_nothing() -> None:
    ledger = once(french_visit())
    again = french_visit()
    again.outlet = "Mirror"
    assert again.into(ledger).changes == ()


def test_another_date_replaces_what_it_changes() -> None:
    ledger = once(french_visit())
    old = ledger.events[VISIT].claims[0]
    changes = moved().into(ledger).changes
    assert isinstance(changes[0], ReplaceSource)
    assert [change.claim for change in changes if isinstance(change, RemoveClaim)] == [old.id]
    after = apply(ledger, changes)
    assert list(after.sources) == list(ledger.sources)
    assert [claim.when.edtf for claim in after.events[VISIT].claims if claim.when] == ["2025-10-24"]
    assert after.events[SUMMIT] == ledger.events[SUMMIT]


def test_judgements_of_what_is_unchanged_stay() -> None:
    ledger = once(french_visit())
    accepted = Judgement(stance=Stance.ACCEPTED, who="desk")
    ledger = apply(ledger, [Judge(claim=ledger.events[SUMMIT].claims[0].id, judgement=accepted)])
    after = apply(ledger, moved().into(ledger).changes)
    assert [claim.judgement for claim in after.events[SUMMIT].claims] == [accepted]


def test_a_judgement_holds_when_only_the_other_readings_of_the_date_change() -> None:
    ledger = once(french_visit())
    old = ledger.events[VISIT].claims[0]
    ledger = apply(ledger, [Judge(claim=old.id, judgement=Judgement(stance=Stance.ACCEPTED, who="desk"))])
    article = moved()
    timex = article.events[0].claims[0].timex
    assert timex is not None
    other = timex.model_copy(update={"edtf": "2025-10-17", "alternatives": ("2025-10-24",)})
    claim = article.events[0].claims[0].model_copy(update={"timex": other})
    article.events[0] = article.events[0].model_copy(update={"claims": (claim,)})
    assert [type(change) for change in article.into(ledger).changes] == [ReplaceSource]


def test_what_somebody_has_judged_is_never_removed() -> None:
    ledger = once(french_visit())
    rejected = Judgement(stance=Stance.REJECTED, who="desk")
    old = ledger.events[VISIT].claims[0].id
    ledger = apply(ledger, [Judge(claim=old, judgement=rejected)])
    after = apply(ledger, moved().into(ledger).changes)
    assert [claim.stance for claim in after.events[VISIT].claims] == [Stance.REJECTED, Stance.SUGGESTED]


def test_typed_claims_are_never_touched() -> None:
    ledger = once(french_visit())
    source = next(iter(ledger.sources))
    typed = Claim(id="cdesk1", source=source, says=Occurrence.CONFIRMED)
    event = ledger.events[VISIT]
    ledger = ledger.model_copy(
        update={"events": {**ledger.events, VISIT: event.model_copy(update={"claims": (*event.claims, typed)})}}
    )
    after = apply(ledger, moved().into(ledger).changes)
    assert typed in after.events[VISIT].claims


def test_there_and_back_again_is_where_it_began_but_for_ids() -> None:
    ledger = once(french_visit())
    there = apply(ledger, moved().into(ledger).changes)
    back = apply(there, french_visit().into(there).changes)

    def without_ids(one: Ledger) -> list[dict[str, object]]:
        return [claim.model_dump(exclude={"id"}) for event in one.events.values() for claim in event.claims]

    assert list(back.events) == list(ledger.events)
    assert without_ids(back) == without_ids(ledger)


def test_replacing_leaves_the_claims_of_other_articles() -> None:
    ledger = once(french_visit())
    ledger = apply(ledger, english_visit().into(ledger).changes)
    others = [claim for claim in ledger.events[VISIT].claims if claim.source != "lsi-2025-10-16"]
    after = apply(ledger, moved().into(ledger).changes)
    assert [claim for claim in after.events[VISIT].claims if claim.source != "lsi-2025-10-16"] == others
