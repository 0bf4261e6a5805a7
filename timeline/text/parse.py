"""The neutral shapes of a parsed text: any parser, any label scheme, offsets always into the original text.

Dependencies are those of Universal Dependencies (nsubj, nsubj:pass, obj, obl, obl:agent, nmod, nmod:poss, case, ...),
whatever the model behind was trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Token(NamedTuple):
    """`i` is the place in `Parse.tokens`; `head` another such place, its own for a root, -1 without a tree.

    `text` is normalised (plain quotes and apostrophes). `lemma` is empty where the parser gives none.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: str
    dep: str
    head: int

    @property
    def lower(self) -> str:
        return self.text.lower()


class Entity(NamedTuple):
    """`label` is PER, ORG, LOC, NORP or MISC."""

    start: int
    end: int
    label: str


class Sentence(NamedTuple):
    """`first` and `last` are places in `Parse.tokens`, half-open; both 0 when the parser gives no tokens."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Parse:
    """Only prose is parsed: headings, captions and page debris are absent from tokens and sentences.

    `tree` says whether heads and parts of speech mean anything.
    """

    language: str
    by: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    tree: bool = field(default=False)


class Parser(Protocol):
    """Reads one language. `by` names it with its version, as it will stand in the ledger."""

    @property
    def by(self) -> str: ...

    def parse(self, text: str) -> Parse: ...

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """As `parse` of each, and cheaper where a model works on many at once."""
        ...
