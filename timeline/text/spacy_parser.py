"""spaCy models behind the neutral parser. spaCy itself is imported when a model is first loaded, not before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from timeline.text import labels, spacy_loading
from timeline.text.attribute_table import AttributeTable
from timeline.text.casing import recased
from timeline.text.layout import TOLD, paragraphs
from timeline.text.normalise import Normalised, normalise
from timeline.text.parse import Entity, Parse, Sentence, Token
from timeline.text.sentences import spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNUSED: Final = ("lemmatizer", "trainable_lemmatizer", "senter", "textcat")
_RULER: Final = "attribute_ruler"
_BATCH: Final = 64
"""Paragraphs that the model works on at once; more gain nothing and cost memory."""


@lru_cache(maxsize=4)
def load(language: str, module: str) -> SpacyParser:
    """The parser of one installed model. Raises `ImportError` when spaCy or the model is missing."""
    pipeline: Any = spacy_loading.load(module, _UNUSED)
    table = AttributeTable(pipeline.get_pipe(_RULER).patterns if pipeline.has_pipe(_RULER) else [])
    if pipeline.has_pipe(_RULER):
        pipeline.remove_pipe(_RULER)
    return SpacyParser(language, pipeline, table)


class SpacyParser:
    """Reads prose paragraphs and the headline only, with sentence ends given from the surface."""

    def __init__(self, language: str, pipeline: Any, attributes: AttributeTable) -> None:
        self._language = language
        self._pipeline = pipeline
        self._attributes = attributes
        self._clearnlp = labels.is_clearnlp(frozenset(pipeline.get_pipe("parser").labels))

    @property
    def by(self) -> str:
        meta = self._pipeline.meta
        return f"{self._language}-{meta['name'].replace('_', '-')} {meta['version']}"

    def parse(self, text: str) -> Parse:
        return self.parse_all([text])[0]

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """The paragraphs of all texts go through the model together: it is a sixth faster on many than on a few."""
        plains = [normalise(text) for text in texts]
        collected = [_Collected(plain, self._attributes, clearnlp=self._clearnlp) for plain in plains]
        for at, start, doc in self._read([plain.text for plain in plains]):
            collected[at].take(start, doc)
        return [self._parse(one) for one in collected]

    def _parse(self, collected: _Collected) -> Parse:
        return Parse(
            language=self._language,
            by=self.by,
            tokens=tuple(collected.tokens),
            sentences=tuple(collected.sentences),
            entities=tuple(collected.entities),
            tree=True,
        )

    def _read(self, texts: Sequence[str]) -> Iterator[tuple[int, int, Any]]:
        """The place of a text, where a paragraph of it starts, and its words."""
        prose = ((at, p, text) for at, text in enumerate(texts) for p in paragraphs(text) if p.sort in TOLD)
        docs = ((self._prepared(text, p.start, p.end), (at, p.start)) for at, p, text in prose)
        for doc, (at, start) in self._pipeline.pipe(docs, as_tuples=True, batch_size=_BATCH):
            yield at, start, doc

    def _prepared(self, text: str, start: int, end: int) -> Any:
        """Tokens with sentence starts set, which the dependency parser then respects. All at once: for each that is set alone
        spaCy looks through the whole paragraph.
        """
        from numpy import array  # noqa: PLC0415  # spaCy has imported it

        doc = self._pipeline.make_doc(recased(text[start:end].replace("\n", " "), text))
        firsts = {a - start for a, _ in spans(text, start, end)}
        marks = [1 if token.idx in firsts else -1 for token in doc]
        return doc.from_array(["SENT_START"], array(marks, "int64").astype("uint64")) if marks else doc


class _Collected:
    """Gathers the paragraphs of one text into one run of tokens."""

    def __init__(self, plain: Normalised, attributes: AttributeTable, *, clearnlp: bool) -> None:
        self._plain = plain
        self._attributes = attributes
        self._clearnlp = clearnlp
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.entities: list[Entity] = []

    def take(self, start: int, doc: Any) -> None:
        rows = [self._token(start, token) for token in doc]
        if self._clearnlp:
            rows = labels.to_universal(rows)
        base = len(self.tokens)
        self.tokens.extend(row._replace(i=row.i + base, head=row.head + base) for row in rows)
        for sentence in doc.sents:
            span = self._plain.to_source(start + sentence.start_char, start + sentence.end_char)
            self.sentences.append(Sentence(*span, sentence.start + base, sentence.end + base))
        for entity in doc.ents:
            if label := labels.entity_label(entity.label_):
                span = self._plain.to_source(start + entity.start_char, start + entity.end_char)
                self.entities.append(Entity(*span, label))

    def _token(self, base: int, token: Any) -> Token:
        start, end = self._plain.to_source(base + token.idx, base + token.idx + len(token.text))
        pos, morph = self._attributes.read(token)
        return Token(token.i, start, end, token.text, "", pos, morph, token.dep_, token.head.i)
