"""What every store promises, whatever it is made of. `stores.STORES` lists them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from tests.store.ledger_strategies import additions, ledgers
from tests.store.stores import STORES
from timeline.diagnostics import Diagnostic, Where
from timeline.errors import ConflictError, LedgerError, UsageError
from timeline.model.change import (
    AddActor,
    AddAlias,
    AddClaim,
    AddEvent,
    AddSource,
    Change,
    EditEvent,
    FileClaim,
    Judge,
    MergeActor,
    MergeEvent,
    MoveClaim,
    Prefer,
    Recast,
    Relate,
    RemoveClaim,
    ReplaceSource,
)
from timeline.model.ledger import (
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
    Version,
    When,
)
from timeline.model.vocabulary import ActorKind, Occurrence, RelationKind, Role, Stance
from timeline.store.protocol import Store

TEXT = "Le président l'a dit jeudi :\n« Vendredi\xa0», puis 😀\u2028fin.\n"
SOURCE = Source(id="lsi", title="Titre", published="2025-10-17", recorded="2025-11-22T09:12:00+01:00")
ACTOR = Actor(id="trump", name="Donald Trump", kind=ActorKind.PERSON, aliases=("Trump",))
SUGGESTED = Judgement(stance=Stance.SUGGESTED)
PICKED = Preference(about=("when",), who="desk", at="2025-11-22T09:20:00+01:00", why="the palace called")
ACCEPTED = Judgement(stance=Stance.ACCEPTED, who="desk", at="2025-11-22T09:15:00+01:00", why="sûr: oui")
CLAIM = Claim(
    id="c1",
    source="lsi",
    says=Occurrence.EXPECTED,
    quote="Vendredi",
    at=(31, 39),
    when=When(edtf="2025-10-17", text="Vendredi"),
    actors=((Role.HOST, ("trump",)),),
    judgement=SUGGESTED,
)
EVENT = Event(id="visit", title="Visite", kind="visit", tags=("ukraine",), claims=(CLAIM,))
STORY: tuple[Change, ...] = (AddSource(source=SOURCE), AddActor(actor=ACTOR), AddEvent(event=EVENT))
TYPED = Claim(id="c2", source="desk", says=Occurrence.CONFIRMED)

each_store = pytest.mark.parametrize("name", STORES)


@pytest.fixture
def store(name: str, tmp_path: Path) -> Store:
    made = STORES[name](tmp_path)
    made.create("Europe/Paris")
    return made


@each_store
def test_a_new_ledger_is_empty(store: Store) -> None:
    assert store.load() == Ledger(timezone="Europe/Paris")
    assert store.diagnose() == (store.load(), ())


@each_store
def test_creating_never_overwrites(store: Store) -> None:
    store.apply(STORY)
    with pytest.raises(UsageError):
        store.create("Europe/Rome")
    assert store.load().timezone == "Europe/Paris"
    assert "visit" in store.load().events


@each_store
def test_no_zone_no_ledger(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Europe/Paris"):
        STORES[name](tmp_path).create("Europe/Pari")


@each_store
def test_what_is_not_there_cannot_be_read(name: str, tmp_path: Path) -> None:
    store = STORES[name](tmp_path)
    ledger, findings = store.diagnose()
    assert ledger is None
    assert [finding.code for finding in findings] == ["E211"]
    for use in (store.load, lambda: store.apply(STORY), lambda: store.preview(STORY)):
        with pytest.raises(LedgerError):
            use()


@each_store
@given(ledger=ledgers())
@settings(deadline=None, max_examples=25)
def test_round_trip(name: str, ledger: Ledger) -> None:
    with TemporaryDirectory() as folder:
        store = STORES[name](Path(folder))
        store.create("UTC")
        assert store.apply(additions(ledger)) == ledger
        assert STORES[name](Path(folder)).load() == ledger


@each_store
@given(ledger=ledgers())
@settings(deadline=None, max_examples=10)
def test_findings_are_located_and_nothing_else(name: str, ledger: Ledger) -> None:
    """Of every claim, event, source and actor, whatever their ids are made of; what is unknown is left as it is."""
    about = [(kind, key) for kind in ("sources", "actors", "events") for key in getattr(ledger, kind)]
    found = [Diagnostic("W401", "odd", Where(key, kind=kind[:-1])) for kind, key in about]
    found += [
        Diagnostic("W401", "odd", Where(claim.id, kind="claim"))
        for event in ledger.events.values()
        for claim in event.claims
    ]
    other = (Diagnostic("W401", "odd"), Diagnostic("W401", "odd", Where("no such", kind="claim")))
    with TemporaryDirectory() as folder:
        store = STORES[name](Path(folder))
        store.create("UTC")
        store.apply(additions(ledger))
        located = store.locate([*found, *other])
    assert located[len(found) :] == other
    for before, after in zip(found, located, strict=False):
        assert before.where is not None
        assert after.where is not None
        assert (after.where.kind, after.where.id) == (before.where.kind, before.where.file)
        assert after.where.file != before.where.file


CHANGES: dict[str, tuple[Change, Ledger]] = {
    "replace source": (
        ReplaceSource(source=Source(id="lsi", outlet="LSI")),
        Ledger(sources={"lsi": Source(id="lsi", outlet="LSI")}, actors={"trump": ACTOR}, events={"visit": EVENT}),
    ),
    "add alias": (
        AddAlias(actor="trump", alias="Трамп"),
        Ledger(
            sources={"lsi": SOURCE},
            actors={"trump": ACTOR.model_copy(update={"aliases": ("Trump", "Трамп")})},
            events={"visit": EVENT},
        ),
    ),
    "add claim": (
        AddClaim(event="visit", claim=TYPED),
        Ledger(
            sources={"lsi": SOURCE},
            actors={"trump": ACTOR},
            events={"visit": EVENT.model_copy(update={"claims": (CLAIM, TYPED)})},
        ),
    ),
    "prefer": (
        Prefer(claim="c1", preferred=PICKED),
        Ledger(
            sources={"lsi": SOURCE},
            actors={"trump": ACTOR},
            events={"visit": EVENT.model_copy(update={"claims": (CLAIM.model_copy(update={"preferred": PICKED}),)})},
        ),
    ),
    "judge": (
        Judge(claim="c1", judgement=ACCEPTED),
        Ledger(
            sources={"lsi": SOURCE},
            actors={"trump": ACTOR},
            events={"visit": EVENT.model_copy(update={"claims": (CLAIM.model_copy(update={"judgement": ACCEPTED}),)})},
        ),
    ),
    "edit event": (
        EditEvent(event="visit", title="Visite d'État", kind="summit", tags=(), notes="à voir"),
        Ledger(
            sources={"lsi": SOURCE},
            actors={"trump": ACTOR},
            events={
                "visit": Event(id="visit", title="Visite d'État", kind="summit", notes="à voir", claims=(CLAIM,)),
            },
        ),
    ),
    "relate": (
        Relate(claim="c1", relations=(Relation(kind=RelationKind.BEFORE, event="visit", gap="P3D"),), were=()),
        Ledger(
            sources={"lsi": SOURCE},
            actors={"trump": ACTOR},
            events={
                "visit": EVENT.model_copy(
                    update={
                        "claims": (
                            CLAIM.model_copy(
                                update={"relations": (Relation(kind=RelationKind.BEFORE, event="visit", gap="P3D"),)}
                            ),
                        )
                    }
                )
            },
        ),
    ),
    "remove claim": (
        RemoveClaim(claim="c1"),
        Ledger(sources={"lsi": SOURCE}, actors={"trump": ACTOR}),
    ),
}


@each_store
@pytest.mark.parametrize("change", CHANGES)
def test_changes(store: Store, change: str) -> None:
    store.apply(STORY)
    made, after = CHANGES[change]
    wanted = after.model_copy(update={"timezone": "Europe/Paris"})
    assert store.apply([made]) == wanted
    assert store.load() == wanted


AGAIN: tuple[Change, ...] = (
    *STORY,
    AddSource(source=SOURCE.model_copy(update={"recorded": "2026-01-01"})),
    AddAlias(actor="trump", alias="Trump"),
    AddAlias(actor="trump", alias="Donald Trump"),
    AddActor(actor=Actor(id="trump", name="Donald Trump", kind=ActorKind.PERSON)),
    AddClaim(event="visit", claim=CLAIM),
    Judge(claim="c1", judgement=SUGGESTED),
    MoveClaim(claim="c1", event="visit", rank=3),
    Relate(claim="c1", relations=(), were=(Relation(kind=RelationKind.BEFORE, event="visit"),)),
    EditEvent(event="visit", title="Visite"),
    ReplaceSource(source=SOURCE),
)


@each_store
@pytest.mark.parametrize("change", AGAIN, ids=lambda change: type(change).__name__)
def test_what_is_so_already_is_no_change(store: Store, change: Change) -> None:
    before = store.apply(STORY)
    assert store.preview([change]) == ""
    assert store.apply([change]) == before


@each_store
def test_dates_are_kept_in_their_canonical_form(store: Store) -> None:
    claim = Claim(id="c", source="desk", when=When(edtf="2025-W43", alternatives=("[2025-10-20..2025-10-20]",)))
    store.apply([AddEvent(event=Event(id="a", title="A", claims=(claim,)))])
    assert store.load().events["a"].claims[0].when == When(
        edtf="[2025-10-20..2025-10-26]", alternatives=("2025-10-20",)
    )


@each_store
def test_an_actor_who_is_known_gains_the_aliases(store: Store) -> None:
    store.apply(STORY)
    store.apply([AddActor(actor=ACTOR.model_copy(update={"aliases": ("The Donald", "Trump")}))])
    assert store.load().actors["trump"].aliases == ("Trump", "The Donald")


OTHER = Event(id="summit", title="Sommet", kind="summit", claims=(TYPED,))
LATER = Event(
    id="later",
    title="Plus tard",
    claims=(Claim(id="c3", source="desk", relations=(Relation(kind=RelationKind.AFTER, event="visit"),)),),
)
THREE: tuple[Change, ...] = (*STORY, AddEvent(event=OTHER), AddEvent(event=LATER))
TO_SUMMIT = (Relation(kind=RelationKind.AFTER, event="summit"),)
MERGED: tuple[Change, ...] = (
    MoveClaim(claim="c1", event="summit"),
    Relate(claim="c3", relations=TO_SUMMIT, were=LATER.claims[0].relations),
)
"""The only claim of `visit` goes to `summit`, and what was said of the one is now said of the other."""
PARTED: tuple[Change, ...] = (
    AddEvent(event=Event(id="visit", title="Visite", kind="visit", tags=("ukraine",)), before="summit"),
    MoveClaim(claim="c1", event="visit", rank=0),
    Relate(claim="c3", relations=LATER.claims[0].relations, were=TO_SUMMIT),
)


@each_store
def test_an_event_is_merged_into_another_and_parted_again(store: Store) -> None:
    before = store.apply(THREE)
    after = store.apply(MERGED)
    assert store.load() == after
    assert list(after.events) == ["summit", "later"]
    moved = CLAIM.model_copy(update={"kind": "visit"})
    assert after.events["summit"].claims == (TYPED, moved)
    assert after.events["later"].claims[0].relations == TO_SUMMIT
    assert store.apply(PARTED) == store.load() == before
    assert list(store.load().events) == list(before.events)


@each_store
def test_a_moved_claim_takes_the_place_it_is_given(store: Store) -> None:
    store.apply([*STORY, AddEvent(event=OTHER)])
    first = store.apply([MoveClaim(claim="c1", event="summit", rank=0)])
    assert [claim.id for claim in first.events["summit"].claims] == ["c1", "c2"]
    assert store.load() == first


@each_store
def test_an_event_does_not_vanish_from_under_a_relation(store: Store) -> None:
    before = store.apply(THREE)
    with pytest.raises(ConflictError):
        store.apply(MERGED[:1])
    assert store.load() == before


@each_store
def test_what_is_rejected_may_move_too(store: Store) -> None:
    no = Judge(claim="c1", judgement=Judgement(stance=Stance.REJECTED))
    after = store.apply([*THREE, no, *MERGED])
    assert [claim.id for claim in after.events["summit"].claims] == ["c2", "c1"]


@each_store
def test_an_event_that_nothing_stands_behind_comes_last(store: Store) -> None:
    store.apply(STORY)
    after = store.apply([AddEvent(event=OTHER, before="gone"), AddEvent(event=LATER, before="visit")])
    assert list(after.events) == list(store.load().events) == ["later", "visit", "summit"]


REFUSED: dict[str, tuple[Change, ...]] = {
    "another source of that id": (AddSource(source=Source(id="lsi", title="Autre")),),
    "another actor of that id": (AddActor(actor=Actor(id="trump", name="Ivanka Trump")),),
    "another event of that id": (AddEvent(event=Event(id="visit", title="Autre")),),
    "another claim of that id": (AddClaim(event="visit", claim=Claim(id="c1", source="desk")),),
    "an event with a claim id that is taken": (AddEvent(event=Event(id="new", title="T", claims=(CLAIM,))),),
    "an event with one claim id twice": (AddEvent(event=Event(id="new", title="T", claims=(TYPED, TYPED))),),
    "no such source": (ReplaceSource(source=Source(id="gone")),),
    "no such actor": (AddAlias(actor="gone", alias="x"),),
    "no such event": (EditEvent(event="gone", title="x"),),
    "no such event to claim": (AddClaim(event="gone", claim=TYPED),),
    "no such claim": (Judge(claim="gone", judgement=ACCEPTED),),
    "no such suggestion": (RemoveClaim(claim="gone"),),
    "a suggestion that was accepted": (Judge(claim="c1", judgement=ACCEPTED), RemoveClaim(claim="c1")),
    "a typed claim": (AddClaim(event="visit", claim=TYPED), RemoveClaim(claim="c2")),
    "no such claim to move": (MoveClaim(claim="gone", event="visit"),),
    "no such event to move to": (MoveClaim(claim="c1", event="gone"),),
    "an accepted claim that would move": (
        AddEvent(event=Event(id="other", title="T")),
        Judge(claim="c1", judgement=ACCEPTED),
        MoveClaim(claim="c1", event="other"),
    ),
    "a typed claim that would move": (
        AddEvent(event=Event(id="other", title="T")),
        AddClaim(event="visit", claim=TYPED),
        MoveClaim(claim="c2", event="other"),
    ),
    "no such claim to relate": (Relate(claim="gone", relations=(), were=()),),
    "relations that are others by now": (
        Relate(claim="c1", relations=(), were=(Relation(kind=RelationKind.BEFORE, event="visit"),)),
        Relate(
            claim="c1",
            relations=(Relation(kind=RelationKind.DURING, event="visit"),),
            were=(Relation(kind=RelationKind.BEFORE, event="visit"),),
        ),
    ),
    "a relation to an event that is not there": (
        Relate(claim="c1", relations=(Relation(kind=RelationKind.BEFORE, event="gone"),), were=()),
    ),
    "a claim of a source that is not there": (AddClaim(event="visit", claim=Claim(id="c9", source="gone")),),
    "a claim about an actor who is not there": (
        AddClaim(event="visit", claim=Claim(id="c9", source="desk", actors=((Role.HOST, ("gone",)),))),
    ),
    "a claim before an event that is not there": (
        AddClaim(
            event="visit",
            claim=Claim(id="c9", source="desk", relations=(Relation(kind=RelationKind.BEFORE, event="gone"),)),
        ),
    ),
}


@each_store
@pytest.mark.parametrize("why", REFUSED)
def test_all_or_none(store: Store, why: str) -> None:
    before = store.apply(STORY)
    fine = AddEvent(event=Event(id="fine", title="Fine"))
    for attempt in ((fine, *REFUSED[why]), (*REFUSED[why], fine)):
        with pytest.raises(ConflictError) as refusal:
            store.apply(attempt)
        assert [finding.code for finding in refusal.value.findings] == ["E208"]
        with pytest.raises(ConflictError):
            store.preview(attempt)
        assert store.load() == before


@each_store
def test_a_preview_shows_and_writes_nothing(store: Store) -> None:
    before = store.apply(STORY)
    shown = store.preview([EditEvent(event="visit", title="Autre titre")])
    taken, given = ([line for line in shown.splitlines() if line.startswith(sign + " ")] for sign in "-+")
    assert len(taken) == len(given) == 1
    assert "Visite" in taken[0]
    assert "Autre titre" in given[0]
    assert store.load() == before


@each_store
def test_texts_are_kept_exactly(store: Store) -> None:
    name = sha256(TEXT.encode()).hexdigest()
    store.apply([AddSource(source=SOURCE, kept_text=TEXT)])
    assert store.load().sources["lsi"].text == name
    assert store.read_text(name) == TEXT
    assert store.diagnose()[1] == ()


@each_store
def test_a_text_that_is_not_kept(store: Store) -> None:
    name = sha256(b"never seen").hexdigest()
    with pytest.raises(LedgerError) as missing:
        store.read_text(name)
    assert [finding.code for finding in missing.value.findings] == ["E212"]
    store.apply([AddSource(source=SOURCE.model_copy(update={"text": name}))])
    assert [finding.code for finding in store.diagnose()[1]] == ["E212"]
    assert store.load().sources["lsi"].text == name


@each_store
def test_a_text_must_be_the_one_that_its_source_names(store: Store) -> None:
    with pytest.raises(LedgerError):
        store.apply([AddSource(source=SOURCE.model_copy(update={"text": "0" * 64}), kept_text=TEXT)])
    assert store.load().sources == {}


def _add_one_by_one(name: str, folder: Path, who: str, ready: object) -> None:
    ready.wait()  # type: ignore[attr-defined]
    store = STORES[name](folder)
    for turn in range(8):
        store.apply([AddEvent(event=Event(id=f"{who}-{turn}", title=who))])


def _run(processes: Sequence[multiprocessing.Process]) -> None:
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0] * len(processes)


@each_store
def test_two_processes_at_once(name: str, store: Store, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(2)
    _run([context.Process(target=_add_one_by_one, args=(name, tmp_path, who, ready)) for who in ("one", "two")])  # type: ignore[misc]
    assert set(store.load().events) == {f"{who}-{turn}" for who in ("one", "two") for turn in range(8)}


MERGER = Merger(into="summit", who="desk", at="2025-11-22T09:20:00+01:00", why="one meeting: yes")
SECOND: tuple[Change, ...] = (
    AddEvent(event=Event(id="summit", title="Sommet")),
    AddActor(actor=Actor(id="d-trump", name="D. Trump")),
)


@each_store
def test_what_is_merged_says_so_and_stays(store: Store) -> None:
    store.apply([*STORY, *SECOND])
    actor = MERGER.model_copy(update={"into": "trump", "stance": Stance.REJECTED})
    store.apply([MergeEvent(event="visit", merged=MERGER), MergeActor(actor="d-trump", merged=actor)])
    assert store.load().events["visit"] == EVENT.model_copy(update={"merged": MERGER})
    assert store.load().actors["d-trump"].merged == actor
    assert store.preview([MergeEvent(event="visit", merged=MERGER)]) == ""


@each_store
def test_a_claim_is_filed_and_recast(store: Store) -> None:
    store.apply([*STORY, *SECOND])
    filed, recast = Filing(under="summit", who="desk"), Recasting(actor="trump", to="d-trump", why="his son")
    store.apply([FileClaim(claim="c1", filed=filed), Recast(claim="c1", recast=recast)])
    (claim,) = store.load().events["visit"].claims
    assert claim == CLAIM.model_copy(update={"filed": filed, "recast": recast})
    store.apply([FileClaim(claim="c1", filed=None)])
    assert store.load().events["visit"].claims[0].filed is None


@each_store
@pytest.mark.parametrize(
    "change",
    [
        MergeEvent(event="visit", merged=Merger(into="nowhere")),
        MergeActor(actor="trump", merged=Merger(into="nobody")),
        FileClaim(claim="c1", filed=Filing(under="nowhere")),
        Recast(claim="c1", recast=Recasting(actor="trump", to="nobody")),
        MergeEvent(event="nowhere", merged=Merger(into="visit")),
    ],
)
def test_nothing_is_merged_with_what_is_not_there(store: Store, change: Change) -> None:
    before = store.apply(STORY)
    with pytest.raises(ConflictError):
        store.apply([change])
    assert store.load() == before


@each_store
def test_where_a_page_is_kept_is_told(store: Store) -> None:
    page = f"{sha256(b'<html>').hexdigest()}.html"
    store.apply([AddSource(source=SOURCE.model_copy(update={"page": page}), kept_text=TEXT)])
    assert store.load().sources["lsi"].page == page


@each_store
def test_a_version_is_kept_beside_the_first_text(store: Store) -> None:
    store.apply([AddSource(source=SOURCE, kept_text=TEXT)])
    source = store.load().sources["lsi"]
    version = Version(text=sha256(b"later").hexdigest(), recorded="2025-11-23T09:00:00+01:00")
    store.apply([ReplaceSource(source=source.model_copy(update={"versions": (version,)}), kept_text="later")])
    assert store.load().sources["lsi"].versions == (version,)
    assert store.read_text(source.text or "") == TEXT
    assert store.read_text(version.text) == "later"
