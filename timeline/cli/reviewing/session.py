"""Where a review stands: which suggestion is looked at, what was decided, how it is taken back. No keys, no drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.errors import UsageError
from timeline.fold.undo import taking_back
from timeline.link import regroup
from timeline.model.change import Change, EditEvent, Judge
from timeline.model.ledger import Judgement, Ledger
from timeline.model.vocabulary import Stance
from timeline.query.suggestions import Suggestion

if TYPE_CHECKING:
    from timeline.link.regroup import Regrouping
    from timeline.model.timex import Timex
    from timeline.model.vocabulary import Occurrence
    from timeline.pipeline.typed import Desk

Write = Callable[[Sequence[Change]], Ledger]
"""Puts changes into the ledger at once and gives the ledger that results."""

_DONE: Final = {Stance.ACCEPTED: "accepted", Stance.REJECTED: "rejected"}


class _Past(NamedTuple):
    """What was done, how the ledger takes it back, and where the review stood before."""

    done: str
    back: tuple[Change, ...]
    claims: tuple[str, ...]
    position: int


class Session:
    """`desk` gives what typed words are read with, its clock being that of the moment."""

    def __init__(
        self, found: Sequence[Suggestion], ledger: Ledger, write: Write, desk: Callable[[Ledger], Desk]
    ) -> None:
        self._take(ledger)
        self.position = 0
        self.claims = [one.claim.id for one in found]
        self._write, self._desk = write, desk
        self._past: list[_Past] = []
        self._settle()

    @property
    def current(self) -> Suggestion | None:
        """`None` behind the last one."""
        return self._known.get(self.claims[self.position]) if self.position < len(self.claims) else None

    @property
    def tally(self) -> Counter[str]:
        """How often what was done, without what was taken back."""
        return Counter(past.done for past in self._past)

    @property
    def open(self) -> int:
        """How many of them nobody has judged yet."""
        found = (self._known.get(claim) for claim in self.claims)
        return sum(one is not None and one.claim.stance is Stance.SUGGESTED for one in found)

    def refresh(self, ledger: Ledger) -> None:
        """Goes on with the ledger as somebody else has left it."""
        self._take(ledger)
        self._settle()

    def skip(self) -> None:
        self.position = min(self.position + 1, len(self.claims))
        self._settle()

    def back(self) -> bool:
        """Whether there was one before."""
        if not self.position:
            return False
        self.position -= 1
        self._settle()
        return True

    def judge(self, stance: Stance, why: str | None = None) -> None:
        """Judges the claim and goes on to the next; what is judged like this already keeps its first judgement."""
        _, claim = self._here()
        if claim.stance is not stance:
            settings = self._desk(self.ledger).settings
            verdict = Judgement(stance=stance, who=settings.who, at=settings.now.isoformat(), why=why)
            self._make([Judge(claim=claim.id, judgement=verdict)], _DONE[stance])
        self.skip()

    def correct(self, *, when: str | None = None, says: Occurrence | None = None) -> Timex | None:
        """Puts a corrected claim beside the machine's, and stays with the corrected one."""
        from timeline.pipeline.correcting import corrected

        event, claim = self._here()
        mended = corrected(event.id, claim, self._desk(self.ledger), when=when, says=says)
        self._make(mended.changes, "corrected")
        self.claims[self.position] = mended.claim
        return mended.timex

    def label(self, *, title: str | None = None, kind: str | None = None) -> None:
        """Another title or kind of the event."""
        self._make([EditEvent(event=self._here().event.id, title=title, kind=kind)], "relabelled")

    def fellows(self) -> tuple[str, ...]:
        """The other suggestions of the event."""
        event, claim = self._here()
        return tuple(name for name in regroup.movable(event) if name != claim.id)

    def merging(self, into: str, *, whole: bool) -> Regrouping:
        """What it takes to put the claim, or all suggestions of its event, under another event. Raises `UsageError`."""
        event, claim = self._undecided()
        claims = (claim.id, *self.fellows()) if whole else (claim.id,)
        return regroup.merged(self.ledger, event.id, claims, into)

    def splitting(self, title: str) -> Regrouping:
        """What it takes to give the claim an event of its own. Raises `UsageError` where it has one."""
        event, claim = self._undecided()
        if len(event.claims) == 1:
            raise UsageError("it is the only claim of its event already; press e, then t, for another title")
        return regroup.split(self.ledger, event.id, claim.id, title)

    def move(self, regrouping: Regrouping, done: str) -> None:
        self._make(regrouping.changes, done)

    def undo(self) -> str | None:
        """Takes the last thing back and goes to where it was done; what it was, `None` when nothing is left."""
        if not self._past:
            return None
        past = self._past[-1]
        self._take(self._write(past.back))
        self._past.pop()
        self.claims, self.position = list(past.claims), past.position
        self._settle()
        return past.done

    def _undecided(self) -> Suggestion:
        here = self._here()
        if here.claim.stance is not Stance.SUGGESTED:
            raise UsageError(f"it was {here.claim.stance}; only a suggestion moves to another event (u takes it back)")
        return here

    def _here(self) -> Suggestion:
        here = self.current
        if here is None:
            raise UsageError("there is nothing more to review")
        return here

    def _make(self, changes: Sequence[Change], done: str) -> None:
        """What fails leaves the review as it was."""
        before, claims, position = self.ledger, tuple(self.claims), self.position
        after = self._write(changes)
        self._past.append(_Past(done, taking_back(changes, before, after), claims, position))
        self._take(after)

    def _take(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._known = {claim.id: Suggestion(event, claim) for event in ledger.events.values() for claim in event.claims}

    def _settle(self) -> None:
        """Leaves out what is no longer in the ledger."""
        while self.position < len(self.claims) and self.current is None:
            del self.claims[self.position]
