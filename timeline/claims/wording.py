"""Titles of events, in the article's language: the kind, who, where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.lang import kinds

if TYPE_CHECKING:
    from timeline.lang.claim_pack import ClaimPack

_MOST_NAMES: Final = 3
_TOGETHER: Final = frozenset({"phone_call", "meeting", "summit", "talks", "agreement"})


def title(pack: ClaimPack, kind: str, names: list[str], place: str | None, words: str) -> str:
    """`words`: the trigger as written, which stands in where nobody is named."""
    patterns = pack.titles
    label = kinds.label(kind, pack.code)
    shown = names[:_MOST_NAMES]
    if kind in _TOGETHER and len(shown) == 2:
        text = patterns["pair"].format(label=label, names=patterns["and"].join(shown))
    elif shown:
        text = patterns["one"].format(label=label, names=", ".join(shown))
    else:
        text = patterns["none"].format(label=words[:1].upper() + words[1:])
    return patterns["place"].format(title=text, place=place) if place else text
