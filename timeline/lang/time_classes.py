"""The closed list of word classes that a language's `lexicon.yaml` may fill, and what their values must look like.

The names are language-neutral: the engine knows classes, never words.
"""

from __future__ import annotations

from typing import Final

WORD_CLASSES: Final[dict[str, str]] = {
    # names of the calendar
    "month": "1 to 12",
    "weekday": "1 (Monday) to 7",
    "weekday_part": "weekday and part of day in one word, such as 5:EV for Freitagabend",
    "unit": "second minute hour day week weekend fortnight month quarter half season year decade century millennium",
    "units": "as unit, the plural forms alone",
    "season": "SP SU FA WI",
    "holiday": "an id of the table of holidays",
    "era": "ad or bc",
    "daypart": "MO MI AF EV NI DT",
    "noon": "HH:MM, the time of day a word names (noon, midnight)",
    "meridiem": "am or pm",
    "zone": "offset from UTC such as +01:00, Z, or the IANA name of a zone whose offset changes with the season",
    "zone_place": "the IANA zone of a place, where words say that its clock is meant (Paris time)",
    # numbers
    "numeral": "an integer",
    "ordinal": "an integer; -1 is the last",
    "ordinal_suffix": "what follows the digits of an ordinal",
    "fraction": "a decimal fraction added to a number (a half: 0.5)",
    "multiplier": "how often: once is 1, twice is 2",
    "joiner": "what may stand between the words of a number",
    "some": "X: several, a few",
    "one": "1: the indefinite article, where it counts",
    "decade_name": "10 to 90: the sixties",
    "century_name": "the hundreds of its years: the Ottocento is 18",
    # deixis
    "deictic_day": "days from the anchor: 0 is today, -1 yesterday",
    "deictic_part": "day offset and part of day, such as 0:EV for tonight",
    "which": "last this next",
    "anaphor": "units from the date the story stands at: that is 0, the following 1, the previous -1",
    "anaphor_day": "days from the day the story stands at",
    "ref": "PAST_REF PRESENT_REF FUTURE_REF",
    "side": "past or future: ago, hence, later",
    # modifiers
    "part": "START MID END EARLIER LATER",
    "approx": "APPROX",
    "limit": "LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE",
    "each": "each",
    "frequency": "the TIMEX3 duration after which it happens again: daily is P1D",
    "term": "the TIMEX3 duration a noun holds: a five-year mandate is P5Y",
    # grammar
    "article": "any",
    "bound": "until by since since_or_from before after from not_before within towards: a preposition that makes an end open",
    "range_open": "from or between, before a range",
    "range_to": "and or to, inside a range",
    "link": "and, at, on: what may stand between a date and its time of day",
    "person": "a noun for a person, whose years are an age",
    "event": "a noun for something that happens",
    "not_time": "a word that must not be read as a date in this place",
    # cues of direction
    "past_cue": "any: a verb or word that looks back",
    "future_cue": "any: a verb or word that looks ahead",
    "modal": "any: turns the participle after it towards the future",
    "copula": "any: a present form of to be; beside a date it looks ahead, unless any other cue stands in the sentence",
    "announced": "any: a noun of what notices announce (mass, raffle); read as `copula`",
    "aim_cue": "any: a future cue for the date after it alone (to meet: an infinitive after a date says what it was for)",
    "past_auxiliary": "any: puts the verb after it into the past (did, didn't), whatever its form",
    "clause": "any: a word that starts a new clause",
    "saying": "any: a form of a verb of saying, whose date is that of the words quoted",
    "plan_end": "any: says of what was planned that it is off or moved (cancelled, postponed, banned); also a past cue",
    "behind": "day: a noun of what nobody plans (crash), whose weekday lies behind; period: one of what is counted (figures), whose month does",
    "noun_tie": "before or after: ties a date to the noun it dates (the meeting of Friday, Friday's meeting); beside: ties it to a noun of `behind` just before (the crash on Friday)",
}

DIGIT_CLASSES: Final[frozenset[str]] = frozenset(
    {
        "int",  # one to four digits
        "dd",  # 1 to 31
        "mm",  # 1 to 12
        "hh",  # 0 to 24
        "min",  # two digits, 00 to 59
        "hhmm",  # four digits that are a time of day: 1830
        "yyyy",  # 1000 to 2199
        "modern",  # 1900 to 2059: a year, where nothing says otherwise
        "short_year",  # two digits that can be no day of a month
        "yy",  # two digits
        "tens",  # four digits that end in 0
        "yyyymmdd",  # eight digits that are a day
    }
)
"""Classes of numbers written in digits; the engine fills them itself."""

MADE_CLASSES: Final[frozenset[str]] = frozenset({"number", "nth", "roman"})
"""Classes put together from several words: an amount, an ordinal, a Roman ordinal."""

CLASSES: Final[frozenset[str]] = frozenset(WORD_CLASSES) | DIGIT_CLASSES | MADE_CLASSES
