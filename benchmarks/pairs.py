"""Times two things in turn, A B A B ..., and gives the ratio pair by pair: it holds when the machine's speed drifts."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """CPU seconds (user and system) of both sides, medians, and the ratio A/B of each pair."""

    name: str
    goal: float
    ours: float
    peer: float
    ratios: tuple[float, ...]

    def line(self) -> str:
        middle = statistics.median(self.ratios)
        verdict = "ok" if middle <= self.goal else "MISSED"
        spread = f"{min(self.ratios):.2f} to {max(self.ratios):.2f}"
        return (
            f"{self.name:<44} {self.ours:7.3f} s / {self.peer:7.3f} s = {middle:5.2f}"
            f"  ({spread}; goal {self.goal:g}) {verdict}"
        )


def command_cost(command: Sequence[str]) -> Callable[[], float]:
    """CPU seconds of a whole process, by the operating system's own accounting."""

    def run() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NO_COLOR": "1"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run


def call_cost(action: Callable[[], object]) -> Callable[[], float]:
    """CPU seconds of a call inside this process."""

    def run() -> float:
        before = resource.getrusage(resource.RUSAGE_SELF)
        action()
        after = resource.getrusage(resource.RUSAGE_SELF)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run


def compare(name: str, goal: float, ours: Callable[[], float], peer: Callable[[], float], *, rounds: int = 9) -> Ratio:
    """One warm-up of each, then `rounds` counted pairs."""
    ours()
    peer()
    gc.freeze()  # what was loaded is not ours to pay for: no collection looks at it again, on either side
    pairs = [(ours(), peer()) for _ in range(rounds)]
    return Ratio(
        name=name,
        goal=goal,
        ours=statistics.median(a for a, _ in pairs),
        peer=statistics.median(b for _, b in pairs),
        ratios=tuple(a / b for a, b in pairs),
    )
