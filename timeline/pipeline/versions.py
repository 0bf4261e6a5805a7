"""What a source says now, kept beside what it said: the text that its claims quote stays."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from timeline.model.change import ReplaceSource
from timeline.model.ledger import Version

if TYPE_CHECKING:
    from timeline.model.ledger import Source


def another_version(source: Source, text: str, at: str) -> ReplaceSource | None:
    """`at`: the ISO time at which the text was found. `None` when it is what the source was last known to say."""
    version = Version(text=sha256(text.encode()).hexdigest(), recorded=at)
    if version.text == (source.versions[-1].text if source.versions else source.text):
        return None
    whole = source.model_copy(update={"versions": (*source.versions, version)})
    return ReplaceSource(source=whole, kept_text=text)
