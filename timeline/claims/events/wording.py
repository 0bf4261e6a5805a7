"""Titles of events, in the article's language: what, who, where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.lang.title_pack import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.lang.title_pack import Frame, TitlePack

_MOST_NAMES: Final = 3


def title(pack: TitlePack, kind: str, label: str, roles: Mapping[str, Sequence[str]], place: str | None) -> str:
    """`label` heads the title where its frame has no verb of its own; `roles`: who is named, by role, in order."""
    everybody = dict.fromkeys(name for names in roles.values() for name in names)
    filled = {**{role: list(names) for role, names in roles.items() if names}, NAMES: list(everybody)}
    frame = next(frame for frame in pack.frames if _fits(frame, kind, filled))
    parts = {role: _joined(names[:_MOST_NAMES], pack) for role, names in filled.items()}
    text = frame.text.format(label=label[:1].upper() + label[1:], **parts)
    return pack.place.format(title=text, place=place) if place and place not in everybody else text


def _fits(frame: Frame, kind: str, filled: Mapping[str, Sequence[str]]) -> bool:
    return (
        (not frame.kinds or kind in frame.kinds)
        and all(filled.get(role) for role in frame.roles)
        and all(len(filled[role]) == 1 for role in frame.alone)
        and all(len(filled[role]) > 1 for role in frame.several)
    )


def _joined(names: Sequence[str], pack: TitlePack) -> str:
    return pack.last.join(part for part in (pack.comma.join(names[:-1]), *names[-1:]) if part)
