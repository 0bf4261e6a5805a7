"""A claim as the ledger keeps it: what the article says, word for word, with everything that tells how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.link import ids, order
from timeline.model.ledger import Claim, When

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.link.casting import Casting
    from timeline.model.extraction import Extraction, FoundClaim
    from timeline.model.ledger import Judgement
    from timeline.model.timex import Timex
    from timeline.model.vocabulary import Role

_AROUND: Final = 30
_PROVENANCE: Final = {"id", "recorded", "score", "by", "cue", "judgement", "around", "note", "embargo", "on"}


class Draft(NamedTuple):
    """What all claims of one article share."""

    extraction: Extraction
    text: str
    source: str
    casting: Casting
    events: Mapping[str, str]
    stance: Judgement
    recorded: str

    def claim(self, found: FoundClaim, event: str, kind: str | None, taken: set[str]) -> Claim:
        """`kind` is given when the ledger files the event under another; `taken` are the ids in use, and gets this one."""
        at = (found.start, found.end)
        claim = Claim(
            id=ids.claim_id(self.source, found.quote, at, taken),
            source=self.source,
            says=found.says,
            quote=found.quote,
            at=at,
            around=_around(self.text, found.start, found.end),
            when=_when(found.timex) if found.timex else None,
            place=found.place,
            actors=self._roles(found),
            said_by=tuple(dict.fromkeys(self.casting.speaker(key) for key in found.said_by)),
            via=found.via,
            kind=kind,
            relations=order.relations(found, event, self.events),
            recorded=self.recorded,
            score=found.score,
            by=f"rule {found.rule}, parser {self.extraction.by}",
            cue=found.cue,
            judgement=self.stance,
        )
        taken.add(claim.id)
        return claim

    def _roles(self, found: FoundClaim) -> tuple[tuple[Role, tuple[str, ...]], ...]:
        roles: dict[Role, dict[str, None]] = {}
        for one in found.participants:
            roles.setdefault(one.role, {})[self.casting.actor(one.actor)] = None
        return tuple((role, tuple(actors)) for role, actors in roles.items())


def content(claim: Claim, *, readings: bool = True) -> dict[str, Any]:
    """What a claim says, without how and when it came to be recorded; `readings`: with how its date was read."""
    said = claim.model_dump(exclude=_PROVENANCE)
    if claim.when and not readings:
        said["when"] = (claim.when.edtf, claim.when.text)
    return said


def _when(timex: Timex) -> When:
    return When(edtf=timex.edtf, text=timex.text, anchor=timex.anchor, rule=timex.rule, alternatives=timex.alternatives)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Up to 30 characters on either side, on the same line and from word to word."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = before[before.find(" ") + 1 :] if " " in before else before
    if len(after) == _AROUND:
        after = after[: after.rfind(" ")] if " " in after else after
    return before, after
