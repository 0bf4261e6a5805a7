"""Numbers of things in messages: `1 entry`, `2 entries`."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
