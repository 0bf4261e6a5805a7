"""What became of a promise, as schema.org's ClaimReview: only where a person typed it.

A status is what sources say and nobody's verdict, so that machines and articles make none. A verdict is an outcome that the desk
gives in its own name ("it happened", "it did not"), and what it judges are the quoted claims that the event would take place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.export.plain_text import one_line, printable
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.export.options import ExportOptions
    from timeline.export.words import Words
    from timeline.model.view import ClaimRow, EventRow

DESK: Final = "desk"
_PROMISES: Final = frozenset({Occurrence.EXPECTED, Occurrence.CONFIRMED})
_RATINGS: Final = {Occurrence.OCCURRED: 5, Occurrence.DID_NOT_OCCUR: 1}
_BEST, _WORST = 5, 1

Described = dict[str, Any]


def reviews(
    row: EventRow, options: ExportOptions, words: Words, described: Callable[[ClaimRow], Described]
) -> list[Described]:
    """One for each promise, the oldest first. `described` gives a claim as schema.org has it."""
    verdict = _verdict(row)
    promised = sorted((claim for claim in row.claims if _promises(claim)), key=lambda claim: claim.published or "9")
    if verdict is None or not promised:
        return []
    first = described(promised[0])["appearance"]
    return [_review(verdict, {**described(claim), "firstAppearance": first}, options, words) for claim in promised]


def _verdict(row: EventRow) -> ClaimRow | None:
    """The last outcome that the desk gave; what a machine read is signed by its rule, what an outlet says by the outlet."""
    typed = [claim for claim in row.claims if claim.source == DESK and claim.by is None and claim.says in _RATINGS]
    return max(typed, key=lambda claim: (claim.published or "", claim.recorded or ""), default=None)


def _promises(claim: ClaimRow) -> bool:
    return bool(claim.quote) and claim.says in _PROMISES and claim.source != DESK


def _review(verdict: ClaimRow, claim: Described, options: ExportOptions, words: Words) -> Described:
    says = verdict.says or Occurrence.UNKNOWN
    said: Described = {"@type": "ClaimReview", "claimReviewed": printable(claim["text"])}
    published = (verdict.published or verdict.recorded or "")[:10]
    if published:
        said["datePublished"] = published
    said["author"] = {"@type": "Organization", "name": one_line(options.credit or DESK)}
    said["reviewRating"] = {
        "@type": "Rating",
        "ratingValue": _RATINGS[says],
        "bestRating": _BEST,
        "worstRating": _WORST,
        "alternateName": words.occurrence(says),
    }
    said["itemReviewed"] = claim
    return said
