"""`timeline undo`: what the last command wrote is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.shown.answer import Answer, Column, table

if TYPE_CHECKING:
    from timeline.model.command import Command
    from timeline.store.history.undoing import Restored, Undoing

_COLUMNS: Final = (Column("at", "When"), Column("command", "Command", wide=True))
_FILES: Final = (Column("file", "File", wide=True), Column("done", "Undone"))


@command("timeline undo", "timeline undo --dry-run", "timeline undo --list")
def undo(
    run: Run,
    listed: Annotated[bool, typer.Option("--list", help="Only list what can be taken back, the last first.")] = False,
) -> None:
    """Take back the last command that wrote something: each file becomes what it was, byte for byte.

    Again for the one before it. What you edited by hand meanwhile stays, unless it is on the lines that the command
    wrote or hangs on them: then nothing is done, and the line is named. A review counts as one command; inside it, u
    takes back single decisions.
    """
    from timeline.store.history import undoing

    if listed:
        run.out.show(_answer(undoing.commands(run.file)))
        return
    found = undoing.undo(run.file, dry=run.shared.dry_run)
    if run.shared.dry_run:
        for file in found.files:
            run.out.write(_difference(file))
        run.out.say(f"would take back '{found.command.words}'; nothing was written (--dry-run)")
        return
    run.out.show(_files(found))
    run.out.say(f"took back '{found.command.words}' of {_moment(found.command)}")


def _answer(commands: list[Command]) -> Answer:
    rows = [{"at": _moment(one), "command": one.words} for one in commands]
    data = [{"at": one.at, "command": one.words} for one in commands]
    return table(_COLUMNS, rows, data, empty="nothing to undo")


def _files(found: Undoing) -> Answer:
    rows = [{"file": str(one.file), "done": _done(one)} for one in found.files]
    data: dict[str, Any] = {"command": found.command.words, "at": found.command.at, "files": rows}
    return table(_FILES, rows, data, empty="nothing had to be written")


def _done(one: Restored) -> str:
    if one.after is None:
        return "removed"
    return "as it was" if one.after == one.left else "as it was, with what was edited by hand"


def _difference(one: Restored) -> str:
    from timeline.store.history import line_changes
    from timeline.store.history.difference import unified

    old, new = (line_changes.lines(text or b"") for text in (one.before, one.after))
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    at = 0
    for rank, hunk in enumerate(line_changes.changes(old, new)):
        before[2 * rank] = after[2 * rank] = "".join(old[at : hunk.start])
        before[2 * rank + 1], after[2 * rank + 1] = "".join(hunk.old), "".join(hunk.new)
        at = hunk.end
    before[-1] = after[-1] = "".join(old[at:])
    return unified(before, after, one.file.name)


def _moment(one: Command) -> str:
    return one.at[:16].replace("T", " ")
