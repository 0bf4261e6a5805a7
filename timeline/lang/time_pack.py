"""The time section of a language pack: words and rules that dates are read with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TimePack:
    code: str


def load(code: str) -> TimePack:
    return TimePack(code)
