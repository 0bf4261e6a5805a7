"""How often the language of a text is recognised: whole articles, and every run of sentences of just over a hundred characters.

`python tests/eval/languages.py [FOLDER]` measures on the annotated articles of the repository (`tests/temporal/gold/`), and on those of
a folder: JSON lines with a `text`, in files whose name holds the language between two points (`meantime.es.jsonl`).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from timeline.ingest.language import detect

OWN: Final = Path(__file__).parents[1] / "temporal" / "gold"
LEAST: Final = 100
_LANGUAGE: Final = re.compile(r"(?:^|\.)(de|en|es|fr|it|nl|pt|ru|uk)\.")
_SENTENCE: Final = re.compile(r"(?<=[.!?…»”])\s+")


class Score(NamedTuple):
    texts: int
    right: int
    pieces: int
    right_pieces: int


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.jsonl")):
        named = _LANGUAGE.search(path.name)
        for line in path.read_text(encoding="utf-8").splitlines() if named else ():
            text = json.loads(line).get("text")
            if named and isinstance(text, str) and len(text) > LEAST:
                yield named[1], text


def pieces(text: str) -> Iterator[str]:
    """Runs of whole sentences, each as short as it may be."""
    held = ""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        held = f"{held} {sentence}".strip()
        if len(held) > LEAST:
            yield held
            held = ""


def scores(folder: Path) -> dict[str, Score]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for language, text in texts(folder):
        some = list(pieces(text))
        counts[language].update(
            texts=1,
            right=detect(text) == language,
            pieces=len(some),
            right_pieces=sum(detect(piece) == language for piece in some),
        )
    return {language: Score(*(count[name] for name in Score._fields)) for language, count in sorted(counts.items())}


def main(folders: list[Path]) -> None:
    for folder in (OWN, *folders):
        print(f"{folder.name}: language, texts, right, pieces of just over {LEAST} characters, right")
        for language, score in scores(folder).items():
            print(
                f"  {language} {score.texts:5} {score.right / score.texts:7.1%} {score.pieces:6} {score.right_pieces / score.pieces:7.1%}"
            )


if __name__ == "__main__":
    main([Path(word) for word in sys.argv[1:]])
