"""The parser that needs no model: words and sentences of the prose, no tree, no entities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.text.layout import TOLD, paragraphs
from timeline.text.normalise import normalise
from timeline.text.parse import Parse, Sentence, Token
from timeline.text.sentences import spans

_WORD: Final = re.compile(r"\w+(?:-\w+)*(?:'(?!s\b)(?=\w))?|'s\b|[^\w\s]")
_NO_TREE: Final = -1


class SurfaceParser:
    by: Final = "surface"

    def __init__(self, language: str) -> None:
        self._language = language

    def parse(self, text: str) -> Parse:
        plain = normalise(text)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for paragraph in paragraphs(plain.text):
            if paragraph.sort not in TOLD:
                continue
            for start, end in spans(plain.text, paragraph.start, paragraph.end):
                first = len(tokens)
                for match in _WORD.finditer(plain.text, start, end):
                    span = plain.to_source(match.start(), match.end())
                    tokens.append(Token(len(tokens), *span, match[0], "", "", "", "", _NO_TREE))
                sentences.append(Sentence(*plain.to_source(start, end), first, len(tokens)))
        return Parse(language=self._language, by=self.by, tokens=tuple(tokens), sentences=tuple(sentences))

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        return [self.parse(text) for text in texts]
