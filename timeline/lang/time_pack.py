"""The time section of a language pack: the words and rules that dates are read with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from timeline.lang import time_lexicon, time_rules, yaml_data
from timeline.lang.time_lexicon import Lexicon
from timeline.lang.time_rules import Rule


@dataclass(frozen=True)
class TimePack:
    """Words and rules are read when first asked for; `compiled` is where the engine keeps what it makes of them.

    `week_start`: the ISO weekday that a week of this language starts on, where nobody says of which country the text is.
    """

    code: str
    date_order: str = "dmy"
    decimal: str = "."
    week_start: int = 1

    @cached_property
    def lexicon(self) -> Lexicon:
        return time_lexicon.read(f"{self.code}/lexicon.yaml")

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return time_rules.read(yaml_data.files(self.code, "time*.yaml"))


def load(code: str) -> TimePack:
    manifest: dict[str, Any] = yaml_data.read(f"{code}/manifest.yaml")
    return TimePack(code, manifest["date_order"], manifest["decimal"], manifest["week_start"])
