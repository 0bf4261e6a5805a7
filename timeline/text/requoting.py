"""A quote looked for again: its exact words, where they stood, elsewhere, or words that resemble them.

What merely resembles a quote is never taken for it: a look-alike is told as changed, with what stands there instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from timeline.model.verification import Edit, Standing

_TOKEN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+|[^\w\s]")
"""A word, a sign; in scripts that write no spaces, a character."""

_ALIKE: Final = 0.6
"""The share of a quote's words that must stand in order in what is shown as its changed form; with less it is gone."""

_LEAST: Final = 3
"""Words that a quote needs for anything to resemble it."""

_SLACK: Final = 2
"""A changed form may be so many times as long as the quote."""


class Found(NamedTuple):
    """`at`: code points in the text that was searched; `words`: what stands there, where it is not the quote."""

    standing: Standing
    at: tuple[int, int] | None = None
    words: str | None = None


def look(quote: str, text: str, at: tuple[int, int] | None = None, around: tuple[str, str] | None = None) -> Found:
    """Intact: the words stand `at` their place, between the words `around` them; what is not given is not asked for.

    Without a place, the words between the same words, or anywhere when those are not given, are intact.
    """
    places = [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)] if quote else []
    spans = [(start, start + len(quote)) for start in places]
    framed = [span for span in spans if around is None or _framed(span, text, around)]
    if at in framed or (at is None and framed):
        return Found(Standing.INTACT, at or framed[0])
    if spans:
        near = framed or spans
        return Found(Standing.MOVED, min(near, key=lambda span: abs(span[0] - (at or span)[0])))
    span = _alike(quote, text)
    return Found(Standing.CHANGED, span, text[slice(*span)]) if span else Found(Standing.GONE)


def look_on_page(quote: str, text: str, around: tuple[str, str] | None = None) -> Found:
    """As `look`, where neither places nor the width of spaces and line ends are comparable: a page is laid out anew."""
    framed = None if around is None else (spaced(around[0]), spaced(around[1]))
    found = look(spaced(quote), spaced(text), around=framed)
    return Found(found.standing, None, found.words)


def spaced(text: str) -> str:
    """One space where there is any."""
    return " ".join(text.split())


def difference(old: str, new: str) -> tuple[tuple[Edit, str], ...]:
    """Word by word; the spaces between stay with the word before them."""
    one, other = _words(old), _words(new)
    matcher = SequenceMatcher(None, [word.strip() for word in one], [word.strip() for word in other], autojunk=False)
    found: list[tuple[Edit, str]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append((Edit.SAME, "".join(other[j1:j2])))
            continue
        if i1 < i2:
            glued = bool(found) and one[i1 - 1][-1:].isspace() and not found[-1][1][-1:].isspace()
            found.append((Edit.GONE, " " * glued + "".join(one[i1:i2])))
        found += [(Edit.NEW, "".join(other[j1:j2]))] * (j1 < j2)
    return tuple(found)


def _framed(span: tuple[int, int], text: str, around: tuple[str, str]) -> bool:
    before, after = around
    return text[: span[0]].rstrip().endswith(before.rstrip()) and text[span[1] :].lstrip().startswith(after.lstrip())


def _words(text: str) -> list[str]:
    ends = [match.start() for match in _TOKEN.finditer(text)][1:]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def _alike(quote: str, text: str) -> tuple[int, int] | None:
    """Where the stretch stands that shares most words with the quote, in its order."""
    wanted = [match[0].casefold() for match in _TOKEN.finditer(quote)]
    tokens = list(_TOKEN.finditer(text))
    if len(wanted) < _LEAST:
        return None
    words = [token[0].casefold() for token in tokens]
    best: tuple[int, int, int] | None = None
    for start in _promising(wanted, words):
        found = _aligned(wanted, words[start : start + _SLACK * len(wanted)])
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], start + found[1], start + found[2])
    if best is None or best[0] < _ALIKE * len(wanted):
        return None
    return tokens[best[1]].start(), tokens[best[2] - 1].end()


def _promising(wanted: Sequence[str], words: Sequence[str], most: int = 5) -> Iterator[int]:
    """Where the windows begin that hold most of the wanted words, whatever their order; half a quote ahead of them."""
    size, need = len(wanted), Counter(wanted)
    held: Counter[str] = Counter()
    scores: list[tuple[int, int]] = []
    score = 0
    for at, word in enumerate(words):
        held[word] += 1
        score += held[word] <= need[word]
        if at >= size:
            left = words[at - size]
            score -= held[left] <= need[left]
            held[left] -= 1
        scores.append((score, -max(0, at - size + 1 - size // 2)))
    yield from sorted({-start for _, start in sorted(scores, reverse=True)[:most]})


def _aligned(wanted: Sequence[str], window: Sequence[str]) -> tuple[int, int, int] | None:
    """How many words match in order, and from where to where the form reaches, unmatched ends counted in."""
    blocks = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    start = max(0, first.b - first.a)
    end = min(len(window), last.b + last.size + len(wanted) - last.a - last.size)
    return sum(block.size for block in blocks), start, max(end, last.b + last.size)
