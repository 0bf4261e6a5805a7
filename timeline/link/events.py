"""Events of an article to events of the ledger: the kinds go together, the actors overlap, places and dates can meet.

The score is a weighted mean (`WEIGHTS`); any part that is 0 rules the pair out; from `JOIN` on the claims join the
event, below it a new event is proposed, since two events are merged more easily than one is taken apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.lang.world_names import fold
from timeline.link import blocks, dates, kinds, places
from timeline.link.standing import Standing, needed
from timeline.model.vocabulary import Role, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.link.dates import Dated
    from timeline.model.ledger import Event, Ledger

WEIGHTS: Final = {"kind": 0.2, "actors": 0.4, "place": 0.15, "date": 0.25}
JOIN: Final = 0.75
WORDS_ALIKE: Final = 0.4
_LEAST_WORD: Final = 5


class Profile(NamedTuple):
    """What is known of one event, from whichever side: every kind, actor, place and date that its claims give it.

    `words` are the longer ones of each quote: the only thing that tells two statements of one day apart.
    """

    words: tuple[frozenset[str], ...]
    kinds: frozenset[str]
    actors: frozenset[str]
    places: tuple[str, ...]
    dates: tuple[Dated, ...]
    chairs: frozenset[str] = frozenset()


class Match(NamedTuple):
    event: str
    score: float
    reason: str


class EventIndex:
    """The ledger's events by actor, so that a candidate meets only those that could be it. Profiles are made when met."""

    def __init__(self, ledger: Ledger, standing: Standing) -> None:
        self._ledger = ledger
        self._standing = standing
        self._profiles: dict[str, Profile] = {}
        self._order = {key: number for number, key in enumerate(ledger.events)}
        self._blocks = blocks.of(ledger)

    def good(self, wanted: Profile) -> list[Match]:
        """The matches from `JOIN` on, best first; the ledger's order among equals."""
        return [match for match in self.matches(wanted) if match.score >= JOIN]

    def matches(self, wanted: Profile) -> list[Match]:
        """Every event that is not ruled out, best first."""
        ids = sorted(self._candidates(wanted), key=self._order.__getitem__)
        compared = (self._compare(wanted, self._ledger.events[key]) for key in ids)
        return sorted((match for match in compared if match), key=lambda match: -match.score)

    def _candidates(self, wanted: Profile) -> set[str]:
        """Events with as many actors in common as a match needs: a cheap look before the close one."""
        reach = self._standing.reach(wanted.actors)
        actors: Iterable[str | None] = reach or (None,)
        met = set().union(*(self._blocks.events(actor) for actor in actors))
        return {event for event in met if self._enough(event, reach, wanted.actors)}

    def _enough(self, event: str, reach: frozenset[str], actors: frozenset[str]) -> bool:
        acting = self._blocks.acting(event)
        return len(reach & acting) >= self._least(actors, acting)

    def _least(self, new: frozenset[str], old: frozenset[str]) -> int:
        new, old = self._standing.distinct(new), self._standing.distinct(old)
        mine, theirs = self._standing.named(new), self._standing.named(old)
        return needed(mine, theirs) if mine and theirs else needed(new, old)

    def _compare(self, wanted: Profile, event: Event) -> Match | None:
        """Part by part, the one that rules out most first."""
        known = self._profile(event)
        kind = max(kinds.agree(a, b) for a in wanted.kinds for b in known.kinds)
        if not kind or not known.dates or not _one_of_many(wanted, known):
            return None
        parts = {"kind": kind}
        parts["date"] = _dates(wanted.dates, known.dates)
        parts["place"] = _places(wanted.places, known.places) if parts["date"] else 0.0
        parts["actors"] = self._actors(wanted, known, parts)
        if 0 in parts.values():
            return None
        score = round(sum(WEIGHTS[part] * value for part, value in parts.items()), 3)
        return Match(event.id, score, ", ".join(f"{part} {parts[part]:.2f}" for part in WEIGHTS))

    def _actors(self, wanted: Profile, known: Profile, parts: Mapping[str, float]) -> float:
        if wanted.actors or known.actors:
            agreed = self._standing.agree(wanted.actors, known.actors, _last_day(wanted.dates))
            if agreed or not _same_when(wanted, parts):
                return agreed
            return self._standing.nameless(wanted.actors, known.actors, wanted.chairs & known.chairs)
        return _without_actors(wanted, known, parts)

    def _profile(self, event: Event) -> Profile:
        if event.id not in self._profiles:
            self._profiles[event.id] = profile(event, self._ledger)
        return self._profiles[event.id]


def profile(event: Event, ledger: Ledger) -> Profile:
    """Of an event of the ledger, from the claims that nobody has rejected."""
    claims = [claim for claim in event.claims if claim.stance is not Stance.REJECTED]
    published = [claim.on or _published(ledger, claim.source) or claim.recorded for claim in claims]
    return Profile(
        words=tuple(longer_words(claim.quote) for claim in claims if claim.quote),
        kinds=frozenset({event.kind, *(claim.kind for claim in claims if claim.kind)}),
        actors=frozenset(actor for claim in claims for _, actors in claim.actors for actor in actors),
        places=tuple(dict.fromkeys(claim.place for claim in claims if claim.place)),
        dates=tuple(
            dates.dated(claim.when.edtf if claim.when else None, claim.says, day)
            for claim, day in zip(claims, published, strict=True)
        ),
        chairs=frozenset(
            actor for claim in claims for role, actors in claim.actors if role is Role.CHAIR for actor in actors
        ),
    )


def _published(ledger: Ledger, source: str) -> str | None:
    known = ledger.sources.get(source)
    return known.published if known else None


def _places(new: tuple[str, ...], old: tuple[str, ...]) -> float:
    """The best pair: a meeting that moved keeps the place of the claim that knew no better."""
    return max(places.agree(a, b) for a in new or (None,) for b in old or (None,))


def _dates(new: tuple[Dated, ...], old: tuple[Dated, ...]) -> float:
    """The best pair; claims that give a date speak for those of their side that give none."""
    told = [claim for claim in new if claim.when] or list(new)
    known = [claim for claim in old if claim.when] or list(old)
    return max(dates.agree(a, b) for a in told for b in known)


def _last_day(new: tuple[Dated, ...]) -> int | None:
    return max((claim.published for claim in new if claim.published is not None), default=None)


def _without_actors(wanted: Profile, known: Profile, parts: Mapping[str, float]) -> float:
    """Nobody is named: one kind, one stated place and one stated day make one event; else the quotes must agree."""
    told = parts["place"] >= places.WITHIN and parts["date"] >= dates.OVERLAP and parts["kind"] == kinds.SAME
    if told and any(claim.when for claim in wanted.dates):
        return 1.0
    return 1.0 if _alike(wanted, known) >= WORDS_ALIKE else 0.0


def _same_when(wanted: Profile, parts: Mapping[str, float]) -> bool:
    """Both state one and the same day or window."""
    return parts["date"] == dates.SAME_DAY and any(claim.when for claim in wanted.dates)


def _one_of_many(wanted: Profile, known: Profile) -> bool:
    """Statements and attacks come by the dozen: their quotes must agree too. Quotes in two languages do not."""
    if not (wanted.kinds | known.kinds) & kinds.MANY:
        return True
    return _alike(wanted, known) >= WORDS_ALIKE


def _alike(one: Profile, other: Profile) -> float:
    """Share of the longer words that the two nearest quotes have in common."""
    pairs = ((a, b) for a in one.words for b in other.words if a and b)
    return max((len(a & b) / min(len(a), len(b)) for a, b in pairs), default=0.0)


def longer_words(quote: str) -> frozenset[str]:
    """Of five letters and more, folded: names and what is talked about, hardly ever grammar."""
    return frozenset(word for word in fold(quote).split() if len(word) >= _LEAST_WORD)
