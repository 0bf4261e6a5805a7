"""Drawing on the terminal: one suggestion at a time, under a clean screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from rich.text import Text

from timeline.cli.reviewing.page import KEYS, marked, page
from timeline.cli.reviewing.passage import passage
from timeline.cli.shown import terminal
from timeline.cli.shown.dates import human_day
from timeline.cli.shown.formats import one_line
from timeline.fold.publication import published_on

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.cli.reviewing.session import Session
    from timeline.cli.shown.answer import Answer


class Screen(Protocol):
    """What a review is shown on."""

    def draw(self, session: Session, cue: str | None, message: str) -> None:
        """The suggestion that the session is at, or its end; `cue`: the words that decided its status, when known."""
        ...

    def lines(self, words: Sequence[str]) -> None:
        """Lines below what is shown."""
        ...

    def answer(self, told: Answer) -> None:
        """A table below what is shown."""
        ...


class Terminal:
    def __init__(self, console: Console, read_text: Callable[[str], str], *, brackets: bool) -> None:
        self._console, self._read_text, self._brackets = console, read_text, brackets

    def draw(self, session: Session, cue: str | None, message: str) -> None:
        self._console.clear()
        self._print(_heading(session))
        one = session.current
        if one is None:
            self._print(Text("that was all; b goes back, u takes the last decision back, q ends"))
        else:
            for line in page(one, session.ledger, cue):
                self._print(line)
            found = passage(one.claim, session.ledger, self._read_text)
            if found is not None:
                self._print(Text())
                self._print(marked(found, brackets=self._brackets))
                self._print(Text("(the article's text is not kept)", style="dim") if not found.kept else None)
        self._print(Text())
        self._print(Text(message, style="bold") if message else None)
        self._print(Text(KEYS, style="dim"))

    def lines(self, words: Sequence[str]) -> None:
        for line in words:
            self._print(Text(line))

    def answer(self, told: Answer) -> None:
        self._print(Text())
        terminal.show(self._console, told)

    def _print(self, line: Text | None) -> None:
        if line is not None:
            self._console.print(line, highlight=False, markup=False, no_wrap=line.no_wrap, overflow=line.overflow)


def _heading(session: Session) -> Text:
    """Where we are, in which article, and what was done so far."""
    one = session.current
    at = (
        f"{session.position + 1} of {len(session.claims)}" if one else f"{len(session.claims)} of {len(session.claims)}"
    )
    line = Text.assemble((at, "bold"))
    if one:
        source = session.ledger.sources.get(one.claim.source)
        published = published_on(one.claim, session.ledger)
        origin = (source.outlet if source else None) or one.claim.source
        said = [origin, source.title if source else None, published and human_day(published)]
        line.append(f"  {one_line(', '.join(part for part in said if part))}", style="dim")
    done = told(session)
    line.append(f"  ({done})" if done else "", style="dim")
    return line


def told(session: Session) -> str:
    """`2 accepted, 1 rejected`."""
    return ", ".join(f"{number} {done}" for done, number in session.tally.items())
