"""One parsed text as the rules look at it: lower-case words, children, sentences, timexes and quotations by token."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from timeline.claims.tree import headline_trees, retag, tree_mending
from timeline.text.normalise import normalise
from timeline.text.quotations import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.claims.tree.tense import Tense
    from timeline.lang.claim_pack import ClaimPack
    from timeline.model.timex import Timex
    from timeline.text.parse import Parse, Token

NOWHERE: Final = tree_mending.NOWHERE
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


class Reading:
    """Places are indexes into `tokens`. Without a tree every token is its own head and the rules use the surface."""

    def __init__(self, text: str, parse: Parse, pack: ClaimPack, timexes: Sequence[Timex]) -> None:
        self.text: Final = text
        tokens = retag.mended(parse.tokens, pack)
        self.tokens: Final = headline_trees.mended(tokens, parse.sentences, pack) if parse.tree else tokens
        self.sentences: Final = parse.sentences
        self.entities: Final = parse.entities
        self.tree: Final = parse.tree
        self.pack: Final = pack
        self.timexes: Final = timexes
        self.lower: Final = [token.text.lower() for token in parse.tokens]
        self.tenses: Final[dict[int, Tense]] = {}

    @cached_property
    def _edges(self) -> tuple[list[int], list[str]]:
        return tree_mending.mended(self)

    @property
    def heads(self) -> list[int]:
        return self._edges[0]

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for place, head in enumerate(self.heads):
            if head != place:
                found[head].append(place)
        return found

    @cached_property
    def sentence_of(self) -> list[int]:
        found = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for place in range(sentence.first, sentence.last):
                found[place] = number
        return found

    @cached_property
    def timex_of(self) -> list[int]:
        """The number of the timex that a token stands in, or `NOWHERE`."""
        found = [NOWHERE] * len(self.tokens)
        for number, timex in enumerate(self.timexes):
            for place in self.places(timex.start, timex.end):
                found[place] = number
        return found

    @cached_property
    def quoted(self) -> list[bool]:
        """Which tokens stand inside a direct quotation."""
        found = [False] * len(self.tokens)
        for start, end in self._quotes():
            for place in self.places(start, end):
                found[place] = True
        return found

    def _quotes(self) -> Iterator[tuple[int, int]]:
        plain = normalise(self.text)
        at = 0
        for block in plain.text.split("\n"):
            for quote in quotations(plain.text, at, at + len(block)):
                if quote.start < quote.end:
                    yield plain.to_source(quote.start, quote.end)
            at += len(block) + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def places(self, start: int, end: int) -> range:
        """The tokens that begin inside a half-open span of the text."""
        from bisect import bisect_left  # noqa: PLC0415  # one use

        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def token(self, place: int) -> Token:
        return self.tokens[place]

    def dep(self, place: int) -> str:
        return self._edges[1][place]

    def nominal(self, place: int) -> bool:
        return self.tokens[place].pos in _NOMINAL

    @cached_property
    def _conjugated(self) -> set[int]:
        """Words that carry an auxiliary of tense or voice, which makes them verbs whatever their tag."""
        return {t.head for t in self.tokens if t.dep in ("aux:tense", "aux:pass")}

    def verbal(self, place: int) -> bool:
        return self.tokens[place].pos in ("VERB", "AUX") or place in self._conjugated

    def with_dep(self, place: int, *deps: str) -> Iterator[int]:
        """Children whose dependency is one of these, subtypes ("nsubj" takes no "nsubj:pass") named in full."""
        return (child for child in self.children[place] if self._edges[1][child] in deps)

    def below(self, place: int) -> list[int]:
        """A place and everything that hangs from it, however far down."""
        found = [place]
        for above in found:
            found += self.children[above]
        return found

    def somebody(self, place: int) -> str | None:
        """What a common noun is (person, group, organisation); some are written with a capital: "deux Français"."""
        return self.pack.people.get(self.lower[place]) or self.pack.people.get(self.tokens[place].text)

    def edge(self, place: int) -> int:
        """Where a noun's phrase begins, behind its preposition."""
        marks = set(self.with_dep(place, "case", "cc"))
        return min(below for below in self.below(place) if below not in marks)

    def climb(self, place: int) -> Iterator[int]:
        """The heads above a place, nearest first."""
        return tree_mending.upwards(self.heads, place)

    def span_text(self, first: int, last: int) -> str:
        """The source text of tokens first to last, half-open."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def headline(self, place: int) -> bool:
        """Its sentence ends without a stop, as headlines do, whose present tells what happened."""
        return self.tokens[self.sentence_bounds(place)[1] - 1].text[-1].isalnum()

    @cached_property
    def _above(self) -> int:
        """How many sentences stand above the text: headlines."""
        above = sum(1 for _ in headline_trees.headlines(self.tokens, self.sentences))
        return above if above < len(self.sentences) else 0

    def lead(self, place: int) -> bool:
        """In the headline or in the first sentence, where an article says what happened."""
        return self.sentence_of[place] <= self._above

    def titled(self, place: int) -> bool:
        """In the headline above the first sentence that is one."""
        return self.sentence_of[place] < self._above

    def sentence_bounds(self, place: int) -> tuple[int, int]:
        sentence = self.sentences[self.sentence_of[place]]
        return sentence.first, sentence.last
