"""A trace of how a text was read: what matched, what was dropped and why, what each date was resolved against."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TraceStep:
    """`start`, `end`: code points of the words it is about. `why` is a sentence for people."""

    stage: str
    rule: str
    start: int
    end: int
    words: str
    kept: bool
    why: str

    def __str__(self) -> str:
        return f"{self.stage:9} {'+' if self.kept else '-'} {self.words!r} {self.rule}: {self.why}"


@dataclass
class Trace:
    """Handed to `tag` or `typed.read`, which add to it; reading a text does not depend on it."""

    steps: list[TraceStep] = field(default_factory=list)

    def add(self, stage: str, rule: str, where: tuple[int, int, str], why: str, *, kept: bool = True) -> None:
        start, end, words = where
        self.steps.append(TraceStep(stage, rule, start, end, words, kept, why))
