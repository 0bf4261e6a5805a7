"""Letters of other scripts in Latin ones, for ids and for comparing names. Scripts that are not here are left as they are.

Cyrillic follows the passports of Ukraine and Russia, simplified; Greek follows ISO 843, simplified.
"""

from __future__ import annotations

from typing import Final
from unicodedata import combining, normalize

_CYRILLIC: Final = dict(
    zip(
        "абвгґдезийклмнопрстуфыэієё",
        ["a", "b", "v", "g", "g", "d", "e", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "y", "e", "i", "ie", "e"],
        strict=True,
    )
) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ї": "i",
    "ј": "j", "ђ": "dj", "ћ": "c", "љ": "lj", "њ": "nj", "џ": "dz", "ў": "u", "ʼ": "",
}  # fmt: skip

_GREEK: Final = dict(
    zip("αβγδεζηικλμνξοπρστυφω", ["a", "v", "g", "d", "e", "z", "i", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "y", "f", "o"], strict=True)
) | {"θ": "th", "χ": "ch", "ψ": "ps", "ς": "s"}  # fmt: skip

_LATIN: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ħ": "h",
    "ŋ": "n",
}  # fmt: skip

_TABLE: Final = str.maketrans({**_GREEK, **_CYRILLIC, **_LATIN})


def latin(text: str) -> str:
    """Lower case Latin letters without accents: `Зеленський` is `zelenskii`, `Orbán` is `orban`."""
    composed = normalize("NFC", text.casefold()).translate(_TABLE)
    return "".join(char for char in normalize("NFKD", composed) if not combining(char)).translate(_TABLE)
