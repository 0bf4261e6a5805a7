"""`timeline init`: a new ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run


@command("timeline init", "timeline init budapest --tz Europe/Paris", "timeline init -f story.yaml")
def init(
    run: Run,
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="Where; else the current folder.")] = None,
) -> None:
    """Make a new, empty ledger: data/events.yaml, or the file that --file names.

    Its time zone is --tz, else the machine's. Commands that add something make one by themselves.
    """
    from timeline.cli import clock
    from timeline.cli.typed.ledger_file import DEFAULTS
    from timeline.store.opening import open_store

    named = run.shared.file or DEFAULTS[0]
    file = folder / named if folder else named
    zone = clock.zone_info(run.shared.tz).key if run.shared.tz else clock.local_zone()
    if run.shared.dry_run and not file.exists():
        run.out.say(f"would make {file} ({zone}); nothing was written (--dry-run)")
        return
    open_store(file, run.command).create(zone)  # which refuses a file that is there
    run.out.say(f"made {file} ({zone})")
