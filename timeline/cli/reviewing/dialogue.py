"""What each key does: it asks what it must, calls the session, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.cli.failures import findings
from timeline.cli.reviewing.page import HELP
from timeline.cli.shown.dates import human
from timeline.cli.shown.events import words
from timeline.cli.shown.formats import one_line
from timeline.cli.typed.kinds import known_kind
from timeline.errors import ConflictError, TimelineError, UsageError
from timeline.model.vocabulary import Occurrence, Stance

if TYPE_CHECKING:
    from timeline.cli.reviewing.keyboard import Hand
    from timeline.cli.reviewing.screen import Screen
    from timeline.cli.reviewing.session import Session
    from timeline.fold.state import EventState
    from timeline.link.regroup import Regrouping
    from timeline.model.ledger import Claim, Event, Ledger
    from timeline.pipeline.explaining import Explanation

_NOT_DONE: Final = "nothing was done"
_YES: Final = "y"


class Beside(NamedTuple):
    """What a review asks of the world besides the session: how a claim came about, and the ledger as it is by now."""

    explain: Callable[[Ledger, Event, Claim], Explanation]
    reload: Callable[[], Ledger]


class Dialogue:
    """`run` returns when the review is over."""

    def __init__(self, session: Session, hand: Hand, screen: Screen, beside: Beside) -> None:
        self._session, self._hand, self._screen, self._beside = session, hand, screen, beside
        self._cues: dict[str, str] = {}
        self._actions: dict[str, Callable[[], str]] = {
            "a": self._accept,
            "r": self._reject,
            "e": self._edit,
            "m": self._merge,
            "s": self._split,
            " ": self._next,
            "n": self._next,
            "b": self._back,
            "u": self._undo,
            "x": self._explain,
            "?": self._help,
        }

    def run(self) -> None:
        message = ""
        while True:
            one = self._session.current
            cue = (self._cues.get(one.claim.id) or one.claim.cue) if one else None
            self._screen.draw(self._session, cue, message)
            key = self._hand.key()
            if key == "q":
                return
            message = self._done(key)

    def _done(self, key: str) -> str:
        """What to say about it. What goes wrong is said, and the review goes on."""
        action = self._actions.get(key)
        if action is None:
            return "no such key; ? tells what there is"
        if self._session.current is None and key not in "bu?":
            return ""
        try:
            return action()
        except ConflictError as error:
            self._session.refresh(self._beside.reload())
            return f"{_told(error)} (read again: look once more)"
        except TimelineError as error:
            return _told(error)

    def _accept(self) -> str:
        self._session.judge(Stance.ACCEPTED)
        return "accepted"

    def _reject(self) -> str:
        why = self._hand.line("why (Enter: no reason):")
        if why is None:
            return _NOT_DONE
        self._session.judge(Stance.REJECTED, one_line(why) or None)
        return "rejected"

    def _next(self) -> str:
        self._session.skip()
        return ""

    def _back(self) -> str:
        return "" if self._session.back() else "this is the first"

    def _undo(self) -> str:
        done = self._session.undo()
        return f"taken back: {done}" if done else "nothing of this review is left to take back"

    def _help(self) -> str:
        self._screen.lines(["", *HELP.splitlines(), "", "any key goes on"])
        self._hand.key()
        return ""

    def _explain(self) -> str:
        from timeline.cli.shown.explaining import told

        event, claim = self._here()
        self._screen.lines(["reading the article again ..."])
        found = self._beside.explain(self._session.ledger, event, claim)
        cue = next((step.words for step in found.steps if step.stage == "status"), None)
        if cue:
            self._cues[claim.id] = cue
        self._screen.answer(told(found))
        self._screen.lines(["", "any key goes on"])
        self._hand.key()
        return ""

    def _edit(self) -> str:
        self._screen.lines(["edit: d date, s status, k kind, t title; any other key: nothing"])
        editors = {"d": self._date, "s": self._status, "k": self._kind, "t": self._title}
        editor = editors.get(self._hand.key())
        return editor() if editor else _NOT_DONE

    def _date(self) -> str:
        def correct(typed: str) -> str:
            timex = self._session.correct(when=typed)
            if timex is None:
                return "corrected"
            also = f"; may also be {' or '.join(map(human, timex.alternatives))}" if timex.alternatives else ""
            return f"{typed!r} was read as {human(timex.edtf)}{also}"

        return self._asked(
            "its date, in words that are read against the article's day (vendredi, 2025-10-17):", correct
        )

    def _status(self) -> str:
        def correct(typed: str) -> str:
            value = typed.lower().replace(" ", "_")
            if value not in set(Occurrence):
                raise UsageError(f"no status is called {typed!r}; known: {', '.join(Occurrence)}")
            self._session.correct(says=Occurrence(value))
            return f"status: {words(value)}"

        return self._asked("its status (expected, confirmed, occurred, cancelled, ...):", correct)

    def _kind(self) -> str:
        def label(typed: str) -> str:
            kind = known_kind(typed)
            self._session.label(kind=kind)
            return f"kind: {words(kind)}"

        return self._asked("the event's kind (visit, summit, vote, ...):", label)

    def _title(self) -> str:
        def label(typed: str) -> str:
            self._session.label(title=one_line(typed))
            return "the event has another title"

        return self._asked("the event's title:", label)

    def _asked(self, question: str, use: Callable[[str], str]) -> str:
        """Asks until the answer can be used; an empty one leaves everything as it is."""
        while typed := self._hand.line(question):
            try:
                return use(typed)
            except ConflictError:
                raise
            except TimelineError as error:
                self._screen.lines([_told(error)])
        return _NOT_DONE

    def _merge(self) -> str:
        into = self._chosen()
        if into is None:
            return _NOT_DONE
        others = len(self._session.fellows())
        whole = bool(others) and self._agreed(
            f"the event's {others} other suggestions too, or this one only? y: all, other: this one"
        )
        plan = self._session.merging(into, whole=whole)
        if not self._accepts(plan):
            return _NOT_DONE
        self._session.move(plan, "merged")
        gone = f"; {plan.ended} is empty and gone" if plan.ended else ""
        return f"put under {plan.event}{gone}; it is a suggestion still: a accepts it"

    def _chosen(self) -> str | None:
        """The id of an event, out of those that words find, or of the likeliest."""
        from timeline.query.alike import alike

        typed = self._hand.line("merge into which event? words of it (Enter: those most like it):")
        if typed is None:
            return None
        event = self._here()[0]
        found = alike(self._session.ledger, event.id, typed)
        if not found:
            raise UsageError(
                f"no other event has {typed!r}" if typed else "no other event is like it; type words of it"
            )
        self._screen.lines([f"{number}  {_in_short(state)}" for number, state in enumerate(found, start=1)])
        self._screen.lines(["which? any other key: none"])
        key = self._hand.key()
        number = int(key) if key.isascii() and key.isdigit() else 0
        return found[number - 1].event.id if 0 < number <= len(found) else None

    def _accepts(self, plan: Regrouping) -> bool:
        """Asks where the merger takes back that one of the two comes before the other."""
        if not plan.unsaid:
            return True
        said = ", ".join(f"{claim} says {relation.kind} {relation.event}" for claim, relation in plan.unsaid)
        return self._agreed(f"{said}: of one event that cannot be said and would go. y: merge, other: no")

    def _agreed(self, question: str) -> bool:
        self._screen.lines([question])
        return self._hand.key() == _YES

    def _split(self) -> str:
        event, _ = self._here()
        self._session.splitting(event.title)  # says at once where that cannot be
        typed = self._hand.line(f"the new event's title (Enter: {one_line(event.title)}):")
        if typed is None:
            return _NOT_DONE
        plan = self._session.splitting(one_line(typed) or event.title)
        self._session.move(plan, "split")
        return f"it stands in {plan.event} now; it is a suggestion still: a accepts it"

    def _here(self) -> tuple[Event, Claim]:
        one = self._session.current
        if one is None:
            raise UsageError("there is nothing more to review")
        return one.event, one.claim


def _told(error: TimelineError) -> str:
    return "; ".join(finding.message for finding in findings(error))


def _in_short(state: EventState) -> str:
    return f"{human(state.when)}  {one_line(state.event.title)}  ({words(state.event.kind)}, {words(state.occurrence)})  {state.event.id}"
