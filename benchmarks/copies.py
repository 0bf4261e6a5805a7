"""Looking for copies among many articles of the same days: how its time grows with their number.

`python benchmarks/copies.py [NUMBER...]` makes ledgers of so many articles, five words in a hundred of them taken from each other, one in
twenty a shortened copy of another, all within nine days.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from hashlib import sha256

from timeline.model.ledger import Ledger, Source
from timeline.pipeline.copies import Copies

NUMBERS = (1_000, 2_000, 4_000, 8_000)
_WORDS = 400
_EVERY = 20


def ledger(number: int) -> tuple[Ledger, dict[str, str]]:
    chance = random.Random(number)  # noqa: S311  the same each time
    texts: list[str] = []
    for place in range(number):
        if place and place % _EVERY == 0:
            copied = texts[chance.randrange(place)].split()
            texts.append(f"From our desk {place}. " + " ".join(copied[: len(copied) * 2 // 3]))
        else:
            texts.append(" ".join(f"word{chance.randrange(5_000)}" for _ in range(_WORDS)))
    kept = {sha256(text.encode()).hexdigest(): text for text in texts}
    sources = {
        f"s{place}": Source(
            id=f"s{place}",
            published=f"2025-10-{1 + place % 9:02d}",
            language="en",
            text=sha256(text.encode()).hexdigest(),
        )
        for place, text in enumerate(texts)
    }
    return Ledger(timezone="UTC", sources=sources, actors={}, events={}), kept


def main(numbers: list[int]) -> None:
    for number in numbers:
        made, kept = ledger(number)
        begun = time.process_time()
        found = Copies(kept.__getitem__).found(made)
        seconds = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{number:>7} articles: {seconds:6.2f} s, {1e3 * seconds / number:5.2f} ms each, {len(found)} copies, peak {peak} MB"
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(NUMBERS))
