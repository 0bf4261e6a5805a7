"""The last resort: absolute dates in the languages that `dateparser` knows and we have no pack for.

It is never asked about bare weekdays, relative words or windows, for which it returns nothing or invents a day: every
part it is not given must be in the words, or there is no date.
"""

from __future__ import annotations

import re
import warnings
from typing import Any, Final

from timeline.edtf.parse import parse
from timeline.model.timex import Timex

_SETTINGS: Final[dict[str, Any]] = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RETURN_AS_TIMEZONE_AWARE": False,
    "NORMALIZE": True,
}
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
LONGEST: Final = 60


def absolute_date(words: str, timezone: str) -> Timex | None:
    """A full date with its year, or nothing. `timezone` is what a time of day without a zone is in."""
    del timezone  # the day is written as it stands; only full dates come this far
    if len(words) > LONGEST or not _YEAR.search(words):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser warns about its own use of the standard library
        import dateparser  # noqa: PLC0415  # 0.3 s that only the last resort pays

        moment = dateparser.parse(words, settings=_SETTINGS)
    if moment is None or _YEAR.findall(words) != [f"{moment.year:04d}"]:
        return None
    from timeline.temporal.typed import from_edtf  # noqa: PLC0415  # the two readers hand over to each other

    return from_edtf(words, parse(moment.date().isoformat())).model_copy(update={"rule": "dateparser"})
