"""Which mentions of an event become claims, and what they lend each other: those that add nothing are not given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.events import kinship
from timeline.claims.happening.verb_factuality import FINAL
from timeline.claims.who.antecedents import WORDS
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.claims.events.groups import Group
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex


_AHEAD: Final = (Occurrence.EXPECTED, Occurrence.CONFIRMED)


def telling(reading: Reading, group: Group) -> list[Draft]:
    """The first draft, and those later ones that add somebody, a date, a place, an order or another status; all where everything is read."""
    if reading.pack.wide:
        _lend_date(group.drafts)
        return group.drafts
    kept: list[Draft] = []
    for draft in group.drafts:
        same = next(
            (k for k in kept if reading.sentence_of[k.trigger.place] == reading.sentence_of[draft.trigger.place]), None
        )
        if same is not None and draft.complete:
            _merge(same, draft)
        elif not kept or _adds(draft, kept):
            kept.append(draft)
        else:
            _lend_people(kept, draft)
    _lend_date(kept)
    return [draft for at, draft in enumerate(kept) if not _told(draft, kept[:at])]


def _told(draft: Draft, before: list[Draft]) -> bool:
    """All that it adds is the day that it has lent to an earlier mention."""
    if draft.orders or _names_more(draft, before):
        return False
    same = (one for one in before if one.timex is not None and one.says is draft.says)
    return any(draft.timex is not None and one.timex.edtf == draft.timex.edtf for one in same if one.timex)


def _merge(draft: Draft, other: Draft) -> None:
    """Two mentions of one event in one sentence make one claim; what is put off has the new date."""
    known = set(draft.keys)
    draft.participants += [row for row in other.participants if row[0] not in known]
    if Occurrence.POSTPONED in (draft.says, other.says) and draft.timex is not None and other.timex is not None:
        draft.timex = max(draft.timex, other.timex, key=lambda timex: timex.earliest or "")
    draft.timex = draft.timex or other.timex
    draft.place = draft.place or other.place
    moved = (
        other.says is Occurrence.POSTPONED and draft.says is Occurrence.DID_NOT_OCCUR
    )  # "was to have come; it was put off"
    if moved or (other.says in FINAL and draft.says not in FINAL):
        draft.says, draft.cue = other.says, other.cue
    draft.orders += other.orders


def _adds(draft: Draft, kept: list[Draft]) -> bool:
    if not draft.complete and not draft.orders:
        return False
    return (
        _names_more(draft, kept)
        or (draft.timex is not None and _day(draft.timex) not in {_day(other.timex) for other in kept if other.timex})
        or (draft.place is not None and all(other.place is None for other in kept))
        or bool(draft.orders)
        or (draft.cue is not None and draft.complete and draft.says != kept[-1].says and not draft.anaphor)
    )


def _day(timex: Timex) -> str | None:
    """Without the hour, which makes no other day of it."""
    return timex.edtf.partition("T")[0] if timex.edtf else None


def _names_more(draft: Draft, kept: list[Draft]) -> bool:
    """Somebody new by name."""
    if draft.implied:
        return False
    new = set(draft.keys) - {key for other in kept for key in other.keys}
    return any(not key.startswith(WORDS) for key in new)


def _lend_people(kept: list[Draft], draft: Draft) -> None:
    """Who is in an event of which nobody was told at first: "a walkout ... Nurses stopped work"; the dead of an accident are not lent."""
    if draft.complete and not draft.implied and not kinship.is_toll(draft) and not any(one.keys for one in kept):
        kept[0].participants += draft.participants


def _lend_date(kept: list[Draft]) -> None:
    """An undated mention has the day that another of the event gives, where they give one day alone and nothing was put off or called off."""
    dated = [one for one in kept if one.timex is not None and _closed(one.timex) and not kinship.is_toll(one)]
    if len({one.timex.edtf for one in dated if one.timex}) != 1 or any(one.says in FINAL for one in kept):
        return
    for at, draft in enumerate(kept):
        if (
            draft.timex is None
            and _same_side(draft, dated[0])
            and _sure(draft, dated[0], later=any(one is dated[0] for one in kept[:at]))
        ):
            draft.timex = dated[0].timex


def _same_side(draft: Draft, dated: Draft) -> bool:
    return draft.says is dated.says or (draft.says in _AHEAD and dated.says in _AHEAD)


def _sure(draft: Draft, dated: Draft, *, later: bool) -> bool:
    """A later mention takes up the day told; an earlier one is lent it for the same word, for what is to come, or for the dead."""
    return later or draft.word == dated.word or draft.says in _AHEAD or kinship.is_toll(draft)


def _closed(timex: Timex) -> bool:
    """A day or days, no deadline and no beginning."""
    return timex.earliest is not None and timex.latest is not None
