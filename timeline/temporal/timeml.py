"""A text with its timexes marked up inline, as TimeML 1.2.1 has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from timeline.model.document import Dct
    from timeline.model.timex import Timex

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""
_DCT: Final = "t0"


def timeml(text: str, timexes: Sequence[Timex], dct: Dct | None, name: str) -> str:
    """One XML document; what XML cannot hold becomes U+FFFD. `name` is its DOCID.

    The publication date is `t0`; dates that were read against it say so.
    """
    created = "" if dct is None else f"<DCT>{_creation(dct)}</DCT>\n"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{_clean(name)}</DOCID>\n{created}'
    return f"{head}<TEXT>{''.join(_marked(text, timexes, dct))}</TEXT>\n</TimeML>\n"


def _creation(dct: Dct) -> str:
    value = (dct.time or dct.day)[:16]
    kind = "TIME" if "T" in value else "DATE"
    return (
        f'<TIMEX3 tid="{_DCT}" type="{kind}" value="{_clean(value)}" functionInDocument="CREATION_TIME">'
        f"{_clean(value)}</TIMEX3>"
    )


def _marked(text: str, timexes: Sequence[Timex], dct: Dct | None) -> Iterator[str]:
    at = 0
    for number, timex in enumerate(timexes, start=1):
        yield _clean(text[at : timex.start])
        written = "".join(f" {name}={quoteattr(_FORBIDDEN.sub('�', value))}" for name, value in _attributes(timex, dct))
        yield f'<TIMEX3 tid="t{number}"{written}>{_clean(text[timex.start : timex.end])}</TIMEX3>'
        at = timex.end
    yield _clean(text[at:])


def _attributes(timex: Timex, dct: Dct | None) -> Iterator[tuple[str, str]]:
    yield "type", timex.type.value
    yield "value", timex.value
    for name, value in (("mod", timex.mod), ("quant", timex.quant), ("freq", timex.freq)):
        if value:
            yield name, value
    if dct is not None and timex.anchor == "published":
        yield "anchorTimeID", _DCT


def _clean(words: str) -> str:
    return escape(_FORBIDDEN.sub("�", words))
