"""From one article to its events: the stages of the room, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.attribution import Attribution
from timeline.claims.events import (
    coreference,
    generic,
    headline_events,
    introducing,
    needs,
    ordering,
    scoring,
    tellings,
    triggers,
    wording,
    worth,
)
from timeline.claims.events.draft import Draft
from timeline.claims.happening import date_sides, dates, narrative
from timeline.claims.happening.factuality import Factuality
from timeline.claims.roles.arguments import ArgumentReader
from timeline.claims.tree import clause, phrases
from timeline.claims.tree.mention import Sort
from timeline.claims.tree.reading import Reading
from timeline.claims.who import datelines, found_actors, names, people, products
from timeline.claims.who.actors import Cast
from timeline.lang import kinds, title_pack
from timeline.model.extraction import Extraction, FoundClaim, FoundEvent, Participant, StatedOrder
from timeline.model.vocabulary import Occurrence, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.claims.events.triggers import Trigger
    from timeline.lang.claim_pack import ClaimPack
    from timeline.lang.claim_triggers import TriggerRule
    from timeline.lang.world import World
    from timeline.model.document import Dct, Document
    from timeline.model.timex import Timex
    from timeline.text.parse import Parse

_DECIDED: Final = ("decision", "business")
"""Families whose nouns may be but what a verb is about: a bill, production."""
_BESIDE: Final = (Role.CHAIR, Role.MEDIATOR)
"""Roles that a title leaves out."""


def extract(
    document: Document, timexes: Sequence[Timex], parse: Parse, pack: ClaimPack, world: World, dct: Dct
) -> Extraction:
    """Events with their claims, each quote an exact substring of the document's text at its offsets.

    With a wide pack also what is no news, and every mention of an event.
    """
    reading = Reading(document.text, parse, pack, timexes)
    article = _Article(reading, world, dct.day)
    drafts = article.drafts()
    if pack.wide:
        narrative.lend(reading, drafts, dct.day)
    groups = headline_events.settle(reading, coreference.join(reading, drafts))
    joined = [draft for group in groups for draft in group.drafts]
    joined.sort(key=lambda draft: draft.trigger.place)
    ordering.state(reading, joined, article.arguments)
    groups = worth.given(reading, groups, joined)
    joined = [draft for draft in joined if draft.event >= 0]
    for draft in joined:
        draft.said_by = article.attribution.speakers(draft, joined)
        draft.via = article.attribution.through(draft)
    events = tuple(_event(article, number, group) for number, group in enumerate(groups))
    used = {p.actor for e in events for c in e.claims for p in c.participants} | {
        k for e in events for c in e.claims for k in c.said_by
    }
    return Extraction(
        language=parse.language,
        by=parse.by,
        actors=found_actors.found(reading, article.cast.actors.values(), used),
        events=events,
    )


class _Article:
    """The readers of one article, which share its mentions."""

    def __init__(self, reading: Reading, world: World, day: str) -> None:
        self.reading = reading
        self.day = day
        self.cast = Cast(reading, world, day)
        named = names.find(reading, world)
        found = [*named, *people.find(reading, named)]
        found = sorted([*found, *products.pointed(reading, found)], key=lambda m: m.first)
        self.mentions = datelines.without(reading, found)
        phrases.attach(reading, self.mentions)
        self.cast.enter(self.mentions)
        self.arguments = ArgumentReader(reading, self.mentions, self.cast)
        self.factuality = Factuality(reading, day)
        self._withheld: list[tuple[Trigger, tuple[TriggerRule, ...]]] = []
        self.attribution = Attribution(reading, self.mentions, self.arguments)

    def drafts(self) -> list[Draft]:
        found = [t for t in triggers.find(self.reading) if needs.settle(self.reading, t)]
        if self.reading.tree:
            for trigger in found:
                clause.carry(self.reading, trigger)
        self._settle(found)
        self._step_back(found)
        found = _without_carriers(self.reading, found)
        alive = [t for t in found if t.senses]
        alive = [t for t in alive if t.possible or (t.rule.anaphora and needs.anaphoric(self.reading, t))]
        timexes = dates.assign(self.reading, alive, self.arguments)
        tried = [self._draft(trigger, timexes.get(trigger.place)) for trigger in alive]
        drafts = [draft for draft in tried if draft is not None]
        return sorted([*drafts, *self._come_back(drafts, alive)], key=lambda draft: draft.trigger.place)

    def _settle(self, found: list[Trigger]) -> None:
        """What each sense would take part in, and whether it could be an event if a date of its sentence were its own: others own none."""
        dated = dates.sentences(self.reading)
        for trigger in found:
            near = self.reading.sentence_of[trigger.place] in dated
            for rule in trigger.senses:
                trigger.rule = rule
                arguments = self.arguments.read(trigger)
                trigger.arguments[rule.id] = arguments
                trigger.possible = trigger.possible or self._met(trigger, rule, dated=near)
            trigger.rule = trigger.senses[0]

    def _step_back(self, found: list[Trigger]) -> None:
        """A verb that only introduces an event leaves it the claim, and the date; what is only asked for, promised, refused is of the words that do."""
        if self.reading.pack.wide:
            return
        for trigger in found:
            if introducing.said_to_do(self.reading, trigger, found):
                trigger.senses, trigger.possible = (), False
        events = {place for t in found if t.possible for place in range(t.place, t.last)}
        dated = dates.sentences(self.reading)
        for trigger in found:
            if not any(rule.unless_governs for rule in trigger.senses):
                continue
            if not introducing.governs(self.reading, trigger, events):
                continue
            self._withheld.append((trigger, trigger.senses))
            trigger.senses = tuple(rule for rule in trigger.senses if not rule.unless_governs)
            near = self.reading.sentence_of[trigger.place] in dated
            trigger.possible = any(self._met(trigger, rule, dated=near) for rule in trigger.senses)

    def _come_back(self, drafts: list[Draft], alive: list[Trigger]) -> list[Draft]:
        """Verbs that stepped back for an event that came to nothing."""
        places = {place for d in drafts for place in range(d.trigger.place, d.trigger.last)}
        places |= {draft.trigger.carrier for draft in drafts}
        back = []
        for trigger, senses in self._withheld:
            if trigger.place not in places and not introducing.governs(self.reading, trigger, places):
                trigger.senses, trigger.possible = senses, True
                back.append(trigger)
        if not back:
            return []
        timexes = dates.assign(self.reading, [*alive, *back], self.arguments)
        found = [self._draft(trigger, timexes.get(trigger.place)) for trigger in back]
        return [draft for draft in found if draft is not None]

    def _met(self, trigger: Trigger, rule: TriggerRule, *, dated: bool) -> bool:
        trigger.rule = rule
        return needs.met(self.reading, trigger, trigger.arguments[rule.id], dated=dated)

    def _draft(self, trigger: Trigger, timex: Timex | None) -> Draft | None:
        complete = False
        for rule in trigger.senses:
            trigger.rule = rule
            found = trigger.arguments[rule.id]
            complete = needs.met(self.reading, trigger, found, dated=timex is not None) and not rule.only_anaphora
            if complete:
                break
        anaphor = needs.anaphoric(self.reading, trigger)
        if not complete and not (anaphor and trigger.rule.anaphora):
            return None
        verdict = self.factuality.judge(trigger, timex)
        if timex is not None:
            timex = date_sides.turned(timex, verdict.says, verdict.cue, self.day)
        if generic.tells_of_none(self.reading, trigger, verdict, found, timex):
            return None
        draft = Draft(trigger, trigger.rule.kind, verdict.says, verdict.cue, timex, anaphor=anaphor, complete=complete)
        draft.joins = bool(anaphor) and needs.attended(self.reading, trigger)
        draft.word = self.reading.lower[trigger.place]
        if found.place:
            draft.place, draft.country = found.place.name, found.place.country
            draft.place_kind = found.place.place_kind
        draft.implied = any(m.sort in (Sort.PAIR, Sort.PRONOUN) for m, _, _ in found.participants)
        for mention, where, role in found.participants:
            written = self.reading.span_text(mention.first, mention.last)
            draft.participants += [(key, role, written) for key in self.arguments.keys(mention, where)]
        return draft


def _without_carriers(reading: Reading, found: list[Trigger]) -> list[Trigger]:
    """Without the verbs that merely carry an event noun: "une grève a paralysé le port" tells of one event."""
    known = kinds.load()
    carried = {t.carrier: t for t in found if not t.verb and t.support and t.possible}
    changed = {
        t.carrier
        for t in found
        if not t.verb and t.possible and t.carrier >= 0 and t.carried_as != "subject"
        if clause.governs(reading, t.carrier) in (Occurrence.CANCELLED, Occurrence.POSTPONED)
    }

    things = {t.place: t for t in found if t.verb and t.possible and any(rule.things for rule in t.senses)}

    def carries(trigger: Trigger) -> bool:
        if not trigger.verb:
            decided = known[trigger.rule.kind].family in _DECIDED
            return decided and _its_thing(reading, trigger, things.get(trigger.carrier))
        noun = carried.get(trigger.place)
        if trigger.place in changed and trigger.place not in things:
            return True
        if noun is None or noun.carried_as != "subject":
            return False
        kind, other = known[trigger.rule.kind], known[noun.rule.kind]
        return kind.acts or (kind.family == "violence" != other.family)

    return [t for t in found if not carries(t)]


def _its_thing(reading: Reading, noun: Trigger, verb: Trigger | None) -> bool:
    """The text is what a verb does something with, which is one event: "a rejeté deux projets de loi"."""
    if verb is None or noun.carried_as not in ("object", "passive"):
        return False
    return any(reading.lower[noun.place] in rule.things for rule in verb.senses)


def _event(article: _Article, number: int, group: coreference.Group) -> FoundEvent:
    kept = tellings.telling(article.reading, group)
    claims = tuple(_claim(article, draft) for draft in kept)
    place = next((draft.place for draft in kept if draft.place), None)
    pack = title_pack.load(article.reading.pack.code)
    label = _label(article.reading, group)
    title = wording.title(pack, group.kind, label, _roles(article.cast, kept), place)
    return FoundEvent(key=f"e{number}", kind=group.kind, title=title, claims=claims)


def _label(reading: Reading, group: coreference.Group) -> str:
    """The first noun that names the event as what it is; the label of its kind where a verb or nouns of other kinds do."""
    named = (d.trigger for d in group.drafts if not d.trigger.verb and not d.trigger.rule.only_anaphora)
    noun = next((trigger for trigger in named if trigger.rule.kind == group.kind), None)
    if noun is None:
        return kinds.label(group.kind, reading.pack.code)
    return reading.span_text(noun.place, noun.last)


def _roles(cast: Cast, kept: Sequence[Draft]) -> dict[str, list[str]]:
    """Who a title may name, by role; an actor stands in the role it has first."""
    roles = {key: role for draft in reversed(kept) for key, role, _ in reversed(draft.participants)}
    found: dict[str, list[str]] = {}
    for key in dict.fromkeys(key for draft in kept for key in draft.keys):
        if roles[key] not in _BESIDE:
            found.setdefault(roles[key], []).append(cast.actor(key).name)
    return found


def _claim(article: _Article, draft: Draft) -> FoundClaim:
    reading, trigger = article.reading, draft.trigger
    sentence = reading.sentences[reading.sentence_of[trigger.place]]
    return FoundClaim(
        start=sentence.start,
        end=sentence.end,
        quote=reading.text[sentence.start : sentence.end],
        trigger_start=reading.tokens[trigger.place].start,
        trigger_end=reading.tokens[trigger.last - 1].end,
        says=draft.says,
        cue=draft.cue,
        timex=draft.timex,
        place=draft.place,
        participants=tuple(
            Participant(actor=key, role=role, as_written=words)
            for key, role, words in dict.fromkeys(draft.participants)
        ),
        said_by=draft.said_by,
        via=draft.via,
        relations=tuple(
            StatedOrder(
                kind=order.kind,
                event=f"e{order.other.event}",
                words=order.words,
                gap=order.gap.least,
                within=order.gap.most,
            )
            for order in draft.orders
            if order.other.event != draft.event
        ),
        score=scoring.score(draft, tree=reading.tree),
        rule=trigger.rule.id,
    )
