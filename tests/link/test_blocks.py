"""What is kept from one ledger to the next never shows: it is what a fresh look at the ledger finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.link.blocks import Blocks
from timeline.model.ledger import Claim, Event, Ledger
from timeline.model.vocabulary import Occurrence, Role

ACTORS = ("anne", "boris", "carla")
EVENTS = ("e1", "e2", "e3", "e4")


def event(key: str, who: tuple[str, ...]) -> Event:
    claim = Claim(
        id=f"{key}-{'-'.join(who)}", source="desk", says=Occurrence.OCCURRED, actors=((Role.PARTICIPANT, who),)
    )
    return Event(id=key, title=key, claims=(claim,))


ledgers = st.dictionaries(
    st.sampled_from(EVENTS), st.lists(st.sampled_from(ACTORS), max_size=2, unique=True).map(tuple)
).map(lambda held: Ledger(events={key: event(key, who) for key, who in held.items()}))


def told(blocks: Blocks, ledger: Ledger) -> tuple[object, ...]:
    by_actor = {actor: set(blocks.events(actor)) for actor in (*ACTORS, None)}
    return by_actor, {key: blocks.acting(key) for key in ledger.events}, blocks.claims


@given(st.lists(ledgers, min_size=1, max_size=5))
def test_kept_is_as_good_as_fresh(several: list[Ledger]) -> None:
    kept = Blocks()
    for ledger in several:
        kept.read(ledger)
        fresh = Blocks()
        fresh.read(ledger)
        assert told(kept, ledger) == told(fresh, ledger)


def test_only_what_changed_is_read_again() -> None:
    first = Ledger(events={key: event(key, ("anne",)) for key in EVENTS})
    blocks = Blocks()
    blocks.read(first)
    before = blocks.acting("e1")
    blocks.read(first.model_copy(update={"events": {**first.events, "e2": event("e2", ("boris",))}}))
    assert blocks.acting("e1") is before
    assert blocks.acting("e2") == {"boris"}
    assert "e2" not in blocks.events("anne")
