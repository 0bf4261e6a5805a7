"""A new ledger: empty, and saying how it is filled by hand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import UsageError, WriteError
from timeline.store.entries.timezones import unknown_zone
from timeline.store.text.scalar_text import scalar

_TEMPLATE: Final = """\
# A timeline: who said that what would happen, when. Everything in it is plain text; edit it as you like.
# `timeline check` says whether it can be read.

timeline: 1
timezone: {timezone}

# The articles, each under an id of your choice:
#   lsi-2025-10-17: {{title: ..., outlet: ..., url: ..., published: "2025-10-17", language: fr}}
sources:

# Persons, organisations, governments, groups:
#   volodymyr-zelensky: {{name: Volodymyr Zelensky, kind: person, aliases: [Zelensky]}}
actors:

# What happens. An event's date and status come from its claims, so write one for each source that says something:
#   press-conference:
#     title: Press conference at the Élysée
#     claims:
#       - {{source: desk, says: confirmed, when: "2025-10-20"}}
events:
"""


def create(path: Path, timezone: str) -> None:
    """Makes the file and the folders that lead to it. Raises `UsageError` when it is there or the zone is unknown."""
    why = unknown_zone(timezone)
    if why is not None:
        raise UsageError(why)
    content = _TEMPLATE.format(timezone=scalar(timezone, flow=False))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise UsageError(f"{path} is there already; it was left as it is") from None
    except OSError as error:
        finding = Diagnostic("E210", f"cannot be made: {error.strerror or error}", Where(str(path)))
        raise WriteError(finding.render(), findings=[finding]) from error
