"""A review without a terminal: what each decision writes, and that all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from tests.cli.suggested import written
from tests.store.ledger_strategies import additions
from timeline.cli.reviewing.session import Session
from timeline.config import Settings
from timeline.errors import ConflictError, DateError, UsageError
from timeline.model.change import Judge
from timeline.model.ledger import Claim, Judgement, Ledger
from timeline.model.vocabulary import Occurrence, Stance
from timeline.pipeline.typed import Desk
from timeline.query.suggestions import suggestions
from timeline.store.yaml_ledger import YamlStore


@pytest.fixture
def store(folder: Path) -> YamlStore:
    return written(folder)


@pytest.fixture
def session(store: YamlStore) -> Session:
    seconds = count()

    def desk(ledger: Ledger) -> Desk:
        now = datetime(2025, 10, 19, 9, 0, next(seconds), tzinfo=UTC)
        return Desk(ledger, Settings(store.path, date(2025, 10, 19), now), store.read_text)

    ledger = store.load()
    return Session(suggestions(ledger), ledger, store.apply, desk)


def claim(ledger: Ledger, name: str) -> Claim:
    return next(one for event in ledger.events.values() for one in event.claims if one.id == name)


def home(ledger: Ledger, name: str) -> str:
    return next(event.id for event in ledger.events.values() for one in event.claims if one.id == name)


def at(session: Session) -> str:
    assert session.current is not None
    return session.current.claim.id


def go_to(session: Session, name: str) -> None:
    while at(session) != name:
        session.skip()


def merge(session: Session, name: str, into: str, *, whole: bool = False) -> None:
    go_to(session, name)
    session.move(session.merging(into, whole=whole), "merged")


def split(session: Session, name: str, title: str) -> None:
    go_to(session, name)
    session.move(session.splitting(title), "split")


def test_articles_in_order_then_down_the_text(session: Session) -> None:
    assert session.claims == ["c000001", "c000002", "c000003", "c000004", "c000005"]
    assert (at(session), session.open) == ("c000001", 5)


def test_forth_and_back(session: Session) -> None:
    assert not session.back()
    for _ in range(7):
        session.skip()
    assert session.current is None
    assert session.back()
    assert at(session) == "c000005"


def test_a_judgement_is_written_at_once_and_the_next_comes(session: Session, store: YamlStore) -> None:
    session.judge(Stance.ACCEPTED)
    session.judge(Stance.REJECTED, "une autre rencontre")
    ledger = store.load()
    assert claim(ledger, "c000001").judgement == Judgement(
        stance=Stance.ACCEPTED, who="desk", at="2025-10-19T09:00:00+00:00"
    )
    rejected = claim(ledger, "c000002").judgement
    assert rejected is not None
    assert (rejected.stance, rejected.why) == (Stance.REJECTED, "une autre rencontre")
    assert (at(session), session.open, session.tally) == ("c000003", 3, {"accepted": 1, "rejected": 1})


def test_what_was_judged_like_this_keeps_its_first_judgement(session: Session, store: YamlStore) -> None:
    session.judge(Stance.ACCEPTED)
    before = store.path.read_bytes()
    session.back()
    session.judge(Stance.ACCEPTED)
    assert store.path.read_bytes() == before
    assert (at(session), session.tally) == ("c000002", {"accepted": 1})


def test_a_corrected_date_is_read_against_the_article_and_stands_beside_the_machines(
    session: Session, store: YamlStore
) -> None:
    machine = claim(session.ledger, "c000001")
    timex = session.correct(when="samedi prochain")
    assert timex is not None
    mended = claim(store.load(), at(session))
    assert mended.when is not None
    assert (mended.when.edtf, mended.when.text) == (timex.edtf, "samedi prochain")
    assert (mended.quote, mended.at, mended.actors, mended.says) == (
        machine.quote,
        machine.at,
        machine.actors,
        machine.says,
    )
    assert (mended.stance, mended.score, mended.by) == (Stance.ACCEPTED, None, None)
    kept = claim(store.load(), "c000001")
    assert kept.model_copy(update={"judgement": machine.judgement}) == machine
    assert kept.judgement is not None
    assert (kept.stance, kept.judgement.why) == (Stance.REJECTED, f"corrected by {mended.id}")


def test_a_correction_can_be_corrected(session: Session, store: YamlStore) -> None:
    session.correct(when="2025-10-18")
    first = at(session)
    session.correct(says=Occurrence.CONFIRMED)
    mended = claim(store.load(), at(session))
    assert mended.when is not None
    assert (mended.when.edtf, mended.says) == ("2025-10-18", Occurrence.CONFIRMED)
    assert claim(store.load(), first).stance is Stance.REJECTED


def test_words_that_name_no_day_change_nothing(session: Session, store: YamlStore) -> None:
    before = store.path.read_bytes()
    with pytest.raises(DateError):
        session.correct(when="trois heures durant")
    assert store.path.read_bytes() == before
    assert at(session) == "c000001"
    assert session.undo() is None


def test_a_merger_takes_the_relations_and_the_labels_along(session: Session, store: YamlStore) -> None:
    merge(session, "c000002", "visit")
    ledger = store.load()
    assert "stay" not in ledger.events
    assert home(ledger, "c000002") == "visit"
    assert claim(ledger, "c000002").kind == "meeting"
    assert claim(ledger, "c000002").stance is Stance.SUGGESTED
    assert [one.event for one in claim(ledger, "c000004").relations] == ["visit"]
    assert [one.event for one in claim(ledger, "c000006").relations] == ["visit"]
    assert ledger.events["visit"].tags == ("ports",)
    assert at(session) == "c000002"


def test_what_an_event_cannot_be_to_itself_is_named_and_goes(session: Session, store: YamlStore) -> None:
    go_to(session, "c000002")
    plan = session.merging("summit", whole=False)
    assert [(name, one.kind, one.event) for name, one in plan.unsaid] == [("c000002", "before", "summit")]
    session.move(plan, "merged")
    assert claim(store.load(), "c000002").relations == ()


def test_one_of_several_claims_leaves_the_others(session: Session, store: YamlStore) -> None:
    assert session.fellows() == ("c000005",)
    merge(session, "c000001", "met")
    ledger = store.load()
    assert (home(ledger, "c000001"), home(ledger, "c000005")) == ("met", "visit")
    assert claim(ledger, "c000001").kind == "visit"


def test_all_suggestions_of_an_event_move_together(session: Session, store: YamlStore) -> None:
    merge(session, "c000001", "met", whole=True)
    ledger = store.load()
    assert "visit" not in ledger.events
    assert [one.id for one in ledger.events["met"].claims] == ["c000004", "c000001", "c000005"]
    assert claim(ledger, "c000005").kind is None


def test_what_is_rejected_goes_along_where_nothing_else_is_left(session: Session, store: YamlStore) -> None:
    session.judge(Stance.REJECTED)
    merge(session, "c000005", "met")
    ledger = store.load()
    assert "visit" not in ledger.events
    assert home(ledger, "c000001") == "met"


def test_an_event_with_an_accepted_claim_stays(session: Session, store: YamlStore) -> None:
    session.judge(Stance.ACCEPTED)
    merge(session, "c000005", "met")
    assert [one.id for one in store.load().events["visit"].claims] == ["c000001"]


def test_a_claim_gets_an_event_of_its_own(session: Session, store: YamlStore) -> None:
    split(session, "c000005", "Une autre visite à Nantes")
    ledger = store.load()
    new = ledger.events[home(ledger, "c000005")]
    assert (new.id, new.title, new.kind) == ("autre-visite-nantes", "Une autre visite à Nantes", "meeting")
    assert claim(ledger, "c000005").kind is None


def test_a_claim_that_stands_alone_is_not_split(session: Session) -> None:
    go_to(session, "c000002")
    with pytest.raises(UsageError, match="only claim"):
        session.splitting("Autre")


def test_what_is_judged_does_not_move(session: Session) -> None:
    session.judge(Stance.ACCEPTED)
    session.back()
    with pytest.raises(UsageError, match="accepted"):
        session.merging("met", whole=False)


STEPS: dict[str, list[Callable[[Session], object]]] = {
    "judgements": [lambda s: s.judge(Stance.ACCEPTED), lambda s: s.judge(Stance.REJECTED, "non")],
    "labels": [lambda s: s.label(title="Autre titre"), lambda s: s.label(kind="summit")],
    "a date": [lambda s: s.correct(when="samedi")],
    "a date, its status, and on": [
        lambda s: s.correct(when="samedi"),
        lambda s: s.correct(says=Occurrence.CONFIRMED),
        lambda s: s.judge(Stance.REJECTED),
    ],
    "a split": [lambda s: split(s, "c000001", "Autre visite")],
    "one claim of two": [lambda s: merge(s, "c000001", "met"), lambda s: s.judge(Stance.ACCEPTED)],
    "an event": [lambda s: merge(s, "c000002", "met")],
    "an event and what it says of the other": [lambda s: merge(s, "c000002", "summit")],
    "an event with two claims": [lambda s: merge(s, "c000001", "met", whole=True)],
    "one after the other": [
        lambda s: s.correct(when="samedi"),
        lambda s: s.skip(),
        lambda s: merge(s, "c000002", "met"),
        lambda s: s.judge(Stance.ACCEPTED),
        lambda s: merge(s, "c000004", "summit"),
        lambda s: s.judge(Stance.REJECTED),
        lambda s: split(s, "c000005", "Encore"),
        lambda s: s.label(title="Encore une"),
    ],
}


@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_everything_can_be_taken_back(
    steps: list[Callable[[Session], object]], session: Session, store: YamlStore
) -> None:
    ledger = store.load()
    claims = list(session.claims)
    for step in steps:
        step(session)
    assert store.load() != ledger
    while session.undo():
        pass
    after = store.load()
    untagged = {name: event.model_copy(update={"notes": event.notes or None}) for name, event in after.events.items()}
    assert after.model_copy(update={"events": untagged}) == ledger
    assert list(after.events) == list(ledger.events)
    assert (session.claims, session.tally, session.ledger) == (claims, {}, after)


def test_undo_goes_to_where_it_was_done(session: Session) -> None:
    session.judge(Stance.ACCEPTED)
    session.skip()
    session.skip()
    assert session.undo() == "accepted"
    assert at(session) == "c000001"


def test_undo_leaves_what_somebody_else_wrote(session: Session, store: YamlStore) -> None:
    session.judge(Stance.ACCEPTED)
    store.apply([Judge(claim="c000003", judgement=Judgement(stance=Stance.REJECTED))])
    session.undo()
    assert claim(store.load(), "c000003").stance is Stance.REJECTED
    assert claim(store.load(), "c000001").stance is Stance.SUGGESTED


def test_what_somebody_else_accepted_meanwhile_does_not_move(session: Session, store: YamlStore) -> None:
    go_to(session, "c000002")
    store.apply([Judge(claim="c000002", judgement=Judgement(stance=Stance.ACCEPTED))])
    with pytest.raises(ConflictError):
        session.move(session.merging("met", whole=False), "merged")
    session.refresh(store.load())
    assert (at(session), session.tally) == ("c000002", {})
    assert session.open == 4


def test_what_is_gone_is_left_out(session: Session, store: YamlStore) -> None:
    text = store.path.read_text(encoding="utf-8")
    start, end = text.index("  met:"), text.index("  council:")
    store.path.write_text(text[:start] + text[end:], encoding="utf-8")
    session.refresh(store.load())
    for _ in range(3):
        session.skip()
    assert at(session) == "c000005"


def test_taking_back_leaves_no_trace_in_a_file_that_we_wrote(session: Session, store: YamlStore) -> None:
    store.path.write_text("timeline: 1\ntimezone: Europe/Paris\n", encoding="utf-8")
    store.apply(additions(session.ledger))
    before = store.path.read_bytes()
    session.correct(when="samedi")
    session.skip()
    merge(session, "c000004", "summit")
    session.judge(Stance.ACCEPTED)
    split(session, "c000005", "Encore une visite")
    while session.undo():
        pass
    assert store.path.read_bytes() == before
