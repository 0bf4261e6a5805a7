"""How a claim of the ledger came about: its article is read again, and each step that led to the claim is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from timeline.link.casting import Casting
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Breadth, Signal
from timeline.pipeline.extracting import extracted
from timeline.pipeline.weeks import in_weeks
from timeline.temporal.context.trace import Trace
from timeline.temporal.dct import choose

if TYPE_CHECKING:
    from timeline.model.extraction import Extraction, FoundActor, FoundClaim, FoundEvent
    from timeline.model.ledger import Claim, Event, Ledger, Source
    from timeline.model.timex import Timex
    from timeline.store.protocol import Store


class Step(NamedTuple):
    """One thing that was read, and why: `stage` is event, status, date, actor, place, speaker, order, score or desk."""

    stage: str
    words: str
    why: str


class Explanation(NamedTuple):
    """`found`: the claim was found again in its article; otherwise the steps are what the ledger keeps."""

    event: Event
    claim: Claim
    steps: tuple[Step, ...]
    found: bool


def explain(ledger: Ledger, store: Store, event: Event, claim: Claim) -> Explanation:
    """Raises `LedgerError` when the kept text of the article is missing or altered."""
    source = ledger.sources.get(claim.source)
    kept = tuple(_kept(claim))
    if claim.by is None or source is None or source.text is None or source.published is None:
        by_hand = Step("desk", claim.source, "typed by a person: nothing was read")
        return Explanation(event, claim, (by_hand, *kept), found=False)
    again = _found_again(source, source.published, store, ledger, event, claim)
    if again is None:
        gone = Step("desk", claim.by, "today's rules no longer make this claim; it stands as it was recorded")
        return Explanation(event, claim, (gone, *_decided(claim), *kept), found=False)
    extraction, trace, both = again
    steps = tuple(_steps(extraction, *both, Casting(extraction, ledger), trace))
    return Explanation(event, claim, (*steps, *kept), found=True)


class _Again(NamedTuple):
    """A claim that its article, read again, still makes."""

    extraction: Extraction
    trace: Trace
    both: tuple[FoundEvent, FoundClaim]


def _found_again(
    source: Source, published: str, store: Store, ledger: Ledger, event: Event, claim: Claim
) -> _Again | None:
    """Read for the news, and for everything when that does not make it by the same rule."""
    other: _Again | None = None
    for breadth in Breadth:
        trace = Trace()
        extraction = _again(source, published, store, ledger, trace, breadth)
        both = _find(extraction, event, claim) if extraction else None
        if extraction is None or both is None:
            continue
        if both[1].rule == _rule(claim):
            return _Again(extraction, trace, both)
        other = other or _Again(extraction, trace, both)
    return other


def _rule(claim: Claim) -> str:
    return (claim.by or "").removeprefix("rule ").partition(",")[0]


def _again(
    source: Source, published: str, store: Store, ledger: Ledger, trace: Trace, breadth: Breadth
) -> Extraction | None:
    dct = choose([DctCandidate(date=published, signal=source.signal or Signal.GIVEN)], ledger.timezone)
    if dct is None or source.text is None:
        return None
    document = Document(text=store.read_text(source.text), language=source.language, title=source.title)
    return extracted(document, in_weeks(dct, ledger.week_start), trace=trace, breadth=breadth).extraction


def _find(extraction: Extraction, event: Event, claim: Claim) -> tuple[FoundEvent, FoundClaim] | None:
    """The one with the same quote: by the same rule if there is one, else of the same kind, else the only one."""
    same = [(one, said) for one in extraction.events for said in one.claims if (said.start, said.end) == claim.at]
    by_rule = [both for both in same if both[1].rule == _rule(claim)]
    of_kind = [both for both in same if both[0].kind == (claim.kind or event.kind)]
    for some in (by_rule, of_kind, same):
        if len(some) == 1 or (some and some is not same):
            return some[0]
    return None


def _steps(
    extraction: Extraction, event: FoundEvent, claim: FoundClaim, casting: Casting, trace: Trace
) -> Iterator[Step]:
    said = claim.quote[claim.trigger_start - claim.start : claim.trigger_end - claim.start]
    yield Step("event", said, f"rule {claim.rule} reads it as {event.kind}")
    yield Step("status", claim.cue or said, f"decides: {claim.says.value}")
    if claim.timex is not None:
        yield from _of_date(claim.timex, trace)
    actors = {actor.key: actor for actor in extraction.actors}
    for one in claim.participants:
        yield Step("actor", one.as_written, f"{one.role.value}: {_who(actors.get(one.actor), one.as_written, casting)}")
    for key in claim.said_by:
        yield Step("speaker", key, _who(actors.get(key), key, casting))
    if claim.place:
        yield Step("place", claim.place, "named beside the event")
    titles = {other.key: other.title for other in extraction.events}
    for order in claim.relations:
        yield Step("order", order.words, f"{order.kind.value}: {titles.get(order.event, order.event)}")
    yield Step("score", f"{claim.score:.2f}", f"read by {extraction.by}")


def _of_date(timex: Timex, trace: Trace) -> Iterator[Step]:
    for step in trace.steps:
        if step.start < timex.end and timex.start < step.end:
            yield Step("date", step.words, f"{step.stage}: {step.why}" + ("" if step.kept else " (dropped)"))
    also = f"; may also be {', '.join(timex.alternatives)}" if timex.alternatives else ""
    yield Step("date", timex.text, f"{timex.edtf or timex.value}, read against {timex.anchor.value}{also}")


def _who(found: FoundActor | None, written: str, casting: Casting) -> str:
    """Which actor the words stand for, how they were joined to it, and which actor of the ledger that is."""
    if found is None:
        return "words that name no actor"
    reason = next((mention.reason for mention in found.mentions if mention.text == written), found.mentions[0].reason)
    actor = casting.actor(found.key)
    linked = next(cast for one, cast in casting.cast() if one.key == found.key)
    return f"{found.name} (by {reason}), in the ledger {actor}: {linked.reason}"


def _decided(claim: Claim) -> Iterator[Step]:
    """What decided the status when it was recorded."""
    if claim.cue and claim.says:
        yield Step("status", claim.cue, f"decided when it was recorded: {claim.says.value}")


def _kept(claim: Claim) -> Iterator[Step]:
    """What the desk knows of it."""
    if claim.recorded:
        yield Step("desk", claim.recorded, "recorded")
    judgement = claim.judgement
    if judgement is not None:
        by = f" by {judgement.who}" if judgement.who else ""
        yield Step("desk", judgement.stance.value, f"judged{by}" + (f": {judgement.why}" if judgement.why else ""))
