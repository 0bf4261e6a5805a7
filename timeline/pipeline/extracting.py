"""The claims of one text, before anything is linked or kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.claims.extract import extract
from timeline.diagnostics import Diagnostic
from timeline.lang import kinds, packs, world
from timeline.model.vocabulary import ActorKind, Breadth
from timeline.pipeline import unread
from timeline.temporal.tag import tag
from timeline.text import parsers

if TYPE_CHECKING:
    from timeline.lang.packs import LanguagePack
    from timeline.model.document import Dct, Document
    from timeline.model.extraction import Extraction, FoundClaim, FoundEvent, Participant
    from timeline.temporal.context.trace import Trace
    from timeline.text.parse import Parse

_TIME: Final = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?")
_CUT_YEAR: Final = re.compile(r"(?<![\dX])(\d\dX{2}|\d{3}X)(?![\dX])")


class Extracted(NamedTuple):
    """`findings`: W501 without a pack for the language, W502 without its model, W505 and I114 for what was not read as it should."""

    extraction: Extraction | None
    findings: tuple[Diagnostic, ...] = ()


def extracted(
    document: Document,
    dct: Dct,
    parse: Parse | None = None,
    *,
    trace: Trace | None = None,
    breadth: Breadth = Breadth.NEWS,
) -> Extracted:
    """Tree, dates, claims, in this order: the tree, `parse` if it is there already, is handed to the dates.

    `trace` is told how these were read.
    """
    pack, finding = claims_pack(document.language)
    if pack is None:
        return Extracted(None, (finding,) if finding else ())
    parser, missing = parsers.load_or_surface(pack.code)
    parse = parse or parser.parse(document.text)
    timexes = tag(document.text, pack, dct, parse=parse, trace=trace)
    words = pack.wide_claims if breadth is Breadth.WIDE else pack.claims
    found = extract(document, timexes, parse, words, world.load(pack.code), dct)
    told = unread.findings(document.text, document.language)
    return Extracted(found, ((missing, *told) if missing else told))


def claims_pack(language: str | None) -> tuple[LanguagePack | None, Diagnostic | None]:
    """W501 when no claims are read in the language."""
    known = ", ".join(packs.having(packs.CLAIMS))
    if language is None:
        return None, Diagnostic("W501", f"its language is not recognised; known: {known}")
    if language in packs.having(packs.CLAIMS):
        return packs.load(language), None
    return None, Diagnostic("W501", f"no claims are read in {language!r}; known: {known}")


class _Names:
    """What the actors of an article are called: by their full name; a government, which has many, as the article does
    ("Moscow", "Britain"), unless it does so by an adjective ("Russian").
    """

    def __init__(self, found: Extraction) -> None:
        self._actors = {actor.key: actor for actor in found.actors}

    def speaker(self, key: str) -> str:
        return self._actors[key].name if key in self._actors else key

    def participant(self, one: Participant) -> str:
        actor = self._actors.get(one.actor)
        if actor is None:
            return one.as_written
        if actor.kind is not ActorKind.GOVERNMENT:
            return actor.name
        named = [mention.text for mention in actor.mentions if mention.reason == "name"]
        by_adjective = any(m.text == one.as_written and m.reason == "nationality" for m in actor.mentions)
        if by_adjective and not named:
            return actor.name
        return one.as_written if one.as_written in named or not named else named[0]


def claim_rows(found: Extraction) -> list[dict[str, Any]]:
    """The claims in the order of the text, each a row of its own."""
    names = _Names(found)
    titles = {event.key: event.title for event in found.events}
    both = [(event, claim) for event in found.events for claim in event.claims]
    return [_row(event, claim, names, titles) for event, claim in sorted(both, key=lambda one: one[1].trigger_start)]


def _row(event: FoundEvent, claim: FoundClaim, names: _Names, titles: dict[str, str]) -> dict[str, Any]:
    kind = kinds.load().get(event.kind)
    return {
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "trigger_start": claim.trigger_start,
        "trigger_end": claim.trigger_end,
        "event": event.key,
        "title": event.title,
        "kind": event.kind,
        "plover": kind.plover(claim.says) if kind else None,
        "actors": [
            {"name": names.participant(one), "role": one.role.value, "as_written": one.as_written}
            for one in claim.participants
        ],
        "when": None if claim.timex is None or claim.timex.edtf is None else in_days(claim.timex.edtf),
        "when_words": claim.timex.text if claim.timex else None,
        "says": claim.says.value,
        "cue": claim.cue,
        "place": claim.place,
        "said_by": [names.speaker(key) for key in claim.said_by],
        "relations": [
            {
                "rel": one.kind.value,
                "event": one.event,
                "title": titles.get(one.event),
                "words": one.words,
                "gap": one.gap,
                "within": one.within,
            }
            for one in claim.relations
        ],
        "score": claim.score,
        "rule": claim.rule,
    }


def in_days(edtf: str) -> str:
    """EDTF in days, months and years alone: times of day go, a decade or century becomes the years it lasts."""
    plain = _TIME.sub("", edtf)
    cut = _CUT_YEAR.fullmatch(plain)
    return f"{plain.replace('X', '0')}/{plain.replace('X', '9')}" if cut else plain
