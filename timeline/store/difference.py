"""Two texts as a unified diff."""

from __future__ import annotations

from difflib import unified_diff


def unified(before: str, after: str, name: str) -> str:
    """Empty when the texts are the same; a missing last line end is told as `diff` tells it."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """At LF alone: the other characters that Python takes for line ends are part of what a person wrote."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + parts[-1:] * bool(parts[-1])
