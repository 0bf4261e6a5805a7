"""What the engine makes of a language's data, made once and kept."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.temporal.matching.match import Matcher

if TYPE_CHECKING:
    from timeline.lang.time_pack import TimePack


@cache
def matcher(pack: TimePack) -> Matcher:
    return Matcher(pack)
