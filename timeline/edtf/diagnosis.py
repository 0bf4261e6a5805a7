"""Why a text is no date: the first place where it departs from the grammar, and what belongs there."""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = (
    (r"()$", "a date is missing", "write it as 2025-10-17"),
    (r"()\d{8}$", "a date needs its hyphens", "write it as 2025-10-17"),
    (r"()\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$", "the year comes first", "write it as 2025-10-17"),
    (r"()\d{5,}", "a year has four digits", "put Y before a longer one: Y17000"),
    (r"()[-+]?\d{1,3}(?![\dXu])", "a year has four digits", "write 43 as 0043"),
    (r"()\+", "years of our era have no sign", "leave out the plus"),
    (r"Y-?\d{12}()\d", "a year has at most twelve digits", "write fewer"),
    (r"Y-?\d+()[ES]", "exponents and significant digits are not read", "write the year out: Y170000"),
    (r"()[-\d]?[\dXu]*[Xu]{3}", "only the last two digits of a year may be X", "write 201X or 20XX"),
    (r"()-?[\dXu]*[Xu][\dXu]*\d(?=$|-)", "only the last digits of a year may be X", "write 201X or 20XX"),
    (r"[^?~%]*()[?~%]+[^?~%]", "a part of a date cannot be qualified alone", "put ?, ~ or % at the end of the date"),
    (r"[^?~%]*[?~%]()[?~%]", "one qualifier is enough", "? is uncertain, ~ approximate, % both"),
    (r"-?\d{4}-()(?:\d[Xu]|[Xu]\d)", "a month is two digits or XX", "write 2025-10 or 2025-XX"),
    (r"-?\d{4}-\d\d-()(?:\d[Xu]|[Xu]\d)", "a day is two digits or XX", "write 2025-10-17 or 2025-10-XX"),
    (r"-?\d{4}-()\d(?!\d)", "a month has two digits", "write 2025-01-05"),
    (r"-?\d{4}-\d\d-()\d(?!\d)", "a day has two digits", "write 2025-01-05"),
    (r"[^T]*T()\d{1,2}(?!\d|:)", "a time of day has hours and minutes", "write it as 18:30"),
    (r"[^T]*T()\d:", "an hour has two digits", "write it as 08:30"),
    (r"-?\d{4}-\d\d-\d\d()[T ]?.", "a time of day is written after T", "write it as 2025-10-17T18:30"),
    (r"-?\d{4}-\d\d()[-/]?", "a day of two digits, or nothing, belongs here", "write 2025-10 or 2025-10-17"),
    (r"-?\d{4}()", "a month, a week (W43), a quarter (Q4), or nothing, belongs here", "write 2025-10 or 2025-W43"),
)
"""A pattern whose empty group marks the place, the problem, what to write; the first that matches speaks."""


def explain(text: str) -> tuple[int, str, str]:
    """Offset into `text`, what is wrong there, and what to write instead."""
    for pattern, problem, expected in _TABLE:  # compiled here, and kept by `re`: most runs meet no broken date
        match = re.match(pattern, text, re.ASCII | re.IGNORECASE)
        if match is not None:
            return match.start(1), problem, expected
    return 0, f"{text!r} is no EDTF date", "write it as 2025-10-17, 2025-10, 2025 or 2025-W43"
