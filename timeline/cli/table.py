"""Which commands there are: what `timeline --help` prints, and where each one is found when it is asked for.

A new command is one file in `timeline/cli/commands/` and one line here.
"""

from __future__ import annotations

from typing import Final, NamedTuple

READ, ASK, WRITE, KEEP = "Read articles", "Ask", "Correct and complete", "Look after the ledger"


class Entry(NamedTuple):
    """`target` is `module:attribute`; `summary` the one line of `timeline --help`."""

    target: str
    summary: str
    panel: str


_ROOM: Final = "timeline.cli.commands"

COMMANDS: Final[dict[str, Entry]] = {
    "ingest": Entry(f"{_ROOM}.ingest:ingest", "Read articles and keep the claims they make", READ),
    "import": Entry(
        f"{_ROOM}.import_events:import_events", "Read events out of a calendar, a table or another timeline", READ
    ),
    "extract": Entry(f"{_ROOM}.extract:extract", "Show the claims that articles make, and keep nothing", READ),
    "read": Entry(f"{_ROOM}.read:read", "Show what is read of articles and pages: date, title, text", READ),
    "watch": Entry(f"{_ROOM}.watch:watch", "Follow feeds: read what is new, tell what came of it", READ),
    "tag": Entry(f"{_ROOM}.tag:tag", "Mark up the dates in articles or batches of texts", READ),
    "when": Entry(f"{_ROOM}.when:when", "Say how a date would be read", READ),
    "list": Entry(f"{_ROOM}.list:list_events", "List events", ASK),
    "upcoming": Entry(f"{_ROOM}.upcoming:upcoming", "List what is coming up", ASK),
    "overdue": Entry(f"{_ROOM}.overdue:overdue", "List plans whose day has passed without word", ASK),
    "digest": Entry(f"{_ROOM}.digest:digest", "Tell what is new since a day or the last look", ASK),
    "show": Entry(f"{_ROOM}.show:show", "Show one event with every claim behind it", ASK),
    "log": Entry(f"{_ROOM}.log:log", "List every change of an event, with the claim that made it", ASK),
    "diff": Entry(f"{_ROOM}.diff:diff", "Compare what was known on two days", ASK),
    "bounds": Entry(f"{_ROOM}.bounds:bounds", "Say on which days an event may lie, and which quotes say so", ASK),
    "conflicts": Entry(f"{_ROOM}.conflicts:conflicts", "List claims that cannot both hold, side by side", ASK),
    "explain": Entry(f"{_ROOM}.explain:explain", "Replay how a claim came about", ASK),
    "search": Entry(f"{_ROOM}.search:search", "Find events by their words", ASK),
    "graph": Entry(f"{_ROOM}.graph:graph", "Show who is linked to whom, by which events", ASK),
    "export": Entry(f"{_ROOM}.export:export", "Write a page, a calendar or a table", ASK),
    "open": Entry(f"{_ROOM}.open:open_page", "Open the timeline in the browser", ASK),
    "add": Entry(f"{_ROOM}.add:add", "Add an event by hand", WRITE),
    "claim": Entry(f"{_ROOM}.claim:claim", "Add a claim to an event", WRITE),
    "confirm": Entry(f"{_ROOM}.confirm:confirm", "Claim that an event is confirmed", WRITE),
    "postpone": Entry(f"{_ROOM}.postpone:postpone", "Claim that an event is postponed", WRITE),
    "cancel": Entry(f"{_ROOM}.cancel:cancel", "Claim that an event is cancelled", WRITE),
    "deny": Entry(f"{_ROOM}.deny:deny", "Claim that an event did not take place", WRITE),
    "outcome": Entry(f"{_ROOM}.outcome:outcome", "Claim what became of an event", WRITE),
    "link": Entry(f"{_ROOM}.link:link", "Claim that one event comes before, after or with another", WRITE),
    "prefer": Entry(f"{_ROOM}.prefer:prefer", "Pick one of two readings; the other stays", WRITE),
    "accept": Entry(f"{_ROOM}.accept:accept", "Accept suggested claims", WRITE),
    "reject": Entry(f"{_ROOM}.reject:reject", "Reject suggested claims", WRITE),
    "review": Entry(f"{_ROOM}.review:review", "Go through the suggestions one by one", WRITE),
    "merge": Entry(f"{_ROOM}.merge:merge", "Say that two events are one", WRITE),
    "split": Entry(
        f"{_ROOM}.split:split", "Say that claims are about another event, or that two events are not one", WRITE
    ),
    "edit": Entry(f"{_ROOM}.edit:edit", "Change the title, kind, tags or notes of an event", WRITE),
    "undo": Entry(f"{_ROOM}.undo:undo", "Take back the last command that wrote something", WRITE),
    "actor": Entry(f"{_ROOM}.actor:app", "List, show, name, merge and split the actors", KEEP),
    "source": Entry(f"{_ROOM}.source:app", "List and show the sources", KEEP),
    "saved": Entry(f"{_ROOM}.saved:app", "Keep the watches of the digest: filters with a name", KEEP),
    "lang": Entry(f"{_ROOM}.lang:lang", "Show which languages are read, and what of each", KEEP),
    "check": Entry(f"{_ROOM}.check:check", "Look for mistakes in the ledger and in the story", KEEP),
    "verify": Entry(f"{_ROOM}.verify:verify", "Look whether quotes still stand in their texts and pages", KEEP),
    "init": Entry(f"{_ROOM}.init:init", "Make a new, empty ledger", KEEP),
}
