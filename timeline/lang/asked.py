"""Which packs are asked what words mean whose language nobody has said."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from timeline.lang import packs

if TYPE_CHECKING:
    from timeline.lang.packs import LanguagePack

_SCRIPTS: Final = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW"}
"""ISO 15924 codes, and how Unicode names the letters of the script."""


def first() -> tuple[LanguagePack, ...]:
    """The languages whose articles are read for claims: those in which the desk works."""
    return tuple(packs.load(code) for code in packs.having(packs.CLAIMS))


def after(words: str) -> tuple[LanguagePack, ...]:
    """The languages that can read dates alone, if they are written in a script of the words."""
    names = {unicodedata.name(sign, "").partition(" ")[0] for sign in words if sign.isalpha()}
    others = (packs.load(code) for code in packs.available() if code not in packs.having(packs.CLAIMS))
    return tuple(pack for pack in others if names & {_SCRIPTS[script] for script in pack.manifest["scripts"]})
